// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace exchange {
class ExchangeServer;
}

namespace app {

class OfficeDesk;

/// Pauses of a watch. Tests shorten them.
struct WatchManner {
    int waitSeconds = 50; ///< of one long poll
    std::chrono::milliseconds firstPause{2'000};
    std::chrono::milliseconds longestPause{60'000}; ///< where the server can't be reached
    std::chrono::milliseconds patience{30'000};     ///< until news that nobody fetched are told again
};

/// Waits at the exchange server for news in any mailbox of this profile, so that a document is here within two seconds
/// of the server having it, and tells of them; fetching is SyncOffice's, nothing is stored here. One thread with a line
/// of its own. Where the network is not to be used for it (metered, offline), or the server lets this account in no
/// more (SyncState::isShutOut), it asks nothing. The destructor stops the
/// waiting and joins, within a second or so.
class FeedWatch final {
public:
    /// `onNews` is called on a thread of the watch and returns at once. The desk must outlive the watch.
    FeedWatch(OfficeDesk& desk, std::function<void()> onNews, const WatchManner& manner = {});
    ~FeedWatch();
    FeedWatch(const FeedWatch&) = delete;
    FeedWatch& operator=(const FeedWatch&) = delete;

private:
    void watch(const std::stop_token& stop);
    /// False where it was told to stop meanwhile.
    bool pause(const std::stop_token& stop, std::chrono::milliseconds time);

    OfficeDesk& m_desk;
    std::function<void()> m_onNews;
    WatchManner m_manner;
    std::mutex m_mutex;
    std::condition_variable_any m_waiting;
    std::jthread m_thread; ///< last: ends first
};

} // namespace app
