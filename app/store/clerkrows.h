// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

class Transaction;

/// Whether the directory says that this person is a clerk of the office.
[[nodiscard]] bool isClerk(Transaction& transaction, const QString& mailbox);

/// Whether they are or were one: what a clerk did stays done when they have another post. Where no directory is here
/// yet nothing is known, and everybody may have been.
[[nodiscard]] bool isOrWasClerk(Transaction& transaction, const QString& mailbox);

} // namespace app
