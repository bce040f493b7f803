// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"

#include <QString>

namespace app {

/// "valid", "invalid", "cannot-tell", "unsigned", "unreadable". What is no such word is cannot tell: never valid.
[[nodiscard]] QString verdictWord(docsig::Verdict verdict);
[[nodiscard]] docsig::Verdict verdictFromWord(const QString& word);

} // namespace app
