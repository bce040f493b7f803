// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/hubserver.h"

#include <QJsonArray>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mostDays = 100'000;
constexpr int journalRows = 50;

QJsonArray json(const QList<RetentionEntry>& entries) {
    QJsonArray array;
    for (const RetentionEntry& entry : entries) {
        array.append(QJsonObject{{u"time"_s, entry.time.toString(Qt::ISODate)},
                                 {u"what"_s, entry.what},
                                 {u"kind"_s, entry.kind},
                                 {u"count"_s, entry.count},
                                 {u"bytes"_s, entry.bytes}});
    }
    return array;
}

CommandResult retentionShow(const Arguments& arguments) {
    const auto server = openHub(arguments);
    const auto rules = server ? (*server)->retention().rules() : std::unexpected(server.error());
    const auto journal = rules ? (*server)->retention().journal(journalRows) : std::unexpected(rules.error());
    if (!journal) {
        return std::unexpected(journal.error());
    }
    QJsonArray array;
    QList<QStringList> rows;
    for (const RetentionRule& rule : *rules) {
        array.append(QJsonObject{{u"kind"_s, rule.kind}, {u"days"_s, rule.days}});
        rows.append({rule.kind, QString::number(rule.days)});
    }
    CommandOutput output(QJsonObject{{u"rules"_s, array}, {u"journal"_s, json(*journal)}});
    if (!arguments.has(u"json"_s)) {
        output.text = tableText({u"kind"_s, u"days"_s}, rows);
        rows.clear();
        for (const RetentionEntry& entry : *journal) {
            rows.append({entry.time.toString(Qt::ISODate), entry.what, entry.kind, QString::number(entry.count),
                         QString::number(entry.bytes)});
        }
        output.text += u'\n' + tableText({u"time"_s, u"what"_s, u"kind"_s, u"count"_s, u"bytes"_s}, rows);
    }
    return output;
}

CommandResult retentionSet(const Arguments& arguments) {
    const Result<QString> kind = arguments.required(u"kind"_s);
    const Result<qint64> days = arguments.number(u"days"_s, -1, mostDays);
    if (!kind || !days || *days < 0) {
        return !kind ? std::unexpected(kind.error()) : usage(u"--days"_s);
    }
    const auto server = openHub(arguments);
    if (!server) {
        return std::unexpected(server.error());
    }
    const Result<void> done = (*server)->retention().setRule(*kind, static_cast<int>(*days));
    return done ? CommandResult(QJsonObject{{u"kind"_s, *kind}, {u"days"_s, *days}}) : std::unexpected(done.error());
}

CommandResult retentionRun(const Arguments& arguments) {
    const auto server = openHub(arguments);
    const auto report =
        server ? (*server)->retention().run(arguments.has(u"dry-run"_s)) : std::unexpected(server.error());
    if (!report) {
        return std::unexpected(report.error());
    }
    return QJsonObject{{u"dryRun"_s, arguments.has(u"dry-run"_s)},
                       {u"contentsLeft"_s, report->contentsLeft},
                       {u"done"_s, json(report->entries)}};
}

} // namespace

QList<Command> retentionCommands() {
    return {
        {{u"retention"_s, u"show"_s},
         {},
         {u"json"_s},
         u"--data DIR [--json]"_s,
         uR"(      The rules, and what was erased and removed of late.
)"_s,
         &retentionShow},
        {{u"retention"_s, u"set"_s},
         {u"kind"_s, u"days"_s},
         {},
         u"--data DIR --kind KIND --days N"_s,
         uR"(      Payloads of that kind are erased after so many days; 0 ends the rule. KIND: edoc, status, or office/WORD for
      streams that begin with WORD (office/case). Headers stay: who wrote and when can be proven. Books are never
      erased. Without rules nothing is.
)"_s,
         &retentionSet},
        {{u"retention"_s, u"run"_s},
         {},
         {u"dry-run"_s},
         u"--data DIR [--dry-run]"_s,
         uR"(      Does now what a serving hub does once a day: the rules, contents that nothing cites and uploads that were
      never finished (after seven days). --dry-run only counts.
)"_s,
         &retentionRun}};
}

} // namespace hub
