// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/meetingplanning.h"

#include "app/domain/streams.h"
#include "app/domain/work.h"
#include "app/services/keepfile.h"
#include "app/services/officedesk.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr int furthestMeetingDays = 366;
constexpr int usualHours = 2;

Result<void> checkTime(const MeetingPlan& plan, const MeetingPlan* before, const QDateTime& now) {
    const bool isSame = before && before->starts == plan.starts && before->ends == plan.ends;
    const bool isGood = plan.starts.isValid() && plan.ends > plan.starts &&
                        plan.starts.daysTo(plan.ends) <= longestMeetingDays &&
                        (isSame || (plan.ends > now && now.daysTo(plan.starts) <= furthestMeetingDays));
    return isGood ? Result<void>() : fail("meeting-time-wrong", plan.starts.toString(Qt::ISODate));
}

/// One sentence for each member that faultOf() finds fault with.
Result<void> checkPlanWords(const MeetingPlan& plan) {
    const QString fault = faultOf(plan);
    if (fault == u"subject"_s) {
        return fail("meeting-subject-wrong", QString::number(plan.subject.size()));
    }
    if (fault == u"text"_s) {
        return fail("meeting-text-too-long", QString::number(plan.text.size()));
    }
    if (fault == u"place"_s) {
        return fail("meeting-place-wrong", QString::number(plan.place.size()));
    }
    if (fault == u"guests"_s) {
        return fail("meeting-guest-wrong", QString::number(plan.guests.size()));
    }
    if (fault == u"files"_s) {
        return fail("meeting-files-too-many", QString::number(mostMeetingFiles));
    }
    return fault.isEmpty() ? Result<void>() : fail("meeting-agenda-wrong", fault);
}

/// The people of a unit, by its mailbox.
QStringList peopleOfUnit(const QList<Person>& people, const OrganId& office, const QString& unit) {
    QStringList found;
    for (const Person& one : people) {
        if (one.organ == office && !one.unit.isEmpty() && unitMailbox(office, one.unit) == unit) {
            found.append(one.mailbox());
        }
    }
    return found;
}

/// Who is meant by a login, a mailbox or the id of a unit; false: nobody.
bool invite(const QList<Person>& people, const OrganId& office, const QString& name, MeetingPlan& plan) {
    if (const Person* one = memberNamed(people, office, name)) {
        plan.invited.append(one->mailbox());
        return true;
    }
    const QString unit = unitMailbox(office, name.trimmed());
    const QStringList members = peopleOfUnit(people, office, unit);
    if (!members.isEmpty()) {
        plan.invited += members;
        plan.units.append(unit);
    }
    return !members.isEmpty();
}

/// Units stay invited with all who are of them now, unless somebody of one was taken off the list: then those who are
/// left are invited by name.
void keepUnits(const QList<Person>& people, const OrganId& office, const MeetingForm& form, const MeetingPlan* before,
               MeetingPlan& plan) {
    for (const QString& unit : form.units) {
        const QStringList members = peopleOfUnit(people, office, unit);
        const bool isWhole = std::ranges::all_of(members, [&](const QString& one) {
            return !before || !before->invited.contains(one) || plan.invited.contains(one) || plan.chair == one ||
                   plan.secretary == one;
        });
        if (isWhole) {
            plan.invited += members;
            plan.units.append(unit);
        }
    }
    plan.units.removeDuplicates();
}

Result<void> takePeople(const OfficeDesk& desk, const QList<Person>& people, const MeetingForm& form,
                        const MeetingPlan* before, MeetingPlan& plan) {
    const QString self = desk.person().mailbox();
    const auto one = [&](const QString& name) {
        const Person* found = memberNamed(people, desk.organ(), name);
        return found ? found->mailbox() : QString();
    };
    plan.chair = form.chair.trimmed().isEmpty() ? self : one(form.chair);
    plan.secretary = form.secretary.trimmed().isEmpty() ? QString() : one(form.secretary);
    QStringList unknown;
    if (plan.chair.isEmpty()) {
        unknown.append(form.chair);
    }
    if (plan.secretary.isEmpty() && !form.secretary.trimmed().isEmpty()) {
        unknown.append(form.secretary);
    }
    for (const QString& name : form.invited) {
        if (!invite(people, desk.organ(), name, plan)) {
            unknown.append(name);
        }
    }
    if (!unknown.isEmpty()) {
        return fail("meeting-person-unknown", unknown.first());
    }
    plan.secretary = plan.secretary == plan.chair ? QString() : plan.secretary;
    keepUnits(people, desk.organ(), form, before, plan);
    plan.invited.removeDuplicates();
    plan.invited.removeIf(
        [&](const QString& mailbox) { return mailbox == self || mailbox == plan.chair || mailbox == plan.secretary; });
    if (plan.invited.isEmpty() && plan.guests.isEmpty()) {
        return fail("meeting-members-missing");
    }
    const auto all = everybodyIn(plan, self).size();
    return all <= mostMeetingPeople ? Result<void>() : fail("meeting-members-too-many", QString::number(all));
}

Result<MeetingFile> meetingFileOf(const OfficeDesk& desk, const DocumentId& id) {
    const auto kept = keepDocument(desk, id, longestOpinionFileName);
    return kept ? Result<MeetingFile>({.name = kept->name, .sha256 = kept->sha256, .size = kept->size, .document = id})
                : std::unexpected(kept.error());
}

Result<MeetingFile> fileFrom(const OfficeDesk& desk, const QString& path) {
    const auto kept = keepFile(desk, path, longestOpinionFileName);
    return kept ? Result<MeetingFile>({.name = kept->name, .sha256 = kept->sha256, .size = kept->size})
                : std::unexpected(kept.error());
}

Result<void> addFiles(const OfficeDesk& desk, const AgendaForm& form, AgendaItem& item) {
    for (const DocumentId& id : form.documents) {
        auto file = meetingFileOf(desk, id);
        if (!file) {
            return std::unexpected(file.error());
        }
        item.files.append(*file);
    }
    for (const QString& path : form.files) {
        auto file = fileFrom(desk, path);
        if (!file) {
            return std::unexpected(file.error());
        }
        item.files.append(*file);
    }
    return {};
}

/// Items that are new get keys that none had before, as far as the plan tells.
QList<AgendaItem> agendaOf(const MeetingForm& form, const MeetingPlan* before) {
    int last = 0;
    for (const AgendaItem& item : before ? before->agenda : QList<AgendaItem>()) {
        last = qMax(last, item.key);
    }
    QList<AgendaItem> agenda;
    for (const AgendaForm& item : form.agenda) {
        const AgendaItem* known = before && item.key > 0 ? before->item(item.key) : nullptr;
        AgendaItem made{.key = known ? known->key : ++last,
                        .title = item.title,
                        .presenter = item.presenter,
                        .minutes = item.minutes};
        for (const MeetingFile& file : item.kept) {
            if (known && known->files.contains(file)) {
                made.files.append(file);
            }
        }
        agenda.append(made);
    }
    return agenda;
}

QList<QByteArray> citesOf(const MeetingPlan& plan) {
    QList<QByteArray> cites;
    for (const AgendaItem& item : plan.agenda) {
        for (const MeetingFile& file : item.files) {
            if (!cites.contains(file.sha256)) {
                cites.append(file.sha256);
            }
        }
    }
    return cites;
}

/// What was shared before, for those who come later.
void repeatShared(const Meeting& known, const MeetingPlan& plan, const QString& stream, const QString& self,
                  QList<Deed>& deeds) {
    for (const MeetingNote& note : known.notes) {
        if (note.isShared && (note.item == 0 || plan.item(note.item))) {
            deeds.append({.stream = stream,
                          .body = acts::MeetingNoted{.meeting = known.id, .item = note.item, .text = note.text},
                          .participants = {self},
                          .cites = {}});
        }
    }
    for (const MeetingDocument& paper : known.documents) {
        deeds.append(
            {.stream = stream,
             .body = acts::MeetingPaperNamed{.meeting = known.id, .paper = paper.document, .what = paper.paper},
             .participants = {self},
             .cites = {}});
    }
}

} // namespace

const Person* memberNamed(const QList<Person>& people, const OrganId& office, const QString& name) {
    const QString wanted = name.trimmed();
    const auto found = std::ranges::find_if(people, [&](const Person& one) {
        return one.organ == office && (one.mailbox() == wanted || one.login == wanted);
    });
    return found == people.end() ? nullptr : &*found;
}

Result<MeetingPlan> checkedPlan(const OfficeDesk& desk, const MeetingForm& form, const MeetingPlan* before) {
    MeetingPlan plan{.subject = form.subject,
                     .text = form.text,
                     .starts = form.starts.toUTC(),
                     .ends = (form.ends.isValid() ? form.ends : form.starts.addSecs(usualHours * 3600)).toUTC(),
                     .place = form.place,
                     .guests = form.guests,
                     .agenda = agendaOf(form, before)};
    plan = tidied(plan);
    if (auto time = checkTime(plan, before, desk.now()); !time) {
        return std::unexpected(time.error());
    }
    const auto people = desk.store().directory().people();
    const auto taken = people ? takePeople(desk, *people, form, before, plan) : std::unexpected(people.error());
    if (!taken) {
        return std::unexpected(taken.error());
    }
    if (auto words = checkPlanWords(plan); !words) {
        return std::unexpected(words.error());
    }
    for (qsizetype index = 0; index < plan.agenda.size(); ++index) {
        if (auto added = addFiles(desk, form.agenda.at(index), plan.agenda[index]); !added) {
            return std::unexpected(added.error());
        }
    }
    const auto words = checkPlanWords(plan);
    return words ? Result<MeetingPlan>(plan) : std::unexpected(words.error());
}

QList<Deed> deedsOf(const OfficeDesk& desk, const acts::MeetingPlanned& act, const Meeting* known) {
    const QString self = desk.person().mailbox();
    const QStringList all = everybodyIn(act.plan, self);
    QStringList gone = known ? everybodyIn(known->plan, known->by) : QStringList();
    gone.removeIf([&](const QString& mailbox) { return all.contains(mailbox); });
    const QString stream = known && gone.isEmpty() ? known->stream : freshMeetingStream(desk.organ());
    QList<Deed> deeds{{.stream = stream, .body = act, .participants = all, .cites = citesOf(act.plan)}};
    if (known && !gone.isEmpty()) {
        repeatShared(*known, act.plan, stream, self, deeds);
        deeds.append({.stream = known->stream,
                      .body = acts::MeetingLeft{.meeting = known->id, .members = gone},
                      .participants = {self},
                      .cites = {}});
    }
    return deeds;
}

} // namespace app
