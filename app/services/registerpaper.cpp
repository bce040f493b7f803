// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/registerpaper.h"

#include "app/domain/bookentry.h"
#include "app/domain/streams.h"
#include "app/services/arrivalrules.h"
#include "app/services/bookdrawing.h"
#include "app/services/givendocument.h"
#include "app/services/officedesk.h"
#include "app/services/reasons.h"
#include "app/services/secrecyguard.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// The code of the sender, where one is given, is in the directory; its name there counts, unless the clerk wrote one.
Result<OrganRef> knownSender(OfficeDesk& desk, const OrganRef& given) {
    if (given.id.isEmpty()) {
        return given;
    }
    const auto agency = desk.store().directory().agency(given.id);
    if (!agency) {
        return std::unexpected(agency.error());
    }
    if (!*agency) {
        return fail("paper-sender-unknown", given.id.text());
    }
    return given.name.trimmed().isEmpty() ? OrganRef{.id = given.id, .name = (*agency)->name} : given;
}

/// What stands in the place of the subject of an envelope that was not opened.
const QString envelopeSubject = u"Bì thư gửi đích danh, chưa bóc"_s;

/// Whom an envelope names: a login or a mailbox of the office.
Result<QString> namedPerson(const OfficeDesk& desk, const QString& whom) {
    if (whom.isEmpty()) {
        return QString();
    }
    const QString mailbox = whom.contains(u'/') ? whom : desk.organ().text() + u'/' + whom;
    const auto person = desk.store().directory().person(mailbox);
    if (!person) {
        return std::unexpected(person.error());
    }
    return *person ? Result<QString>(mailbox) : fail("paper-envelope-person-unknown", whom);
}

/// To whom it names, and to nobody who stands in for them.
Result<void> handOver(OfficeDesk& desk, const DocumentId& id) {
    const auto document = desk.store().documents().detail(id);
    if (!document) {
        return std::unexpected(document.error());
    }
    if (!document->isUnopened() || isDirected(document->work)) {
        return {};
    }
    const QString whom = document->paper->envelopeFor;
    const acts::GivenDocument given = givenFrom(*document);
    const auto recorded = desk.store().record(
        {.stream = desk.caseOf(id),
         .body = acts::Directed{.document = id,
                                .packetSha256 = {},
                                .from = given.from,
                                .received = given.received,
                                .arrivalNumber = given.arrivalNumber,
                                .arrivalDate = given.arrivalDate,
                                .documentDueDate = given.dueDate,
                                .directive = {.words = {}, .shares = {{.to = whom, .role = WorkRole::Lead}}},
                                .paper = given.paper},
         .participants = {desk.organ().mailbox(), whom},
         .cites = contentsToGive(*document)});
    return recorded ? Result<void>() : std::unexpected(recorded.error());
}

Result<void> checkWords(const PaperEntry& entry, const QDate& today) {
    if (entry.sender.name.isEmpty()) {
        return fail("paper-sender-missing");
    }
    if (entry.subject.isEmpty() || (entry.envelopeFor.isEmpty() && entry.subject == envelopeSubject)) {
        return fail("paper-subject-missing");
    }
    if (entry.date.isValid() && entry.date > today) {
        return fail("paper-date-not-allowed", entry.date.toString(Qt::ISODate));
    }
    const QString fault = faultOf(entry);
    return fault.isEmpty() ? Result<void>() : fail("paper-entry-wrong", fault);
}

/// The stream of the book in which the document stands.
QString bookOf(const OfficeDesk& desk, const DocumentDetail& document) {
    return incomingBookStream(desk.organ(), document.arrivalDate.year());
}

} // namespace

RegisterPaper::RegisterPaper(OfficeDesk& desk)
    : m_desk(desk) {}

Result<int> RegisterPaper::expectedNumber() const {
    return expectedArrival(m_desk);
}

Result<QList<DocumentLink>> RegisterPaper::twins(const PaperEntry& entry) const {
    return m_desk.store().documents().twinsOf(tidied(entry));
}

Result<PaperEntry> RegisterPaper::checked(const PaperForm& form) {
    if (const auto open = refuseSecretHere(form.secrecy); !open) {
        return std::unexpected(open.error());
    }
    PaperEntry entry = tidied(form.entry);
    if (entry.key.isEmpty()) {
        entry.key = newPaperKey();
    }
    const auto sender = knownSender(m_desk, entry.sender);
    if (!sender) {
        return std::unexpected(sender.error());
    }
    entry.sender = *sender;
    const auto named = namedPerson(m_desk, entry.envelopeFor.trimmed());
    if (!named) {
        return std::unexpected(named.error());
    }
    entry.envelopeFor = *named;
    if (!named->isEmpty() && entry.subject.isEmpty()) {
        entry.subject = envelopeSubject;
    }
    if (auto good = checkWords(entry, m_desk.today()); !good) {
        return std::unexpected(good.error());
    }
    if (!form.scan.isEmpty()) {
        const auto stored = m_desk.store().putContentFile(form.scan);
        if (!stored) {
            return std::unexpected(stored.error());
        }
        entry.scanSha256 = *stored;
        entry.scanName = form.scanName.isEmpty() ? u"scan.pdf"_s : form.scanName;
    }
    return tidied(entry);
}

Result<RegisterPaper::Receipt> RegisterPaper::enter(const PaperForm& form, std::stop_token stop) {
    if (m_desk.person().role != Role::Clerk) {
        return fail("paper-not-clerk", m_desk.person().mailbox());
    }
    const auto day = arrivalDay(m_desk, form.arrival);
    const auto entry = day ? checked(form) : std::unexpected(day.error());
    const auto seen = entry ? twins(*entry) : std::unexpected(entry.error());
    if (!seen) {
        return std::unexpected(seen.error());
    }
    if (auto alone = checkTwin(*seen, form.despiteTwin); !alone) {
        return std::unexpected(alone.error());
    }
    const DocumentId id = documentOfPaper(entry->key);
    const auto line = [&](int number, const QDate&) -> Result<ActBody> {
        return acts::Registered{.document = id,
                                .packetSha256 = {},
                                .number = number,
                                .date = *day,
                                .documentNumber = paperNumber(*entry),
                                .sender = entry->sender.name,
                                .subject = entry->subject,
                                .dueDate = entry->dueDate,
                                .note = entry->note,
                                .paper = *entry};
    };
    const auto scan = entry->scanSha256.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{entry->scanSha256};
    const auto drawn = BookDrawing(m_desk).draw({.stream = incomingBookStream(m_desk.organ(), day->year()),
                                                 .document = id,
                                                 .cites = scan,
                                                 .line = line,
                                                 .alongside = [&](const BookEntry&) { return handOver(m_desk, id); }},
                                                std::move(stop));
    if (!drawn) {
        return std::unexpected(drawn.error());
    }
    // Whoever wrote it has seen it. That this fails must not undo what the book holds.
    (void)m_desk.store().documents().markRead(id);
    return Receipt{.document = id,
                   .arrival = {.number = drawn->number, .display = numberDisplay(drawn->number), .date = drawn->date}};
}

Result<void> RegisterPaper::correct(const DocumentId& id, const PaperForm& form, const QString& reason) {
    const auto document = m_desk.forAction(id, &Actions::canCorrect);
    if (!document) {
        return std::unexpected(document.error());
    }
    const auto words = checkedReason(reason);
    if (!words) {
        return std::unexpected(words.error());
    }
    PaperForm whole = form;
    whole.entry.key = document->paper->key;
    if (form.scan.isEmpty()) {
        whole.entry.scanSha256 = document->paper->scanSha256;
        whole.entry.scanName = document->paper->scanName;
    }
    const auto entry = checked(whole);
    if (!entry) {
        return std::unexpected(entry.error());
    }
    const bool isOpening = entry->envelopeFor.isEmpty() && gaveBack(document->work, document->paper->envelopeFor);
    if (entry->envelopeFor != document->paper->envelopeFor && !isOpening) {
        return fail("paper-envelope-not-returned", document->paper->envelopeFor);
    }
    if (paperChanges(*document->paper, *entry).isEmpty()) {
        return fail("paper-unchanged", id.text());
    }
    const bool isNewScan = entry->scanSha256 != document->paper->scanSha256;
    const auto scan = isNewScan ? QList<QByteArray>{entry->scanSha256} : QList<QByteArray>();
    const acts::PaperCorrected act{.document = id, .entry = *entry, .reason = *words};
    OfficeStore& store = m_desk.store();
    return store.together([&]() -> Result<void> {
        for (const QString& stream : {bookOf(m_desk, *document), m_desk.caseOf(id)}) {
            const auto recorded = store.record(
                {.stream = stream, .body = act, .participants = {m_desk.organ().mailbox()}, .cites = scan});
            if (!recorded) {
                return std::unexpected(recorded.error());
            }
        }
        return {};
    });
}

} // namespace app
