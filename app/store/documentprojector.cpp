// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/documentprojector.h"

#include "app/domain/bookentry.h"
#include "app/domain/signaturelevel.h"
#include "app/domain/vietnamtime.h"
#include "app/store/documentrecord.h"
#include "app/store/packetrows.h"
#include "app/store/statusprojector.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"
#include "docsig/report/reportjson.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

Folder folderOf(DocumentState state) {
    switch (state) {
    case DocumentState::Draft:
    case DocumentState::Returned:
        return Folder::Drafts;
    case DocumentState::WaitingForInitial:
    case DocumentState::WaitingForSignature:
        return Folder::ToSign;
    case DocumentState::Signed:
    case DocumentState::Numbered:
    case DocumentState::Sealed:
        return Folder::ToIssue;
    case DocumentState::Sent:
        return Folder::Issued;
    case DocumentState::Arrived:
    case DocumentState::Problem:
        return Folder::ToAccept;
    case DocumentState::Registered:
        return Folder::ToHandle;
    case DocumentState::Refused:
    case DocumentState::Answered:
        return Folder::Done;
    }
    return Folder::Done;
}

QString namesOf(const QList<OrganRef>& organs) {
    QStringList names;
    for (const OrganRef& organ : organs) {
        names.append(organ.name.isEmpty() ? organ.id.text() : organ.name);
    }
    return names.join(u", "_s);
}

/// What an act says in one phrase, for the history.
QString phraseOf(const ActBody& body) {
    if (const auto* act = std::get_if<acts::Returned>(&body)) {
        return act->reason;
    }
    if (const auto* act = std::get_if<acts::Signed>(&body)) {
        return act->signerName;
    }
    if (const auto* act = std::get_if<acts::Initialled>(&body)) {
        return act->signerName;
    }
    if (const auto* act = std::get_if<acts::NumberDrawn>(&body)) {
        return numberDisplay(act->number, act->notation);
    }
    if (const auto* act = std::get_if<acts::NumberAssigned>(&body)) {
        return numberDisplay(act->number, act->notation);
    }
    if (const auto* act = std::get_if<acts::Sealed>(&body)) {
        return act->sealName;
    }
    if (const auto* act = std::get_if<acts::EvidenceAdded>(&body)) {
        return act->level;
    }
    if (const auto* act = std::get_if<acts::Sent>(&body)) {
        return namesOf(act->receivers);
    }
    if (const auto* act = std::get_if<acts::Registered>(&body)) {
        return numberDisplay(act->number);
    }
    if (const auto* act = std::get_if<acts::Refused>(&body)) {
        return act->reason;
    }
    return {};
}

/// Goes through the acts of one document.
class DocumentFold {
public:
    DocumentFold(Transaction& transaction, const DocumentId& id, const OrganId& ownOrgan)
        : m_transaction(transaction)
        , m_ownOrgan(ownOrgan)
        , m_record{.detail = {.summary = {.id = id}}, .matchKey = {}, .answers = {}} {}

    /// Nothing where the acts describe no document.
    std::optional<DocumentRecord> run() {
        const QList<StoredAct> all = actsOf(m_transaction, documentKey(m_record.detail.summary.id));
        for (const StoredAct& stored : all) {
            if (stored.messageKind == u"edoc"_s) {
                receive(stored);
            }
        }
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
        const std::optional<PacketFacts> facts = packetFacts(m_transaction, stored.packetSha256);
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
        summary.state = DocumentState::Arrived;
        detail.issuer.name = facts->from.name;
        detail.packetDocumentId = facts->packetDocumentId;
        detail.numberText = facts->number;
        detail.notation = facts->notation;
        detail.date = facts->date;
        detail.dateText = facts->dateText;
        detail.placeName = facts->placeName;
        detail.kind = kindFromName(facts->kindName).value_or(DocumentKind::Imported);
        detail.signer = facts->signer;
        detail.receivers = facts->receivers;
        detail.recipients = facts->recipients;
        detail.contents = facts->contents;
        detail.packetFindings = facts->findings;
        for (const ContentRef& content : facts->contents) {
            if (content.role == ContentRef::Role::Main && detail.pdfSha256.isEmpty()) {
                detail.pdfSha256 = content.sha256;
            }
        }
        summary.kindName = facts->kindName;
        summary.subject = facts->subject;
        summary.urgency = facts->urgency;
        summary.dueDate = facts->dueDate;
        summary.counterpart = facts->from.name.isEmpty() ? stored.packetFrom : facts->from.name;
        summary.number = facts->notation.isEmpty() ? facts->number : facts->number + u'/' + facts->notation;
        m_record.answers = facts->responseFor;
        m_record.matchKey = matchKey(detail.issuer.id, facts->number, facts->notation, facts->date);
    }

    void apply(const StoredAct& stored) {
        if (stored.messageKind != u"office"_s) {
            return;
        }
        std::visit([&](const auto& act) { applyBody(act, stored); }, stored.act.body);
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
            state() = m_isNumbered ? DocumentState::Numbered : DocumentState::Signed;
            revise(act.pdfSha256);
            note(stored);
        }
    }

    void applyBody(const acts::NumberDrawn& act, const StoredAct& stored) {
        if (m_isThere && !m_record.detail.summary.incoming) {
            setNumber(act.number, act.notation, act.date);
            note(stored);
        }
    }

    void applyBody(const acts::NumberAssigned& act, const StoredAct& stored) {
        if (state() == DocumentState::Signed || state() == DocumentState::WaitingForSignature) {
            setNumber(act.number, act.notation, act.date);
            m_isNumbered = true;
            if (state() == DocumentState::Signed) {
                state() = DocumentState::Numbered;
            }
            revise(act.pdfSha256);
            note(stored);
        }
    }

    void applyBody(const acts::Sealed& act, const StoredAct& stored) {
        if (state() == DocumentState::Numbered) {
            state() = DocumentState::Sealed;
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
            const QDateTime time = detail.summary.time;
            note(stored);
            detail.summary.time = time; // it moves nothing on
        }
    }

    void applyBody(const acts::Sent& act, const StoredAct& stored) {
        if (!isMine(act.document)) {
            // Another document that answers this one went out.
            if (act.answers && isMine(*act.answers) && state() == DocumentState::Registered) {
                state() = DocumentState::Answered;
                note(stored);
            }
            return;
        }
        if (state() != DocumentState::Sealed && state() != DocumentState::Sent) {
            return;
        }
        state() = DocumentState::Sent;
        DocumentDetail& detail = m_record.detail;
        detail.packetSha256 = act.packetSha256;
        detail.packetDocumentId = act.packetDocumentId;
        for (const OrganRef& receiver : act.receivers) {
            follow(act, receiver, stored);
        }
        note(stored);
    }

    /// Begins the trail of one receiver, by what is known about the packet.
    void follow(const acts::Sent& act, const OrganRef& receiver, const StoredAct& stored) {
        TrailLine line{.receiver = receiver};
        applyEvent(line, {.code = u"queued"_s, .time = stored.time});
        const QString sha256 = QString::fromLatin1(act.packetSha256);
        Rows message = m_transaction.query(u"SELECT time FROM message WHERE stream = ? ORDER BY sequence LIMIT 1"_s,
                                           {QString(u"packet/"_s + sha256)});
        if (message.next()) {
            applyEvent(line, {.code = u"sent"_s, .time = parseIsoTime(message.text(0))});
        } else {
            Rows queued = m_transaction.query(
                u"SELECT state, error_code, receipt FROM outbox WHERE kind = 'packet' AND sha256 = ?"_s, {sha256});
            if (queued.next()) {
                const QString word = queued.text(0);
                if (word == u"done"_s) {
                    applyEvent(line, {.code = u"sent"_s, .time = stored.time});
                } else if (word == u"uncertain"_s || word == u"failed"_s) {
                    applyEvent(line, {.code = word, .time = stored.time, .reason = queued.text(1)});
                }
            }
        }
        QList<TrailLine>& trail = m_record.detail.trail;
        const auto known =
            std::ranges::find_if(trail, [&](const TrailLine& other) { return other.receiver.id == receiver.id; });
        if (known == trail.end()) {
            trail.append(line);
        }
    }

    void applyBody(const acts::Registered& act, const StoredAct& stored) {
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

    void applyBody(const acts::Linked& act, const StoredAct& stored) {
        if (isMine(act.answer) && m_isThere) {
            DocumentReference answered;
            answered.local = act.document;
            m_linked.append(answered);
            note(stored);
        }
    }

    void setNumber(int number, const QString& notation, const QDate& date) {
        DocumentDetail& detail = m_record.detail;
        detail.number = number;
        detail.numberText = numberDisplay(number);
        detail.notation = notation;
        detail.date = date;
        detail.summary.number = numberDisplay(number, notation);
        m_record.matchKey = matchKey(m_ownOrgan, detail.numberText, notation, date);
    }

    void finish() {
        DocumentDetail& detail = m_record.detail;
        DocumentSummary& summary = detail.summary;
        summary.folder = folderOf(summary.state);
        if (!summary.incoming) {
            summary.counterpart = namesOf(detail.receivers);
            if (detail.replyTo) {
                m_record.answers.append(*detail.replyTo);
            }
            detail.contents.append({.sha256 = detail.pdfSha256,
                                    .name = m_pdfName,
                                    .mediaType = u"application/pdf"_s,
                                    .role = ContentRef::Role::Main});
            if (!detail.trail.isEmpty()) {
                applyStatuses(m_transaction, detail.packetDocumentId, m_record.matchKey, detail.trail);
                detail.receivers.clear();
                for (const TrailLine& line : std::as_const(detail.trail)) {
                    detail.receivers.append(line.receiver);
                }
                summary.counterpart = namesOf(detail.receivers);
            }
        }
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

    /// Named after the main file and its level: "quyet-dinh.B-LTA.pdf".
    static void addEvidenceCopy(DocumentDetail& detail) {
        const auto main = std::ranges::find(detail.contents, ContentRef::Role::Main, &ContentRef::role);
        QString name = main == detail.contents.end() ? QString() : main->name;
        if (name.endsWith(".pdf"_L1, Qt::CaseInsensitive)) {
            name.chop(4);
        }
        detail.contents.append({.sha256 = detail.evidenceSha256,
                                .name = name + u'.' + docsig::word(detail.evidenceLevel) + u".pdf"_s,
                                .mediaType = u"application/pdf"_s,
                                .role = ContentRef::Role::Evidence});
    }

    Transaction& m_transaction;
    OrganId m_ownOrgan;
    DocumentRecord m_record;
    QList<DocumentReference> m_linked;
    QString m_pdfName;
    bool m_isThere = false;
    bool m_isNumbered = false;
};

} // namespace

void deriveDocument(Transaction& transaction, const DocumentId& id, const OrganId& ownOrgan) {
    const std::optional<DocumentRecord> record = DocumentFold(transaction, id, ownOrgan).run();
    if (record) {
        writeRecord(transaction, *record);
    } else {
        removeRecord(transaction, id);
    }
}

} // namespace app
