// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/delegations.h"

#include "app/domain/comment.h"
#include "app/domain/streams.h"
#include "app/services/givendocument.h"
#include "app/services/officedesk.h"
#include "app/services/opinions.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qsizetype mostParticipants = 200; // of one message; the server takes no more

Result<DelegationForm> checkedDays(DelegationForm form, const QDate& today) {
    form.from = form.from.isValid() ? form.from : today;
    if (!form.until.isValid() || form.until < form.from) {
        return fail("delegation-days-wrong", form.until.toString(Qt::ISODate));
    }
    if (form.from < today) {
        return fail("delegation-past", form.from.toString(Qt::ISODate));
    }
    if (form.from.daysTo(form.until) >= longestDelegation) {
        return fail("delegation-too-long", QString::number(form.from.daysTo(form.until) + 1));
    }
    form.words = commentText(form.words);
    if (form.words.size() > longestDelegationWords) {
        return fail("delegation-words-too-long", QString::number(form.words.size()));
    }
    return form;
}

/// The mailbox of who stands in; empty where nobody does.
Result<QString> checkedDelegate(const OfficeDesk& desk, const QString& name) {
    const QString wanted = name.trimmed();
    if (wanted.isEmpty()) {
        return QString();
    }
    const QString mailbox = wanted.contains(u'/') ? wanted : desk.organ().text() + u'/' + wanted;
    if (mailbox == desk.person().mailbox()) {
        return fail("delegation-to-oneself");
    }
    const auto person = desk.store().directory().person(mailbox);
    if (!person) {
        return std::unexpected(person.error());
    }
    return *person ? Result<QString>(mailbox) : fail("delegate-unknown", wanted);
}

/// What that person has to direct or to lead, and what they gave to others and may be asked about.
bool isTheirs(const DocumentDetail& document, const QString& mailbox) {
    return std::ranges::any_of(document.work,
                               [&](const WorkLine& line) {
                                   return line.isOpen() && line.to == mailbox && line.role <= WorkRole::Lead;
                               }) ||
           gaveShare(document.work, mailbox, true);
}

Result<void> bring(OfficeDesk& desk, const DocumentId& id, const QString& to) {
    const auto document = desk.store().documents().detail(id);
    if (!document) {
        return std::unexpected(document.error());
    }
    if (document->isUnopened() || !isTheirs(*document, desk.person().mailbox())) {
        return {};
    }
    const auto recorded =
        desk.store().record({.stream = desk.caseOf(id),
                             .body = acts::StandInBrought{.document = id, .to = to, .given = givenFrom(*document)},
                             .participants = {desk.organ().mailbox(), to},
                             .cites = contentsToGive(*document)});
    return recorded ? Result<void>() : std::unexpected(recorded.error());
}

} // namespace

Delegations::Delegations(OfficeDesk& desk)
    : m_desk(desk) {}

QDate Delegations::today() const {
    return m_desk.today();
}

Result<QString> Delegations::delegate(const DelegationForm& form) {
    const auto checked = checkedDays(form, m_desk.today());
    if (!checked) {
        return std::unexpected(checked.error());
    }
    const auto to = checkedDelegate(m_desk, checked->to);
    const auto known = to ? open() : std::unexpected(to.error());
    if (!known) {
        return std::unexpected(known.error());
    }
    Delegation wanted{.id = {},
                      .by = m_desk.person().mailbox(),
                      .to = *to,
                      .from = checked->from,
                      .until = checked->until,
                      .words = checked->words};
    for (const Delegation& other : *known) {
        if (other.by == wanted.by && other.from <= wanted.until && wanted.from <= other.until) {
            return fail("delegation-overlaps", other.from.toString(Qt::ISODate));
        }
    }
    auto participants = peopleToTell(m_desk, wanted.to);
    if (!participants) {
        return std::unexpected(participants.error());
    }
    return m_desk.store().together([&]() -> Result<QString> {
        const auto act = m_desk.store().record(
            {.stream = standingStream(m_desk.organ()),
             .body =
                 acts::Delegated{.to = wanted.to, .from = wanted.from, .until = wanted.until, .words = wanted.words},
             .participants = *participants,
             .cites = {}});
        if (!act) {
            return std::unexpected(act.error());
        }
        if (const auto asked = wanted.to.isEmpty() ? Result<void>() : Opinions(m_desk).bring(wanted.to); !asked) {
            return std::unexpected(asked.error());
        }
        const auto brought = bringInto(wanted);
        return brought ? Result<QString>(act->id) : std::unexpected(brought.error());
    });
}

Result<void> Delegations::bringInto(const Delegation& delegation) {
    const auto person = m_desk.store().directory().person(delegation.to);
    if (!person) {
        return std::unexpected(person.error());
    }
    // A clerk is in every case by the office's mailbox, and keeps the say that clerks have.
    if (!*person || (*person)->role == Role::Clerk) {
        return {};
    }
    for (const Folder folder : {Folder::ToDirect, Folder::ToHandle, Folder::Following}) {
        const auto documents = m_desk.store().documents().page({.folder = folder}, m_desk.today(), 0);
        if (!documents) {
            return std::unexpected(documents.error());
        }
        for (const DocumentSummary& summary : documents->rows) {
            if (auto brought = bring(m_desk, summary.id, delegation.to); !brought) {
                return brought;
            }
        }
    }
    return {};
}

Result<void> Delegations::end(const QString& id) {
    const auto known = open();
    if (!known) {
        return std::unexpected(known.error());
    }
    const QString self = m_desk.person().mailbox();
    const auto wanted = std::ranges::find_if(
        *known, [&](const Delegation& one) { return one.by == self && (id.isEmpty() || one.id == id); });
    if (wanted == known->end()) {
        return fail("delegation-unknown", id);
    }
    const auto participants = peopleToTell(m_desk);
    if (!participants) {
        return std::unexpected(participants.error());
    }
    const auto act = m_desk.store().record({.stream = standingStream(m_desk.organ()),
                                            .body = acts::DelegationEnded{.delegation = wanted->id},
                                            .participants = *participants,
                                            .cites = {}});
    return act ? Result<void>() : std::unexpected(act.error());
}

Result<QList<Delegation>> Delegations::open() const {
    auto all = m_desk.store().standing().all();
    if (all) {
        all->removeIf([today = m_desk.today()](const Delegation& one) { return !one.isOpenOn(today); });
        std::ranges::stable_sort(*all, {}, &Delegation::from);
    }
    return all;
}

Result<QList<Delegation>> Delegations::holding() const {
    auto known = open();
    if (known) {
        known->removeIf([today = m_desk.today()](const Delegation& one) { return !one.holdsOn(today); });
    }
    return known;
}

Result<void> Delegations::settle() {
    const auto looked = m_desk.store().refreshStanding(m_desk.today());
    if (!looked) {
        return std::unexpected(looked.error());
    }
    return m_desk.person().role == Role::Clerk ? tellNewcomers() : Result<void>();
}

Result<void> Delegations::tellNewcomers() {
    const auto known = m_desk.store().standing().participants();
    if (!known) {
        return std::unexpected(known.error());
    }
    if (known->isEmpty()) {
        return {}; // nobody was ever away
    }
    const auto joining = peopleToTell(m_desk);
    if (!joining) {
        return std::unexpected(joining.error());
    }
    const bool isNew = std::ranges::any_of(*joining, [&](const QString& mailbox) {
        return !known->contains(mailbox) && mailbox != m_desk.person().mailbox();
    });
    if (!isNew) {
        return {};
    }
    const auto act = m_desk.store().record({.stream = standingStream(m_desk.organ()),
                                            .body = acts::StandingShared{},
                                            .participants = *joining,
                                            .cites = {}});
    return act ? Result<void>() : std::unexpected(act.error());
}

Result<QStringList> peopleToTell(const OfficeDesk& desk, const QString& first) {
    const auto people = desk.store().directory().people();
    const auto known = desk.store().standing().participants();
    if (!people || !known) {
        return std::unexpected(people ? known.error() : people.error());
    }
    QStringList joining{desk.organ().mailbox(), desk.person().mailbox()};
    if (!first.isEmpty()) {
        joining.append(first);
    }
    for (const Person& person : *people) {
        if (joining.size() < mostParticipants && !known->contains(person.mailbox()) &&
            !joining.contains(person.mailbox())) {
            joining.append(person.mailbox());
        }
    }
    return joining;
}

Result<QStringList> standInsOf(const OfficeDesk& desk, const QStringList& mailboxes) {
    const auto all = desk.store().standing().all();
    if (!all) {
        return std::unexpected(all.error());
    }
    QStringList found;
    for (const Delegation& known : *all) {
        if (known.to.isEmpty() || !known.isOpenOn(desk.today()) || !mailboxes.contains(known.by)) {
            continue;
        }
        // The server takes nobody who has left the office; a clerk is in every case by the office's mailbox.
        const auto person = desk.store().directory().person(known.to);
        if (!person) {
            return std::unexpected(person.error());
        }
        if (*person && (*person)->role != Role::Clerk && !mailboxes.contains(known.to) && !found.contains(known.to)) {
            found.append(known.to);
        }
    }
    return found;
}

} // namespace app
