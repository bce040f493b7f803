// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/acceptincoming.h"

#include "app/domain/streams.h"
#include "app/services/arrivalrules.h"
#include "app/services/bookdrawing.h"
#include "app/services/officedesk.h"
#include "app/services/owedstatuses.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

Result<void> checkVerdict(const DocumentDetail& document, const ArrivalForm& form) {
    const auto& verdict = document.summary.verdict;
    if (form.withoutVerdict || (verdict && verdict->verdict == docsig::Verdict::Valid)) {
        return {};
    }
    if (!verdict) {
        return fail("verdict-missing", document.summary.id.text());
    }
    return fail("verdict-not-valid", verdict->worstFinding);
}

Result<DocumentDetail> undecided(const OfficeDesk& desk, const DocumentId& id) {
    const auto seen = desk.store().documents().detail(id);
    if (seen && (seen->summary.state == DocumentState::Registered || seen->summary.state == DocumentState::Refused ||
                 seen->summary.state == DocumentState::Answered)) {
        return fail("already-settled", stateKey(seen->summary.state));
    }
    return desk.forAction(id, &Actions::canAccept);
}

} // namespace

AcceptIncoming::AcceptIncoming(OfficeDesk& desk)
    : m_desk(desk) {}

Result<int> AcceptIncoming::expectedNumber() const {
    return expectedArrival(m_desk);
}

Result<int> AcceptIncoming::expectedNumber(const DocumentId& id) const {
    const auto document = m_desk.store().documents().summary(id);
    return document ? expectedArrival(m_desk, document->application) : std::unexpected(document.error());
}

Result<ArrivalReceipt> AcceptIncoming::accept(const DocumentId& id, const ArrivalForm& form, std::stop_token stop) {
    const auto document = undecided(m_desk, id);
    if (!document) {
        return std::unexpected(document.error());
    }
    if (auto judged = checkVerdict(*document, form); !judged) {
        return std::unexpected(judged.error());
    }
    if (auto alone = checkTwin(document->links, form.despiteTwin); !alone) {
        return std::unexpected(alone.error());
    }
    const auto day = arrivalDay(m_desk, form.date);
    if (!day) {
        return std::unexpected(day.error());
    }
    const auto line = [&](int number, const QDate&) -> Result<ActBody> {
        return acts::Registered{.document = id,
                                .packetSha256 = document->packetSha256,
                                .number = number,
                                .date = *day,
                                .documentNumber = document->summary.number,
                                .sender = document->summary.counterpart,
                                .subject = document->summary.subject,
                                .dueDate = form.dueDate,
                                .note = form.note};
    };
    OwedStatuses owed(m_desk);
    if (auto promised = owed.promise(id); !promised) {
        return std::unexpected(promised.error());
    }
    const auto entry = BookDrawing(m_desk).draw(
        {.stream = incomingBookStream(m_desk.organ(), day->year(), document->summary.application),
         .document = id,
         .line = line,
         .alongside = [&](const BookEntry& drawn) { return owed.queueAcceptance(id, drawn.number); }},
        std::move(stop));
    if (!entry) {
        return std::unexpected(entry.error());
    }
    return ArrivalReceipt{.number = entry->number, .display = numberDisplay(entry->number), .date = entry->date};
}

} // namespace app
