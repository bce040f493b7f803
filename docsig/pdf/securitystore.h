// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/incrementalupdate.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace docsig::pdf {

/// The Document Security Store of a file (ETSI EN 319 142-1 §5.4.2): DER items, decoded, each once.
struct SecurityStore {
    QList<QByteArray> certificates;
    QList<QByteArray> lists;
    QList<QByteArray> ocspResponses;
    QList<QByteArray> vriKeys; ///< upper-case hex SHA-1 of each signature's /Contents that has an entry

    [[nodiscard]] bool isEmpty() const {
        return certificates.isEmpty() && lists.isEmpty() && ocspResponses.isEmpty() && vriKeys.isEmpty();
    }
    friend bool operator==(const SecurityStore&, const SecurityStore&) = default;
};

/// Reads /DSS of the catalog with what its VRI entries name; empty where there is none. Unreadable parts are left out;
/// at most 10,000 items of 16 MiB, 128 MiB together.
[[nodiscard]] SecurityStore securityStore(const Document& document);

/// The key of a signature's VRI entry: upper-case hex SHA-1 of the value of /Contents, padding included (§5.4.2.3).
[[nodiscard]] QByteArray vriKey(const QByteArray& contents);

/// What one signature needs, for its VRI entry (§5.4.2.3).
struct VriEntry {
    QByteArray contents; ///< the value of the signature's /Contents, padding included
    QDateTime time;      ///< /TU of an entry that is made or changed; invalid: none
    QList<QByteArray> certificates;
    QList<QByteArray> lists;
    QList<QByteArray> ocspResponses;
};

/// Adds to the file's DSS what it lacks, streams compressed, nothing twice, nothing taken away, and VRI entries.
/// Returns false where the DSS already held everything and nothing was put into the update. The file must have a
/// catalog that is an object of its own.
bool addToSecurityStore(IncrementalUpdate& update, const QList<VriEntry>& entries);

} // namespace docsig::pdf
