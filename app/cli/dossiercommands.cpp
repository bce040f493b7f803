// SPDX-License-Identifier: GPL-3.0-or-later
// Dossiers: dossier open|list|show|file|close|export|check.
#include "app/cli/commands.h"
#include "app/cli/documentoutput.h"
#include "app/cli/steps.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

constexpr int exportDiffers = 1;

using DossierStep = std::function<Result<int>(OfficeSession&, const DossierId&)>;

/// The dossier that the first argument names: by its id, the beginning of it, or its code.
Result<int> onDossier(Invocation& invocation, const DossierStep& step) {
    const auto text = invocation.positional(0);
    if (!text) {
        return std::unexpected(text.error());
    }
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto dossiers = session.dossiers().list();
        if (!dossiers) {
            return std::unexpected(dossiers.error());
        }
        QList<DossierId> found;
        for (const DossierSummary& dossier : *dossiers) {
            if (dossier.code == *text || (text->size() >= 4 && dossier.id.text().startsWith(*text))) {
                found << dossier.id;
            }
        }
        if (found.size() != 1) {
            return fail("dossier-not-named", *text);
        }
        return step(session, found.constFirst());
    });
}

Result<int> open(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const DossierForm form{arguments.value(u"code"_s), arguments.value(u"title"_s), arguments.value(u"retention"_s)};
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto id = session.dossiers().open(form);
        if (!id) {
            return std::unexpected(id.error());
        }
        invocation.terminal().line(id->text());
        invocation.terminal().object({{u"id"_s, id->text()}});
        return 0;
    });
}

Result<int> listDossiers(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto dossiers = session.dossiers().list();
        if (!dossiers) {
            return std::unexpected(dossiers.error());
        }
        QJsonArray rows;
        for (const DossierSummary& dossier : *dossiers) {
            invocation.terminal().line(u"%1  %2  %3  %4"_s.arg(dossier.id.text().left(8), dossier.code)
                                           .arg(dossier.documents, 4)
                                           .arg(dossier.title));
            rows << toJson(dossier);
        }
        invocation.terminal().object({{u"dossiers"_s, rows}});
        return 0;
    });
}

Result<int> showDossier(Invocation& invocation) {
    return onDossier(invocation, [&](OfficeSession& session, const DossierId& id) -> Result<int> {
        const auto detail = session.dossiers().detail(id);
        if (!detail) {
            return std::unexpected(detail.error());
        }
        invocation.terminal().line(u"%1  %2"_s.arg(detail->summary.code, detail->summary.title));
        QJsonArray rows;
        for (const DocumentSummary& document : detail->documents) {
            invocation.terminal().line(summaryLine(document, invocation.terminal().language()));
            rows << toJson(document);
        }
        QJsonObject object = toJson(detail->summary);
        object[u"documentList"_s] = rows;
        invocation.terminal().object(object);
        return 0;
    });
}

Result<int> file(Invocation& invocation) {
    const auto text = invocation.positional(1);
    if (!text) {
        return std::unexpected(text.error());
    }
    return onDossier(invocation, [&](OfficeSession& session, const DossierId& dossier) -> Result<int> {
        const auto document = session.queryDocuments().find(*text);
        return document ? ended(session.dossiers().file(dossier, *document)) : std::unexpected(document.error());
    });
}

Result<int> close(Invocation& invocation) {
    return onDossier(invocation,
                     [](OfficeSession& session, const DossierId& id) { return ended(session.dossiers().close(id)); });
}

Result<int> exportDossier(Invocation& invocation) {
    const auto folder = invocation.positional(1);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    return onDossier(invocation, [&](OfficeSession& session, const DossierId& id) -> Result<int> {
        const auto receipt = session.dossiers().exportTo(id, *folder);
        if (!receipt) {
            return std::unexpected(receipt.error());
        }
        invocation.terminal().line(
            u"%1: %2 documents, %3 files"_s.arg(receipt->folder).arg(receipt->documents).arg(receipt->files),
            u"%1: %2 văn bản, %3 tệp"_s.arg(receipt->folder).arg(receipt->documents).arg(receipt->files));
        invocation.terminal().object({{u"folder"_s, receipt->folder},
                                      {u"documents"_s, receipt->documents},
                                      {u"files"_s, receipt->files},
                                      {u"manifestSha256"_s, QString::fromLatin1(receipt->manifestSha256)}});
        return 0;
    });
}

Result<int> checkDossier(Invocation& invocation) {
    const auto folder = invocation.positional(0);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    const auto checked = Dossiers::check(*folder);
    if (!checked) {
        return std::unexpected(checked.error());
    }
    Terminal& terminal = invocation.terminal();
    terminal.line(u"%1 documents, %2 files read, %3 problems"_s.arg(checked->documents)
                      .arg(checked->files)
                      .arg(checked->problems.size()),
                  u"đã đọc %1 văn bản, %2 tệp, %3 vấn đề"_s.arg(checked->documents)
                      .arg(checked->files)
                      .arg(checked->problems.size()));
    QJsonArray problems;
    for (const Error& problem : checked->problems) {
        terminal.line(u"✕ %1 [%2] %3"_s.arg(sentence(problem.code, terminal.language()), problem.code, problem.detail));
        problems << QJsonObject{{u"code"_s, problem.code}, {u"detail"_s, problem.detail}};
    }
    terminal.object({{u"holds"_s, checked->holds()},
                     {u"documents"_s, checked->documents},
                     {u"files"_s, checked->files},
                     {u"problems"_s, problems}});
    return checked->holds() ? 0 : exportDiffers;
}

} // namespace

QList<Command> dossierCommands() {
    return {
        {u"dossier open"_s,
         u"opens a dossier; prints its id"_s,
         {},
         {{u"title"_s, u"TEXT"_s, u"what it is about"_s},
          {u"code"_s, u"TEXT"_s, u"file code (default: the next of the year)"_s},
          {u"retention"_s, u"01…07"_s, u"retention code (default: 06, ten years)"_s}},
         {},
         Needs::Core,
         open},
        {u"dossier list"_s, u"lists the dossiers"_s, {}, {}, {}, Needs::Core, listDossiers},
        {u"dossier show"_s, u"lists what a dossier holds"_s, u"DOSSIER"_s, {}, {}, Needs::Core, showDossier},
        {u"dossier file"_s, u"files a document in a dossier"_s, u"DOSSIER DOCUMENT"_s, {}, {}, Needs::Core, file},
        {u"dossier close"_s,
         u"closes a dossier: nothing is added any more"_s,
         u"DOSSIER"_s,
         {},
         {},
         Needs::Core,
         close},
        {u"dossier export"_s,
         u"writes a closed dossier into a new folder"_s,
         u"DOSSIER FOLDER"_s,
         {},
         {},
         Needs::Core,
         exportDossier},
        {u"dossier check"_s,
         u"reads an export again and compares every byte with its manifest"_s,
         u"FOLDER"_s,
         {},
         u"1 the export differs from its manifest"_s,
         Needs::Core,
         checkDossier},
    };
}

} // namespace app::cli
