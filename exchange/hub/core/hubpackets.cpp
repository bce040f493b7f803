// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/hubcore.h"
#include "exchange/hub/core/names.h"
#include "exchange/hub/core/rules.h"

#include <QIODevice>

namespace hub {

using exchange::fail;
using exchange::PacketReceipt;

Result<PacketReceipt> HubCore::postPacket(const Caller& caller, const QByteArray& sha256, const QString& kind,
                                          const QStringList& hops) {
    if (!exchange::isSha256Hex(sha256)) {
        return malformedRequest(QStringLiteral("no SHA-256"));
    }
    std::optional<qint64> size;
    std::optional<PacketReceipt> earlier;
    std::optional<QByteArray> small;
    const Result<void> looked = m_store.read([&](StoreSession& session) -> Result<void> {
        size = session.contentSize(sha256);
        if (!size || !session.uploadedBy(sha256, caller.account)) {
            return contentUnknown(sha256);
        }
        for (const QString& mailbox : caller.mailboxes) {
            if (!earlier) {
                earlier = session.packet(sha256, mailbox);
            }
        }
        if (!earlier) {
            small = session.smallContent(sha256);
        }
        return {};
    });
    if (!looked) {
        return std::unexpected(looked.error());
    }
    if (earlier) {
        return *earlier;
    }
    const Result<std::unique_ptr<QIODevice>> packet = openContent(sha256, small);
    if (!packet) {
        return std::unexpected(packet.error());
    }
    const Result<PacketAddresses> addresses = readPacketAddresses(**packet);
    if (!addresses) {
        return std::unexpected(addresses.error());
    }
    if (addresses->kind != kind) {
        return fail("packet-kind-wrong", addresses->kind);
    }
    const Origin origin = caller.isRelay() ? Origin::Below : Origin::Office;
    return m_post.post(caller, origin, {sha256, *size, *addresses, caller.isRelay() ? hops : QStringList()});
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
