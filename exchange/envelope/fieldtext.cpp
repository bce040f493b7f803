// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/fieldtext.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int VietnamOffsetSeconds = 7 * 3600;

/// What the two parsers share: a date at the beginning, perhaps a time behind it.
struct Moment {
    QDate date;
    QTime time;
    bool timeIsWrong = false;
};

std::optional<Moment> momentFrom(const QString& text) {
    static const QRegularExpression yearFirst(
        u"^([0-9]{4})[/-]([0-9]{1,2})[/-]([0-9]{1,2})(?:[T ]+([0-9:]+)(?:[.][0-9]+)?(?:Z|[+-][0-9:]+)?)?$"_s);
    static const QRegularExpression dayFirst(u"^([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})(?:[T ]+([0-9:]+))?$"_s);
    static const QRegularExpression clock(u"^([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2}))?$"_s);

    Moment moment;
    QString time;
    if (const auto found = yearFirst.match(text); found.hasMatch()) {
        moment.date = QDate(found.captured(1).toInt(), found.captured(2).toInt(), found.captured(3).toInt());
        time = found.captured(4);
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
        result.time = QDateTime(moment->date, moment->time, Qt::OffsetFromUTC, VietnamOffsetSeconds);
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
