// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/packetfacts.h"

#include "app/domain/applicationkind.h"
#include "app/domain/draftjson.h"
#include "app/domain/keyedvalue.h"
#include "app/domain/vietnamtime.h"

#include <QJsonArray>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr QLatin1StringView kinds[] = {"document"_L1, "status"_L1, "unreadable"_L1};
constexpr QLatin1StringView signatureStates[] = {"none"_L1, "unchecked"_L1, "valid"_L1, "wrong"_L1};
constexpr QLatin1StringView contentRoles[] = {"main"_L1, "attachment"_L1, "packet"_L1, "status"_L1};

const std::array packetTexts{
    std::pair{"packetDocumentId"_L1, &PacketFacts::packetDocumentId},
    std::pair{"number"_L1, &PacketFacts::number},
    std::pair{"notation"_L1, &PacketFacts::notation},
    std::pair{"dateText"_L1, &PacketFacts::dateText},
    std::pair{"placeName"_L1, &PacketFacts::placeName},
    std::pair{"kindName"_L1, &PacketFacts::kindName},
    std::pair{"applicationType"_L1, &PacketFacts::applicationType},
    std::pair{"subject"_L1, &PacketFacts::subject},
    std::pair{"statusCode"_L1, &PacketFacts::statusCode},
    std::pair{"statusText"_L1, &PacketFacts::statusText},
    std::pair{"statusPerson"_L1, &PacketFacts::statusPerson},
};

QJsonObject toJson(const ContentRef& content) {
    return {{u"sha256"_s, QString::fromLatin1(content.sha256)},
            {u"name"_s, content.name},
            {u"mediaType"_s, content.mediaType},
            {u"size"_s, content.size},
            {u"role"_s, QString(contentRoles[static_cast<size_t>(content.role)])}};
}

template <typename Item>
QJsonArray arrayOf(const QList<Item>& items) {
    QJsonArray array;
    for (const Item& item : items) {
        array.append(toJson(item));
    }
    return array;
}

ContentRef contentFrom(const QJsonObject& object) {
    return {.sha256 = object[u"sha256"_s].toString().toLatin1(),
            .name = object[u"name"_s].toString(),
            .mediaType = object[u"mediaType"_s].toString(),
            .size = object[u"size"_s].toInteger(),
            .role = valueOf<ContentRef::Role>(contentRoles, object[u"role"_s].toString())
                        .value_or(ContentRef::Role::Attachment)};
}

QStringList packetTextsFrom(const QJsonValue& value) {
    QStringList texts;
    for (const QJsonValue& text : value.toArray()) {
        texts.append(text.toString());
    }
    return texts;
}

QJsonArray organsJson(const QList<OrganId>& organs) {
    QJsonArray array;
    for (const OrganId& organ : organs) {
        array.append(organ.text());
    }
    return array;
}

QList<OrganId> organsFrom(const QJsonValue& value) {
    QList<OrganId> organs;
    for (const QJsonValue& text : value.toArray()) {
        if (const std::optional<OrganId> organ = OrganId::parse(text.toString())) {
            organs.append(*organ);
        }
    }
    return organs;
}

QJsonObject toJson(const PacketChange& change) {
    return {{u"target"_s, change.target},
            {u"reason"_s, change.reason},
            {u"changesContent"_s, change.changesContent},
            {u"added"_s, organsJson(change.added)},
            {u"removed"_s, organsJson(change.removed)},
            {u"replaced"_s, QJsonArray::fromStringList(change.replaced)},
            {u"replacedForSome"_s, QJsonArray::fromStringList(change.replacedForSome)}};
}

PacketChange changeFrom(const QJsonObject& object) {
    return {.target = object[u"target"_s].toString(),
            .reason = object[u"reason"_s].toString(),
            .changesContent = object[u"changesContent"_s].toBool(),
            .added = organsFrom(object[u"added"_s]),
            .removed = organsFrom(object[u"removed"_s]),
            .replaced = packetTextsFrom(object[u"replaced"_s]),
            .replacedForSome = packetTextsFrom(object[u"replacedForSome"_s])};
}

} // namespace

QString PacketFacts::application() const {
    return applicationKindOf(applicationType, packetDocumentId, number);
}

QJsonObject toJson(const PacketExtra& extra) {
    return {{u"name"_s, extra.name}, {u"value"_s, extra.value}};
}

PacketExtra packetExtraFromJson(const QJsonObject& object) {
    return {.name = object[u"name"_s].toString(), .value = object[u"value"_s].toString()};
}

QJsonObject toJson(const PacketSignatureFacts& signature) {
    return {{u"state"_s, packetSignatureKey(signature.state)},
            {u"signer"_s, signature.signer},
            {u"reason"_s, signature.reason}};
}

PacketSignatureFacts packetSignatureFromJson(const QJsonObject& object) {
    return {.state = valueOf<PacketSignatureFacts::State>(signatureStates, object[u"state"_s].toString())
                         .value_or(PacketSignatureFacts::State::None),
            .signer = object[u"signer"_s].toString(),
            .reason = object[u"reason"_s].toString()};
}

QString packetSignatureKey(PacketSignatureFacts::State state) {
    return signatureStates[static_cast<size_t>(state)];
}

QJsonObject toJson(const PacketFacts& facts) {
    QJsonObject object{{u"sha256"_s, QString::fromLatin1(facts.sha256)},
                       {u"kind"_s, QString(kinds[static_cast<size_t>(facts.kind)])},
                       {u"problem"_s, facts.problem.code},
                       {u"problemDetail"_s, facts.problem.detail},
                       {u"findings"_s, QJsonArray::fromStringList(facts.findings)},
                       {u"from"_s, toJson(facts.from)},
                       {u"receivers"_s, arrayOf(facts.receivers)},
                       {u"date"_s, facts.date.toString(Qt::ISODate)},
                       {u"signer"_s, toJson(facts.signer)},
                       {u"dueDate"_s, facts.dueDate.toString(Qt::ISODate)},
                       {u"recipients"_s, QJsonArray::fromStringList(facts.recipients)},
                       {u"urgency"_s, urgencyKey(facts.urgency)},
                       {u"businessType"_s, facts.businessType},
                       {u"responseFor"_s, arrayOf(facts.responseFor)},
                       {u"contents"_s, arrayOf(facts.contents)},
                       {u"about"_s, toJson(facts.about)},
                       {u"statusTime"_s, isoTime(facts.statusTime)}};
    for (const auto& [name, member] : packetTexts) {
        object[name] = facts.*member;
    }
    if (facts.signature != PacketSignatureFacts()) {
        object[u"signature"_s] = toJson(facts.signature);
    }
    if (!facts.extras.isEmpty()) {
        object[u"extras"_s] = arrayOf(facts.extras);
    }
    if (!facts.unpacked) {
        object[u"unpacked"_s] = false;
    }
    if (facts.change != PacketChange()) {
        object[u"change"_s] = toJson(facts.change);
    }
    return object;
}

std::optional<PacketFacts> packetFactsFromJson(const QJsonObject& object) {
    const auto kind = valueOf<PacketFacts::Kind>(kinds, object[u"kind"_s].toString());
    if (!kind) {
        return std::nullopt;
    }
    PacketFacts facts;
    facts.sha256 = object[u"sha256"_s].toString().toLatin1();
    facts.kind = *kind;
    facts.unpacked = object[u"unpacked"_s].toBool(true);
    facts.problem = Error(object[u"problem"_s].toString(), object[u"problemDetail"_s].toString());
    facts.findings = packetTextsFrom(object[u"findings"_s]);
    facts.signature = packetSignatureFromJson(object[u"signature"_s].toObject());
    facts.from = organFromJson(object[u"from"_s].toObject());
    for (const QJsonValue& value : object[u"receivers"_s].toArray()) {
        facts.receivers.append(organFromJson(value.toObject()));
    }
    facts.date = QDate::fromString(object[u"date"_s].toString(), Qt::ISODate);
    facts.signer = signerFromJson(object[u"signer"_s].toObject());
    facts.dueDate = QDate::fromString(object[u"dueDate"_s].toString(), Qt::ISODate);
    facts.recipients = packetTextsFrom(object[u"recipients"_s]);
    facts.urgency = urgencyFromKey(object[u"urgency"_s].toString()).value_or(Urgency::Normal);
    facts.businessType = object[u"businessType"_s].toInt();
    facts.change = changeFrom(object[u"change"_s].toObject());
    for (const QJsonValue& value : object[u"responseFor"_s].toArray()) {
        facts.responseFor.append(referenceFromJson(value.toObject()));
    }
    for (const QJsonValue& value : object[u"contents"_s].toArray()) {
        facts.contents.append(contentFrom(value.toObject()));
    }
    for (const QJsonValue& value : object[u"extras"_s].toArray()) {
        facts.extras.append(packetExtraFromJson(value.toObject()));
    }
    facts.about = referenceFromJson(object[u"about"_s].toObject());
    facts.statusTime = parseIsoTime(object[u"statusTime"_s].toString());
    for (const auto& [name, member] : packetTexts) {
        facts.*member = object[name].toString();
    }
    return facts;
}

} // namespace app
