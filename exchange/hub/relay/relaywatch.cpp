// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/relay/relaywatch.h"

#include <QElapsedTimer>

#include <algorithm>

namespace hub {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds glance{100}; // how often is looked whether what was told has been fetched

/// The directory is followed by the passes alone: no version of it is news here.
constexpr qint64 everyVersion = 1LL << 50;

} // namespace

RelayWatch::RelayWatch(std::unique_ptr<exchange::ExchangeServer> server, std::unique_ptr<RelayMarks> marks,
                       std::function<void()> onNews, WatchPatience patience)
    : m_server(std::move(server))
    , m_marks(std::move(marks))
    , m_onNews(std::move(onNews))
    , m_patience(patience)
    , m_thread([this](const std::stop_token& stop) { watch(stop); }) {}

RelayWatch::~RelayWatch() = default;

bool RelayWatch::pause(const std::stop_token& stop, milliseconds time) {
    std::unique_lock lock(m_mutex);
    m_waiting.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

exchange::Result<exchange::PullRequest> RelayWatch::question() {
    // One entry without its contents is enough to know that there is something.
    exchange::PullRequest asked{.cursors = {},
                                .directoryVersion = everyVersion,
                                .limit = 1,
                                .inlineBytes = 0,
                                .largestInline = 0,
                                .waitSeconds = m_mailboxes.isEmpty() ? 0 : m_patience.waitSeconds};
    for (const QString& mailbox : std::as_const(m_mailboxes)) {
        const auto cursor = m_marks->cursor(mailbox);
        if (!cursor) {
            return std::unexpected(cursor.error());
        }
        asked.cursors.append({mailbox, *cursor});
    }
    return asked;
}

void RelayWatch::watch(const std::stop_token& stop) {
    auto wait = m_patience.firstPause;
    while (!stop.stop_requested()) {
        if (m_mailboxes.isEmpty()) {
            const auto status = m_server->status({.stop = stop, .progress = {}});
            m_mailboxes = status ? status->mailboxes : QStringList();
        }
        const auto asked = question();
        QElapsedTimer elapsed;
        elapsed.start();
        const auto answer = asked && !m_mailboxes.isEmpty() ? m_server->pull(*asked, {.stop = stop, .progress = {}})
                                                            : exchange::Result<exchange::PullAnswer>();
        if (!asked || m_mailboxes.isEmpty() || !answer) {
            if (!pause(stop, wait)) {
                return;
            }
            wait = std::min(wait * 2, m_patience.longestPause);
            continue;
        }
        m_mailboxes = answer->status.mailboxes;
        if (!answer->entries.isEmpty()) {
            wait = m_patience.firstPause;
            m_onNews();
            waitUntilFetched(stop, *asked);
        } else if (elapsed.elapsed() < m_patience.firstPause.count()) {
            // A hub that lets nobody wait, or is about to stop, is not asked without end.
            if (!pause(stop, wait)) {
                return;
            }
            wait = std::min(wait * 2, m_patience.longestPause);
        } else {
            wait = m_patience.firstPause;
        }
    }
}

void RelayWatch::waitUntilFetched(const std::stop_token& stop, const exchange::PullRequest& asked) {
    // Not asked again before it was fetched: the hub would answer at once, over and over.
    for (auto left = m_patience.fetched; left.count() > 0 && pause(stop, glance); left -= glance) {
        const auto now = question();
        if (!now || *now != asked) {
            return;
        }
    }
}

} // namespace hub
