// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/hubcore.h"
#include "exchange/hub/relay/relayrules.h"
#include "exchange/protocol/packetserver.h"

#include <functional>
#include <stop_token>

namespace hub {

/// How a relay works on this machine.
struct RelayOptions {
    QString spoolFolder; ///< for packets on their way, made where it is missing
    RelayPatience patience;
    std::function<double()> jitter; ///< 0 to 1; empty: chance
};

/// What one pass did.
struct RelayResult {
    int sent = 0;                           ///< the server has them
    int refused = 0;                        ///< by the server, or given up; their senders were told
    int uncertain = 0;                      ///< became so
    int received = 0;                       ///< placed here
    int unplaced = 0;                       ///< came from above and can't be placed here
    qint64 agencies = 0;                    ///< that changed in the directory
    std::optional<exchange::Error> stopped; ///< why the pass ended early: the line, or the relay's own trouble

    friend bool operator==(const RelayResult&, const RelayResult&) = default;
};

/// Carries packets between this hub and one server above. All that it does is in the journal of the store before it is
/// done (RelayOut, RelayIn), so that a pass that was killed anywhere is taken up by the next: what may have arrived is
/// asked for before it is sent again, what was placed here is placed once, and the server is told only of what is on
/// our disk. Used by one thread; blocks.
class RelayWorker {
public:
    /// References must outlive the worker. `relay`: the record as it is stored.
    RelayWorker(HubCore& core, Store& store, RelayRecord relay, exchange::PacketServer& above, RelayOptions options);

    /// One pass: what waits goes up, what waits above comes down, the directory follows where it is due. Errors are
    /// those of the store and of the disk; the server's are in the result.
    [[nodiscard]] Result<RelayResult> run(std::stop_token stop);

private:
    using Sent = std::optional<exchange::Error>; ///< set: the pass ends here
    [[nodiscard]] Result<void> sendAll();
    [[nodiscard]] Result<Sent> carry(RelayOut out);
    [[nodiscard]] Result<Sent> ask(RelayOut& out, const exchange::PacketIdentity& identity, bool& send);
    [[nodiscard]] Result<Sent> send(RelayOut& out, const exchange::PacketIdentity& identity, const QString& path);
    [[nodiscard]] Result<Sent> afterError(RelayOut& out, const exchange::Error& error);
    [[nodiscard]] Result<void> refuse(RelayOut& out, const exchange::Error& error);
    [[nodiscard]] Result<void> receiveAll();
    [[nodiscard]] Result<Sent> take(const exchange::ListedPacket& listed);
    [[nodiscard]] Result<Sent> fetch(RelayIn in, const exchange::ListedPacket& listed);
    [[nodiscard]] Result<void> place(RelayIn& in, const exchange::ListedPacket& listed, const QString& path);
    [[nodiscard]] Result<Sent> acknowledge(RelayIn in);
    [[nodiscard]] Result<void> followDirectory();
    [[nodiscard]] Result<void> keep(const RelayOut& out);
    [[nodiscard]] Result<void> keep(const RelayIn& in);
    [[nodiscard]] Result<void> keepRelay();
    [[nodiscard]] exchange::CallOptions callOptions() const;
    [[nodiscard]] QDateTime later(int attempts) const;
    /// When it is due, but not before the server above wants to hear of us again (Retry-After).
    [[nodiscard]] QDateTime asAsked(const QDateTime& due) const;
    [[nodiscard]] bool endedBy(Sent sent);

    HubCore& m_core;
    Store& m_store;
    RelayRecord m_relay;
    exchange::PacketServer& m_above;
    RelayOptions m_options;
    std::stop_token m_stop;
    RelayResult m_result;
};

} // namespace hub
