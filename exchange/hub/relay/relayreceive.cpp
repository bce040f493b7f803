// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/relay/relayworker.h"

#include "exchange/hub/relay/spool.h"
#include "exchange/protocol/errorkind.h"

#include <QFile>
#include <QScopeGuard>

#include <algorithm>

namespace hub {

using exchange::Error;
using exchange::fail;
using exchange::ListedPacket;
using exchange::PacketServer;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int atOnce = 500;
constexpr qsizetype agenciesAtOnce = 5000; // in one transaction: a second or so

/// Whether the store or the disk failed, so that the packet is not to blame.
bool isOurs(const Error& error) {
    return exchange::mayRetry(error) || error.code == "relay-spool-failed"_L1;
}

} // namespace

Result<void> RelayWorker::receiveAll() {
    QList<RelayIn> untold;
    const Result<void> read = m_store.read([&](StoreSession& session) -> Result<void> {
        untold = session.relaying().inIn(m_relay.name, {RelayState::Uncertain}, atOnce);
        return {};
    });
    if (!read) {
        return read;
    }
    for (const RelayIn& in : untold) {
        const Result<Sent> told = acknowledge(in);
        if (!told) {
            return std::unexpected(told.error());
        }
        if (endedBy(*told)) {
            return {};
        }
    }
    const QDateTime now = m_core.now();
    const QDateTime from = now.addSecs(-std::chrono::seconds(m_options.patience.lookBack).count());
    for (const QString& kind : {u"edoc"_s, u"status"_s}) {
        const auto listed = m_above.listReceived(kind, from, now.addSecs(3600), callOptions());
        if (!listed) {
            m_result.stopped = listed.error();
            return {};
        }
        for (const ListedPacket& packet : *listed) {
            const Result<Sent> taken = take(packet);
            if (!taken) {
                return std::unexpected(taken.error());
            }
            if (endedBy(*taken)) {
                return {};
            }
        }
    }
    return {};
}

Result<RelayWorker::Sent> RelayWorker::take(const ListedPacket& listed) {
    RelayIn in{m_relay.name, listed.docId, {}, RelayState::Started, 0, m_core.now(), {}, {}, {}};
    const Result<void> read = m_store.read([&](StoreSession& session) -> Result<void> {
        in = session.relaying().in(m_relay.name, listed.docId).value_or(in);
        return {};
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    const bool waits = in.due.isValid() && in.due > m_core.now();
    if (in.state == RelayState::Done || in.state == RelayState::Failed || waits) {
        return Sent();
    }
    return in.state == RelayState::Uncertain ? acknowledge(in) : fetch(in, listed);
}

Result<RelayWorker::Sent> RelayWorker::fetch(RelayIn in, const ListedPacket& listed) {
    const qint64 patience = std::chrono::seconds(m_options.patience.longestTrying).count();
    ++in.attempts;
    in.due = later(in.attempts);
    const bool givesUp = in.attempts > 1 && in.time.addSecs(patience) < m_core.now();
    in.state = givesUp ? RelayState::Failed : RelayState::Started;
    if (const Result<void> kept = keep(in); !kept) {
        return std::unexpected(kept.error());
    }
    if (givesUp) {
        ++m_result.unplaced;
        return acknowledge(in);
    }
    const QString path = spoolPath(m_options.spoolFolder);
    const auto drop = qScopeGuard([&] { QFile::remove(path); });
    if (const Result<void> fetched = m_above.fetch(in.docId, path, callOptions()); !fetched) {
        in.code = fetched.error().code;
        in.detail = fetched.error().detail;
        in.due = asAsked(in.due);
        const Verdict verdict = verdictOf(fetched.error());
        if (verdict == Verdict::Cancelled || verdict == Verdict::NotTried) {
            --in.attempts; // a line that is down is no attempt
            in.due = m_core.now();
        }
        if (const Result<void> kept = keep(in); !kept) {
            return std::unexpected(kept.error());
        }
        const bool goesOn = verdict == Verdict::Refused || verdict == Verdict::Unknown;
        return goesOn && !exchange::isOffline(fetched.error()) ? Sent() : Sent(fetched.error());
    }
    if (const Result<void> placed = place(in, listed, path); !placed) {
        if (isOurs(placed.error())) {
            return std::unexpected(placed.error());
        }
        in.state = RelayState::Failed;
        in.code = placed.error().code;
        in.detail = placed.error().detail;
        if (const Result<void> kept = keep(in); !kept) {
            return std::unexpected(kept.error());
        }
        ++m_result.unplaced;
        return acknowledge(in);
    }
    ++m_result.received;
    return acknowledge(in);
}

Result<void> RelayWorker::place(RelayIn& in, const ListedPacket& listed, const QString& path) {
    const Caller self = callerOf(m_relay);
    const Result<PostedPacket> packet = takeIn(m_core, self, path, listed.hops);
    if (!packet) {
        return std::unexpected(packet.error());
    }
    RelayIn placed = in;
    placed.sha256 = packet->sha256;
    placed.state = RelayState::Uncertain; // here for good, and the server does not know yet
    placed.code.clear();
    placed.detail.clear();
    const auto receipt = m_core.post().post(self, Origin::Above, *packet, [&](StoreSession& session) -> Result<void> {
        session.relaying().putIn(placed);
        return {};
    });
    if (!receipt) {
        return std::unexpected(receipt.error());
    }
    in = placed;
    return {};
}

Result<RelayWorker::Sent> RelayWorker::acknowledge(RelayIn in) {
    const bool failed = in.state == RelayState::Failed;
    const auto taken = failed ? PacketServer::Taken::Failed : PacketServer::Taken::Done;
    if (const Result<void> told = m_above.acknowledge(in.docId, taken, callOptions()); !told) {
        const Verdict verdict = verdictOf(told.error());
        const bool goesOn = verdict == Verdict::Refused || verdict == Verdict::Unknown;
        return goesOn && !exchange::isOffline(told.error()) ? Sent() : Sent(told.error());
    }
    if (failed) {
        return Sent(); // stays in the list for a person
    }
    in.state = RelayState::Done;
    const Result<void> kept = keep(in);
    return kept ? Result<Sent>(Sent()) : std::unexpected(kept.error());
}

Result<void> RelayWorker::keep(const RelayIn& in) {
    return m_store.write([&](StoreSession& session) -> Result<void> {
        session.relaying().putIn(in);
        return {};
    });
}

Result<void> RelayWorker::followDirectory() {
    const auto pause = std::chrono::milliseconds(m_options.patience.directoryEvery).count();
    if (m_relay.directoryTime.isValid() && m_relay.directoryTime.addMSecs(pause) > m_core.now()) {
        return {};
    }
    bool more = true;
    while (more && !m_stop.stop_requested()) {
        const Result<exchange::Directory> page = m_above.agencies(m_relay.directoryVersion, callOptions());
        if (!page) {
            if (page.error().code != "directory-not-offered"_L1) {
                m_result.stopped = page.error();
                return {};
            }
            break;
        }
        for (qsizetype begin = 0; begin < page->agencies.size(); begin += agenciesAtOnce) {
            const Result<qint64> changed =
                takeAgencies(m_store, m_relay.name, page->agencies.mid(begin, agenciesAtOnce));
            if (!changed) {
                return std::unexpected(changed.error());
            }
            m_result.agencies += *changed;
        }
        more = page->more && page->version > m_relay.directoryVersion;
        m_relay.directoryVersion = page->version;
        if (const Result<void> kept = keepRelay(); !kept) {
            return kept;
        }
    }
    m_relay.directoryTime = m_core.now();
    return {};
}

} // namespace hub
