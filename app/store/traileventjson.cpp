// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/traileventjson.h"

#include "app/domain/vietnamtime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace app {

QString trailEventsText(const QList<TrailEvent>& events) {
    QJsonArray array;
    for (const TrailEvent& event : events) {
        array.append(QJsonObject{{u"code"_s, event.code},
                                 {u"time"_s, isoTime(event.time)},
                                 {u"reason"_s, event.reason},
                                 {u"person"_s, event.person},
                                 {u"late"_s, event.late}});
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<TrailEvent> trailEventsFrom(const QString& text) {
    QList<TrailEvent> events;
    for (const QJsonValue& value : QJsonDocument::fromJson(text.toUtf8()).array()) {
        const QJsonObject object = value.toObject();
        events.append({.code = object[u"code"_s].toString(),
                       .time = parseIsoTime(object[u"time"_s].toString()),
                       .reason = object[u"reason"_s].toString(),
                       .person = object[u"person"_s].toString(),
                       .late = object[u"late"_s].toBool()});
    }
    return events;
}

} // namespace app
