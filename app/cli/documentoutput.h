// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "app/domain/delegation.h"
#include "app/domain/documentview.h"
#include "app/domain/dossier.h"

#include <QJsonObject>

namespace app::cli {

/// "valid", "invalid", "cannot-tell", "unsigned", "unreadable" as a word of the terminal's language.
[[nodiscard]] QString verdictWord(docsig::Verdict verdict, Language language);
[[nodiscard]] QString verdictKey(docsig::Verdict verdict);

/// In the place of the verdict on what came on paper.
[[nodiscard]] QString paperWord(Language language);
/// One line of a list: short id, number, verdict or state, counterpart, subject.
[[nodiscard]] QString summaryLine(const DocumentSummary& summary, Language language);
[[nodiscard]] QJsonObject toJson(const DocumentSummary& summary);

/// A document in full, for `show`.
void printDetail(const Terminal& terminal, const DocumentDetail& detail);
[[nodiscard]] QJsonObject toJson(const DocumentDetail& detail);

/// One absence on one line; as JSON with whether it holds today.
[[nodiscard]] QString delegationLine(const Delegation& delegation, const QDate& today, Language language);
[[nodiscard]] QJsonObject toJson(const Delegation& delegation, const QDate& today);
void printTrail(const Terminal& terminal, const QList<TrailLine>& trail);
[[nodiscard]] QJsonObject toJson(const TrailLine& line);
[[nodiscard]] QJsonObject toJson(const DossierSummary& dossier);

/// dd/MM/yyyy HH:mm at +07:00; empty for an invalid time.
[[nodiscard]] QString displayTime(const QDateTime& time);
/// The same for JSON: ISO 8601 in UTC, null where there is none.
[[nodiscard]] QJsonValue timeOrNull(const QDateTime& time);

} // namespace app::cli
