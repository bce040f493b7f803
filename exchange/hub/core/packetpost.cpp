// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/packetpost.h"

#include "exchange/hub/core/holding.h"
#include "exchange/hub/core/quota.h"
#include "exchange/hub/core/rules.h"
#include "exchange/protocol/packetnotice.h"

#include <QUuid>

#include <algorithm>

namespace hub {

using exchange::Message;
using exchange::PacketReceipt;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int expiredAtOnce = 500;

/// The message that tells a packet's sender and receivers, as far as they have a mailbox here, of it.
Message noticeOf(const PostedPacket& packet, const QList<ReceiverWay>& ways, bool senderIsHere, bool waits) {
    const PacketAddresses& addresses = packet.addresses;
    Message message;
    message.header.stream = u"packet/"_s + QString::fromLatin1(packet.sha256);
    message.header.kind = addresses.kind;
    message.header.messageId = QUuid::createUuidV5(QUuid(), message.header.stream).toString(QUuid::WithoutBraces);
    message.payload = exchange::packetNoticeXml(
        {packet.sha256, packet.size, addresses.kind, addresses.from, addresses.to, packet.hops, packet.reporter});
    message.cites = {packet.sha256};
    if (senderIsHere) {
        message.participants.append(addresses.from);
    }
    for (const ReceiverWay& way : ways) {
        if (!waits && way.way != Way::Up) {
            message.participants.append(way.organId);
        }
    }
    message.participants.removeDuplicates();
    return message;
}

} // namespace

QString newsForRelay(const QString& relay) {
    return u"relay:"_s + relay;
}

PacketPost::PacketPost(Store& store, Clock clock, std::function<void(const QStringList&)> onNews)
    : m_store(store)
    , m_clock(std::move(clock))
    , m_onNews(std::move(onNews)) {}

Result<PacketReceipt> PacketPost::post(const Caller& caller, Origin origin, const PostedPacket& packet,
                                       const Also& also) {
    const PacketAddresses& addresses = packet.addresses;
    const QDateTime now = m_clock();
    PacketReceipt receipt;
    QStringList news;
    const Result<void> written = m_store.write([&](StoreSession& session) -> Result<void> {
        news.clear();
        session.expect({.account = caller.account,
                        .packet = packet.sha256,
                        .from = addresses.from,
                        .agencies = addresses.to,
                        .agency = packet.content.isNull() ? QString() : caller.agency});
        // First of all: what was taken once is answered by its receipt, whatever has changed since.
        if (const auto earlier = session.packet(packet.sha256, addresses.from);
            earlier && (origin == Origin::Above || caller.mailboxes.contains(addresses.from))) {
            receipt = *earlier;
            return also ? also(session) : Result<void>();
        }
        const Routes routes = routesFor(session, addresses, origin, now);
        const auto ways = waysOf(addresses, {origin, caller.mailboxes, packet.hops}, routes);
        if (!ways) {
            return std::unexpected(ways.error());
        }
        const bool waits = packet.reporter.isEmpty() && mustWait(session, addresses, *ways);
        Message message = noticeOf(packet, *ways, origin != Origin::Above, waits);
        message.header = nextHeader(caller, {caller.agency, 0, {}}, message, now);
        receipt = {packet.sha256, message.header.stream, addresses.kind, now, addresses.to};
        // Bytes that came before were counted when they came.
        const qint64 bytes = packet.content.isNull() ? 0 : packet.size;
        if (const Result<void> today = countDay(session, caller.account, now, bytes, 1); !today) {
            return today;
        }
        if (!packet.content.isNull()) {
            if (const Result<void> room = checkQuota(session, caller.agency, packet.size); !room) {
                return room;
            }
        }
        if (const auto earlier = session.deposit({receipt, addresses.from, caller.account, message, packet.content})) {
            receipt = *earlier;
            return also ? also(session) : Result<void>();
        }
        news = message.participants;
        if (waits) {
            session.relaying().hold({packet.sha256, packet.size, addresses.from, caller.account, addresses.to.first(),
                                     addresses.documentId, addresses.matchKey, packet.hops, now,
                                     now.addDays(heldDays)});
        } else {
            planUp(session, packet, *ways, now, news);
        }
        const bool relayed = origin != Origin::Office ||
                             std::ranges::any_of(*ways, [](const ReceiverWay& way) { return way.way == Way::Up; });
        if (relayed && addresses.kind == "edoc"_L1) {
            documentPassed(session, packet, now, news);
        } else if (origin != Origin::Office) {
            statusPassed(session, addresses);
        }
        return also ? also(session) : Result<void>();
    });
    if (!written) {
        return std::unexpected(written.error());
    }
    m_onNews(news);
    return receipt;
}

Result<int> PacketPost::releaseExpired() {
    const QDateTime now = m_clock();
    int released = 0;
    QStringList news;
    const Result<void> written = m_store.write([&](StoreSession& session) -> Result<void> {
        released = 0;
        news.clear();
        // Two hubs over one store may place a status and its document at the same moment, unseen by each other.
        for (const HeldStatus& held : session.relaying().held(expiredAtOnce)) {
            const bool passed = !session.relaying().passed(held.addressee, held.documentId, held.matchKey).isEmpty();
            released += passed && passOn(session, held, now, news) ? 1 : 0;
        }
        for (HeldStatus held : session.relaying().heldUntil(now, expiredAtOnce)) {
            if (passOn(session, held, now, news)) {
                ++released;
                continue;
            }
            session.relaying().release(held.sha256, held.from);
            held.expires = now.addDays(1); // nobody reaches its addressee at the moment
            session.relaying().hold(held);
        }
        return {};
    });
    if (!written) {
        return std::unexpected(written.error());
    }
    m_onNews(news);
    return released;
}

} // namespace hub
