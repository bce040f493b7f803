// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/packetfacts.h"
#include "exchange/sync/messagesink.h"

namespace app {

class OfficeStore;

/// Port: takes a packet apart. It stores attachments in the blob store and returns what the packet says. A packet that
/// cannot be read is no error: the facts have kind Unreadable and its problem. An error (a full disk) stops the feed
/// until it is mended.
class PacketIntake {
public:
    virtual ~PacketIntake() = default;

    [[nodiscard]] virtual Result<PacketFacts> takeApart(const QByteArray& packetSha256, const QString& path) = 0;
};

/// Keeps what comes from the server. One transaction stores the message, the document that it makes, "not checked yet"
/// and the job of judging it.
class StoreSink final : public exchange::MessageSink {
public:
    StoreSink(OfficeStore& store, PacketIntake& intake);

    [[nodiscard]] exchange::Result<exchange::StreamHead> streamHead(const QString& stream) override;
    [[nodiscard]] exchange::Result<void> accept(const exchange::Message& message) override;
    [[nodiscard]] exchange::Result<bool> wantsContent(const exchange::Message& message,
                                                      const QByteArray& sha256) override;
    [[nodiscard]] exchange::Result<void> acceptContent(const QByteArray& sha256, const QString& path) override;

private:
    OfficeStore& m_store;
    PacketIntake& m_intake;
};

/// SyncOptions::rebase over the store, which has the stream's new messages by now. An act of a case goes to the new end
/// of its stream unchanged. A line of a book is void, since its number is another's: whoever queued it draws again.
[[nodiscard]] std::optional<exchange::Append> rebaseAppend(OfficeStore& store, const exchange::Append& append);

} // namespace app
