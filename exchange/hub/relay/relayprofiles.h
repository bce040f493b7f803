// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/relayrecords.h"
#include "exchange/hub/relay/hubpacketserver.h"

namespace hub {

/// The profiles that a relay may speak: "hub", "axis", "provincial", "folder".
[[nodiscard]] QStringList relayProfiles();

/// A line of its own to a hub of our own kind, to wait at; null for the other profiles.
[[nodiscard]] std::unique_ptr<exchange::ExchangeServer> lineToHub(const RelayRecord& relay, const QByteArray& secret);

/// The server above that a record describes. `secret`: of a hub the account's, of the axis the system's, of a
/// provincial server three lines (password, SystemId, SecretKey). "relay-profile-unknown", "relay-options-wrong" where
/// the options name something that the profile does not have. `marks` must outlive the server.
[[nodiscard]] exchange::Result<std::unique_ptr<exchange::PacketServer>>
relayServer(const RelayRecord& relay, const QByteArray& secret, RelayMarks& marks);

} // namespace hub
