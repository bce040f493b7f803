// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

Result<int> listCodes(Invocation& invocation) {
    Terminal& terminal = invocation.terminal();
    QJsonArray rows;
    for (const CodeFacts& facts : allCodes()) {
        const QString& text = terminal.language() == Language::Vietnamese ? facts.vietnamese : facts.english;
        terminal.line(u"%1 %2 %3"_s.arg(facts.code, -32).arg(facts.exitCode, 3).arg(text));
        rows << QJsonObject{{u"code"_s, facts.code}, {u"exit"_s, facts.exitCode}, {u"sentence"_s, text}};
    }
    terminal.object({{u"codes"_s, rows}});
    return 0;
}

} // namespace

Command codesCommand() {
    return {u"codes"_s, u"lists every error and finding code with its sentence"_s, {}, {}, {}, Needs::Core, listCodes};
}

} // namespace app::cli
