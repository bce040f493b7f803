// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/directdocument.h"

#include "app/services/delegations.h"
#include "app/services/givendocument.h"
#include "app/services/officedesk.h"
#include "app/services/reasons.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

Result<Directive> checked(const Directive& given, const QDate& today) {
    Directive directive = given;
    QSet<QString> names;
    int leads = 0;
    for (WorkShare& share : directive.shares) {
        share.to = share.to.trimmed();
        if (names.contains(share.to)) {
            return fail("assignee-twice", share.to);
        }
        names.insert(share.to);
        leads += share.role == WorkRole::Lead ? 1 : 0;
    }
    if (names.isEmpty() || names.contains(QString())) {
        return fail("assignee-missing");
    }
    if (leads > 1) {
        return fail("directive-lead-twofold");
    }
    directive.words = directive.words.trimmed();
    if (directive.words.size() > DirectDocument::longestWords) {
        return fail("directive-too-long", QString::number(directive.words.size()));
    }
    if (directive.dueDate.isValid() && directive.dueDate < today) {
        return fail("directive-date-past", directive.dueDate.toString(Qt::ISODate));
    }
    return directive;
}

/// The mailboxes among those who get a share: people, and units in which somebody is. Other names are units without
/// one.
Result<QStringList> mailboxesOf(const OfficeDesk& desk, const QList<WorkShare>& shares) {
    const auto people = desk.store().directory().people();
    if (!people) {
        return std::unexpected(people.error());
    }
    QStringList mailboxes;
    for (const WorkShare& share : shares) {
        const bool isKnown =
            std::ranges::any_of(*people, [&](const Person& person) { return isShareOf(share.to, person); });
        if (isKnown) {
            mailboxes.append(share.to);
        }
    }
    return mailboxes;
}

Result<void> write(OfficeDesk& desk, const DocumentDetail& document, const Directive& directive) {
    auto participants = mailboxesOf(desk, directive.shares);
    if (!participants) {
        return std::unexpected(participants.error());
    }
    const auto standIns = standInsOf(desk, *participants);
    if (!standIns) {
        return std::unexpected(standIns.error());
    }
    participants->append(*standIns);
    participants->prepend(desk.organ().mailbox());
    acts::Directed act{.document = document.summary.id,
                       .packetSha256 = document.packetSha256,
                       .from = document.issuer.id,
                       .received = document.received,
                       .arrivalNumber = document.summary.arrivalNumber,
                       .arrivalDate = document.arrivalDate,
                       .documentDueDate = document.summary.dueDate,
                       .directive = directive,
                       .as = directingFor(document.work, desk.acting()),
                       .paper = document.paper,
                       .task = document.task};
    const auto recorded = desk.store().record({.stream = desk.caseOf(document.summary.id),
                                               .body = std::move(act),
                                               .participants = *participants,
                                               .cites = contentsToGive(document)});
    return recorded ? Result<void>() : std::unexpected(recorded.error());
}

Result<void> toCome(const QDate& day, const QDate& today) {
    return day.isValid() && day >= today ? Result<void>() : fail("more-time-past", day.toString(Qt::ISODate));
}

Result<void> record(OfficeDesk& desk, const DocumentId& id, ActBody body) {
    const auto recorded = desk.store().record(
        {.stream = desk.caseOf(id), .body = std::move(body), .participants = {desk.organ().mailbox()}, .cites = {}});
    return recorded ? Result<void>() : std::unexpected(recorded.error());
}

Result<void> directOne(OfficeDesk& desk, const DocumentId& id, const Directive& directive, bool Actions::* action) {
    const auto document = desk.forAction(id, action);
    if (!document) {
        return std::unexpected(document.error());
    }
    const auto good = checked(directive, desk.today());
    return good ? write(desk, *document, *good) : std::unexpected(good.error());
}

} // namespace

DirectDocument::DirectDocument(OfficeDesk& desk)
    : m_desk(desk) {}

Result<void> DirectDocument::direct(const DocumentId& id, const Directive& directive) {
    return directOne(m_desk, id, directive, &Actions::canDirect);
}

QList<DirectedDocument> DirectDocument::directSeveral(const QList<DocumentId>& ids, const Directive& directive) {
    QList<DirectedDocument> results;
    for (const DocumentId& id : ids) {
        const auto done = direct(id, directive);
        results.append({.document = id, .problem = done ? Error() : done.error()});
    }
    return results;
}

Result<void> DirectDocument::present(const DocumentId& id, const QString& mailbox, const QString& words) {
    const auto person = m_desk.store().directory().person(mailbox.trimmed());
    if (!person) {
        return std::unexpected(person.error());
    }
    if (!*person) {
        return fail("presentee-unknown", mailbox);
    }
    return directOne(m_desk, id, {.words = words, .shares = {{.to = mailbox.trimmed(), .role = WorkRole::Direct}}},
                     &Actions::canPresent);
}

Result<QList<Delegation>> DirectDocument::absent(const Directive& directive) const {
    const auto holding = Delegations(m_desk).holding();
    if (!holding) {
        return std::unexpected(holding.error());
    }
    QList<Delegation> away;
    for (const WorkShare& share : directive.shares) {
        if (const auto absence = absenceOf(*holding, share.to.trimmed(), m_desk.today())) {
            away.append(*absence);
        }
    }
    return away;
}

Result<void> DirectDocument::giveBack(const DocumentId& id, const QString& reason) {
    const auto document = m_desk.forAction(id, &Actions::canGiveBackWork);
    if (!document) {
        return std::unexpected(document.error());
    }
    const auto words = checkedReason(reason);
    if (!words) {
        return std::unexpected(words.error());
    }
    return record(
        m_desk, id,
        acts::WorkGivenBack{.document = id, .reason = *words, .as = actingFor(document->work, m_desk.acting())});
}

Result<void> DirectDocument::askMoreTime(const DocumentId& id, const QDate& until, const QString& reason) {
    const auto document = m_desk.forAction(id, &Actions::canAskTime);
    if (!document) {
        return std::unexpected(document.error());
    }
    const auto words = checkedReason(reason);
    if (!words) {
        return std::unexpected(words.error());
    }
    if (const auto day = toCome(until, m_desk.today()); !day) {
        return day;
    }
    const std::optional<WorkLine> share = openShare(document->work, m_desk.acting());
    if (share && until <= share->dueDate) {
        return fail("more-time-earlier", until.toString(Qt::ISODate));
    }
    return record(
        m_desk, id,
        acts::TimeAsked{
            .document = id, .until = until, .reason = *words, .as = actingFor(document->work, m_desk.acting())});
}

Result<void> DirectDocument::answerMoreTime(const DocumentId& id, const WorkTime& answer) {
    const auto document = m_desk.forAction(id, &Actions::canAnswerTime);
    if (!document) {
        return std::unexpected(document.error());
    }
    const Person self = m_desk.acting();
    const std::optional<WorkLine> asked = askedOf(document->work, self, answer.to);
    if (!asked) {
        return fail("nobody-asks-time", answer.to);
    }
    WorkTime checked{.to = asked->to, .granted = answer.granted, .until = {}, .words = answer.words.trimmed()};
    if (answer.granted) {
        checked.until = answer.until.isValid() ? answer.until : asked->askedUntil;
        if (const auto day = toCome(checked.until, m_desk.today()); !day) {
            return day;
        }
    } else if (const auto words = checkedReason(answer.words); !words) {
        return std::unexpected(words.error());
    }
    const QString as = asked->by == self.mailbox() ? QString() : asked->by;
    return record(m_desk, id, acts::TimeAnswered{.document = id, .answer = checked, .as = as});
}

} // namespace app
