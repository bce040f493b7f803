// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/hubserver.h"

#include <QJsonArray>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

CommandResult check(const Arguments& arguments) {
    const auto server = openHub(arguments);
    const Result<CheckReport> report =
        server ? (*server)->check(progressTeller(arguments)) : std::unexpected(server.error());
    return report ? CommandResult(checkOutput(*report, arguments)) : std::unexpected(report.error());
}

/// The same in words, for people; the findings themselves are told with their sentences.
QString checkText(const CheckReport& report) {
    QString text =
        u"%1 streams with %2 messages and %3 contents with %4 bytes were looked at.\n"_s.arg(report.counts.streams)
            .arg(report.counts.messages)
            .arg(report.counts.contents)
            .arg(report.counts.contentBytes);
    if (report.strayFiles > 0) {
        text += u"Files that nobody knows: %1; retention removes them after a week.\n"_s.arg(report.strayFiles);
    }
    return text + (report.isGood() ? u"Nothing is wrong.\n"_s : u"Faults: %1.\n"_s.arg(report.faults));
}

} // namespace

CommandOutput checkOutput(const CheckReport& report, const Arguments& arguments) {
    QJsonArray findings;
    for (const exchange::Error& finding : report.findings) {
        findings.append(QJsonObject{{u"code"_s, finding.code}, {u"detail"_s, finding.detail}});
    }
    CommandOutput output(QJsonObject{{u"streams"_s, report.counts.streams},
                                     {u"messages"_s, report.counts.messages},
                                     {u"contents"_s, report.counts.contents},
                                     {u"contentBytes"_s, report.counts.contentBytes},
                                     {u"strayFiles"_s, report.strayFiles},
                                     {u"faults"_s, report.faults},
                                     {u"findings"_s, findings}});
    output.findings = report.findings;
    if (!arguments.has(u"json"_s)) {
        output.text = checkText(report);
    }
    return output;
}

Command checkCommand() {
    return {
        {u"check"_s},
        {},
        {u"progress"_s, u"json"_s},
        u"--data DIR [--progress] [--json]"_s,
        uR"(      Looks at everything that the hub holds: the chain of every stream, every payload, every cited content, every
      feed. The hub may serve meanwhile. Exit code 0: nothing is wrong.
)"_s,
        &check};
}

} // namespace hub
