// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/organid.h"
#include "app/store/documentrecord.h"
#include "app/store/storedact.h"

namespace app {

class Transaction;

/// Whether that person is a leader by the directory, or was one, or is in it no more.
[[nodiscard]] bool isOrWasLeaders(Transaction& transaction, const StoredAct& stored);

/// Whether this act makes the document: it gives a task of a meeting, and is the deed of the chair whom the task names,
/// in the document's own case, and of a leader, as far as a directory is here to tell (or was one). Then what the task
/// says stands in the record.
[[nodiscard]] bool showTask(Transaction& transaction, const StoredAct& stored, const OrganId& ownOrgan,
                            DocumentRecord& record);

} // namespace app
