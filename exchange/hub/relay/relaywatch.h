// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/relay/hubpacketserver.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace hub {

/// How a watch waits. Tests shorten it.
struct WatchPatience {
    int waitSeconds = 50; ///< one long poll; the hub above may cut it
    std::chrono::milliseconds firstPause{1000};
    std::chrono::milliseconds longestPause{60'000}; ///< between two questions of a line that fails
    std::chrono::milliseconds fetched{15'000}; ///< how long a pass has to fetch what was told, until it is told again
};

/// Waits at another hub of our own kind, on a thread and a line of its own, until there is something behind the marks,
/// and tells it: so what comes from above is here at once and not at the next look. It fetches nothing itself.
class RelayWatch {
public:
    /// `onNews` is called on the watch's thread. `marks` says up to where the feeds are done.
    RelayWatch(std::unique_ptr<exchange::ExchangeServer> server, std::unique_ptr<RelayMarks> marks,
               std::function<void()> onNews, WatchPatience patience = {});
    /// Ends the call that it waits in.
    ~RelayWatch();
    RelayWatch(const RelayWatch&) = delete;
    RelayWatch& operator=(const RelayWatch&) = delete;

private:
    void watch(const std::stop_token& stop);
    /// The marks of all mailboxes as a question for what lies behind them.
    [[nodiscard]] exchange::Result<exchange::PullRequest> question();
    /// False where the watch ends.
    [[nodiscard]] bool pause(const std::stop_token& stop, std::chrono::milliseconds time);
    void waitUntilFetched(const std::stop_token& stop, const exchange::PullRequest& asked);

    std::unique_ptr<exchange::ExchangeServer> m_server;
    std::unique_ptr<RelayMarks> m_marks;
    std::function<void()> m_onNews;
    WatchPatience m_patience;
    QStringList m_mailboxes; ///< as the last answer said
    std::mutex m_mutex;
    std::condition_variable_any m_waiting;
    std::jthread m_thread; // last: it uses all of these
};

} // namespace hub
