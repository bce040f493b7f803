// SPDX-License-Identifier: GPL-3.0-or-later
// PDF/A-2b: pdfa check, pdfa clauses.
#include "app/cli/commands.h"
#include "app/cli/fileio.h"
#include "docsig/pdf/pdfacheck.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

using docsig::pdf::PdfaReport;
using docsig::pdf::PdfaRule;

QString clauseOf(const QString& code) {
    const QList<PdfaRule>& rules = docsig::pdf::pdfaRules();
    const auto rule = std::ranges::find_if(rules, [&code](const PdfaRule& one) { return one.breach.code == code; });
    return rule == rules.end() ? QString() : rule->number;
}

/// 0 holds, 1 a rule is broken, 2 nothing is known to be broken but not everything was looked at.
int exitCodeOf(const PdfaReport& report) {
    const bool broken = std::ranges::any_of(
        report.findings, [](const docsig::Finding& found) { return found.weight == docsig::Weight::Fault; });
    return report.holds() ? 0 : broken ? 1 : 2;
}

Result<int> checkPdfA(Invocation& invocation) {
    const auto path = invocation.positional(0);
    const auto bytes = path ? readInput(*path) : std::unexpected(path.error());
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const auto report = docsig::pdf::checkPdfA(*bytes);
    if (!report) {
        return passOn(report.error());
    }
    const Terminal& terminal = invocation.terminal();
    const int exitCode = exitCodeOf(*report);
    if (exitCode == 0) {
        terminal.line(u"✓ PDF/A-2%1: no rule of the list is broken"_s.arg(report->conformance.toLower()),
                      u"✓ PDF/A-2%1: không vi phạm điều nào trong danh mục"_s.arg(report->conformance.toLower()));
    }
    QJsonArray findings;
    for (const docsig::Finding& found : report->findings) {
        const QString clause = clauseOf(found.code);
        const QString text = sentence(found.code, terminal.language());
        terminal.line(u"✕ %1 %2 [%3]%4"_s.arg(clause.isEmpty() ? u"–"_s : clause, text, found.code,
                                              found.place.isEmpty() ? QString() : u" (#%1)"_s.arg(found.place)));
        findings << QJsonObject{{u"clause"_s, clause},
                                {u"code"_s, found.code},
                                {u"page"_s, found.page < 0 ? QJsonValue() : QJsonValue(found.page + 1)},
                                {u"object"_s, found.place},
                                {u"text"_s, text}};
    }
    terminal.object({{u"file"_s, *path},
                     {u"holds"_s, report->holds()},
                     {u"part"_s, report->part},
                     {u"conformance"_s, report->conformance},
                     {u"findings"_s, findings}});
    return exitCode;
}

Result<int> clauses(Invocation& invocation) {
    QJsonArray rows;
    for (const PdfaRule& rule : docsig::pdf::pdfaRules()) {
        const QString text = sentence(rule.breach.code, invocation.terminal().language());
        invocation.terminal().line(
            u"%1 %2 %3"_s.arg(rule.number.isEmpty() ? u"–"_s : rule.number, -9).arg(rule.breach.code, -28).arg(text));
        rows << QJsonObject{{u"clause"_s, rule.number}, {u"code"_s, rule.breach.code}, {u"text"_s, text}};
    }
    invocation.terminal().object({{u"standard"_s, u"ISO 19005-2:2011, level B"_s}, {u"clauses"_s, rows}});
    return 0;
}

} // namespace

QList<Command> pdfaCommands() {
    return {{u"pdfa check"_s,
             u"checks a PDF against our list of clauses of PDF/A-2b; needs no profile"_s,
             u"FILE"_s,
             {},
             u"0 no rule is broken\n1 a rule is broken\n2 not everything could be looked at"_s,
             Needs::Core,
             checkPdfA},
            {u"pdfa clauses"_s, u"lists the clauses that are checked"_s, {}, {}, {}, Needs::Core, clauses}};
}

} // namespace app::cli
