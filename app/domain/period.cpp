// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/period.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr int monthsOfQuarter = 3;
constexpr int earliestYear = 1900;

bool isAsciiDigit(QChar letter) {
    return letter >= u'0' && letter <= u'9';
}

} // namespace

Result<Period> periodOf(const QDate& from, const QDate& to) {
    const Period period{from, to};
    if (!period.isValid()) {
        return fail("period-wrong", from.toString(Qt::ISODate) + u" – "_s + to.toString(Qt::ISODate));
    }
    return period;
}

Result<Period> quarterFromKey(const QString& key) {
    const bool isWhole = key.size() == 6 && key[4].toUpper() == u'Q' && key[5] >= u'1' && key[5] <= u'4' &&
                         isAsciiDigit(key[0]) && isAsciiDigit(key[1]) && isAsciiDigit(key[2]) && isAsciiDigit(key[3]);
    const int year = isWhole ? key.left(4).toInt() : 0;
    if (year < earliestYear) {
        return fail("quarter-unreadable", key);
    }
    return quarterOf(QDate(year, (key[5].digitValue() - 1) * monthsOfQuarter + 1, 1));
}

Period quarterOf(const QDate& day) {
    const int firstMonth = (day.month() - 1) / monthsOfQuarter * monthsOfQuarter + 1;
    const QDate from(day.year(), firstMonth, 1);
    return {from, from.addMonths(monthsOfQuarter).addDays(-1)};
}

Period quarterBefore(const QDate& day) {
    return quarterOf(quarterOf(day).from.addDays(-1));
}

Period yearOf(int year) {
    return {QDate(year, 1, 1), QDate(year, 12, 31)};
}

} // namespace app
