// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/packetserver.h"

#include <QDateTime>
#include <QList>

namespace exchange {

/// One packet that a server between agencies announced.
struct IncomingPacket {
    enum class State {
        Listed,   ///< to be fetched
        Stored,   ///< the office has it; the server is owed the word
        Unusable, ///< kept as well, but no packet that can be read; the server is owed the word
        Done,     ///< the server was told
        Failed,   ///< the server does not give it; a person has to act
    };
    ListedPacket packet;
    State state = State::Listed;
    int attempts = 0;      ///< that reached the server
    QDateTime nextAttempt; ///< UTC; null: at once
    Error error;           ///< of the last attempt; an empty code: none

    friend bool operator==(const IncomingPacket&, const IncomingPacket&) = default;
};

/// One packet that this office owes its server.
struct OutgoingPacket {
    enum class State {
        Planned,   ///< the server does not have it
        Started,   ///< it was being sent, or an answer never came: the server may have it, ask before sending
        Done,      ///< the server has it
        Uncertain, ///< the server may have it and cannot be asked: never sent again alone
        Failed,    ///< a person has to act
    };
    QString id;            ///< made by whoever plans it
    QString path;          ///< its file; must stay as it is until Done
    PacketIdentity packet; ///< triedSince is set by the loop
    State state = State::Planned;
    int attempts = 0;      ///< that reached the server
    QDateTime nextAttempt; ///< UTC; null: at once
    Error error;
    QString docId; ///< the server's identifier, once it is Done and where it told one

    friend bool operator==(const OutgoingPacket&, const OutgoingPacket&) = default;
};

/// Port: the durable memory of the exchange with a server between agencies. Every call has committed when it returns.
/// Called on the thread that runs the loop.
class PacketJournal {
public:
    virtual ~PacketJournal() = default;

    /// Up to when the server's list of a kind was written down; null: never.
    [[nodiscard]] virtual Result<QDateTime> listedUntil(const QString& kind) = 0;
    [[nodiscard]] virtual Result<void> setListedUntil(const QString& kind, const QDateTime& until) = 0;
    /// Writes down what a list says, in one commit; gives how many of it were not known before. A docId that is known
    /// stays as it is.
    [[nodiscard]] virtual Result<int> noteListed(const QList<ListedPacket>& packets) = 0;
    /// Packets that are not Done and not Failed, in the order in which they were listed.
    [[nodiscard]] virtual Result<QList<IncomingPacket>> incoming() = 0;
    /// Found by its docId.
    [[nodiscard]] virtual Result<void> update(const IncomingPacket& packet) = 0;

    /// Packets that are Planned or Started, in the order in which they were planned.
    [[nodiscard]] virtual Result<QList<OutgoingPacket>> outgoing() = 0;
    /// Found by its id.
    [[nodiscard]] virtual Result<void> update(const OutgoingPacket& packet) = 0;
};

/// Port: where packets that came are kept.
class PacketSink {
public:
    virtual ~PacketSink() = default;

    enum class Stored {
        Good,
        Unusable, ///< kept, but no reader can make sense of it
    };
    /// Stores a packet durably, once: the same docId again, or the same bytes under another docId, change nothing. Has
    /// committed when it returns. May move the file away. An error: not stored, to be tried again.
    [[nodiscard]] virtual Result<Stored> accept(const ListedPacket& packet, const QString& path) = 0;
};

} // namespace exchange
