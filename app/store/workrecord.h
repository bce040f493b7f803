// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"

namespace app {

class Transaction;
struct DocumentRecord;

/// Writes what registers and statistics count of a document, and the shares of its work; nothing of one that is in no
/// incoming book. The rows of before are gone (removeWork()).
void writeWork(Transaction& transaction, const DocumentRecord& record);
void removeWork(Transaction& transaction, const DocumentId& id);

} // namespace app
