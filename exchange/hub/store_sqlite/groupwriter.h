// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/store.h"
#include "exchange/hub/store_sqlite/sqlitesession.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace hub {

class Database;

/// The one writer of the file. What is queued while a transaction reaches the disk goes into the next one together,
/// each work under a savepoint of its own, so that many clients share one flush.
class GroupWriter {
public:
    /// Opens the file and brings its schema up to date, on the thread of its own.
    explicit GroupWriter(const QString& file);
    /// Does what is queued, then ends.
    ~GroupWriter();
    GroupWriter(const GroupWriter&) = delete;
    GroupWriter& operator=(const GroupWriter&) = delete;

    /// Why the file can't be used; empty: it can.
    [[nodiscard]] const QString& fault() const { return m_fault; }
    /// Runs the work in a transaction and returns when that is committed: on the disk if `durable`, else only safe from
    /// the end of this process. Called from any other thread.
    [[nodiscard]] Result<void> run(const Store::Work& work, bool durable);

private:
    struct Job {
        const Store::Work* work = nullptr;
        bool durable = true;
        bool done = false;
        Result<void> result;
    };
    void openFile(const QString& file);
    void loop();
    void commitTogether(const std::vector<Job*>& jobs);
    /// Runs one work; gives the fault that spoilt the whole transaction, or nothing.
    [[nodiscard]] QString runOne(Database& database, Job& job, bool alone);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_finished;
    std::deque<Job*> m_queue;
    bool m_end = false;
    bool m_opened = false;
    QString m_fault;
    std::unique_ptr<Database> m_durable; ///< synchronous=FULL
    std::unique_ptr<Database> m_light;   ///< synchronous=NORMAL: no flush at a commit
    CleaningTimes m_cleaning;
    std::thread m_thread; // last: it starts when all else is made
};

} // namespace hub
