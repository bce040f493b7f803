// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/proofrenewal.h"

#include "docsig/pades/padesextender.h"

#include <algorithm>

namespace app {

QDateTime renewalDue(const QDateTime& ends, const QDateTime& now, int daysBefore) {
    const QDateTime planned = ends.addDays(-daysBefore);
    if (planned > now) {
        return planned;
    }
    return std::max(now.addDays(1), now.addSecs(now.secsTo(ends) / 2));
}

std::optional<EvidenceRenewal> renewalOf(const DocumentId& document, const docsig::SignatureReport& report,
                                         const QDateTime& now, int daysBefore) {
    const QDateTime ends = docsig::newestStampEnds(report);
    if (!ends.isValid()) {
        return std::nullopt;
    }
    return EvidenceRenewal{document, ends, renewalDue(ends, now, daysBefore)};
}

} // namespace app
