// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/packetfacts.h"
#include "exchange/sync/messagesink.h"

#include <optional>

class QIODevice;

namespace app {

class OfficeStore;

/// Port: reads packets, in two steps. A packet that cannot be read is no error: the facts have kind Unreadable and its
/// problem. An error (a full disk) stops what was under way until it is mended.
class PacketIntake {
public:
    virtual ~PacketIntake() = default;

    /// The first step, before the message is stored: what the envelope says. Quick, stores nothing. Facts that are not
    /// `unpacked` owe the second step.
    [[nodiscard]] virtual Result<PacketFacts> describe(const QByteArray& packetSha256, QIODevice& packet) = 0;
};

/// Keeps what comes from the server. One transaction stores a page: messages, the documents that they make, "not
/// checked yet", the jobs of taking packets apart and judging them, and the cursors.
class StoreSink final : public exchange::MessageSink {
public:
    StoreSink(OfficeStore& store, PacketIntake& intake);

    [[nodiscard]] exchange::Result<exchange::StreamHead> streamHead(const QString& stream) override;
    [[nodiscard]] exchange::Result<QList<exchange::StreamHead>> streamHeads(const QStringList& streams) override;
    [[nodiscard]] exchange::Result<void> accept(const exchange::Message& message) override;
    [[nodiscard]] exchange::Result<int> acceptPage(const QList<exchange::Arrival>& page,
                                                   const QList<exchange::FeedCursor>& cursors) override;
    [[nodiscard]] exchange::Result<bool> wantsContent(const exchange::Message& message,
                                                      const QByteArray& sha256) override;
    [[nodiscard]] exchange::Result<void> acceptContent(const QByteArray& sha256, const QString& path) override;

private:
    /// The page's files, all durable when it returns.
    [[nodiscard]] Result<void> keepContents(const QList<exchange::Arrival>& page);
    [[nodiscard]] Result<std::optional<PacketFacts>> factsOf(const exchange::Arrival& arrival);

    OfficeStore& m_store;
    PacketIntake& m_intake;
};

/// SyncOptions::rebase over the store, which has the stream's new messages by now. An act of a case goes to the new end
/// of its stream unchanged. A line of a book is void, since its number is another's: whoever queued it draws again.
[[nodiscard]] std::optional<exchange::Append> rebaseAppend(OfficeStore& store, const exchange::Append& append);

} // namespace app
