// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/fieldtext.h"
#include "exchange/envelope/finding.h"
#include "exchange/envelope/statuscode.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

/// The values of an edXML packet (QCVN 102:2016), as the reader makes them and the writer takes them. Names follow the
/// elements, the misspelling `Bussiness` included. Missing and empty elements are the same here: an empty text.
namespace exchange {

/// An office, as sender or receiver.
struct Organ {
    QString organId; ///< agency code, opaque
    QString organizationInCharge;
    QString organName;
    QString organAdd;
    QString email;
    QString telephone;
    QString fax;
    QString website;

    friend bool operator==(const Organ&, const Organ&) = default;
};

/// Number and notation. The number is a text: "34E31" was seen.
struct DocumentCode {
    QString number;
    QString notation;

    /// "07/SM-VP", the form that ResponseFor uses.
    [[nodiscard]] QString joined() const { return notation.isEmpty() ? number : number + u'/' + notation; }
    friend bool operator==(const DocumentCode&, const DocumentCode&) = default;
};

struct PromulgationInfo {
    QString place;
    DateText date;

    friend bool operator==(const PromulgationInfo&, const PromulgationInfo&) = default;
};

/// The kind of document. Trust the name over the number: senders disagree about the numbers.
struct DocumentType {
    NumberText type;
    NumberText typeDetail;
    QString typeName;

    friend bool operator==(const DocumentType&, const DocumentType&) = default;
};

struct SignerInfo {
    QString competence; ///< TM., KT., TL., TUQ., Q.
    QString position;
    QString fullName;

    friend bool operator==(const SignerInfo&, const SignerInfo&) = default;
};

struct OtherInfo {
    NumberText priority; ///< 0 normal, 1 urgent, 2 very urgent, 3 express, 4 express at a set hour
    QString sphereOfPromulgation;
    QString typerNotation;
    NumberText promulgationAmount;
    NumberText pageAmount;
    QString direction; ///< "true" or "false" where present
    QStringList appendixes;

    friend bool operator==(const OtherInfo&, const OtherInfo&) = default;
};

/// The document that this packet answers or reports on.
struct ResponseFor {
    QString organId;
    QString code; ///< "number/notation"
    DateText promulgationDate;
    QString documentId;

    [[nodiscard]] bool isEmpty() const { return *this == ResponseFor{}; }
    friend bool operator==(const ResponseFor&, const ResponseFor&) = default;
};

/// The person at the sending or reporting office.
struct StaffInfo {
    QString department;
    QString departmentId;
    QString staff;
    QString staffId;
    QString email;
    QString mobile;

    friend bool operator==(const StaffInfo&, const StaffInfo&) = default;
};

/// One hop of the packet.
struct TraceHeader {
    QString organId;
    TimeText timestamp;

    friend bool operator==(const TraceHeader&, const TraceHeader&) = default;
};

/// A receiver that an update adds (type 1) or removes (type 0).
struct ReceiverChange {
    QString organId;
    NumberText receiverType;

    friend bool operator==(const ReceiverChange&, const ReceiverChange&) = default;
};

/// What an update (BussinessDocType 2) changes: 1 = changed.
struct BussinessDocumentInfo {
    NumberText documentInfo;
    NumberText documentReceiver;
    QList<ReceiverChange> receivers;

    friend bool operator==(const BussinessDocumentInfo&, const BussinessDocumentInfo&) = default;
};

/// A document that this one replaces (BussinessDocType 3), for the offices named.
struct ReplacementInfo {
    QString documentId;
    QStringList organIds;

    friend bool operator==(const ReplacementInfo&, const ReplacementInfo&) = default;
};

/// What the packet means for the receiver.
enum class BussinessDocType { New = 0, Withdraw = 1, Update = 2, Replace = 3 };

struct Bussiness {
    QString documentId; ///< the document withdrawn or updated
    NumberText docType; ///< see BussinessDocType; kept as text because unknown numbers travel
    QString docReason;
    NumberText paper; ///< 1: a paper original follows
    QList<BussinessDocumentInfo> documentInfos;
    QList<ReplacementInfo> replacements;
    QList<StaffInfo> staff;

    friend bool operator==(const Bussiness&, const Bussiness&) = default;
};

/// An attribute kept as it stood (local name, value).
struct PacketAttribute {
    QString name;
    QString value;

    friend bool operator==(const PacketAttribute&, const PacketAttribute&) = default;
};

struct TraceHeaderList {
    QList<PacketAttribute> attributes; ///< id, version, mustUnderstand, actor
    QList<TraceHeader> hops;
    std::optional<Bussiness> bussiness; ///< missing means "new"

    friend bool operator==(const TraceHeaderList&, const TraceHeaderList&) = default;
};

/// One line of the manifest. It belongs to the attachment of the same content id (see contentKey).
struct ManifestReference {
    QString contentId;
    QString contentType;
    QString description;
    QString attachmentName;
    QString href; ///< xlink:href of the .NET form
    QString role; ///< xlink:role

    friend bool operator==(const ManifestReference&, const ManifestReference&) = default;
};

/// One attachment. The content lies in `filePath` or, where that is empty, in `bytes`; the reader streams into files
/// always. Two attachments are equal when what travels is equal: the hash stands for the content, wherever it lies.
struct Attachment {
    QString contentId;
    QString name;        ///< as given by the sender: a text to show, never a path to open
    QString safeName;    ///< computed from `name`: may be used as a file's name, is unique in the packet
    QString description; ///< may be empty
    QString fieldName;
    QString mimeType;
    QString contentType; ///< as on the wire; "application/zip" means a zip of one file where `zipped` is set
    bool zipped = false; ///< came (or went) in a zip of its own; `filePath` is the file inside
    QString filePath;
    QByteArray bytes;
    QByteArray sha256; ///< of the content, 32 bytes
    qint64 size = 0;   ///< of the content, in bytes

    /// An attachment in memory, hash and size computed. It has no content id yet: see addAttachment.
    [[nodiscard]] static Attachment fromBytes(const QString& name, const QString& contentType, const QByteArray& bytes);

    friend bool operator==(const Attachment& left, const Attachment& right);
};

/// An element that the standard does not know, or a second one where one is allowed. `xml` stands alone (every prefix
/// that it uses is declared in it); `path` names its parent ("edXMLEnvelope/edXMLHeader", "…/MessageHeader/To[2]").
struct UnknownElement {
    QString path;
    QString xml;

    friend bool operator==(const UnknownElement&, const UnknownElement&) = default;
};

/// A packet that carries a document.
struct DocumentPacket {
    Organ from;
    QList<Organ> to;
    QString documentId; ///< opaque, case-preserving, compared exactly
    DocumentCode code;
    PromulgationInfo promulgation;
    DocumentType documentType;
    QString subject;
    QString content;
    SignerInfo signerInfo;
    DateText dueDate;
    QStringList toPlaces;
    OtherInfo otherInfo;
    QList<ResponseFor> responseFor;
    NumberText steeringType;
    QString applicationType;
    QStringList taskCodes;
    TraceHeaderList trace;
    QString manifestVersion;
    QList<ManifestReference> references; ///< the main document first
    QList<Attachment> attachments;
    QList<UnknownElement> unknown;

    /// What the receiver must do; nothing where the number is not one of the four.
    [[nodiscard]] std::optional<BussinessDocType> bussinessDocType() const;
    /// The attachment that the first line of the manifest names; the first attachment where the manifest names none.
    /// Null without attachments. Owned by the packet.
    [[nodiscard]] const Attachment* mainDocument() const;

    friend bool operator==(const DocumentPacket&, const DocumentPacket&) = default;
};

/// A packet that reports what became of a document.
struct StatusPacket {
    Organ from;              ///< the office that reports
    ResponseFor responseFor; ///< its organId is the office that sent the document
    QString statusCode;      ///< "05"; see status()
    QString description;
    TimeText timestamp;
    QList<StaffInfo> staff;
    TraceHeaderList trace;
    QList<UnknownElement> unknown;

    [[nodiscard]] std::optional<StatusCode> status() const { return statusCodeFrom(statusCode); }

    friend bool operator==(const StatusPacket&, const StatusPacket&) = default;
};

using Packet = std::variant<DocumentPacket, StatusPacket>;

/// A content id without a leading "cid:"; references and attachments meet by it.
[[nodiscard]] QString contentKey(const QString& contentId);

/// Adds the attachment and its line in the manifest; gives it the next free content id where it has none.
void addAttachment(DocumentPacket& packet, Attachment attachment);

/// Whether the packet names the office among its receivers (a removed receiver of an update counts: it must hear of
/// it).
[[nodiscard]] bool addresses(const DocumentPacket& packet, const QString& organId);

} // namespace exchange
