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
    return report ? CommandResult(checkOutput(*report)) : std::unexpected(report.error());
}

} // namespace

CommandOutput checkOutput(const CheckReport& report) {
    QJsonArray findings;
    for (const exchange::Error& finding : report.findings) {
        findings.append(QJsonObject{{u"code"_s, finding.code}, {u"detail"_s, finding.detail}});
    }
    CommandOutput output(QJsonObject{{u"streams"_s, report.counts.streams},
                                     {u"messages"_s, report.counts.messages},
                                     {u"contents"_s, report.counts.contents},
                                     {u"contentBytes"_s, report.counts.contentBytes},
                                     {u"faults"_s, report.faults},
                                     {u"findings"_s, findings}});
    output.findings = report.findings;
    return output;
}

Command checkCommand() {
    return {
        {u"check"_s},
        {},
        {u"progress"_s},
        u"--data DIR [--progress]"_s,
        uR"(      Looks at everything that the hub holds: the chain of every stream, every payload, every cited content, every
      feed. The hub may serve meanwhile. Exit code 0: nothing is wrong.
)"_s,
        &check};
}

} // namespace hub
