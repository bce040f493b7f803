// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/syncrunner.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>

namespace ui {

namespace {

/// What one run gives back to the GUI thread.
struct Outcome {
    app::Result<app::SyncSummary> summary;
    app::SyncState state;
};

} // namespace

SyncRunner::SyncRunner(Office& office, TaskRunner& runner, QObject* parent)
    : QObject(parent)
    , m_office(office)
    , m_runner(runner) {}

SyncRunner::~SyncRunner() {
    m_stop.request_stop();
}

void SyncRunner::start() {
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    m_again = false;
    m_stop = std::stop_source();
    emit started();
    const auto progress = [alive = QPointer<SyncRunner>(this)](const app::WorkProgress& at) {
        // The pointer is read in the GUI thread only.
        QMetaObject::invokeMethod(
            qApp,
            [alive, at] {
                if (alive && alive->m_running) {
                    emit alive->progressed(at);
                }
            },
            Qt::QueuedConnection);
    };
    m_runner.run(
        this,
        [this, progress, stop = m_stop.get_token()](std::stop_token end) {
            // Both the cancel button and the end of the program stop it.
            std::stop_source both;
            const std::stop_callback one(stop, [&both] { both.request_stop(); });
            const std::stop_callback other(end, [&both] { both.request_stop(); });
            auto summary = m_office.sync(progress, both.get_token());
            return Outcome{std::move(summary), m_office.syncState()};
        },
        [this](Outcome outcome) {
            m_state = outcome.state;
            m_running = false;
            emit stateChanged();
            if (outcome.summary) {
                emit ended(*outcome.summary, std::nullopt);
            } else {
                emit ended(std::nullopt, outcome.summary.error());
            }
            finish();
        });
}

void SyncRunner::finish() {
    if (m_again) {
        start();
        return;
    }
    if (m_state.toJudge > 0) {
        m_runner.run(
            this,
            [this, stop = m_stop.get_token()](std::stop_token end) {
                std::stop_source both;
                const std::stop_callback one(stop, [&both] { both.request_stop(); });
                const std::stop_callback other(end, [&both] { both.request_stop(); });
                // Each that fails stays owed and says so beside its document.
                std::ignore = m_office.judgePending(both.get_token());
                return m_office.syncState();
            },
            [this](const app::SyncState& state) {
                m_state = state;
                emit stateChanged();
            });
    }
}

void SyncRunner::cancel() {
    m_again = false;
    m_stop.request_stop();
}

} // namespace ui
