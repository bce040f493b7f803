// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/office.h"
#include "ui/presentation/taskrunner.h"

#include <QObject>

namespace ui {

/// Everything that asks authorities, one document after the other, away from the GUI thread: completes our signatures
/// with time stamps and revocation data, and asks for what the verdict on a document lacks. Can be cancelled; what our
/// signatures could not have waits in the queue. Lives in the GUI thread; `office` and `runner` outlive its work.
class EvidenceRunner : public QObject {
    Q_OBJECT

public:
    EvidenceRunner(Office& office, TaskRunner& runner, QObject* parent = nullptr);
    ~EvidenceRunner() override;

    /// What is due. While a run is under way: afterwards.
    void start();
    /// This one before all others, whatever it waits for, also one that rests.
    void complete(const app::DocumentId& id);
    /// What the verdict on this one lacks; nothing while it is being asked for.
    void ask(const app::DocumentId& id);
    /// Ends what is asked now and forgets what was to follow; the queue keeps it all.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    /// An authority is asked about a document; it may take minutes. `verdict`: for what its verdict lacks.
    void began(const app::DocumentId& id, bool verdict);
    /// What came of it; `cancelled` where the person ended it.
    void ended(const app::EvidenceOutcome& outcome, bool cancelled);
    /// Asked for a verdict.
    void answered(const app::EvidenceAnswer& answer);
    /// The person ended it before a verdict came of it.
    void stopped();
    /// The store refused; nothing was asked.
    void failed(const app::Error& error);
    /// Nothing runs any more.
    void finished();

private:
    struct Errand {
        app::DocumentId document;
        bool verdict = false;

        friend bool operator==(const Errand&, const Errand&) = default;
    };

    void goFirst(const Errand& errand);
    void next();
    void completeNow(const Errand& errand);
    void askNow(const Errand& errand);

    Office& m_office;
    TaskRunner& m_runner;
    std::stop_source m_stop;
    QList<Errand> m_waiting;
    std::optional<Errand> m_now;
    bool m_running = false;
    bool m_again = false;
};

} // namespace ui
