// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/relay/relayservice.h"

#include "exchange/hub/relay/relayadmin.h"
#include "exchange/hub/relay/relayprofiles.h"
#include "exchange/protocol/requestsigning.h"

#include <QDir>

namespace hub {

using exchange::Result;
using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr milliseconds recordsEvery{30'000}; // a relay that the command line adds is taken up by then
constexpr qint64 leaseSeconds = 600;         // renewed by each pass; a hub that died is followed by another one then
constexpr milliseconds expiryEvery{300'000};

bool isSameServer(const RelayRecord& left, const RelayRecord& right) {
    return left.profile == right.profile && left.url == right.url && left.account == right.account &&
           left.sealedSecret == right.sealedSecret && left.caFile == right.caFile && left.ownHub == right.ownHub &&
           left.options == right.options;
}

} // namespace

/// Cursors and the journal of one relay, for the hub profile.
class RelayService::Marks final : public RelayMarks {
public:
    Marks(Store& store, QString relay)
        : m_store(store)
        , m_relay(std::move(relay)) {}

    Result<qint64> cursor(const QString& mailbox) override {
        qint64 cursor = 0;
        const Result<void> read = m_store.read([&](StoreSession& session) -> Result<void> {
            cursor = session.relaying().cursor(m_relay, mailbox);
            return {};
        });
        return read ? Result<qint64>(cursor) : std::unexpected(read.error());
    }

    Result<void> setCursor(const QString& mailbox, qint64 cursor) override {
        return m_store.write([&](StoreSession& session) -> Result<void> {
            session.relaying().setCursor(m_relay, mailbox, cursor);
            return {};
        });
    }

    Result<bool> isDone(const QString& docId) override {
        bool done = false;
        const Result<void> read = m_store.read([&](StoreSession& session) -> Result<void> {
            const auto in = session.relaying().in(m_relay, docId);
            done = in && (in->state == RelayState::Done || in->state == RelayState::Failed);
            return {};
        });
        return read ? Result<bool>(done) : std::unexpected(read.error());
    }

private:
    Store& m_store;
    QString m_relay;
};

RelayService::RelayService(HubCore& core, Store& store, const SecretBox& secrets, Options options)
    : m_core(core)
    , m_store(store)
    , m_secrets(secrets)
    , m_options(std::move(options))
    , m_owner(exchange::randomHex(8)) {
    if (!m_options.makeServer) {
        m_options.makeServer = &relayServer;
    }
}

RelayService::~RelayService() {
    stop();
}

void RelayService::start() {
    QDir(m_options.worker.spoolFolder).removeRecursively(); // what a dead process left on its way
    if (!m_options.isAwake) {
        return;
    }
    m_thread = std::jthread([this](const std::stop_token& stop) { loop(stop); });
}

void RelayService::stop() {
    m_thread.request_stop();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void RelayService::tell(const QStringList& news) {
    bool wakes = false;
    const QString prefix = newsForRelay({});
    for (const QString& name : news) {
        if (name.startsWith(prefix)) {
            const std::scoped_lock lock(m_mutex);
            m_news.append(name.mid(prefix.size()));
            wakes = true;
        }
    }
    if (wakes) {
        m_wake.notify_one();
    }
}

Result<QList<RelayRecord>> RelayService::records() {
    QList<RelayRecord> records;
    const Result<void> read = m_store.read([&](StoreSession& session) -> Result<void> {
        records = session.relaying().relays();
        return {};
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    return records;
}

Result<RelayService::Open*> RelayService::opened(const RelayRecord& record) {
    const auto found = m_open.find(record.name);
    if (found != m_open.end() && isSameServer(found->second.record, record)) {
        return &found->second;
    }
    const Result<QByteArray> secret = openRelaySecret(m_secrets, record);
    if (!secret) {
        return std::unexpected(secret.error());
    }
    Open open;
    open.record = record;
    open.marks = std::make_unique<Marks>(m_store, record.name);
    Result<std::unique_ptr<exchange::PacketServer>> server = m_options.makeServer(record, *secret, *open.marks);
    if (!server) {
        return std::unexpected(server.error());
    }
    open.server = std::move(*server);
    m_open.erase(record.name);
    return &m_open.emplace(record.name, std::move(open)).first->second;
}

Result<RelayResult> RelayService::pass(const RelayRecord& record, const std::stop_token& stop) {
    bool mine = false;
    const Result<void> leased = m_store.write([&](StoreSession& session) -> Result<void> {
        const QDateTime now = m_core.now();
        mine = session.relaying().takeLease(record.name, m_owner, now, now.addSecs(leaseSeconds));
        return {};
    });
    if (!leased) {
        return std::unexpected(leased.error());
    }
    if (!mine) {
        return RelayResult{};
    }
    const Result<Open*> open = opened(record);
    if (!open) {
        return std::unexpected(open.error());
    }
    return RelayWorker(m_core, m_store, record, *(*open)->server, m_options.worker).run(stop);
}

Result<QList<RelayResult>> RelayService::passNow() {
    const auto all = records();
    if (!all) {
        return std::unexpected(all.error());
    }
    QList<RelayResult> results;
    for (const RelayRecord& record : *all) {
        const Result<RelayResult> result = pass(record, {});
        if (!result) {
            return std::unexpected(result.error());
        }
        results.append(*result);
    }
    return results;
}

RelayService::TimePoint RelayService::nextLook(const RelayRecord& record, const Result<RelayResult>& result) {
    const RelayPatience& patience = m_options.worker.patience;
    milliseconds pause = record.profile == "hub"_L1 ? patience.poll : patience.pollElsewhere;
    if (result && !result->stopped) {
        QDateTime due;
        const Result<void> read = m_store.read([&](StoreSession& session) -> Result<void> {
            due = session.relaying().nextDue(record.name);
            return {};
        });
        if (read && due.isValid()) {
            pause = std::clamp(milliseconds(m_core.now().msecsTo(due)), milliseconds(100), pause);
        }
    }
    return steady_clock::now() + pause;
}

void RelayService::keepWatches(const QList<RelayRecord>& records) {
    std::erase_if(m_watches, [&records](const auto& kept) {
        return std::ranges::none_of(records, [&kept](const RelayRecord& record) {
            return record.name == kept.first && isSameServer(record, kept.second.record);
        });
    });
    for (const RelayRecord& record : records) {
        if (m_watches.contains(record.name)) {
            continue;
        }
        const Result<QByteArray> secret = openRelaySecret(m_secrets, record);
        auto line = secret ? lineToHub(record, *secret) : nullptr;
        if (line) {
            auto watch = std::make_unique<RelayWatch>(
                std::move(line), std::make_unique<Marks>(m_store, record.name),
                [this, news = newsForRelay(record.name)] { tell({news}); }, m_options.watch);
            m_watches.emplace(record.name, Watched{record, std::move(watch)});
        }
    }
}

void RelayService::loop(const std::stop_token& stop) {
    std::map<QString, TimePoint> due;
    TimePoint nextExpiry = steady_clock::now();
    while (!stop.stop_requested()) {
        QStringList news;
        {
            const std::scoped_lock lock(m_mutex);
            news.swap(m_news);
        }
        TimePoint next = steady_clock::now() + recordsEvery;
        const auto all = records();
        if (all) {
            keepWatches(*all);
        }
        for (const RelayRecord& record : all.value_or(QList<RelayRecord>())) {
            if (stop.stop_requested()) {
                break;
            }
            TimePoint& time = due[record.name];
            if (news.contains(record.name) || time <= steady_clock::now()) {
                const Result<RelayResult> result = pass(record, stop);
                time = nextLook(record, result);
                if (m_options.onPass) {
                    m_options.onPass(record.name, result);
                }
            }
            next = std::min(next, time);
        }
        if (nextExpiry <= steady_clock::now()) {
            const Result<int> released = releaseNow();
            nextExpiry = steady_clock::now() + (released ? expiryEvery : recordsEvery);
        }
        std::unique_lock lock(m_mutex);
        m_wake.wait_until(lock, stop, next, [this] { return !m_news.isEmpty(); });
    }
    m_watches.clear();
}

} // namespace hub
