// SPDX-License-Identifier: GPL-3.0-or-later
// What came in, and what is done with it: sync, inbox, list, show, judge, accept, refuse, reply, pin-seal.
#include "app/cli/commands.h"
#include "app/cli/documentoutput.h"
#include "app/cli/steps.h"
#include "app/services/savecopy.h"
#include "docsig/report/reportjson.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

Result<int> sync(Invocation& invocation) {
    constexpr int longestWait = 24 * 3600;
    const QString wait = invocation.arguments().value(u"wait"_s, u"0"_s);
    bool isNumber = false;
    const int seconds = wait.toInt(&isNumber);
    if (!isNumber || seconds < 0 || seconds > longestWait) {
        return fail("wait-unreadable", wait);
    }
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        if (seconds > 0) {
            waitForNews(session, seconds);
        }
        const auto summary = session.syncOffice().sync();
        if (!summary) {
            return std::unexpected(summary.error());
        }
        const auto judged = session.judgeIncoming().judgePending();
        if (!judged) {
            return std::unexpected(judged.error());
        }
        Terminal& terminal = invocation.terminal();
        terminal.line(u"sent %1, received %2, queued %3, uncertain %4, judged %5"_s.arg(summary->sent)
                          .arg(summary->received)
                          .arg(summary->queued)
                          .arg(summary->uncertain)
                          .arg(*judged),
                      u"đã gửi %1, đã nhận %2, còn chờ %3, chưa rõ %4, đã kiểm chữ ký %5"_s.arg(summary->sent)
                          .arg(summary->received)
                          .arg(summary->queued)
                          .arg(summary->uncertain)
                          .arg(*judged));
        QJsonArray problems;
        for (const Error& problem : summary->problems) {
            terminal.line(
                u"△ %1 [%2] %3"_s.arg(sentence(problem.code, terminal.language()), problem.code, problem.detail));
            problems << QJsonObject{{u"code"_s, problem.code}, {u"detail"_s, problem.detail}};
        }
        terminal.object({{u"sent"_s, summary->sent},
                         {u"received"_s, summary->received},
                         {u"queued"_s, summary->queued},
                         {u"uncertain"_s, summary->uncertain},
                         {u"judged"_s, *judged},
                         {u"problems"_s, problems}});
        return summary->problems.isEmpty() ? 0 : 75;
    });
}

Result<int> listFolder(Invocation& invocation, Folder folder) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto rows = session.queryDocuments().list(folder, invocation.arguments().value(u"filter"_s));
        if (!rows) {
            return std::unexpected(rows.error());
        }
        QJsonArray array;
        for (const DocumentSummary& row : *rows) {
            invocation.terminal().line(summaryLine(row, invocation.terminal().language()));
            array << toJson(row);
        }
        invocation.terminal().object({{u"folder"_s, folderKey(folder)}, {u"documents"_s, array}});
        return 0;
    });
}

Result<int> inbox(Invocation& invocation) {
    return listFolder(invocation, Folder::ToAccept);
}

Result<int> listDocuments(Invocation& invocation) {
    const auto name = invocation.positional(0);
    if (!name) {
        return std::unexpected(name.error());
    }
    const auto folder = folderFromKey(*name);
    if (!folder) {
        return fail("folder-unknown", *name);
    }
    return listFolder(invocation, *folder);
}

Result<int> showDocument(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        if (const auto noted = session.auditLog().note(AuditDeed::Viewed, id); !noted) {
            return std::unexpected(noted.error());
        }
        const auto detail = session.queryDocuments().detail(id);
        if (!detail) {
            return std::unexpected(detail.error());
        }
        printDetail(invocation.terminal(), *detail);
        QJsonObject object = toJson(*detail);
        const auto verdict = session.judgeIncoming().stored(id);
        if (verdict && *verdict) {
            object[u"report"_s] = docsig::toJson((*verdict)->report);
            QJsonArray findings;
            for (const SenderFinding& finding : (*verdict)->sender.findings) {
                findings << QJsonObject{
                    {u"code"_s, finding.code}, {u"expected"_s, finding.expected}, {u"found"_s, finding.found}};
                invocation.terminal().line(u"△ "_s + sentence(finding.code, invocation.terminal().language()));
            }
            object[u"senderFindings"_s] = findings;
        }
        invocation.terminal().object(object);
        return 0;
    });
}

Result<int> accept(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    ArrivalForm form;
    form.note = arguments.value(u"note"_s);
    form.dueDate = QDate::fromString(arguments.value(u"due"_s), Qt::ISODate);
    form.withoutVerdict = arguments.has(u"without-verdict"_s);
    form.despiteTwin = arguments.has(u"despite-twin"_s);
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const auto receipt = session.acceptIncoming().accept(id, form);
        if (!receipt) {
            return std::unexpected(receipt.error());
        }
        invocation.terminal().line(u"Arrival number %1"_s.arg(receipt->display), u"Số đến %1"_s.arg(receipt->display));
        invocation.terminal().object(
            {{u"number"_s, receipt->number}, {u"date"_s, receipt->date.toString(Qt::ISODate)}});
        return 0;
    });
}

Result<int> refuse(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) {
        return ended(session.refuseIncoming().refuse(id, invocation.arguments().value(u"reason"_s)));
    });
}

Result<int> reply(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const auto draft = session.replyTo().reply(id);
        if (!draft) {
            return std::unexpected(draft.error());
        }
        invocation.terminal().line(draft->id.text());
        invocation.terminal().object({{u"id"_s, draft->id.text()}});
        return 0;
    });
}

Result<int> pinSeal(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) {
        const auto pinned = session.judgeIncoming().pinSeal(id);
        return pinned ? ended(session.judgeIncoming().judge(id)) : ended(pinned);
    });
}

/// By its number in the list that `show` prints.
Result<int> saveDocumentFile(Invocation& invocation) {
    const auto number = invocation.positional(1);
    if (!number) {
        return std::unexpected(number.error());
    }
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const auto file = session.documentFiles().at(id, number->toInt());
        if (!file) {
            return std::unexpected(file.error());
        }
        const QString target = invocation.arguments().value(u"output"_s, plainFileName(file->name));
        if (!invocation.arguments().has(u"output"_s) && QFileInfo::exists(target)) {
            return fail("copy-target-exists", target); // its sender does not choose which file is replaced
        }
        if (auto saved = session.documentFiles().save(id, file->sha256, target); !saved) {
            return std::unexpected(saved.error());
        }
        invocation.terminal().line(target);
        invocation.terminal().object({{u"file"_s, target}, {u"sha256"_s, QString::fromLatin1(file->sha256)}});
        return 0;
    });
}

} // namespace

QList<Command> incomingCommands() {
    const QList<Option> filter{{u"filter"_s, u"TEXT"_s, u"words that number, subject or office must hold"_s}};
    const QList<Option> reason{{u"reason"_s, u"TEXT"_s, u"why; must be there"_s}};
    return {
        {u"sync"_s,
         u"brings this profile and the exchange server together"_s,
         {},
         {{u"wait"_s, u"SECONDS"_s, u"first waits until the server has something new, so long at most"_s}},
         u"75 some item did not go through; it is tried again"_s,
         Needs::Core,
         sync},
        {u"inbox"_s, u"lists what waits to be accepted"_s, {}, filter, {}, Needs::Core, inbox},
        {u"list"_s,
         u"lists a folder: to-accept to-direct to-handle following overdue done drafts to-sign to-issue issued"_s,
         u"FOLDER"_s,
         filter,
         {},
         Needs::Core,
         listDocuments},
        {u"show"_s, u"tells all about a document"_s, u"DOCUMENT"_s, {}, {}, Needs::Core, showDocument},
        {u"file"_s,
         u"saves a copy of one of a document's files, by its number in what show tells"_s,
         u"DOCUMENT NUMBER"_s,
         {{u"output"_s, u"FILE"_s, u"where to (default: its own name, in this folder)"_s}},
         {},
         Needs::Core,
         saveDocumentFile},
        {u"accept"_s,
         u"registers an incoming document and tells its sender (status 03)"_s,
         u"DOCUMENT"_s,
         {{u"due"_s, u"YYYY-MM-DD"_s, u"by when it must be dealt with"_s},
          {u"note"_s, u"TEXT"_s, u"a note for the book"_s},
          {u"without-verdict"_s, {}, u"accept although the verdict is missing or not good"_s},
          {u"despite-twin"_s, {}, u"accept although it seems to have come before"_s}},
         {},
         Needs::Page,
         accept},
        {u"refuse"_s,
         u"returns an incoming document with a reason (status 02)"_s,
         u"DOCUMENT"_s,
         reason,
         {},
         Needs::Core,
         refuse},
        {u"reply"_s,
         u"starts the answer to an accepted document; prints the draft's id"_s,
         u"DOCUMENT"_s,
         {},
         {},
         Needs::Core,
         reply},
        {u"pin-seal"_s,
         u"vouches that the seal on a document is its sender's"_s,
         u"DOCUMENT"_s,
         {},
         {},
         Needs::Core,
         pinSeal},
    };
}

} // namespace app::cli
