// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace app::cli {

/// Every command, in the order of the help. One file per group defines them.
[[nodiscard]] QList<Command> allCommands();

/// The options that every command takes.
[[nodiscard]] QList<Option> commonOptions();

[[nodiscard]] QList<Command> demoCommands();
[[nodiscard]] QList<Command> draftCommands();
[[nodiscard]] QList<Command> issueCommands();
[[nodiscard]] QList<Command> incomingCommands();
[[nodiscard]] QList<Command> paperCommands();
[[nodiscard]] QList<Command> syncCommands();
[[nodiscard]] QList<Command> workCommands();
[[nodiscard]] QList<Command> delegationCommands();
[[nodiscard]] QList<Command> undoCommands();
[[nodiscard]] QList<Command> rightsCommands();
[[nodiscard]] QList<Command> unitCommands();
[[nodiscard]] QList<Command> opinionCommands();
[[nodiscard]] QList<Command> bookCommands();
[[nodiscard]] QList<Command> secretCommands();
[[nodiscard]] QList<Command> meetingCommands();
[[nodiscard]] QList<Command> auditCommands();
[[nodiscard]] QList<Command> searchCommands();
[[nodiscard]] QList<Command> agentCommands();
[[nodiscard]] QList<Command> leaseCommands();
[[nodiscard]] QList<Command> recallCommands();
[[nodiscard]] QList<Command> registerCommands();
[[nodiscard]] QList<Command> purposeCommands();
[[nodiscard]] QList<Command> dossierCommands();
[[nodiscard]] QList<Command> pdfaCommands();
[[nodiscard]] QList<Command> pdfCommands();
[[nodiscard]] QList<Command> officeCommands();
[[nodiscard]] QList<Command> trustCommands();
[[nodiscard]] QList<Command> evidenceCommands();
[[nodiscard]] Command verifyCommand();
[[nodiscard]] QList<Command> packetCommands();
[[nodiscard]] QList<Command> packetServerCommands();
[[nodiscard]] Command codesCommand();

} // namespace app::cli
