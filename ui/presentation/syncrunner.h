// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/office.h"
#include "ui/presentation/taskrunner.h"

#include <QObject>

#include <memory>

namespace ui {

/// Runs the exchange with the server, one run at a time, then the checks of signatures that are owed. Can be cancelled;
/// says how far it is.
class SyncRunner : public QObject {
    Q_OBJECT

public:
    SyncRunner(Office& office, TaskRunner& runner, QObject* parent = nullptr);
    ~SyncRunner() override;

    /// Nothing while a run is under way: what is queued meanwhile is carried by a second one that follows.
    void start();
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] const app::SyncState& state() const { return m_state; }
    /// What is known now from elsewhere, for example after a setting was changed.
    void take(const app::SyncState& state);

signals:
    void started();
    void progressed(const app::WorkProgress& progress);
    /// The server was talked to, or not: `error` says why it could not be.
    void ended(const std::optional<app::SyncSummary>& summary, const std::optional<app::Error>& error);
    /// More is known about the connection or about verdicts.
    void stateChanged();

private:
    void finish();

    Office& m_office;
    TaskRunner& m_runner;
    std::stop_source m_stop;
    app::SyncState m_state;
    bool m_running = false;
    bool m_again = false;
};

} // namespace ui
