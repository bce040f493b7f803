// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/opinionproof.h"

namespace app {

class Transaction;

/// Writes beside each signed answer what its signature is worth, as far as its PDF was checked here.
void showSignatures(Transaction& transaction, Opinion& opinion);

/// Keeps what the check of a signed answer said.
void keepAnswerVerdict(Transaction& transaction, const QByteArray& proof, const AnswerVerdict& verdict,
                       const QDateTime& at);

} // namespace app
