// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QVariant>

class QJsonObject;

namespace app {

class Transaction;

/// What a column of JSON keeps: packed bytes, or the text itself where it is longer than what may be unpacked. Stores
/// from before keep the text; the type of the value tells which of the two it is.
[[nodiscard]] QVariant keptJson(const QJsonObject& object);
/// The object again. Empty, and the transaction refused with store-row-damaged, where the bytes don't come back or are
/// none; `row` says which row it is. Empty alone where nothing is kept.
[[nodiscard]] QJsonObject readKeptJson(Transaction& transaction, const QVariant& kept, const QString& row);

/// A message's payload as its row keeps it.
struct KeptPayload {
    QByteArray bytes{};
    bool isPacked = false;
};
[[nodiscard]] KeptPayload keptPayload(const QByteArray& payload);
/// The payload again, compared with its SHA-256 (hex; empty: none is known) where it was packed. Empty, and the
/// transaction refused as above, where it is another.
[[nodiscard]] QByteArray readKeptPayload(Transaction& transaction, const KeptPayload& kept, const QByteArray& sha256,
                                         const QString& row);

} // namespace app
