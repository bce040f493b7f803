// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_sqlite/groupwriter.h"

#include "exchange/hub/core/storefailure.h"
#include "exchange/hub/store_sqlite/database.h"
#include "exchange/hub/store_sqlite/migrations.h"

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t mostTogether = 64;

} // namespace

GroupWriter::GroupWriter(const QString& file)
    : m_thread([this, file] {
        openFile(file);
        loop();
    }) {
    std::unique_lock lock(m_mutex);
    m_finished.wait(lock, [this] { return m_opened; });
}

GroupWriter::~GroupWriter() {
    {
        const std::scoped_lock lock(m_mutex);
        m_end = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void GroupWriter::openFile(const QString& file) {
    auto durable = std::make_unique<Database>(file);
    auto light = std::make_unique<Database>(file);
    QString why;
    if (!durable->open()) {
        why = durable->fault();
    } else if (migrate(*durable, why) && (!light->open() || !light->plain(u"PRAGMA synchronous=NORMAL"_s))) {
        why = light->fault();
    }
    const std::scoped_lock lock(m_mutex);
    m_durable = std::move(durable);
    m_light = std::move(light);
    m_fault = why;
    m_opened = true;
    m_finished.notify_all();
}

Result<void> GroupWriter::run(const Store::Work& work, bool durable) {
    Job job;
    job.work = &work;
    job.durable = durable;
    std::unique_lock lock(m_mutex);
    m_queue.push_back(&job);
    m_wake.notify_one();
    m_finished.wait(lock, [&] { return job.done; });
    return job.result;
}

void GroupWriter::loop() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_end || !m_queue.empty(); });
        if (m_queue.empty()) {
            // Qt Sql: closed on the thread that opened them.
            m_light.reset();
            m_durable.reset();
            return;
        }
        std::vector<Job*> jobs;
        while (!m_queue.empty() && jobs.size() < mostTogether) {
            jobs.push_back(m_queue.front());
            m_queue.pop_front();
        }
        lock.unlock();
        commitTogether(jobs);
        lock.lock();
        for (Job* job : jobs) {
            job->done = true;
        }
        m_finished.notify_all();
    }
}

void GroupWriter::commitTogether(const std::vector<Job*>& jobs) {
    const bool durable = std::ranges::any_of(jobs, [](const Job* job) { return job->durable; });
    Database& database = durable ? *m_durable : *m_light;
    database.clearFault();
    database.plain(u"BEGIN IMMEDIATE"_s);
    QString spoilt = database.fault();
    for (Job* job : jobs) {
        if (spoilt.isEmpty()) {
            spoilt = runOne(database, *job, jobs.size() == 1);
        }
    }
    const bool anything = std::ranges::any_of(jobs, [](const Job* job) { return job->result.has_value(); });
    if (spoilt.isEmpty() && anything) {
        database.plain(u"COMMIT"_s);
        spoilt = database.fault();
    }
    if (spoilt.isEmpty() && anything) {
        return;
    }
    database.clearFault();
    database.plain(u"ROLLBACK"_s);
    database.clearFault(); // where BEGIN itself failed there was nothing to roll back
    for (Job* job : jobs) {
        // What a work made of missing rows counts for nothing once its transaction failed.
        if (!spoilt.isEmpty()) {
            job->result = storeFailed(spoilt);
        }
    }
}

QString GroupWriter::runOne(Database& database, Job& job, bool alone) {
    if (!alone) {
        database.plain(u"SAVEPOINT work"_s);
    }
    SqliteSession session(database, m_cleaning);
    job.result = (*job.work)(session);
    database.finish();
    const QString fault = database.fault();
    database.clearFault();
    if (!fault.isEmpty()) {
        job.result = storeFailed(fault);
    }
    if (alone) {
        return {};
    }
    if (!job.result) {
        database.plain(u"ROLLBACK TO work"_s); // fails where SQLite gave up the whole transaction (a full disk)
    }
    database.plain(u"RELEASE work"_s);
    return database.fault();
}

} // namespace hub
