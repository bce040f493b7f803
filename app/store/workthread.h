// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace app {

/// A thread that does one piece of work after the other for callers who wait. Ends, with what is queued done, when it
/// is destroyed.
class WorkThread {
public:
    WorkThread();
    ~WorkThread();
    WorkThread(const WorkThread&) = delete;
    WorkThread& operator=(const WorkThread&) = delete;

    /// Does `work` on the thread and returns when it is done. On the thread itself it is done at once.
    void run(const std::function<void()>& work);

    /// Whether the caller is the thread itself.
    [[nodiscard]] bool isHere() const { return std::this_thread::get_id() == m_thread.get_id(); }

private:
    struct Piece;

    void loop();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Piece*> m_pieces;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace app
