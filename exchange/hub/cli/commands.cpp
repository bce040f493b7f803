// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"

#include "exchange/hub/hubserver.h"
#include "exchange/protocol/wire.h"

#include <chrono>
#include <cstdio>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Every name that some command takes a value for: what a configuration may hold.
QStringList allOptions() {
    QStringList names{u"data"_s};
    for (const Command& command : allCommands()) {
        names.append(command.options);
    }
    names.removeDuplicates();
    return names;
}

} // namespace

const QList<Command>& allCommands() {
    static const QList<Command> commands =
        QList<Command>{initCommand(), serveCommand()} + agencyCommands() + accountCommands() + relayCommands() +
        QList<Command>{importCommand(), backupCommand(), restoreCommand(), checkCommand(), keyCommand()} +
        quotaCommands() + retentionCommands() + QList<Command>{statusCommand()};
    return commands;
}

QString helpText(const QStringList& words) {
    QString text = u"congvan-hub: the exchange server of Công Văn\n\n"_s;
    for (const Command& command : allCommands()) {
        if (command.words.mid(0, words.size()) == words) {
            text += u"  congvan-hub "_s + command.words.join(u' ') + u' ' + command.synopsis + u"\n"_s + command.help;
        }
    }
    return text + uR"(
--config FILE holds options as lines "name = value" ("#" begins a comment); the command line goes before it.
Answers are JSON on standard output; lists, status and check are words unless --json is given; errors are a code and a sentence on standard
error.
Exit codes: 0 done, 64 usage, 65 bad data, 66 no input, 69 cannot listen, 73 cannot create, 74 disk, 78 configuration.
)"_s;
}

CommandResult runCommand(const QStringList& words) {
    for (const Command& command : allCommands()) {
        if (words.mid(0, command.words.size()) != command.words) {
            continue;
        }
        const Arguments::Known known{command.options + QStringList{u"data"_s}, command.flags, allOptions()};
        const auto arguments = Arguments::parse(words.mid(command.words.size()), known);
        return arguments ? command.run(*arguments) : std::unexpected(arguments.error());
    }
    return usage(words.join(u' '));
}

exchange::Result<std::unique_ptr<HubServer>> openHub(const Arguments& arguments) {
    const exchange::Result<QString> folder = arguments.required(u"data"_s);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    HubOptions options;
    options.dataFolder = *folder;
    return HubServer::open(std::move(options));
}

std::function<void(qint64, qint64)> progressTeller(const Arguments& arguments) {
    if (!arguments.has(u"progress"_s)) {
        return [](qint64, qint64) {};
    }
    return [last = std::chrono::steady_clock::time_point()](qint64 done, qint64 total) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - last >= std::chrono::seconds(1) || done == total) {
            last = now;
            std::fprintf(stderr, "%s\n", exchange::wire::text({{u"done"_s, done}, {u"total"_s, total}}).constData());
        }
    };
}

QString tableText(const QStringList& head, const QList<QStringList>& rows) {
    QList<qsizetype> widths(head.size(), 0);
    const QList<QStringList> all = QList<QStringList>{head} + rows;
    for (const QStringList& row : all) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths.at(i), row.at(i).size());
        }
    }
    QString text;
    for (const QStringList& row : all) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            line += row.at(i).leftJustified(i + 1 < row.size() ? widths.at(i) + 2 : 0);
        }
        text += line + u'\n';
    }
    return text;
}

} // namespace hub
