// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/routes.h"
#include "exchange/hub/core/store.h"

#include <QDateTime>

#include <functional>

namespace hub {

/// A packet whose bytes are content already, or come with it.
struct PostedPacket {
    QByteArray sha256;
    qint64 size = 0; ///< bytes
    PacketAddresses addresses;
    QStringList hops{};   ///< the hubs that passed it on before it came here
    QString reporter{};   ///< this hub, where it wrote the packet itself
    QByteArray content{}; ///< its bytes, where the store shall keep them with it: at most maximumSmallContent
};

/// Places packets: into the mailboxes of those who have one here, into the journal of a relay for the others, or onto
/// the list of statuses that wait for their document. Each call is one transaction. Thread-safe.
class PacketPost {
public:
    using Clock = std::function<QDateTime()>;
    /// What else belongs into the same transaction. May run more than once until it is committed.
    using Also = std::function<Result<void>(StoreSession&)>;

    /// `onNews` is called after a commit, on the calling thread, with the mailboxes whose feeds grew and with
    /// newsForRelay() where a packet waits for a relay. The store must outlive the object.
    PacketPost(Store& store, Clock clock, std::function<void(const QStringList&)> onNews);

    /// Places a packet for whoever hands it over: an account, or the hub itself for what comes from above. Where it was
    /// placed before the first receipt comes back. Errors of waysOf(), of the store and of `also`.
    [[nodiscard]] Result<exchange::PacketReceipt> post(const Caller& caller, Origin origin, const PostedPacket& packet,
                                                       const Also& also = {});
    /// Passes on statuses that waited for 30 days, without their document, and those whose document came after all;
    /// gives how many.
    [[nodiscard]] Result<int> releaseExpired();

private:
    Store& m_store;
    Clock m_clock;
    std::function<void(const QStringList&)> m_onNews;
};

/// Stands for a relay in a list of mailboxes with news; no mailbox has such a name.
[[nodiscard]] QString newsForRelay(const QString& relay);

} // namespace hub
