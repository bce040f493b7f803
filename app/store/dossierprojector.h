// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

class Transaction;

/// Derives one dossier and its list anew. What is filed after the closing does not count.
void deriveDossier(Transaction& transaction, const QString& dossierId);

/// Derives the pinned seals of one office anew.
void deriveSeals(Transaction& transaction, const QString& organId);

} // namespace app
