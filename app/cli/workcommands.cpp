// SPDX-License-Identifier: GPL-3.0-or-later
// The work on what came in: who deals with it (present, direct, assign, give-back), by when (ask-time, answer-time),
// how far it is (progress, finish), and what is said about it (comment).
#include "app/cli/commands.h"
#include "app/cli/documentoutput.h"
#include "app/cli/fileio.h"
#include "app/cli/steps.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

/// A person of the own office may be named by the login alone.
Result<QString> mailboxOf(OfficeSession& session, const QString& name) {
    if (name.trimmed().isEmpty() || name.contains(u'/')) {
        return name;
    }
    const QString mailbox = session.profile().agency.id.text() + u'/' + name.trimmed();
    const auto people = session.queryDirectory().people();
    if (!people) {
        return std::unexpected(people.error());
    }
    for (const Person& person : *people) {
        if (person.mailbox() == mailbox) {
            return mailbox;
        }
        const bool isCalledSo = !person.unitName.isEmpty() && person.unitName == name.trimmed();
        if (!person.unit.isEmpty() && (person.unit == name.trimmed() || isCalledSo)) {
            return unitMailbox(person.organ, person.unit);
        }
    }
    return name;
}

Result<void> addShares(OfficeSession& session, const QStringList& names, WorkRole role, Directive& directive) {
    for (const QString& name : names) {
        const auto mailbox = mailboxOf(session, name);
        if (!mailbox) {
            return std::unexpected(mailbox.error());
        }
        directive.shares.append({.to = *mailbox, .role = role});
    }
    return {};
}

Result<QDate> dayOrNone(const Arguments& arguments, const QString& name) {
    return arguments.has(name) ? dateOption(arguments, name) : QDate();
}

Result<Directive> directiveOf(OfficeSession& session, const Arguments& arguments) {
    const auto due = dayOrNone(arguments, u"due"_s);
    if (!due) {
        return std::unexpected(due.error());
    }
    Directive directive{.words = arguments.value(u"note"_s), .dueDate = *due};
    const std::pair<QString, WorkRole> parts[] = {
        {u"lead"_s, WorkRole::Lead}, {u"support"_s, WorkRole::Support}, {u"inform"_s, WorkRole::Inform}};
    for (const auto& [option, role] : parts) {
        if (const auto added = addShares(session, arguments.values(option), role, directive); !added) {
            return std::unexpected(added.error());
        }
    }
    return directive;
}

/// Whoever directs is told who of those named is away.
QJsonArray tellAbsent(Invocation& invocation, OfficeSession& session, const Directive& directive) {
    QJsonArray array;
    const Terminal& terminal = invocation.terminal();
    const QDate today = session.delegations().today();
    for (const Delegation& absence : session.directDocument().absent(directive).value_or(QList<Delegation>())) {
        terminal.line(u"△ %1: %2 (%3)"_s.arg(absence.by, sentence(absenceCode(absence), terminal.language()),
                                             absence.until.toString(u"dd/MM/yyyy"_s)));
        QJsonObject object = toJson(absence, today);
        object[u"code"_s] = absenceCode(absence);
        array << object;
    }
    return array;
}

/// The end of a command that directed one document.
Result<int> directed(Invocation& invocation, OfficeSession& session, const Result<void>& done,
                     const Directive& directive) {
    if (!done) {
        return std::unexpected(done.error());
    }
    const QJsonArray absent = tellAbsent(invocation, session, directive);
    invocation.terminal().object({{u"absent"_s, absent}});
    return 0;
}

Result<int> directAll(Invocation& invocation, OfficeSession& session, const Directive& directive) {
    QList<DocumentId> ids;
    for (const QString& name : invocation.arguments().positional) {
        const auto id = session.queryDocuments().find(name);
        if (!id) {
            return std::unexpected(id.error());
        }
        ids.append(*id);
    }
    const Terminal& terminal = invocation.terminal();
    QJsonArray documents;
    int failed = 0;
    for (const DirectedDocument& result : session.directDocument().directSeveral(ids, directive)) {
        if (!result.problem.code.isEmpty()) {
            ++failed;
            terminal.line(
                u"△ %1 %2"_s.arg(result.document.text().left(8), sentence(result.problem.code, terminal.language())));
        }
        documents << QJsonObject{{u"id"_s, result.document.text()}, {u"problem"_s, result.problem.code}};
    }
    terminal.line(u"Directed: %1"_s.arg(ids.size() - failed), u"Đã chỉ đạo: %1"_s.arg(ids.size() - failed));
    const QJsonArray absent = tellAbsent(invocation, session, directive);
    terminal.object({{u"documents"_s, documents}, {u"absent"_s, absent}});
    return failed == 0 ? 0 : 65;
}

Result<int> direct(Invocation& invocation) {
    if (const auto first = invocation.positional(0); !first) {
        return std::unexpected(first.error());
    }
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto directive = directiveOf(session, invocation.arguments());
        if (!directive) {
            return std::unexpected(directive.error());
        }
        // One document ends with the error itself.
        if (invocation.arguments().positional.size() == 1) {
            const auto id = session.queryDocuments().find(invocation.arguments().positional.first());
            return id ? directed(invocation, session, session.directDocument().direct(*id, *directive), *directive)
                      : std::unexpected(id.error());
        }
        return directAll(invocation, session, *directive);
    });
}

Result<int> assign(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const Arguments& arguments = invocation.arguments();
        Directive directive{.words = arguments.value(u"note"_s)};
        const auto added = addShares(session, {arguments.value(u"to"_s)}, WorkRole::Lead, directive);
        return added ? directed(invocation, session, session.directDocument().direct(id, directive), directive)
                     : std::unexpected(added.error());
    });
}

Result<int> present(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const Arguments& arguments = invocation.arguments();
        const auto mailbox = mailboxOf(session, arguments.value(u"to"_s));
        if (!mailbox) {
            return std::unexpected(mailbox.error());
        }
        return directed(invocation, session, session.directDocument().present(id, *mailbox, arguments.value(u"note"_s)),
                        {.words = {}, .shares = {{.to = *mailbox, .role = WorkRole::Direct}}});
    });
}

Result<int> giveBackWork(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) {
        return ended(session.directDocument().giveBack(id, invocation.arguments().value(u"reason"_s)));
    });
}

Result<int> askTime(Invocation& invocation) {
    const auto until = dayOrNone(invocation.arguments(), u"until"_s);
    if (!until) {
        return std::unexpected(until.error());
    }
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) {
        return ended(session.directDocument().askMoreTime(id, *until, invocation.arguments().value(u"reason"_s)));
    });
}

Result<int> answerTime(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const bool grants = arguments.has(u"grant"_s);
    if (grants == arguments.has(u"refuse"_s)) {
        return fail("more-time-twofold");
    }
    const auto until = dayOrNone(arguments, u"until"_s);
    if (!until) {
        return std::unexpected(until.error());
    }
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const auto to = mailboxOf(session, arguments.value(u"to"_s));
        return to ? ended(session.directDocument().answerMoreTime(
                        id, {.to = *to, .granted = grants, .until = *until, .words = arguments.value(u"reason"_s)}))
                  : std::unexpected(to.error());
    });
}

Result<int> comment(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) {
        const Arguments& arguments = invocation.arguments();
        return ended(session.commentDocument().comment(id, arguments.value(u"text"_s), arguments.values(u"mention"_s),
                                                       arguments.values(u"file"_s)));
    });
}

Result<int> progress(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) {
        return ended(session.handleIncoming().progress(id, invocation.arguments().value(u"note"_s)));
    });
}

Result<int> finish(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) {
        return ended(session.handleIncoming().finish(id, invocation.arguments().value(u"note"_s)));
    });
}

} // namespace

QList<Command> workCommands() {
    const QList<Option> note{{u"note"_s, u"TEXT"_s, u"a note for the office; the sender does not see it"_s}};
    const QString whom = u"a person's login or mailbox, or a unit"_s;
    return {
        {u"present"_s,
         u"presents an accepted document to the one who says who deals with it"_s,
         u"DOCUMENT"_s,
         {{u"to"_s, u"WHOM"_s, u"a person's login or mailbox"_s}, note.first()},
         {},
         Needs::Core,
         present},
        {u"direct"_s,
         u"says who deals with documents, and by when (status 04 follows)"_s,
         u"DOCUMENT…"_s,
         {{u"lead"_s, u"WHOM"_s, u"who answers for the outcome: "_s + whom},
          {u"support"_s, u"WHOM"_s, u"who helps; may be repeated"_s, true},
          {u"inform"_s, u"WHOM"_s, u"who is told; may be repeated"_s, true},
          {u"due"_s, u"YYYY-MM-DD"_s, u"by when"_s},
          {u"note"_s, u"TEXT"_s, u"the directive"_s}},
         u"65 some of several documents could not be directed"_s,
         Needs::Core,
         direct},
        {u"assign"_s,
         u"gives an accepted document to one person or unit: direct with a lead alone"_s,
         u"DOCUMENT"_s,
         {{u"to"_s, u"WHOM"_s, whom}, note.first()},
         {},
         Needs::Core,
         assign},
        {u"give-back"_s,
         u"gives the own share of the work back to whoever gave it"_s,
         u"DOCUMENT"_s,
         {{u"reason"_s, u"TEXT"_s, u"why; must be there"_s}},
         {},
         Needs::Core,
         giveBackWork},
        {u"ask-time"_s,
         u"asks whoever gave the own share of the work for a later day"_s,
         u"DOCUMENT"_s,
         {{u"until"_s, u"YYYY-MM-DD"_s, u"the day"_s}, {u"reason"_s, u"TEXT"_s, u"why; must be there"_s}},
         {},
         Needs::Core,
         askTime},
        {u"answer-time"_s,
         u"grants the later day that somebody asked for, or does not"_s,
         u"DOCUMENT"_s,
         {{u"to"_s, u"WHOM"_s, u"who asked (default: the first one)"_s},
          {u"grant"_s, {}, u"grants it"_s},
          {u"refuse"_s, {}, u"does not; with the reason"_s},
          {u"until"_s, u"YYYY-MM-DD"_s, u"another day than was asked for"_s},
          {u"reason"_s, u"TEXT"_s, u"words for who asked"_s}},
         {},
         Needs::Core,
         answerTime},
        {u"comment"_s,
         u"says something about a document to all who take part in it; who is named takes part from then on"_s,
         u"DOCUMENT"_s,
         {{u"text"_s, u"TEXT"_s, u"the words, at most 4,000 characters; @login names somebody"_s},
          {u"mention"_s, u"WHOM"_s, u"a person's login or mailbox; may be repeated"_s, true},
          {u"file"_s, u"FILE"_s, u"goes with it; may be repeated, ten at most"_s, true}},
         {},
         Needs::Core,
         comment},
        {u"progress"_s,
         u"notes that work on a document goes on (status 05 follows)"_s,
         u"DOCUMENT"_s,
         note,
         {},
         Needs::Core,
         progress},
        {u"finish"_s,
         u"ends the work on a document, or the own share of it, without an answer (status 06 follows)"_s,
         u"DOCUMENT"_s,
         note,
         {},
         Needs::Core,
         finish},
    };
}

} // namespace app::cli
