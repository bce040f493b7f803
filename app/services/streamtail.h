// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "exchange/protocol/exchangeserver.h"
#include "exchange/protocol/message.h"

#include <QString>

#include <stop_token>

namespace app {

class OfficeStore;

/// Reads what others wrote into the stream since, and stores it, a page in one transaction; a stream that nobody opened
/// yet has no tail. Where the server gave less than there is, the next round reads on. Errors of the server keep their
/// code.
[[nodiscard]] Result<void> readStreamTail(OfficeStore& store, exchange::ExchangeServer& server, const QString& stream,
                                          const std::stop_token& stop);

/// What was appended, as the server has it.
[[nodiscard]] exchange::Message messageOf(const exchange::Append& append, const exchange::AppendReceipt& receipt);

} // namespace app
