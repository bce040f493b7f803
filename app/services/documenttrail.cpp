// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/documenttrail.h"

#include "app/services/officedesk.h"

namespace app {

DocumentTrail::DocumentTrail(OfficeDesk& desk)
    : m_desk(desk) {}

Result<QList<TrailLine>> DocumentTrail::trail(const DocumentId& id) const {
    return m_desk.store().trails().trail(id);
}

} // namespace app
