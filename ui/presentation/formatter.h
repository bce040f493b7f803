// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/sentences.h"

#include <QDate>
#include <QDateTime>
#include <QString>

namespace ui {

/// Writes numbers, days and errors as the language of the window has them: dd/MM/yyyy, HH:mm, 1.204 in Vietnamese and
/// 1,204 in English; moments with Vietnam's clock. A value; any thread.
class Formatter {
public:
    explicit Formatter(app::Language language = app::Language::Vietnamese)
        : m_language(language) {}

    [[nodiscard]] app::Language language() const { return m_language; }
    [[nodiscard]] QString count(qint64 number) const;
    /// The same for what is counted no further than app::mostCounted: "10.000+".
    [[nodiscard]] QString countUpToLimit(int number) const;
    /// A number of a book: "07", "1.204".
    [[nodiscard]] QString bookNumber(int number) const;
    [[nodiscard]] QString day(const QDate& date) const;
    [[nodiscard]] QString moment(const QDateTime& time) const;
    [[nodiscard]] QString clock(const QDateTime& time) const;
    /// As a list shows it: "09:42" today, "Yesterday", "21/11" this year, else "21/11/2025". `today` is Vietnam's.
    [[nodiscard]] QString listTime(const QDateTime& time, const QDate& today) const;
    /// "12 KB".
    [[nodiscard]] QString size(qint64 bytes) const;
    /// The sentence for a person.
    [[nodiscard]] QString sentence(const app::Error& error) const;
    [[nodiscard]] QString sentence(const QString& code) const;
    /// The name of a kind of document, which stores and packets write in Vietnamese.
    [[nodiscard]] QString kind(const QString& vietnameseName) const;
    [[nodiscard]] QString trailWords(const QString& code) const;

private:
    app::Language m_language;
};

} // namespace ui
