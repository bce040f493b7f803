// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sync/packetsync.h"

#include "exchange/protocol/errorkind.h"
#include "exchange/protocol/message.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The numbers 20 and 21 of the servers' table: a fault of their own while they took or read the packet.
bool saidItFailed(const Error& error) {
    return error.code == "axis-server-failed"_L1 || error.code == "axis-processing-failed"_L1;
}

/// Whether an error of send() says that the server did not keep the packet: it was never reached, or it said so itself.
/// A line that was cut, a silence, a page of HTML and a fault of its own (numbers 20, 21 and those nobody knows) say
/// nothing, and neither does a cancelled call.
bool surelyNotTaken(const Error& error) {
    static const QSet<QString> codes{u"server-unreachable"_s, u"server-untrusted"_s,  u"server-refused"_s,
                                     u"address-refused"_s,    u"packet-not-opened"_s, u"too-large"_s};
    const bool refused = error.code.startsWith("axis-"_L1) && error.code != "axis-refused"_L1 && !saidItFailed(error);
    return codes.contains(error.code) || refused || (isHubCode(error.code) && httpStatusOf(error.code) < 500);
}

/// Whether the server's answer to a call about one packet is final, so that asking again is of no use: its own refusal,
/// or a form in which the packet cannot be taken. What is the fault of the line, the disk or the account passes.
bool refusedForGood(const Error& error) {
    static const QSet<QString> codes{u"packet-attachments-apart"_s, u"answer-too-large"_s, u"folder-packet-gone"_s};
    const bool answered =
        error.code.startsWith("axis-"_L1) || (isHubCode(error.code) && httpStatusOf(error.code) < 500);
    return codes.contains(error.code) || (answered && !mayRetry(error) && !blamesCaller(error));
}

/// Whether a call got as far as the server, so that it counts as a try.
bool reachedServer(const Error& error) {
    return error.code != "server-unreachable"_L1 && error.code != "cancelled"_L1;
}

Error gaveUp(const Error& last) {
    return std::unexpected<Error>(fail("packet-sync-gave-up", last.code + u' ' + last.detail)).error();
}

/// One round's work and what came of it.
class Round {
public:
    Round(PacketServer& server, PacketJournal& journal, PacketSink& sink, const PacketSyncOptions& options,
          std::stop_token stop)
        : m_server(server)
        , m_journal(journal)
        , m_sink(sink)
        , m_options(options)
        , m_calls{std::move(stop), {}} {}

    void login();
    Result<void> receive();
    Result<void> send();
    PacketSyncResult result();

private:
    bool goesOn();
    bool isDue(const QDateTime& nextAttempt);
    void noteFailure(const QString& id, const Error& error);
    /// A call that is about no packet failed.
    void callFailed(const Error& error);
    [[nodiscard]] QDateTime nextAttempt(int attempts) const;
    /// After an attempt that failed: when the next one is due, or false where there is none.
    bool postpone(int& attempts, QDateTime& due, const Error& error, bool worthATry);
    void noteDue(const QDateTime& when);

    Result<void> list(const QString& kind);
    Result<void> takeIn(IncomingPacket packet);
    Result<void> fetchAndStore(IncomingPacket& packet);
    Result<void> acknowledge(IncomingPacket& packet);
    Result<void> incomingFailed(IncomingPacket& packet, const Error& error);
    Result<void> sendOne(OutgoingPacket packet);
    Result<void> ask(OutgoingPacket& packet, bool& wanted);
    Result<void> handOver(OutgoingPacket& packet);
    Result<void> outgoingFailed(OutgoingPacket& packet, const Error& error, bool worthATry);
    [[nodiscard]] QDateTime now() const { return m_options.clock(); }

    PacketServer& m_server;
    PacketJournal& m_journal;
    PacketSink& m_sink;
    const PacketSyncOptions& m_options;
    CallOptions m_calls;
    PacketSyncResult m_result;
    bool m_refused = false; ///< this account is not let in, or asked to wait: nothing more in this round
};

bool Round::goesOn() {
    m_result.cancelled = m_result.cancelled || m_calls.stop.stop_requested();
    return !m_result.cancelled && !m_result.offline && !m_refused;
}

void Round::noteDue(const QDateTime& when) {
    m_result.nextDue = m_result.nextDue ? std::min(*m_result.nextDue, when) : when;
}

bool Round::isDue(const QDateTime& nextAttempt) {
    if (!nextAttempt.isValid() || nextAttempt <= now()) {
        return true;
    }
    noteDue(nextAttempt);
    return false;
}

void Round::noteFailure(const QString& id, const Error& error) {
    m_result.offline = m_result.offline || isOffline(error);
    m_result.cancelled = m_result.cancelled || error.code == "cancelled"_L1;
    m_refused = m_refused || blamesCaller(error) || m_server.retryAfterSeconds() > 0;
    m_result.failures.append({id, error});
}

void Round::callFailed(const Error& error) {
    noteFailure({}, error);
    if (mayRetry(error)) {
        noteDue(nextAttempt(1));
    }
}

QDateTime Round::nextAttempt(int attempts) const {
    return m_options.backoff.nextAttempt(now(), attempts, m_server.retryAfterSeconds(), m_options.random());
}

bool Round::postpone(int& attempts, QDateTime& due, const Error& error, bool worthATry) {
    // Days without a line do not count: nothing was tried at the server.
    const bool reached = reachedServer(error);
    attempts += reached ? 1 : 0;
    if (reached && (!worthATry || m_options.backoff.isEnough(attempts, m_options.longestTryingMilliseconds))) {
        return false;
    }
    if (error.code == "cancelled"_L1) {
        due = QDateTime();
        return true;
    }
    due = nextAttempt(attempts);
    noteDue(due);
    return true;
}

void Round::login() {
    if (const Result<void> entered = m_server.login(m_calls); !entered) {
        callFailed(entered.error());
        m_refused = true;
    }
}

Result<void> Round::receive() {
    for (const QString& kind : {u"edoc"_s, u"status"_s}) {
        if (!goesOn()) {
            return {};
        }
        if (const Result<void> listed = list(kind); !listed) {
            return listed;
        }
    }
    // From the journal, not from the list: what an earlier round left over is in it, too.
    const Result<QList<IncomingPacket>> waiting = m_journal.incoming();
    if (!waiting) {
        return std::unexpected(waiting.error());
    }
    for (const IncomingPacket& packet : *waiting) {
        if (!goesOn()) {
            return {};
        }
        if (!isDue(packet.nextAttempt)) {
            continue;
        }
        if (const Result<void> taken = takeIn(packet); !taken) {
            return taken;
        }
    }
    return {};
}

Result<void> Round::list(const QString& kind) {
    const Result<QDateTime> until = m_journal.listedUntil(kind);
    if (!until) {
        return std::unexpected(until.error());
    }
    const QDateTime to = now();
    // A clock that was set back must not make the list begin in the future.
    const QDateTime from = until->isValid() ? std::min(*until, to).addSecs(-3600LL * m_options.overlapHours)
                                            : to.addDays(-m_options.lookBackDays);
    const Result<QList<ListedPacket>> packets = m_server.listReceived(kind, from, to, m_calls);
    if (!packets) {
        callFailed(packets.error());
        return {};
    }
    m_result.listed += static_cast<int>(packets->size());
    const Result<int> fresh = m_journal.noteListed(*packets);
    if (!fresh) {
        return std::unexpected(fresh.error());
    }
    // A list that may have been cut says nothing of the rest: the next one begins at the same place again. What is
    // acknowledged meanwhile makes room in it.
    const bool cut = m_options.pageSize > 0 && packets->size() >= m_options.pageSize && *fresh > 0;
    return m_journal.setListedUntil(kind, cut ? from.addSecs(3600LL * m_options.overlapHours) : to);
}

Result<void> Round::takeIn(IncomingPacket packet) {
    if (packet.state == IncomingPacket::State::Listed) {
        if (const Result<void> stored = fetchAndStore(packet); !stored) {
            return stored;
        }
    }
    const bool owed = packet.state == IncomingPacket::State::Stored || packet.state == IncomingPacket::State::Unusable;
    return owed && goesOn() ? acknowledge(packet) : Result<void>();
}

Result<void> Round::fetchAndStore(IncomingPacket& packet) {
    const QString& docId = packet.packet.docId;
    if (m_options.tellsProcessing) {
        // A courtesy: what the server says to it changes nothing.
        [[maybe_unused]] const Result<void> told =
            m_server.acknowledge(docId, PacketServer::Taken::Processing, m_calls);
    }
    // docIds are foreign text, so the file's name is made from their hash.
    const QString path =
        QDir(m_options.spoolFolder).filePath(QString::fromLatin1(sha256Hex(docId.toUtf8())) + u".edxml"_s);
    if (const Result<void> fetched = m_server.fetch(docId, path, m_calls); !fetched) {
        return incomingFailed(packet, fetched.error());
    }
    const Result<PacketSink::Stored> stored = m_sink.accept(packet.packet, path);
    QFile::remove(path);
    if (!stored) {
        noteFailure(docId, stored.error());
        return {}; // stays listed: a disk that is full now has room again some day
    }
    const bool good = *stored == PacketSink::Stored::Good;
    (good ? m_result.stored : m_result.unusable) += 1;
    packet.state = good ? IncomingPacket::State::Stored : IncomingPacket::State::Unusable;
    packet.attempts = 0;
    packet.nextAttempt = QDateTime();
    packet.error = {};
    return m_journal.update(packet);
}

Result<void> Round::acknowledge(IncomingPacket& packet) {
    const auto taken =
        packet.state == IncomingPacket::State::Stored ? PacketServer::Taken::Done : PacketServer::Taken::Failed;
    if (const Result<void> told = m_server.acknowledge(packet.packet.docId, taken, m_calls); !told) {
        return incomingFailed(packet, told.error());
    }
    m_result.acknowledged += 1;
    packet.state = IncomingPacket::State::Done;
    packet.error = {};
    return m_journal.update(packet);
}

Result<void> Round::incomingFailed(IncomingPacket& packet, const Error& error) {
    noteFailure(packet.packet.docId, error);
    packet.error = error;
    const bool final = refusedForGood(error);
    if (!postpone(packet.attempts, packet.nextAttempt, error, !final)) {
        packet.error = final ? error : gaveUp(error);
        // What is stored is not lost when the server does not want to hear of it.
        packet.state =
            packet.state == IncomingPacket::State::Listed ? IncomingPacket::State::Failed : IncomingPacket::State::Done;
    }
    return m_journal.update(packet);
}

Result<void> Round::send() {
    const Result<QList<OutgoingPacket>> waiting = m_journal.outgoing();
    if (!waiting) {
        return std::unexpected(waiting.error());
    }
    for (const OutgoingPacket& packet : *waiting) {
        if (!goesOn()) {
            return {};
        }
        if (!isDue(packet.nextAttempt)) {
            continue;
        }
        if (const Result<void> tried = sendOne(packet); !tried) {
            return tried;
        }
    }
    return {};
}

Result<void> Round::sendOne(OutgoingPacket packet) {
    bool wanted = true;
    if (packet.state == OutgoingPacket::State::Started) {
        if (const Result<void> asked = ask(packet, wanted); !asked) {
            return asked;
        }
    }
    return wanted ? handOver(packet) : Result<void>();
}

Result<void> Round::ask(OutgoingPacket& packet, bool& wanted) {
    const Result<Known> known = m_server.hasSent(packet.packet, m_calls);
    // Where nobody can be asked, the server's own word that it failed counts: its table says to try again.
    wanted = known && (*known == Known::No || (*known == Known::CannotTell && saidItFailed(packet.error)));
    if (wanted) {
        return {};
    }
    if (!known) {
        return outgoingFailed(packet, known.error(), mayRetry(known.error()));
    }
    packet.state = *known == Known::Yes ? OutgoingPacket::State::Done : OutgoingPacket::State::Uncertain;
    if (*known == Known::Yes) {
        m_result.sent += 1;
        packet.error = {};
    } else {
        m_result.uncertain.append(packet.id);
    }
    return m_journal.update(packet);
}

Result<void> Round::handOver(OutgoingPacket& packet) {
    packet.state = OutgoingPacket::State::Started;
    // The first try counts: a server's answer to "since then" must hold every try.
    if (!packet.packet.triedSince.isValid()) {
        packet.packet.triedSince = now();
    }
    if (const Result<void> noted = m_journal.update(packet); !noted) {
        return noted;
    }
    const Result<QString> docId = m_server.send(packet.path, packet.packet, m_calls);
    if (!docId) {
        const bool doubtful = !surelyNotTaken(docId.error());
        packet.state = doubtful ? OutgoingPacket::State::Started : OutgoingPacket::State::Planned;
        // Where the server may have it, the next round asks, whatever the error was.
        return outgoingFailed(packet, docId.error(), doubtful || mayRetry(docId.error()));
    }
    m_result.sent += 1;
    packet.state = OutgoingPacket::State::Done;
    packet.docId = *docId;
    packet.error = {};
    return m_journal.update(packet);
}

Result<void> Round::outgoingFailed(OutgoingPacket& packet, const Error& error, bool worthATry) {
    noteFailure(packet.id, error);
    packet.error = error;
    if (!postpone(packet.attempts, packet.nextAttempt, error, worthATry)) {
        packet.error = worthATry ? gaveUp(error) : error;
        // Given up while the server may have it: that is uncertainty, not failure.
        const bool doubtful = packet.state == OutgoingPacket::State::Started;
        packet.state = doubtful ? OutgoingPacket::State::Uncertain : OutgoingPacket::State::Failed;
        if (doubtful) {
            m_result.uncertain.append(packet.id);
        }
    }
    return m_journal.update(packet);
}

PacketSyncResult Round::result() {
    m_result.clockOffsetSeconds = m_server.clockOffsetSeconds();
    return m_result;
}

} // namespace

PacketSync::PacketSync(PacketServer& server, PacketJournal& journal, PacketSink& sink, PacketSyncOptions options)
    : m_server(server)
    , m_journal(journal)
    , m_sink(sink)
    , m_options(std::move(options)) {
    if (!m_options.clock) {
        m_options.clock = [] { return QDateTime::currentDateTimeUtc(); };
    }
    if (!m_options.random) {
        m_options.random = [] { return QRandomGenerator::global()->generateDouble(); };
    }
}

Result<PacketSyncResult> PacketSync::run(std::stop_token stop) {
    return round(std::move(stop), true, true);
}

Result<PacketSyncResult> PacketSync::receive(std::stop_token stop) {
    return round(std::move(stop), true, false);
}

Result<PacketSyncResult> PacketSync::send(std::stop_token stop) {
    return round(std::move(stop), false, true);
}

Result<PacketSyncResult> PacketSync::round(std::stop_token stop, bool receives, bool sends) {
    Round round(m_server, m_journal, m_sink, m_options, std::move(stop));
    round.login();
    if (const Result<void> received = receives ? round.receive() : Result<void>(); !received) {
        return std::unexpected(received.error());
    }
    if (const Result<void> sent = sends ? round.send() : Result<void>(); !sent) {
        return std::unexpected(sent.error());
    }
    return round.result();
}

} // namespace exchange
