// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/incrementalupdate.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace docsig::pdf {

/// The Document Security Store of a file (ETSI EN 319 142-1 §5.4.2): DER items, decoded.
struct SecurityStore {
    QList<QByteArray> certificates;
    QList<QByteArray> lists;
    QList<QByteArray> ocspResponses;
    QList<QByteArray> vriKeys; ///< upper-case hex SHA-1 of each signature's /Contents that has an entry
};

/// Reads /DSS of the catalog; empty where there is none. Unreadable parts are left out; at most 10,000 items of 16 MiB.
[[nodiscard]] SecurityStore securityStore(const Document& document);

/// What one signature needs, for its VRI entry (§5.4.2.3).
struct VriEntry {
    QByteArray contents; ///< the value of the signature's /Contents, padding included
    QList<QByteArray> certificates;
    QList<QByteArray> lists;
    QList<QByteArray> ocspResponses;
};

/// Adds to the file's DSS what it lacks, streams compressed, nothing twice, nothing taken away, and VRI entries.
/// Returns false where the DSS already held everything and nothing was put into the update.
bool addToSecurityStore(IncrementalUpdate& update, const QList<VriEntry>& entries);

} // namespace docsig::pdf
