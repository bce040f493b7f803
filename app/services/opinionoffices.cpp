// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/opinionoffices.h"

#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/services/draftdocument.h"
#include "app/services/officedesk.h"
#include "app/services/opinionanswering.h"
#include "app/services/opinions.h"
#include "app/services/recordall.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr int mostReplies = 100;

bool isRegistered(const DocumentSummary& summary) {
    return summary.incoming && (summary.state == DocumentState::Registered || summary.state == DocumentState::Answered);
}

bool isEntered(const Opinion& opinion, const DocumentId& document) {
    return std::ranges::any_of(opinion.members, [&](const OpinionMember& member) {
        return std::ranges::any_of(member.answers,
                                   [&](const OpinionAnswer& answer) { return answer.document == document; });
    });
}

QStringList paragraphsOf(const Opinion& opinion, const QString& office) {
    QStringList body{u"%1 đề nghị Quý cơ quan cho ý kiến về: %2."_s.arg(office, opinion.subject)};
    for (const QString& paragraph : opinion.text.split(u'\n', Qt::SkipEmptyParts)) {
        body.append(paragraph.trimmed());
    }
    body.append(
        u"Ý kiến của Quý cơ quan xin gửi về %1 trước ngày %2 (nêu rõ: đồng ý, không đồng ý hoặc ý kiến khác)."_s.arg(
            office, dateDisplay(opinion.due)));
    return body;
}

} // namespace

OpinionOffices::OpinionOffices(OfficeDesk& desk)
    : m_desk(desk) {}

Result<Opinion> OpinionOffices::openOfMine(const OpinionId& id) const {
    return openQuestionOf(m_desk, id);
}

Result<DocumentId> OpinionOffices::draft(const OpinionId& id) {
    const auto opinion = openOfMine(id);
    if (!opinion) {
        return std::unexpected(opinion.error());
    }
    DraftDocument drafts(m_desk);
    auto draft = drafts.start(DocumentKind::CongVan);
    if (!draft) {
        return std::unexpected(draft.error());
    }
    for (const OpinionMember& member : opinion->members) {
        const auto code = member.isOffice() && !member.answer() ? OrganId::parse(member.mailbox) : std::nullopt;
        if (code) {
            draft->receivers.append({.id = *code, .name = member.officeName});
            draft->addressees.append(member.officeName);
        }
    }
    if (draft->receivers.isEmpty()) {
        return fail("opinion-no-office-waits", id.text());
    }
    draft->subject = u"lấy ý kiến: %1"_s.arg(opinion->subject);
    draft->body = paragraphsOf(*opinion, draft->organName);
    draft->dueDate = opinion->due;
    return m_desk.store().together([&]() -> Result<DocumentId> {
        if (auto saved = drafts.save(*draft); !saved) {
            return std::unexpected(saved.error());
        }
        const auto inStream = [&](const QString& stream) {
            return Deed{.stream = stream,
                        .body = acts::OpinionSent{.opinion = id, .document = draft->id},
                        .participants = {m_desk.person().mailbox()},
                        .cites = {}};
        };
        // Its case first: those asked learn of the id, and none of them shall open it.
        const auto noted =
            recordAll(m_desk, {inStream(m_desk.caseOf(draft->id)), inStream(opinionStream(m_desk.organ(), id))});
        if (!noted) {
            return std::unexpected(noted.error());
        }
        return draft->id;
    });
}

Result<QList<OfficeReply>> OpinionOffices::replies(const OpinionId& id) const {
    const auto opinion = m_desk.store().opinions().detail(id);
    if (!opinion) {
        return std::unexpected(opinion.error());
    }
    QList<OfficeReply> found;
    for (const DocumentId& asked : opinion->sentBy) {
        const auto document = m_desk.store().documents().detail(asked);
        if (!document) {
            continue; // a draft of another desk, or one that was thrown away
        }
        for (const DocumentLink& link : document->links) {
            const bool isAnswer = link.kind == DocumentLink::Kind::AnsweredBy && link.document;
            const auto reply = isAnswer ? m_desk.store().documents().detail(*link.document)
                                        : Result<DocumentDetail>(std::unexpected(Error()));
            const OpinionMember* office = reply ? opinion->member(reply->issuer.id.text()) : nullptr;
            if (office && office->isOffice() && isRegistered(reply->summary) &&
                !isEntered(*opinion, reply->summary.id) && found.size() < mostReplies) {
                found.append({.office = {.id = reply->issuer.id, .name = office->officeName},
                              .document = reply->summary.id,
                              .number = reply->summary.number,
                              .subject = reply->summary.subject,
                              .date = reply->date});
            }
        }
    }
    return found;
}

Result<void> OpinionOffices::record(const OpinionId& id, const DocumentId& document, Stance stance,
                                    const QString& text) {
    const auto opinion = openOfMine(id);
    const auto reply = opinion ? m_desk.store().documents().detail(document) : std::unexpected(opinion.error());
    if (!reply) {
        return std::unexpected(reply.error());
    }
    const OpinionMember* office = opinion->member(reply->issuer.id.text());
    if (!office || !office->isOffice()) {
        return fail("opinion-reply-foreign", reply->issuer.id.text());
    }
    if (!isRegistered(reply->summary)) {
        return fail("opinion-reply-not-registered", document.text());
    }
    const auto words = answerWords(stance, text);
    if (!words) {
        return std::unexpected(words.error());
    }
    const auto recorded = m_desk.store().record(
        {.stream = opinionStream(m_desk.organ(), id),
         .body =
             acts::OpinionRecorded{
                 .opinion = id, .office = reply->issuer.id, .document = document, .stance = stance, .text = *words},
         .participants = {m_desk.person().mailbox()},
         .cites = {}});
    return recorded ? Result<void>() : std::unexpected(recorded.error());
}

} // namespace app
