// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace exchange {

/// A date as it stood in the packet and, where it could be read, as a date. Real packets carry impossible dates
/// (2014/02/30): the text is never lost.
struct DateText {
    QString raw;
    std::optional<QDate> date;

    /// Reads yyyy/MM/dd and, leniently, yyyy-MM-dd, dd/MM/yyyy and dd-MM-yyyy, with or without a time behind it.
    [[nodiscard]] static DateText fromText(const QString& text);
    /// The form of the standard, yyyy/MM/dd. An invalid date gives an empty text.
    [[nodiscard]] static DateText of(const QDate& date);

    [[nodiscard]] bool isEmpty() const { return raw.isEmpty(); }
    friend bool operator==(const DateText&, const DateText&) = default;
};

/// A moment as it stood in the packet and, where it could be read, as a time at UTC+7: packets carry no zone, and one
/// that stands there all the same is obeyed.
struct TimeText {
    QString raw;
    std::optional<QDateTime> time;

    /// Reads yyyy/MM/dd HH:mm:ss and, leniently, the date forms of DateText, a `T`, missing seconds, a missing time or
    /// an offset.
    [[nodiscard]] static TimeText fromText(const QString& text);
    /// The form of the standard, yyyy/MM/dd HH:mm:ss, in Vietnamese time.
    [[nodiscard]] static TimeText of(const QDateTime& time);

    [[nodiscard]] bool isEmpty() const { return raw.isEmpty(); }
    friend bool operator==(const TimeText&, const TimeText&) = default;
};

/// How many characters a text has, as the limits of the standard count them: one outside the basic plane is one.
[[nodiscard]] qsizetype charactersOf(const QString& text);

/// A number as it stood in the packet and, where it is one, as an integer of at least 0.
struct NumberText {
    QString raw;
    std::optional<int> value;

    [[nodiscard]] static NumberText fromText(const QString& text);
    [[nodiscard]] static NumberText of(int value);

    [[nodiscard]] bool isEmpty() const { return raw.isEmpty(); }
    friend bool operator==(const NumberText&, const NumberText&) = default;
};

} // namespace exchange
