// SPDX-License-Identifier: GPL-3.0-or-later
// The log of views: audit list, audit verify.
#include "app/cli/commands.h"
#include "app/cli/documentoutput.h"
#include "app/cli/steps.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

constexpr int mostLines = 1000;

QJsonObject lineJson(const AuditLine& line) {
    return {{u"number"_s, line.number},
            {u"at"_s, timeOrNull(line.at)},
            {u"by"_s, line.by},
            {u"deed"_s, line.deed},
            {u"document"_s, line.document},
            {u"detail"_s, line.detail},
            {u"sha256"_s, QString::fromLatin1(line.hash)}};
}

Result<int> listAudit(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const Arguments& arguments = invocation.arguments();
        QString document;
        if (const QString name = arguments.value(u"document"_s); !name.isEmpty()) {
            const auto id = session.queryDocuments().find(name);
            if (!id) {
                return std::unexpected(id.error());
            }
            document = id->text();
        }
        const auto lines =
            session.auditLog().lines(std::max(1, arguments.value(u"from"_s).toInt()), mostLines, document);
        if (!lines) {
            return std::unexpected(lines.error());
        }
        const Terminal& terminal = invocation.terminal();
        QJsonArray array;
        for (const AuditLine& line : *lines) {
            terminal.line(u"%1  %2  %3  %4  %5  %6"_s.arg(line.number, 6)
                              .arg(displayTime(line.at), line.by, line.deed, line.document.left(8), line.detail));
            array << lineJson(line);
        }
        terminal.object({{u"lines"_s, array}});
        return 0;
    });
}

Result<int> verifyAudit(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto check = session.auditLog().verify();
        if (!check) {
            return std::unexpected(check.error());
        }
        const Terminal& terminal = invocation.terminal();
        if (check->wrong == 0) {
            terminal.line(
                u"✓ %1 line(s), each as it was written; %2 anchored at the server"_s.arg(check->head.number)
                    .arg(check->anchors),
                u"✓ %1 dòng, đúng như đã ghi; %2 mốc được lưu ở máy chủ"_s.arg(check->head.number).arg(check->anchors));
        } else {
            terminal.line(u"✗ Line %1: %2"_s.arg(check->wrong).arg(sentence(check->reason, Language::English)),
                          u"✗ Dòng %1: %2"_s.arg(check->wrong).arg(sentence(check->reason, Language::Vietnamese)));
        }
        terminal.object({{u"good"_s, check->wrong == 0},
                         {u"lines"_s, check->head.number},
                         {u"sha256"_s, QString::fromLatin1(check->head.hash)},
                         {u"anchors"_s, check->anchors},
                         {u"wrongLine"_s, check->wrong},
                         {u"reason"_s, check->reason}});
        return check->wrong == 0 ? 0 : 1;
    });
}

} // namespace

QList<Command> auditCommands() {
    return {{u"audit list"_s,
             u"tells who looked at which document, or took a copy out"_s,
             {},
             {{u"document"_s, u"DOCUMENT"_s, u"of this document alone"_s},
              {u"from"_s, u"NUMBER"_s, u"from this line on; at most 1000 are told (default: the first)"_s}},
             {},
             Needs::Core,
             listAudit},
            {u"audit verify"_s,
             u"proves that no line of that log was changed, taken out or put in"_s,
             {},
             {},
             u"1 a line is not as it was"_s,
             Needs::Core,
             verifyAudit}};
}

} // namespace app::cli
