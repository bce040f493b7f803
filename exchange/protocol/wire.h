// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/exchangeserver.h"

#include <QJsonObject>

namespace exchange::wire {

// The office calls speak JSON; this is its one reader and writer, shared by client and hub. Readers are strict: a
// missing field or a field of another type makes the whole value std::nullopt. Numbers are whole and fit 53 bits.

[[nodiscard]] QJsonObject json(const MessageHeader& header);
[[nodiscard]] QJsonObject json(const Message& message);
[[nodiscard]] QJsonObject json(const FeedEntry& entry);
[[nodiscard]] QJsonObject json(const Append& append);
[[nodiscard]] QJsonObject json(const PacketReceipt& receipt);
[[nodiscard]] QJsonObject json(const AgencyEntry& agency);
[[nodiscard]] QJsonObject json(const PersonEntry& person);
[[nodiscard]] QJsonObject json(const Directory& directory);
[[nodiscard]] QJsonObject json(const ServerStatus& status);

[[nodiscard]] std::optional<MessageHeader> header(const QJsonObject& object);
[[nodiscard]] std::optional<Message> message(const QJsonObject& object);
[[nodiscard]] std::optional<FeedEntry> feedEntry(const QJsonObject& object);
[[nodiscard]] std::optional<Append> append(const QJsonObject& object);
[[nodiscard]] std::optional<PacketReceipt> packetReceipt(const QJsonObject& object);
[[nodiscard]] std::optional<AgencyEntry> agency(const QJsonObject& object);
[[nodiscard]] std::optional<PersonEntry> person(const QJsonObject& object);
[[nodiscard]] std::optional<Directory> directory(const QJsonObject& object);
[[nodiscard]] std::optional<ServerStatus> serverStatus(const QJsonObject& object);

/// A list of texts that may be missing; what is no text in it is left out.
[[nodiscard]] QStringList texts(const QJsonObject& object, const char* name);
/// Compact UTF-8 text of an object.
[[nodiscard]] QByteArray text(const QJsonObject& object);
/// The object that a body is; std::nullopt for anything else.
[[nodiscard]] std::optional<QJsonObject> object(const QByteArray& body);

} // namespace exchange::wire
