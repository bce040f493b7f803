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
    const Ticket ticket = std::prev(m_waiters.end());
    for (const QString& mailbox : std::as_const(ticket->mailboxes)) {
        m_byMailbox.emplace(mailbox, ticket);
    }
    return ticket;
}

bool LongPolls::sleep(Ticket ticket, const std::function<void()>& suspend) {
    const std::scoped_lock lock(m_mutex);
    if (ticket->news || m_ended) {
        return false;
    }
    ticket->asleep = true;
    ticket->turn = m_sleepers.emplace(ticket->deadline, ticket);
    suspend();
    if (ticket->turn == m_sleepers.begin()) {
        m_changed.notify_one(); // the thread has to wake up earlier now
    }
    return true;
}

void LongPolls::leave(Ticket ticket) {
    const std::scoped_lock lock(m_mutex);
    if (ticket->asleep) {
        m_sleepers.erase(ticket->turn);
    }
    for (const QString& mailbox : std::as_const(ticket->mailboxes)) {
        const auto [first, last] = m_byMailbox.equal_range(mailbox);
        const auto own = std::find_if(first, last, [ticket](const auto& entry) { return entry.second == ticket; });
        if (own != last) {
            m_byMailbox.erase(own);
        }
    }
    m_waiters.erase(ticket);
}

void LongPolls::wakeUp(Waiter& waiter) {
    waiter.news = true;
    if (waiter.asleep) {
        waiter.asleep = false;
        m_sleepers.erase(waiter.turn);
        waiter.wake();
    }
}

int LongPolls::sleeping() {
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(m_sleepers.size());
}

void LongPolls::tell(const QStringList& mailboxes) {
    const std::scoped_lock lock(m_mutex);
    for (const QString& mailbox : mailboxes) {
        const auto [first, last] = m_byMailbox.equal_range(mailbox);
        std::for_each(first, last, [this](const auto& entry) { wakeUp(*entry.second); });
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
        while (!m_sleepers.empty() && m_sleepers.begin()->first <= now) {
            wakeUp(*m_sleepers.begin()->second);
        }
        m_changed.wait_until(lock, m_sleepers.empty() ? now + std::chrono::hours(1) : m_sleepers.begin()->first);
    }
}

} // namespace hub
