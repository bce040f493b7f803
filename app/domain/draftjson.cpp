// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/draftjson.h"

#include "app/domain/vietnamtime.h"

#include <QJsonArray>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QJsonArray toArray(const QStringList& texts) {
    return QJsonArray::fromStringList(texts);
}

QStringList textsFrom(const QJsonValue& value) {
    QStringList texts;
    for (const QJsonValue& text : value.toArray()) {
        texts.append(text.toString());
    }
    return texts;
}

QString dateText(const QDate& date) {
    return date.toString(Qt::ISODate);
}

QDate dateFrom(const QJsonValue& value) {
    return QDate::fromString(value.toString(), Qt::ISODate);
}

QJsonObject toJson(const PageBox& box) {
    return {{u"page"_s, box.page},
            {u"x"_s, box.rect.x()},
            {u"y"_s, box.rect.y()},
            {u"width"_s, box.rect.width()},
            {u"height"_s, box.rect.height()}};
}

PageBox boxFrom(const QJsonValue& value) {
    const QJsonObject object = value.toObject();
    return {.page = object[u"page"_s].toInt(),
            .rect = QRectF(object[u"x"_s].toDouble(), object[u"y"_s].toDouble(), object[u"width"_s].toDouble(),
                           object[u"height"_s].toDouble())};
}

/// The plain texts of a draft, by their name in the file.
const std::array plainTexts{
    std::pair{"superiorName"_L1, &Draft::superiorName}, std::pair{"organName"_L1, &Draft::organName},
    std::pair{"notation"_L1, &Draft::notation},         std::pair{"placeName"_L1, &Draft::placeName},
    std::pair{"subject"_L1, &Draft::subject},           std::pair{"issuingAuthority"_L1, &Draft::issuingAuthority},
    std::pair{"importedName"_L1, &Draft::importedName}, std::pair{"author"_L1, &Draft::author},
    std::pair{"returnReason"_L1, &Draft::returnReason}, std::pair{"initialBy"_L1, &Draft::initialBy},
};

const std::array lists{
    std::pair{"addressees"_L1, &Draft::addressees},
    std::pair{"legalGrounds"_L1, &Draft::legalGrounds},
    std::pair{"body"_L1, &Draft::body},
    std::pair{"recipients"_L1, &Draft::recipients},
};

} // namespace

QJsonObject toJson(const OrganRef& organ) {
    return {{u"organId"_s, organ.id.text()}, {u"name"_s, organ.name}};
}

OrganRef organFromJson(const QJsonObject& object) {
    return {.id = OrganId::parse(object[u"organId"_s].toString()).value_or(OrganId()),
            .name = object[u"name"_s].toString()};
}

QJsonObject toJson(const SignerFacts& signer) {
    return {{u"competence"_s, signer.competence},
            {u"position"_s, signer.position},
            {u"fullName"_s, signer.fullName},
            {u"mailbox"_s, signer.mailbox}};
}

SignerFacts signerFromJson(const QJsonObject& object) {
    return {.competence = object[u"competence"_s].toString(),
            .position = object[u"position"_s].toString(),
            .fullName = object[u"fullName"_s].toString(),
            .mailbox = object[u"mailbox"_s].toString()};
}

QJsonObject toJson(const FlowPlaces& places) {
    return {{u"number"_s, toJson(places.number)},
            {u"date"_s, toJson(places.date)},
            {u"leaderSignature"_s, toJson(places.leaderSignature)},
            {u"seal"_s, toJson(places.seal)},
            {u"initial"_s, toJson(places.initial)}};
}

FlowPlaces placesFromJson(const QJsonObject& object) {
    return {.number = boxFrom(object[u"number"_s]),
            .date = boxFrom(object[u"date"_s]),
            .leaderSignature = boxFrom(object[u"leaderSignature"_s]),
            .seal = boxFrom(object[u"seal"_s]),
            .initial = boxFrom(object[u"initial"_s])};
}

QJsonObject toJson(const DocumentReference& reference) {
    QJsonObject object{{u"organId"_s, reference.organ.text()},
                       {u"packetDocumentId"_s, reference.packetDocumentId},
                       {u"number"_s, reference.number},
                       {u"notation"_s, reference.notation},
                       {u"date"_s, dateText(reference.date)}};
    if (reference.local) {
        object[u"local"_s] = reference.local->text();
    }
    return object;
}

DocumentReference referenceFromJson(const QJsonObject& object) {
    return {.organ = OrganId::parse(object[u"organId"_s].toString()).value_or(OrganId()),
            .packetDocumentId = object[u"packetDocumentId"_s].toString(),
            .number = object[u"number"_s].toString(),
            .notation = object[u"notation"_s].toString(),
            .date = dateFrom(object[u"date"_s]),
            .local = DocumentId::parse(object[u"local"_s].toString())};
}

QJsonObject toJson(const Draft& draft) {
    QJsonObject object{{u"id"_s, draft.id.text()},
                       {u"kind"_s, factsOf(draft.kind).key},
                       {u"signer"_s, toJson(draft.signer)},
                       {u"urgency"_s, urgencyKey(draft.urgency)},
                       {u"secrecy"_s, secrecyKey(draft.secrecy)},
                       {u"dueDate"_s, dateText(draft.dueDate)},
                       {u"importedPdfSha256"_s, QString::fromLatin1(draft.importedPdfSha256)},
                       {u"places"_s, toJson(draft.places)},
                       {u"savedAt"_s, isoTime(draft.savedAt)}};
    for (const auto& [name, member] : plainTexts) {
        object[name] = draft.*member;
    }
    for (const auto& [name, member] : lists) {
        object[name] = toArray(draft.*member);
    }
    QJsonArray articles;
    for (const Article& article : draft.articles) {
        articles.append(QJsonObject{{u"title"_s, article.title}, {u"paragraphs"_s, toArray(article.paragraphs)}});
    }
    object[u"articles"_s] = articles;
    QJsonArray receivers;
    for (const OrganRef& receiver : draft.receivers) {
        receivers.append(toJson(receiver));
    }
    object[u"receivers"_s] = receivers;
    if (draft.replyTo) {
        object[u"replyTo"_s] = toJson(*draft.replyTo);
    }
    return object;
}

std::optional<Draft> draftFromJson(const QJsonObject& object) {
    const std::optional<DocumentId> id = DocumentId::parse(object[u"id"_s].toString());
    const std::optional<DocumentKind> kind = kindFromKey(object[u"kind"_s].toString());
    if (!id || !kind) {
        return std::nullopt;
    }
    Draft draft{.id = *id, .kind = *kind};
    draft.signer = signerFromJson(object[u"signer"_s].toObject());
    draft.urgency = urgencyFromKey(object[u"urgency"_s].toString()).value_or(Urgency::Normal);
    // A word that is not understood must not make a secret document an open one.
    draft.secrecy = object.contains(u"secrecy"_s)
                        ? secrecyFromKey(object[u"secrecy"_s].toString()).value_or(Secrecy::TopSecret)
                        : Secrecy::None;
    draft.dueDate = dateFrom(object[u"dueDate"_s]);
    draft.importedPdfSha256 = object[u"importedPdfSha256"_s].toString().toLatin1();
    draft.places = placesFromJson(object[u"places"_s].toObject());
    draft.savedAt = parseIsoTime(object[u"savedAt"_s].toString());
    for (const auto& [name, member] : plainTexts) {
        draft.*member = object[name].toString();
    }
    for (const auto& [name, member] : lists) {
        draft.*member = textsFrom(object[name]);
    }
    for (const QJsonValue& value : object[u"articles"_s].toArray()) {
        const QJsonObject article = value.toObject();
        draft.articles.append(
            {.title = article[u"title"_s].toString(), .paragraphs = textsFrom(article[u"paragraphs"_s])});
    }
    for (const QJsonValue& value : object[u"receivers"_s].toArray()) {
        const OrganRef receiver = organFromJson(value.toObject());
        if (receiver.id.isEmpty()) {
            return std::nullopt;
        }
        draft.receivers.append(receiver);
    }
    if (object.contains(u"replyTo"_s)) {
        draft.replyTo = referenceFromJson(object[u"replyTo"_s].toObject());
    }
    return draft;
}

} // namespace app
