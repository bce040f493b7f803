// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "docsig/report/signaturereport.h"

#include <QJsonObject>

namespace app::cli {

/// "note", "warning" or "error".
[[nodiscard]] QString severityKey(docsig::Weight weight);

/// What `congvanctl verify --json` prints of one file, in one line. The form is the public one that scripts rely on:
///   {"file","verdict","signatures":[{"field","kind","subFilter","level","signer","signingTime","integrity","coverage",
///   "trust","time","algorithm","findings":[{"code","severity","page","text"}]}],"findings":[…]}
/// "severity" is note, warning or error; "page" counts from 1 or is null; "text" is the sentence in the language asked
/// for; "signingTime" is what the signer's clock said, ISO 8601, or null. More keys say what else is known; readers
/// pass over those that they don't know. Not the form in which congvan-verify answers (docsig/report/reportjson.h).
[[nodiscard]] QJsonObject verdictJson(const QString& file, const docsig::SignatureReport& report, Language language);

/// The same for people: the verdict in a word, then each signature with its parts and what was found.
void printVerdict(const Terminal& terminal, const QString& file, const docsig::SignatureReport& report);

} // namespace app::cli
