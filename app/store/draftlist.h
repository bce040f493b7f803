// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/draft.h"
#include "app/domain/person.h"

#include <QList>

#include <optional>

namespace app {

class Transaction;

/// Drafts that are not on their way, newest first. Those that were given back carry the reason.
[[nodiscard]] QList<Draft> openDrafts(Transaction& transaction);
[[nodiscard]] std::optional<Draft> storedDraft(Transaction& transaction, const DocumentId& id);

/// The same as rows of a list.
[[nodiscard]] QList<DocumentSummary> draftSummaries(Transaction& transaction, const QString& filter);
[[nodiscard]] std::optional<DocumentDetail> draftDetail(Transaction& transaction, const DocumentId& id,
                                                        const Person& owner);

/// Whether the document was submitted and not given back.
[[nodiscard]] bool isOnItsWay(Transaction& transaction, const DocumentId& id);

} // namespace app
