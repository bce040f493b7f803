// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace hub {

/// One thread that does one piece of work after the other. Qt Sql ties a connection to the thread that opened it.
class StoreThread {
public:
    StoreThread();
    /// Does what is queued, then ends.
    ~StoreThread();
    StoreThread(const StoreThread&) = delete;
    StoreThread& operator=(const StoreThread&) = delete;

    /// Runs the work on the thread and returns when it is done. Called from any other thread.
    void run(const std::function<void()>& work);

private:
    void loop();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<const std::function<void()>*> m_queue;
    bool m_end = false;
    std::thread m_thread; // last: it starts when all else is made
};

} // namespace hub
