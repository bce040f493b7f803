// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/meeting.h"

#include "app/domain/comment.h"
#include "app/domain/keyedvalue.h"
#include "app/domain/plaintext.h"
#include "app/domain/work.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr QLatin1StringView attendanceKeys[] = {"attends"_L1, "absent"_L1, "substitute"_L1};
constexpr QLatin1StringView meetingStateKeys[] = {"planned"_L1, "cancelled"_L1, "concluded"_L1};
constexpr QLatin1StringView meetingPaperKeys[] = {"invitation"_L1, "announcement"_L1};

/// The agenda without its files.
QList<AgendaItem> bareAgenda(QList<AgendaItem> agenda) {
    for (AgendaItem& item : agenda) {
        item.files.clear();
    }
    return agenda;
}

QList<MeetingFile> filesOf(const MeetingPlan& plan) {
    QList<MeetingFile> files;
    for (const AgendaItem& item : plan.agenda) {
        files += item.files;
    }
    return files;
}

bool isMeetingLine(const QString& text) {
    return !text.isEmpty() && text.size() <= longestMeetingLine;
}

bool isGoodAgenda(const MeetingPlan& plan) {
    QSet<int> keys;
    for (const AgendaItem& item : plan.agenda) {
        if (item.key < 1 || keys.contains(item.key) || !isMeetingLine(item.title) ||
            item.presenter.size() > longestMeetingLine || item.minutes < 0 || item.minutes > mostMeetingMinutes) {
            return false;
        }
        keys.insert(item.key);
    }
    return plan.agenda.size() <= mostAgendaItems;
}

bool isGoodTask(const MeetingTask& task) {
    return !task.text.isEmpty() && task.text.size() <= longestTaskText && !task.lead.isEmpty() &&
           task.supports.size() <= mostMeetingPeople && task.due.isValid();
}

} // namespace

QString attendanceKey(Attendance attendance) {
    return attendanceKeys[static_cast<size_t>(attendance)];
}
std::optional<Attendance> attendanceFromKey(QStringView key) {
    return valueOf<Attendance>(attendanceKeys, key);
}
QString meetingStateKey(MeetingState state) {
    return meetingStateKeys[static_cast<size_t>(state)];
}
std::optional<MeetingState> meetingStateFromKey(QStringView key) {
    return valueOf<MeetingState>(meetingStateKeys, key);
}
QString meetingPaperKey(MeetingPaper paper) {
    return meetingPaperKeys[static_cast<size_t>(paper)];
}
std::optional<MeetingPaper> meetingPaperFromKey(QStringView key) {
    return valueOf<MeetingPaper>(meetingPaperKeys, key);
}

const AgendaItem* MeetingPlan::item(int key) const {
    const auto found = std::ranges::find(agenda, key, &AgendaItem::key);
    return found == agenda.end() ? nullptr : &*found;
}

QStringList planChanges(const MeetingPlan& before, const MeetingPlan& now) {
    const auto sorted = [](QStringList list) {
        list.sort();
        return list;
    };
    const std::pair<QString, bool> changes[] = {
        {u"subject"_s, before.subject != now.subject},
        {u"text"_s, before.text != now.text},
        {u"time"_s, before.starts != now.starts || before.ends != now.ends},
        {u"place"_s, before.place != now.place},
        {u"chair"_s, before.chair != now.chair},
        {u"secretary"_s, before.secretary != now.secretary},
        {u"invited"_s, sorted(before.invited) != sorted(now.invited) || sorted(before.units) != sorted(now.units)},
        {u"guests"_s, before.guests != now.guests},
        {u"agenda"_s, bareAgenda(before.agenda) != bareAgenda(now.agenda)},
        {u"files"_s, filesOf(before) != filesOf(now)}};
    QStringList what;
    for (const auto& [key, isChanged] : changes) {
        if (isChanged) {
            what.append(key);
        }
    }
    return what;
}

const MeetingAnswer* MeetingMember::answer() const {
    return answers.isEmpty() || answers.last().isStale ? nullptr : &answers.last();
}

MeetingState Meeting::state() const {
    return cancelled.isValid() ? MeetingState::Cancelled
                               : (conclusion ? MeetingState::Concluded : MeetingState::Planned);
}

bool Meeting::isHeldBy(const QString& mailbox) const {
    return !mailbox.isEmpty() && (mailbox == by || mailbox == plan.chair || mailbox == plan.secretary);
}

const MeetingMember* Meeting::member(const QString& mailbox) const {
    const auto found = std::ranges::find(members, mailbox, &MeetingMember::mailbox);
    return found == members.end() ? nullptr : &*found;
}

bool Meeting::takesPart(const QString& mailbox) const {
    return isHeldBy(mailbox) || member(mailbox) || left.contains(mailbox);
}

QStringList Meeting::substitutesToInvite() const {
    QStringList wanted;
    for (const MeetingMember& one : members) {
        const MeetingAnswer* answer = one.answer();
        if (answer && answer->attendance == Attendance::Substitute && !isHeldBy(answer->substitute) &&
            !member(answer->substitute) && !wanted.contains(answer->substitute)) {
            wanted.append(answer->substitute);
        }
    }
    return wanted;
}

const MeetingNote* Meeting::note(int item, bool isShared) const {
    const auto found = std::ranges::find_if(
        notes, [&](const MeetingNote& one) { return one.item == item && one.isShared == isShared; });
    return found == notes.end() ? nullptr : &*found;
}

QStringList everybodyIn(const MeetingPlan& plan, const QString& by) {
    QStringList people{by, plan.chair};
    if (!plan.secretary.isEmpty()) {
        people.append(plan.secretary);
    }
    people += plan.invited;
    people.removeDuplicates();
    return people;
}

std::optional<MeetingPlan> withJoined(const MeetingPlan& plan, const QString& by, const QList<Person>& people) {
    QSet<QString> mailboxes;
    QStringList joined;
    const QStringList all = everybodyIn(plan, by);
    for (const Person& one : people) {
        mailboxes.insert(one.mailbox());
        const bool isOfUnit = !one.unit.isEmpty() && plan.units.contains(unitMailbox(one.organ, one.unit));
        if (isOfUnit && !all.contains(one.mailbox())) {
            joined.append(one.mailbox());
        }
    }
    const bool isHeld =
        mailboxes.contains(plan.chair) && (plan.secretary.isEmpty() || mailboxes.contains(plan.secretary));
    MeetingPlan wider = plan;
    wider.invited.removeIf([&](const QString& mailbox) { return !mailboxes.contains(mailbox); });
    wider.invited += joined;
    const bool hasRoom = everybodyIn(wider, by).size() <= mostMeetingPeople;
    return isHeld && hasRoom && !joined.isEmpty() ? std::optional(wider) : std::nullopt;
}

MeetingTally tallyOf(const Meeting& meeting) {
    MeetingTally tally{.invited = static_cast<int>(meeting.members.size())};
    int MeetingTally::* const counters[] = {&MeetingTally::attends, &MeetingTally::absent, &MeetingTally::substitute};
    for (const MeetingMember& member : meeting.members) {
        if (const MeetingAnswer* answer = member.answer()) {
            ++(tally.*counters[static_cast<size_t>(answer->attendance)]);
        }
    }
    return tally;
}

MeetingId meetingOf(const QString& by, const QString& nonce) {
    return MeetingId::ofName("meeting/" + by.toUtf8() + '/' + nonce.toUtf8());
}

MeetingPlan tidied(const MeetingPlan& plan) {
    MeetingPlan tidy = plan;
    tidy.subject = visibleText(plan.subject);
    tidy.text = commentText(plan.text);
    tidy.place = visibleText(plan.place);
    for (QString& guest : tidy.guests) {
        guest = visibleText(guest);
    }
    tidy.guests.removeAll(QString());
    for (AgendaItem& item : tidy.agenda) {
        item.title = visibleText(item.title);
        item.presenter = visibleText(item.presenter);
        for (MeetingFile& file : item.files) {
            file.name = visibleText(file.name).left(longestOpinionFileName);
        }
    }
    return tidy;
}

QString faultOf(const MeetingPlan& plan) {
    const bool isLong =
        std::ranges::any_of(plan.guests, [](const QString& guest) { return guest.size() > longestMeetingLine; });
    const QDateTime begin = plan.starts;
    const std::pair<const char*, bool> faults[] = {
        {"subject", !isMeetingLine(plan.subject)},
        {"text", plan.text.size() > longestMeetingText},
        {"starts", !begin.isValid()},
        {"ends", !plan.ends.isValid() || plan.ends <= begin || begin.daysTo(plan.ends) > longestMeetingDays},
        {"place", !isMeetingLine(plan.place)},
        {"chair", plan.chair.isEmpty()},
        {"invited", plan.invited.size() > mostMeetingPeople || plan.units.size() > mostMeetingUnits},
        {"guests", plan.guests.size() > mostMeetingGuests || isLong},
        {"agenda", !isGoodAgenda(plan)},
        {"files", filesOf(plan).size() > mostMeetingFiles}};
    for (const auto& [name, isFault] : faults) {
        if (isFault) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

MeetingConclusion tidied(const MeetingConclusion& conclusion) {
    MeetingConclusion tidy = conclusion;
    for (ItemText& text : tidy.texts) {
        text.text = commentText(text.text);
    }
    tidy.texts.removeIf([](const ItemText& text) { return text.text.isEmpty(); });
    for (MeetingTask& task : tidy.tasks) {
        task.text = commentText(task.text);
    }
    return tidy;
}

QString faultOf(const MeetingConclusion& conclusion) {
    const bool isLong = std::ranges::any_of(conclusion.texts,
                                            [](const ItemText& text) { return text.text.size() > longestMeetingText; });
    if (isLong || conclusion.texts.size() > mostAgendaItems + 1) {
        return u"conclusion"_s;
    }
    const bool isGood = std::ranges::all_of(conclusion.tasks, isGoodTask);
    return isGood && conclusion.tasks.size() <= mostMeetingTasks ? QString() : u"task"_s;
}

} // namespace app
