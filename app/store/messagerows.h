// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/message.h"
#include "exchange/sync/messagesink.h"

#include <optional>

namespace app {

class Transaction;

/// Columns of a message in the order in which readMessageRow() takes them.
[[nodiscard]] const QString& messageSelect();
class Rows;
/// The transaction is refused with store-row-damaged where the payload is not what was stored.
[[nodiscard]] exchange::Message readMessageRow(Transaction& transaction, const Rows& rows);
/// How a row is named where it is damaged.
[[nodiscard]] QString messageRowName(const QString& stream, qint64 sequence);
/// The new row; nothing where the place was taken already.
[[nodiscard]] std::optional<qint64> insertMessage(Transaction& transaction, const exchange::Message& message);
[[nodiscard]] exchange::StreamHead streamHeadOf(Transaction& transaction, const QString& stream);

/// Lists of words in one column.
[[nodiscard]] QString joined(const QList<QByteArray>& words);
[[nodiscard]] QList<QByteArray> splitWords(const QString& text);

} // namespace app
