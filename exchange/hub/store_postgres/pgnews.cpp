// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_postgres/pgnews.h"

#include "exchange/protocol/requestsigning.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace hub {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto collecting = 20ms;
constexpr auto sweepPause = 1s;
constexpr auto longestPoll = 90s;        // a reader that waits longer than any long poll is gone
constexpr qsizetype payloadUnits = 2000; // NOTIFY takes 8,000 bytes; a unit is three of UTF-8 at most

} // namespace

PgNews::PgNews(QString connection)
    : m_connection(std::move(connection))
    , m_ownName(QString::fromLatin1(exchange::randomHex(8)))
    , m_wakeUp(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

PgNews::~PgNews() {
    end();
    ::close(m_wakeUp);
}

void PgNews::begin(std::function<void(const QStringList&)> onNews) {
    const std::scoped_lock lock(m_mutex);
    m_onNews = std::move(onNews);
    m_running = true;
    m_thread = std::thread([this] { loop(); });
}

void PgNews::end() {
    {
        const std::scoped_lock lock(m_mutex);
        m_end = true;
    }
    wake();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void PgNews::wake() const {
    const quint64 one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_wakeUp, &one, sizeof one);
}

void PgNews::tell(const QStringList& mailboxes) {
    if (mailboxes.isEmpty()) {
        return;
    }
    const std::scoped_lock lock(m_mutex);
    if (m_running && !m_end) {
        const bool first = m_toTell.empty();
        m_toTell.insert(mailboxes.begin(), mailboxes.end());
        if (first) {
            wake();
        }
    }
}

void PgNews::feedWasRead(const QString& mailbox, qint64 lastCursor) {
    const std::scoped_lock lock(m_mutex);
    if (m_running) {
        // The lowest that a reader saw: another one may still sleep from before what this one has read. The sweep
        // raises it and tells.
        const auto [seen, isNew] = m_seen.try_emplace(mailbox, lastCursor, TimePoint());
        seen->second = {std::min(seen->second.lastCursor, lastCursor), std::chrono::steady_clock::now()};
    }
}

void PgNews::timeIs(qint64 milliseconds) {
    const std::scoped_lock lock(m_mutex);
    m_time = milliseconds;
}

std::unique_ptr<PgConnection> PgNews::connect() const {
    Result<std::unique_ptr<PgConnection>> made = PgConnection::open(m_connection);
    if (!made) {
        return nullptr;
    }
    (*made)->send("SET synchronous_commit = off"); // news that are lost are found by the sweep
    (*made)->send("LISTEN congvan_news");
    return (*made)->settle() ? std::move(*made) : nullptr;
}

void PgNews::wait(const PgConnection* connection, TimePoint nextSweep) const {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(nextSweep - std::chrono::steady_clock::now());
    std::array<pollfd, 2> both{{{m_wakeUp, POLLIN, 0}, {connection ? connection->socket() : -1, POLLIN, 0}}};
    ::poll(both.data(), both.size(), static_cast<int>(std::max<qint64>(left.count(), 0)));
    quint64 count = 0;
    if (both[0].revents && ::read(m_wakeUp, &count, sizeof count) > 0 && connection) {
        // Our own news: more of them come within the next milliseconds. The end of all is noticed then, too.
        std::this_thread::sleep_for(collecting);
    }
}

void PgNews::loop() {
    std::unique_ptr<PgConnection> connection;
    TimePoint nextSweep = std::chrono::steady_clock::now();
    for (;;) {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_end) {
                return;
            }
        }
        const bool due = std::chrono::steady_clock::now() >= nextSweep;
        if (!connection && due) {
            connection = connect();
        }
        if (connection) {
            hear(*connection);
            announce(*connection);
            if (due) {
                sweep(*connection);
            }
            if (connection->isLost() || !connection->fault().isEmpty()) {
                connection.reset();
            }
        }
        if (due) {
            nextSweep = std::chrono::steady_clock::now() + sweepPause;
        }
        wait(connection.get(), nextSweep);
    }
}

void PgNews::hear(PgConnection& connection) {
    QStringList mailboxes;
    for (const QString& payload : connection.notifications()) {
        QStringList words = payload.split(u' ');
        if (words.takeFirst() != m_ownName) {
            mailboxes += words;
        }
    }
    if (!mailboxes.isEmpty()) {
        m_onNews(mailboxes);
    }
}

void PgNews::announce(PgConnection& connection) {
    std::set<QString> mailboxes;
    {
        const std::scoped_lock lock(m_mutex);
        mailboxes.swap(m_toTell);
    }
    QString payload;
    const auto flush = [&] {
        if (!payload.isEmpty()) {
            connection.send("SELECT pg_notify('congvan_news', $1)", {PgValue::text(m_ownName + payload)});
            payload.clear();
        }
    };
    for (const QString& mailbox : mailboxes) {
        if (payload.size() + mailbox.size() > payloadUnits) {
            flush();
        }
        payload += u' ' + mailbox;
    }
    flush();
    [[maybe_unused]] const bool told = connection.settle();
}

void PgNews::sweep(PgConnection& connection) {
    QStringList waiting;
    qint64 time = 0;
    {
        const std::scoped_lock lock(m_mutex);
        const TimePoint oldest = std::chrono::steady_clock::now() - longestPoll;
        std::erase_if(m_seen, [&](const auto& entry) { return entry.second.when < oldest; });
        for (const auto& [mailbox, seen] : m_seen) {
            waiting.append(mailbox);
        }
        time = m_time;
    }
    QStringList grown;
    if (!waiting.isEmpty()) {
        const PgRows rows = connection.run("SELECT mailbox, last_cursor FROM mailboxes WHERE mailbox = ANY ($1)",
                                           {PgValue::texts(waiting)});
        const std::scoped_lock lock(m_mutex);
        for (int row = 0; row < rows.count(); ++row) {
            const auto seen = m_seen.find(rows.text(row, 0));
            if (seen != m_seen.end() && seen->second.lastCursor < rows.number(row, 1)) {
                seen->second.lastCursor = rows.number(row, 1);
                grown.append(seen->first);
            }
        }
    }
    if (time > 0) {
        // A few at a time, and none that another hub is sweeping already.
        connection.send("DELETE FROM nonces WHERE ctid = ANY (ARRAY(SELECT ctid FROM nonces WHERE expires < $1 "
                        "LIMIT 5000 FOR UPDATE SKIP LOCKED))",
                        {PgValue::number(time)});
    }
    [[maybe_unused]] const bool settled = connection.settle();
    if (!grown.isEmpty()) {
        m_onNews(grown);
    }
}

} // namespace hub
