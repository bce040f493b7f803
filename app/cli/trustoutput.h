// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "app/services/managetrust.h"

#include <QJsonObject>

namespace app::cli {

/// One item of the trust store with the facts that a person compares: {"kind","name","organisation","issuer","serial",
/// "key","from","until","sha256","selfSigned","revoked","findings":[{"code","severity","text"}]}.
[[nodiscard]] QJsonObject trustItemJson(const docsig::TrustItem& item, const QList<docsig::Finding>& concerns,
                                        Language language);

/// The same as lines.
void printTrustItem(const Terminal& terminal, const docsig::TrustItem& item, const QList<docsig::Finding>& concerns,
                    const QString& remark = {});

} // namespace app::cli
