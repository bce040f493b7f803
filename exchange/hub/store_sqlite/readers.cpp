// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_sqlite/readers.h"

#include "exchange/hub/store_sqlite/database.h"

namespace hub {

Readers::Readers(int count, const std::function<std::unique_ptr<Database>()>& setUp) {
    for (int i = 0; i < count; ++i) {
        m_threads.emplace_back([this, setUp] { loop(setUp); });
    }
}

Readers::~Readers() {
    {
        const std::scoped_lock lock(m_mutex);
        m_end = true;
    }
    m_wake.notify_all();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
}

void Readers::run(const std::function<void(Database*)>& work) {
    Job job{&work, false};
    std::unique_lock lock(m_mutex);
    m_queue.push_back(&job);
    m_wake.notify_one();
    m_finished.wait(lock, [&] { return job.done; });
}

void Readers::loop(const std::function<std::unique_ptr<Database>()>& setUp) {
    const std::unique_ptr<Database> database = setUp();
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_end || !m_queue.empty(); });
        if (m_queue.empty()) {
            return;
        }
        Job* job = m_queue.front();
        m_queue.pop_front();
        lock.unlock();
        (*job->work)(database.get());
        lock.lock();
        job->done = true;
        m_finished.notify_all();
    }
}

} // namespace hub
