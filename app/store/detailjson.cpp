// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/draftjson.h"
#include "app/domain/packetfacts.h"
#include "app/domain/signaturelevel.h"
#include "app/domain/vietnamtime.h"
#include "app/store/documentrecord.h"
#include "docsig/report/reportjson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QJsonObject contentJson(const ContentRef& content) {
    return {{u"sha256"_s, QString::fromLatin1(content.sha256)},
            {u"name"_s, content.name},
            {u"mediaType"_s, content.mediaType},
            {u"size"_s, content.size},
            {u"role"_s, static_cast<int>(content.role)}};
}

ContentRef contentFrom(const QJsonObject& object) {
    return {.sha256 = object[u"sha256"_s].toString().toLatin1(),
            .name = object[u"name"_s].toString(),
            .mediaType = object[u"mediaType"_s].toString(),
            .size = object[u"size"_s].toInteger(),
            .role = static_cast<ContentRef::Role>(object[u"role"_s].toInt())};
}

QStringList textsFrom(const QJsonValue& value) {
    QStringList texts;
    for (const QJsonValue& text : value.toArray()) {
        texts.append(text.toString());
    }
    return texts;
}

QJsonObject offerJson(const ChangeOffer& offer) {
    return {{u"packet"_s, QString::fromLatin1(offer.packetSha256)},
            {u"kind"_s, changeKey(offer.kind)},
            {u"state"_s, offerKey(offer.state)},
            {u"reason"_s, offer.reason},
            {u"received"_s, isoTime(offer.received)},
            {u"answer"_s, offer.answer},
            {u"document"_s, offer.document ? offer.document->text() : QString()}};
}

ChangeOffer offerFrom(const QJsonObject& object) {
    return {.packetSha256 = object[u"packet"_s].toString().toLatin1(),
            .kind = changeFromKey(object[u"kind"_s].toString()).value_or(ChangeKind::Withdraw),
            .state = offerFromKey(object[u"state"_s].toString()).value_or(ChangeOffer::State::Told),
            .reason = object[u"reason"_s].toString(),
            .received = parseIsoTime(object[u"received"_s].toString()),
            .answer = object[u"answer"_s].toString(),
            .document = DocumentId::parse(object[u"document"_s].toString())};
}

QJsonObject noteJson(const ChangeNote& note) {
    return {{u"packet"_s, QString::fromLatin1(note.packetSha256)},
            {u"kind"_s, changeKey(note.kind)},
            {u"from"_s, note.from.text()},
            {u"reason"_s, note.reason},
            {u"received"_s, isoTime(note.received)},
            {u"asks"_s, note.asks}};
}

ChangeNote noteFrom(const QJsonObject& object) {
    return {.packetSha256 = object[u"packet"_s].toString().toLatin1(),
            .kind = changeFromKey(object[u"kind"_s].toString()).value_or(ChangeKind::Withdraw),
            .from = OrganId::parse(object[u"from"_s].toString()).value_or(OrganId()),
            .reason = object[u"reason"_s].toString(),
            .received = parseIsoTime(object[u"received"_s].toString()),
            .asks = object[u"asks"_s].toBool(),
            .document = std::nullopt};
}

QJsonObject workJson(const WorkLine& line) {
    QJsonObject object{{u"to"_s, line.to},
                       {u"role"_s, workRoleKey(line.role)},
                       {u"by"_s, line.by},
                       {u"at"_s, isoTime(line.at)},
                       {u"words"_s, line.words},
                       {u"dueDate"_s, line.dueDate.toString(Qt::ISODate)},
                       {u"state"_s, workStateKey(line.state)},
                       {u"note"_s, line.note},
                       {u"changed"_s, isoTime(line.changed)}};
    if (line.askedUntil.isValid()) {
        object[u"askedUntil"_s] = line.askedUntil.toString(Qt::ISODate);
        object[u"askedWhy"_s] = line.askedWhy;
    }
    if (line.cause != WorkCause::Directed) {
        object[u"cause"_s] = workCauseKey(line.cause);
    }
    return object;
}

WorkLine workFrom(const QJsonObject& object) {
    return {.to = object[u"to"_s].toString(),
            .role = workRoleFromKey(object[u"role"_s].toString()).value_or(WorkRole::Inform),
            .by = object[u"by"_s].toString(),
            .at = parseIsoTime(object[u"at"_s].toString()),
            .words = object[u"words"_s].toString(),
            .dueDate = QDate::fromString(object[u"dueDate"_s].toString(), Qt::ISODate),
            .state = workStateFromKey(object[u"state"_s].toString()).value_or(WorkState::Open),
            .note = object[u"note"_s].toString(),
            .changed = parseIsoTime(object[u"changed"_s].toString()),
            .askedUntil = QDate::fromString(object[u"askedUntil"_s].toString(), Qt::ISODate),
            .askedWhy = object[u"askedWhy"_s].toString(),
            .cause = workCauseFromKey(object[u"cause"_s].toString()).value_or(WorkCause::Directed)};
}

QJsonObject commentJson(const Comment& comment) {
    QJsonObject object{
        {u"id"_s, comment.id}, {u"by"_s, comment.by}, {u"at"_s, isoTime(comment.at)}, {u"text"_s, comment.text}};
    if (comment.withdrawn.isValid()) {
        object[u"withdrawn"_s] = isoTime(comment.withdrawn);
    }
    if (!comment.as.isEmpty()) {
        object[u"as"_s] = comment.as;
    }
    if (!comment.mentions.isEmpty()) {
        object[u"mentions"_s] = QJsonArray::fromStringList(comment.mentions);
    }
    if (comment.isPending) {
        object[u"pending"_s] = true;
    }
    return object;
}

Comment commentFrom(const QJsonObject& object) {
    return {.id = object[u"id"_s].toString(),
            .by = object[u"by"_s].toString(),
            .as = object[u"as"_s].toString(),
            .at = parseIsoTime(object[u"at"_s].toString()),
            .text = object[u"text"_s].toString(),
            .mentions = textsFrom(object[u"mentions"_s]),
            .isPending = object[u"pending"_s].toBool(),
            .withdrawn = parseIsoTime(object[u"withdrawn"_s].toString())};
}

void addComments(const DocumentDetail& detail, QJsonObject& object) {
    QJsonArray comments;
    for (const Comment& comment : detail.comments) {
        comments.append(commentJson(comment));
    }
    if (!comments.isEmpty()) {
        object[u"comments"_s] = comments;
    }
}

void addExtras(const DocumentDetail& detail, QJsonObject& object) {
    QJsonArray extras;
    for (const PacketExtra& extra : detail.extras) {
        extras.append(toJson(extra));
    }
    if (!extras.isEmpty()) {
        object[u"extras"_s] = extras;
    }
}

void addWork(const DocumentDetail& detail, QJsonObject& object) {
    QJsonArray work;
    for (const WorkLine& line : detail.work) {
        work.append(workJson(line));
    }
    if (!work.isEmpty()) {
        object[u"work"_s] = work;
    }
    if (!detail.reversible.isEmpty()) {
        object[u"reversible"_s] = detail.reversible;
    }
}

/// Most documents were never changed: they carry nothing of it.
void addChanges(const DocumentDetail& detail, QJsonObject& object) {
    QJsonArray changes;
    for (const ChangeOffer& offer : detail.changes) {
        changes.append(offerJson(offer));
    }
    QJsonArray foreign;
    for (const ChangeNote& note : detail.foreignChanges) {
        foreign.append(noteJson(note));
    }
    if (!changes.isEmpty()) {
        object[u"changes"_s] = changes;
    }
    if (!foreign.isEmpty()) {
        object[u"foreignChanges"_s] = foreign;
    }
}

void readChanges(const QJsonObject& object, DocumentDetail& detail) {
    for (const QJsonValue& value : object[u"changes"_s].toArray()) {
        detail.changes.append(offerFrom(value.toObject()));
    }
    for (const QJsonValue& value : object[u"foreignChanges"_s].toArray()) {
        detail.foreignChanges.append(noteFrom(value.toObject()));
    }
}

} // namespace

QJsonObject detailJson(const DocumentDetail& detail) {
    QJsonArray receivers;
    for (const OrganRef& receiver : detail.receivers) {
        receivers.append(toJson(receiver));
    }
    QJsonArray contents;
    for (const ContentRef& content : detail.contents) {
        contents.append(contentJson(content));
    }
    QJsonArray revisions;
    for (const QByteArray& revision : detail.revisions) {
        revisions.append(QString::fromLatin1(revision));
    }
    QJsonObject object{{u"issuer"_s, toJson(detail.issuer)},
                       {u"superiorName"_s, detail.superiorName},
                       {u"number"_s, detail.number},
                       {u"numberText"_s, detail.numberText},
                       {u"notation"_s, detail.notation},
                       {u"date"_s, detail.date.toString(Qt::ISODate)},
                       {u"dateText"_s, detail.dateText},
                       {u"placeName"_s, detail.placeName},
                       {u"signer"_s, toJson(detail.signer)},
                       {u"receivers"_s, receivers},
                       {u"recipients"_s, QJsonArray::fromStringList(detail.recipients)},
                       {u"initialBy"_s, detail.initialBy},
                       {u"received"_s, isoTime(detail.received)},
                       {u"arrivalDate"_s, detail.arrivalDate.toString(Qt::ISODate)},
                       {u"reason"_s, detail.reason},
                       {u"pdf"_s, QString::fromLatin1(detail.pdfSha256)},
                       {u"evidence"_s, QString::fromLatin1(detail.evidenceSha256)},
                       {u"evidenceLevel"_s, docsig::word(detail.evidenceLevel)},
                       {u"places"_s, toJson(detail.places)},
                       {u"contents"_s, contents},
                       {u"revisions"_s, revisions},
                       {u"packetFindings"_s, QJsonArray::fromStringList(detail.packetFindings)}};
    if (detail.packetSignature != PacketSignatureFacts()) {
        object[u"packetSignature"_s] = toJson(detail.packetSignature);
    }
    if (detail.paper) {
        object[u"paper"_s] = toJson(*detail.paper);
    }
    if (detail.task) {
        object[u"task"_s] = toJson(*detail.task);
    }
    if (detail.replyTo) {
        object[u"replyTo"_s] = toJson(*detail.replyTo);
    }
    if (!detail.applicationType.isEmpty()) {
        object[u"applicationType"_s] = detail.applicationType;
    }
    addExtras(detail, object);
    addChanges(detail, object);
    addWork(detail, object);
    addComments(detail, object);
    return object;
}

void readDetailJson(const QJsonObject& object, DocumentDetail& detail) {
    detail.issuer = organFromJson(object[u"issuer"_s].toObject());
    detail.superiorName = object[u"superiorName"_s].toString();
    detail.number = object[u"number"_s].toInt();
    detail.numberText = object[u"numberText"_s].toString();
    detail.notation = object[u"notation"_s].toString();
    detail.date = QDate::fromString(object[u"date"_s].toString(), Qt::ISODate);
    detail.dateText = object[u"dateText"_s].toString();
    detail.placeName = object[u"placeName"_s].toString();
    detail.signer = signerFromJson(object[u"signer"_s].toObject());
    for (const QJsonValue& value : object[u"receivers"_s].toArray()) {
        detail.receivers.append(organFromJson(value.toObject()));
    }
    detail.recipients = textsFrom(object[u"recipients"_s]);
    detail.initialBy = object[u"initialBy"_s].toString();
    detail.received = parseIsoTime(object[u"received"_s].toString());
    detail.arrivalDate = QDate::fromString(object[u"arrivalDate"_s].toString(), Qt::ISODate);
    detail.paper = paperEntryFromJson(object[u"paper"_s].toObject());
    detail.task = taskEntryFromJson(object[u"task"_s].toObject());
    detail.reason = object[u"reason"_s].toString();
    detail.pdfSha256 = object[u"pdf"_s].toString().toLatin1();
    detail.evidenceSha256 = object[u"evidence"_s].toString().toLatin1();
    detail.evidenceLevel = levelFromWord(object[u"evidenceLevel"_s].toString());
    detail.places = placesFromJson(object[u"places"_s].toObject());
    for (const QJsonValue& value : object[u"contents"_s].toArray()) {
        detail.contents.append(contentFrom(value.toObject()));
    }
    for (const QJsonValue& value : object[u"revisions"_s].toArray()) {
        detail.revisions.append(value.toString().toLatin1());
    }
    detail.packetSignature = packetSignatureFromJson(object[u"packetSignature"_s].toObject());
    detail.packetFindings = textsFrom(object[u"packetFindings"_s]);
    readChanges(object, detail);
    detail.applicationType = object[u"applicationType"_s].toString();
    for (const QJsonValue& value : object[u"extras"_s].toArray()) {
        detail.extras.append(packetExtraFromJson(value.toObject()));
    }
    detail.reversible = object[u"reversible"_s].toString();
    for (const QJsonValue& value : object[u"work"_s].toArray()) {
        detail.work.append(workFrom(value.toObject()));
    }
    for (const QJsonValue& value : object[u"comments"_s].toArray()) {
        detail.comments.append(commentFrom(value.toObject()));
    }
    if (object.contains(u"replyTo"_s)) {
        detail.replyTo = referenceFromJson(object[u"replyTo"_s].toObject());
    }
}

} // namespace app
