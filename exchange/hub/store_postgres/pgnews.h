// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/store_postgres/postgressession.h"

#include <chrono>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace hub {

/// News between the hubs over one database, on a thread and a connection of their own.
///
/// NOTIFY inside a sending transaction would take a lock of the whole database until its commit is on the disk, and end
/// the commits in groups. So mailboxes are collected for some milliseconds and told in a transaction of their own; that
/// may be lost (a hub dies in between), which is why each hub also looks once a second at the mailboxes for which
/// somebody waits here.
class PgNews final : public SessionNotes {
public:
    explicit PgNews(QString connection);
    ~PgNews() override;
    PgNews(const PgNews&) = delete;
    PgNews& operator=(const PgNews&) = delete;

    void begin(std::function<void(const QStringList&)> onNews);
    /// No call of `onNews` runs or comes after it.
    void end();

    /// Feeds that grew by this process. Thread-safe; does nothing before begin().
    void tell(const QStringList& mailboxes);
    void feedWasRead(const QString& mailbox, qint64 lastCursor) override;
    void timeIs(qint64 milliseconds) override;

private:
    using TimePoint = std::chrono::steady_clock::time_point;
    /// A mailbox whose end a reader of this hub has seen.
    struct Seen {
        qint64 lastCursor = 0;
        TimePoint when;
    };

    void loop();
    /// Connects and listens; null where it can't.
    [[nodiscard]] std::unique_ptr<PgConnection> connect() const;
    /// Sleeps until there is something to do: news of others, of our own, time for a sweep, the end.
    void wait(const PgConnection* connection, TimePoint nextSweep) const;
    void hear(PgConnection& connection);
    void announce(PgConnection& connection);
    void sweep(PgConnection& connection);
    void wake() const;

    QString m_connection;
    QString m_ownName; ///< marks our own notifications
    std::function<void(const QStringList&)> m_onNews;
    int m_wakeUp = -1; ///< eventfd
    std::mutex m_mutex;
    bool m_end = false;
    bool m_running = false;
    std::set<QString> m_toTell;
    std::map<QString, Seen> m_seen;
    qint64 m_time = 0; ///< of the hub's clock, milliseconds
    std::thread m_thread;
};

} // namespace hub
