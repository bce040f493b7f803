// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"

#include "app/cli/commands.h"

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

constexpr int nameWidth = 26;

QString row(const QString& name, const QString& text) {
    return u"  %1 %2\n"_s.arg(name, -nameWidth).arg(text);
}

QString optionRows(const QList<Option>& options) {
    QString rows;
    for (const Option& option : options) {
        if (option.isHidden) {
            continue;
        }
        const QString name = u"--"_s + option.name + (option.value.isEmpty() ? QString() : u" "_s + option.value);
        rows += row(name, option.help + (option.repeated ? u" (may be repeated)"_s : QString()));
    }
    return rows;
}

} // namespace

QString overview(const QList<Command>& commands) {
    QString page =
        u"usage: congvanctl COMMAND [options] [arguments]\n\nAll that a person can do in the window, from the "
        "command line.\n\ncommands:\n"_s;
    for (const Command& command : commands) {
        page += row(command.name, command.summary);
    }
    page += u"\noptions of every command:\n"_s + optionRows(commonOptions());
    page += u"\nexit codes: 0 done; 64 usage; 65 bad data; 66 no such input; 69 service unavailable; 70 internal;\n"
            "73 can't create; 74 input or output failed; 75 try again later; 77 not permitted; 78 configuration.\n"
            "`congvanctl COMMAND --help` tells more; `congvanctl codes` lists every error code.\n"_s;
    return page;
}

QString commandHelp(const Command& command) {
    QString page = u"usage: congvanctl %1 [options]%2\n\n%3\n"_s.arg(
        command.name, command.positional.isEmpty() ? QString() : u" "_s + command.positional, command.summary);
    page += u"\noptions:\n"_s + optionRows(command.options) + optionRows(commonOptions());
    page += u"\nexit codes:\n"_s + row(u"0"_s, u"done"_s);
    const QStringList own = command.exitCodes.split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : own) {
        page += row(line.section(u' ', 0, 0), line.section(u' ', 1));
    }
    page += row(u"64…78"_s, u"an error, told in one sentence with its code (congvanctl codes)"_s);
    return page;
}

} // namespace app::cli
