// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/organid.h"
#include "app/domain/rights.h"
#include "exchange/protocol/directory.h"

#include <QDateTime>
#include <QList>

namespace app {

class Transaction;

/// Notes what a page of the directory changes about the people of the office, before it is taken in. Nothing is noted
/// while a directory comes for the first time.
void noteRights(Transaction& transaction, const exchange::Directory& changes, const OrganId& office,
                const QDateTime& at);
/// The directory is whole here: what changes from now on is a change.
void endFirstDirectory(Transaction& transaction);

/// Derives anew who confirmed what, from the office's stream of standing.
void deriveRights(Transaction& transaction);

/// Every change that was noticed, oldest first, with who confirmed it.
[[nodiscard]] QList<RightsChange> readRights(Transaction& transaction);

/// Whether whoever did something answered for who may do what in the office (a leader or clerk) when the server took
/// it, by the role that it told. Where it told none: whether that person does now, or did.
[[nodiscard]] bool isResponsible(Transaction& transaction, const QString& mailbox, const QString& role);

} // namespace app
