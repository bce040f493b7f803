// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace hub {

/// How much a store holds.
struct StoreCounts {
    qint64 agencies = 0;
    qint64 accounts = 0;
    qint64 streams = 0;
    qint64 messages = 0;
    qint64 contents = 0;
    qint64 contentBytes = 0;
    qint64 uploads = 0; ///< not whole yet

    friend bool operator==(const StoreCounts&, const StoreCounts&) = default;
};

/// How much an agency's accounts have uploaded, and how much they may.
struct AgencyUsage {
    QString agency; ///< empty: every agency that has no row of its own
    qint64 bytes = 0;
    std::optional<qint64> quota; ///< bytes; none: no limit of its own

    friend bool operator==(const AgencyUsage&, const AgencyUsage&) = default;
};

/// How long payloads of a kind stay: see Retention.
struct RetentionRule {
    QString kind;
    int days = 0;

    friend bool operator==(const RetentionRule&, const RetentionRule&) = default;
};

/// One thing that retention did.
struct RetentionEntry {
    QDateTime time; ///< UTC
    QString what;   ///< "payloads", "contents", "uploads"
    QString kind;   ///< of payloads
    qint64 count = 0;
    qint64 bytes = 0;

    friend bool operator==(const RetentionEntry&, const RetentionEntry&) = default;
};

/// Which payloads: of one kind, where `word` is not empty of streams that begin with it, older than a moment.
struct PayloadChoice {
    QString kind;
    QString word;
    QDateTime before; ///< UTC
};

/// An upload that nobody went on with.
struct StaleUpload {
    QByteArray id;
    qint64 offset = 0;
    bool whole = false; ///< only its record is left
};

/// A content as the store notes it.
struct StoredContent {
    QByteArray sha256;
    qint64 size = 0;

    friend bool operator==(const StoredContent&, const StoredContent&) = default;
};

/// Port: what those who look after a store ask of it, inside a transaction; see StoreSession.
class StoreUpkeep {
public:
    virtual ~StoreUpkeep() = default;

    virtual StoreCounts counts() = 0;
    /// Names of streams in their order, behind one.
    virtual QStringList streamsAfter(const QString& stream, int limit) = 0;
    /// Contents by hash, behind one.
    virtual QList<StoredContent> contentsAfter(const QByteArray& sha256, int limit) = 0;
    /// Mailboxes whose feed is not what it must be: one entry for each message of a stream since the mailbox takes part
    /// in it, and no other. At most `most`.
    virtual QStringList feedFaults(int most) = 0;

    /// After a restore: feeds and the directory go on this much higher than they stand, because readers may have seen
    /// numbers of the end that is lost, and what gets the same numbers again would never reach them.
    virtual void leap(qint64 cursors, qint64 versions) = 0;

    // Quotas
    /// What an agency uses of the quota that holds for it, its own or the one for all; none: there is no limit.
    virtual std::optional<AgencyUsage> limited(const QString& agency) = 0;
    /// Counts a content for an agency, unless this account uploaded it before: called before addUploader().
    virtual void countUpload(const QString& agency, const QString& account, const StoredContent& content) = 0;
    virtual void setQuota(const QString& agency, std::optional<qint64> bytes) = 0;
    virtual QList<AgencyUsage> usages() = 0;
    /// An account just uploaded a content, or said that it wants to cite what it uploaded before.
    virtual void noteUploader(const QByteArray& sha256, const QString& account, const QDateTime& now) = 0;
    virtual void noteUpload(const QByteArray& id, const QDateTime& now) = 0;

    // Retention
    virtual QList<RetentionRule> retentionRules() = 0;
    virtual void setRetentionRule(const RetentionRule& rule) = 0; ///< 0 days: the rule ends
    virtual qint64 payloadCount(const PayloadChoice& choice) = 0;
    /// Erases at most so many payloads; headers, cites and participants stay. How many it were.
    virtual qint64 erasePayloads(const PayloadChoice& choice, const QDateTime& now, int most) = 0;
    /// Contents by hash, behind one, that no message with a payload cites and nobody uploaded since a moment.
    virtual QList<StoredContent> uncitedContents(const QByteArray& after, const QDateTime& before, int limit) = 0;
    /// Forgets such a content, its bytes where the store itself keeps them, and what it counted; false where it is
    /// cited or wanted again.
    virtual bool forgetContent(const QByteArray& sha256, const QDateTime& before) = 0;
    virtual QList<StaleUpload> staleUploads(const QDateTime& before, int limit) = 0;
    /// Drops nonces that are over and failures that no longer count.
    virtual void dropEnded(const QDateTime& now) = 0;
    virtual void journalRetention(const RetentionEntry& entry) = 0;
    /// The newest first.
    virtual QList<RetentionEntry> retentionJournal(int most) = 0;
    /// True for one of several hubs: nobody else gets this turn before `until`.
    virtual bool takeTurn(const QString& name, const QDateTime& now, const QDateTime& until) = 0;
};

} // namespace hub
