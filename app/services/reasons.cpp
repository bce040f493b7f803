// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/reasons.h"

namespace app {

Result<QString> checkedReason(const QString& reason) {
    constexpr qsizetype longest = 500;
    const QString trimmed = reason.trimmed();
    if (trimmed.isEmpty()) {
        return fail("reason-missing");
    }
    if (trimmed.size() > longest) {
        return fail("reason-too-long", QString::number(trimmed.size()));
    }
    return trimmed;
}

} // namespace app
