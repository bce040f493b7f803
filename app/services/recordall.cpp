// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/recordall.h"

#include "app/services/officedesk.h"

namespace app {

Result<void> recordAll(OfficeDesk& desk, const QList<Deed>& deeds) {
    return desk.store().together([&]() -> Result<void> {
        for (const Deed& deed : deeds) {
            if (const auto recorded = desk.store().record(deed); !recorded) {
                return std::unexpected(recorded.error());
            }
        }
        return {};
    });
}

} // namespace app
