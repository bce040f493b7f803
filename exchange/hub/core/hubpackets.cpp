// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/hubcore.h"
#include "exchange/hub/core/names.h"
#include "exchange/hub/core/rules.h"
#include "exchange/protocol/errorkind.h"

#include <QBuffer>

namespace hub {

using exchange::fail;
using exchange::PacketReceipt;

Result<PacketReceipt> HubCore::postPacket(const Caller& caller, const QByteArray& sha256, const QString& kind,
                                          const QStringList& hops) {
    if (!exchange::isSha256Hex(sha256)) {
        return malformedRequest(QStringLiteral("no SHA-256"));
    }
    std::optional<qint64> size;
    std::optional<QByteArray> small;
    const Result<void> looked = m_store.read([&](StoreSession& session) -> Result<void> {
        size = session.contentSize(sha256);
        if (!size || !session.uploadedBy(sha256, caller.account)) {
            return contentUnknown(sha256);
        }
        small = session.smallContent(sha256);
        return {};
    });
    if (!looked) {
        return std::unexpected(looked.error());
    }
    const Result<std::unique_ptr<QIODevice>> packet = openContent(sha256, small);
    if (!packet) {
        return std::unexpected(packet.error());
    }
    return placePacket(caller, kind, **packet, {sha256, *size, {}, caller.isRelay() ? hops : QStringList()});
}

Result<PacketReceipt> HubCore::postWholePacket(const Caller& caller, const QByteArray& sha256, const QString& kind,
                                               const QByteArray& packet) {
    if (packet.size() > maximumSmallContent) {
        return exchange::tooLarge(QStringLiteral("a packet of %1 bytes in one request").arg(packet.size()));
    }
    if (exchange::sha256Hex(packet) != sha256) {
        return malformedRequest(QStringLiteral("the packet is not what its hash says"));
    }
    QBuffer bytes;
    bytes.setData(packet);
    if (!bytes.open(QIODevice::ReadOnly)) {
        return filesFailed(bytes.errorString());
    }
    PostedPacket posted;
    posted.sha256 = sha256;
    posted.size = packet.size();
    posted.content = packet;
    return placePacket(caller, kind, bytes, std::move(posted));
}

Result<PacketReceipt> HubCore::placePacket(const Caller& caller, const QString& kind, QIODevice& bytes,
                                           PostedPacket packet) {
    const Result<PacketAddresses> addresses = readPacketAddresses(bytes);
    if (!addresses) {
        return std::unexpected(addresses.error());
    }
    if (addresses->kind != kind) {
        return fail("packet-kind-wrong", addresses->kind);
    }
    packet.addresses = *addresses;
    return m_post.post(caller, caller.isRelay() ? Origin::Below : Origin::Office, packet);
}

Result<std::unique_ptr<QIODevice>> HubCore::openPacket(const QByteArray& sha256) {
    std::optional<QByteArray> small;
    const Result<void> looked = m_store.read([&](StoreSession& session) -> Result<void> {
        small = session.smallContent(sha256);
        return {};
    });
    if (!looked) {
        return std::unexpected(looked.error());
    }
    return openContent(sha256, small);
}

Result<std::optional<PacketReceipt>> HubCore::findPacket(const Caller& caller, const QByteArray& sha256) {
    std::optional<PacketReceipt> found;
    // Writing, although nothing is written: a receipt is given only for what is as durable as the store promises.
    const Result<void> done = m_store.write([&](StoreSession& session) -> Result<void> {
        found.reset();
        for (const QString& mailbox : caller.mailboxes) {
            if (!found) {
                found = session.packet(sha256, mailbox);
            }
        }
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return found;
}

} // namespace hub
