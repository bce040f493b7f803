// SPDX-License-Identifier: GPL-3.0-or-later
// What the units of the office are called (unit list, unit name).
#include "app/cli/commands.h"
#include "app/cli/steps.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

Result<int> listUnits(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto units = session.nameUnits().units();
        if (!units) {
            return std::unexpected(units.error());
        }
        const Terminal& terminal = invocation.terminal();
        QJsonArray array;
        for (const Unit& unit : *units) {
            terminal.line(u"%1  %2  (%3 in it)"_s.arg(unit.id, unit.name).arg(unit.people),
                          u"%1  %2  (%3 người)"_s.arg(unit.id, unit.name).arg(unit.people));
            array << QJsonObject{{u"unit"_s, unit.id}, {u"name"_s, unit.name}, {u"people"_s, unit.people}};
        }
        terminal.object({{u"units"_s, array}});
        return 0;
    });
}

Result<int> nameUnit(Invocation& invocation) {
    const auto unit = invocation.positional(0);
    if (!unit) {
        return std::unexpected(unit.error());
    }
    const QString name = invocation.arguments().value(u"name"_s);
    return onSession(invocation, [&](OfficeSession& session) { return ended(session.nameUnits().name(*unit, name)); });
}

} // namespace

QList<Command> unitCommands() {
    return {
        {u"unit list"_s, u"the units of the office and what they are called"_s, {}, {}, {}, Needs::Core, listUnits},
        {u"unit name"_s,
         u"says what a unit is called, wherever it is shown; without a name it goes by its id (leader or clerk)"_s,
         u"UNIT"_s,
         {{u"name"_s, u"TEXT"_s, u"such as \"Phòng Tổ chức - Hành chính\""_s}},
         {},
         Needs::Core,
         nameUnit},
    };
}

} // namespace app::cli
