// SPDX-License-Identifier: GPL-3.0-or-later
// congvanctl: finds the command that the first words name, prepares what it needs, runs it, tells how it ended.
#include "app/cli/commands.h"
#include "app/cli/help.h"
#include "app/runtime/profile.h"
#include "docsig/keys/cryptoruntime.h"

#include <QGuiApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

/// The longest command name that the words begin with, and the words after it.
std::pair<const Command*, QStringList> findCommand(const QList<Command>& commands, const QStringList& words) {
    const Command* found = nullptr;
    qsizetype length = 0;
    for (const Command& command : commands) {
        const QStringList name = command.name.split(u' ');
        if (name.size() > length && words.mid(0, name.size()) == name) {
            found = &command;
            length = name.size();
        }
    }
    return {found, words.mid(length)};
}

/// Options of every command may also stand before its name: they are moved behind it.
QStringList commonOptionsLast(QStringList words) {
    QStringList moved;
    const QList<Option> common = commonOptions();
    while (words.size() > 1 && words.constFirst().startsWith("--"_L1)) {
        const QString name = words.constFirst().mid(2).section(u'=', 0, 0);
        const auto option = std::ranges::find(common, name, &Option::name);
        if (option == common.end() || name == "help"_L1) {
            break;
        }
        const bool valueApart = !option->value.isEmpty() && !words.constFirst().contains(u'=');
        moved << words.takeFirst();
        if (valueApart) {
            moved << words.takeFirst();
        }
    }
    return words + moved;
}

Language languageFor(const Arguments& arguments, const QString& profileFolder) {
    QString name = arguments.value(u"language"_s);
    if (name.isEmpty() && !profileFolder.isEmpty()) {
        if (const auto profile = readProfile(profileFolder)) {
            name = profile->language;
        }
    }
    if (name.isEmpty()) {
        name = QLocale::system().name();
    }
    return name.startsWith("vi"_L1) ? Language::Vietnamese : Language::English;
}

int runCommand(const Command& command, Arguments arguments) {
    const QString folder = arguments.value(u"profile"_s, qEnvironmentVariable("CONGVAN_PROFILE"));
    Terminal terminal(languageFor(arguments, folder), arguments.has(u"json"_s));
    Invocation invocation(std::move(arguments), terminal, folder, Programs::besideThisProgram());
    const Result<int> ended = command.run(invocation);
    return ended ? *ended : terminal.report(ended.error());
}

int run(const QList<Command>& commands, const QStringList& words) {
    Terminal terminal(languageFor({}, {}), false);
    if (words.isEmpty() || words == QStringList{u"--help"_s} || words == QStringList{u"help"_s}) {
        terminal.line(overview(commands));
        return words.isEmpty() ? 64 : 0;
    }
    if (words == QStringList{u"--version"_s}) {
        terminal.line(u"congvanctl "_s + QStringLiteral(CONGVAN_VERSION));
        return 0;
    }
    const auto [command, rest] = findCommand(commands, words);
    if (command == nullptr) {
        return terminal.report(Error{u"command-unknown"_s, words.constFirst()});
    }
    auto arguments = parseArguments(rest, command->options + commonOptions());
    if (!arguments) {
        return terminal.report(arguments.error());
    }
    if (arguments->has(u"help"_s)) {
        terminal.line(commandHelp(*command));
        return 0;
    }
    return runCommand(*command, std::move(*arguments));
}

/// A report has pages; the rest of `verify` has none and starts faster without.
bool drawsPages(const Command& command, const QStringList& words) {
    return command.needs == Needs::Page ||
           (command.needs == Needs::PageForReport && !words.filter(QRegularExpression(u"^--report(=|$)"_s)).isEmpty());
}

/// Standard error belongs to the one sentence of an error: what libraries have to say goes there only on request.
void logOnRequest(QtMsgType type, const QMessageLogContext&, const QString& text) {
    static const bool wanted = qEnvironmentVariableIsSet("CONGVAN_LOG");
    if (wanted || type == QtFatalMsg) {
        std::fprintf(stderr, "%s\n", qPrintable(text));
    }
}

} // namespace

} // namespace app::cli

int main(int argc, char** argv) {
    qInstallMessageHandler(app::cli::logOnRequest);
    const QList<app::cli::Command> commands = app::cli::allCommands();
    QStringList words;
    for (int index = 1; index < argc; ++index) {
        words << QString::fromLocal8Bit(argv[index]);
    }
    words = app::cli::commonOptionsLast(words);
    const auto* command = app::cli::findCommand(commands, words).first;
    std::unique_ptr<QCoreApplication> application;
    if (command != nullptr && app::cli::drawsPages(*command, words)) {
        // Pages are laid out with Qt's painter, which wants a graphics platform but no screen.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    QCoreApplication::setApplicationName(u"congvanctl"_s);
    const docsig::CryptoRuntime crypto;
    return app::cli::run(commands, words);
}
