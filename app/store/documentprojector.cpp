// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/documentprojector.h"

#include "app/domain/person.h"
#include "app/domain/signaturelevel.h"
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/store/actphrases.h"
#include "app/store/casefold.h"
#include "app/store/clerkrows.h"
#include "app/store/documentfolders.h"
#include "app/store/documentrecord.h"
#include "app/store/numberfold.h"
#include "app/store/packetrows.h"
#include "app/store/packettrail.h"
#include "app/store/paperfold.h"
#include "app/store/recallfold.h"
#include "app/store/recallprojector.h"
#include "app/store/standingrows.h"
#include "app/store/statusprojector.h"
#include "app/store/storedact.h"
#include "app/store/taskfold.h"
#include "app/store/transaction.h"
#include "docsig/report/reportjson.h"

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// Goes through the acts of one document.
class DocumentFold {
public:
    DocumentFold(Transaction& transaction, const DocumentId& id, const Person& owner)
        : m_transaction(transaction)
        , m_owner(owner)
        , m_ownOrgan(owner.organ)
        , m_record{.detail = {.summary = {.id = id}}}
        , m_case(owner, id, std::bind_front(stoodIn, std::ref(transaction)),
                 std::bind_front(isOrWasClerks, std::ref(transaction)))
        , m_numbers(transaction, owner.organ) {}

    /// Nothing where the acts describe no document.
    std::optional<DocumentRecord> run(const QList<StoredAct>& all) {
        for (const StoredAct& stored : all) {
            if (stored.messageKind == u"edoc"_s) {
                receive(stored);
            } else if (!m_isThere) {
                receivePaper(stored);
            }
        }
        // What a directive says of it comes before what a comment says.
        for (const bool directs : {true, false}) {
            for (const StoredAct& stored : all) {
                const auto given = m_isThere ? std::nullopt : givenBy(stored.act.body);
                if (given && std::holds_alternative<acts::Directed>(stored.act.body) == directs) {
                    receiveGiven(*given, stored.stream);
                }
            }
        }
        m_numbers.prepare(all, m_record.detail.summary.id);
        for (const StoredAct& stored : all) {
            apply(stored);
        }
        if (!m_isThere) {
            return std::nullopt;
        }
        finish();
        return std::move(m_record);
    }

private:
    void receive(const StoredAct& stored) {
        const std::optional<PacketFacts> facts = factsOf(m_transaction, stored);
        DocumentDetail& detail = m_record.detail;
        DocumentSummary& summary = detail.summary;
        m_isThere = true;
        summary.incoming = true;
        summary.time = stored.time;
        detail.received = stored.time;
        detail.packetSha256 = stored.packetSha256;
        // The hub checked who sent the packet; the packet itself gives the name alone.
        detail.issuer.id = OrganId::parse(stored.packetFrom).value_or(OrganId());
        if (!facts || facts->kind != PacketFacts::Kind::Document) {
            summary.state = DocumentState::Problem;
            summary.problem = facts ? facts->problem : Error();
            summary.counterpart = stored.packetFrom;
            return;
        }
        const Arrival arrival = arrivalOf(m_transaction, stored, *facts, m_ownOrgan);
        m_isThere = arrival != Arrival::Nothing;
        m_isVersion = arrival == Arrival::Update;
        m_packet = *facts;
        showArrival(*facts, stored.packetFrom, detail);
        m_record.answers = facts->responseFor;
        m_record.renewed = renewedBy(*facts, m_isVersion, m_ownOrgan);
        m_record.matchKey = matchKey(detail.issuer.id, facts->number, facts->notation, facts->date);
    }

    /// It came on paper, and stands in the book since then.
    void receivePaper(const StoredAct& stored) {
        m_isThere = showTask(m_transaction, stored, m_ownOrgan, m_record); // or a task, and the deed that gives it
        const std::optional<PaperEntry> entry =
            m_isThere ? std::nullopt : registeredPaper(stored, m_ownOrgan, m_record.detail.summary.id);
        if (!entry) {
            return;
        }
        const auto& line = std::get<acts::Registered>(stored.act.body);
        takePaper(*entry, stored.time, line.number, line.date);
        m_book = stored.stream;
    }

    void takePaper(const PaperEntry& entry, const QDateTime& received, int number, const QDate& date) {
        showPaper(entry, m_record);
        m_isThere = true;
        m_record.detail.received = received;
        m_record.detail.summary.time = received;
        m_record.detail.summary.arrivalNumber = number;
        m_record.detail.arrivalDate = date;
    }

    /// The document came to another desk of the office, which registered it and gave this one a share of the work.
    void receiveGiven(const acts::GivenDocument& given, const QString& stream) {
        if (const auto entry = givenPaper(given, stream, m_owner, m_record.detail.summary.id)) {
            takePaper(*entry, given.received, given.arrivalNumber, given.arrivalDate);
            m_record.detail.summary.dueDate = given.dueDate;
            m_isGiven = true;
            return;
        }
        if (given.paper || documentOfPacket(given.packetSha256) != m_record.detail.summary.id) {
            return;
        }
        receive({.messageKind = u"edoc"_s,
                 .time = given.received,
                 .packetSha256 = given.packetSha256,
                 .packetFrom = given.from.text()});
        m_isThere = true;
        m_isGiven = true;
        m_isVersion = false;
        if (state() == DocumentState::Arrived) {
            state() = DocumentState::Registered;
            m_record.detail.summary.arrivalNumber = given.arrivalNumber;
            m_record.detail.arrivalDate = given.arrivalDate;
            if (given.dueDate.isValid()) {
                m_record.detail.summary.dueDate = given.dueDate;
            }
        }
    }

    void apply(const StoredAct& stored) {
        if (stored.messageKind != u"office"_s || isOutOfCase(stored, m_ownOrgan)) {
            return;
        }
        std::visit([&](const auto& act) { applyBody(act, stored); }, stored.act.body);
        if (!m_isThere) {
            return;
        }
        DocumentSummary& summary = m_record.detail.summary;
        const CaseEffect effect = m_case.apply(stored, summary);
        if (effect.ends) {
            state() = DocumentState::Answered;
            m_record.ended = stored.time;
        }
        if (effect.due) {
            summary.dueDate = *effect.due;
        }
        if (effect.counts) {
            effect.moves ? note(stored) : noteAside(stored);
            m_record.detail.history.last().as = effect.as;
            if (!effect.what.isEmpty()) {
                m_record.detail.history.last().detail = effect.what;
            }
        }
    }

    /// Notes an act in the history; where it moves the document on, its time is the document's.
    void note(const StoredAct& stored) {
        m_record.detail.history.append({.kind = actKind(stored.act.body),
                                        .by = stored.act.by,
                                        .at = stored.time,
                                        .detail = phraseOf(stored.act.body),
                                        .pending = stored.pending});
        m_record.detail.summary.pending = m_record.detail.summary.pending || stored.pending;
        if (!m_record.detail.summary.incoming) {
            m_record.detail.summary.time = stored.time;
        }
    }

    /// The same for what moves nothing on.
    void noteAside(const StoredAct& stored) {
        const QDateTime time = m_record.detail.summary.time;
        note(stored);
        m_record.detail.summary.time = time;
    }

    bool isMine(const DocumentId& id) const { return id == m_record.detail.summary.id; }
    DocumentState& state() { return m_record.detail.summary.state; }

    void revise(const QByteArray& pdf) {
        m_record.detail.pdfSha256 = pdf;
        m_record.detail.revisions.append(pdf);
    }

    template <typename Act>
    void applyBody(const Act&, const StoredAct&) {}

    void applyBody(const acts::Submitted& act, const StoredAct& stored) {
        DocumentDetail& detail = m_record.detail;
        if (detail.summary.incoming || (m_isThere && state() != DocumentState::Returned)) {
            return;
        }
        m_isThere = true;
        state() = act.initialBy.isEmpty() ? DocumentState::WaitingForSignature : DocumentState::WaitingForInitial;
        detail.initialBy = act.initialBy;
        detail.kind = act.kind;
        detail.issuer = {.id = m_ownOrgan, .name = act.organName};
        detail.superiorName = act.superiorName;
        detail.notation = act.notation;
        detail.placeName = act.placeName;
        detail.signer = act.signer;
        detail.author = stored.act.by;
        detail.receivers = act.receivers;
        detail.recipients = act.recipients;
        detail.places = act.places;
        detail.replyTo = act.replyTo;
        detail.reason.clear();
        detail.summary.subject = act.subject;
        detail.summary.kindName = factsOf(act.kind).name;
        detail.summary.urgency = act.urgency;
        detail.summary.dueDate = act.dueDate;
        m_pdfName = act.pdfName;
        revise(act.pdfSha256);
        note(stored);
    }

    void applyBody(const acts::Initialled& act, const StoredAct& stored) {
        if (state() == DocumentState::WaitingForInitial) {
            state() = DocumentState::WaitingForSignature;
            revise(act.pdfSha256);
            note(stored);
        }
    }

    void applyBody(const acts::Returned& act, const StoredAct& stored) {
        if (state() == DocumentState::WaitingForSignature || state() == DocumentState::WaitingForInitial) {
            state() = DocumentState::Returned;
            m_record.detail.reason = act.reason;
            note(stored);
        }
    }

    void applyBody(const acts::Signed& act, const StoredAct& stored) {
        if (state() == DocumentState::WaitingForSignature) {
            // The number may have come first: both orders are legal.
            state() = m_numbers.isNumbered() ? DocumentState::Numbered : DocumentState::Signed;
            revise(act.pdfSha256);
            note(stored);
        }
    }

    void applyBody(const acts::NumberDrawn& act, const StoredAct& stored) {
        if (m_isThere && !m_record.detail.summary.incoming) {
            showNumber(act.number, act.notation, act.date, m_record);
            note(stored);
        }
    }

    void applyBody(const acts::NumberAssigned& act, const StoredAct& stored) {
        if (m_numbers.assign(act, stored, m_record)) {
            note(stored);
        }
    }

    void applyBody(const acts::EntryVoided& act, const StoredAct& stored) {
        if (m_isThere && m_numbers.makeVoid(act, stored, m_record)) {
            noteAside(stored);
        }
    }

    void applyBody(const acts::Sealed& act, const StoredAct& stored) {
        if (state() == DocumentState::Numbered) {
            state() = DocumentState::Sealed;
            revise(act.pdfSha256);
            note(stored);
        } else if (m_numbers.sealVoid(stored, m_record)) {
            revise(act.pdfSha256);
            note(stored);
        }
    }

    void applyBody(const acts::EvidenceAdded& act, const StoredAct& stored) {
        DocumentDetail& detail = m_record.detail;
        if (!m_isThere) {
            return;
        }
        if (levelFromWord(act.level) >= docsig::Level::BLta) {
            // Proof that another desk made, or this one before its store was lost, is looked after, too: the queue
            // finds out until when it lasts. What is known of it already stays.
            m_transaction.change(u"INSERT OR IGNORE INTO evidence_renewal (document_id, ends, due) VALUES (?, '', ?)"_s,
                                 {detail.summary.id.text(), isoTime(stored.time)});
        }
        if (state() == DocumentState::Signed || state() == DocumentState::Numbered ||
            state() == DocumentState::Sealed) {
            // Where another revision came first, this one is of no use: the next signature brings its own evidence.
            if (act.basePdfSha256 == detail.pdfSha256) {
                revise(act.pdfSha256);
                note(stored);
            }
            return;
        }
        // What was sent or came in is never changed: the copy stands beside it. Of two copies made at the same time the
        // first stays, unless the other proves more.
        const docsig::Level level = levelFromWord(act.level);
        const bool first = detail.evidenceSha256.isEmpty() || level > detail.evidenceLevel;
        if (act.basePdfSha256 == detail.evidenceSha256 || (first && act.basePdfSha256 == detail.pdfSha256)) {
            detail.evidenceSha256 = act.pdfSha256;
            detail.evidenceLevel = level;
            noteAside(stored);
        }
    }

    void applyBody(const acts::Sent& act, const StoredAct& stored) {
        if (!isMine(act.document)) {
            // Another document that answers this one went out.
            if (act.answers && isMine(*act.answers) && state() == DocumentState::Registered) {
                state() = DocumentState::Answered;
                m_record.ended = stored.time;
                note(stored);
            }
            return;
        }
        // What went out before its desk heard that the number is void went out: its trail begins, and it can be
        // recalled.
        if (state() != DocumentState::Sealed && state() != DocumentState::Sent && state() != DocumentState::Voided) {
            return;
        }
        state() = DocumentState::Sent;
        DocumentDetail& detail = m_record.detail;
        detail.packetSha256 = act.packetSha256;
        detail.packetDocumentId = act.packetDocumentId;
        for (const OrganRef& receiver : act.receivers) {
            follow(act.packetSha256, receiver, stored);
        }
        note(stored);
    }

    /// Begins the trail of one receiver, by what is known about the packet.
    void follow(const QByteArray& packetSha256, const OrganRef& receiver, const StoredAct& stored) {
        TrailLine* line = lineOf(receiver.id);
        if (!line) {
            m_record.detail.trail.append({.receiver = receiver});
            line = &m_record.detail.trail.last();
        }
        for (TrailEvent& event : beginningOfTrail(m_transaction, packetSha256, stored.time)) {
            // A packet that goes out again after the first was taken back tells nothing new where it tells the same.
            if (statusAdvances(*line, event.code)) {
                applyEvent(*line, std::move(event));
            }
        }
    }

    TrailLine* lineOf(const OrganId& receiver) {
        QList<TrailLine>& trail = m_record.detail.trail;
        const auto known = std::ranges::find_if(trail, [&](const auto& line) { return line.receiver.id == receiver; });
        return known == trail.end() ? nullptr : &*known;
    }

    void applyBody(const acts::PaperCorrected& act, const StoredAct& stored) {
        const bool counts = m_isGiven ? correctsAfar(m_transaction, act, stored, m_case.work(), m_ownOrgan)
                                      : stored.stream == m_book; // which is the clerks'
        if (const auto changes = counts ? correctPaper(act, m_case.work(), m_record) : std::nullopt) {
            note(stored);
            m_record.detail.history.last().detail = *changes;
        }
    }

    void applyBody(const acts::Registered& act, const StoredAct& stored) {
        if (m_record.detail.paper) {
            if (stored.stream == m_book && m_record.detail.summary.arrivalNumber == act.number) {
                note(stored);
            }
            return;
        }
        if (state() == DocumentState::Arrived && m_record.detail.summary.incoming) {
            state() = DocumentState::Registered;
            m_record.detail.summary.arrivalNumber = act.number;
            m_record.detail.arrivalDate = act.date;
            if (act.dueDate.isValid()) {
                m_record.detail.summary.dueDate = act.dueDate;
            }
            note(stored);
        }
    }

    void applyBody(const acts::Refused& act, const StoredAct& stored) {
        const bool isOpen = state() == DocumentState::Arrived || state() == DocumentState::Problem;
        if (isOpen && m_record.detail.summary.incoming) {
            state() = DocumentState::Refused;
            m_record.detail.reason = act.reason;
            note(stored);
        }
    }

    void applyBody(const acts::RecallAsked& act, const StoredAct& stored) {
        if (!isMine(act.document)) {
            // The answer was taken out of the outbox: this document waits for one again.
            if (act.packetSha256.isEmpty() && state() == DocumentState::Answered) {
                state() = DocumentState::Registered;
                m_record.ended = {};
                note(stored);
            }
            return;
        }
        if (state() != DocumentState::Sent) {
            return;
        }
        bool isOut = false;
        for (const OrganRef& receiver : act.receivers) {
            if (!act.packetSha256.isEmpty()) {
                m_ours.append({receiver.id,
                               {.code = u"13"_s,
                                .time = timeAtHub(m_transaction, act.packetSha256, stored.time),
                                .reason = act.reason}});
            } else if (TrailLine* line = lineOf(receiver.id)) {
                applyEvent(*line, {.code = u"cancelled"_s, .time = stored.time, .reason = act.reason});
            }
        }
        for (const TrailLine& line : std::as_const(m_record.detail.trail)) {
            isOut = isOut || line.lastCode != u"cancelled"_s;
        }
        if (!isOut) {
            state() = DocumentState::Sealed;
        }
        note(stored);
    }

    void applyBody(const acts::Updated& act, const StoredAct& stored) {
        if (state() != DocumentState::Sent) {
            return;
        }
        for (const OrganRef& receiver : act.receivers) {
            if (!lineOf(receiver.id)) {
                follow(act.packetSha256, receiver, stored);
            } else if (!act.pdfSha256.isEmpty()) {
                m_ours.append({receiver.id,
                               {.code = u"update"_s,
                                .time = timeAtHub(m_transaction, act.packetSha256, stored.time),
                                .reason = act.reason}});
            }
        }
        if (!act.pdfSha256.isEmpty()) {
            revise(act.pdfSha256);
        }
        note(stored);
    }

    void applyBody(const acts::Superseded& act, const StoredAct& stored) {
        if (isMine(act.document)) {
            m_isSuperseded = true;
            note(stored);
        } else if (m_isThere) {
            m_record.renewed.append({DocumentLink::Kind::Replaces, DocumentReference{.local = act.document}});
            note(stored);
        }
    }

    void applyBody(const acts::ChangeAnswered& act, const StoredAct& stored) {
        const bool isOfVersion = act.change && isMine(*act.change);
        if (!m_record.detail.summary.incoming || (!isMine(act.document) && !isOfVersion)) {
            return;
        }
        note(stored);
        if (act.agreed && isMine(act.document)) {
            m_case.close();
        }
        if (m_isGiven && act.agreed && state() == DocumentState::Registered) {
            // The clerk's desk has what the sender asked; here its outcome is known alone.
            state() = act.change ? DocumentState::Replaced : DocumentState::Withdrawn;
            m_record.dropped = stored.time;
            return;
        }
        if (!isOfVersion) {
            m_answers.append({.packetSha256 = act.packetSha256,
                              .agreed = act.agreed,
                              .reason = act.reason,
                              .at = stored.sequence > 0 ? stored.time : QDateTime()});
            return;
        }
        if (!m_isVersion || state() != DocumentState::Arrived) {
            return;
        }
        m_isVersion = false;
        if (!act.agreed) {
            state() = DocumentState::Refused;
            m_record.detail.reason = act.reason;
        } else if (act.number > 0) {
            // It takes the place of the earlier version in the book, too.
            state() = DocumentState::Registered;
            m_record.detail.summary.arrivalNumber = act.number;
            m_record.detail.arrivalDate = act.date;
        }
    }

    void applyBody(const acts::Linked& act, const StoredAct& stored) {
        if (isMine(act.answer) && m_isThere) {
            DocumentReference answered;
            answered.local = act.document;
            m_linked.append(answered);
            note(stored);
        }
    }

    void finish() {
        DocumentDetail& detail = m_record.detail;
        DocumentSummary& summary = detail.summary;
        if (summary.incoming) {
            if (m_packet.kind == PacketFacts::Kind::Document) {
                applyChanges(m_transaction, m_packet, m_answers, m_isVersion, m_record);
            }
        } else {
            summary.counterpart = namesOf(detail.receivers);
            if (detail.replyTo) {
                m_record.answers.append(*detail.replyTo);
            }
            detail.contents.append({.sha256 = detail.pdfSha256,
                                    .name = m_pdfName,
                                    .mediaType = u"application/pdf"_s,
                                    .role = ContentRef::Role::Main});
            if (!detail.trail.isEmpty()) {
                finishTrail(m_transaction, m_ours, m_isSuperseded, m_record);
            }
        }
        if (summary.incoming && state() != DocumentState::Registered) {
            m_case.endWork(summary.time);
        }
        detail.work = m_case.work();
        detail.reversible = state() == DocumentState::Registered ? m_case.reversible() : QString();
        detail.comments = m_case.comments();
        m_record.mentioned = m_case.mentioned();
        summary.folder = folderOf(detail, m_owner);
        if (!detail.evidenceSha256.isEmpty()) {
            addEvidenceCopy(detail);
        }
        for (const DocumentReference& linked : std::as_const(m_linked)) {
            const bool isKnown = std::ranges::any_of(
                m_record.answers, [&](const DocumentReference& known) { return known.local == linked.local; });
            if (!isKnown) {
                m_record.answers.append(linked);
            }
        }
    }

    Transaction& m_transaction;
    const Person& m_owner;
    OrganId m_ownOrgan;
    DocumentRecord m_record;
    CaseFold m_case;
    QList<DocumentReference> m_linked;
    PacketFacts m_packet; ///< of an incoming document
    QList<ChangeAnswer> m_answers;
    QList<OwnEvent> m_ours;
    bool m_isVersion = false; ///< a new version that waits for an answer
    bool m_isSuperseded = false;
    QString m_pdfName;
    QString m_book; ///< the stream in which a document on paper stands; empty: not on paper, or not this desk's book
    bool m_isThere = false;
    bool m_isGiven = false; ///< by a desk of the own office, to which it came
    NumberFold m_numbers;
};

} // namespace

void deriveDocument(Transaction& transaction, const DocumentId& id, const Person& owner) {
    deriveDocument(transaction, id, owner, actsOf(transaction, documentKey(id)));
}

void deriveDocument(Transaction& transaction, const DocumentId& id, const Person& owner, const QList<StoredAct>& acts) {
    const std::optional<DocumentRecord> record = DocumentFold(transaction, id, owner).run(acts);
    if (record) {
        writeRecord(transaction, *record);
    } else {
        removeRecord(transaction, id);
    }
}

} // namespace app
