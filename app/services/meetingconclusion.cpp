// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/meetingconclusion.h"

#include "app/domain/comment.h"
#include "app/domain/paperentry.h"
#include "app/services/meetingplanning.h"
#include "app/services/officedesk.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr int furthestTaskDays = 3660;

/// The mailbox of a person, or of a unit in which somebody is; empty: neither.
QString holderNamed(const QList<Person>& people, const OrganId& office, const QString& name) {
    if (const Person* one = memberNamed(people, office, name)) {
        return one->mailbox();
    }
    const QString wanted = name.trimmed();
    const bool isUnit = !wanted.isEmpty() && std::ranges::any_of(people, [&](const Person& one) {
        return one.organ == office && !one.unit.isEmpty() &&
               (one.unit == wanted || unitMailbox(office, one.unit) == wanted);
    });
    const QString prefix = unitMailbox(office, {});
    return isUnit ? (wanted.startsWith(prefix) ? wanted : prefix + wanted) : QString();
}

Result<MeetingTask> checkedTask(const OfficeDesk& desk, const QList<Person>& people, const TaskForm& form) {
    MeetingTask task{.document = DocumentId::create(), .text = commentText(form.text), .due = form.due};
    if (task.text.isEmpty() || task.text.size() > longestTaskText) {
        return fail("meeting-task-words-wrong", QString::number(task.text.size()));
    }
    if (!form.due.isValid() || form.due < desk.today() || desk.today().daysTo(form.due) > furthestTaskDays) {
        return fail("meeting-task-day-wrong", form.due.toString(Qt::ISODate));
    }
    for (const QString& name : QStringList{form.lead} + form.supports) {
        const QString holder = holderNamed(people, desk.organ(), name);
        if (holder.isEmpty()) {
            return fail("meeting-task-lead-unknown", name);
        }
        if (task.lead.isEmpty()) {
            task.lead = holder;
        } else if (holder != task.lead && !task.supports.contains(holder)) {
            task.supports.append(holder);
        }
    }
    return task;
}

Result<QList<ItemText>> checkedTexts(const Meeting& meeting, const ConclusionForm& form) {
    QList<ItemText> texts;
    for (const ItemText& text : form.texts) {
        if (text.item != 0 && !meeting.plan.item(text.item)) {
            return fail("meeting-item-unknown", QString::number(text.item));
        }
        const QString words = commentText(text.text);
        if (words.size() > longestMeetingText) {
            return fail("meeting-conclusion-too-long", QString::number(words.size()));
        }
        if (!words.isEmpty()) {
            texts.append({.item = text.item, .text = words});
        }
    }
    return texts;
}

/// The deed that gives a task, in the case of the document that its key names.
Deed deedOf(const OfficeDesk& desk, const QList<Person>& people, const Meeting& meeting, const MeetingTask& task,
            const QByteArray& key) {
    acts::Directed act{.document = task.document, .packetSha256 = {}};
    act.from = desk.organ();
    act.task = TaskEntry{.key = key,
                         .meeting = meeting.id,
                         .subject = meeting.plan.subject,
                         .by = desk.person().mailbox(),
                         .at = desk.now(),
                         .text = task.text,
                         .due = task.due};
    act.received = act.task->at;
    act.directive = {.dueDate = task.due, .shares = {{.to = task.lead, .role = WorkRole::Lead}}};
    for (const QString& support : task.supports) {
        act.directive.shares.append({.to = support, .role = WorkRole::Support});
    }
    // Those who hold the meeting see what becomes of it; the office's mailbox, as of all that is followed up.
    QStringList participants{desk.organ().mailbox(), task.lead};
    participants += task.supports;
    for (const QString& holder : {meeting.by, meeting.plan.secretary}) {
        if (memberNamed(people, desk.organ(), holder)) { // and is of the office still
            participants.append(holder);
        }
    }
    participants.removeDuplicates();
    return {.stream = desk.caseOf(task.document), .body = act, .participants = participants, .cites = {}};
}

} // namespace

Result<acts::MeetingConcluded> checkedConclusion(const OfficeDesk& desk, const Meeting& meeting,
                                                 const ConclusionForm& form, bool isFinal) {
    const auto people = desk.store().directory().people();
    const auto texts = people ? checkedTexts(meeting, form) : std::unexpected(people.error());
    if (!texts) {
        return std::unexpected(texts.error());
    }
    if (form.tasks.size() > mostMeetingTasks) {
        return fail("meeting-tasks-too-many", QString::number(form.tasks.size()));
    }
    acts::MeetingConcluded act{.meeting = meeting.id, .isFinal = isFinal, .texts = *texts};
    for (const TaskForm& one : form.tasks) {
        auto task = checkedTask(desk, *people, one);
        if (!task) {
            return std::unexpected(task.error());
        }
        act.tasks.append(*task);
    }
    return act;
}

Result<QList<Deed>> deedsOf(const OfficeDesk& desk, const Meeting& meeting, const acts::MeetingConcluded& act) {
    const auto people = desk.store().directory().people();
    if (!people) {
        return std::unexpected(people.error());
    }
    acts::MeetingConcluded written = act;
    QList<Deed> given;
    for (MeetingTask& task : written.tasks) {
        const QByteArray key = newPaperKey();
        task.document = documentOfTask(key);
        given.append(deedOf(desk, *people, meeting, task, key));
    }
    const Deed end{.stream = meeting.stream, .body = written, .participants = {desk.person().mailbox()}, .cites = {}};
    return given + QList<Deed>{end}; // each case is opened before all invited learn of its name
}

} // namespace app
