// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/sentences.h"
#include "docsig/report/signaturereport.h"

#include <QString>

namespace app::page {

/// The words of the report on a file's signatures, in one language. A value.
class ReportWords {
public:
    explicit ReportWords(Language language)
        : m_language(language) {}

    [[nodiscard]] Language language() const { return m_language; }
    /// The one of the two in the language.
    [[nodiscard]] QString say(const QString& english, const QString& vietnamese) const {
        return m_language == Language::Vietnamese ? vietnamese : english;
    }

    [[nodiscard]] QString verdict(docsig::Verdict verdict) const; ///< "Valid"
    [[nodiscard]] QString verdictSentence(docsig::Verdict verdict, bool integrityOnly) const;
    [[nodiscard]] QString part(docsig::Part part) const;                ///< "Changes afterwards"
    [[nodiscard]] QString judgement(docsig::Judgement judgement) const; ///< "can't tell"
    [[nodiscard]] QString level(docsig::Level level) const;             ///< "PAdES B-T"; empty for none
    [[nodiscard]] QString size(qint64 bytes) const;                     ///< "12,345 bytes"
    [[nodiscard]] QString pages(int count) const;

private:
    Language m_language;
};

} // namespace app::page
