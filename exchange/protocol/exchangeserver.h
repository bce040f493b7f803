// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/directory.h"
#include "exchange/protocol/error.h"
#include "exchange/protocol/message.h"
#include "exchange/protocol/pull.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace exchange {

/// How one call behaves. `progress` is called on the calling thread with bytes done and bytes in all.
struct CallOptions {
    std::stop_token stop;                                    ///< a requested stop ends the call with "cancelled"
    std::function<void(qint64 done, qint64 total)> progress; ///< may be empty
    QStringList hops{}; ///< sending a packet, by a relay alone: the hubs that it passed, see PacketNotice
};

/// The server has the packet and has put it into the feeds of its receivers.
struct PacketReceipt {
    QByteArray sha256;
    QString stream; ///< "packet/<sha256>"
    QString kind;   ///< "edoc" or "status"
    QDateTime time; ///< UTC, when the hub took it
    QStringList receivers;

    friend bool operator==(const PacketReceipt&, const PacketReceipt&) = default;
};

/// What a server says of a packet that may have reached it.
struct SentAnswer {
    enum class Known {
        Has,
        HasNot,
        CannotTell, ///< it has no way to be asked: only a person, or a status from the receiver, can settle it
    };
    Known known = Known::CannotTell;
    std::optional<PacketReceipt> receipt{}; ///< where it has it and can give one

    friend bool operator==(const SentAnswer&, const SentAnswer&) = default;
};

/// Port: an exchange server as one account sees it. Every call blocks, so it is made off the GUI thread; one object is
/// used by one thread at a time. Every call can fail with the codes of exchange/client and exchange/hub (see
/// mayRetry()); nothing is ever reported as done before the server has stored it.
class ExchangeServer {
public:
    virtual ~ExchangeServer() = default;

    /// Appends one message. The same messageId with the same payload, sent again, gives the first receipt.
    /// "append-conflict": the place is taken; detail is the current head as "<sequence> <header hash>".
    [[nodiscard]] virtual Result<AppendReceipt> append(const Append& append, const CallOptions& options = {}) = 0;

    /// Entries of a mailbox's feed after a cursor, oldest first. With longPollSeconds > 0 the call waits that long for
    /// something to come; an empty list is no error.
    [[nodiscard]] virtual Result<QList<FeedEntry>> feed(const QString& mailbox, qint64 afterCursor, int limit,
                                                        int longPollSeconds = 0, const CallOptions& options = {}) = 0;

    /// Messages of a stream from a sequence number on, in order. Fewer than `limit` may come; none: the end.
    [[nodiscard]] virtual Result<QList<Message>> messages(const QString& stream, qint64 fromSequence, int limit,
                                                          const CallOptions& options = {}) = 0;

    /// Uploads a file as content, in parts, going on where an interrupted upload of the same bytes stopped.
    [[nodiscard]] virtual Result<void> upload(const QString& path, const QByteArray& sha256,
                                              const CallOptions& options = {}) = 0;

    /// Downloads content that a message in `citingStream` cites: into "<target>.part", going on where it stopped, then
    /// checked against the hash and put in place atomically.
    [[nodiscard]] virtual Result<void> download(const QByteArray& sha256, const QString& targetPath,
                                                const QString& citingStream, const CallOptions& options = {}) = 0;

    /// Status, directory version and the news of every feed, with their messages and small contents. Here over the
    /// calls above, without contents and without waiting, for a server that has no such call.
    [[nodiscard]] virtual Result<PullAnswer> pull(const PullRequest& request, const CallOptions& options = {});

    /// Sends an edXML packet between offices, in one request where it is small. Idempotent by the packet's SHA-256.
    /// "unknown-receiver" lists the OrganIds that the directory does not know in detail.
    [[nodiscard]] virtual Result<PacketReceipt>
    sendPacket(const QString& path, const QString& kind, const QByteArray& sha256, const CallOptions& options = {}) = 0;

    /// Whether the server has this packet from the caller's agency; asked before any resend.
    [[nodiscard]] virtual Result<SentAnswer> findSent(const QByteArray& sha256, const CallOptions& options = {}) = 0;

    /// The directory's changes since a version (0: everything).
    [[nodiscard]] virtual Result<Directory> directory(qint64 sinceVersion, const CallOptions& options = {}) = 0;

    [[nodiscard]] virtual Result<ServerStatus> status(const CallOptions& options = {}) = 0;

    /// The server's clock minus this machine's, in seconds, as the last answer showed it; nothing where none did.
    [[nodiscard]] virtual std::optional<qint64> clockOffsetSeconds() const { return std::nullopt; }

    /// For how many seconds the server asked to be left alone in its last answer (Retry-After); 0: it did not.
    [[nodiscard]] virtual qint64 retryAfterSeconds() const { return 0; }
};

} // namespace exchange
