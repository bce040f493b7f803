// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"
#include "exchange/protocol/message.h"
#include "exchange/protocol/pull.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace exchange {

/// One thing that this client owes the server. Written by a use case in the transaction that also wrote the deed
/// itself.
struct OutboxItem {
    enum class Kind {
        Upload, ///< `path` and `sha256`
        Append, ///< `append`
        Send,   ///< `path`, `sha256` and `packetKind`
    };
    enum class State {
        Planned,   ///< to be done, at `nextAttempt` at the earliest
        Started,   ///< a run was doing it; found in a fresh run: it was interrupted
        Done,      ///< the server has stored it
        Uncertain, ///< a packet whose answer never came: asked for by findSent() before it is sent again
        Failed,    ///< a person has to act; `error` says why
    };

    QString id; ///< made by whoever plans the item, for example a UUID
    Kind kind = Kind::Upload;
    State state = State::Planned;
    int attempts = 0;
    QDateTime nextAttempt; ///< UTC; null: at once
    Error error;           ///< of the last attempt; an empty code: none

    QString path;       ///< file of an upload or packet; must stay as it is until Done
    QByteArray sha256;  ///< of that file
    QString packetKind; ///< "edoc" or "status"
    Append append;
    std::optional<AppendReceipt> receipt; ///< of an append that is Done

    friend bool operator==(const OutboxItem&, const OutboxItem&) = default;
};

/// The code of an Uncertain packet whose server can't be asked: no run tries it again by itself.
inline constexpr QLatin1StringView cannotTellCode("sync-cannot-tell");

/// The code with which update() refuses to begin an item that a person took out of the outbox meanwhile.
inline constexpr QLatin1StringView takenOutCode("outbox-item-taken-out");

/// A content that waits for a network on which it may be fetched.
struct WaitingContent {
    QByteArray sha256;
    QString stream; ///< whose message cites it

    friend bool operator==(const WaitingContent&, const WaitingContent&) = default;
};

/// Port: the durable memory of sync. Every call has committed when it returns. Called on the thread that runs the
/// engine.
class SyncJournal {
public:
    virtual ~SyncJournal() = default;

    /// The feeds that were read so far, with the cursor of each; MessageSink::acceptPage() moves them.
    [[nodiscard]] virtual Result<QList<FeedCursor>> feeds() = 0;
    /// Up to where the server's directory is stored here.
    [[nodiscard]] virtual Result<qint64> directoryVersion() { return 0; }
    /// Contents that were left at the server, see Arrival::waiting. Gone from here once the sink has them.
    [[nodiscard]] virtual Result<QList<WaitingContent>> waitingContents() { return QList<WaitingContent>(); }

    /// Items that are not Done and not Failed, in the order in which they were planned.
    [[nodiscard]] virtual Result<QList<OutboxItem>> outbox() = 0;
    /// Writes an item's new state (found by its id); refuses to begin one that is gone: takenOutCode.
    [[nodiscard]] virtual Result<void> update(const OutboxItem& item) = 0;
};

} // namespace exchange
