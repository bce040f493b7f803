// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/longpolls.h"

#include <algorithm>

namespace hub {

LongPolls::LongPolls()
    : m_thread([this] { loop(); }) {}

LongPolls::~LongPolls() {
    end();
    m_thread.join();
}

LongPolls::Ticket LongPolls::enter(Waiter waiter) {
    const std::scoped_lock lock(m_mutex);
    m_waiters.push_back(std::move(waiter));
    return std::prev(m_waiters.end());
}

bool LongPolls::sleep(Ticket ticket, const std::function<void()>& suspend) {
    const std::scoped_lock lock(m_mutex);
    if (ticket->news || m_ended) {
        return false;
    }
    ticket->asleep = true;
    suspend();
    m_changed.notify_one(); // the thread may have to wake up earlier now
    return true;
}

void LongPolls::leave(Ticket ticket) {
    const std::scoped_lock lock(m_mutex);
    m_waiters.erase(ticket);
}

void LongPolls::wakeUp(Waiter& waiter) {
    waiter.news = true;
    if (waiter.asleep) {
        waiter.asleep = false;
        waiter.wake();
    }
}

int LongPolls::sleeping() {
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(std::ranges::count(m_waiters, true, &Waiter::asleep));
}

void LongPolls::tell(const QStringList& mailboxes) {
    const std::scoped_lock lock(m_mutex);
    for (Waiter& waiter : m_waiters) {
        if (mailboxes.contains(waiter.mailbox)) {
            wakeUp(waiter);
        }
    }
}

void LongPolls::end() {
    {
        const std::scoped_lock lock(m_mutex);
        m_ended = true;
        for (Waiter& waiter : m_waiters) {
            wakeUp(waiter);
        }
    }
    m_changed.notify_one();
}

void LongPolls::loop() {
    std::unique_lock lock(m_mutex);
    while (!m_ended) {
        const TimePoint now = std::chrono::steady_clock::now();
        TimePoint next = now + std::chrono::hours(1);
        for (Waiter& waiter : m_waiters) {
            if (waiter.asleep && waiter.deadline <= now) {
                wakeUp(waiter);
            } else if (waiter.asleep) {
                next = std::min(next, waiter.deadline);
            }
        }
        m_changed.wait_until(lock, next);
    }
}

} // namespace hub
