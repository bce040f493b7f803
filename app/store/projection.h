// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/person.h"

#include <QByteArray>
#include <QDate>
#include <QSet>
#include <QString>

#include <optional>

namespace app {

class Transaction;
struct StoredAct;

/// Derives documents, books, trails, links, dossiers and pinned seals from what is kept. Everything about one thing is
/// derived anew from all acts that concern it, in their canonical order, so that the order of arrival leaves no mark
/// and rebuild() gives the same tables. Used inside a write.
class Projection {
public:
    /// `owner`: whose store it is. What an office did looks the same at each desk; in which list it stands is theirs.
    Projection(Transaction& transaction, Person owner);

    /// A message came. `stored`: what it says; nothing where it says nothing to this version.
    void addMessage(qint64 messageRow, const QString& kind, const std::optional<StoredAct>& stored);
    /// An act was queued.
    void addQueued(qint64 outboxPosition);
    /// A queued act changed its state, became void, or came back as a message.
    void queuedChanged(qint64 outboxPosition);
    /// Takes a queued act out of the outbox and of everything that was derived from it.
    void takeOutQueued(qint64 outboxPosition);
    /// A queued packet changed its state.
    void packetChanged(const QByteArray& packetSha256);
    /// More is known about a packet that came.
    void packetUnpacked(const QByteArray& packetSha256);
    /// For whom the owner stands in on that day: where that changed, the lists of work follow.
    void lookAtStanding(const QDate& today);
    /// Everything anew.
    void rebuild();

    /// Bumped when the derivation changes: an older store is rebuilt when it is opened.
    static constexpr int version = 9;

private:
    void indexMessage(qint64 messageRow, const std::optional<StoredAct>& stored, QSet<QString>& keys);
    /// Takes the act out of the outbox' index where it was shown from there until now; gives whether it was.
    [[nodiscard]] bool takeOverQueued(qint64 messageRow, QSet<QString>& keys);
    void indexQueued(qint64 outboxPosition, QSet<QString>& keys);
    /// The keys of the registered documents in whose work that person has a part.
    void addWorkOf(const QString& mailbox, QSet<QString>& keys);
    /// The questions in which these people are asked: who answers in their place, or did, changed.
    void deriveOpinions(const QSet<QString>& absent);
    /// The documents that the acts under this key are about.
    void addDocumentsOf(const QString& key, QSet<QString>& documents);
    void derive(const QSet<QString>& keys);

    Transaction& m_transaction;
    Person m_owner;
};

} // namespace app
