// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storedact.h"

#include "app/domain/comment.h"
#include "app/domain/office/actcodec.h"
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/store/messagerows.h"
#include "app/store/packedcolumn.h"
#include "app/store/packetrows.h"
#include "app/store/transaction.h"
#include "exchange/protocol/packetnotice.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QString messageColumns =
    u"m.kind, m.payload, m.author, m.time, m.stream, m.sequence, m.message_id, m.participants, m.packed,"
    " m.payload_sha256, m.author_role"_s;
const QString outboxColumns = u"o.payload, o.stream, o.state, o.participants"_s;

/// `stored` holds what the header says.
std::optional<StoredAct> readPayload(StoredAct stored, const QByteArray& payload, const QString& author,
                                     const QString& messageId) {
    if (stored.messageKind != u"office"_s) {
        const exchange::Result<exchange::PacketNotice> notice = exchange::readPacketNotice(payload);
        if (!notice) {
            return std::nullopt;
        }
        stored.packetSha256 = notice->sha256;
        stored.packetFrom = notice->from;
        return stored;
    }
    Result<OfficeAct> act = readAct(payload);
    if (!act) {
        return std::nullopt;
    }
    stored.act = std::move(*act);
    // What the server vouches for counts, not what the payload claims.
    stored.act.by = author;
    stored.act.id = messageId;
    return stored;
}

std::optional<StoredAct> readMessage(Transaction& transaction, const Rows& rows) {
    const KeptPayload kept{.bytes = rows.bytes(1), .isPacked = rows.flag(8)};
    const QByteArray payload =
        readKeptPayload(transaction, kept, rows.word(9), messageRowName(rows.text(4), rows.number(5)));
    StoredAct stored;
    stored.messageKind = rows.text(0);
    stored.time = parseIsoTime(rows.text(3));
    stored.stream = rows.text(4);
    stored.sequence = rows.number(5);
    stored.participants = rows.text(7).split(u'\n', Qt::SkipEmptyParts);
    stored.role = rows.text(10);
    return readPayload(std::move(stored), payload, rows.text(2), rows.text(6));
}

std::optional<StoredAct> readQueued(const Rows& rows) {
    Result<OfficeAct> act = readAct(rows.bytes(0));
    if (!act) {
        return std::nullopt;
    }
    StoredAct stored;
    stored.messageKind = u"office"_s;
    stored.stream = rows.text(1);
    stored.time = act->at;
    stored.pending = rows.text(2) != u"done"_s;
    stored.participants = rows.text(3).split(u'\n', Qt::SkipEmptyParts);
    stored.act = std::move(*act);
    return stored;
}

struct Keys {
    const StoredAct& stored;
    const OrganId& ownOrgan;
    QStringList keys;

    void operator()(const acts::Unknown&) {}
    void operator()(const acts::Submitted& act) { add(act.document); }
    void operator()(const acts::Returned& act) { add(act.document); }
    void operator()(const acts::Initialled& act) { add(act.document); }
    void operator()(const acts::Signed& act) { add(act.document); }
    void operator()(const acts::NumberDrawn& act) {
        add(act.document);
        keys.append(bookKey(stored.stream));
    }
    void operator()(const acts::NumberAssigned& act) { add(act.document); }
    void operator()(const acts::Sealed& act) { add(act.document); }
    void operator()(const acts::EvidenceAdded& act) { add(act.document); }
    void operator()(const acts::Sent& act) {
        add(act.document);
        keys.append(packetKey(act.packetSha256));
        if (act.answers) {
            add(*act.answers);
        }
    }
    void operator()(const acts::Registered& act) {
        add(act.document);
        keys.append(bookKey(stored.stream));
    }
    void operator()(const acts::Refused& act) { add(act.document); }
    void operator()(const acts::EntryVoided& act) {
        keys.append(bookKey(stored.stream));
        if (act.document) {
            add(*act.document);
        }
    }
    void operator()(const acts::BookClosed&) { keys.append(bookKey(stored.stream)); }
    void operator()(const acts::Linked& act) {
        add(act.document);
        add(act.answer);
    }
    void operator()(const acts::DossierOpened& act) { keys.append(dossierKey(act.dossier)); }
    void operator()(const acts::DossierFiled& act) { files(act.dossier, act.document); }
    void operator()(const acts::DossierUnfiled& act) { files(act.dossier, act.document); }
    void operator()(const acts::TakenBack& act) { add(act.document); }
    void operator()(const acts::DossierClosed& act) { keys.append(dossierKey(act.dossier)); }
    void operator()(const acts::SealPinned& act) { keys.append(sealKey(act.organ)); }
    void operator()(const acts::Assigned& act) { add(act.document); }
    void operator()(const acts::Progressed& act) { add(act.document); }
    void operator()(const acts::Finished& act) { add(act.document); }
    void operator()(const acts::Directed& act) { add(act.document); }
    void operator()(const acts::WorkGivenBack& act) { add(act.document); }
    void operator()(const acts::AuditAnchored&) {}
    void operator()(const acts::Commented& act) { add(act.document); }
    void operator()(const acts::Delegated&) { stands(); }
    void operator()(const acts::DelegationEnded&) { stands(); }
    void operator()(const acts::StandingShared&) { stands(); }
    void operator()(const acts::RightsConfirmed&) { stands(); }
    void operator()(const acts::UnitNamed&) { stands(); }
    void operator()(const acts::StandInBrought& act) { add(act.document); }
    void operator()(const acts::OpinionAsked& act) {
        asks(act.opinion);
        if (stored.stream == opinionStream(ownOrgan, act.opinion)) {
            for (const QString& member : act.members) {
                keys.append(askedKey(member));
            }
        }
    }
    void operator()(const acts::OpinionShared&) {}
    void operator()(const acts::OpinionAnswered& act) {
        if (isAnswerStream(stored.stream, ownOrgan)) {
            keys.append(opinionKey(act.opinion));
        }
    }
    void operator()(const acts::OpinionClosed& act) { asks(act.opinion); }
    void operator()(const acts::OpinionSent& act) { asks(act.opinion); }
    void operator()(const acts::OpinionRecorded& act) { asks(act.opinion); }
    void operator()(const acts::LeaseTaken&) {}
    void operator()(const acts::LeaseLeft&) {}
    void operator()(const acts::ReminderDaysSet&) {}
    void operator()(const acts::Reminded& act) {
        add(act.document);
        keys.append(reminderKey(act.document));
    }
    /// In any stream of meetings, for their ids say who may change them; what goes to those who hold them alone comes
    /// in streams of answers.
    template <typename Act>
        requires requires(const Act& act) { act.meeting; }
    void operator()(const Act& act) {
        if (isMeetingStream(stored.stream, ownOrgan) || isAnswerStream(stored.stream, ownOrgan)) {
            keys.append(meetingKey(act.meeting));
        }
    }
    void operator()(const acts::PaperCorrected& act) {
        add(act.document);
        if (parseBookStream(stored.stream)) {
            keys.append(bookKey(stored.stream));
        }
    }
    void operator()(const acts::TimeAsked& act) { add(act.document); }
    void operator()(const acts::TimeAnswered& act) { add(act.document); }
    void operator()(const acts::RecallAsked& act) {
        add(act.document);
        if (!act.packetSha256.isEmpty()) {
            keys.append(packetKey(act.packetSha256));
        }
        if (act.answers) {
            add(*act.answers);
        }
    }
    void operator()(const acts::ChangeAnswered& act) {
        add(act.document);
        if (act.change) {
            add(*act.change);
        }
    }
    void operator()(const acts::Updated& act) {
        add(act.document);
        keys.append(packetKey(act.packetSha256));
    }
    void operator()(const acts::Superseded& act) {
        add(act.document);
        add(act.by);
    }

    void files(const DossierId& dossier, const DocumentId& document) {
        keys.append(dossierKey(dossier));
        add(document); // so that whoever undoes it finds it
    }
    void stands() {
        if (stored.stream == standingStream(ownOrgan)) {
            keys.append(standingKey());
        }
    }
    /// Anybody can open a stream of another name and write there what they like.
    void asks(const OpinionId& id) {
        if (stored.stream == opinionStream(ownOrgan, id)) {
            keys.append(opinionKey(id));
        }
    }
    void add(const DocumentId& id) { keys.append(documentKey(id)); }
};

} // namespace

bool isOutOfCase(const StoredAct& stored, const OrganId& ownOrgan) {
    const ActBody& body = stored.act.body;
    const bool isStep =
        std::holds_alternative<acts::Submitted>(body) || std::holds_alternative<acts::Initialled>(body) ||
        std::holds_alternative<acts::Returned>(body) || std::holds_alternative<acts::Signed>(body) ||
        std::holds_alternative<acts::NumberAssigned>(body) || std::holds_alternative<acts::Sealed>(body);
    const std::optional<DocumentId> document = isStep ? documentOf(body) : std::nullopt;
    return document && stored.stream != caseStream(ownOrgan, *document);
}

QString documentKey(const DocumentId& document) {
    return u"doc:"_s + document.text();
}
QString packetKey(const QByteArray& packetSha256) {
    return u"packet:"_s + QString::fromLatin1(packetSha256);
}
QString bookKey(const QString& stream) {
    return u"book:"_s + stream;
}
QString dossierKey(const DossierId& dossier) {
    return u"dossier:"_s + dossier.text();
}
QString sealKey(const OrganId& organ) {
    return u"seal:"_s + organ.text();
}

QString reminderKey(const DocumentId& document) {
    return u"remind:"_s + document.text();
}

QString opinionKey(const OpinionId& opinion) {
    return u"opinion:"_s + opinion.text();
}

QString meetingKey(const MeetingId& meeting) {
    return u"meeting:"_s + meeting.text();
}

QString standingKey() {
    return u"standing:"_s;
}
QString actedForKey(const QString& mailbox) {
    return u"for:"_s + mailbox;
}
QString askedKey(const QString& mailbox) {
    return u"asked:"_s + mailbox;
}

QStringList keysOf(const StoredAct& stored, const OrganId& ownOrgan) {
    if (stored.messageKind == u"edoc"_s) {
        return {stored.packetFrom == ownOrgan.text() ? packetKey(stored.packetSha256)
                                                     : documentKey(documentOfPacket(stored.packetSha256))};
    }
    if (stored.messageKind == u"status"_s) {
        return {};
    }
    Keys keys{.stored = stored, .ownOrgan = ownOrgan, .keys = {}};
    std::visit(keys, stored.act.body);
    if (const QString absent = actedFor(stored.act.body); isPersonOf(absent, ownOrgan)) {
        keys.keys.append(actedForKey(absent));
    }
    keys.keys.removeDuplicates();
    return keys.keys;
}

QList<StoredAct> actsOf(Transaction& transaction, const QString& key) {
    QList<StoredAct> acts;
    Rows messages = transaction.query(u"SELECT "_s + messageColumns +
                                          u" FROM act_key k JOIN message m ON m.id = k.ref"
                                          " WHERE k.key = ? AND k.queued = 0 ORDER BY m.time, m.stream, m.sequence"_s,
                                      {key});
    while (messages.next()) {
        if (std::optional<StoredAct> stored = readMessage(transaction, messages)) {
            acts.append(std::move(*stored));
        }
    }
    Rows queued = transaction.query(u"SELECT "_s + outboxColumns +
                                        u" FROM act_key k JOIN outbox o ON o.position = k.ref"
                                        " WHERE k.key = ? AND k.queued = 1 ORDER BY o.position"_s,
                                    {key});
    while (queued.next()) {
        if (std::optional<StoredAct> stored = readQueued(queued)) {
            acts.append(std::move(*stored));
        }
    }
    return acts;
}

std::optional<StoredAct> storedMessage(Transaction& transaction, qint64 messageRow) {
    Rows rows = transaction.query(u"SELECT "_s + messageColumns + u" FROM message m WHERE m.id = ?"_s, {messageRow});
    return rows.next() ? readMessage(transaction, rows) : std::nullopt;
}

std::optional<StoredAct> actOf(const exchange::Message& message) {
    const exchange::MessageHeader& header = message.header;
    StoredAct stored;
    stored.messageKind = header.kind;
    stored.time = parseIsoTime(isoTime(header.time)); // as it comes out of the table
    stored.stream = header.stream;
    stored.sequence = header.sequence;
    stored.participants = message.participants;
    stored.role = header.authorRole;
    return readPayload(std::move(stored), message.payload, header.author, header.messageId);
}

std::optional<PacketFacts> factsOf(Transaction& transaction, const StoredAct& stored) {
    return stored.facts ? std::optional(*stored.facts) : packetFacts(transaction, stored.packetSha256);
}

std::optional<StoredAct> queuedAct(Transaction& transaction, qint64 outboxPosition) {
    Rows rows =
        transaction.query(u"SELECT "_s + outboxColumns + u" FROM outbox o WHERE o.position = ?"_s, {outboxPosition});
    return rows.next() ? readQueued(rows) : std::nullopt;
}

} // namespace app
