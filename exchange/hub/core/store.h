// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/account.h"
#include "exchange/hub/core/hubrecords.h"
#include "exchange/hub/core/relayrecords.h"
#include "exchange/hub/core/upkeep.h"
#include "exchange/protocol/exchangeserver.h"

#include <functional>
#include <optional>

namespace hub {

using exchange::Error;
using exchange::Result;

/// The end of a stream.
struct StreamEnd {
    QString agency; ///< of the account that created it
    qint64 sequence = 0;
    QByteArray headHash;
};

/// How often requests from one address failed authentication in a row.
struct AddressFailures {
    int count = 0;
    QDateTime last; ///< UTC
};

/// The largest content that a store keeps itself, in the transaction that speaks of it; what is larger comes in parts
/// and is kept by Contents.
inline constexpr qint64 maximumSmallContent = 1024 * 1024;

/// All that one packet writes: its stream with one message, the pointers to it, the receipt.
struct PacketDeposit {
    exchange::PacketReceipt receipt;
    QString agency;            ///< that sends it
    QString account;           ///< that posted it
    exchange::Message message; ///< the first of the stream `receipt.stream`; its participants take part from then on
    /// The packet's bytes where they come with it, at most maximumSmallContent; null: the content is kept already. They
    /// are counted as the upload of this account.
    QByteArray content;
};

/// An entry of a feed with the message that it points to.
struct FeedMessage {
    exchange::FeedEntry entry;
    exchange::Message message;
};

/// What a transaction is about to ask, as far as it knows: a store at the end of a line asks all of it at once.
struct Questions {
    QString account{};   ///< StoreSession::account(), HubRecords::dayUsage()
    QString address{};   ///< failures()
    QByteArray packet{}; ///< packet(), of `from`
    QString from{};
    QStringList agencies{}; ///< agency()
    QString agency{};       ///< limited()
};

/// Port: what the core asks of a store, inside one transaction. Rules live in the core; a store keeps and finds. Every
/// call either works or throws the transaction's failure away: a failed statement makes the whole write() fail with
/// "hub-store-failed", so single calls give plain values. In a write(), what streamEnd(), account(), accountByCode()
/// and upload() found stays as it is until the end: nobody else changes it meanwhile.
class StoreSession : public StoreUpkeep {
public:
    /// A hint: every question is asked afterwards all the same.
    virtual void expect(const Questions& /*questions*/) {}

    // Directory
    virtual std::optional<exchange::AgencyEntry> agency(const QString& organId) = 0;
    virtual void putAgency(const exchange::AgencyEntry& agency) = 0; ///< raises the directory's version
    virtual void putPerson(const QString& agency, const exchange::PersonEntry& person) = 0; ///< raises it too
    /// At most `most` changes, in their order.
    virtual exchange::Directory directory(const QString& agency, qint64 sinceVersion, qint64 most) = 0;
    /// Of a person, by their mailbox; empty: there is nobody of that name.
    virtual QString roleOf(const QString& mailbox) = 0;
    virtual qint64 agencyCount() = 0;
    virtual bool mailboxExists(const QString& mailbox) = 0;
    virtual void putMailbox(const QString& mailbox, const QString& agency) = 0;

    // Accounts
    virtual std::optional<AccountRecord> account(const QString& name) = 0;
    virtual std::optional<AccountRecord> accountByCode(const QByteArray& codeHash) = 0;
    virtual void putAccount(const AccountRecord& account) = 0;
    virtual QList<AccountRecord> accounts() = 0;

    /// Remembers a nonce until it expires; false where it was used before.
    virtual bool takeNonce(const QString& account, const QByteArray& nonce, const QDateTime& now,
                           const QDateTime& expires) = 0;
    virtual AddressFailures failures(const QString& address) = 0;
    virtual void noteFailure(const QString& address, const QDateTime& now) = 0;
    virtual void clearFailures(const QString& address) = 0;

    // Streams
    virtual std::optional<StreamEnd> streamEnd(const QString& stream) = 0;
    virtual void createStream(const QString& stream, const QString& agency) = 0;
    virtual QStringList participants(const QString& stream) = 0;
    virtual void addParticipant(const QString& stream, const QString& mailbox, qint64 since) = 0;
    /// Stores the message at the end of its stream and a pointer to it in the feed of every participant. The pointers
    /// come into the feeds in the order in which transactions end, so that nobody who reads on from a cursor misses
    /// one.
    virtual void addMessage(const exchange::Message& message) = 0;
    virtual std::optional<exchange::Message> messageById(const QString& stream, const QString& messageId) = 0;
    /// At most `limit` messages and about `bytes` bytes of payload, at least one where there is one.
    virtual QList<exchange::Message> messages(const QString& stream, qint64 from, int limit, qint64 bytes) = 0;
    virtual QList<exchange::FeedEntry> feed(const QString& mailbox, qint64 after, int limit) = 0;
    /// The feed with its messages: at most `limit` and about `bytes` bytes of payload, at least one where there is one.
    virtual QList<FeedMessage> feedMessages(const QString& mailbox, qint64 after, int limit, qint64 bytes) = 0;
    /// The same of packets alone: streams that begin with "packet/", found without a look at what lies between them.
    /// `openOnly`: without those that HubRecords::noteTaken() was told of.
    virtual QList<FeedMessage> packetMessages(const QString& mailbox, qint64 after, int limit, qint64 bytes,
                                              bool openOnly) = 0;
    /// How many entries a feed has behind a cursor, counted up to `most`.
    virtual qint64 feedCount(const QString& mailbox, qint64 after, qint64 most) = 0;

    // Contents
    virtual std::optional<qint64> contentSize(const QByteArray& sha256) = 0;
    /// Notes a content whose bytes Contents keeps.
    virtual void addContent(const QByteArray& sha256, qint64 size) = 0;
    /// Keeps a content of at most maximumSmallContent bytes in the store itself.
    virtual void addSmallContent(const QByteArray& sha256, const QByteArray& bytes) = 0;
    /// The bytes of a content that the store keeps itself; std::nullopt: ask Contents.
    virtual std::optional<QByteArray> smallContent(const QByteArray& sha256) = 0;
    virtual void addUploader(const QByteArray& sha256, const QString& account) = 0;
    virtual bool uploadedBy(const QByteArray& sha256, const QString& account) = 0;
    /// Whether a message of a stream in which one of these mailboxes takes part cites the content.
    virtual bool citedFor(const QByteArray& sha256, const QStringList& mailboxes) = 0;
    virtual bool citedIn(const QByteArray& sha256, const QString& stream) = 0;
    virtual std::optional<UploadRecord> upload(const QByteArray& id) = 0;
    virtual std::optional<UploadRecord> uploadOf(const QString& account, const QByteArray& sha256) = 0;
    virtual void putUpload(const UploadRecord& upload) = 0;
    virtual void removeUpload(const QByteArray& id) = 0;

    // Packets
    virtual std::optional<exchange::PacketReceipt> packet(const QByteArray& sha256, const QString& agency) = 0;
    /// Writes all of a packet in one step. Where the packet is there already nothing is written and the first receipt
    /// comes back.
    virtual std::optional<exchange::PacketReceipt> deposit(const PacketDeposit& deposit) = 0;

    /// Servers above, hubs below and the journal of what passes between them.
    virtual RelayRecords& relaying() = 0;
    /// Settings, limits and other small things.
    virtual HubRecords& records() = 0;
};

/// Port: the durable store of a hub. Calls come from any thread and block.
class Store {
public:
    virtual ~Store() = default;

    /// May be run more than once until it is committed (two transactions that meet at one place): it begins with what
    /// it gives outwards as if it had not run before, and calls neither the store nor Contents.
    using Work = std::function<Result<void>(StoreSession&)>;
    /// Runs the work in one transaction. An error of the work, or of the store, rolls all of it back. When it returns
    /// success the work is on the disk, and on that of the standby where the database has a synchronous one. A failure
    /// after the commit was asked for leaves open whether it happened: the client asks before it sends again.
    [[nodiscard]] virtual Result<void> write(const Work& work) = 0;
    /// The same for work whose loss in a power failure harms nobody (nonces, counters): committed, not flushed.
    [[nodiscard]] virtual Result<void> note(const Work& work) = 0;
    /// StoreSession::takeNonce() in a note() of its own.
    [[nodiscard]] virtual Result<bool> takeNonce(const QString& account, const QByteArray& nonce, const QDateTime& now,
                                                 const QDateTime& expires) {
        bool fresh = false;
        const Result<void> noted = note([&](StoreSession& session) -> Result<void> {
            fresh = session.takeNonce(account, nonce, now, expires);
            return {};
        });
        return noted ? Result<bool>(fresh) : std::unexpected(noted.error());
    }
    /// Runs reading work in one snapshot.
    [[nodiscard]] virtual Result<void> read(const Work& work) = 0;
    /// The same for questions that stand each for itself.
    [[nodiscard]] virtual Result<void> look(const Work& work) { return read(work); }

    /// From now on calls `onNews`, on a thread of the store, with mailboxes whose feeds grew by another process over
    /// the same store. One that grew may be named twice, and late by a second, but never not at all. Called once; the
    /// calls end with endWatch() or with the store. A store that one process serves has no such news.
    virtual void watch(std::function<void(const QStringList& mailboxes)> /*onNews*/) {}
    virtual void endWatch() {}
};

} // namespace hub
