// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings of the office (meeting create|change|cancel|list|show|file|answer|note|propose|conclude|invite-draft|
// conclusion-draft).
#include "app/cli/commands.h"
#include "app/cli/fileio.h"
#include "app/cli/meetingoutput.h"
#include "app/cli/steps.h"
#include "app/domain/vietnamtime.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

using MeetingStep = std::function<Result<int>(OfficeSession&, const MeetingId&)>;

/// Opens the profile and finds the meeting by its id or the beginning of it.
Result<int> onMeeting(Invocation& invocation, const MeetingStep& step) {
    const auto text = invocation.positional(0);
    if (!text) {
        return std::unexpected(text.error());
    }
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto id = session.meetings().find(*text);
        return id ? step(session, *id) : std::unexpected(id.error());
    });
}

/// By the clock of Vietnam; invalid where the option is not there.
Result<QDateTime> momentOption(const Arguments& arguments, const QString& name) {
    if (!arguments.has(name)) {
        return QDateTime();
    }
    const QString text = arguments.value(name);
    const QDate day = QDate::fromString(text.section(u'T', 0, 0), Qt::ISODate);
    const QTime time = QTime::fromString(text.section(u'T', 1), u"HH:mm"_s);
    if (!day.isValid() || !time.isValid()) {
        return fail("meeting-moment-wrong", text);
    }
    return vietnamDayBegin(day).addSecs(QTime(0, 0).secsTo(time));
}

QStringList trimmedParts(const QString& text, QChar between) {
    QStringList parts = text.split(between);
    for (QString& part : parts) {
        part = part.trimmed();
    }
    return parts;
}

std::unexpected<Error> wrongItemOption(const QString& text) {
    return fail("meeting-item-option-wrong", text);
}

/// "title | presenter | minutes".
Result<AgendaForm> itemFrom(const QString& text) {
    const QStringList parts = trimmedParts(text, u'|');
    bool isNumber = parts.size() < 3;
    AgendaForm item{.title = parts.value(0), .presenter = parts.value(1)};
    if (!isNumber) {
        item.minutes = parts.at(2).toInt(&isNumber);
    }
    return isNumber && parts.size() <= 3 ? Result<AgendaForm>(item) : wrongItemOption(text);
}

/// "number=words": what stands before the sign, and what after it.
Result<ItemText> numberedText(const QString& text) {
    bool isNumber = false;
    const int number = text.section(u'=', 0, 0).trimmed().toInt(&isNumber);
    return isNumber && number >= 0 && text.contains(u'=')
               ? Result<ItemText>({.item = number, .text = text.section(u'=', 1)})
               : wrongItemOption(text);
}

/// Documents and files of items, by their number in the agenda from 1.
Result<void> addBeside(OfficeSession& session, const Arguments& arguments, MeetingForm& form) {
    for (const QString& option : {u"document"_s, u"file"_s}) {
        for (const QString& text : arguments.values(option)) {
            const auto named = numberedText(text);
            if (!named || named->item < 1 || named->item > form.agenda.size()) {
                return named ? wrongItemOption(text) : std::unexpected(named.error());
            }
            AgendaForm& item = form.agenda[named->item - 1];
            if (option == u"file"_s) {
                item.files << named->text;
                continue;
            }
            const auto id = session.queryDocuments().find(named->text);
            if (!id) {
                return std::unexpected(id.error());
            }
            item.documents << *id;
        }
    }
    return {};
}

/// What the options say, into the form; what they do not name stays.
Result<void> fillForm(OfficeSession& session, const Arguments& arguments, MeetingForm& form) {
    const std::pair<QString, QString*> texts[] = {{u"subject"_s, &form.subject},
                                                  {u"text"_s, &form.text},
                                                  {u"place"_s, &form.place},
                                                  {u"chair"_s, &form.chair},
                                                  {u"secretary"_s, &form.secretary}};
    for (const auto& [name, text] : texts) {
        if (arguments.has(name)) {
            *text = arguments.value(name);
        }
    }
    const auto starts = momentOption(arguments, u"starts"_s);
    const auto ends = starts ? momentOption(arguments, u"ends"_s) : starts;
    if (!ends) {
        return std::unexpected(ends.error());
    }
    if (starts->isValid()) {
        const qint64 length = form.starts.secsTo(form.ends);
        form.ends = form.ends.isValid() ? starts->addSecs(length) : QDateTime();
        form.starts = *starts;
    }
    form.ends = ends->isValid() ? *ends : form.ends;
    form.invited += arguments.values(u"invite"_s);
    form.guests += arguments.values(u"guest"_s);
    for (const QString& text : arguments.values(u"item"_s)) {
        const auto item = itemFrom(text);
        if (!item) {
            return std::unexpected(item.error());
        }
        form.agenda << *item;
    }
    if (arguments.has(u"everybody"_s)) {
        const auto people = session.queryDirectory().people();
        if (!people) {
            return std::unexpected(people.error());
        }
        for (const Person& person : *people) {
            form.invited << person.mailbox();
        }
    }
    return addBeside(session, arguments, form);
}

Result<int> createMeeting(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        MeetingForm form;
        if (const auto filled = fillForm(session, invocation.arguments(), form); !filled) {
            return std::unexpected(filled.error());
        }
        const auto id = session.meetings().call(form);
        if (!id) {
            return std::unexpected(id.error());
        }
        invocation.terminal().line(id->text());
        invocation.terminal().object({{u"id"_s, id->text()}});
        return 0;
    });
}

/// Takes a person off the list, or a unit with its people.
void uninvite(const QList<Person>& people, const QString& name, MeetingForm& form) {
    QStringList gone;
    for (const Person& one : people) {
        if (one.login == name || one.mailbox() == name || (!one.unit.isEmpty() && one.unit == name)) {
            gone.append(one.mailbox());
        }
    }
    form.invited.removeIf([&](const QString& mailbox) {
        return gone.contains(mailbox) || mailbox == name || mailbox.section(u'/', 1) == name;
    });
    form.units.removeIf([&](const QString& unit) { return unit.section(u"/unit:"_s, 1) == name; });
}

Result<int> changeMeeting(Invocation& invocation) {
    return onMeeting(invocation, [&](OfficeSession& session, const MeetingId& id) -> Result<int> {
        const Arguments& arguments = invocation.arguments();
        const auto meeting = session.meetings().show(id);
        if (!meeting) {
            return std::unexpected(meeting.error());
        }
        MeetingForm form = formOf(meeting->plan);
        const auto people = session.queryDirectory().people();
        if (!people) {
            return std::unexpected(people.error());
        }
        for (const QString& name : arguments.values(u"uninvite"_s)) {
            uninvite(*people, name, form);
        }
        for (const QString& number : arguments.values(u"drop-item"_s)) {
            form.agenda.removeIf([&](const AgendaForm& item) { return item.key == number.toInt(); });
        }
        if (const auto filled = fillForm(session, arguments, form); !filled) {
            return std::unexpected(filled.error());
        }
        return ended(session.meetings().change(id, form, arguments.value(u"reason"_s)));
    });
}

Result<int> cancelMeeting(Invocation& invocation) {
    return onMeeting(invocation, [&](OfficeSession& session, const MeetingId& id) {
        return ended(session.meetings().cancel(id, invocation.arguments().value(u"reason"_s)));
    });
}

Result<int> listMeetings(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto meetings = session.meetings().list();
        if (!meetings) {
            return std::unexpected(meetings.error());
        }
        QJsonArray rows;
        for (const MeetingSummary& meeting : *meetings) {
            invocation.terminal().line(meetingLine(meeting, invocation.terminal().language()));
            rows << toJson(meeting);
        }
        invocation.terminal().object({{u"meetings"_s, rows}});
        return 0;
    });
}

Result<int> showMeeting(Invocation& invocation) {
    return onMeeting(invocation, [&](OfficeSession& session, const MeetingId& id) -> Result<int> {
        const auto meeting = session.meetings().show(id);
        const auto tasks = meeting ? session.meetings().tasks(*meeting) : std::unexpected(meeting.error());
        const auto papers = tasks ? session.meetings().papers(*meeting) : std::unexpected(tasks.error());
        if (!papers) {
            return std::unexpected(papers.error());
        }
        const MeetingReport report{.meeting = *meeting, .tasks = *tasks, .papers = *papers};
        printMeeting(invocation.terminal(), report);
        invocation.terminal().object(toJson(report));
        return 0;
    });
}

Result<int> saveMeetingFile(Invocation& invocation) {
    const auto item = invocation.positional(1);
    const auto number = item ? invocation.positional(2) : item;
    if (!number) {
        return std::unexpected(number.error());
    }
    return onMeeting(invocation, [&](OfficeSession& session, const MeetingId& id) {
        return ended(session.meetings().saveFile(id, item->toInt(), number->toInt() - 1,
                                                 invocation.arguments().value(u"output"_s)));
    });
}

Result<int> answerMeeting(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const int named =
        int(arguments.has(u"attend"_s)) + int(arguments.has(u"absent"_s)) + int(arguments.has(u"substitute"_s));
    if (named != 1) {
        return fail("meeting-attendance-missing");
    }
    const Attendance attendance = arguments.has(u"attend"_s)   ? Attendance::Attends
                                  : arguments.has(u"absent"_s) ? Attendance::Absent
                                                               : Attendance::Substitute;
    return onMeeting(invocation, [&](OfficeSession& session, const MeetingId& id) {
        return ended(
            session.meetings().answer(id, attendance, arguments.value(u"text"_s), arguments.value(u"substitute"_s)));
    });
}

Result<int> noteMeeting(Invocation& invocation) {
    return onMeeting(invocation, [&](OfficeSession& session, const MeetingId& id) {
        const Arguments& arguments = invocation.arguments();
        return ended(session.meetings().note(id, arguments.value(u"item"_s, u"0"_s).toInt(), arguments.value(u"text"_s),
                                             arguments.has(u"share"_s)));
    });
}

/// "lead | YYYY-MM-DD | what is to be done | support, support".
Result<TaskForm> taskFrom(const QString& text) {
    const QStringList parts = trimmedParts(text, u'|');
    if (parts.size() < 3 || parts.size() > 4) {
        return fail("meeting-task-option-wrong", text);
    }
    TaskForm task{.text = parts.at(2), .lead = parts.at(0), .due = QDate::fromString(parts.at(1), Qt::ISODate)};
    for (const QString& support : trimmedParts(parts.value(3), u',')) {
        if (!support.isEmpty()) {
            task.supports << support;
        }
    }
    return task;
}

Result<ConclusionForm> conclusionFrom(const Arguments& arguments) {
    ConclusionForm form;
    for (const QString& text : arguments.values(u"conclusion"_s)) {
        const auto said = numberedText(text);
        if (!said) {
            return std::unexpected(said.error());
        }
        form.texts << *said;
    }
    for (const QString& text : arguments.values(u"task"_s)) {
        const auto task = taskFrom(text);
        if (!task) {
            return std::unexpected(task.error());
        }
        form.tasks << *task;
    }
    return form;
}

Result<int> endMeeting(Invocation& invocation, bool isFinal) {
    const auto form = conclusionFrom(invocation.arguments());
    if (!form) {
        return std::unexpected(form.error());
    }
    return onMeeting(invocation, [&](OfficeSession& session, const MeetingId& id) {
        return ended(isFinal ? session.meetings().conclude(id, *form) : session.meetings().propose(id, *form));
    });
}

Result<int> draftPaper(Invocation& invocation, MeetingPaper what) {
    return onMeeting(invocation, [&](OfficeSession& session, const MeetingId& id) -> Result<int> {
        const auto draft = what == MeetingPaper::Invitation ? session.meetings().draftInvitation(id)
                                                            : session.meetings().draftAnnouncement(id);
        if (!draft) {
            return std::unexpected(draft.error());
        }
        invocation.terminal().line(draft->id.text());
        invocation.terminal().object({{u"id"_s, draft->id.text()}});
        return 0;
    });
}

QList<Option> planOptions() {
    return {{u"subject"_s, u"TEXT"_s, u"what it is about, in a line"_s},
            {u"text"_s, u"TEXT"_s, u"its purpose, and what to prepare"_s},
            {u"starts"_s, u"YYYY-MM-DDTHH:MM"_s, u"when it begins, by the clock of Vietnam"_s},
            {u"ends"_s, u"YYYY-MM-DDTHH:MM"_s, u"when it is expected to end (default: two hours later)"_s},
            {u"place"_s, u"TEXT"_s, u"where"_s},
            {u"chair"_s, u"WHOM"_s, u"who presides: a login or mailbox (default: oneself)"_s},
            {u"secretary"_s, u"WHOM"_s, u"who writes"_s},
            {u"invite"_s, u"WHOM"_s,
             u"who is invited: a login, a mailbox, or the id of a unit (and who joins it later)"_s, true},
            {u"everybody"_s, {}, u"invites all of the office"_s},
            {u"guest"_s, u"NAME"_s, u"who gets the invitation as a document"_s, true},
            {u"item"_s, u"ITEM"_s, u"an item of the agenda: \"title | presenter | minutes\""_s, true},
            {u"document"_s, u"N=DOCUMENT"_s, u"a document of this desk beside the item in that place"_s, true},
            {u"file"_s, u"N=FILE"_s, u"a file beside the item in that place"_s, true}};
}

QList<Option> conclusionOptions() {
    return {{u"conclusion"_s, u"N=TEXT"_s, u"what is concluded of the item of that number; 0: of the whole"_s, true},
            {u"task"_s, u"TASK"_s, u"\"lead | YYYY-MM-DD | what is to be done | support, support\""_s, true}};
}

Command meetingCommand(const QString& name, const QString& summary, const QString& positional,
                       const QList<Option>& options, std::function<Result<int>(Invocation&)> run) {
    return {u"meeting "_s + name, summary, positional, options, {}, Needs::Core, std::move(run)};
}

QList<Command> callingCommands() {
    return {meetingCommand(u"create"_s, u"calls a meeting of members of the office, with an agenda and documents"_s, {},
                           planOptions(), createMeeting),
            meetingCommand(
                u"change"_s, u"changes a meeting that this person called; what is not named stays"_s, u"MEETING"_s,
                planOptions() + QList<Option>{{u"uninvite"_s, u"WHOM"_s,
                                               u"takes somebody, or a unit with its people, off the list"_s, true},
                                              {u"drop-item"_s, u"N"_s, u"takes the item of that number away"_s, true},
                                              {u"reason"_s, u"TEXT"_s, u"why"_s}},
                changeMeeting),
            meetingCommand(u"cancel"_s, u"tells those invited that it does not take place"_s, u"MEETING"_s,
                           {{u"reason"_s, u"TEXT"_s, u"why"_s}}, cancelMeeting),
            meetingCommand(u"invite-draft"_s, u"makes a draft of the invitation (giấy mời)"_s, u"MEETING"_s, {},
                           [](Invocation& invocation) { return draftPaper(invocation, MeetingPaper::Invitation); }),
            meetingCommand(u"conclusion-draft"_s, u"makes a draft that tells the conclusion (thông báo kết luận)"_s,
                           u"MEETING"_s, {},
                           [](Invocation& invocation) { return draftPaper(invocation, MeetingPaper::Announcement); })};
}

} // namespace

QList<Command> meetingCommands() {
    return callingCommands() +
           QList<Command>{
               meetingCommand(u"list"_s, u"the meetings of this person, those to come first"_s, {}, {}, listMeetings),
               meetingCommand(u"show"_s, u"a meeting with its agenda, notes, conclusion and tasks"_s, u"MEETING"_s, {},
                              showMeeting),
               meetingCommand(u"file"_s, u"saves the file of that number beside the item of that number"_s,
                              u"MEETING ITEM NUMBER"_s,
                              {{u"output"_s, u"FILE"_s, u"where to; what is there is replaced"_s}}, saveMeetingFile),
               meetingCommand(u"answer"_s, u"says whether this person comes, or who comes instead"_s, u"MEETING"_s,
                              {{u"attend"_s, {}, u"comes"_s},
                               {u"absent"_s, {}, u"does not come; wants words"_s},
                               {u"substitute"_s, u"WHOM"_s, u"somebody else comes: a login or mailbox"_s},
                               {u"text"_s, u"TEXT"_s, u"the words"_s}},
                              answerMeeting),
               meetingCommand(u"note"_s, u"writes down what is said of an item; empty words take it away"_s,
                              u"MEETING"_s,
                              {{u"item"_s, u"N"_s, u"the item (default: the meeting as a whole)"_s},
                               {u"text"_s, u"TEXT"_s, u"the words"_s},
                               {u"share"_s, {}, u"for all invited, not for those alone who hold the meeting"_s}},
                              noteMeeting),
               meetingCommand(u"propose"_s, u"proposes a conclusion and tasks to the chair"_s, u"MEETING"_s,
                              conclusionOptions(), [](Invocation& one) { return endMeeting(one, false); }),
               meetingCommand(u"conclude"_s, u"concludes the meeting as its chair; each task becomes work"_s,
                              u"MEETING"_s, conclusionOptions(),
                              [](Invocation& one) { return endMeeting(one, true); })};
}

} // namespace app::cli
