// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/exchangeserver.h"

#include <optional>

namespace exchange {

/// What a server says of a packet that may have reached it.
enum class Known {
    Yes,
    No,
    CannotTell, ///< it has no way to be asked, or its answer names no packet for certain
};

/// One packet that waits for this account at the server.
struct ListedPacket {
    QString docId;      ///< the server's own identifier, opaque; the same packet may be listed many times
    QString kind;       ///< "edoc" or "status"
    QString from;       ///< OrganId of the sender as the server says; the packet itself decides
    QStringList to;     ///< may be empty
    QDateTime created;  ///< UTC, the server's clock; null where the server says none that can be read
    QStringList hops{}; ///< the hubs that passed it on, where the server tells (PacketNotice)

    friend bool operator==(const ListedPacket&, const ListedPacket&) = default;
};

/// What tells one packet from another, for a server that may know it under a number of its own.
struct PacketIdentity {
    QByteArray sha256;    ///< of the packet's bytes
    QString kind;         ///< "edoc" or "status"
    QString documentId;   ///< the document's own identifier, opaque (spec §3.4)
    QString from;         ///< OrganId
    QStringList to;       ///< OrganIds, without doubles
    QString notation;     ///< "07/SM-VP", may be empty
    QString subject;      ///< may be empty
    QDateTime triedSince; ///< UTC: when it was first tried; null: never

    friend bool operator==(const PacketIdentity&, const PacketIdentity&) = default;
};

/// Port: a server between agencies as one office sees it: the national axis, a provincial one, a folder that another
/// program empties. Every call blocks, so it is made off the GUI thread; one object is used by one thread at a time.
/// Files are given and taken as bytes: nobody below this port looks into a packet. Errors are those of the line
/// (exchange/client) and the server's own as codes; mayRetry() tells which may heal by themselves.
class PacketServer {
public:
    virtual ~PacketServer() = default;

    /// Makes the following calls possible; harmless where it was made before, or where the server needs none.
    [[nodiscard]] virtual Result<void> login(const CallOptions& options = {}) = 0;

    /// The server's directory; where it has no versions all of it comes each time. "directory-not-offered" where it has
    /// none.
    [[nodiscard]] virtual Result<Directory> agencies(qint64 sinceVersion, const CallOptions& options = {}) = 0;

    /// What waits for this account, created between two moments (UTC, of this machine's clock: an implementation that
    /// knows the server's offset applies it). What is acknowledged as done need not come again.
    [[nodiscard]] virtual Result<QList<ListedPacket>>
    listReceived(const QString& kind, const QDateTime& from, const QDateTime& to, const CallOptions& options = {}) = 0;

    /// Writes the packet's bytes to `targetPath`, whole or not at all. `docId` comes from listReceived().
    [[nodiscard]] virtual Result<void> fetch(const QString& docId, const QString& targetPath,
                                             const CallOptions& options = {}) = 0;

    /// How far this office is with the download of a packet; says nothing of the paperwork.
    enum class Taken {
        Processing,
        Done,
        Failed,
    };
    /// May be made again for the same packet.
    [[nodiscard]] virtual Result<void> acknowledge(const QString& docId, Taken taken,
                                                   const CallOptions& options = {}) = 0;

    /// Hands a packet's file over; gives the server's identifier, which may be empty. After an error of the line the
    /// packet may be there all the same: ask hasSent() before any second try.
    [[nodiscard]] virtual Result<QString> send(const QString& path, const PacketIdentity& packet,
                                               const CallOptions& options = {}) = 0;

    /// Whether the server has this packet from this office.
    [[nodiscard]] virtual Result<Known> hasSent(const PacketIdentity& packet, const CallOptions& options = {}) = 0;

    /// The server's clock minus this machine's, in seconds, as the last answer showed it; nothing where none did.
    [[nodiscard]] virtual std::optional<qint64> clockOffsetSeconds() const = 0;

    /// For how many seconds the server asked to be left alone in its last answer (Retry-After); 0: it did not.
    [[nodiscard]] virtual qint64 retryAfterSeconds() const { return 0; }
};

} // namespace exchange
