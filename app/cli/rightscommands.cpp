// SPDX-License-Identifier: GPL-3.0-or-later
// Whose rights in the office were changed, and who confirmed it (rights list, rights confirm).
#include "app/cli/commands.h"
#include "app/cli/documentoutput.h"
#include "app/cli/steps.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

/// What is to be done about it.
const QString workOfLeaver = u"work-holder-left"_s;

QString rightsText(const PersonRights& rights) {
    const QString role = rights.role.isEmpty() ? u"-"_s : rights.role;
    return rights.unit.isEmpty() ? role : role + u" ("_s + rights.unit + u')';
}

QJsonObject changeJson(const RightsChange& change) {
    return {{u"person"_s, change.mailbox},          {u"name"_s, change.name},
            {u"roleBefore"_s, change.before.role},  {u"unitBefore"_s, change.before.unit},
            {u"role"_s, change.now.role},           {u"unit"_s, change.now.unit},
            {u"openWork"_s, change.openWork},       {u"noticed"_s, timeOrNull(change.noticed)},
            {u"confirmedBy"_s, change.confirmedBy}, {u"confirmed"_s, timeOrNull(change.confirmed)}};
}

Result<int> listRights(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const bool all = invocation.arguments().has(u"all"_s);
        const auto changes = session.watchRights().all();
        if (!changes) {
            return std::unexpected(changes.error());
        }
        const Terminal& terminal = invocation.terminal();
        QJsonArray array;
        for (const RightsChange& change : *changes) {
            if (!all && !change.isOpen()) {
                continue;
            }
            const QString line = u"%1  %2  %3  %4 → %5"_s.arg(displayTime(change.noticed), change.mailbox, change.name,
                                                              rightsText(change.before), rightsText(change.now));
            if (change.isOpen()) {
                terminal.line(u"△ "_s + line);
            } else {
                terminal.line(u"✓ %1  confirmed by %2"_s.arg(line, change.confirmedBy),
                              u"✓ %1  %2 đã xác nhận"_s.arg(line, change.confirmedBy));
            }
            if (change.openWork > 0) {
                terminal.line(u"    %1  %2"_s.arg(change.openWork).arg(sentence(workOfLeaver, terminal.language())));
            }
            array << changeJson(change);
        }
        terminal.object({{u"changes"_s, array}});
        return 0;
    });
}

Result<int> confirmRights(Invocation& invocation) {
    const auto whom = invocation.positional(0);
    if (!whom) {
        return std::unexpected(whom.error());
    }
    return onSession(invocation, [&](OfficeSession& session) { return ended(session.watchRights().confirm(*whom)); });
}

} // namespace

QList<Command> rightsCommands() {
    return {
        {u"rights list"_s,
         u"whose rights in the office were changed and wait to be confirmed by a leader or clerk"_s,
         {},
         {{u"all"_s, {}, u"also what was confirmed, and by whom"_s}},
         {},
         Needs::Core,
         listRights},
        {u"rights confirm"_s,
         u"says that a person's rights are as they should be; the other desks are told"_s,
         u"WHOM"_s,
         {},
         {},
         Needs::Core,
         confirmRights},
    };
}

} // namespace app::cli
