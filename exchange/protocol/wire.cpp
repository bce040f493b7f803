// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/protocol/wire.h"

#include "exchange/protocol/wirefields.h"

#include <QJsonDocument>

namespace exchange::wire {

using namespace Qt::Literals::StringLiterals;

namespace {

QString latin(const QByteArray& bytes) {
    return QString::fromLatin1(bytes);
}

QString base64(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.toBase64());
}

QJsonArray hashes(const QList<QByteArray>& list) {
    QJsonArray array;
    for (const QByteArray& hash : list) {
        array.append(latin(hash));
    }
    return array;
}

QString dateText(QDate date) {
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

} // namespace

QJsonObject json(const MessageHeader& header) {
    QJsonObject object{{u"stream"_s, header.stream},
                       {u"sequence"_s, header.sequence},
                       {u"kind"_s, header.kind},
                       {u"messageId"_s, header.messageId},
                       {u"author"_s, header.author},
                       {u"authorAgency"_s, header.authorAgency},
                       {u"time"_s, header.time.toMSecsSinceEpoch()},
                       {u"payloadSha256"_s, latin(header.payloadSha256)},
                       {u"attachedSha256"_s, latin(header.attachedSha256)},
                       {u"previous"_s, latin(header.previousHeaderSha256)}};
    if (!header.authorRole.isEmpty()) {
        object.insert(u"authorRole"_s, header.authorRole);
    }
    return object;
}

QJsonObject json(const Message& message) {
    QJsonObject object{{u"header"_s, json(message.header)},
                       {u"payload"_s, base64(message.payload)},
                       {u"cites"_s, hashes(message.cites)},
                       {u"participants"_s, QJsonArray::fromStringList(message.participants)}};
    if (message.erased) {
        object.insert(u"erased"_s, true);
    }
    return object;
}

QJsonObject json(const FeedEntry& entry) {
    return {{u"cursor"_s, entry.cursor}, {u"stream"_s, entry.stream}, {u"sequence"_s, entry.sequence}};
}

QJsonObject json(const Append& append) {
    return {{u"stream"_s, append.stream},
            {u"expectedSequence"_s, append.expectedSequence},
            {u"kind"_s, append.kind},
            {u"messageId"_s, append.messageId},
            {u"payload"_s, base64(append.payload)},
            {u"cites"_s, hashes(append.cites)},
            {u"participants"_s, QJsonArray::fromStringList(append.participants)},
            {u"lastSeenHead"_s, latin(append.lastSeenHead)}};
}

QJsonObject json(const PacketReceipt& receipt) {
    return {{u"sha256"_s, latin(receipt.sha256)},
            {u"stream"_s, receipt.stream},
            {u"kind"_s, receipt.kind},
            {u"time"_s, receipt.time.toMSecsSinceEpoch()},
            {u"receivers"_s, QJsonArray::fromStringList(receipt.receivers)}};
}

QJsonObject json(const AgencyEntry& agency) {
    return {{u"organId"_s, agency.organId},
            {u"name"_s, agency.name},
            {u"inCharge"_s, agency.inCharge},
            {u"validFrom"_s, dateText(agency.validFrom)},
            {u"validTo"_s, dateText(agency.validTo)},
            {u"successor"_s, agency.successor},
            {u"sealCertificateSha256"_s, hashes(agency.sealCertificateSha256)},
            {u"isLocal"_s, agency.isLocal}};
}

QJsonObject json(const PersonEntry& person) {
    return {{u"mailbox"_s, person.mailbox}, {u"login"_s, person.login}, {u"name"_s, person.name},
            {u"role"_s, person.role},       {u"title"_s, person.title}, {u"unit"_s, person.unit}};
}

QJsonObject json(const Directory& directory) {
    QJsonArray agencies;
    for (const AgencyEntry& agency : directory.agencies) {
        agencies.append(json(agency));
    }
    QJsonArray people;
    for (const PersonEntry& person : directory.people) {
        people.append(json(person));
    }
    return {{u"version"_s, directory.version},
            {u"more"_s, directory.more},
            {u"agencies"_s, agencies},
            {u"people"_s, people}};
}

QJsonObject json(const ServerStatus& status) {
    return {{u"version"_s, status.version},
            {u"time"_s, status.time.toMSecsSinceEpoch()},
            {u"account"_s, status.account},
            {u"agency"_s, status.agency},
            {u"mailboxes"_s, QJsonArray::fromStringList(status.mailboxes)},
            {u"maximumContentBytes"_s, status.maximumContentBytes}};
}

std::optional<MessageHeader> header(const QJsonObject& object) {
    FieldReader fields(object);
    MessageHeader read;
    read.stream = fields.string("stream");
    read.sequence = fields.number("sequence");
    read.kind = fields.string("kind");
    read.messageId = fields.string("messageId");
    read.author = fields.string("author");
    read.authorAgency = fields.string("authorAgency");
    read.time = fields.time("time");
    read.payloadSha256 = fields.latin("payloadSha256");
    read.attachedSha256 = fields.latin("attachedSha256");
    read.previousHeaderSha256 = fields.latin("previous");
    read.authorRole = object.value("authorRole"_L1).toString();
    return fields.result(read);
}

std::optional<Message> message(const QJsonObject& object) {
    FieldReader fields(object);
    const std::optional<MessageHeader> head = header(fields.object("header"));
    Message read;
    read.payload = fields.bytes("payload");
    read.cites = fields.latins("cites");
    read.participants = fields.strings("participants");
    read.erased = object.value("erased"_L1).toBool();
    if (!head) {
        return std::nullopt;
    }
    read.header = *head;
    return fields.result(read);
}

std::optional<FeedEntry> feedEntry(const QJsonObject& object) {
    FieldReader fields(object);
    FeedEntry read;
    read.cursor = fields.number("cursor");
    read.stream = fields.string("stream");
    read.sequence = fields.number("sequence");
    return fields.result(read);
}

std::optional<Append> append(const QJsonObject& object) {
    FieldReader fields(object);
    Append read;
    read.stream = fields.string("stream");
    read.expectedSequence = fields.number("expectedSequence");
    read.kind = fields.string("kind");
    read.messageId = fields.string("messageId");
    read.payload = fields.bytes("payload");
    read.cites = fields.latins("cites");
    read.participants = fields.strings("participants");
    read.lastSeenHead = fields.latin("lastSeenHead");
    return fields.result(read);
}

std::optional<PacketReceipt> packetReceipt(const QJsonObject& object) {
    FieldReader fields(object);
    PacketReceipt read;
    read.sha256 = fields.latin("sha256");
    read.stream = fields.string("stream");
    read.kind = fields.string("kind");
    read.time = fields.time("time");
    read.receivers = fields.strings("receivers");
    return fields.result(read);
}

std::optional<AgencyEntry> agency(const QJsonObject& object) {
    FieldReader fields(object);
    AgencyEntry read;
    read.organId = fields.string("organId");
    read.name = fields.string("name");
    read.inCharge = fields.string("inCharge");
    read.validFrom = fields.date("validFrom");
    read.validTo = fields.date("validTo");
    read.successor = fields.string("successor");
    read.sealCertificateSha256 = fields.latins("sealCertificateSha256");
    read.isLocal = fields.boolean("isLocal");
    return fields.result(read);
}

std::optional<PersonEntry> person(const QJsonObject& object) {
    FieldReader fields(object);
    PersonEntry read;
    read.mailbox = fields.string("mailbox");
    read.login = fields.string("login");
    read.name = fields.string("name");
    read.role = fields.string("role");
    read.title = fields.string("title");
    read.unit = fields.string("unit");
    return fields.result(read);
}

std::optional<Directory> directory(const QJsonObject& object) {
    FieldReader fields(object);
    Directory read;
    read.version = fields.number("version");
    read.more = object.value("more"_L1).toBool();
    for (const QJsonValue& value : fields.array("agencies")) {
        const std::optional<AgencyEntry> entry = agency(value.toObject());
        if (!entry) {
            return std::nullopt;
        }
        read.agencies.append(*entry);
    }
    for (const QJsonValue& value : fields.array("people")) {
        const std::optional<PersonEntry> entry = person(value.toObject());
        if (!entry) {
            return std::nullopt;
        }
        read.people.append(*entry);
    }
    return fields.result(read);
}

std::optional<ServerStatus> serverStatus(const QJsonObject& object) {
    FieldReader fields(object);
    ServerStatus read;
    read.version = fields.string("version");
    read.time = fields.time("time");
    read.account = fields.string("account");
    read.agency = fields.string("agency");
    read.mailboxes = fields.strings("mailboxes");
    read.maximumContentBytes = fields.number("maximumContentBytes");
    return fields.result(read);
}

QStringList texts(const QJsonObject& object, const char* name) {
    QStringList list;
    for (const QJsonValue& value : object.value(QLatin1StringView(name)).toArray()) {
        if (value.isString()) {
            list.append(value.toString());
        }
    }
    return list;
}

QByteArray text(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<QJsonObject> object(const QByteArray& body) {
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace exchange::wire
