// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/documentoutput.h"
#include "app/services/verifyfile.h"
#include "docsig/report/reportjson.h"
#include "docsig/worker/verifyclient.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

int exitCodeOf(docsig::Verdict verdict) {
    switch (verdict) {
    case docsig::Verdict::Valid:
        return 0;
    case docsig::Verdict::Invalid:
        return 1;
    case docsig::Verdict::CannotTell:
        return 2;
    case docsig::Verdict::Unsigned:
        return 3;
    case docsig::Verdict::Unreadable:
        return 4;
    }
    return 4;
}

QString judgementMark(docsig::Judgement judgement) {
    switch (judgement) {
    case docsig::Judgement::Valid:
        return u"✓"_s;
    case docsig::Judgement::Invalid:
        return u"✕"_s;
    case docsig::Judgement::CannotTell:
        return u"?"_s;
    }
    return u"?"_s;
}

void printFindings(const Terminal& terminal, const QList<docsig::Finding>& findings) {
    for (const docsig::Finding& finding : findings) {
        const QString page =
            finding.page >= 0 ? u" (%1 %2)"_s.arg(terminal.language() == Language::Vietnamese ? u"trang"_s : u"page"_s)
                                    .arg(finding.page + 1)
                              : QString();
        terminal.line(u"    △ %1%2 [%3]"_s.arg(sentence(finding.code, terminal.language()), page, finding.code));
    }
}

void printReport(const Terminal& terminal, const docsig::SignatureReport& report) {
    terminal.line(verdictWord(report.verdict, terminal.language()));
    for (const docsig::SignatureResult& signature : report.signatures) {
        const QString parts = terminal.language() == Language::Vietnamese
                                  ? u"toàn vẹn %1  phạm vi %2  tin cậy %3  thời gian %4  thuật toán %5"_s
                                  : u"integrity %1  coverage %2  trust %3  time %4  algorithm %5"_s;
        terminal.line(u"  %1: %2"_s.arg(signature.fieldName, signature.signer.commonName));
        terminal.line(u"    "_s + parts.arg(judgementMark(signature.integrity), judgementMark(signature.coverage),
                                            judgementMark(signature.trust), judgementMark(signature.time),
                                            judgementMark(signature.algorithm)));
        printFindings(terminal, signature.findings);
    }
    printFindings(terminal, report.findings);
}

QString trustFolderFor(const Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    if (arguments.has(u"trust"_s)) {
        return arguments.value(u"trust"_s);
    }
    const QString profile = arguments.value(u"profile"_s, qEnvironmentVariable("CONGVAN_PROFILE"));
    return profile.isEmpty() ? QString() : profile + u"/trust"_s;
}

Result<int> verify(Invocation& invocation) {
    const auto path = invocation.positional(0);
    if (!path) {
        return std::unexpected(path.error());
    }
    if (!QFileInfo(*path).isFile()) {
        return fail("file-not-there", *path);
    }
    const Arguments& arguments = invocation.arguments();
    QDateTime at;
    if (arguments.has(u"at"_s)) {
        at = QDateTime::fromString(arguments.value(u"at"_s), Qt::ISODate);
        if (!at.isValid()) {
            return fail("time-unreadable", arguments.value(u"at"_s));
        }
    }
    docsig::VerifyClient client(invocation.programs().verifyWorker, trustFolderFor(invocation));
    const docsig::SignatureReport report = VerifyFile(client).verify(*path, arguments.has(u"integrity-only"_s), at);
    printReport(invocation.terminal(), report);
    invocation.terminal().object(docsig::toJson(report));
    return exitCodeOf(report.verdict);
}

} // namespace

Command verifyCommand() {
    return {u"verify"_s,
            u"judges every signature of a PDF; needs no profile"_s,
            u"FILE"_s,
            {{u"integrity-only"_s, {}, u"leave trust, time and algorithm out of the verdict"_s},
             {u"offline"_s, {}, u"use no network (verify never does; kept for scripts)"_s},
             {u"at"_s, u"TIME"_s, u"judge as of this time, ISO 8601 (default: now)"_s},
             {u"trust"_s, u"DIR"_s, u"folder with roots/, intermediates/ and crls/ (default: the profile's)"_s}},
            u"0 valid\n1 invalid\n2 cannot tell\n3 unsigned\n4 unreadable"_s,
            Needs::Core,
            verify};
}

} // namespace app::cli
