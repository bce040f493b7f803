// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/workthread.h"

namespace app {

struct WorkThread::Piece {
    const std::function<void()>& work;
    bool done = false;
};

WorkThread::WorkThread()
    : m_thread([this] { loop(); }) {}

WorkThread::~WorkThread() {
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void WorkThread::run(const std::function<void()>& work) {
    if (isHere()) {
        work();
        return;
    }
    Piece piece{.work = work};
    std::unique_lock lock(m_mutex);
    m_pieces.push_back(&piece);
    m_changed.notify_all();
    m_changed.wait(lock, [&] { return piece.done; });
}

void WorkThread::loop() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ending || !m_pieces.empty(); });
        if (m_pieces.empty()) {
            return;
        }
        Piece* piece = m_pieces.front();
        m_pieces.pop_front();
        lock.unlock();
        piece->work();
        lock.lock();
        piece->done = true;
        m_changed.notify_all();
    }
}

} // namespace app
