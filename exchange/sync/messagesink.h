// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"
#include "exchange/protocol/message.h"

namespace exchange {

/// How far a stream is stored here: the last sequence number and headerHash() of that message; 0 and empty: nothing
/// yet.
struct StreamHead {
    qint64 sequence = 0;
    QByteArray hash;

    friend bool operator==(const StreamHead&, const StreamHead&) = default;
};

/// Port: where what came from the server is kept. Every call has committed when it returns; the engine acknowledges
/// only then. Called on the thread that runs the engine.
class MessageSink {
public:
    virtual ~MessageSink() = default;

    [[nodiscard]] virtual Result<StreamHead> streamHead(const QString& stream) = 0;

    /// Stores a message, once: one that is there already (same stream and sequence) is a success that changes nothing.
    /// Messages of a stream come in order without holes, their contents (where wanted) before them. A payload that the
    /// sink does not understand is stored all the same: an error here stops the feed until it is mended.
    [[nodiscard]] virtual Result<void> accept(const Message& message) = 0;

    /// Whether the content that this message cites shall be downloaded now. False where it is there already.
    [[nodiscard]] virtual Result<bool> wantsContent(const Message& message, const QByteArray& sha256) = 0;

    /// Takes a downloaded, checked file; may move it away or copy it.
    [[nodiscard]] virtual Result<void> acceptContent(const QByteArray& sha256, const QString& path) = 0;
};

} // namespace exchange
