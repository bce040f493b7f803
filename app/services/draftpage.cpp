// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/draftpage.h"

#include "app/layout/appearances.h"

#include <algorithm>

namespace app {

namespace {

OfficialDocument::Urgency pageUrgency(Urgency urgency) {
    switch (urgency) {
    case Urgency::Normal:
        return OfficialDocument::Urgency::None;
    case Urgency::Urgent:
        return OfficialDocument::Urgency::Khan;
    case Urgency::VeryUrgent:
        return OfficialDocument::Urgency::ThuongKhan;
    case Urgency::Express:
        return OfficialDocument::Urgency::HoaToc;
    }
    return OfficialDocument::Urgency::None;
}

OfficialDocument::Form pageForm(DocumentKind kind) {
    switch (kind) {
    case DocumentKind::QuyetDinh:
        return OfficialDocument::Form::QuyetDinh;
    case DocumentKind::CongVan:
        return OfficialDocument::Form::CongVan;
    default:
        return OfficialDocument::Form::Named;
    }
}

PageBox pageBox(const docsig::PagePlace& place) {
    return {.page = place.page, .rect = place.rect};
}

} // namespace

Result<OfficialDocument> officialPage(const Draft& draft) {
    if (!factsOf(draft.kind).laidOut) {
        return fail("kind-not-laid-out", factsOf(draft.kind).key);
    }
    OfficialDocument page;
    page.form = pageForm(draft.kind);
    page.kindName = factsOf(draft.kind).name;
    page.parentAgency = draft.superiorName;
    page.agency = draft.organName;
    page.notation = draft.notation;
    page.placeName = draft.placeName;
    page.urgency = pageUrgency(draft.urgency);
    page.subject = draft.subject;
    page.addressees = draft.addressees;
    page.issuingAuthority = draft.issuingAuthority;
    page.legalGrounds = draft.legalGrounds;
    page.body = draft.body;
    for (const Article& article : draft.articles) {
        page.articles.append({.title = article.title, .paragraphs = article.paragraphs});
    }
    page.recipients = draft.recipients;
    page.signer = {
        .competence = draft.signer.competence, .position = draft.signer.position, .fullName = draft.signer.fullName};
    return page;
}

docsig::PagePlace pagePlace(const PageBox& box) {
    return {.page = box.page, .rect = box.rect};
}

FlowPlaces flowPlaces(const Places& places) {
    return {.number = pageBox(places.number),
            .date = pageBox(places.date),
            .leaderSignature = pageBox(places.leaderSignature),
            .seal = pageBox(places.seal),
            .initial = pageBox(places.initial)};
}

FlowPlaces usualPlaces(int pages) {
    const int last = std::max(0, pages - 1);
    constexpr double signatureWidth = toPoints(40);
    constexpr double sealDiameter = toPoints(36);
    const QRectF signature(toPoints(130), toPoints(45), signatureWidth, toPoints(16));
    // The seal covers a third of the signature, to its left.
    const QRectF seal(signature.left() + signatureWidth / 3 - sealDiameter, signature.center().y() - sealDiameter / 2,
                      sealDiameter, sealDiameter);
    return {.number = {.page = 0, .rect = QRectF(toPoints(40), toPoints(258), toPoints(16), toPoints(7))},
            .date = {.page = 0, .rect = QRectF(toPoints(125), toPoints(258), toPoints(62), toPoints(7))},
            .leaderSignature = {.page = last, .rect = signature},
            .seal = {.page = last, .rect = seal},
            .initial = {}};
}

} // namespace app
