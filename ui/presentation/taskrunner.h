// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <stop_token>
#include <utility>

namespace ui {

/// Runs the blocking calls of the window away from the GUI thread. Owns its threads; its end asks all work to stop and
/// waits for it. Results come back in the GUI thread, after run() has returned, and only while their context object
/// lives.
class TaskRunner : public QObject {
    Q_OBJECT

public:
    explicit TaskRunner(QObject* parent = nullptr);
    ~TaskRunner() override;

    /// `work` gets a std::stop_token and returns a value; `done` gets that value in this thread. The order of results
    /// is that of their finishing: a caller that asks again keeps a ticket and drops older answers.
    template <typename Work, typename Done>
    void run(QObject* context, Work work, Done done) {
        ++m_pending;
        // What the result is for goes through the other thread unopened: it belongs to this one.
        auto finish = std::make_shared<std::pair<QPointer<QObject>, Done>>(context, std::move(done));
        m_pool.start([this, work = std::move(work), stop = m_stop.get_token(), finish = std::move(finish)]() mutable {
            auto value = std::make_shared<decltype(work(stop))>(work(stop));
            // Always queued. QFuture::then() would call at once where the work is done before it is asked: inside
            // run(), before the caller has noted what it waits for.
            QMetaObject::invokeMethod(
                this,
                [this, value = std::move(value), finish = std::move(finish)] {
                    if (finish->first) {
                        finish->second(std::move(*value));
                    }
                    finishedOne();
                },
                Qt::QueuedConnection);
        });
    }

    /// The same for work that a person can cancel, too: its token is tripped by `stop` and by the end of the program.
    template <typename Work, typename Done>
    void run(QObject* context, std::stop_token stop, Work work, Done done) {
        run(
            context,
            [work = std::move(work), stop = std::move(stop)](std::stop_token end) mutable {
                std::stop_source both;
                const std::stop_callback one(stop, [&both] { both.request_stop(); });
                const std::stop_callback other(end, [&both] { both.request_stop(); });
                return work(both.get_token());
            },
            std::move(done));
    }

    [[nodiscard]] bool isIdle() const { return m_pending == 0; }

signals:
    /// Nothing runs and nothing waits.
    void idle();

private:
    void finishedOne();

    QThreadPool m_pool;
    std::stop_source m_stop;
    int m_pending = 0;
};

} // namespace ui
