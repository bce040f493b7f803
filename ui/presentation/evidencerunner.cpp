// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/evidencerunner.h"

namespace ui {

using namespace Qt::Literals::StringLiterals;

EvidenceRunner::EvidenceRunner(Office& office, TaskRunner& runner, QObject* parent)
    : QObject(parent)
    , m_office(office)
    , m_runner(runner) {}

EvidenceRunner::~EvidenceRunner() {
    m_stop.request_stop();
}

void EvidenceRunner::start() {
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    m_again = false;
    m_stop = std::stop_source();
    m_runner.run(
        this, [&office = m_office](std::stop_token) { return office.dueEvidence(); },
        [this](const app::Result<QList<app::DocumentId>>& due) {
            if (!due) {
                emit failed(due.error());
            } else if (!m_stop.stop_requested()) {
                for (const app::DocumentId& id : *due) {
                    if (!m_waiting.contains(id)) {
                        m_waiting << id;
                    }
                }
            }
            next();
        });
}

void EvidenceRunner::complete(const app::DocumentId& id) {
    m_waiting.removeAll(id);
    m_waiting.prepend(id);
    if (!m_running) {
        m_running = true;
        next();
    }
}

void EvidenceRunner::next() {
    if (m_stop.stop_requested()) {
        m_stop = std::stop_source(); // what was asked for after the cancelling is wanted
    }
    if (!m_waiting.isEmpty()) {
        askFor(m_waiting.takeFirst());
        return;
    }
    m_running = false;
    emit finished();
    if (m_again) {
        start();
    }
}

void EvidenceRunner::askFor(const app::DocumentId& id) {
    emit began(id);
    m_runner.run(
        this,
        [&office = m_office, id, stop = m_stop.get_token()](std::stop_token end) {
            // Both the cancel button and the end of the program stop it.
            std::stop_source both;
            const std::stop_callback one(stop, [&both] { both.request_stop(); });
            const std::stop_callback other(end, [&both] { both.request_stop(); });
            return office.completeEvidence(id, both.get_token());
        },
        [this](const app::Result<app::EvidenceOutcome>& outcome) {
            if (outcome) {
                emit ended(*outcome, m_stop.stop_requested() && !outcome->settled);
            } else if (outcome.error().code != "evidence-nothing-waits"_L1) {
                emit failed(outcome.error()); // somebody else may have completed it: that is no fault
            }
            next();
        });
}

void EvidenceRunner::cancel() {
    m_again = false;
    m_waiting.clear();
    m_stop.request_stop();
}

} // namespace ui
