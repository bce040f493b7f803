// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/packingwords.h"

namespace app {

namespace {

// Never changed: see packingwords.h.
constexpr char messages[] =
    R"words(<?xml version="1.0" encoding="UTF-8"?><act xmlns="urn:congvan:office:1" kind="registered" id="" at="2026-11-20T08:00:00.000Z" by="H99.01/vanthu"><document></document><pdfSha256></pdfSha256><packetSha256></packetSha256><counterpart></counterpart><subject>V/v </subject><number></number><date></date><notation></notation><person></person><note></note></act>
<?xml version="1.0" encoding="UTF-8"?><packet xmlns="urn:congvan:packet:1" sha256="" size="" kind="status"><from>" kind="edoc"><from>H</from><to>H</to></packet>
)words";
constexpr char envelopes[] =
    R"words(<SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><Reference URI=""><Transforms><Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/></Transforms><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue></DigestValue></Reference></SignedInfo><SignatureValue></SignatureValue><KeyInfo><X509Data><X509SubjectName></X509SubjectName><X509Certificate></X509Certificate></X509Data></KeyInfo></Signature><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/>
<edXML:ReplacementInfoList><edXML:ReplacementInfo><edXML:OrganIdList></edXML:OrganIdList></edXML:ReplacementInfo></edXML:ReplacementInfoList><edXML:BussinessDocumentInfo><edXML:DocumentInfo></edXML:DocumentInfo><edXML:DocumentReceiver><edXML:ReceiverList><edXML:Receiver><edXML:ReceiverType></edXML:ReceiverType></edXML:Receiver></edXML:ReceiverList></edXML:DocumentReceiver></edXML:BussinessDocumentInfo><edXML:ResponseFor></edXML:ResponseFor><edXML:StatusCode></edXML:StatusCode><edXML:Description></edXML:Description><edXML:Timestamp></edXML:Timestamp>
<?xml version="1.0" encoding="UTF-8"?>
<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016" xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">
  <edXML:edXMLEnvelope xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">
    <edXML:edXMLHeader>
      <edXML:MessageHeader>
        <edXML:From>
          <edXML:OrganId></edXML:OrganId>
          <edXML:OrganizationInCharge></edXML:OrganizationInCharge>
          <edXML:OrganName></edXML:OrganName>
          <edXML:OrganAdd/>
          <edXML:OrganAdd></edXML:OrganAdd>
          <edXML:Email></edXML:Email>
          <edXML:Telephone/>
          <edXML:Telephone></edXML:Telephone>
          <edXML:Fax/>
          <edXML:Fax></edXML:Fax>
          <edXML:Website/>
          <edXML:Website></edXML:Website>
        </edXML:From>
        <edXML:To>
          <edXML:OrganId>H</edXML:OrganId>
          <edXML:OrganName></edXML:OrganName>
        </edXML:To>
        <edXML:DocumentId></edXML:DocumentId>
        <edXML:Code>
          <edXML:CodeNumber></edXML:CodeNumber>
          <edXML:CodeNotation></edXML:CodeNotation>
        </edXML:Code>
        <edXML:PromulgationInfo>
          <edXML:Place></edXML:Place>
          <edXML:PromulgationDate></edXML:PromulgationDate>
        </edXML:PromulgationInfo>
        <edXML:DocumentType>
          <edXML:Type></edXML:Type>
          <edXML:TypeDetail></edXML:TypeDetail>
          <edXML:TypeName>Công văn</edXML:TypeName>
        </edXML:DocumentType>
        <edXML:Subject>Về việc </edXML:Subject>
        <edXML:Content></edXML:Content>
        <edXML:SignerInfo>
          <edXML:Competence></edXML:Competence>
          <edXML:Position></edXML:Position>
          <edXML:FullName></edXML:FullName>
        </edXML:SignerInfo>
        <edXML:DueDate></edXML:DueDate>
        <edXML:OtherInfo>
          <edXML:Priority>0</edXML:Priority>
          <edXML:SphereOfPromulgation></edXML:SphereOfPromulgation>
          <edXML:TyperNotation></edXML:TyperNotation>
          <edXML:PromulgationAmount></edXML:PromulgationAmount>
          <edXML:PageAmount></edXML:PageAmount>
          <edXML:Direction>false</edXML:Direction>
          <edXML:Appendixes>
            <edXML:Appendix/>
          </edXML:Appendixes>
        </edXML:OtherInfo>
        <edXML:SteeringType></edXML:SteeringType>
        <edXML:ToPlaces>
          <edXML:Place></edXML:Place>
        </edXML:ToPlaces>
      </edXML:MessageHeader>
      <edXML:TraceHeaderList>
        <edXML:TraceHeader>
          <edXML:OrganId></edXML:OrganId>
          <edXML:Timestamp></edXML:Timestamp>
        </edXML:TraceHeader>
        <edXML:Bussiness>
          <edXML:BussinessDocType>0</edXML:BussinessDocType>
          <edXML:BussinessDocReason>Văn bản điện tử mới</edXML:BussinessDocReason>
          <edXML:Paper>0</edXML:Paper>
          <edXML:StaffInfo>
            <edXML:Department></edXML:Department>
            <edXML:Staff></edXML:Staff>
            <edXML:Email></edXML:Email>
            <edXML:Mobile></edXML:Mobile>
          </edXML:StaffInfo>
        </edXML:Bussiness>
      </edXML:TraceHeaderList>
    </edXML:edXMLHeader>
    <edXML:edXMLBody>
      <edXML:edXMLManifest version="1.0">
        <edXML:Reference>
          <edXML:ContentId>cid:</edXML:ContentId>
          <edXML:ContentType>application/pdf</edXML:ContentType>
          <edXML:Description></edXML:Description>
          <edXML:AttachmentName></edXML:AttachmentName>
        </edXML:Reference>
      </edXML:edXMLManifest>
    </edXML:edXMLBody>
  </edXML:edXMLEnvelope>
  <AttachmentEncoded>
    <Attachment>
      <ContentType>application/pdf</ContentType>
      <ContentId>cid:</ContentId>
      <Description></Description>
      <AttachmentName></AttachmentName>
      <edXML:ContentTransferEncoded></edXML:ContentTransferEncoded>
      <ContentTransferEncoded></ContentTransferEncoded>
    </Attachment>
  </AttachmentEncoded>
</edXML>
[{"size":},{"inline":true,"line":76,"size":},{"break":"\r\n","content":"","line":0,"size":},{"break":"","content":"","line":0,"size":}]
)words";
constexpr char documents[] =
    R"words("changes":[],"comments":[],"work":[{"by":"","due":"","holder":"H","note":"","role":"lead","state":"open"}],"paper":{},"task":{},"replyTo":{"date":"","local":"","notation":"","number":"","organId":"","packetDocumentId":""},{"arrivalDate":"2026-","contents":[{"mediaType":"application/pdf","name":".pdf","role":0,"sha256":"","size":},{"mediaType":"application/vnd.openxmlformats-officedocument.wordprocessingml.document","name":".docx","role":1,"sha256":""}],"date":"2026-","dateText":"","evidence":"","evidenceLevel":"none","initialBy":"","issuer":{"id":"H","name":""},"notation":"","number":0,"numberText":"","packetFindings":[],"pdf":"","placeName":"","places":{},"reason":"","received":"2026-11-20T08:00:00.000Z","receivers":[{"id":"H","name":""}],"recipients":[],"revisions":[],"signer":{"competence":"","fullName":"","position":""},"superiorName":""}
)words";
constexpr char packets[] =
    R"words({"about":{"date":"","local":"","notation":"","number":"","organId":"","packetDocumentId":""},"applicationType":"","businessType":0,"contents":[{"mediaType":"application/pdf","name":".pdf","role":"attachment","sha256":"","size":},{"mediaType":"application/pdf","name":".pdf","role":"main","sha256":"","size":}],"date":"2026-","dateText":"","dueDate":"","findings":[],"from":{"id":"H","name":""},"kind":"document","kindName":"Công văn","notation":"","number":"","packetDocumentId":"","placeName":"","problem":"","problemDetail":"","receivers":[{"id":"H","name":""}],"recipients":[],"responseFor":[],"sha256":"","signer":{"competence":"","fullName":"","position":""},"statusCode":"","statusPerson":"","statusText":"","statusTime":"","subject":"V/v ","urgency":"normal"}
)words";

} // namespace

const QByteArray& packingWords() {
    static const QByteArray words = QByteArray(messages) + envelopes + documents + packets;
    return words;
}

} // namespace app
