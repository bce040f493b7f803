// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "app/domain/documentview.h"
#include "app/services/evidencequeue.h"

#include <QJsonArray>
#include <QJsonObject>

namespace app::cli {

/// What is missing from a level, one sentence each with the address or certificate that it is about.
void printMissing(const Terminal& terminal, const QList<docsig::Finding>& missing);
void printJob(const Terminal& terminal, const EvidenceJob& job, const DocumentSummary& document);
void printRenewal(const Terminal& terminal, const EvidenceRenewal& renewal, const DocumentSummary& document);
void printOutcome(const Terminal& terminal, const EvidenceOutcome& outcome);

[[nodiscard]] QJsonArray missingJson(const QList<docsig::Finding>& missing);
[[nodiscard]] QJsonObject toJson(const EvidenceJob& job);
[[nodiscard]] QJsonObject toJson(const EvidenceRenewal& renewal);
[[nodiscard]] QJsonObject toJson(const EvidenceOutcome& outcome);

// Words that several commands refuse. Each code is raised once.
[[nodiscard]] Error timeStampAddressWrong(const QString& address);
[[nodiscard]] Error evidenceHostWrong(const QString& host);
[[nodiscard]] Error optionMissing(const QString& option);

} // namespace app::cli
