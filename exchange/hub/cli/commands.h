// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/cli/arguments.h"
#include "exchange/hub/core/hubrecords.h"
#include "exchange/hub/core/upkeep.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <memory>

namespace hub {

class HubServer;
struct CheckReport;

/// What a command leaves behind when it did its work.
struct CommandOutput {
    CommandOutput() = default;
    CommandOutput(QJsonObject json) // NOLINT(google-explicit-constructor): most commands answer with just that
        : object(std::move(json)) {}

    QJsonObject object;              ///< printed as one line of JSON; empty: nothing
    QString text;                    ///< printed instead of it where it is not empty
    QList<exchange::Error> findings; ///< what is wrong with what was looked at: told, and the first one's exit code
};

using CommandResult = exchange::Result<CommandOutput>;

/// One command of congvan-hub. Each file of exchange/hub/cli defines its own.
struct Command {
    QStringList words;   ///< "account", "add"
    QStringList options; ///< names that take a value; "data" and "config" are known to every command
    QStringList flags;   ///< names that take none
    QString synopsis;    ///< what stands behind the words in --help
    QString help;
    CommandResult (*run)(const Arguments& arguments) = nullptr;
};

[[nodiscard]] Command initCommand();
[[nodiscard]] Command serveCommand();
[[nodiscard]] QList<Command> agencyCommands();
[[nodiscard]] QList<Command> accountCommands();
[[nodiscard]] QList<Command> relayCommands();
[[nodiscard]] Command importCommand();
[[nodiscard]] Command importAgenciesCommand();
[[nodiscard]] Command backupCommand();
[[nodiscard]] Command restoreCommand();
[[nodiscard]] Command checkCommand();
[[nodiscard]] Command keyCommand();
[[nodiscard]] QList<Command> quotaCommands();
[[nodiscard]] QList<Command> retentionCommands();
[[nodiscard]] Command statusCommand();

/// `relay enrol`, in a file of its own: the one command that speaks to another hub.
[[nodiscard]] CommandResult enrolRelay(const Arguments& arguments);

/// All of them, in the order of --help.
[[nodiscard]] const QList<Command>& allCommands();

/// Runs a command line without the program's name. "hub-usage" where it is not understood.
[[nodiscard]] CommandResult runCommand(const QStringList& words);

/// The text of --help: of the commands that begin with these words, or of all.
[[nodiscard]] QString helpText(const QStringList& words);

/// Opens the hub that the arguments name (--data), without listening.
[[nodiscard]] exchange::Result<std::unique_ptr<HubServer>> openHub(const Arguments& arguments);

/// Tells on standard error how far a long command is, once a second, as a line of JSON.
[[nodiscard]] std::function<void(qint64 done, qint64 total)> progressTeller(const Arguments& arguments);

/// What a check found, as a command's output.
[[nodiscard]] CommandOutput checkOutput(const CheckReport& report, const Arguments& arguments);

/// [{"agency", "bytes", "quota"}]
[[nodiscard]] QJsonArray usageJson(const QList<AgencyUsage>& usages);

/// [{"account", "today", "limit"}], each with "bytes" and "messages"
[[nodiscard]] QJsonArray dayJson(const QList<DayUsage>& days);

/// Rows under a head, in columns, for people.
[[nodiscard]] QString tableText(const QStringList& head, const QList<QStringList>& rows);

} // namespace hub
