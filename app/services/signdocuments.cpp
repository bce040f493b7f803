// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/signdocuments.h"

#include "app/services/flowfieldnames.h"
#include "app/services/initialdocument.h"
#include "app/services/officedesk.h"
#include "app/services/sealdocument.h"
#include "app/services/signing.h"

#include <algorithm>

namespace app {

namespace {

bool isOpen(const PileCheck& check) {
    return !check.error && !check.signedBefore;
}

PileResult resultOf(const PileCheck& check) {
    PileResult result{.summary = check.summary, .state = PileResult::State::NotReached, .error = {}, .receipt = {}};
    if (check.signedBefore) {
        result.state = PileResult::State::SignedBefore;
    } else if (check.error) {
        result.state = PileResult::State::Failed;
        result.error = check.error;
    }
    return result;
}

/// A document whose signatures do not hold, or that the reader refuses, gets no further signature.
Result<void> refuseUnsound(const docsig::SignatureReport& report) {
    if (report.verdict != docsig::Verdict::Unreadable && report.verdict != docsig::Verdict::Invalid) {
        return {};
    }
    QStringList codes;
    for (const docsig::Finding& finding : report.findings) {
        codes.append(finding.code);
    }
    return fail("pile-document-unsound", codes.join(QLatin1StringView(", ")));
}

} // namespace

qsizetype PileView::open() const {
    return std::ranges::count_if(checks, isOpen);
}

qsizetype PileOutcome::count(PileResult::State state) const {
    return std::ranges::count(results, state, &PileResult::state);
}

bool PileOutcome::isComplete() const {
    return count(PileResult::State::Failed) == 0 && count(PileResult::State::NotReached) == 0;
}

SignDocuments::SignDocuments(OfficeDesk& desk, PileAct act)
    : m_desk(desk)
    , m_act(act) {}

PileView SignDocuments::open(const QList<DocumentId>& ids, const PileProgress& progress, std::stop_token stop) const {
    QList<DocumentId> each;
    for (const DocumentId& id : ids) {
        if (!each.contains(id)) {
            each.append(id);
        }
    }
    PileView view;
    for (const DocumentId& id : std::as_const(each)) {
        if (stop.stop_requested()) {
            break;
        }
        if (progress) {
            progress(view.checks.size(), each.size(), {.id = id});
        }
        view.checks.append(checked(id, view));
    }
    return view;
}

PileCheck SignDocuments::checked(const DocumentId& id, PileView& view) const {
    PileCheck check{.summary = {.id = id}, .sha256 = {}, .report = {}, .signedBefore = false, .error = {}};
    const auto document = m_desk.store().documents().detail(id);
    if (!document) {
        check.error = document.error();
        return check;
    }
    check.summary = document->summary;
    if (isBehind(*document)) {
        check.signedBefore = true;
        return check;
    }
    const auto shown = look(id);
    if (!shown) {
        check.error = shown.error();
        return check;
    }
    check.sha256 = shown->sha256;
    check.report = shown->report;
    if (const auto sound = refuseUnsound(shown->report); !sound) {
        check.error = sound.error();
    }
    view.certificate = shown->certificate;
    view.certificateFindings = shown->certificateFindings;
    return check;
}

Result<SigningView> SignDocuments::look(const DocumentId& id) const {
    switch (m_act) {
    case PileAct::Initial:
        return InitialDocument(m_desk).open(id);
    case PileAct::Seal:
        return SealDocument(m_desk).open(id);
    case PileAct::Sign:
        break;
    }
    return SignDocument(m_desk).open(id);
}

bool SignDocuments::isBehind(const DocumentDetail& document) const {
    using enum DocumentState;
    const DocumentState state = document.summary.state;
    if (document.summary.incoming) {
        return false;
    }
    const QString mailbox = m_desk.person().mailbox();
    const bool sealed = state == Sealed || state == Sent;
    const bool isSigned = sealed || state == Signed || state == Numbered;
    switch (m_act) {
    case PileAct::Initial:
        return (isSigned || state == WaitingForSignature) && document.initialBy == mailbox;
    case PileAct::Seal:
        return sealed && m_desk.person().role == Role::Clerk;
    case PileAct::Sign:
        break;
    }
    return isSigned && document.signer.mailbox == mailbox;
}

Result<PileOutcome> SignDocuments::sign(const QList<PileCheck>& checks, const KeySource& key, const docsig::Pin& pin,
                                        const PileProgress& progress, std::stop_token stop) {
    if (std::ranges::none_of(checks, isOpen)) {
        PileOutcome outcome;
        std::ranges::transform(checks, std::back_inserter(outcome.results), resultOf);
        return outcome;
    }
    auto session = openForSigning(m_desk, m_act == PileAct::Seal ? flow::sealField : flow::leaderField, key, pin);
    if (!session) {
        return std::unexpected(session.error());
    }
    return sign(checks, *session, progress, stop);
}

PileOutcome SignDocuments::sign(const QList<PileCheck>& checks, SigningSession& session, const PileProgress& progress,
                                std::stop_token stop) {
    PileOutcome outcome;
    const qsizetype total = std::ranges::count_if(checks, isOpen);
    qsizetype begun = 0;
    for (const PileCheck& check : checks) {
        PileResult result = resultOf(check);
        if (isOpen(check) && !session.end() && !stop.stop_requested()) {
            if (progress) {
                progress(begun, total, check.summary);
            }
            ++begun;
            auto receipt = signOne(check, session);
            if (receipt) {
                result.state = PileResult::State::Signed;
                result.receipt = std::move(*receipt);
            } else {
                result.state = PileResult::State::Failed;
                result.error = receipt.error();
                std::ignore = session.tell(receipt.error());
            }
        }
        outcome.results.append(result);
    }
    outcome.stopped = session.end();
    return outcome;
}

Result<SigningReceipt> SignDocuments::signOne(const PileCheck& check, SigningSession& session) {
    const DocumentId& id = check.summary.id;
    switch (m_act) {
    case PileAct::Initial:
        return InitialDocument(m_desk).initial(id, check.sha256, session);
    case PileAct::Seal:
        return SealDocument(m_desk).seal(id, check.sha256, session);
    case PileAct::Sign:
        break;
    }
    return SignDocument(m_desk).sign(id, check.sha256, session);
}

} // namespace app
