// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"

#include <QList>

namespace app {

class Transaction;
struct Person;
struct StoredAct;

/// Derives one document, its history, links and trail anew, from all acts and packets that concern it. A document that
/// nothing describes (a line in a book about a paper that is not ours to see) is none. `owner`: whose lists it may
/// stand in.
void deriveDocument(Transaction& transaction, const DocumentId& id, const Person& owner);
/// The same where all acts of the document are at hand (actsOf()).
void deriveDocument(Transaction& transaction, const DocumentId& id, const Person& owner, const QList<StoredAct>& acts);

} // namespace app
