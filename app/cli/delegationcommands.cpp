// SPDX-License-Identifier: GPL-3.0-or-later
// Who is away, and who stands in (delegate, delegation list, delegation end).
#include "app/cli/commands.h"
#include "app/cli/documentoutput.h"
#include "app/cli/fileio.h"
#include "app/cli/steps.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

Result<int> delegate(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto from = arguments.has(u"from"_s) ? dateOption(arguments, u"from"_s) : QDate();
    const auto until = from && arguments.has(u"until"_s) ? dateOption(arguments, u"until"_s) : QDate();
    if (!from || !until) {
        return std::unexpected(from ? until.error() : from.error());
    }
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto id = session.delegations().delegate(
            {.to = arguments.value(u"to"_s), .from = *from, .until = *until, .words = arguments.value(u"note"_s)});
        if (!id) {
            return std::unexpected(id.error());
        }
        invocation.terminal().line(*id);
        invocation.terminal().object({{u"id"_s, *id}});
        return 0;
    });
}

Result<int> listDelegations(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto known = session.delegations().open();
        if (!known) {
            return std::unexpected(known.error());
        }
        QJsonArray array;
        for (const Delegation& one : *known) {
            invocation.terminal().line(
                delegationLine(one, session.delegations().today(), invocation.terminal().language()));
            array << toJson(one, session.delegations().today());
        }
        invocation.terminal().object({{u"delegations"_s, array}});
        return 0;
    });
}

Result<int> endDelegation(Invocation& invocation) {
    const QStringList& named = invocation.arguments().positional;
    return onSession(invocation, [&](OfficeSession& session) {
        return ended(session.delegations().end(named.isEmpty() ? QString() : named.first()));
    });
}

} // namespace

QList<Command> delegationCommands() {
    return {
        {u"delegate"_s,
         u"says that one is away for a time, and who stands in; signing is not delegated by it"_s,
         {},
         {{u"to"_s, u"WHOM"_s, u"who stands in: a login or mailbox (default: nobody)"_s},
          {u"from"_s, u"YYYY-MM-DD"_s, u"the first day (default: today)"_s},
          {u"until"_s, u"YYYY-MM-DD"_s, u"the last day"_s},
          {u"note"_s, u"TEXT"_s, u"words for the office"_s}},
         {},
         Needs::Core,
         delegate},
        {u"delegation list"_s,
         u"who of the office is away or will be, and who stands in"_s,
         {},
         {},
         {},
         Needs::Core,
         listDelegations},
        {u"delegation end"_s,
         u"ends the own absence early: the one named, else the one that holds or is next"_s,
         u"[ID]"_s,
         {},
         {},
         Needs::Core,
         endDelegation},
    };
}

} // namespace app::cli
