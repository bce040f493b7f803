// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/person.h"

#include <optional>

namespace app {

class BlobStore;
class Transaction;

/// All about one document, or about a draft that is only here; nothing where there is neither.
[[nodiscard]] std::optional<DocumentDetail> readDetail(Transaction& transaction, const DocumentId& id,
                                                       const BlobStore& blobs, Person owner);

[[nodiscard]] QList<TrailLine> readTrail(Transaction& transaction, const DocumentId& id);

} // namespace app
