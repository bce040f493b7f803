// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/replyto.h"

#include "app/domain/vietnamtime.h"
#include "app/services/draftdocument.h"
#include "app/services/officedesk.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

ReplyTo::ReplyTo(OfficeDesk& desk)
    : m_desk(desk) {}

Result<Draft> ReplyTo::reply(const DocumentId& id) {
    const auto document = m_desk.forAction(id, &Actions::canReply);
    if (!document) {
        return std::unexpected(document.error());
    }
    DraftDocument drafts(m_desk);
    auto draft = drafts.start(DocumentKind::CongVan);
    if (!draft) {
        return draft;
    }
    const QString number = document->summary.number;
    draft->subject = u"trả lời %1 số %2"_s.arg(document->summary.kindName, number);
    draft->addressees = {document->issuer.name};
    if (!document->issuer.id.isEmpty()) { // a name that a clerk wrote can't be sent to by the exchange
        draft->receivers = {document->issuer};
    }
    draft->body = {u"%1 nhận được %2 số %3 ngày %4 của %5 về việc %6."_s.arg(
        draft->organName, document->summary.kindName, number, dateDisplay(document->date), document->issuer.name,
        document->summary.subject)};
    draft->replyTo = DocumentReference{.organ = document->issuer.id,
                                       .packetDocumentId = document->packetDocumentId,
                                       .number = document->numberText,
                                       .notation = document->notation,
                                       .date = document->date,
                                       .local = id};
    if (auto saved = drafts.save(*draft); !saved) {
        return std::unexpected(saved.error());
    }
    return draft;
}

} // namespace app
