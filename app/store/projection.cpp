// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/projection.h"

#include "app/domain/streams.h"
#include "app/store/bookprojector.h"
#include "app/store/documentprojector.h"
#include "app/store/dossierprojector.h"
#include "app/store/leaserows.h"
#include "app/store/meetingrows.h"
#include "app/store/opinionrows.h"
#include "app/store/recallprojector.h"
#include "app/store/reminderrows.h"
#include "app/store/rightsrows.h"
#include "app/store/standingrows.h"
#include "app/store/statusprojector.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"
#include "app/store/unitrows.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QString bookPrefix = u"book:"_s;
const QString documentPrefix = u"doc:"_s;
const QString dossierPrefix = u"dossier:"_s;
const QString meetingPrefix = u"meeting:"_s;
const QString opinionPrefix = u"opinion:"_s;
const QString packetPrefix = u"packet:"_s;
const QString reminderPrefix = u"remind:"_s;
const QString sealPrefix = u"seal:"_s;

/// An act of the outbox counts until it comes back as a message, unless the server's stream made it void.
const QString countingActs = u"kind = 'append' AND message_kind = 'office'"
                             " AND NOT (state = 'failed' AND error_code = 'append-superseded')"
                             " AND NOT EXISTS (SELECT 1 FROM message m WHERE m.message_id = outbox.message_id)"_s;

} // namespace

Projection::Projection(Transaction& transaction, Person owner)
    : m_transaction(transaction)
    , m_owner(std::move(owner)) {
    m_owner.standsFor = standsForNow(transaction);
}

void Projection::indexMessage(qint64 messageRow, const std::optional<StoredAct>& stored, QSet<QString>& keys) {
    if (!stored) {
        return;
    }
    for (const QString& key : noteChange(m_transaction, *stored, m_owner.organ)) {
        keys.insert(key);
    }
    if (stored->messageKind == u"status"_s) {
        for (const QString& key : noteStatus(m_transaction, *stored, m_owner.organ)) {
            keys.insert(key);
        }
        return;
    }
    noteLease(m_transaction, *stored, m_owner.organ);
    for (const QString& key : keysOf(*stored, m_owner.organ)) {
        m_transaction.change(u"INSERT OR IGNORE INTO act_key (key, queued, ref) VALUES (?, 0, ?)"_s, {key, messageRow});
        keys.insert(key);
    }
}

void Projection::indexQueued(qint64 outboxPosition, QSet<QString>& keys) {
    const std::optional<StoredAct> stored = queuedAct(m_transaction, outboxPosition);
    if (!stored) {
        return;
    }
    for (const QString& key : keysOf(*stored, m_owner.organ)) {
        m_transaction.change(u"INSERT OR IGNORE INTO act_key (key, queued, ref) VALUES (?, 1, ?)"_s,
                             {key, outboxPosition});
        keys.insert(key);
    }
}

bool Projection::takeOverQueued(qint64 messageRow, QSet<QString>& keys) {
    Rows queued = m_transaction.query(u"SELECT o.position FROM outbox o JOIN message m ON m.message_id = o.message_id"
                                      " WHERE m.id = ? AND o.message_id <> ''"_s,
                                      {messageRow});
    bool wasQueued = false;
    while (queued.next()) {
        indexQueued(queued.number(0), keys);
        m_transaction.change(u"DELETE FROM act_key WHERE queued = 1 AND ref = ?"_s, {queued.number(0)});
        wasQueued = true;
    }
    return wasQueued;
}

void Projection::addMessage(qint64 messageRow, const QString& kind, const std::optional<StoredAct>& stored) {
    QSet<QString> keys;
    const bool isOffice = kind == u"office"_s;
    const bool wasQueued = isOffice && takeOverQueued(messageRow, keys);
    // A packet that nothing here speaks of yet, as nearly all that come, is all that its document is derived from.
    const bool isPacket = stored && kind == u"edoc"_s;
    const QString own = isPacket ? documentKey(documentOfPacket(stored->packetSha256)) : QString();
    const bool isFirst =
        isPacket && !m_transaction.value(u"SELECT 1 FROM act_key WHERE key = ? LIMIT 1"_s, {own}).isValid();
    indexMessage(messageRow, stored, keys);
    if (isFirst && keys == QSet<QString>{own}) {
        deriveDocument(m_transaction, documentOfPacket(stored->packetSha256), m_owner, {*stored});
        return;
    }
    if (stored && isOffice && !wasQueued) {
        // Long books are not gone through again for each new line, nor questions for each answer.
        keys.removeIf([&](const QString& key) {
            return (key.startsWith(bookPrefix) &&
                    appendBookEntry(m_transaction, key.mid(bookPrefix.size()), *stored)) ||
                   (key.startsWith(opinionPrefix) &&
                    countAnswer(m_transaction, key.mid(opinionPrefix.size()), *stored, m_owner));
        });
    }
    derive(keys);
}

void Projection::addQueued(qint64 outboxPosition) {
    QSet<QString> keys;
    indexQueued(outboxPosition, keys);
    derive(keys);
}

void Projection::queuedChanged(qint64 outboxPosition) {
    QSet<QString> keys;
    indexQueued(outboxPosition, keys);
    const bool counts =
        m_transaction.value(u"SELECT COUNT(*) FROM outbox WHERE position = ? AND "_s + countingActs, {outboxPosition})
            .toInt() > 0;
    if (!counts) {
        m_transaction.change(u"DELETE FROM act_key WHERE queued = 1 AND ref = ?"_s, {outboxPosition});
    }
    derive(keys);
}

void Projection::takeOutQueued(qint64 outboxPosition) {
    QSet<QString> keys;
    indexQueued(outboxPosition, keys);
    m_transaction.change(u"DELETE FROM act_key WHERE queued = 1 AND ref = ?"_s, {outboxPosition});
    m_transaction.change(u"DELETE FROM outbox WHERE position = ?"_s, {outboxPosition});
    derive(keys);
}

void Projection::packetChanged(const QByteArray& packetSha256) {
    derive({packetKey(packetSha256)});
}

void Projection::packetUnpacked(const QByteArray& packetSha256) {
    QSet<QString> keys{documentKey(documentOfPacket(packetSha256))};
    const QVariant row = m_transaction.value(u"SELECT id FROM message WHERE stream = ? ORDER BY sequence LIMIT 1"_s,
                                             {packetStream(packetSha256)});
    if (const auto stored = row.isValid() ? storedMessage(m_transaction, row.toLongLong()) : std::nullopt) {
        for (const QString& key : noteChange(m_transaction, *stored, m_owner.organ)) {
            keys.insert(key);
        }
    }
    derive(keys);
}

void Projection::addDocumentsOf(const QString& key, QSet<QString>& documents) {
    for (const StoredAct& stored : actsOf(m_transaction, key)) {
        if (const std::optional<DocumentId> document = documentOf(stored.act.body)) {
            documents.insert(document->text());
        }
    }
}

void Projection::derive(const QSet<QString>& keys) {
    QSet<QString> documents;
    QSet<QString> absentees;
    for (const QString& key : keys) {
        if (key.startsWith(bookPrefix)) {
            deriveBook(m_transaction, key.mid(bookPrefix.size()));
        } else if (key.startsWith(dossierPrefix)) {
            deriveDossier(m_transaction, key.mid(dossierPrefix.size()));
        } else if (key.startsWith(sealPrefix)) {
            deriveSeals(m_transaction, key.mid(sealPrefix.size()));
        } else if (key.startsWith(opinionPrefix)) {
            deriveOpinion(m_transaction, key.mid(opinionPrefix.size()), m_owner);
        } else if (key.startsWith(meetingPrefix)) {
            deriveMeeting(m_transaction, key.mid(meetingPrefix.size()), m_owner);
        } else if (key.startsWith(documentPrefix)) {
            documents.insert(key.mid(documentPrefix.size()));
        } else if (key == standingKey()) {
            deriveRights(m_transaction);
            deriveUnits(m_transaction);
            const QStringList changed = deriveStanding(m_transaction, m_owner.organ);
            for (const QString& absent : changed) {
                addDocumentsOf(actedForKey(absent), documents);
            }
            absentees.unite(QSet<QString>(changed.begin(), changed.end()));
        } else if (key.startsWith(packetPrefix)) {
            addDocumentsOf(key, documents);
        } else if (key.startsWith(reminderPrefix)) {
            deriveReminders(m_transaction, key.mid(reminderPrefix.size()), m_owner.organ);
        }
    }
    deriveOpinions(absentees);
    QStringList ordered = documents.values();
    if (ordered.size() > 1) {
        // What a new version becomes depends on what it renews.
        for (const QString& renewal : versionDocuments(m_transaction)) {
            if (documents.contains(renewal)) {
                ordered.removeOne(renewal);
                ordered.append(renewal);
            }
        }
    }
    for (const QString& document : std::as_const(ordered)) {
        if (const std::optional<DocumentId> id = DocumentId::parse(document)) {
            deriveDocument(m_transaction, *id, m_owner);
        }
    }
}

void Projection::lookAtStanding(const QDate& today) {
    const QStringList before = m_owner.standsFor;
    const QStringList absent = standsForOn(m_transaction, m_owner.mailbox(), today);
    setStandsFor(m_transaction, absent);
    m_owner.standsFor = absent;
    QSet<QString> keys;
    QSet<QString> changed;
    for (const QString& person : before + absent) {
        if (before.contains(person) != absent.contains(person)) {
            addWorkOf(person, keys);
            changed.insert(person);
        }
    }
    derive(keys);
    deriveOpinions(changed);
}

void Projection::deriveOpinions(const QSet<QString>& absent) {
    QSet<QString> touched;
    for (const QString& mailbox : absent) {
        Rows rows = m_transaction.query(u"SELECT o.key FROM act_key a JOIN act_key o ON o.queued = a.queued"
                                        " AND o.ref = a.ref AND o.key >= ? AND o.key < ? WHERE a.key = ?"_s,
                                        {opinionPrefix, QString(opinionPrefix + u'~'), askedKey(mailbox)});
        while (rows.next()) {
            touched.insert(rows.text(0).mid(opinionPrefix.size()));
        }
    }
    for (const QString& opinion : std::as_const(touched)) {
        deriveOpinion(m_transaction, opinion, m_owner);
    }
}

void Projection::addWorkOf(const QString& mailbox, QSet<QString>& keys) {
    // What they hold, and what they gave to others; what was given in their place stands in the history of whoever did.
    Rows rows = m_transaction.query(u"SELECT id FROM document WHERE state = 'registered' AND id IN"
                                    " (SELECT document_id FROM work_share WHERE holder = ?"
                                    " UNION SELECT document_id FROM history WHERE by = ?)"_s,
                                    {mailbox, mailbox});
    while (rows.next()) {
        keys.insert(documentPrefix + rows.text(0));
    }
    QSet<QString> inTheirPlace;
    addDocumentsOf(actedForKey(mailbox), inTheirPlace);
    for (const QString& document : std::as_const(inTheirPlace)) {
        keys.insert(documentPrefix + document);
    }
}

void Projection::rebuild() {
    for (const QString& table : {u"act_key"_s,      u"document"_s,        u"link"_s,
                                 u"history"_s,      u"trail_line"_s,      u"status_note"_s,
                                 u"change_note"_s,  u"registered_work"_s, u"work_share"_s,
                                 u"book_entry"_s,   u"dossier"_s,         u"dossier_item"_s,
                                 u"pinned_seal"_s,  u"delegation"_s,      u"rights_confirmation"_s,
                                 u"book_closing"_s, u"opinion"_s,         u"opinion_member"_s,
                                 u"lease_line"_s,   u"reminder"_s,        u"meeting"_s,
                                 u"unit_name"_s,    u"reminder_table"_s}) {
        m_transaction.change(u"DELETE FROM "_s + table);
    }
    m_transaction.change(u"INSERT INTO document_text (document_text) VALUES ('delete-all')"_s);
    QSet<QString> keys;
    QList<qint64> messages;
    for (Rows rows = m_transaction.query(u"SELECT id FROM message ORDER BY id"_s); rows.next();) {
        messages.append(rows.number(0));
    }
    for (const qint64 message : std::as_const(messages)) {
        indexMessage(message, storedMessage(m_transaction, message), keys);
    }
    QList<qint64> queued;
    for (Rows rows =
             m_transaction.query(u"SELECT position FROM outbox WHERE "_s + countingActs + u" ORDER BY position"_s);
         rows.next();) {
        queued.append(rows.number(0));
    }
    for (const qint64 position : std::as_const(queued)) {
        indexQueued(position, keys);
    }
    derive(keys);
    m_transaction.change(u"INSERT INTO setting (key, value) VALUES ('projection-version', ?)"
                         " ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                         {QString::number(version)});
}

} // namespace app
