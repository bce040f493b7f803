// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/submitforsignature.h"

#include "app/domain/signingpurpose.h"
#include "app/layout/appearances.h"
#include "app/layout/purposeplaces.h"
#include "app/services/draftpage.h"
#include "app/services/flowfieldnames.h"
#include "app/services/freshpdf.h"
#include "app/services/officedesk.h"
#include "app/services/secrecyguard.h"
#include "docsig/pades/pagestamp.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// The pages before any field.
struct Page {
    QByteArray pdf;
    int pages = 0;
    FlowPlaces places;
};

/// On pages that were made elsewhere nobody knows where the text ends: beside the leader's signature.
Result<PageBox> initialBeside(const Page& page) {
    const auto sizes = docsig::shownPageSizes(page.pdf);
    if (!sizes) {
        return passOn(sizes.error());
    }
    const PageBox& leader = page.places.leaderSignature;
    const QSizeF shown = sizes->at(qBound(qsizetype(0), qsizetype(leader.page), sizes->size() - 1));
    const QSizeF box = factsOf(SigningPurpose::Initial).millimetres * toPoints(1);
    return PageBox{.page = leader.page, .rect = initialPlace(shown, box, leader.rect, {page.places.seal.rect})};
}

Result<Page> pageOf(const Draft& draft, const OfficeDesk& desk, bool initials) {
    if (!draft.importedPdfSha256.isEmpty()) {
        auto bytes = desk.store().blobs().bytes(draft.importedPdfSha256);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        Page page{.pdf = std::move(*bytes), .pages = 0, .places = draft.places};
        if (!initials) {
            page.places.initial = {}; // of a draft that named somebody before
        } else if (page.places.initial.rect.isEmpty()) {
            const auto place = initialBeside(page);
            if (!place) {
                return std::unexpected(place.error());
            }
            page.places.initial = *place;
        }
        return page;
    }
    auto model = officialPage(draft);
    if (!model) {
        return std::unexpected(model.error());
    }
    model->initials = initials;
    auto laidOut = layOut(*model);
    if (!laidOut) {
        return std::unexpected(laidOut.error());
    }
    return Page{.pdf = std::move(laidOut->pdf), .pages = laidOut->pages, .places = flowPlaces(laidOut->places)};
}

/// Who initials is another one than who signs, of the same office.
Result<void> checkInitialler(const OfficeDesk& desk, const QString& mailbox, const QString& signer) {
    if (mailbox.isEmpty()) {
        return {};
    }
    const auto person = desk.store().directory().person(mailbox);
    if (!person) {
        return std::unexpected(person.error());
    }
    if (!*person || mailbox == signer) {
        return fail("initialler-not-possible", mailbox);
    }
    return {};
}

/// An office that was dissolved gets no document: better told before the leader signs than when it is sent (spec §3.3).
Result<void> checkReceivers(const OfficeDesk& desk, const QList<OrganRef>& receivers) {
    for (const OrganRef& receiver : receivers) {
        const auto agency = desk.store().directory().agency(receiver.id);
        if (!agency) {
            return std::unexpected(agency.error());
        }
        if (!*agency || (*agency)->isOpen(desk.today())) {
            continue;
        }
        const auto successor = desk.store().directory().agency((*agency)->successor);
        const QString named =
            successor && *successor ? (*successor)->id.text() + u' ' + (*successor)->name : (*agency)->successor.text();
        return fail("receiver-dissolved", named.isEmpty()
                                              ? receiver.id.text() + u' ' + (*agency)->name
                                              : u"%1 %2 → %3"_s.arg(receiver.id.text(), (*agency)->name, named));
    }
    return {};
}

/// Every field of the flow, empty, before the first signature (design: signatures in legal order).
docsig::FlowFields fieldsOf(const FlowPlaces& places) {
    docsig::FlowFields fields;
    QStringList lockedByLeader;
    if (!places.initial.rect.isEmpty()) {
        fields.signatures = {{.name = flow::initialField, .place = pagePlace(places.initial), .locks = {}}};
        lockedByLeader = {flow::initialField};
    }
    fields.texts = {{.name = flow::numberField, .place = pagePlace(places.number)},
                    {.name = flow::dateField, .place = pagePlace(places.date)}};
    fields.signatures +=
        {{.name = flow::leaderField, .place = pagePlace(places.leaderSignature), .locks = lockedByLeader},
         {.name = flow::sealField, .place = pagePlace(places.seal), .locks = {flow::numberField, flow::dateField}}};
    return fields;
}

acts::Submitted submission(const Draft& draft, const Page& page, const QByteArray& sha256, const QString& initialBy) {
    return {.document = draft.id,
            .kind = draft.kind,
            .subject = draft.subject,
            .notation = draft.notation,
            .superiorName = draft.superiorName,
            .organName = draft.organName,
            .placeName = draft.placeName,
            .signer = draft.signer,
            .urgency = draft.urgency,
            .receivers = draft.receivers,
            .recipients = draft.recipients,
            .dueDate = draft.dueDate,
            .replyTo = draft.replyTo,
            .pdfSha256 = sha256,
            .pdfName = draft.importedName.isEmpty() ? u"%1.pdf"_s.arg(factsOf(draft.kind).key) : draft.importedName,
            .pages = page.pages,
            .places = page.places,
            .initialBy = initialBy};
}

} // namespace

SubmitForSignature::SubmitForSignature(OfficeDesk& desk)
    : m_desk(desk) {}

Result<void> SubmitForSignature::submit(const DocumentId& id, const QString& signerMailbox,
                                        const std::optional<QString>& initialMailbox) {
    auto draft = m_desk.store().drafts().load(id);
    if (!draft) {
        return std::unexpected(draft.error());
    }
    if (auto open = refuseSecret(draft->secrecy); !open) {
        return open;
    }
    const auto leader = m_desk.store().directory().person(signerMailbox);
    if (!leader) {
        return std::unexpected(leader.error());
    }
    if (!*leader || (*leader)->role != Role::Leader) {
        return fail("signer-not-a-leader", signerMailbox);
    }
    const QString initialBy = initialMailbox.value_or(draft->initialBy);
    if (auto possible = checkInitialler(m_desk, initialBy, signerMailbox); !possible) {
        return possible;
    }
    if (auto possible = checkReceivers(m_desk, draft->receivers); !possible) {
        return possible;
    }
    if (draft->subject.trimmed().isEmpty()) {
        return fail("draft-without-subject", id.text());
    }
    draft->signer.mailbox = signerMailbox;
    if (draft->signer.fullName.isEmpty()) {
        draft->signer.fullName = (*leader)->name;
        draft->signer.position = (*leader)->title;
    }
    const auto page = pageOf(*draft, m_desk, !initialBy.isEmpty());
    if (!page) {
        return std::unexpected(page.error());
    }
    const auto pdf = docsig::addFlowFields(page->pdf, fieldsOf(page->places));
    if (!pdf) {
        return passOn(pdf.error());
    }
    if (auto proven = verifyFresh(m_desk, *pdf); !proven) {
        return std::unexpected(proven.error());
    }
    const QString author = m_desk.person().mailbox();
    // The leader sees it when it is initialled.
    const QString first = initialBy.isEmpty() ? signerMailbox : initialBy;
    return m_desk.store().together([&]() -> Result<void> {
        const auto stored = m_desk.store().putContent(*pdf);
        if (!stored) {
            return std::unexpected(stored.error());
        }
        const auto act = m_desk.store().record({.stream = m_desk.caseOf(id),
                                                .body = submission(*draft, *page, *stored, initialBy),
                                                .participants = {author, first},
                                                .cites = {*stored}});
        return act ? Result<void>() : std::unexpected(act.error());
    });
}

} // namespace app
