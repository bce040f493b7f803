// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/meetingpresenter.h"

#include "app/domain/unit.h"
#include "app/domain/vietnamtime.h"
#include "ui/presentation/workpresenter.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::Attendance;
using app::MeetingState;

namespace {

struct MeetingWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Meetings)
};

/// What there is to do for this person, or what became of it.
void sayTurn(RowText& row, const app::MeetingSummary& meeting, const Formatter& formatter, const QDateTime& now) {
    const auto say = [&row](const QString& words, QLatin1String icon, Tone tone) {
        row.verdict = words;
        row.verdictIcon = icon;
        row.verdictTone = tone;
    };
    if (meeting.state == MeetingState::Cancelled) {
        say(MeetingWords::tr("Cancelled"), "cross"_L1, Tone::Bad);
    } else if (meeting.state == MeetingState::Concluded) {
        say(MeetingWords::tr("Concluded"), "check"_L1, Tone::Neutral);
    } else if (meeting.left) {
        say(MeetingWords::tr("No longer invited"), "info"_L1, Tone::Neutral);
    } else if (meeting.isToConclude(now)) {
        say(MeetingWords::tr("To be concluded"), "flag"_L1, Tone::Caution);
        row.unread = true;
    } else if (meeting.waits(now)) {
        say(meeting.changed ? MeetingWords::tr("Moved: answer anew") : MeetingWords::tr("Waits for your answer"),
            "clock"_L1, Tone::Caution);
        row.unread = true;
    } else if (meeting.toInvite > 0) {
        say(MeetingWords::tr("Substitutes to invite: %1").arg(formatter.count(meeting.toInvite)), "person"_L1,
            Tone::Caution);
    } else if (meeting.own) {
        say(attendanceWords(*meeting.own), attendanceIcon(*meeting.own), attendanceTone(*meeting.own));
    }
}

QString whatChanged(const QString& key) {
    const std::pair<QLatin1StringView, QString> names[] = {{"subject"_L1, MeetingWords::tr("subject")},
                                                           {"text"_L1, MeetingWords::tr("purpose")},
                                                           {"time"_L1, MeetingWords::tr("time")},
                                                           {"place"_L1, MeetingWords::tr("place")},
                                                           {"chair"_L1, MeetingWords::tr("chair")},
                                                           {"secretary"_L1, MeetingWords::tr("secretary")},
                                                           {"invited"_L1, MeetingWords::tr("who is invited")},
                                                           {"guests"_L1, MeetingWords::tr("guests")},
                                                           {"agenda"_L1, MeetingWords::tr("agenda")},
                                                           {"files"_L1, MeetingWords::tr("documents")}};
    for (const auto& [name, words] : names) {
        if (key == name) {
            return words;
        }
    }
    return key;
}

/// "30/11/2026 09:00–11:00", or both moments in full where it ends on another day.
QString timeSpan(const app::MeetingPlan& plan, const Formatter& formatter) {
    const bool isOneDay = app::vietnamDate(plan.starts) == app::vietnamDate(plan.ends);
    return u"%1–%2"_s.arg(formatter.moment(plan.starts),
                          isOneDay ? formatter.clock(plan.ends) : formatter.moment(plan.ends));
}

} // namespace

bool MeetingView::holds() const {
    return meeting.isHeldBy(self.mailbox()) && !meeting.left.contains(self.mailbox());
}

bool MeetingView::canAnswer() const {
    return meeting.member(self.mailbox()) && !meeting.isOver();
}

const app::MeetingAnswer* MeetingView::ownAnswer() const {
    const app::MeetingMember* member = meeting.member(self.mailbox());
    return member ? member->answer() : nullptr;
}

app::Result<MeetingListView> readMeetings(Office& office) {
    auto rows = office.meetings();
    auto people = rows ? office.people() : std::unexpected(rows.error());
    if (!people) {
        return std::unexpected(people.error());
    }
    return MeetingListView{
        .rows = std::move(*rows), .people = std::move(*people), .now = QDateTime::currentDateTimeUtc()};
}

app::Result<MeetingView> readMeeting(Office& office, const app::MeetingId& id) {
    auto meeting = office.meeting(id);
    auto tasks = meeting ? office.meetingTasks(*meeting) : std::unexpected(meeting.error());
    auto papers = tasks ? office.meetingPapers(*meeting) : std::unexpected(tasks.error());
    auto people = papers ? office.people() : std::unexpected(papers.error());
    if (!people) {
        return std::unexpected(people.error());
    }
    const app::Person self = office.profile().person;
    if (std::ranges::none_of(*people, [&](const app::Person& one) { return one.mailbox() == self.mailbox(); })) {
        people->append(self); // before a directory came
    }
    return MeetingView{.meeting = std::move(*meeting),
                       .tasks = std::move(*tasks),
                       .papers = std::move(*papers),
                       .people = std::move(*people),
                       .self = self};
}

RowText rowOf(const app::MeetingSummary& meeting, const QList<app::Person>& people, const Formatter& formatter,
              const QDateTime& now) {
    RowText row;
    const QDate day = app::vietnamDate(meeting.starts);
    const QDate today = app::vietnamDate(now);
    row.title = day == today              ? MeetingWords::tr("Today")
                : day == today.addDays(1) ? MeetingWords::tr("Tomorrow")
                                          : formatter.day(day);
    row.time = formatter.clock(meeting.starts);
    row.timeUrgent = meeting.state == MeetingState::Planned && !meeting.left && day == today;
    row.subject = meeting.subject;
    row.facts = meeting.place;
    if (meeting.holds && meeting.state == MeetingState::Planned) {
        row.tag = meeting.presides ? MeetingWords::tr("you preside") : MeetingWords::tr("you organize");
        row.tagTone = Tone::Neutral;
        row.facts =
            MeetingWords::tr("attend: %1/%2").arg(formatter.count(meeting.attending), formatter.count(meeting.invited));
    }
    sayTurn(row, meeting, formatter, now);
    QStringList spoken{row.verdict,   row.subject, row.title, row.time,
                       meeting.place, row.tag,     row.facts, nameOf(people, meeting.chair)};
    spoken.removeAll(QString());
    row.spoken = spoken.join(u", "_s);
    return row;
}

QString attendanceWords(Attendance attendance) {
    switch (attendance) {
    case Attendance::Attends:
        return MeetingWords::tr("Attends");
    case Attendance::Absent:
        return MeetingWords::tr("Absent");
    case Attendance::Substitute:
        break;
    }
    return MeetingWords::tr("Sends somebody else");
}

QLatin1String attendanceIcon(Attendance attendance) {
    return attendance == Attendance::Attends ? "check"_L1 : attendance == Attendance::Absent ? "cross"_L1 : "person"_L1;
}

Tone attendanceTone(Attendance attendance) {
    return attendance == Attendance::Attends  ? Tone::Good
           : attendance == Attendance::Absent ? Tone::Bad
                                              : Tone::Caution;
}

QString meetingFacts(const MeetingView& view, const Formatter& formatter) {
    const app::MeetingPlan& plan = view.meeting.plan;
    QStringList facts{timeSpan(plan, formatter), plan.place,
                      MeetingWords::tr("chair: %1").arg(nameOf(view.people, plan.chair))};
    if (!plan.secretary.isEmpty()) {
        facts << MeetingWords::tr("secretary: %1").arg(nameOf(view.people, plan.secretary));
    }
    if (view.meeting.by != plan.chair && view.meeting.by != plan.secretary) {
        facts << MeetingWords::tr("called by %1").arg(nameOf(view.people, view.meeting.by));
    }
    if (view.meeting.isPending) {
        facts << MeetingWords::tr("waits for the server");
    }
    return facts.join(u" · "_s);
}

QString meetingState(const MeetingView& view, const Formatter& formatter) {
    const app::Meeting& meeting = view.meeting;
    if (meeting.cancelled.isValid()) {
        return MeetingWords::tr("Cancelled %1 by %2. %3")
            .arg(formatter.moment(meeting.cancelled), nameOf(view.people, meeting.cancelledBy), meeting.cancelReason);
    }
    if (meeting.conclusion) {
        return MeetingWords::tr("Concluded %1 by %2.")
            .arg(formatter.moment(meeting.conclusion->at), nameOf(view.people, meeting.conclusion->by));
    }
    if (meeting.left.contains(view.self.mailbox())) {
        return MeetingWords::tr("You are no longer invited; what follows is how it was.");
    }
    const app::MeetingAnswer* own = view.ownAnswer();
    if (own && own->attendance == Attendance::Substitute) {
        return MeetingWords::tr("You send %1.").arg(nameOf(view.people, own->substitute));
    }
    const app::MeetingMember* member = meeting.member(view.self.mailbox());
    if (member && !own && !member->answers.isEmpty()) {
        return MeetingWords::tr("Time or place changed since you answered: please answer anew.");
    }
    return own ? MeetingWords::tr("Your answer: %1.").arg(attendanceWords(own->attendance).toLower()) : QString();
}

QString attendanceTally(const app::MeetingTally& tally, const Formatter& formatter) {
    return MeetingWords::tr("Attend %1 of %2 · absent %3 · send somebody else %4 · no answer %5")
        .arg(formatter.count(tally.attends), formatter.count(tally.invited), formatter.count(tally.absent),
             formatter.count(tally.substitute), formatter.count(tally.invited - tally.answered()));
}

QString unitsInvited(const app::MeetingPlan& plan, const QList<app::Person>& people) {
    QStringList names;
    for (const QString& unit : plan.units) {
        names << app::unitTitle(people, unit);
    }
    return names.isEmpty() ? QString()
                           : MeetingWords::tr("Units invited: %1. Who joins one before the meeting is invited, too.")
                                 .arg(names.join(u", "_s));
}

QString itemWords(const app::AgendaItem& item, int number) {
    QStringList facts{u"%1. %2"_s.arg(number).arg(item.title)};
    if (!item.presenter.isEmpty()) {
        facts << item.presenter;
    }
    if (item.minutes > 0) {
        facts << MeetingWords::tr("%n minute(s)", nullptr, item.minutes);
    }
    return facts.join(u" · "_s);
}

QString changeWords(const app::MeetingChange& change, const Formatter& formatter) {
    QStringList what;
    for (const QString& key : change.what) {
        what << whatChanged(key);
    }
    QStringList facts{formatter.moment(change.at),
                      what.isEmpty() ? MeetingWords::tr("called")
                                     : MeetingWords::tr("changed: %1").arg(what.join(u", "_s)),
                      change.reason};
    facts.removeAll(QString());
    return facts.join(u" · "_s);
}

QString holderName(const QList<app::Person>& people, const QString& holder) {
    return nameOf(people, holder);
}

MeetingLine memberLine(const app::MeetingMember& member, const MeetingView& view, const Formatter& formatter) {
    MeetingLine line{.title = nameOf(view.people, member.mailbox)};
    const app::MeetingAnswer* answer = member.answer();
    if (!answer) {
        line.facts = MeetingWords::tr("no answer yet");
        line.icon = "clock"_L1;
        return line;
    }
    QStringList facts{attendanceWords(answer->attendance)};
    if (!answer->substitute.isEmpty()) {
        facts << nameOf(view.people, answer->substitute);
        const bool isInvited = view.meeting.isHeldBy(answer->substitute) || view.meeting.member(answer->substitute);
        facts << (isInvited ? MeetingWords::tr("is invited") : MeetingWords::tr("to be invited"));
    }
    facts << formatter.moment(answer->at);
    line.facts = facts.join(u" · "_s);
    line.words = answer->text;
    line.icon = attendanceIcon(answer->attendance);
    line.tone = attendanceTone(answer->attendance);
    return line;
}

MeetingLine taskLine(const app::TaskStanding& task, const MeetingView& view, const Formatter& formatter) {
    MeetingLine line{.title = task.task.text};
    QStringList facts{MeetingWords::tr("leads: %1").arg(holderName(view.people, task.task.lead))};
    QStringList supports;
    for (const QString& support : task.task.supports) {
        supports << holderName(view.people, support);
    }
    if (!supports.isEmpty()) {
        facts << MeetingWords::tr("supports: %1").arg(supports.join(u", "_s));
    }
    facts << MeetingWords::tr("by %1").arg(formatter.day(task.due));
    const bool isDone = task.isKnown && task.state == app::DocumentState::Answered;
    const bool isLate = !isDone && task.due < app::vietnamToday();
    if (task.isKnown) {
        facts << (isDone ? MeetingWords::tr("done") : isLate ? MeetingWords::tr("overdue") : MeetingWords::tr("open"));
    }
    line.facts = facts.join(u" · "_s);
    line.words = task.note;
    line.icon = isDone ? "check"_L1 : isLate ? "alert"_L1 : "flag"_L1;
    line.tone = isDone ? Tone::Good : isLate ? Tone::Bad : Tone::Neutral;
    return line;
}

MeetingLine paperLine(const app::PaperStanding& paper) {
    MeetingLine line{.title = paper.paper.paper == app::MeetingPaper::Invitation
                                  ? MeetingWords::tr("Invitation")
                                  : MeetingWords::tr("Announcement of the conclusion"),
                     .icon = "pages"_L1};
    QStringList facts;
    if (paper.isKnown) {
        facts << paper.number << stateWords(paper.state);
    } else {
        facts << MeetingWords::tr("a draft on another desk");
    }
    facts.removeAll(QString());
    line.facts = facts.join(u" · "_s);
    return line;
}

QString agendaText(const QList<app::AgendaItem>& agenda) {
    QStringList lines;
    for (const app::AgendaItem& item : agenda) {
        QStringList parts{item.title, item.presenter, item.minutes > 0 ? QString::number(item.minutes) : QString()};
        while (parts.last().isEmpty()) {
            parts.removeLast();
        }
        lines << parts.join(u" | "_s);
    }
    return lines.join(u'\n');
}

QList<app::AgendaForm> agendaFrom(const QString& text, const QList<app::AgendaItem>& before) {
    QList<app::AgendaForm> agenda;
    QList<app::AgendaItem> left = before;
    for (const QString& line : text.split(u'\n')) {
        const QStringList parts = line.split(u'|');
        app::AgendaForm item{.title = parts.value(0).trimmed(),
                             .presenter = parts.value(1).trimmed(),
                             .minutes = parts.value(2).trimmed().toInt()};
        if (item.title.isEmpty()) {
            continue;
        }
        const auto known = std::ranges::find(left, item.title, &app::AgendaItem::title);
        if (known != left.end()) {
            item.key = known->key;
            item.kept = known->files;
            left.erase(known);
        }
        agenda << item;
    }
    return agenda;
}

std::optional<QDateTime> readMoment(const QString& text) {
    const QString trimmed = text.simplified();
    const QDate day = QDate::fromString(trimmed.section(u' ', 0, 0), u"d/M/yyyy"_s);
    const QTime time = QTime::fromString(trimmed.section(u' ', 1), u"H:mm"_s);
    return day.isValid() && time.isValid() ? std::optional(app::vietnamDayBegin(day).addSecs(QTime(0, 0).secsTo(time)))
                                           : std::nullopt;
}

} // namespace ui
