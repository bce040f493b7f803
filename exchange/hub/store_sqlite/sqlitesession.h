// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/store.h"

#include <memory>

class QSqlQuery;

namespace hub {

class Database;

/// When rows that nobody needs any more were last looked for; of the hub's clock, milliseconds.
struct CleaningTimes {
    qint64 nonces = 0;
};

/// The store's calls as SQL, inside a transaction that others begin and end.
class SqliteSession final : public StoreSession {
public:
    SqliteSession(Database& database, CleaningTimes& cleaning)
        : m_database(database)
        , m_cleaning(cleaning) {}

    std::optional<exchange::AgencyEntry> agency(const QString& organId) override;
    void putAgency(const exchange::AgencyEntry& agency) override;
    void putPerson(const QString& agency, const exchange::PersonEntry& person) override;
    exchange::Directory directory(const QString& agency, qint64 sinceVersion, qint64 most) override;
    QString roleOf(const QString& mailbox) override;
    qint64 agencyCount() override;
    bool mailboxExists(const QString& mailbox) override;
    void putMailbox(const QString& mailbox, const QString& agency) override;

    std::optional<AccountRecord> account(const QString& name) override;
    std::optional<AccountRecord> accountByCode(const QByteArray& codeHash) override;
    void putAccount(const AccountRecord& account) override;
    QList<AccountRecord> accounts() override;
    bool takeNonce(const QString& account, const QByteArray& nonce, const QDateTime& now,
                   const QDateTime& expires) override;
    AddressFailures failures(const QString& address) override;
    void noteFailure(const QString& address, const QDateTime& now) override;
    void clearFailures(const QString& address) override;

    std::optional<StreamEnd> streamEnd(const QString& stream) override;
    void createStream(const QString& stream, const QString& agency) override;
    QStringList participants(const QString& stream) override;
    void addParticipant(const QString& stream, const QString& mailbox, qint64 since) override;
    void addMessage(const exchange::Message& message) override;
    std::optional<exchange::Message> messageById(const QString& stream, const QString& messageId) override;
    QList<exchange::Message> messages(const QString& stream, qint64 from, int limit, qint64 bytes) override;
    QList<exchange::FeedEntry> feed(const QString& mailbox, qint64 after, int limit) override;
    QList<FeedMessage> feedMessages(const QString& mailbox, qint64 after, int limit, qint64 bytes) override;
    QList<FeedMessage> packetMessages(const QString& mailbox, qint64 after, int limit, qint64 bytes,
                                      bool openOnly) override;
    qint64 feedCount(const QString& mailbox, qint64 after, qint64 most) override;

    std::optional<qint64> contentSize(const QByteArray& sha256) override;
    void addContent(const QByteArray& sha256, qint64 size) override;
    void addSmallContent(const QByteArray& sha256, const QByteArray& bytes) override;
    std::optional<QByteArray> smallContent(const QByteArray& sha256) override;
    void addUploader(const QByteArray& sha256, const QString& account) override;
    bool uploadedBy(const QByteArray& sha256, const QString& account) override;
    bool citedFor(const QByteArray& sha256, const QStringList& mailboxes) override;
    bool citedIn(const QByteArray& sha256, const QString& stream) override;
    std::optional<UploadRecord> upload(const QByteArray& id) override;
    std::optional<UploadRecord> uploadOf(const QString& account, const QByteArray& sha256) override;
    void putUpload(const UploadRecord& upload) override;
    void removeUpload(const QByteArray& id) override;

    std::optional<exchange::PacketReceipt> packet(const QByteArray& sha256, const QString& agency) override;
    std::optional<exchange::PacketReceipt> deposit(const PacketDeposit& deposit) override;
    RelayRecords& relaying() override;
    HubRecords& records() override;

    // sqliteupkeep.cpp
    StoreCounts counts() override;
    QStringList streamsAfter(const QString& stream, int limit) override;
    QList<StoredContent> contentsAfter(const QByteArray& sha256, int limit) override;
    QStringList feedFaults(int most) override;
    void leap(qint64 cursors, qint64 versions) override;
    std::optional<AgencyUsage> limited(const QString& agency) override;
    void countUpload(const QString& agency, const QString& account, const StoredContent& content) override;
    void setQuota(const QString& agency, std::optional<qint64> bytes) override;
    QList<AgencyUsage> usages() override;
    void noteUploader(const QByteArray& sha256, const QString& account, const QDateTime& now) override;
    void noteUpload(const QByteArray& id, const QDateTime& now) override;
    QList<RetentionRule> retentionRules() override;
    void setRetentionRule(const RetentionRule& rule) override;
    qint64 payloadCount(const PayloadChoice& choice) override;
    qint64 erasePayloads(const PayloadChoice& choice, const QDateTime& now, int most) override;
    QList<StoredContent> uncitedContents(const QByteArray& after, const QDateTime& before, int limit) override;
    bool forgetContent(const QByteArray& sha256, const QDateTime& before) override;
    QList<StaleUpload> staleUploads(const QDateTime& before, int limit) override;
    void dropEnded(const QDateTime& now) override;
    void journalRetention(const RetentionEntry& entry) override;
    QList<RetentionEntry> retentionJournal(int most) override;
    bool takeTurn(const QString& name, const QDateTime& now, const QDateTime& until) override;

private:
    void addPacket(const exchange::PacketReceipt& receipt, const QString& agency, const QString& account);
    void addUsage(const QString& agency, qint64 bytes);
    [[nodiscard]] qint64 nextVersion();
    [[nodiscard]] std::optional<AccountRecord> readAccount(QSqlQuery& query);
    [[nodiscard]] exchange::Message readMessage(const QSqlQuery& query);
    void readCites(exchange::Message& message);
    QList<exchange::FeedEntry> feedPage(const char* sql, const QString& mailbox, qint64 after, int limit);
    QList<FeedMessage> withMessages(const QList<exchange::FeedEntry>& entries, qint64 bytes);

    Database& m_database;
    CleaningTimes& m_cleaning;
    std::unique_ptr<RelayRecords> m_relaying; ///< made when it is asked for
    std::unique_ptr<HubRecords> m_records;    ///< the same
};

} // namespace hub
