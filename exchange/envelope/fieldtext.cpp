// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/fieldtext.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int VietnamOffsetSeconds = 7 * 3600;

/// What the two parsers share: a date at the beginning, perhaps a time behind it.
struct Moment {
    QDate date;
    QTime time;
    bool timeIsWrong = false;
    int offsetSeconds = VietnamOffsetSeconds; ///< packets carry no zone; where one does, it counts
};

/// "Z", "+07:00", "-0530", "+07"; nothing for what is none.
std::optional<int> offsetFrom(const QString& zone) {
    static const QRegularExpression offset(u"^([+-])([0-9]{2}):?([0-9]{2})?$"_s);
    if (zone == u"Z") {
        return 0;
    }
    const auto found = offset.match(zone);
    const int seconds = found.captured(2).toInt() * 3600 + found.captured(3).toInt() * 60;
    if (!found.hasMatch() || seconds > 14 * 3600 || found.captured(3).toInt() > 59) {
        return std::nullopt;
    }
    return found.captured(1) == u"-" ? -seconds : seconds;
}

std::optional<Moment> momentFrom(const QString& text) {
    static const QRegularExpression yearFirst(
        u"^([0-9]{4})[/-]([0-9]{1,2})[/-]([0-9]{1,2})(?:[T ]+([0-9:]+)(?:[.][0-9]+)?(Z|[+-][0-9:]+)?)?$"_s);
    static const QRegularExpression dayFirst(u"^([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})(?:[T ]+([0-9:]+))?$"_s);
    static const QRegularExpression clock(u"^([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2}))?$"_s);

    Moment moment;
    QString time;
    QString zone;
    if (const auto found = yearFirst.match(text); found.hasMatch()) {
        moment.date = QDate(found.captured(1).toInt(), found.captured(2).toInt(), found.captured(3).toInt());
        time = found.captured(4);
        zone = found.captured(5);
    } else if (const auto other = dayFirst.match(text); other.hasMatch()) {
        moment.date = QDate(other.captured(3).toInt(), other.captured(2).toInt(), other.captured(1).toInt());
        time = other.captured(4);
    }
    if (!moment.date.isValid()) {
        return {};
    }
    moment.time = QTime(0, 0);
    if (!time.isEmpty()) {
        const auto found = clock.match(time);
        moment.time = QTime(found.captured(1).toInt(), found.captured(2).toInt(), found.captured(3).toInt());
        moment.timeIsWrong = !found.hasMatch() || !moment.time.isValid();
    }
    if (!zone.isEmpty()) {
        const auto offset = offsetFrom(zone);
        moment.timeIsWrong = moment.timeIsWrong || !offset;
        moment.offsetSeconds = offset.value_or(VietnamOffsetSeconds);
    }
    return moment;
}

QString pad(int number, int digits) {
    return QString::number(number).rightJustified(digits, u'0');
}

QString dateForm(const QDate& date) {
    return pad(date.year(), 4) + u'/' + pad(date.month(), 2) + u'/' + pad(date.day(), 2);
}

} // namespace

DateText DateText::fromText(const QString& text) {
    DateText result{text.trimmed(), {}};
    if (const auto moment = momentFrom(result.raw)) {
        result.date = moment->date;
    }
    return result;
}

DateText DateText::of(const QDate& date) {
    return date.isValid() ? DateText{dateForm(date), date} : DateText{};
}

TimeText TimeText::fromText(const QString& text) {
    TimeText result{text.trimmed(), {}};
    if (const auto moment = momentFrom(result.raw); moment && !moment->timeIsWrong) {
        result.time = QDateTime(moment->date, moment->time, Qt::OffsetFromUTC, moment->offsetSeconds)
                          .toOffsetFromUtc(VietnamOffsetSeconds);
    }
    return result;
}

TimeText TimeText::of(const QDateTime& time) {
    if (!time.isValid()) {
        return {};
    }
    const QDateTime local = time.toOffsetFromUtc(VietnamOffsetSeconds);
    const QTime clock = local.time();
    return fromText(dateForm(local.date()) + u' ' + pad(clock.hour(), 2) + u':' + pad(clock.minute(), 2) + u':' +
                    pad(clock.second(), 2));
}

qsizetype charactersOf(const QString& text) {
    return std::ranges::count_if(text, [](QChar character) { return !character.isLowSurrogate(); });
}

NumberText NumberText::fromText(const QString& text) {
    static const QRegularExpression digits(u"^[0-9]{1,9}$"_s);
    NumberText result{text.trimmed(), {}};
    if (digits.match(result.raw).hasMatch()) {
        result.value = result.raw.toInt();
    }
    return result;
}

NumberText NumberText::of(int value) {
    return fromText(QString::number(value));
}

} // namespace exchange
