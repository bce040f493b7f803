// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace hub {

/// Requests that wait for news in feeds. A waiter is registered before the feed is read, so that news between the
/// reading and the waiting are not missed. News cost as much as those whom they concern, however many wait.
/// Thread-safe.
class LongPolls {
public:
    using TimePoint = std::chrono::steady_clock::time_point;
    class Waiter;
    using Ticket = std::list<Waiter>::iterator;

    LongPolls();
    ~LongPolls();
    LongPolls(const LongPolls&) = delete;
    LongPolls& operator=(const LongPolls&) = delete;

    /// A request that may come to wait. `wake` is called once, on any thread, if it does.
    class Waiter {
    public:
        QStringList mailboxes; ///< of whose news it wants to hear
        TimePoint deadline;
        std::function<void()> wake;

    private:
        friend class LongPolls;
        bool asleep = false;
        bool news = false;
        std::multimap<TimePoint, Ticket>::iterator turn; ///< while it sleeps
    };

    [[nodiscard]] Ticket enter(Waiter waiter);
    /// Goes to sleep: `suspend` is called under the lock. False where news came since enter(), or all is ending: look
    /// again. After true the ticket is used up once `wake` was called.
    [[nodiscard]] bool sleep(Ticket ticket, const std::function<void()>& suspend);
    void leave(Ticket ticket);

    /// How many sleep now.
    [[nodiscard]] int sleeping();

    /// News in the feeds of these mailboxes.
    void tell(const QStringList& mailboxes);
    /// Wakes everybody and lets nobody sleep again.
    void end();

private:
    void loop();
    /// Called under the lock.
    void wakeUp(Waiter& waiter);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::list<Waiter> m_waiters;
    std::unordered_multimap<QString, Ticket> m_byMailbox;
    std::multimap<TimePoint, Ticket> m_sleepers;
    bool m_ended = false;
    std::thread m_thread;
};

} // namespace hub
