// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that came on paper: paper register, paper correct.
#include "app/cli/commands.h"
#include "app/cli/documentoutput.h"
#include "app/cli/draftfile.h"
#include "app/cli/fileio.h"
#include "app/cli/steps.h"

#include <QJsonArray>
#include <QScopeGuard>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

/// A day that may be left out, or taken away with an empty value.
Result<QDate> dayOption(const Arguments& arguments, const QString& name, const QDate& otherwise) {
    if (!arguments.has(name)) {
        return otherwise;
    }
    return arguments.value(name).isEmpty() ? Result<QDate>(QDate()) : dateOption(arguments, name);
}

/// The office of that code, or the name as it was written. A name that the directory has is not guessed to be that
/// office.
OrganRef senderOption(const Arguments& arguments, const OrganRef& otherwise) {
    if (!arguments.has(u"sender"_s) && !arguments.has(u"sender-id"_s)) {
        return otherwise;
    }
    return {.id = OrganId::parse(arguments.value(u"sender-id"_s)).value_or(OrganId()),
            .name = arguments.value(u"sender"_s)};
}

Result<PaperEntry> entryOptions(const Arguments& arguments, PaperEntry entry) {
    const auto kind = kindOption(arguments, entry.kind);
    const auto urgency = urgencyOption(arguments, entry.urgency);
    const auto date = dayOption(arguments, u"date"_s, entry.date);
    const auto due = dayOption(arguments, u"due"_s, entry.dueDate);
    if (!kind || !urgency) {
        return std::unexpected(kind ? urgency.error() : kind.error());
    }
    if (!date || !due) {
        return std::unexpected(date ? due.error() : date.error());
    }
    entry.sender = senderOption(arguments, entry.sender);
    entry.number = arguments.value(u"number"_s, entry.number);
    entry.notation = arguments.value(u"notation"_s, entry.notation);
    entry.date = *date;
    entry.kind = *kind;
    entry.subject = arguments.value(u"subject"_s, entry.subject);
    entry.urgency = *urgency;
    entry.dueDate = *due;
    entry.signer = arguments.value(u"signer"_s, entry.signer);
    entry.note = arguments.value(u"note"_s, entry.note);
    entry.envelopeFor = arguments.has(u"opened"_s) ? QString() : arguments.value(u"for"_s, entry.envelopeFor);
    bool isNumber = true;
    entry.pages = arguments.has(u"pages"_s) ? arguments.value(u"pages"_s).toInt(&isNumber) : entry.pages;
    if (!isNumber || entry.pages < 0 || entry.pages > mostPaperPages) {
        return fail("paper-pages-unreadable", arguments.value(u"pages"_s));
    }
    return entry;
}

/// The scan that --scan names, as one PDF; an empty one where none is named.
Result<PreparedScan> scanOption(Invocation& invocation, OfficeSession& session) {
    const QStringList files = invocation.arguments().values(u"scan"_s);
    return files.isEmpty() ? Result<PreparedScan>(PreparedScan()) : session.paperScan().prepare(files);
}

void sayScan(Terminal& terminal, const PreparedScan& scan) {
    if (scan.path.isEmpty()) {
        return;
    }
    static const QList<std::pair<QString, QString>> words{
        {u"kept as it came"_s, u"giữ nguyên tệp gốc"_s},
        {u"without text: tesseract is not installed"_s, u"không có lớp chữ: máy chưa cài tesseract"_s},
        {u"without text on some page: it could not be read"_s, u"có trang không có lớp chữ: không nhận dạng được"_s},
        {u"with text that can be searched"_s, u"có lớp chữ để tìm kiếm"_s}};
    const auto& [english, vietnamese] = words.at(static_cast<qsizetype>(scan.text));
    terminal.line(u"Scan: %1 pages, %2"_s.arg(scan.pages).arg(english),
                  u"Bản quét: %1 trang, %2"_s.arg(scan.pages).arg(vietnamese));
}

QJsonObject scanJson(const PreparedScan& scan) {
    return {{u"pages"_s, scan.pages}, {u"text"_s, scan.path.isEmpty() ? QString() : scanTextKey(scan.text)}};
}

Result<int> registerPaper(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto entry = entryOptions(arguments, {});
        const auto arrival = entry ? dayOption(arguments, u"arrival"_s, {}) : std::unexpected(entry.error());
        const auto secrecy = arrival ? secrecyOption(arguments, Secrecy::None) : std::unexpected(arrival.error());
        if (!secrecy) {
            return std::unexpected(secrecy.error());
        }
        // Not even a copy of a secret scan is made, which will be refused.
        const auto scan = *secrecy == Secrecy::None ? scanOption(invocation, session) : PreparedScan();
        if (!scan) {
            return std::unexpected(scan.error());
        }
        const auto away = qScopeGuard([&] { PaperScan::discard(*scan); });
        PaperForm form{.entry = *entry,
                       .arrival = *arrival,
                       .scan = scan->path,
                       .scanName = scan->name,
                       .despiteTwin = arguments.has(u"despite-twin"_s),
                       .secrecy = *secrecy};
        form.entry.pages = form.entry.pages > 0 ? form.entry.pages : scan->pages;
        const auto receipt = session.registerPaper().enter(form);
        if (!receipt) {
            return std::unexpected(receipt.error());
        }
        Terminal& terminal = invocation.terminal();
        sayScan(terminal, *scan);
        terminal.line(u"Arrival number %1"_s.arg(receipt->arrival.display),
                      u"Số đến %1"_s.arg(receipt->arrival.display));
        terminal.line(receipt->document.text());
        terminal.object({{u"id"_s, receipt->document.text()},
                         {u"number"_s, receipt->arrival.number},
                         {u"date"_s, receipt->arrival.date.toString(Qt::ISODate)},
                         {u"scan"_s, scanJson(*scan)}});
        return 0;
    });
}

Result<int> correctPaperEntry(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const auto document = session.queryDocuments().detail(id);
        if (!document) {
            return std::unexpected(document.error());
        }
        const auto entry = entryOptions(arguments, document->paper.value_or(PaperEntry()));
        const auto scan = entry ? scanOption(invocation, session) : std::unexpected(entry.error());
        if (!scan) {
            return std::unexpected(scan.error());
        }
        const auto away = qScopeGuard([&] { PaperScan::discard(*scan); });
        sayScan(invocation.terminal(), *scan);
        invocation.terminal().object({{u"scan"_s, scanJson(*scan)}});
        return ended(session.registerPaper().correct(
            id, {.entry = *entry, .arrival = {}, .scan = scan->path, .scanName = scan->name},
            arguments.value(u"reason"_s)));
    });
}

QList<Option> entryFields() {
    return {{u"sender"_s, u"NAME"_s, u"who sent it, as it stands on the paper"_s},
            {u"sender-id"_s, u"CODE"_s, u"the sender's code, where the directory has it; its name may be left out"_s},
            {u"number"_s, u"TEXT"_s, u"its number"_s},
            {u"notation"_s, u"TEXT"_s, u"its notation, behind the stroke"_s},
            {u"date"_s, u"YYYY-MM-DD"_s, u"of issue"_s},
            {u"kind"_s, u"KIND"_s, u"cong-van, quyet-dinh, … (default: cong-van)"_s},
            {u"subject"_s, u"TEXT"_s, u"what it is about"_s},
            {u"urgency"_s, u"WORD"_s, u"normal, urgent, very-urgent, express"_s},
            {u"due"_s, u"YYYY-MM-DD"_s, u"by when it must be dealt with"_s},
            {u"signer"_s, u"NAME"_s, u"who signed it"_s},
            {u"pages"_s, u"NUMBER"_s, u"pages of paper (default: those of the scan)"_s},
            {u"note"_s, u"TEXT"_s, u"a note for the book"_s},
            {u"scan"_s, u"FILE"_s, u"a PDF, or a picture (JPEG, PNG, TIFF); pictures several times, in their order"_s,
             true}};
}

} // namespace

QList<Command> paperCommands() {
    return {
        {u"paper register"_s,
         u"registers a document that came on paper; prints its arrival number and id"_s,
         {},
         entryFields() +
             QList<Option>{
                 {u"arrival"_s, u"YYYY-MM-DD"_s, u"the day on which it came (default: today)"_s},
                 {u"secrecy"_s, u"WORD"_s, u"the degree that stands on it; with any it is refused, see secret enter"_s},
                 {u"for"_s, u"WHOM"_s, u"an envelope that names this person (a login or mailbox), unopened"_s},
                 {u"despite-twin"_s, {}, u"register although it seems to have come before"_s}},
         {},
         Needs::Page,
         registerPaper},
        {u"paper correct"_s,
         u"puts right what was entered of it, with a reason; what is not named stays"_s,
         u"DOCUMENT"_s,
         entryFields() + QList<Option>{{u"reason"_s, u"TEXT"_s, u"why; must be there"_s},
                                       {u"opened"_s, {}, u"the envelope was given back to be opened, and was"_s}},
         {},
         Needs::Page,
         correctPaperEntry},
    };
}

} // namespace app::cli
