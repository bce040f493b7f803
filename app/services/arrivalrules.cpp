// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/arrivalrules.h"

#include "app/domain/streams.h"
#include "app/services/officedesk.h"

#include <algorithm>

namespace app {

Result<void> checkTwin(const QList<DocumentLink>& links, bool despiteTwin) {
    const auto twin = std::ranges::find(links, DocumentLink::Kind::SameAs, &DocumentLink::kind);
    if (despiteTwin || twin == links.end()) {
        return {};
    }
    return fail("arrival-twin", twin->number);
}

Result<QDate> arrivalDay(const OfficeDesk& desk, const QDate& given) {
    const QDate day = given.isValid() ? given : desk.today();
    if (day > desk.today()) {
        return fail("arrival-date-not-allowed", day.toString(Qt::ISODate));
    }
    return day;
}

Result<int> expectedArrival(const OfficeDesk& desk, const QString& series) {
    const auto end = desk.store().books().end(incomingBookStream(desk.organ(), desk.today().year(), series));
    return end ? Result<int>(end->next) : std::unexpected(end.error());
}

} // namespace app
