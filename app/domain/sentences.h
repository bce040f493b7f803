// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace app {

enum class Language { Vietnamese, English };

/// A row of resources/codes/*.tsv.
struct CodeFacts {
    QString code{};
    int exitCode = 70; ///< of congvanctl; 70 (internal) also for findings, which never end a program
    QString english{};
    QString vietnamese{};

    friend bool operator==(const CodeFacts&, const CodeFacts&) = default;
};

/// What a person is told about an error or a finding. A code that stands in no table (a fault of ours) gives a general
/// sentence and exit code 70. Thread-safe.
[[nodiscard]] const CodeFacts& factsOfCode(const QString& code);
[[nodiscard]] QString sentence(const QString& code, Language language);
[[nodiscard]] int exitCodeOf(const QString& code);

/// Every row, by code.
[[nodiscard]] const QList<CodeFacts>& allCodes();
[[nodiscard]] bool isKnownCode(const QString& code);

} // namespace app
