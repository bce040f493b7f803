// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/submitforsignature.h"

#include "app/services/draftpage.h"
#include "app/services/flowfieldnames.h"
#include "app/services/freshpdf.h"
#include "app/services/officedesk.h"
#include "app/services/secrecyguard.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// The pages before any field.
struct Page {
    QByteArray pdf;
    int pages = 0;
    FlowPlaces places;
};

Result<Page> pageOf(const Draft& draft, const OfficeDesk& desk) {
    if (!draft.importedPdfSha256.isEmpty()) {
        auto bytes = desk.store().blobs().bytes(draft.importedPdfSha256);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        return Page{.pdf = std::move(*bytes), .pages = 0, .places = draft.places};
    }
    const auto model = officialPage(draft);
    if (!model) {
        return std::unexpected(model.error());
    }
    auto laidOut = layOut(*model);
    if (!laidOut) {
        return std::unexpected(laidOut.error());
    }
    return Page{.pdf = std::move(laidOut->pdf), .pages = laidOut->pages, .places = flowPlaces(laidOut->places)};
}

/// Every field of the flow, empty, before the first signature (design: signatures in legal order).
docsig::FlowFields fieldsOf(const FlowPlaces& places) {
    docsig::FlowFields fields;
    fields.texts = {{.name = flow::numberField, .place = pagePlace(places.number)},
                    {.name = flow::dateField, .place = pagePlace(places.date)}};
    fields.signatures = {
        {.name = flow::leaderField, .place = pagePlace(places.leaderSignature), .locks = {}},
        {.name = flow::sealField, .place = pagePlace(places.seal), .locks = {flow::numberField, flow::dateField}}};
    return fields;
}

acts::Submitted submission(const Draft& draft, const Page& page, const QByteArray& sha256) {
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
            .places = page.places};
}

} // namespace

SubmitForSignature::SubmitForSignature(OfficeDesk& desk)
    : m_desk(desk) {}

Result<void> SubmitForSignature::submit(const DocumentId& id, const QString& signerMailbox) {
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
    if (draft->subject.trimmed().isEmpty()) {
        return fail("draft-without-subject", id.text());
    }
    draft->signer.mailbox = signerMailbox;
    if (draft->signer.fullName.isEmpty()) {
        draft->signer.fullName = (*leader)->name;
        draft->signer.position = (*leader)->title;
    }
    const auto page = pageOf(*draft, m_desk);
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
    return m_desk.store().together([&]() -> Result<void> {
        const auto stored = m_desk.store().putContent(*pdf);
        if (!stored) {
            return std::unexpected(stored.error());
        }
        const auto act = m_desk.store().record({.stream = m_desk.caseOf(id),
                                                .body = submission(*draft, *page, *stored),
                                                .participants = {author, signerMailbox},
                                                .cites = {*stored}});
        return act ? Result<void>() : std::unexpected(act.error());
    });
}

} // namespace app
