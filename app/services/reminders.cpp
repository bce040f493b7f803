// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/reminders.h"

#include "app/domain/delegation.h"
#include "app/domain/vietnamtime.h"
#include "app/services/dutyappending.h"
#include "app/services/givendocument.h"
#include "app/services/officedesk.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

// A setting: the time of the newest reminder that was shown.
const QString toldKey = u"reminders-told"_s;

bool isMailboxOf(const QString& mailbox, const OrganId& office) {
    return isPersonOf(mailbox, office) || mailbox.startsWith(unitMailbox(office, {}));
}

/// Who gave that piece of work.
QString giverOf(const DocumentDetail& document, const QString& holder) {
    const auto line =
        std::ranges::find_if(document.work, [&](const WorkLine& one) { return one.isOpen() && one.to == holder; });
    return line == document.work.end() ? QString() : line->by;
}

/// A clerk has it by the office's mailbox; whoever takes part has it already.
bool mustJoin(const DocumentDetail& document, const Person& person) {
    return person.role != Role::Clerk && !takesPartIn(document.work, person) &&
           !gaveShare(document.work, person.mailbox(), false);
}

} // namespace

Reminders::Reminders(OfficeDesk& desk)
    : m_desk(desk) {}

Result<ReminderDays> Reminders::days() const {
    const auto set = m_desk.store().duties().officeDays();
    return set ? Result<ReminderDays>(set->value_or(usualReminderDays())) : std::unexpected(set.error());
}

Result<void> Reminders::setDays(const std::optional<ReminderDays>& days) {
    if (m_desk.person().role != Role::Clerk) {
        return fail("reminder-days-not-yours", roleKey(m_desk.person().role));
    }
    const auto wanted = readReminderDays(writeReminderDays(days.value_or(usualReminderDays()))); // in order
    if (!wanted) {
        return fail("reminder-days-wrong");
    }
    for (int round = 0; round < mostDutyRounds; ++round) {
        const auto set = appendDuty(m_desk, acts::ReminderDaysSet{.days = *wanted});
        if (!set) {
            return std::unexpected(set.error());
        }
        if (*set) {
            return {};
        }
    }
    return fail("reminder-days-busy");
}

Result<QList<ReminderView>> Reminders::mine() const {
    return m_desk.store().duties().forOwner();
}

Result<QList<ReminderView>> Reminders::takeNew() {
    SettingsRepository& settings = m_desk.store().settings();
    const auto until = settings.value(toldKey);
    auto all = until ? mine() : std::unexpected(until.error());
    if (!all) {
        return all;
    }
    all->removeIf([&](const ReminderView& one) { return isoTime(one.reminder.at) <= *until; });
    if (!all->isEmpty()) {
        const auto newest = std::ranges::max_element(*all, {}, [](const auto& one) { return one.reminder.at; });
        if (auto noted = settings.set(toldKey, isoTime(newest->reminder.at)); !noted) {
            return std::unexpected(noted.error());
        }
    }
    return all;
}

Result<int> Reminders::tell() {
    const auto table = days();
    if (!table) {
        return std::unexpected(table.error());
    }
    const auto shares = m_desk.store().duties().dueShares(furthestDue(*table, m_desk.today()));
    if (!shares) {
        return std::unexpected(shares.error());
    }
    int written = 0;
    for (const DueShare& share : *shares) {
        const auto reminders = missing(share, *table);
        if (!reminders) {
            return std::unexpected(reminders.error());
        }
        for (const Reminder& reminder : *reminders) {
            if (auto recorded = record(reminder); !recorded) {
                return std::unexpected(recorded.error());
            }
            ++written;
        }
        if (written >= mostAtOnce) {
            break;
        }
    }
    return written;
}

Result<QList<Reminder>> Reminders::missing(const DueShare& share, const ReminderDays& days) const {
    const QList<ReminderStep> steps = reminderSteps(days, share.due, m_desk.today());
    if (steps.isEmpty()) {
        return QList<Reminder>();
    }
    OfficeStore& store = m_desk.store();
    const auto told = store.duties().told(share.document);
    const auto people = told ? store.directory().people() : std::unexpected(told.error());
    const auto away = people ? store.standing().all() : std::unexpected(people.error());
    const auto document = away ? store.documents().detail(share.document) : std::unexpected(away.error());
    if (!document) {
        return std::unexpected(document.error());
    }
    if (document->isUnopened()) {
        return QList<Reminder>();
    }
    QList<Reminder> found;
    for (const ReminderStep& step : steps) {
        QStringList recipients;
        if (step.stage == ReminderStage::Escalated) {
            recipients = headsOf(share.holder, giverOf(*document, share.holder), *people);
        } else if (isMailboxOf(share.holder, m_desk.organ())) {
            recipients.append(share.holder);
            const auto absence = absenceOf(*away, share.holder, m_desk.today());
            if (absence && !absence->to.isEmpty() && share.role <= WorkRole::Lead) {
                recipients.append(absence->to);
            }
        }
        for (const QString& to : std::as_const(recipients)) {
            const Reminder reminder{
                .document = share.document, .to = to, .holder = share.holder, .due = share.due, .step = step};
            if (std::ranges::none_of(*told, [&](const Reminder& one) { return one.isSame(reminder); })) {
                found.append(reminder);
            }
        }
    }
    return found;
}

Result<void> Reminders::record(const Reminder& reminder) {
    OfficeStore& store = m_desk.store();
    const auto document = store.documents().detail(reminder.document);
    const auto person = document ? store.directory().person(reminder.to) : std::unexpected(document.error());
    if (!person) {
        return std::unexpected(person.error());
    }
    const bool joins = *person && mustJoin(*document, **person);
    QStringList participants{m_desk.organ().mailbox()};
    if (joins) {
        participants.append(reminder.to);
    }
    const auto recorded = store.record({.stream = m_desk.caseOf(reminder.document),
                                        .body = acts::Reminded{.document = reminder.document,
                                                               .to = reminder.to,
                                                               .holder = reminder.holder,
                                                               .due = reminder.due,
                                                               .step = reminder.step,
                                                               .given = givenFrom(*document)},
                                        .participants = participants,
                                        .cites = joins ? contentsToGive(*document) : QList<QByteArray>()});
    return recorded ? Result<void>() : std::unexpected(recorded.error());
}

} // namespace app
