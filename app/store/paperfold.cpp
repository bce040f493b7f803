// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/paperfold.h"

#include "app/domain/reference.h"
#include "app/domain/streams.h"
#include "app/store/clerkrows.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// What stands on the paper; the rest of the record stays.
void fillFrom(const PaperEntry& entry, DocumentRecord& record) {
    DocumentDetail& detail = record.detail;
    DocumentSummary& summary = detail.summary;
    detail.paper = entry;
    detail.issuer = entry.sender;
    detail.numberText = entry.number;
    detail.notation = entry.notation;
    detail.date = entry.date;
    detail.kind = entry.kind;
    detail.signer.fullName = entry.signer;
    summary.counterpart = entry.sender.name;
    summary.subject = entry.subject;
    summary.number = paperNumber(entry);
    summary.kindName = factsOf(entry.kind).name;
    summary.urgency = entry.urgency;
    record.matchKey = matchKey(entry.sender.id, entry.number, entry.notation, entry.date);
}

void addScan(const PaperEntry& entry, DocumentDetail& detail) {
    if (entry.scanSha256.isEmpty() || entry.scanSha256 == detail.pdfSha256) {
        return;
    }
    for (ContentRef& content : detail.contents) {
        content.role = ContentRef::Role::Attachment; // the scan before stays beside the new one
    }
    detail.contents.prepend({.sha256 = entry.scanSha256,
                             .name = entry.scanName,
                             .mediaType = u"application/pdf"_s,
                             .role = ContentRef::Role::Main});
    detail.pdfSha256 = entry.scanSha256;
}

} // namespace

std::optional<PaperEntry> registeredPaper(const StoredAct& stored, const OrganId& ownOrgan,
                                          const DocumentId& document) {
    const auto* act = std::get_if<acts::Registered>(&stored.act.body);
    if (!act || !act->paper || act->document != document || documentOfPaper(act->paper->key) != document) {
        return std::nullopt;
    }
    const std::optional<BookName> book = parseBookStream(stored.stream);
    const bool isArrivals = book && book->incoming && book->series.isEmpty() && book->organ == ownOrgan;
    return isArrivals ? act->paper : std::nullopt;
}

std::optional<PaperEntry> givenPaper(const acts::GivenDocument& given, const QString& stream, const Person& owner,
                                     const DocumentId& document) {
    const bool isOurs = given.paper && documentOfPaper(given.paper->key) == document &&
                        stream == caseStream(owner.organ, document) && owner.role != Role::Clerk;
    const bool mayHave = isOurs && (given.paper->envelopeFor.isEmpty() || given.paper->envelopeFor == owner.mailbox());
    return mayHave ? given.paper : std::nullopt;
}

void showPaper(const PaperEntry& entry, DocumentRecord& record) {
    const PaperEntry shown = tidied(entry);
    record.detail.summary.paper = true;
    record.detail.summary.incoming = true;
    record.detail.summary.state = DocumentState::Registered;
    record.detail.summary.dueDate = shown.dueDate;
    fillFrom(shown, record);
    addScan(shown, record.detail);
}

std::optional<QString> correctPaper(const acts::PaperCorrected& act, const QList<WorkLine>& work,
                                    DocumentRecord& record) {
    DocumentDetail& detail = record.detail;
    if (!detail.paper || act.document != detail.summary.id || act.entry.key != detail.paper->key) {
        return std::nullopt;
    }
    const PaperEntry before = *detail.paper;
    const PaperEntry now = tidied(act.entry);
    const bool isOpening = now.envelopeFor.isEmpty() && gaveBack(work, before.envelopeFor);
    if (now.envelopeFor != before.envelopeFor && !isOpening) {
        return std::nullopt;
    }
    if (now.dueDate != before.dueDate) {
        detail.summary.dueDate = now.dueDate; // else the day that a directive gave stays
    }
    fillFrom(now, record);
    addScan(now, detail);
    return QStringList{QStringList{act.reason} + paperChanges(before, now)}.join(u" · "_s);
}

bool correctsAfar(Transaction& transaction, const acts::PaperCorrected& act, const StoredAct& stored,
                  const QList<WorkLine>& work, const OrganId& ownOrgan) {
    const auto first = std::ranges::find_if(work, [](const WorkLine& line) { return line.role <= WorkRole::Lead; });
    const bool isBringer = first != work.end() && first->by == stored.act.by;
    return stored.stream == caseStream(ownOrgan, act.document) && (isBringer || isClerks(transaction, stored));
}

void correctLine(const acts::PaperCorrected& act, BookEntry& entry) {
    const bool isOnPaper = entry.document == act.document && documentOfPaper(act.entry.key) == act.document;
    if (isOnPaper && entry.packetSha256.isEmpty()) {
        const PaperEntry now = tidied(act.entry);
        entry.documentNumber = paperNumber(now);
        entry.counterpart = now.sender.name;
        entry.subject = now.subject;
    }
}

} // namespace app
