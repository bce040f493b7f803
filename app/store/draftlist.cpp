// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/draftlist.h"

#include "app/domain/draftjson.h"
#include "app/domain/folding.h"
#include "app/domain/vietnamtime.h"
#include "app/store/documentrecord.h"
#include "app/store/packedcolumn.h"
#include "app/store/transaction.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

std::optional<Draft> draftFrom(Transaction& transaction, const Rows& rows) {
    std::optional<Draft> draft = draftFromJson(QJsonDocument::fromJson(rows.text(0).toUtf8()).object());
    if (draft) {
        draft->savedAt = parseIsoTime(rows.text(1));
        draft->returnReason =
            readKeptJson(transaction, rows.value(2), documentRowName(draft->id)).value("reason"_L1).toString();
    }
    return draft;
}

const QString draftSelect = u"SELECT draft.draft, draft.saved_at, d.detail FROM draft"
                            " LEFT JOIN document d ON d.id = draft.id "_s;

DocumentSummary summaryOf(const Draft& draft, bool wasReturned) {
    QStringList receivers;
    for (const OrganRef& receiver : draft.receivers) {
        receivers.append(receiver.name.isEmpty() ? receiver.id.text() : receiver.name);
    }
    return {.id = draft.id,
            .folder = Folder::Drafts,
            .state = wasReturned ? DocumentState::Returned : DocumentState::Draft,
            .counterpart = receivers.isEmpty() ? draft.addressees.join(u", "_s) : receivers.join(u", "_s),
            .subject = draft.subject,
            .kindName = factsOf(draft.kind).name,
            .urgency = draft.urgency,
            .secrecy = draft.secrecy,
            .time = draft.savedAt,
            .dueDate = draft.dueDate};
}

} // namespace

QList<Draft> openDrafts(Transaction& transaction) {
    QList<Draft> drafts;
    Rows rows = transaction.query(
        draftSelect + u"WHERE d.id IS NULL OR d.state = 'returned' ORDER BY draft.saved_at DESC, draft.id"_s);
    while (rows.next()) {
        if (std::optional<Draft> draft = draftFrom(transaction, rows)) {
            drafts.append(std::move(*draft));
        }
    }
    return drafts;
}

std::optional<Draft> storedDraft(Transaction& transaction, const DocumentId& id) {
    Rows rows = transaction.query(draftSelect + u"WHERE draft.id = ?"_s, {id.text()});
    return rows.next() ? draftFrom(transaction, rows) : std::nullopt;
}

QList<DocumentSummary> draftSummaries(Transaction& transaction, const QString& filter) {
    const QStringList words = searchWords(filter);
    QList<DocumentSummary> list;
    for (const Draft& draft : openDrafts(transaction)) {
        DocumentSummary summary = summaryOf(draft, !draft.returnReason.isEmpty());
        if (holdsWords(summary.subject + u' ' + summary.counterpart, words)) {
            list.append(std::move(summary));
        }
    }
    return list;
}

std::optional<DocumentDetail> draftDetail(Transaction& transaction, const DocumentId& id, const Person& owner) {
    const std::optional<Draft> draft = storedDraft(transaction, id);
    if (!draft) {
        return std::nullopt;
    }
    DocumentDetail detail{.summary = summaryOf(*draft, !draft->returnReason.isEmpty())};
    detail.kind = draft->kind;
    detail.issuer = {.id = owner.organ, .name = draft->organName};
    detail.superiorName = draft->superiorName;
    detail.notation = draft->notation;
    detail.placeName = draft->placeName;
    detail.signer = draft->signer;
    detail.author = draft->author;
    detail.receivers = draft->receivers;
    detail.recipients = draft->recipients;
    detail.reason = draft->returnReason;
    detail.pdfSha256 = draft->importedPdfSha256;
    detail.places = draft->places;
    detail.replyTo = draft->replyTo;
    if (!draft->importedPdfSha256.isEmpty()) {
        detail.contents.append({.sha256 = draft->importedPdfSha256,
                                .name = draft->importedName,
                                .mediaType = u"application/pdf"_s,
                                .role = ContentRef::Role::Main,
                                .here = true});
    }
    return detail;
}

bool isOnItsWay(Transaction& transaction, const DocumentId& id) {
    const QString state = transaction.value(u"SELECT state FROM document WHERE id = ?"_s, {id.text()}).toString();
    return !state.isEmpty() && state != stateKey(DocumentState::Returned);
}

} // namespace app
