// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/documentcase.h"

namespace ui {

using app::DocumentState;

app::Result<DocumentCase> readCase(Office& office, const app::DocumentId& id, bool opens) {
    if (opens) {
        if (const auto noted = office.noteDeed(app::AuditDeed::Viewed, id, {}); !noted) {
            return std::unexpected(noted.error());
        }
    }
    auto detail = office.detail(id);
    if (!detail) {
        return std::unexpected(detail.error());
    }
    DocumentCase known{.detail = std::move(*detail)};
    const app::DocumentSummary& summary = known.detail.summary;
    // What came on paper may have no scan, a task has no pages; that is no fault.
    const bool hasPages = (!known.detail.paper && !known.detail.task) || !known.detail.pdfSha256.isEmpty();
    if (summary.state != DocumentState::Draft && summary.state != DocumentState::Problem && hasPages) {
        if (auto path = office.mainPdf(id)) {
            known.pdfPath = *path;
        } else {
            known.pdfProblem = path.error();
        }
    }
    known.self = office.acting();
    if (!known.detail.work.isEmpty() || !known.detail.comments.isEmpty()) {
        if (auto people = office.people()) {
            known.people = *people;
        }
    }
    if (summary.incoming) {
        if (auto verdict = office.verdict(id)) {
            known.verdict = *verdict;
        }
        if (known.detail.actions.canAnswerChange) {
            if (auto effect = office.changeEffect(id)) {
                known.asked = *effect;
            }
        }
        if (known.detail.actions.canAccept) {
            if (auto number = office.expectedArrivalNumber(id)) {
                known.expectedArrival = *number;
            }
        }
    } else if (known.detail.actions.canNumber) {
        if (auto number = office.expectedNumber(id)) {
            known.expectedNumber = *number;
        }
    }
    if (auto job = office.evidenceJob(id)) {
        known.evidence = *job;
    }
    if (summary.unread || summary.mentioned) {
        // A mark that could not be written is written the next time.
        std::ignore = office.markRead(id);
    }
    return known;
}

DocumentCase completeCase(Office& office, DocumentCase known, std::stop_token stop) {
    const app::DocumentSummary& summary = known.detail.summary;
    if (summary.incoming && summary.state != DocumentState::Problem && !known.verdict && !summary.paper &&
        !summary.isTask()) {
        if (auto verdict = office.judge(summary.id, stop)) {
            known.verdict = *verdict;
        } else {
            known.problem = verdict.error();
        }
    } else if (known.detail.actions.canInitial) {
        if (auto view = office.openToInitial(summary.id)) {
            known.signing = *view;
        } else {
            known.problem = view.error();
        }
    } else if (known.detail.actions.canSign) {
        if (auto view = office.openToSign(summary.id)) {
            known.signing = *view;
        } else {
            known.problem = view.error();
        }
    } else if (known.detail.actions.canSeal) {
        if (auto view = office.openToSeal(summary.id)) {
            known.signing = *view;
            known.ownReport = view->report;
        } else {
            known.problem = view.error();
        }
    } else if (!summary.incoming && !known.pdfPath.isEmpty() && summary.state != DocumentState::WaitingForInitial &&
               summary.state != DocumentState::WaitingForSignature && summary.state != DocumentState::Returned) {
        known.ownReport = office.verifyFile(known.pdfPath, stop);
    }
    known.complete = true;
    return known;
}

} // namespace ui
