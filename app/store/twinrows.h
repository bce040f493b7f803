// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"

#include <QList>

namespace app {

class Transaction;

/// What is looked for among the documents that came in: what seems to be the same.
struct TwinSought {
    QString self{}; ///< id of the document itself, which is none; empty: it is not here yet
    OrganRef issuer{};
    QString packetDocumentId{};
    QString number{};
    QString notation{};
    QDate date{};
};
[[nodiscard]] TwinSought twinSought(const DocumentDetail& detail);

/// The same identifier, or the same number, notation and year, of the same office. Where one of two has no code of its
/// office, because a clerk wrote its name, the names decide, without regard to diacritics. A new version and what was
/// sent back are no twins.
[[nodiscard]] QList<DocumentLink> twinRows(Transaction& transaction, const TwinSought& sought);

} // namespace app
