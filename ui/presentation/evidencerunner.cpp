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
                    const Errand errand{.document = id, .verdict = false};
                    if (!m_waiting.contains(errand)) {
                        m_waiting << errand;
                    }
                }
            }
            next();
        });
}

void EvidenceRunner::complete(const app::DocumentId& id) {
    goFirst({.document = id, .verdict = false});
}

void EvidenceRunner::ask(const app::DocumentId& id) {
    goFirst({.document = id, .verdict = true});
}

void EvidenceRunner::goFirst(const Errand& errand) {
    if (m_now == errand && !m_stop.stop_requested()) {
        return;
    }
    m_waiting.removeAll(errand);
    m_waiting.prepend(errand);
    if (!m_running) {
        m_running = true;
        next();
    }
}

void EvidenceRunner::next() {
    m_now.reset();
    if (m_stop.stop_requested()) {
        m_stop = std::stop_source(); // what was asked for after the cancelling is wanted
    }
    if (!m_waiting.isEmpty()) {
        m_now = m_waiting.takeFirst();
        emit began(m_now->document, m_now->verdict);
        m_now->verdict ? askNow(*m_now) : completeNow(*m_now);
        return;
    }
    m_running = false;
    emit finished();
    if (m_again) {
        start();
    }
}

void EvidenceRunner::completeNow(const Errand& errand) {
    m_runner.run(
        this, m_stop.get_token(),
        [&office = m_office, id = errand.document](std::stop_token stop) { return office.completeEvidence(id, stop); },
        [this](const app::Result<app::EvidenceOutcome>& outcome) {
            if (outcome) {
                emit ended(*outcome, m_stop.stop_requested() && !outcome->settled);
            } else if (outcome.error().code != "evidence-nothing-waits"_L1) {
                emit failed(outcome.error()); // somebody else may have completed it: that is no fault
            }
            next();
        });
}

void EvidenceRunner::askNow(const Errand& errand) {
    m_runner.run(
        this, m_stop.get_token(),
        [&office = m_office, id = errand.document](std::stop_token stop) { return office.askEvidence(id, stop); },
        [this](const app::Result<app::EvidenceAnswer>& answer) {
            if (m_stop.stop_requested()) {
                emit stopped();
            } else if (answer) {
                emit answered(*answer);
            } else {
                emit failed(answer.error());
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
