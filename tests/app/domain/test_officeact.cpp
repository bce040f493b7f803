// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/office/actcodec.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace app;

namespace {

const QByteArray hash(64, 'a');

PaperEntry paperEntry() {
    return {.key = QByteArray(32, 'b'),
            .sender = {.id = *OrganId::parse(u"H99.03"), .name = u"Sở Tài chính"_s},
            .number = u"12"_s,
            .notation = u"STC-NS"_s,
            .date = QDate(2026, 11, 20),
            .kind = DocumentKind::QuyetDinh,
            .subject = u"Về việc <rà soát> & đối chiếu"_s,
            .urgency = Urgency::Urgent,
            .dueDate = QDate(2026, 12, 1),
            .signer = u"Lê Văn Mẫu"_s,
            .pages = 3,
            .note = u"Kèm phụ lục"_s,
            .scanSha256 = hash,
            .scanName = u"quyet-dinh.pdf"_s};
}

QList<ActBody> everyBody() {
    const DocumentId document = DocumentId::ofName("document");
    const DocumentId other = DocumentId::ofName("other");
    const DossierId dossier = DossierId::ofName("dossier");
    const OrganRef finance{.id = *OrganId::parse(u"H99.03"), .name = u"Sở Tài chính <tỉnh> & \"Mẫu\""_s};
    acts::Submitted submitted{.document = document};
    submitted.kind = DocumentKind::QuyetDinh;
    submitted.subject = u"Về việc thành lập Tổ công tác\nchuyển đổi số"_s;
    submitted.notation = u"QĐ-SNV"_s;
    submitted.superiorName = u"ỦY BAN NHÂN DÂN TỈNH MẪU"_s;
    submitted.organName = u"SỞ NỘI VỤ"_s;
    submitted.placeName = u"Tỉnh Mẫu"_s;
    submitted.signer = {.competence = u"KT. GIÁM ĐỐC"_s,
                        .position = u"PHÓ GIÁM ĐỐC"_s,
                        .fullName = u"Trần Thị Mẫu"_s,
                        .mailbox = u"H99.02/mau"_s};
    submitted.urgency = Urgency::VeryUrgent;
    submitted.receivers = {finance, {.id = *OrganId::parse(u"000.00.00.G22"), .name = u"Văn phòng"_s}};
    submitted.recipients = {u"Như trên;"_s, u"Lưu: VT, CCHC."_s};
    submitted.dueDate = QDate(2026, 12, 31);
    submitted.replyTo = DocumentReference{.organ = finance.id,
                                          .packetDocumentId = u"H99.03,2026/11/01,12/STC-NS"_s,
                                          .number = u"12"_s,
                                          .notation = u"STC-NS"_s,
                                          .date = QDate(2026, 11, 1),
                                          .local = other};
    submitted.pdfSha256 = hash;
    submitted.pdfName = u"Quyết định.pdf"_s;
    submitted.pages = 2;
    submitted.places = {.number = {.page = 0, .rect = QRectF(70.5, 700.25, 40, 12)},
                        .date = {.page = 0, .rect = QRectF(300, 650, 180, 14)},
                        .leaderSignature = {.page = 1, .rect = QRectF(320, 200, 113.386, 45.354)},
                        .seal = {.page = 1, .rect = QRectF(280, 180, 102.047, 102.047)},
                        .initial = {.page = 1, .rect = QRectF(300, 320, 56.693, 22.677)}};
    submitted.initialBy = u"H99.02/truongphong"_s;
    return {
        submitted,
        acts::Initialled{.document = document, .pdfSha256 = hash, .signerName = u"Lê Văn Nháy"_s},
        acts::Returned{.document = document, .reason = u"Sửa căn cứ pháp lý"_s},
        acts::Signed{.document = document, .pdfSha256 = hash, .signerName = u"Trần Thị Mẫu"_s},
        acts::NumberDrawn{.document = document,
                          .number = 7,
                          .notation = u"QĐ-SNV"_s,
                          .date = QDate(2026, 11, 23),
                          .subject = u"Về việc"_s},
        acts::NumberAssigned{
            .document = document, .number = 7, .notation = u"QĐ-SNV"_s, .date = QDate(2026, 11, 23), .pdfSha256 = hash},
        acts::Sealed{.document = document, .pdfSha256 = hash, .sealName = u"SỞ NỘI VỤ"_s},
        acts::EvidenceAdded{.document = document, .basePdfSha256 = hash, .pdfSha256 = hash, .level = u"B-LTA"_s},
        acts::Sent{.document = document,
                   .packetSha256 = hash,
                   .packetDocumentId = u"H99.02-1"_s,
                   .receivers = {finance},
                   .answers = other},
        acts::Registered{.document = document,
                         .packetSha256 = hash,
                         .number = 1204,
                         .date = QDate(2026, 11, 24),
                         .documentNumber = u"07/QĐ-SNV"_s,
                         .sender = u"Sở Nội vụ"_s,
                         .subject = u"Về việc"_s,
                         .dueDate = QDate(2026, 12, 1),
                         .note = u"Chuyển phòng"_s},
        acts::Refused{.document = document, .packetSha256 = hash, .reason = u"Không thuộc thẩm quyền"_s},
        acts::EntryVoided{.number = 3, .reason = u"Cấp nhầm"_s, .document = document},
        acts::BookClosed{.lastNumber = 57, .reason = u"Hết năm"_s},
        acts::Linked{.document = document, .answer = other},
        acts::DossierOpened{
            .dossier = dossier, .code = u"H99.02.2026.01"_s, .title = u"Chuyển đổi số"_s, .retention = u"06"_s},
        acts::DossierFiled{.dossier = dossier, .document = document},
        acts::DossierClosed{.dossier = dossier},
        acts::DossierUnfiled{.dossier = dossier, .document = document},
        acts::TakenBack{.document = document, .act = other.text()},
        acts::SealPinned{.organ = finance.id, .certificateSha256 = hash, .certificateName = u"SỞ TÀI CHÍNH"_s},
        acts::Assigned{.document = document, .to = u"Phòng Tổ chức"_s, .note = u"Trước thứ Sáu"_s},
        acts::Progressed{.document = document, .note = u"Đã lấy ý kiến"_s},
        acts::Finished{.document = document, .note = u"Lưu hồ sơ"_s},
        acts::RecallAsked{.document = document,
                          .packetSha256 = hash,
                          .receivers = {finance},
                          .reason = u"Sai căn cứ"_s,
                          .answers = other},
        acts::ChangeAnswered{.document = document,
                             .packetSha256 = hash,
                             .change = other,
                             .agreed = true,
                             .reason = u"Đồng ý"_s,
                             .number = 12,
                             .date = QDate(2026, 11, 24)},
        acts::Updated{.document = document,
                      .packetSha256 = hash,
                      .pdfSha256 = hash,
                      .receivers = {finance},
                      .reason = u"Đính chính"_s},
        acts::Superseded{.document = document, .by = other, .reason = u"Thay thế"_s},
        acts::Directed{.document = document,
                       .packetSha256 = hash,
                       .from = finance.id,
                       .received = QDateTime::fromString(u"2026-11-24T02:05:09.123Z"_s, Qt::ISODateWithMs),
                       .arrivalNumber = 1204,
                       .arrivalDate = QDate(2026, 11, 24),
                       .documentDueDate = QDate(2026, 12, 1),
                       .directive = {.words = u"Giao tham mưu trả lời"_s,
                                     .dueDate = QDate(2026, 11, 30),
                                     .shares = {{.to = u"H99.02/an"_s, .role = WorkRole::Lead},
                                                {.to = u"Phòng Tổ chức"_s, .role = WorkRole::Support},
                                                {.to = u"H99.02/binh"_s, .role = WorkRole::Inform}}},
                       .as = u"H99.02/unit:tchc"_s},
        acts::WorkGivenBack{.document = document, .reason = u"Không đúng nhiệm vụ"_s},
        acts::Commented{.document = document,
                        .text = u"Đề nghị @an xem lại\nphụ lục <2>"_s,
                        .mentions = {u"H99.02/an"_s, u"H99.02/binh"_s},
                        .given = acts::GivenDocument{.packetSha256 = hash,
                                                     .from = finance.id,
                                                     .received = QDateTime::fromString(u"2026-11-24T02:05:09.123Z"_s,
                                                                                       Qt::ISODateWithMs),
                                                     .arrivalNumber = 1204,
                                                     .arrivalDate = QDate(2026, 11, 24),
                                                     .dueDate = QDate(2026, 12, 1)},
                        .as = u"H99.02/unit:tchc"_s},
        acts::Delegated{
            .to = u"H99.02/an"_s, .from = QDate(2026, 12, 1), .until = QDate(2026, 12, 9), .words = u"Đi công tác"_s},
        acts::DelegationEnded{.delegation = other.text()},
        acts::StandingShared{},
        acts::RightsConfirmed{
            .mailbox = u"H99.02/an"_s, .rights = {.role = u"clerk"_s, .unit = u"tchc"_s}, .version = 41},
        acts::UnitNamed{.unit = u"tchc"_s, .name = u"Phòng Tổ chức - Hành chính"_s},
        acts::StandInBrought{
            .document = document,
            .to = u"H99.02/an"_s,
            .given = {.packetSha256 = hash,
                      .from = finance.id,
                      .received = QDateTime::fromString(u"2026-11-24T02:05:09.123Z"_s, Qt::ISODateWithMs),
                      .arrivalNumber = 1204,
                      .arrivalDate = QDate(2026, 11, 24),
                      .dueDate = {}}},
        acts::OpinionAsked{.opinion = OpinionId::ofName("opinion"),
                           .leader = u"H99.02/binh"_s,
                           .subject = u"Dự thảo Quy chế"_s,
                           .text = u"Đề nghị\ncho ý kiến <Điều 3>"_s,
                           .due = QDate(2026, 12, 1),
                           .members = {u"H99.02/an"_s, u"H99.02/cuc"_s},
                           .files = {{.name = u"tờ trình.pdf"_s, .sha256 = hash, .size = 1204, .document = other},
                                     {.name = u"phụ lục & biểu.ods"_s, .sha256 = hash, .size = 0}},
                           .offices = {finance},
                           .isSigned = true},
        acts::MeetingPlanned{
            .meeting = MeetingId::ofName("meeting"),
            .nonce = u"a"_s,
            .plan = {.subject = u"Họp giao ban"_s,
                     .text = u"Chuẩn bị\nsố liệu"_s,
                     .starts = QDateTime::fromString(u"2026-12-01T01:30:00.000Z"_s, Qt::ISODateWithMs),
                     .ends = QDateTime::fromString(u"2026-12-01T04:00:00.000Z"_s, Qt::ISODateWithMs),
                     .place = u"Phòng họp <số 1>"_s,
                     .chair = u"H99.02/mau"_s,
                     .secretary = u"H99.02/thu"_s,
                     .invited = {u"H99.02/an"_s, u"H99.02/binh"_s},
                     .units = {u"H99.02/unit:pnv"_s},
                     .guests = {u"Sở Tài chính"_s},
                     .agenda = {{.key = 2,
                                 .title = u"Cải cách hành chính"_s,
                                 .presenter = u"Văn phòng"_s,
                                 .minutes = 20,
                                 .files = {{.name = u"báo cáo.pdf"_s, .sha256 = hash, .size = 12, .document = other}}},
                                {.key = 1, .title = u"Việc khác"_s}}},
            .reason = u"Trùng lịch"_s},
        acts::MeetingLeft{.meeting = MeetingId::ofName("meeting"), .members = {u"H99.02/an"_s}},
        acts::MeetingCancelled{.meeting = MeetingId::ofName("meeting"), .reason = u"Đi công tác"_s},
        acts::MeetingAnswered{.meeting = MeetingId::ofName("meeting"),
                              .attendance = Attendance::Substitute,
                              .substitute = u"H99.02/binh"_s,
                              .text = u"Bận"_s},
        acts::MeetingNoted{.meeting = MeetingId::ofName("meeting"), .item = 2, .text = u"Đã nghe"_s},
        acts::MeetingConcluded{.meeting = MeetingId::ofName("meeting"),
                               .isFinal = true,
                               .texts = {{.item = 0, .text = u"Nhất trí"_s}},
                               .tasks = {{.document = other,
                                          .text = u"Trình ký"_s,
                                          .lead = u"H99.02/an"_s,
                                          .supports = {u"H99.02/unit:vp"_s},
                                          .due = QDate(2026, 12, 9)}}},
        acts::MeetingPaperNamed{
            .meeting = MeetingId::ofName("meeting"), .paper = other, .what = MeetingPaper::Announcement},
        acts::OpinionShared{.opinion = OpinionId::ofName("opinion")},
        acts::OpinionAnswered{.opinion = OpinionId::ofName("opinion"),
                              .stance = Stance::Disagree,
                              .text = u"Thiếu căn cứ"_s,
                              .as = u"H99.02/cuc"_s,
                              .proof = hash},
        acts::OpinionSent{.opinion = OpinionId::ofName("opinion"), .document = other},
        acts::OpinionRecorded{.opinion = OpinionId::ofName("opinion"),
                              .office = finance.id,
                              .document = document,
                              .stance = Stance::Other,
                              .text = u"Bổ sung Điều 4"_s},
        acts::LeaseTaken{.desk = other.text(), .kind = LeaseKind::Agent, .seconds = 7200},
        acts::LeaseLeft{.desk = other.text()},
        acts::ReminderDaysSet{.days = {.before = {0, 3},
                                       .after = {1},
                                       .escalate = {},
                                       .holidays = {QDate(2027, 2, 5), QDate(2027, 2, 8)}}},
        acts::Reminded{.document = document,
                       .to = u"H99.02/binh"_s,
                       .holder = u"H99.02/an"_s,
                       .due = QDate(2026, 12, 1),
                       .step = {.stage = ReminderStage::Escalated, .days = 2},
                       .given = {.packetSha256 = hash,
                                 .from = finance.id,
                                 .received = QDateTime::fromString(u"2026-11-24T02:05:09.123Z"_s, Qt::ISODateWithMs),
                                 .arrivalNumber = 1204,
                                 .arrivalDate = QDate(2026, 11, 24),
                                 .dueDate = QDate(2026, 12, 1)}},
        acts::OpinionClosed{.opinion = OpinionId::ofName("opinion"), .reason = u"Đã đủ"_s},
        acts::AuditAnchored{.number = 1204, .hash = hash},
        acts::TimeAsked{.document = document, .until = QDate(2026, 12, 9), .reason = u"Chờ ý kiến"_s},
        acts::TimeAnswered{.document = document,
                           .answer = {.to = u"H99.02/an"_s, .granted = true, .until = QDate(2026, 12, 8)},
                           .as = u"H99.02/unit:tchc"_s},
        acts::PaperCorrected{
            .document = documentOfPaper(paperEntry().key), .entry = paperEntry(), .reason = u"Gõ nhầm số"_s}};
}

/// Acts about a document on paper, which has an entry where others have a packet.
QList<ActBody> paperBodies() {
    const DocumentId document = documentOfPaper(paperEntry().key);
    PaperEntry letter = paperEntry(); // of a citizen
    letter.sender = {.id = {}, .name = u"Ông Nguyễn Văn Mẫu"_s};
    letter.number.clear();
    letter.notation.clear();
    letter.date = {};
    letter.dueDate = {};
    letter.signer.clear();
    letter.pages = 0;
    letter.note.clear();
    letter.scanSha256.clear();
    letter.scanName.clear();
    letter.envelopeFor = u"H99.02/an"_s;
    acts::GivenDocument given{.packetSha256 = {},
                              .from = letter.sender.id,
                              .received = QDateTime::fromString(u"2026-11-24T02:05:09.123Z"_s, Qt::ISODateWithMs),
                              .arrivalNumber = 1205,
                              .arrivalDate = QDate(2026, 11, 24),
                              .dueDate = {},
                              .paper = letter};
    acts::Registered registered{.document = document, .packetSha256 = {}, .number = 1205, .date = QDate(2026, 11, 24)};
    registered.paper = paperEntry();
    acts::Registered plain = registered;
    plain.paper = letter;
    return {registered, plain,
            acts::Directed{.document = document,
                           .packetSha256 = {},
                           .from = given.from,
                           .received = given.received,
                           .arrivalNumber = given.arrivalNumber,
                           .arrivalDate = given.arrivalDate,
                           .directive = {.shares = {{.to = u"H99.02/an"_s, .role = WorkRole::Lead}}},
                           .paper = letter},
            acts::Commented{.document = document, .text = u"Xem @an"_s, .mentions = {u"H99.02/an"_s}, .given = given},
            acts::StandInBrought{.document = document, .to = u"H99.02/an"_s, .given = given}};
}

OfficeAct actWith(ActBody body) {
    return {.id = DocumentId::ofName("act").text(),
            .at = QDateTime::fromString(u"2026-11-23T02:05:09.123Z"_s, Qt::ISODateWithMs),
            .by = u"H99.02/lan"_s,
            .body = std::move(body)};
}

QByteArray signedXml(const QByteArray& inside) {
    return R"(<act xmlns="urn:congvan:office:1" kind="signed" id="8d9c2f6e-4f3b-4b44-9a53-0f6f0f6f0f6f")"
           R"( at="2026-11-23T02:05:09Z" by="H99.02/lan">)" +
           inside + "</act>";
}

bool isValid(xmlSchemaPtr schema, const QByteArray& xml) {
    xmlDocPtr document =
        xmlReadMemory(xml.constData(), static_cast<int>(xml.size()), nullptr, nullptr, XML_PARSE_NONET);
    xmlSchemaValidCtxtPtr context = xmlSchemaNewValidCtxt(schema);
    const bool valid = document && xmlSchemaValidateDoc(context, document) == 0;
    xmlSchemaFreeValidCtxt(context);
    xmlFreeDoc(document);
    return valid;
}

} // namespace

class TestOfficeAct : public QObject {
    Q_OBJECT

private slots:
    void everyActComesBackAsItWas() {
        for (const ActBody& body : everyBody()) {
            const OfficeAct act = actWith(body);
            const Result<OfficeAct> read = readAct(writeAct(act));
            QVERIFY2(read.has_value(), qPrintable(actKind(body)));
            QVERIFY2(*read == act, qPrintable(actKind(body)));
        }
        for (const ActBody& body : paperBodies()) {
            const OfficeAct act = actWith(body);
            const Result<OfficeAct> read = readAct(writeAct(act));
            QVERIFY2(read.has_value() && *read == act, qPrintable(actKind(body)));
        }
        const OfficeAct unsent = actWith(
            acts::RecallAsked{.document = DocumentId::ofName("document"), .packetSha256 = {}, .reason = u"Chưa gửi"_s});
        QCOMPARE(*readAct(writeAct(unsent)), unsent);
        const OfficeAct refusal = actWith(acts::ChangeAnswered{
            .document = DocumentId::ofName("document"), .packetSha256 = hash, .reason = u"Đã xử lý xong"_s});
        QCOMPARE(*readAct(writeAct(refusal)), refusal);
        const OfficeAct empty = actWith(acts::BookClosed{.reason = u"Không có văn bản"_s});
        QCOMPARE(*readAct(writeAct(empty)), empty);
        const OfficeAct nobodys = actWith(acts::EntryVoided{.number = 3, .reason = u"Cấp nhầm"_s});
        QCOMPARE(*readAct(writeAct(nobodys)), nobodys);
        // Every alternative but Unknown is tried.
        QCOMPARE(static_cast<size_t>(everyBody().size()), std::variant_size_v<ActBody> - 1);
    }

    void everyActIsValidByTheSchema() {
        const QByteArray path = QByteArray(CONGVAN_SOURCE_DIR) + "/resources/schema/office.xsd";
        xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt(path.constData());
        xmlSchemaPtr schema = xmlSchemaParse(parser);
        xmlSchemaFreeParserCtxt(parser);
        QVERIFY(schema);
        for (const ActBody& body : everyBody()) {
            QVERIFY2(isValid(schema, writeAct(actWith(body))), qPrintable(actKind(body)));
        }
        for (const ActBody& body : paperBodies()) {
            QVERIFY2(isValid(schema, writeAct(actWith(body))), qPrintable(actKind(body)));
        }
        QVERIFY(!isValid(schema, signedXml("<pdf>no hash</pdf>")));
        QVERIFY(!isValid(schema, signedXml("<stranger/>")));
        xmlSchemaFree(schema);
    }

    void badActsHaveTheirCode_data() {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QString>("code");
        const QByteArray document = "<document>0cbb1f2f-2ff4-5a33-9e0e-3f9b8a1c2d3e</document>";
        const QByteArray pdf = "<pdf>" + hash + "</pdf>";
        QTest::newRow("nothing") << QByteArray() << u"act-not-xml"_s;
        QTest::newRow("no xml") << QByteArray("{\"act\": 1}") << u"act-not-xml"_s;
        QTest::newRow("cut") << signedXml(document).chopped(4) << u"act-not-xml"_s;
        QTest::newRow("another root") << QByteArray("<deed xmlns='urn:congvan:office:1'/>") << u"act-not-xml"_s;
        QTest::newRow("another namespace") << QByteArray("<act xmlns='urn:other'/>") << u"act-not-xml"_s;
        QTest::newRow("DTD") << QByteArray("<!DOCTYPE act [<!ENTITY a 'aaaa'>]>" + signedXml(document + pdf))
                             << u"act-not-xml"_s;
        QTest::newRow("entity") << signedXml("<name>&a;</name>") << u"act-not-xml"_s;
        QTest::newRow("deep") << signedXml(QByteArray("<a>").repeated(20) + QByteArray("</a>").repeated(20))
                              << u"act-not-xml"_s;
        QTest::newRow("many") << signedXml(QByteArray("<a/>").repeated(30'000)) << u"act-not-xml"_s;
        QTest::newRow("large") << signedXml(QByteArray(2 * 1024 * 1024, ' ')) << u"act-too-large"_s;
        QTest::newRow("no document") << signedXml(pdf) << u"act-malformed"_s;
        QTest::newRow("empty document") << signedXml("<document/>" + pdf) << u"act-malformed"_s;
        QTest::newRow("null document") << signedXml("<document>00000000-0000-0000-0000-000000000000</document>" + pdf)
                                       << u"act-malformed"_s;
        QTest::newRow("no hash") << signedXml(document + "<pdf>../../etc/passwd</pdf>") << u"act-malformed"_s;
        QTest::newRow("long hash") << signedXml(document + "<pdf>" + hash + "\n</pdf>") << u"act-malformed"_s;
        QTest::newRow("number nought") << signedXml(document + "<number>0</number><date>2026-01-01</date>")
                                              .replace("kind=\"signed\"", "kind=\"number-drawn\"")
                                       << u"act-malformed"_s;
        QTest::newRow("30 February") << signedXml(document + "<number>1</number><date>2026-02-30</date>")
                                            .replace("kind=\"signed\"", "kind=\"number-drawn\"")
                                     << u"act-malformed"_s;
        QTest::newRow("no kind") << signedXml(document + pdf).replace("kind=\"signed\"", "") << u"act-malformed"_s;
        QTest::newRow("no time") << signedXml(document + pdf).replace("2026-11-23T02:05:09Z", "today")
                                 << u"act-malformed"_s;
    }

    void badActsHaveTheirCode() {
        QFETCH(const QByteArray, xml);
        QFETCH(const QString, code);
        const Result<OfficeAct> read = readAct(xml);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, code);
    }

    void entriesOfPaperHaveLimits() {
        const auto codeWith = [](const std::function<void(PaperEntry&)>& spoil) {
            acts::PaperCorrected act{
                .document = documentOfPaper(paperEntry().key), .entry = paperEntry(), .reason = u"x"_s};
            spoil(act.entry);
            const Result<OfficeAct> read = readAct(writeAct(actWith(act)));
            return read ? QString() : read.error().code;
        };
        QCOMPARE(codeWith([](PaperEntry&) {}), QString());
        QCOMPARE(codeWith([](PaperEntry& entry) { entry.key = "../../etc"; }), u"act-malformed"_s);
        QCOMPARE(codeWith([](PaperEntry& entry) { entry.sender = {}; }), u"act-malformed"_s);
        QCOMPARE(codeWith([](PaperEntry& entry) { entry.subject.clear(); }), u"act-malformed"_s);
        QCOMPARE(codeWith([](PaperEntry& entry) { entry.subject = QString(longestPaperText + 1, u'x'); }),
                 u"act-malformed"_s);
        QCOMPARE(codeWith([](PaperEntry& entry) { entry.number = QString(longestPaperName + 1, u'1'); }),
                 u"act-malformed"_s);
        QCOMPARE(codeWith([](PaperEntry& entry) { entry.pages = -1; }), u"act-malformed"_s);
        QCOMPARE(codeWith([](PaperEntry& entry) { entry.scanSha256 = "no hash"; }), u"act-malformed"_s);
        // Without its entry, or without a packet, an act says nothing.
        acts::Registered bare{.document = DocumentId::create(), .packetSha256 = {}, .number = 1};
        bare.date = QDate(2026, 11, 24);
        QCOMPARE(readAct(writeAct(actWith(bare))).error().code, u"act-malformed"_s);
    }

    void whatIsNotKnownIsIgnored() {
        const QByteArray known = "<document>0cbb1f2f-2ff4-5a33-9e0e-3f9b8a1c2d3e</document><pdf>" + hash + "</pdf>";
        const Result<OfficeAct> read = readAct(signedXml("<later><deep>1</deep></later>" + known));
        QVERIFY(read.has_value());
        QCOMPARE(std::get<acts::Signed>(read->body).pdfSha256, hash);
        const Result<OfficeAct> strange = readAct(signedXml(known).replace("kind=\"signed\"", "kind=\"leased\""));
        QVERIFY(strange.has_value());
        QCOMPARE(std::get<acts::Unknown>(strange->body).kind, u"leased"_s);
    }

    void controlCharactersAreLeftOut() {
        const OfficeAct act = actWith(
            acts::Returned{.document = DocumentId::create(), .reason = u"Sửa\u0000\u0007 lại"_s + QChar(0xFFFE)});
        const Result<OfficeAct> read = readAct(writeAct(act));
        QVERIFY(read.has_value());
        QCOMPARE(std::get<acts::Returned>(read->body).reason, u"Sửa lại"_s);
    }

    void textsAreComposed() {
        const QString decomposed = u"Quyết định"_s.normalized(QString::NormalizationForm_D);
        const Result<OfficeAct> read =
            readAct(writeAct(actWith(acts::Returned{.document = DocumentId::create(), .reason = decomposed})));
        QVERIFY(read.has_value());
        QCOMPARE(std::get<acts::Returned>(read->body).reason, u"Quyết định"_s);
    }
};

QTEST_GUILESS_MAIN(TestOfficeAct)
#include "test_officeact.moc"
