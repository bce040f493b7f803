// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/officedesk.h"

#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"

namespace app {

OfficeDesk::OfficeDesk(Collaborators collaborators, Profile profile)
    : m_with(std::move(collaborators))
    , m_profile(std::move(profile)) {}

QDateTime OfficeDesk::now() const {
    return m_with.clock ? m_with.clock() : QDateTime::currentDateTimeUtc();
}

QDate OfficeDesk::today() const {
    return vietnamDate(now());
}

Profile OfficeDesk::profile() const {
    const std::lock_guard lock(m_guard);
    return m_profile;
}

void OfficeDesk::setProfile(const Profile& profile) {
    const std::lock_guard lock(m_guard);
    m_profile = profile;
}

OrganId OfficeDesk::organ() const {
    return profile().agency.id;
}

Person OfficeDesk::person() const {
    return profile().person;
}

Person OfficeDesk::acting() const {
    Person self = person();
    self.standsFor = store().standing().standsFor().value_or(QStringList());
    return self;
}

OrganRef OfficeDesk::organRef() const {
    const Profile current = profile();
    return {.id = current.agency.id, .name = current.agency.name};
}

QString OfficeDesk::caseOf(const DocumentId& document) const {
    return caseStream(organ(), document);
}

Result<DocumentDetail> OfficeDesk::forAction(const DocumentId& document, bool Actions::* action) const {
    auto detail = store().documents().detail(document);
    if (detail && !(detail->actions.*action)) {
        return fail("action-not-allowed", stateKey(detail->summary.state));
    }
    return detail;
}

} // namespace app
