// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_sqlite/storethread.h"

namespace hub {

StoreThread::StoreThread()
    : m_thread([this] { loop(); }) {}

StoreThread::~StoreThread() {
    {
        const std::scoped_lock lock(m_mutex);
        m_end = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void StoreThread::run(const std::function<void()>& work) {
    std::mutex doneMutex;
    std::condition_variable doneSignal;
    bool done = false;
    const std::function<void()> wrapped = [&] {
        work();
        // Signalled under the lock: the waiting caller may destroy both as soon as it gets the lock.
        const std::scoped_lock lock(doneMutex);
        done = true;
        doneSignal.notify_one();
    };
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.push_back(&wrapped);
    }
    m_wake.notify_one();
    std::unique_lock lock(doneMutex);
    doneSignal.wait(lock, [&] { return done; });
}

void StoreThread::loop() {
    for (;;) {
        const std::function<void()>* work = nullptr;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_end || !m_queue.empty(); });
            if (m_queue.empty()) {
                return;
            }
            work = m_queue.front();
            m_queue.pop_front();
        }
        (*work)();
    }
}

} // namespace hub
