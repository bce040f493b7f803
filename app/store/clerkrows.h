// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

class Transaction;
struct StoredAct;

// Who was what when they did something. The server tells with each message which role its author had when it took it,
// so every desk judges alike, whenever it derives. What is only queued, and what an older server took, is judged by the
// directory that is here and by what was noticed of its changes.

/// Whether the directory that is here says that this person is a clerk of the office now.
[[nodiscard]] bool isClerk(Transaction& transaction, const QString& mailbox);

/// Whether a clerk did it. Where nothing was told: whether they are one now.
[[nodiscard]] bool isClerks(Transaction& transaction, const StoredAct& stored);

/// The same; where nothing was told: whether they are or were one. Where no directory is here yet nothing is known, and
/// everybody may have been.
[[nodiscard]] bool isOrWasClerks(Transaction& transaction, const StoredAct& stored);
/// The same of a person and the role that the server told of them then.
[[nodiscard]] bool isOrWasClerk(Transaction& transaction, const QString& mailbox, const QString& role);

} // namespace app
