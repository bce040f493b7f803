// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/returndraft.h"

#include "app/services/officedesk.h"
#include "app/services/reasons.h"

namespace app {

ReturnDraft::ReturnDraft(OfficeDesk& desk)
    : m_desk(desk) {}

Result<void> ReturnDraft::returnToDrafter(const DocumentId& id, const QString& reason) {
    const auto words = checkedReason(reason);
    if (!words) {
        return std::unexpected(words.error());
    }
    if (const auto detail = m_desk.forAction(id, &Actions::canReturn); !detail) {
        return std::unexpected(detail.error());
    }
    const auto act = m_desk.store().record({.stream = m_desk.caseOf(id),
                                            .body = acts::Returned{.document = id, .reason = *words},
                                            .participants = {},
                                            .cites = {}});
    return act ? Result<void>() : std::unexpected(act.error());
}

} // namespace app
