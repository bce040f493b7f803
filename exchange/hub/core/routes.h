// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/packetaddresses.h"

#include <QHash>
#include <QList>

namespace hub {

/// Where a packet comes from.
enum class Origin {
    Office, ///< an account of an office that has its mailbox here
    Below,  ///< the relay account of a hub below
    Above,  ///< fetched from the server above
};

/// Who hands a packet over.
struct PacketSource {
    Origin origin = Origin::Office;
    QStringList agencies{}; ///< whose packets it may send; from above: unused
    QStringList hops{};     ///< the hubs that passed it on, as the line says; the packet's own trace counts beside
};

/// What is known of one agency.
struct AgencyRoute {
    bool hasMailbox = false; ///< here, read by an office or by a hub below
    QString below{};         ///< the relay account that reads it; empty: an office of this hub
    bool isClosed = false;
    QString successor{};
    QString above{}; ///< the relay that reaches it; empty: none is configured

    friend bool operator==(const AgencyRoute&, const AgencyRoute&) = default;
};

/// What is known of a packet's sender and receivers, read from the store in the transaction that places the packet.
struct Routes {
    QString ownHub{}; ///< this hub's OrganId in traces and hops; empty: it has no relay
    bool senderIsHere = false;
    QHash<QString, AgencyRoute> receivers{};
};

/// The way to one receiver.
enum class Way {
    Local,   ///< into its mailbox, an office of this hub reads it
    Down,    ///< into its mailbox, a hub below reads it
    Up,      ///< to the server above
    Refused, ///< nobody can reach it from here
};

/// One receiver of a packet and the way to it.
struct ReceiverWay {
    QString organId;
    Way way = Way::Refused;
    QString relay{}; ///< of Up: the relay's name

    friend bool operator==(const ReceiverWay&, const ReceiverWay&) = default;
};

/// The rule for one receiver: a mailbox here is served here, nothing local goes up; what has none goes up where a relay
/// is configured, except what came from there.
[[nodiscard]] ReceiverWay wayTo(const QString& organId, Origin origin, const AgencyRoute& route);

/// The ways to all receivers that this hub has to serve, or why the packet is not taken: "sender-foreign" (not an
/// agency of whoever hands it over), "packet-relayed-before" (this hub has passed it on, or an own office's comes
/// back), "receiver-closed" (documents alone; the detail names the successor), "unknown-receiver". A packet of a hub
/// below was served there to that hub's own agencies, one from above concerns those with a mailbox here. Pure.
[[nodiscard]] exchange::Result<QList<ReceiverWay>> waysOf(const PacketAddresses& packet, const PacketSource& source,
                                                          const Routes& routes);

} // namespace hub
