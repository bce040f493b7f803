// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/sentences.h"

#include <QString>

namespace app {

/// Words of a sheet in one language. A value.
class SheetWords {
public:
    explicit SheetWords(Language language)
        : m_language(language) {}

    [[nodiscard]] bool isVietnamese() const { return m_language == Language::Vietnamese; }
    /// The one of the two in the language.
    [[nodiscard]] QString say(const QString& english, const QString& vietnamese) const {
        return isVietnamese() ? vietnamese : english;
    }
    /// "1.204" in Vietnamese, "1,204" in English.
    [[nodiscard]] QString count(qint64 number) const;

private:
    Language m_language;
};

} // namespace app
