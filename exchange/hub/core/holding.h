// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/packetpost.h"

namespace hub {

/// How long a status waits for its document.
inline constexpr int heldDays = 30;

/// What is known of a packet's sender and receivers. Asks for relays only where the packet may concern one.
[[nodiscard]] Routes routesFor(StoreSession& session, const PacketAddresses& packet, Origin origin,
                               const QDateTime& now);

/// Whether a status has to wait: whoever it goes to is reached through another hub, and no packet with its document
/// passed here. Inside the transaction that places it, as all here.
[[nodiscard]] bool mustWait(StoreSession& session, const PacketAddresses& packet, const QList<ReceiverWay>& ways);

/// Passes a waiting status on to its addressee, as its way is now; false where there is none (it waits on). `news` gets
/// whom that concerns.
bool passOn(StoreSession& session, const HeldStatus& held, const QDateTime& now, QStringList& news);

/// After a document passed: remembers it, and passes on what waited for it.
void documentPassed(StoreSession& session, const PostedPacket& packet, const QDateTime& now, QStringList& news);

/// After a status passed: what was uncertain to have reached its sender has reached it.
void statusPassed(StoreSession& session, const PacketAddresses& status);

/// Plans a packet for each relay among the ways.
void planUp(StoreSession& session, const PostedPacket& packet, const QList<ReceiverWay>& ways, const QDateTime& now,
            QStringList& news);

} // namespace hub
