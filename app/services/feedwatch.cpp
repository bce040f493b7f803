// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/feedwatch.h"

#include "app/services/officedesk.h"
#include "app/services/syncoffice.h"
#include "app/store/storejournal.h"
#include "exchange/protocol/errorkind.h"
#include "exchange/protocol/exchangeserver.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::chrono::milliseconds glance{200}; // how often is looked whether what was told has been fetched

/// Up to where this profile has stored its feeds; nothing where the store can't be read.
std::optional<exchange::PullRequest> question(OfficeDesk& desk, int waitSeconds) {
    StoreJournal journal(desk.store());
    const auto cursors = journal.feeds();
    const auto version = journal.directoryVersion();
    if (!cursors || !version) {
        return std::nullopt;
    }
    // One entry without its contents is enough to know that there is something.
    return exchange::PullRequest{.cursors = *cursors,
                                 .directoryVersion = *version,
                                 .limit = 1,
                                 .inlineBytes = 0,
                                 .largestInline = 0,
                                 .waitSeconds = waitSeconds};
}

bool mayListen(OfficeDesk& desk) {
    const auto word = desk.store().settings().value(SyncOffice::networkKey);
    const auto state = desk.store().outbox().state();
    return word && state && !state->isShutOut() &&
           exchange::networkFromWord(*word).value_or(exchange::NetworkPolicy::Online) ==
               exchange::NetworkPolicy::Online;
}

} // namespace

FeedWatch::FeedWatch(OfficeDesk& desk, std::function<void()> onNews, const WatchManner& manner)
    : m_desk(desk)
    , m_onNews(std::move(onNews))
    , m_manner(manner)
    , m_thread([this](const std::stop_token& stop) { watch(stop); }) {}

FeedWatch::~FeedWatch() = default;

bool FeedWatch::pause(const std::stop_token& stop, std::chrono::milliseconds time) {
    std::unique_lock lock(m_mutex);
    m_waiting.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

void FeedWatch::watch(const std::stop_token& stop) {
    const auto server = m_desk.connect();
    auto wait = m_manner.firstPause;
    while (!stop.stop_requested()) {
        if (!mayListen(m_desk)) {
            if (!pause(stop, m_manner.longestPause)) {
                return;
            }
            continue;
        }
        const auto asked = question(m_desk, m_manner.waitSeconds);
        const auto answer =
            asked ? server->pull(*asked, {.stop = stop, .progress = {}}) : exchange::Result<exchange::PullAnswer>();
        if (!asked || !answer) {
            if (asked && exchange::isShutOut(answer.error())) {
                m_onNews(); // the synchronisation says so to the person, and from then on nothing is asked here
            }
            if (!pause(stop, wait)) {
                return;
            }
            wait = std::min(wait * 2, m_manner.longestPause);
            continue;
        }
        wait = m_manner.firstPause;
        if (answer->entries.isEmpty() && answer->directoryVersion <= asked->directoryVersion) {
            continue;
        }
        m_onNews();
        // Not asked again before it was fetched: the server would answer at once, over and over.
        for (auto left = m_manner.patience; left.count() > 0 && question(m_desk, m_manner.waitSeconds) == asked;
             left -= glance) {
            if (!pause(stop, glance)) {
                return;
            }
        }
    }
}

} // namespace app
