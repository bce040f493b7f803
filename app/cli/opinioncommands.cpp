// SPDX-License-Identifier: GPL-3.0-or-later
// Questions of leaders to members of the office (opinion ask|list|show|file|answer|close|tally) and to other offices
// (opinion draft|replies|record).
#include "app/cli/commands.h"
#include "app/cli/documentoutput.h"
#include "app/cli/fileio.h"
#include "app/cli/opinionoutput.h"
#include "app/cli/pinsource.h"
#include "app/cli/steps.h"
#include "app/domain/vietnamtime.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

using OpinionStep = std::function<Result<int>(OfficeSession&, const OpinionId&)>;

/// Opens the profile and finds the question by its id or the beginning of it.
Result<int> onOpinion(Invocation& invocation, const OpinionStep& step) {
    const auto text = invocation.positional(0);
    if (!text) {
        return std::unexpected(text.error());
    }
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto id = session.opinions().find(*text);
        return id ? step(session, *id) : std::unexpected(id.error());
    });
}

/// Those named, and all of the office where that is asked.
Result<QStringList> membersNamed(OfficeSession& session, const Arguments& arguments) {
    QStringList members = arguments.values(u"member"_s);
    if (!arguments.has(u"everybody"_s)) {
        return members;
    }
    const auto people = session.queryDirectory().people();
    if (!people) {
        return std::unexpected(people.error());
    }
    for (const Person& person : *people) {
        members << person.mailbox();
    }
    return members;
}

Result<QList<DocumentId>> documentsNamed(OfficeSession& session, const Arguments& arguments) {
    QList<DocumentId> documents;
    for (const QString& text : arguments.values(u"document"_s)) {
        const auto id = session.queryDocuments().find(text);
        if (!id) {
            return std::unexpected(id.error());
        }
        documents << *id;
    }
    return documents;
}

Result<int> askOpinion(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto due = arguments.has(u"until"_s) ? dateOption(arguments, u"until"_s) : QDate();
    if (!due) {
        return std::unexpected(due.error());
    }
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto members = membersNamed(session, arguments);
        const auto documents = members ? documentsNamed(session, arguments) : std::unexpected(members.error());
        if (!documents) {
            return std::unexpected(documents.error());
        }
        const auto id = session.opinions().ask({.leader = arguments.value(u"leader"_s),
                                                .subject = arguments.value(u"subject"_s),
                                                .text = arguments.value(u"text"_s),
                                                .due = *due,
                                                .members = *members,
                                                .documents = *documents,
                                                .files = arguments.values(u"file"_s),
                                                .offices = arguments.values(u"office"_s),
                                                .isSigned = arguments.has(u"signed"_s)});
        if (!id) {
            return std::unexpected(id.error());
        }
        invocation.terminal().line(id->text());
        invocation.terminal().object({{u"id"_s, id->text()}});
        return 0;
    });
}

Result<int> listOpinions(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto opinions = session.opinions().list();
        if (!opinions) {
            return std::unexpected(opinions.error());
        }
        QJsonArray rows;
        for (const OpinionSummary& opinion : *opinions) {
            invocation.terminal().line(opinionLine(opinion, vietnamToday(), invocation.terminal().language()));
            rows << toJson(opinion, vietnamToday());
        }
        invocation.terminal().object({{u"opinions"_s, rows}});
        return 0;
    });
}

Result<int> showOpinion(Invocation& invocation) {
    return onOpinion(invocation, [&](OfficeSession& session, const OpinionId& id) -> Result<int> {
        const auto opinion = session.opinions().show(id);
        if (!opinion) {
            return std::unexpected(opinion.error());
        }
        printOpinion(invocation.terminal(), *opinion);
        invocation.terminal().object(toJson(*opinion));
        return 0;
    });
}

Result<int> saveOpinionFile(Invocation& invocation) {
    const auto number = invocation.positional(1);
    if (!number) {
        return std::unexpected(number.error());
    }
    return onOpinion(invocation, [&](OfficeSession& session, const OpinionId& id) {
        return ended(session.opinions().saveFile(id, number->toInt() - 1, invocation.arguments().value(u"output"_s)));
    });
}

/// The one of the three switches that stands there.
Result<Stance> stanceOption(const Arguments& arguments) {
    QList<Stance> named;
    for (const Stance stance : {Stance::Agree, Stance::Disagree, Stance::Other}) {
        if (arguments.has(stanceKey(stance))) {
            named << stance;
        }
    }
    return named.size() == 1 ? Result<Stance>(named.first()) : fail("opinion-stance-missing");
}

Result<int> answerOpinion(Invocation& invocation) {
    const auto stance = stanceOption(invocation.arguments());
    if (!stance) {
        return std::unexpected(stance.error());
    }
    const Arguments& arguments = invocation.arguments();
    return onOpinion(invocation, [&](OfficeSession& session, const OpinionId& id) -> Result<int> {
        const AnswerForm form{.stance = *stance, .text = arguments.value(u"text"_s), .as = arguments.value(u"for"_s)};
        if (!arguments.has(u"sign"_s)) {
            return ended(session.opinions().answer(id, form));
        }
        const auto key = chosenKey(arguments, session.profile().signatureKey);
        const auto pin = key ? readPin(arguments, u"PIN: "_s) : std::unexpected(key.error());
        return pin ? ended(session.opinions().answerSigned(id, form, *key, *pin)) : std::unexpected(pin.error());
    });
}

Result<int> draftToOffices(Invocation& invocation) {
    return onOpinion(invocation, [&](OfficeSession& session, const OpinionId& id) -> Result<int> {
        const auto draft = session.opinionOffices().draft(id);
        if (!draft) {
            return std::unexpected(draft.error());
        }
        invocation.terminal().line(draft->text());
        invocation.terminal().object({{u"draft"_s, draft->text()}});
        return 0;
    });
}

Result<int> listReplies(Invocation& invocation) {
    return onOpinion(invocation, [&](OfficeSession& session, const OpinionId& id) -> Result<int> {
        const auto replies = session.opinionOffices().replies(id);
        if (!replies) {
            return std::unexpected(replies.error());
        }
        QJsonArray rows;
        for (const OfficeReply& reply : *replies) {
            invocation.terminal().line(
                u"%1  %2  %3  %4"_s.arg(reply.document.text().left(8), reply.office.name, reply.number, reply.subject));
            rows << QJsonObject{{u"document"_s, reply.document.text()},
                                {u"office"_s, reply.office.id.text()},
                                {u"number"_s, reply.number},
                                {u"subject"_s, reply.subject}};
        }
        invocation.terminal().object({{u"replies"_s, rows}});
        return 0;
    });
}

Result<int> recordReply(Invocation& invocation) {
    const auto named = invocation.positional(1);
    const auto stance = named ? stanceOption(invocation.arguments()) : std::unexpected(named.error());
    if (!stance) {
        return std::unexpected(stance.error());
    }
    return onOpinion(invocation, [&](OfficeSession& session, const OpinionId& id) -> Result<int> {
        const auto document = session.queryDocuments().find(*named);
        if (!document) {
            return std::unexpected(document.error());
        }
        return ended(session.opinionOffices().record(id, *document, *stance, invocation.arguments().value(u"text"_s)));
    });
}

Result<int> closeOpinion(Invocation& invocation) {
    return onOpinion(invocation, [&](OfficeSession& session, const OpinionId& id) {
        return ended(session.opinions().close(id, invocation.arguments().value(u"reason"_s)));
    });
}

Result<int> tallyOpinion(Invocation& invocation) {
    return onOpinion(invocation, [&](OfficeSession& session, const OpinionId& id) -> Result<int> {
        const Terminal& terminal = invocation.terminal();
        const QString path = invocation.arguments().value(u"output"_s);
        const auto tally = session.opinions().saveTally(id, path, terminal.language());
        if (!tally) {
            return std::unexpected(tally.error());
        }
        terminal.line(tallyLine(*tally, terminal.language()));
        terminal.line(u"written: %1"_s.arg(path), u"đã ghi: %1"_s.arg(path));
        QJsonObject object = toJson(*tally);
        object[u"output"_s] = path;
        terminal.object(object);
        return 0;
    });
}

QList<Option> stanceOptions() {
    return {{u"agree"_s, {}, u"agrees"_s},
            {u"disagree"_s, {}, u"does not agree; wants words"_s},
            {u"other"_s, {}, u"says something else; wants words"_s},
            {u"text"_s, u"TEXT"_s, u"the words"_s}};
}

Command askingCommand() {
    return {u"opinion ask"_s,
            u"asks members of the office for their opinion, by a day, with documents and files"_s,
            {},
            {{u"subject"_s, u"TEXT"_s, u"what it is about, in a line"_s},
             {u"text"_s, u"TEXT"_s, u"the question in full"_s},
             {u"until"_s, u"YYYY-MM-DD"_s, u"the last day for an answer"_s},
             {u"member"_s, u"WHOM"_s, u"who is asked: a login or mailbox"_s, true},
             {u"everybody"_s, {}, u"asks all of the office"_s},
             {u"document"_s, u"DOCUMENT"_s, u"a document of this desk that lies beside the question"_s, true},
             {u"file"_s, u"FILE"_s, u"a file that lies beside it"_s, true},
             {u"office"_s, u"CODE"_s, u"another office that is asked, by a document: opinion draft"_s, true},
             {u"signed"_s, {}, u"answers are wanted with a signature"_s},
             {u"leader"_s, u"WHOM"_s, u"the leader in whose name it is asked (default: oneself, of a leader)"_s}},
            {},
            Needs::Core,
            askOpinion};
}

} // namespace

QList<Command> opinionCommands() {
    return {
        askingCommand(),
        {u"opinion list"_s,
         u"what is asked of this person, what waits for an answer first, and what they asked"_s,
         {},
         {},
         {},
         Needs::Core,
         listOpinions},
        {u"opinion show"_s,
         u"a question with its files and the own answers; for whoever asks: everybody's"_s,
         u"OPINION"_s,
         {},
         {},
         Needs::Core,
         showOpinion},
        {u"opinion file"_s,
         u"saves the file of that number beside a question"_s,
         u"OPINION NUMBER"_s,
         {{u"output"_s, u"FILE"_s, u"where to; what is there is replaced"_s}},
         {},
         Needs::Core,
         saveOpinionFile},
        {u"opinion answer"_s,
         u"answers a question, or changes the answer until the last day"_s,
         u"OPINION"_s,
         stanceOptions() +
             QList<Option>{{u"for"_s, u"WHOM"_s, u"in the place of an absent member"_s},
                           {u"sign"_s, {}, u"signs the answer"_s}} +
             keyOptions(),
         {},
         Needs::Page,
         answerOpinion},
        {u"opinion draft"_s,
         u"makes the draft by which the other offices of an own question are asked"_s,
         u"OPINION"_s,
         {},
         {},
         Needs::Core,
         draftToOffices},
        {u"opinion replies"_s,
         u"documents that came in answer to it and are not entered yet"_s,
         u"OPINION"_s,
         {},
         {},
         Needs::Core,
         listReplies},
        {u"opinion record"_s,
         u"enters what another office says, by the registered document in which it says so"_s,
         u"OPINION DOCUMENT"_s,
         stanceOptions(),
         {},
         Needs::Core,
         recordReply},
        {u"opinion close"_s,
         u"takes no answers to the own question any more"_s,
         u"OPINION"_s,
         {{u"reason"_s, u"TEXT"_s, u"why, before the end of its last day"_s}},
         {},
         Needs::Core,
         closeOpinion},
        {u"opinion tally"_s,
         u"writes the summary of an own question: every member, every answer, the counts"_s,
         u"OPINION"_s,
         {{u"output"_s, u"FILE"_s, u"ends in .pdf, .csv or .ods; what is there is replaced"_s}},
         {},
         Needs::Page,
         tallyOpinion},
    };
}

} // namespace app::cli
