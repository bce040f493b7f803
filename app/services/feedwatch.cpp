// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/feedwatch.h"

#include "app/services/officedesk.h"
#include "app/store/storejournal.h"
#include "exchange/protocol/exchangeserver.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::chrono::milliseconds glance{200}; // how often is looked whether what was told has been fetched

/// Up to where the mailbox has been stored; nothing where the store can't be read.
std::optional<qint64> cursorOf(OfficeDesk& desk, const QString& mailbox) {
    StoreJournal journal(desk.store(), {mailbox});
    const auto feeds = journal.feeds();
    return feeds && !feeds->isEmpty() ? std::optional(feeds->first().cursor) : std::nullopt;
}

} // namespace

FeedWatch::FeedWatch(OfficeDesk& desk, std::function<void()> onNews, const WatchManner& manner)
    : m_desk(desk)
    , m_onNews(std::move(onNews))
    , m_manner(manner)
    , m_thread([this](const std::stop_token& stop) { begin(stop); }) {}

FeedWatch::~FeedWatch() = default;

bool FeedWatch::pause(const std::stop_token& stop, std::chrono::milliseconds time) {
    std::unique_lock lock(m_mutex);
    m_waiting.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

/// Which mailboxes there are, the server says; one of them is watched by this thread.
void FeedWatch::begin(const std::stop_token& stop) {
    auto wait = m_manner.firstPause;
    while (!stop.stop_requested()) {
        const auto status = m_desk.connect()->status({.stop = stop, .progress = {}});
        if (status && !status->mailboxes.isEmpty()) {
            std::vector<std::jthread> others;
            for (const QString& mailbox : status->mailboxes) {
                others.emplace_back([this, mailbox](const std::stop_token& own) { watch(mailbox, own); });
            }
            const std::stop_callback passOn(stop, [&others] {
                for (std::jthread& one : others) {
                    one.request_stop();
                }
            });
            for (std::jthread& one : others) {
                one.join();
            }
            return;
        }
        if (!pause(stop, wait)) {
            return;
        }
        wait = std::min(wait * 2, m_manner.longestPause);
    }
}

void FeedWatch::watch(const QString& mailbox, const std::stop_token& stop) {
    const auto server = m_desk.connect();
    auto wait = m_manner.firstPause;
    while (!stop.stop_requested()) {
        const auto cursor = cursorOf(m_desk, mailbox);
        const auto entries =
            cursor ? server->feed(mailbox, *cursor, 1, m_manner.waitSeconds, {.stop = stop, .progress = {}})
                   : exchange::Result<QList<exchange::FeedEntry>>();
        if (!cursor || !entries) {
            if (!pause(stop, wait)) {
                return;
            }
            wait = std::min(wait * 2, m_manner.longestPause);
            continue;
        }
        wait = m_manner.firstPause;
        if (entries->isEmpty()) {
            continue;
        }
        m_onNews();
        // Not asked again before it was fetched: the server would answer at once, over and over.
        for (auto left = m_manner.patience; left.count() > 0 && cursorOf(m_desk, mailbox) == cursor; left -= glance) {
            if (!pause(stop, glance)) {
                return;
            }
        }
    }
}

} // namespace app
