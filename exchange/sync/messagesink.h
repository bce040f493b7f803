// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"
#include "exchange/protocol/message.h"
#include "exchange/protocol/pull.h"

namespace exchange {

/// How far a stream is stored here: the last sequence number and headerHash() of that message; 0 and empty: nothing
/// yet.
struct StreamHead {
    qint64 sequence = 0;
    QByteArray hash;

    friend bool operator==(const StreamHead&, const StreamHead&) = default;
};

/// One message of a page.
struct Arrival {
    Message message;
    QList<PulledContent> contents; ///< that came with it, checked against their hashes
    QList<QByteArray> waiting;     ///< contents that this network is too dear for: fetched later, by Download steps
};

/// Port: where what came from the server is kept. Every call has committed when it returns; the engine acknowledges
/// only then. Called on the thread that runs the engine.
class MessageSink {
public:
    virtual ~MessageSink() = default;

    [[nodiscard]] virtual Result<StreamHead> streamHead(const QString& stream) = 0;
    /// The same of all streams of a page at once, in their order.
    [[nodiscard]] virtual Result<QList<StreamHead>> streamHeads(const QStringList& streams) {
        QList<StreamHead> heads;
        for (const QString& stream : streams) {
            const Result<StreamHead> head = streamHead(stream);
            if (!head) {
                return std::unexpected(head.error());
            }
            heads.append(*head);
        }
        return heads;
    }

    /// Stores a message, once: one that is there already (same stream and sequence) is a success that changes nothing.
    /// Messages of a stream come in order without holes, their contents (where wanted) before them. A payload that the
    /// sink does not understand is stored all the same: an error here stops the feed until it is mended.
    [[nodiscard]] virtual Result<void> accept(const Message& message) = 0;

    /// Stores a page in its order and moves the cursors, all in one commit: a cursor never outlives its messages. What
    /// was stored before changes nothing. Gives how many messages are new. The same rules as for accept().
    [[nodiscard]] virtual Result<int> acceptPage(const QList<Arrival>& page, const QList<FeedCursor>& cursors) = 0;

    /// Whether the content that this message cites shall be downloaded now. False where it is there already.
    [[nodiscard]] virtual Result<bool> wantsContent(const Message& message, const QByteArray& sha256) = 0;

    /// Takes a downloaded, checked file; may move it away or copy it.
    [[nodiscard]] virtual Result<void> acceptContent(const QByteArray& sha256, const QString& path) = 0;
};

} // namespace exchange
