// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/draft.h"
#include "app/domain/person.h"

namespace app::cli {

inline constexpr int provinceOffice = 0;
inline constexpr int homeOffice = 1;
inline constexpr int financeOffice = 2;

/// The documents of the demo scene; all fictional.
enum class Sample {
    OutgoingPlan,
    Budget,
    Regulation,
    UrgentReview,
    Disbursement,
    Training,
    DigitisationDecision,
    AnswerDraft,
    AppointmentDecision,
    OfficerDraft,
    ClerkDraft,
};

struct SampleText {
    DocumentKind kind = DocumentKind::CongVan;
    QString subject;
    QStringList paragraphs; ///< of a công văn, or one per article of a decision
    Urgency urgency = Urgency::Normal;
    QList<int> receivers; ///< offices of the demo world
    Role author = Role::Officer;
};

[[nodiscard]] const SampleText& sampleText(Sample sample);

/// Puts the text into a fresh draft.
void fillSample(Draft& draft, const SampleText& text);

} // namespace app::cli
