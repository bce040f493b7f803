// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/relay/relayworker.h"

#include "exchange/hub/relay/refusal.h"
#include "exchange/hub/relay/spool.h"
#include "exchange/protocol/errorkind.h"

#include <QFile>
#include <QRandomGenerator>
#include <QScopeGuard>

#include <set>

namespace hub {

using exchange::Error;
using exchange::fail;
using exchange::Known;
using exchange::PacketIdentity;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int dueAtOnce = 100;

PacketIdentity identityOf(const RelayOut& out, const SpooledPacket& spooled) {
    return {spooled.sha256,
            out.kind,
            spooled.addresses.documentId,
            out.from,
            out.to,
            spooled.addresses.notation,
            spooled.addresses.subject,
            out.tried};
}

} // namespace

RelayWorker::RelayWorker(HubCore& core, Store& store, RelayRecord relay, exchange::PacketServer& above,
                         RelayOptions options)
    : m_core(core)
    , m_store(store)
    , m_relay(std::move(relay))
    , m_above(above)
    , m_options(std::move(options)) {
    if (!m_options.jitter) {
        m_options.jitter = [] { return QRandomGenerator::global()->generateDouble(); };
    }
}

exchange::CallOptions RelayWorker::callOptions() const {
    exchange::CallOptions options;
    options.stop = m_stop;
    return options;
}

QDateTime RelayWorker::later(int attempts) const {
    return m_core.now().addMSecs(pauseAfter(attempts, m_options.jitter(), m_options.patience).count());
}

QDateTime RelayWorker::asAsked(const QDateTime& due) const {
    return std::max(due, m_core.now().addSecs(m_above.retryAfterSeconds()));
}

bool RelayWorker::endedBy(Sent sent) {
    if (sent) {
        m_result.stopped = std::move(sent);
    }
    return m_result.stopped.has_value() || m_stop.stop_requested();
}

Result<RelayResult> RelayWorker::run(std::stop_token stop) {
    m_stop = std::move(stop);
    m_result = {};
    if (const Result<void> spool = makeSpool(m_options.spoolFolder); !spool) {
        return std::unexpected(spool.error());
    }
    const Result<void> login = m_above.login(callOptions());
    if (!login) {
        m_result.stopped = login.error();
    }
    using Part = Result<void> (RelayWorker::*)();
    for (const Part part : {&RelayWorker::sendAll, &RelayWorker::receiveAll, &RelayWorker::followDirectory}) {
        if (m_result.stopped || m_stop.stop_requested()) {
            break;
        }
        if (const Result<void> done = (this->*part)(); !done) {
            return std::unexpected(done.error());
        }
    }
    if (const Result<void> kept = keepRelay(); !kept) {
        return std::unexpected(kept.error());
    }
    return m_result;
}

Result<void> RelayWorker::sendAll() {
    std::set<qint64> tried; // once a pass each, whatever the pauses are
    for (;;) {
        QList<RelayOut> due;
        const Result<void> read = m_store.read([&](StoreSession& session) -> Result<void> {
            due = session.relaying().dueOut(m_relay.name, m_core.now(), dueAtOnce);
            return {};
        });
        due.removeIf([&](const RelayOut& out) { return !tried.insert(out.id).second; });
        if (!read || due.isEmpty()) {
            return read;
        }
        for (const RelayOut& out : due) {
            const Result<Sent> carried = carry(out);
            if (!carried) {
                return std::unexpected(carried.error());
            }
            if (endedBy(*carried)) {
                return {};
            }
        }
    }
}

Result<RelayWorker::Sent> RelayWorker::carry(RelayOut out) {
    const OutStep step = stepFor(out, m_core.now(), m_options.patience);
    if (step == OutStep::Leave) {
        return Sent();
    }
    if (step == OutStep::GiveUp) {
        const Error why = fail("relay-gave-up", out.code + u' ' + out.detail).error();
        const Result<void> refused = refuse(out, why);
        return refused ? Result<Sent>(Sent()) : std::unexpected(refused.error());
    }
    const bool traces = m_relay.profile != "hub"_L1;
    const Result<SpooledPacket> spooled =
        spoolPacket(m_core, m_options.spoolFolder, out, traces ? m_relay.ownHub : QString());
    if (!spooled) { // its bytes can't be read at the moment: the others go on
        ++out.attempts;
        out.tried = out.tried.isValid() ? out.tried : m_core.now();
        out.due = later(out.attempts);
        out.code = spooled.error().code;
        out.detail = spooled.error().detail;
        const Result<void> kept = keep(out);
        return kept ? Result<Sent>(Sent()) : std::unexpected(kept.error());
    }
    const auto drop = qScopeGuard([&] { QFile::remove(spooled->path); });
    const PacketIdentity identity = identityOf(out, *spooled);
    bool sends = step == OutStep::Send;
    if (step == OutStep::Ask) {
        const Result<Sent> asked = ask(out, identity, sends);
        if (!asked || *asked || !sends) {
            return asked;
        }
    }
    return send(out, identity, spooled->path);
}

Result<RelayWorker::Sent> RelayWorker::ask(RelayOut& out, const PacketIdentity& identity, bool& sends) {
    sends = false;
    const Result<Known> known = m_above.hasSent(identity, callOptions());
    if (!known) {
        const Verdict verdict = verdictOf(known.error());
        out.due = verdict == Verdict::Cancelled ? m_core.now() : asAsked(later(++out.attempts));
        out.code = known.error().code;
        out.detail = known.error().detail;
        const Result<void> kept = keep(out);
        if (!kept) {
            return std::unexpected(kept.error());
        }
        const bool ends = verdict != Verdict::Unknown || exchange::isOffline(known.error());
        return ends ? Sent(known.error()) : Sent();
    }
    if (*known == Known::No) {
        sends = true;
        return Sent();
    }
    out.state = *known == Known::Yes ? RelayState::Done : RelayState::Uncertain;
    ++(*known == Known::Yes ? m_result.sent : m_result.uncertain);
    const Result<void> kept = keep(out);
    return kept ? Result<Sent>(Sent()) : std::unexpected(kept.error());
}

Result<RelayWorker::Sent> RelayWorker::send(RelayOut& out, const PacketIdentity& identity, const QString& path) {
    const RelayOut before = out;
    out.state = RelayState::Started;
    ++out.attempts;
    out.tried = out.tried.isValid() ? out.tried : m_core.now();
    out.due = later(out.attempts);
    if (const Result<void> kept = keep(out); !kept) {
        return std::unexpected(kept.error());
    }
    exchange::CallOptions options = callOptions();
    options.hops = out.hops + QStringList(m_relay.ownHub);
    const Result<QString> sent = m_above.send(path, identity, options);
    if (!sent) {
        if (verdictOf(sent.error()) == Verdict::NotTried || verdictOf(sent.error()) == Verdict::Trouble) {
            out.state = RelayState::Planned; // it did not come so far: the time without a line does not count
            out.tried = before.tried;
        }
        return afterError(out, sent.error());
    }
    out.state = RelayState::Done;
    out.serverId = *sent;
    out.code.clear();
    out.detail.clear();
    ++m_result.sent;
    const Result<void> kept = keep(out);
    return kept ? Result<Sent>(Sent()) : std::unexpected(kept.error());
}

Result<RelayWorker::Sent> RelayWorker::afterError(RelayOut& out, const Error& error) {
    const Verdict verdict = verdictOf(error);
    if (verdict == Verdict::Refused) {
        const Result<void> refused = refuse(out, error);
        return refused ? Result<Sent>(Sent()) : std::unexpected(refused.error());
    }
    out.code = error.code;
    out.detail = error.detail;
    out.due = verdict == Verdict::Cancelled ? m_core.now() : asAsked(out.due);
    if (const Result<void> kept = keep(out); !kept) {
        return std::unexpected(kept.error());
    }
    return verdict != Verdict::Unknown || exchange::isOffline(error) ? Sent(error) : Sent();
}

Result<void> RelayWorker::refuse(RelayOut& out, const Error& error) {
    out.state = RelayState::Failed;
    out.code = error.code;
    out.detail = error.detail;
    ++m_result.refused;
    return reportRefusal(m_core, m_store, m_relay, out);
}

Result<void> RelayWorker::keep(const RelayOut& out) {
    return m_store.write([&](StoreSession& session) -> Result<void> {
        session.relaying().putOut(out);
        return {};
    });
}

Result<void> RelayWorker::keepRelay() {
    return m_store.write([&](StoreSession& session) -> Result<void> {
        auto stored = session.relaying().relay(m_relay.name);
        if (!stored) {
            return {}; // removed meanwhile
        }
        stored->directoryVersion = m_relay.directoryVersion;
        stored->directoryTime = m_relay.directoryTime;
        stored->contact = m_result.stopped ? stored->contact : m_core.now();
        stored->lastCode = m_result.stopped ? m_result.stopped->code : QString();
        session.relaying().putRelay(*stored);
        return {};
    });
}

} // namespace hub
