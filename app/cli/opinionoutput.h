// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "app/domain/opinion.h"

#include <QDate>
#include <QJsonObject>

namespace app::cli {

/// One question on one line; as JSON with whether it waits for this person, and is late.
[[nodiscard]] QString opinionLine(const OpinionSummary& opinion, const QDate& today, Language language);
[[nodiscard]] QJsonObject toJson(const OpinionSummary& opinion, const QDate& today);

/// A question in full, for `opinion show`.
void printOpinion(const Terminal& terminal, const Opinion& opinion);
[[nodiscard]] QJsonObject toJson(const Opinion& opinion);

/// "members 7, agree 4, disagree 1, other 1, no answer 1".
[[nodiscard]] QString tallyLine(const OpinionTally& tally, Language language);
[[nodiscard]] QJsonObject toJson(const OpinionTally& tally);

} // namespace app::cli
