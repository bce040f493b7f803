// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/draftdocument.h"

#include "app/services/draftpage.h"
#include "app/services/officedesk.h"
#include "app/services/secrecyguard.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

std::optional<Person> firstLeader(const QList<Person>& people) {
    for (const Person& person : people) {
        if (person.role == Role::Leader) {
            return person;
        }
    }
    return std::nullopt;
}

Places placesOf(const FlowPlaces& places) {
    return {.number = pagePlace(places.number),
            .date = pagePlace(places.date),
            .leaderSignature = pagePlace(places.leaderSignature),
            .seal = pagePlace(places.seal),
            .initial = pagePlace(places.initial)};
}

} // namespace

DraftDocument::DraftDocument(OfficeDesk& desk)
    : m_desk(desk) {}

Result<Draft> DraftDocument::start(DocumentKind kind) const {
    const Profile profile = m_desk.profile();
    Draft draft;
    draft.kind = kind;
    draft.superiorName = profile.superiorName;
    draft.organName = profile.agency.name;
    draft.notation = notationOf(kind, profile.notationUnit, u"VP"_s);
    draft.placeName = profile.placeName;
    draft.author = profile.person.mailbox();
    draft.recipients = {u"Như trên;"_s, u"Lưu: VT."_s};
    const auto people = m_desk.store().directory().people();
    if (!people) {
        return std::unexpected(people.error());
    }
    if (const auto leader = firstLeader(*people)) {
        draft.signer = {
            .competence = {}, .position = leader->title, .fullName = leader->name, .mailbox = leader->mailbox()};
        if (kind == DocumentKind::QuyetDinh) {
            draft.issuingAuthority = (leader->title + u' ' + profile.agency.name).toUpper();
            draft.recipients = {u"Như Điều 2;"_s, u"Lưu: VT."_s};
        }
    }
    return draft;
}

Result<void> DraftDocument::save(const Draft& draft) {
    if (auto open = refuseSecretHere(draft.secrecy); !open) {
        return open;
    }
    return m_desk.store().drafts().save(draft);
}

Result<Draft> DraftDocument::load(const DocumentId& id) const {
    return m_desk.store().drafts().load(id);
}

Result<QList<Draft>> DraftDocument::list() const {
    return m_desk.store().drafts().list();
}

Result<void> DraftDocument::remove(const DocumentId& id) {
    return m_desk.store().drafts().remove(id);
}

Result<LaidOutDocument> DraftDocument::preview(const Draft& draft) const {
    if (!draft.importedPdfSha256.isEmpty()) {
        auto bytes = m_desk.store().blobs().bytes(draft.importedPdfSha256);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        return LaidOutDocument{.pdf = std::move(*bytes), .pages = 0, .places = placesOf(draft.places)};
    }
    const auto page = officialPage(draft);
    return page ? layOut(*page) : std::unexpected(page.error());
}

} // namespace app
