// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/office.h"
#include "ui/presentation/taskrunner.h"

#include <QObject>

namespace ui {

/// Completes signatures with time stamps and revocation data, one document after the other, away from the GUI thread.
/// Can be cancelled; what could not be had waits in the queue. Lives in the GUI thread; `office` and `runner` outlive
/// its work.
class EvidenceRunner : public QObject {
    Q_OBJECT

public:
    EvidenceRunner(Office& office, TaskRunner& runner, QObject* parent = nullptr);
    ~EvidenceRunner() override;

    /// What is due. While a run is under way: afterwards.
    void start();
    /// This one before all others, whatever it waits for, also one that rests.
    void complete(const app::DocumentId& id);
    /// Ends what is asked now and forgets what was to follow; the queue keeps it all.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    /// An authority is asked about a document; it may take minutes.
    void began(const app::DocumentId& id);
    /// What came of it; `cancelled` where the person ended it.
    void ended(const app::EvidenceOutcome& outcome, bool cancelled);
    /// The store refused; nothing was asked.
    void failed(const app::Error& error);
    /// Nothing runs any more.
    void finished();

private:
    void next();
    void askFor(const app::DocumentId& id);

    Office& m_office;
    TaskRunner& m_runner;
    std::stop_source m_stop;
    QList<app::DocumentId> m_waiting;
    bool m_running = false;
    bool m_again = false;
};

} // namespace ui
