// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/holding.h"

#include "exchange/hub/core/rules.h"
#include "exchange/protocol/packetnotice.h"

#include <QUuid>

#include <algorithm>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isRelayed(const ReceiverWay& way) {
    return way.way == Way::Up || way.way == Way::Down;
}

AgencyRoute routeOf(StoreSession& session, const QString& organId, const QDateTime& now) {
    AgencyRoute route;
    if (const auto agency = session.agency(organId)) {
        route.hasMailbox = agency->isLocal;
        route.isClosed = isClosedAt(*agency, now);
        route.successor = agency->successor;
    }
    return route;
}

/// The relay that reaches an agency without a mailbox here: the one whose directory named it, else the first.
QString relayFor(StoreSession& session, const QString& organId, const QList<RelayRecord>& relays) {
    const QString named = session.relaying().route(organId);
    const bool exists = std::ranges::any_of(relays, [&](const RelayRecord& relay) { return relay.name == named; });
    return exists || relays.isEmpty() ? named : relays.first().name;
}

} // namespace

Routes routesFor(StoreSession& session, const PacketAddresses& packet, Origin origin, const QDateTime& now) {
    Routes routes;
    bool allHere = true;
    for (const QString& receiver : packet.to) {
        const AgencyRoute route = routeOf(session, receiver, now);
        allHere = allHere && route.hasMailbox;
        routes.receivers.insert(receiver, route);
    }
    if (packet.kind == "status"_L1) {
        for (auto [receiver, route] : routes.receivers.asKeyValueRange()) {
            route.below = route.hasMailbox ? session.relaying().below(receiver) : QString();
        }
    }
    if (origin == Origin::Office && allHere) {
        return routes; // nothing is relayed
    }
    const QList<RelayRecord> relays = session.relaying().relays();
    routes.ownHub = relays.isEmpty() ? QString() : relays.first().ownHub;
    routes.senderIsHere = routeOf(session, packet.from, now).hasMailbox;
    for (auto [receiver, route] : routes.receivers.asKeyValueRange()) {
        route.above = route.hasMailbox || relays.isEmpty() ? QString() : relayFor(session, receiver, relays);
    }
    return routes;
}

bool mustWait(StoreSession& session, const PacketAddresses& packet, const QList<ReceiverWay>& ways) {
    const bool namesOne = !packet.documentId.isEmpty() || !packet.matchKey.isEmpty();
    if (packet.kind != "status"_L1 || !namesOne || ways.isEmpty() || !isRelayed(ways.first())) {
        return false;
    }
    // One about a document of its own sender tells that a status did not arrive (relay/refusal.h).
    return session.relaying().passed(ways.first().organId, packet.documentId, packet.matchKey).isEmpty() &&
           session.relaying().passed(packet.from, packet.documentId, {}).isEmpty();
}

bool passOn(StoreSession& session, const HeldStatus& held, const QDateTime& now, QStringList& news) {
    PostedPacket packet;
    packet.sha256 = held.sha256;
    packet.size = held.size;
    packet.hops = held.hops;
    packet.addresses.kind = u"status"_s;
    packet.addresses.from = held.from;
    packet.addresses.to = {held.addressee};
    const Routes routes = routesFor(session, packet.addresses, Origin::Office, now);
    const ReceiverWay way = wayTo(held.addressee, Origin::Office, routes.receivers.value(held.addressee));
    if (way.way == Way::Refused) {
        return false;
    }
    session.relaying().release(held.sha256, held.from);
    if (way.way == Way::Up) {
        planUp(session, packet, {way}, now, news);
        return true;
    }
    const QString stream = u"packet/"_s + QString::fromLatin1(held.sha256);
    const std::optional<StreamEnd> end = session.streamEnd(stream);
    if (!end || session.participants(stream).contains(held.addressee)) {
        return true;
    }
    exchange::Message message;
    message.header.stream = stream;
    message.header.kind = packet.addresses.kind;
    message.header.messageId =
        QUuid::createUuidV5(QUuid(), stream + u'/' + held.addressee).toString(QUuid::WithoutBraces);
    message.payload = exchange::packetNoticeXml(
        {held.sha256, held.size, packet.addresses.kind, held.from, packet.addresses.to, held.hops});
    message.cites = {held.sha256};
    message.participants = packet.addresses.to;
    message.header = nextHeader({held.account, held.from, {}}, *end, message, now);
    session.addParticipant(stream, held.addressee, message.header.sequence);
    session.addMessage(message);
    news += session.participants(stream);
    return true;
}

void documentPassed(StoreSession& session, const PostedPacket& packet, const QDateTime& now, QStringList& news) {
    const PacketAddresses& addresses = packet.addresses;
    session.relaying().notePassed({packet.sha256, addresses.from, addresses.documentId, addresses.matchKey});
    for (const HeldStatus& held :
         session.relaying().heldFor(addresses.from, addresses.documentId, addresses.matchKey)) {
        passOn(session, held, now, news);
    }
}

void statusPassed(StoreSession& session, const PacketAddresses& status) {
    for (const QByteArray& sha256 : session.relaying().passed(status.to.value(0), status.documentId, status.matchKey)) {
        for (RelayOut out : session.relaying().uncertainOut(sha256)) {
            if (out.to.contains(status.from)) {
                out.state = RelayState::Done;
                out.code.clear();
                out.detail = u"settled by a status of "_s + status.from;
                session.relaying().putOut(out);
            }
        }
    }
}

void planUp(StoreSession& session, const PostedPacket& packet, const QList<ReceiverWay>& ways, const QDateTime& now,
            QStringList& news) {
    QMap<QString, QStringList> receivers;
    for (const ReceiverWay& way : ways) {
        if (way.way == Way::Up) {
            receivers[way.relay].append(way.organId);
        }
    }
    for (const auto [relay, to] : receivers.asKeyValueRange()) {
        RelayOut out;
        out.relay = relay;
        out.sha256 = packet.sha256;
        out.from = packet.addresses.from;
        out.kind = packet.addresses.kind;
        out.to = to;
        out.hops = packet.hops;
        out.created = now;
        out.due = now;
        session.relaying().addOut(out);
        news.append(newsForRelay(relay));
    }
}

} // namespace hub
