// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/handleincoming.h"

#include "app/services/officedesk.h"

namespace app {

namespace {

template <typename Act>
Result<void> note(OfficeDesk& desk, const DocumentId& id, const QString& words) {
    const auto document = desk.forAction(id, &Actions::canHandle);
    if (!document) {
        return std::unexpected(document.error());
    }
    const auto act =
        desk.store().record({.stream = desk.caseOf(id),
                             .body = Act{.document = id, .note = words, .as = actingFor(document->work, desk.acting())},
                             .participants = {desk.organ().mailbox()},
                             .cites = {}});
    return act ? Result<void>() : std::unexpected(act.error());
}

} // namespace

HandleIncoming::HandleIncoming(OfficeDesk& desk)
    : m_desk(desk) {}

Result<void> HandleIncoming::progress(const DocumentId& id, const QString& words) {
    return note<acts::Progressed>(m_desk, id, words);
}

Result<void> HandleIncoming::finish(const DocumentId& id, const QString& words) {
    return note<acts::Finished>(m_desk, id, words);
}

} // namespace app
