// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/handleincoming.h"

#include "app/services/officedesk.h"

namespace app {

namespace {

Result<void> note(OfficeDesk& desk, const DocumentId& id, ActBody body, const QString& withMailbox = {}) {
    if (const auto document = desk.forAction(id, &Actions::canHandle); !document) {
        return std::unexpected(document.error());
    }
    QStringList participants{desk.organ().mailbox()};
    if (!withMailbox.isEmpty()) {
        participants.append(withMailbox);
    }
    const auto act = desk.store().record(
        {.stream = desk.caseOf(id), .body = std::move(body), .participants = participants, .cites = {}});
    return act ? Result<void>() : std::unexpected(act.error());
}

} // namespace

HandleIncoming::HandleIncoming(OfficeDesk& desk)
    : m_desk(desk) {}

Result<void> HandleIncoming::assign(const DocumentId& id, const QString& to, const QString& words) {
    const QString name = to.trimmed();
    if (name.isEmpty()) {
        return fail("assignee-missing", id.text());
    }
    const auto person = m_desk.store().directory().person(name);
    if (!person) {
        return std::unexpected(person.error());
    }
    return note(m_desk, id, acts::Assigned{.document = id, .to = name, .note = words}, *person ? name : QString());
}

Result<void> HandleIncoming::progress(const DocumentId& id, const QString& words) {
    return note(m_desk, id, acts::Progressed{.document = id, .note = words});
}

Result<void> HandleIncoming::finish(const DocumentId& id, const QString& words) {
    return note(m_desk, id, acts::Finished{.document = id, .note = words});
}

} // namespace app
