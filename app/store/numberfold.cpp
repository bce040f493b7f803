// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/numberfold.h"

#include "app/domain/bookentry.h"
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/store/bookrows.h"
#include "app/store/clerkrows.h"
#include "app/store/storedact.h"

namespace app {

void showNumber(int number, const QString& notation, const QDate& date, DocumentRecord& record) {
    DocumentDetail& detail = record.detail;
    detail.number = number;
    detail.numberText = numberDisplay(number);
    detail.notation = notation;
    detail.date = date;
    detail.summary.number = numberDisplay(number, notation);
    record.matchKey = number > 0 ? matchKey(detail.issuer.id, detail.numberText, notation, date) : QString();
}

NumberFold::NumberFold(Transaction& transaction, const OrganId& organ)
    : m_transaction(transaction)
    , m_organ(organ) {}

bool NumberFold::assign(const acts::NumberAssigned& act, const StoredAct& stored, DocumentRecord& record) {
    DocumentDetail& detail = record.detail;
    DocumentState& state = detail.summary.state;
    // After the one before was made void: a desk without the book may hear of the new one first.
    const bool isAnother = state == DocumentState::Numbered && !m_isSignedOver &&
                           (act.number != detail.number || act.date.year() != detail.date.year());
    if (!isOrWasClerks(m_transaction, stored)) {
        return false;
    }
    const bool isAwaited = isAnother || state == DocumentState::Signed || state == DocumentState::WaitingForSignature;
    if (!isAwaited || m_voided.contains({act.number, act.date.year()})) { // made void before it was filled in
        return false;
    }
    if (!m_isNumbered) {
        m_unnumbered = detail.pdfSha256;
        m_isSignedOver = state == DocumentState::WaitingForSignature;
    }
    showNumber(act.number, act.notation, act.date, record);
    m_isNumbered = true;
    if (state == DocumentState::Signed) {
        state = DocumentState::Numbered;
    }
    detail.pdfSha256 = act.pdfSha256;
    detail.revisions.append(act.pdfSha256);
    return true;
}

void NumberFold::prepare(const QList<StoredAct>& acts, const DocumentId& document) {
    for (const StoredAct& stored : acts) {
        const auto* voiding = std::get_if<acts::EntryVoided>(&stored.act.body);
        if (voiding && isTold(*voiding, stored, document)) {
            m_told.insert(voiding->number);
        }
    }
}

bool NumberFold::isTold(const acts::EntryVoided& act, const StoredAct& stored, const DocumentId& document) const {
    const bool isSo = !standsInBook(m_transaction, document) || hasVoidLine(m_transaction, document, act.number);
    return stored.stream == caseStream(m_organ, document) && isSo && keepsBooks(m_transaction, stored, m_organ);
}

bool NumberFold::makeVoid(const acts::EntryVoided& act, const StoredAct& stored, DocumentRecord& record) {
    DocumentDetail& detail = record.detail;
    DocumentState& state = detail.summary.state;
    const DocumentId& id = detail.summary.id;
    const bool isInBook = !m_told.contains(act.number) && isVoidLine(m_transaction, stored.stream, act, id);
    if (!isInBook && !isTold(act, stored, id)) {
        return false;
    }
    const auto book = parseBookStream(stored.stream);
    if (detail.summary.incoming) {
        if (state == DocumentState::Registered && detail.summary.arrivalNumber == act.number) {
            closeAsVoid(act.reason, stored, record);
        }
        return true;
    }
    const bool isIts = detail.number == act.number && (!book || book->year == detail.date.year());
    m_voided.insert({act.number, book ? book->year : isIts ? detail.date.year() : vietnamDate(stored.time).year()});
    if (!isIts) {
        return true;
    }
    if (state == DocumentState::Sealed || (state == DocumentState::Numbered && m_isSignedOver)) {
        closeAsVoid(act.reason, stored, record);
    } else if (state == DocumentState::Numbered || state == DocumentState::Signed ||
               state == DocumentState::WaitingForSignature) {
        leaveNumber(record);
        m_leftFor = act.reason;
    }
    return true;
}

bool NumberFold::sealVoid(const StoredAct& stored, DocumentRecord& record) {
    if (record.detail.summary.state != DocumentState::Signed || m_isNumbered || !m_leftFor ||
        !isOrWasClerks(m_transaction, stored)) {
        return false;
    }
    closeAsVoid(*m_leftFor, stored, record);
    return true;
}

void NumberFold::closeAsVoid(const QString& reason, const StoredAct& stored, DocumentRecord& record) {
    record.detail.summary.state = DocumentState::Voided;
    record.detail.reason = reason;
    record.dropped = stored.time;
}

void NumberFold::leaveNumber(DocumentRecord& record) {
    DocumentDetail& detail = record.detail;
    if (m_isNumbered) {
        detail.pdfSha256 = m_unnumbered;
        detail.revisions.append(m_unnumbered);
    }
    if (detail.summary.state == DocumentState::Numbered) {
        detail.summary.state = DocumentState::Signed;
    }
    m_isNumbered = false;
    showNumber(0, detail.notation, {}, record);
}

} // namespace app
