// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/sentences.h"

#include <QJsonObject>
#include <QString>

namespace app::cli {

/// The two streams of the command line. With `json`, a command prints one JSON object and lines are not shown.
class Terminal {
public:
    Terminal(Language language, bool json)
        : m_language(language)
        , m_json(json) {}

    [[nodiscard]] Language language() const { return m_language; }
    [[nodiscard]] bool json() const { return m_json; }
    void setLanguage(Language language) { m_language = language; }

    /// A line for people on standard output; silent in JSON mode.
    void line(const QString& text) const;
    /// The same line in the terminal's language.
    void line(const QString& english, const QString& vietnamese) const;
    /// The one JSON object on standard output; silent without JSON mode.
    void object(const QJsonObject& object) const;
    /// The sentence and code of an error on standard error; returns its exit code.
    [[nodiscard]] int report(const Error& error) const;

private:
    Language m_language;
    bool m_json;
};

} // namespace app::cli
