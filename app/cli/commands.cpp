// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

QList<Option> commonOptions() {
    return {
        {u"profile"_s, u"DIR"_s, u"profile folder, one person in one office (default: CONGVAN_PROFILE)"_s},
        {u"json"_s, {}, u"print one JSON object instead of lines"_s},
        {u"language"_s, u"vi|en"_s, u"language of sentences (default: the profile's, else the system's)"_s},
        {u"help"_s, {}, u"print this help"_s},
    };
}

QList<Command> allCommands() {
    return demoCommands() + draftCommands() + issueCommands() + incomingCommands() + paperCommands() + workCommands() +
           delegationCommands() + opinionCommands() + meetingCommands() + undoCommands() + rightsCommands() +
           unitCommands() + recallCommands() + registerCommands() + bookCommands() + secretCommands() +
           auditCommands() + searchCommands() + agentCommands() + leaseCommands() + syncCommands() + purposeCommands() +
           dossierCommands() + QList<Command>{verifyCommand()} + packetCommands() + packetServerCommands() +
           pdfaCommands() + pdfCommands() + evidenceCommands() + trustCommands() + officeCommands() +
           QList<Command>{codesCommand()};
}

} // namespace app::cli
