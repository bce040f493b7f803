// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/workdays.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QString>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr int furthestDays = 3 * 366; // whoever enters nothing but holidays ends here

/// "MM-dd" of each.
const QSet<QString>& yearlyHolidays() {
    static const QSet<QString> days = [] {
        QSet<QString> found;
        QFile file(u":/congvan/office/holidays.json"_s);
        const QByteArray json = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        for (const QJsonValue& day : QJsonDocument::fromJson(json).object().value("yearly"_L1).toArray()) {
            found.insert(day.toString());
        }
        return found;
    }();
    return days;
}

} // namespace

bool isWorkday(const QDate& day, const QList<QDate>& holidays) {
    return day.dayOfWeek() < Qt::Saturday && !holidays.contains(day) &&
           !yearlyHolidays().contains(day.toString(u"MM-dd"_s));
}

int workdaysLeft(const QDate& from, const QDate& until, const QList<QDate>& holidays) {
    int left = 0;
    const QDate end = qMin(until, from.addDays(furthestDays));
    for (QDate day = from.addDays(1); day <= end; day = day.addDays(1)) {
        left += isWorkday(day, holidays) ? 1 : 0;
    }
    return left;
}

QDate lastWithin(const QDate& from, int workdays, const QList<QDate>& holidays) {
    QDate day = from;
    int left = workdays;
    for (int ahead = 1; ahead <= furthestDays; ++ahead) {
        left -= isWorkday(from.addDays(ahead), holidays) ? 1 : 0;
        if (left < 0) {
            break;
        }
        day = from.addDays(ahead);
    }
    return day;
}

} // namespace app
