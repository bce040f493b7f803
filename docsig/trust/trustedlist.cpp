// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/trustedlist.h"

#include "docsig/report/jsonreader.h"

#include <QJsonArray>

#include <array>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array kinds{"authority", "time-stamping", "ocsp", "other"};

QJsonValue timeText(const QDateTime& time) {
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const TrustedService& service) {
    QJsonArray certificates;
    for (const QByteArray& der : service.certificates) {
        certificates.append(QString::fromLatin1(der.toBase64()));
    }
    QJsonArray statuses;
    for (const TrustedService::Status& status : service.statuses) {
        statuses.append(
            QJsonObject{{u"from"_s, timeText(status.from)}, {u"granted"_s, status.granted}, {u"word"_s, status.word}});
    }
    return {{u"kind"_s, QString::fromLatin1(kinds.at(static_cast<std::size_t>(service.kind)))},
            {u"provider"_s, service.provider},
            {u"name"_s, service.name},
            {u"certificates"_s, certificates},
            {u"statuses"_s, statuses}};
}

TrustedService::Status readStatus(JsonReader& from) {
    TrustedService::Status status;
    status.from = from.time(u"from"_s);
    status.granted = from.flag(u"granted"_s);
    status.word = from.text(u"word"_s);
    return status;
}

TrustedService readService(JsonReader& from) {
    TrustedService service;
    service.kind = from.choice<TrustedService::Kind>(u"kind"_s, kinds);
    service.provider = from.text(u"provider"_s);
    service.name = from.text(u"name"_s);
    const QStringList certificates = from.texts(u"certificates"_s);
    for (const QString& certificate : certificates) {
        service.certificates.append(QByteArray::fromBase64(certificate.toLatin1()));
    }
    service.statuses = from.children<TrustedService::Status>(u"statuses"_s, readStatus);
    return service;
}

} // namespace

std::optional<TrustedService::Status> TrustedService::statusAt(const QDateTime& at) const {
    for (const Status& status : statuses) {
        if (status.from <= at) {
            return status;
        }
    }
    return std::nullopt;
}

QList<Finding> concernsOf(const TrustedList& list, const QDateTime& at) {
    if (list.nextUpdate.isValid() && list.nextUpdate < at) {
        return {finding("trusted-list-outdated", Part::Trust, Weight::Doubt, list.nextUpdate.toString(Qt::ISODate))};
    }
    return {};
}

QJsonObject toJson(const TrustedList& list) {
    QJsonArray services;
    for (const TrustedService& service : list.services) {
        services.append(toJson(service));
    }
    return {{u"territory"_s, list.territory},
            {u"operatorName"_s, list.operatorName},
            {u"schemeName"_s, list.schemeName},
            {u"sequence"_s, list.sequence},
            {u"issued"_s, timeText(list.issued)},
            {u"nextUpdate"_s, timeText(list.nextUpdate)},
            {u"operatorSha256"_s, QString::fromLatin1(list.operatorSha256)},
            {u"services"_s, services}};
}

std::optional<TrustedList> trustedListFromJson(const QJsonObject& object) {
    JsonReader from(object);
    TrustedList list;
    list.territory = from.text(u"territory"_s);
    list.operatorName = from.text(u"operatorName"_s);
    list.schemeName = from.text(u"schemeName"_s);
    list.sequence = from.number<int>(u"sequence"_s);
    list.issued = from.time(u"issued"_s);
    list.nextUpdate = from.time(u"nextUpdate"_s);
    list.operatorSha256 = from.text(u"operatorSha256"_s).toLatin1();
    list.services = from.children<TrustedService>(u"services"_s, readService);
    return from.isGood() ? std::optional(list) : std::nullopt;
}

} // namespace docsig
