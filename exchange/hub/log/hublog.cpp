// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/log/hublog.h"

#include <QJsonDocument>

#include <cmath>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

QString timeText(const QDateTime& time) {
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QByteArray lineOf(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

void AccessLog::note(const FinishedRequest& request) noexcept {
    if (!m_file.isOn()) {
        return;
    }
    QJsonObject line{{u"time"_s, timeText(request.time)},
                     {u"request"_s, QString::fromLatin1(request.requestId)},
                     {u"call"_s, QString::fromLatin1(request.call)},
                     {u"account"_s, request.account},
                     {u"address"_s, request.address},
                     {u"status"_s, request.status},
                     {u"received"_s, request.received},
                     {u"sent"_s, request.sent},
                     {u"ms"_s, std::round(request.seconds * 10'000) / 10}};
    if (!request.code.isEmpty()) {
        line.insert(u"code"_s, request.code);
    }
    if (request.slept) {
        line.insert(u"slept"_s, true);
    }
    if (request.cut) {
        line.insert(u"cut"_s, true);
    }
    m_file.write(lineOf(line));
}

void HubLog::info(const QString& event, const QJsonObject& fields) noexcept {
    write(u"info"_s, event, fields);
}

void HubLog::failure(const QString& event, const exchange::Error& error, const QJsonObject& fields) noexcept {
    QJsonObject all = fields;
    all.insert(u"code"_s, error.code);
    all.insert(u"detail"_s, error.detail);
    write(u"error"_s, event, all);
}

void HubLog::write(const QString& level, const QString& event, QJsonObject fields) noexcept {
    fields.insert(u"time"_s, timeText(QDateTime::currentDateTimeUtc()));
    fields.insert(u"level"_s, level);
    fields.insert(u"event"_s, event);
    m_file.write(lineOf(fields));
}

} // namespace hub
