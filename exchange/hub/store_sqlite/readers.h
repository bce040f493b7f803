// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/store.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace hub {

class Database;

/// Threads that run reading work, each over a connection of its own: Qt Sql ties a connection to the thread that opened
/// it. In WAL mode they wait neither for the writer nor for each other.
class Readers {
public:
    /// `setUp` opens a thread's connection, on that thread; an empty pointer makes the reader useless.
    Readers(int count, const std::function<std::unique_ptr<Database>()>& setUp);
    /// Does what is queued, then ends.
    ~Readers();
    Readers(const Readers&) = delete;
    Readers& operator=(const Readers&) = delete;

    /// Runs the work on one of the threads and returns when it is done. Called from any other thread.
    void run(const std::function<void(Database*)>& work);

private:
    struct Job {
        const std::function<void(Database*)>* work = nullptr;
        bool done = false;
    };
    void loop(const std::function<std::unique_ptr<Database>()>& setUp);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_finished;
    std::deque<Job*> m_queue;
    bool m_end = false;
    std::vector<std::thread> m_threads; // last: they start when all else is made
};

} // namespace hub
