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
        this, m_stop.get_token(),
        [&office = m_office, progress](std::stop_token stop) { // not this: the window ends before its work does
            auto summary = office.sync(progress, std::move(stop));
            return Outcome{std::move(summary), office.syncState()};
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

void SyncRunner::take(const app::SyncState& state) {
    m_state = state;
    emit stateChanged();
}

void SyncRunner::finish() {
    if (m_again) {
        start();
        return;
    }
    if (m_state.toJudge > 0 || m_state.toRead > 0) {
        m_runner.run(
            this, m_stop.get_token(),
            [&office = m_office](std::stop_token stop) {
                // Each that fails stays owed and says so beside its document.
                std::ignore = office.judgePending(stop);
                // A part of the texts; what is left comes after the next run.
                constexpr int textsAtOnce = 200;
                std::ignore = office.readTexts(textsAtOnce, std::move(stop));
                return office.syncState();
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
