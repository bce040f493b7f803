// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/vietnamtime.h"

#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr int offsetSeconds = 7 * 3600;

} // namespace

QDateTime vietnamTime(const QDateTime& moment) {
    return moment.isValid() ? moment.toOffsetFromUtc(offsetSeconds) : QDateTime();
}

QDate vietnamDate(const QDateTime& moment) {
    return vietnamTime(moment).date();
}

QDateTime vietnamDayBegin(const QDate& day) {
    return QDateTime(day, QTime(0, 0), QTimeZone(7 * 3600)).toUTC();
}

QDate vietnamToday() {
    return vietnamDate(QDateTime::currentDateTimeUtc());
}

QString timeDisplay(const QDateTime& moment) {
    return vietnamTime(moment).toString(u"dd/MM/yyyy HH:mm"_s);
}

QString dateDisplay(const QDate& date) {
    return date.toString(u"dd/MM/yyyy"_s);
}

QString isoTime(const QDateTime& moment) {
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime parseIsoTime(QStringView text) {
    QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (moment.isValid() && moment.timeSpec() == Qt::LocalTime) {
        moment.setTimeSpec(Qt::UTC);
    }
    return moment.isValid() ? moment.toUTC() : QDateTime();
}

} // namespace app
