// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/documentcase.h"
#include "ui/presentation/formatter.h"
#include "ui/presentation/tone.h"

#include <QLatin1String>
#include <QString>

namespace ui {

/// The bar over a document: a symbol and one sentence.
struct VerdictText {
    Tone tone = Tone::Neutral;
    QLatin1String icon;
    QString sentence;
    QString code;          ///< stands small beside a sentence about a fault; may be empty
    bool canCheck = false; ///< "Check now" is offered
    bool canAsk = false;   ///< "Ask for evidence" is offered: it may change the verdict
};

/// What can be said about a document in one sentence. Never good for what was not looked at.
[[nodiscard]] VerdictText verdictOf(const DocumentCase& known, const Formatter& formatter);

/// The words for one judgement, with its symbol.
struct JudgementText {
    Tone tone = Tone::Neutral;
    QLatin1String icon;
    QString words;
};
[[nodiscard]] JudgementText judgementText(docsig::Judgement judgement);
[[nodiscard]] QString partName(docsig::Part part);
/// "PAdES B-T"; empty where there is no level.
[[nodiscard]] QString levelName(docsig::Level level);
/// What the signatures of a document wait for, as a heading.
[[nodiscard]] QString waitingWords(const app::EvidenceJob& job);
/// The report that the verdict was made of; null while there is none.
[[nodiscard]] const docsig::SignatureReport* reportOf(const DocumentCase& known);
/// "Nguyễn Văn A (Chủ tịch)".
[[nodiscard]] QString signerName(const docsig::CertificateFacts& certificate);
/// What was changed after the first signature, in one sentence; empty where nothing was.
[[nodiscard]] QString changesSentence(const docsig::SignatureReport& report);
/// The findings that matter most come first; notes are left out.
[[nodiscard]] QList<docsig::Finding> weightyFindings(const docsig::SignatureReport& report);

} // namespace ui
