// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/relay/hubpacketserver.h"
#include "exchange/hub/relay/relaywatch.h"
#include "exchange/hub/relay/relayworker.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace hub {

class SecretBox;

/// Makes the server above of a record; for tests, relayServer() otherwise.
using RelayServerMaker = std::function<Result<std::unique_ptr<exchange::PacketServer>>(
    const RelayRecord& relay, const QByteArray& secret, RelayMarks& marks)>;

/// The thread of a hub that relays: one pass for each server above in turn, when there are news for it or its time has
/// come, as long as no other process over the same store does it. Without a relay it sleeps. At hubs of our own kind a
/// RelayWatch waits for news.
class RelayService {
public:
    struct Options {
        RelayOptions worker;
        WatchPatience watch;
        bool isAwake = true;         ///< false: start() does nothing, passNow() is called instead
        RelayServerMaker makeServer; ///< empty: relayServer()
        std::function<void(const QString& relay, const Result<RelayResult>& result)>
            onPass; ///< on the thread; may be empty
    };
    /// References must outlive the service.
    RelayService(HubCore& core, Store& store, const SecretBox& secrets, Options options);
    /// Ends the thread after the call that it is in.
    ~RelayService();
    RelayService(const RelayService&) = delete;
    RelayService& operator=(const RelayService&) = delete;

    void start();
    void stop();
    /// News as the core tells them; those of newsForRelay() wake the thread. Any thread.
    void tell(const QStringList& news);
    /// One pass of every relay on the calling thread; the thread must not run.
    [[nodiscard]] Result<QList<RelayResult>> passNow();
    /// Passes on statuses whose waiting has ended, as the thread does every five minutes; how many.
    [[nodiscard]] Result<int> releaseNow() { return m_core.post().releaseExpired(); }

private:
    using TimePoint = std::chrono::steady_clock::time_point;
    class Marks;
    /// A relay with its open server: lines and tokens live on between two passes.
    struct Open {
        RelayRecord record;
        std::unique_ptr<Marks> marks;
        std::unique_ptr<exchange::PacketServer> server;
        TimePoint due;
    };
    /// The watch at a hub above, made for this record.
    struct Watched {
        RelayRecord record;
        std::unique_ptr<RelayWatch> watch;
    };

    void loop(const std::stop_token& stop);
    [[nodiscard]] Result<QList<RelayRecord>> records();
    /// The open relay of a record, made anew where the record changed.
    [[nodiscard]] Result<Open*> opened(const RelayRecord& record);
    [[nodiscard]] Result<RelayResult> pass(const RelayRecord& record, const std::stop_token& stop);
    /// Watches at every hub of these records and at no other.
    void keepWatches(const QList<RelayRecord>& records);
    [[nodiscard]] TimePoint nextLook(const RelayRecord& record, const Result<RelayResult>& result);

    HubCore& m_core;
    Store& m_store;
    const SecretBox& m_secrets;
    Options m_options;
    QByteArray m_owner; ///< of leases
    std::map<QString, Open> m_open;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    QStringList m_news;                   ///< relays that have something to send, or to fetch
    std::map<QString, Watched> m_watches; ///< used by the thread alone
    std::jthread m_thread;
};

} // namespace hub
