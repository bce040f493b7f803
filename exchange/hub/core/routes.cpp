// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/routes.h"

#include "exchange/hub/core/rules.h"

namespace hub {

using exchange::fail;
using exchange::Result;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The hubs that had the packet: those of the line and those in its trace. Offices begin a trace with themselves.
QStringList hubsPassed(const PacketAddresses& packet, const PacketSource& source) {
    QStringList passed = source.hops + packet.trace;
    passed.removeAll(packet.from);
    return passed;
}

Result<void> checkSource(const PacketAddresses& packet, const PacketSource& source, const Routes& routes) {
    const bool comesBack = source.origin == Origin::Above && routes.senderIsHere;
    if (comesBack || (!routes.ownHub.isEmpty() && hubsPassed(packet, source).contains(routes.ownHub))) {
        return fail("packet-relayed-before", packet.from + u' ' + routes.ownHub);
    }
    // A person's mailbox and a unit's have names, too, but only an office sends.
    const bool isOffice = !packet.from.contains(u'/');
    if (source.origin != Origin::Above && (!isOffice || !source.agencies.contains(packet.from))) {
        return senderForeign(packet.from);
    }
    return {};
}

/// Whether the hub below that hands the packet over has served this receiver itself.
bool isServedBelow(const QString& receiver, const PacketAddresses& packet, const PacketSource& source) {
    return source.origin == Origin::Below && source.agencies.contains(receiver) &&
           !hubsPassed(packet, source).isEmpty();
}

} // namespace

ReceiverWay wayTo(const QString& organId, Origin origin, const AgencyRoute& route) {
    if (route.hasMailbox) {
        return {organId, route.below.isEmpty() ? Way::Local : Way::Down, {}};
    }
    if (origin != Origin::Above && !route.above.isEmpty()) {
        return {organId, Way::Up, route.above};
    }
    return {organId, Way::Refused, {}};
}

Result<QList<ReceiverWay>> waysOf(const PacketAddresses& packet, const PacketSource& source, const Routes& routes) {
    if (const Result<void> checked = checkSource(packet, source, routes); !checked) {
        return std::unexpected(checked.error());
    }
    QList<ReceiverWay> ways;
    QStringList unknown;
    for (const QString& receiver : packet.to) {
        if (isServedBelow(receiver, packet, source)) {
            continue;
        }
        const AgencyRoute route = routes.receivers.value(receiver);
        if (packet.kind == "edoc"_L1 && route.isClosed && source.origin != Origin::Above) {
            return fail("receiver-closed", receiver + u' ' + route.successor);
        }
        const ReceiverWay way = wayTo(receiver, source.origin, route);
        if (way.way != Way::Refused) {
            ways.append(way);
        } else if (source.origin != Origin::Above) {
            unknown.append(receiver);
        }
    }
    if (!unknown.isEmpty() || ways.isEmpty()) {
        return fail("unknown-receiver", unknown.join(u' '));
    }
    return ways;
}

} // namespace hub
