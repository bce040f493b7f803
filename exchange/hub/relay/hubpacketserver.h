// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/packetserver.h"

#include <QHash>
#include <QMap>

#include <memory>

namespace hub {

/// Port: how far the feeds of the hub above were taken, kept on this side: a hub keeps no such mark itself.
class RelayMarks {
public:
    virtual ~RelayMarks() = default;
    /// Up to where a mailbox's feed is done; 0: nothing.
    [[nodiscard]] virtual exchange::Result<qint64> cursor(const QString& mailbox) = 0;
    [[nodiscard]] virtual exchange::Result<void> setCursor(const QString& mailbox, qint64 cursor) = 0;
    /// Whether the journal says that this packet is done with, or can't be placed here.
    [[nodiscard]] virtual exchange::Result<bool> isDone(const QString& docId) = 0;
};

/// Another hub of our own kind as a server above: its feeds of the agencies that this relay account stands for are the
/// list, and what is acknowledged moves the mark. Packets of the own agencies are stepped over. One thread at a time.
class HubPacketServer final : public exchange::PacketServer {
public:
    /// `marks` must outlive the object.
    HubPacketServer(std::unique_ptr<exchange::ExchangeServer> server, RelayMarks& marks);
    ~HubPacketServer() override;

    [[nodiscard]] exchange::Result<void> login(const exchange::CallOptions& options = {}) override;
    [[nodiscard]] exchange::Result<exchange::Directory> agencies(qint64 sinceVersion,
                                                                 const exchange::CallOptions& options = {}) override;
    /// The oldest packets of the feeds that are not acknowledged; the time is not looked at.
    [[nodiscard]] exchange::Result<QList<exchange::ListedPacket>>
    listReceived(const QString& kind, const QDateTime& from, const QDateTime& to,
                 const exchange::CallOptions& options = {}) override;
    [[nodiscard]] exchange::Result<void> fetch(const QString& docId, const QString& targetPath,
                                               const exchange::CallOptions& options = {}) override;
    [[nodiscard]] exchange::Result<void> acknowledge(const QString& docId, Taken taken,
                                                     const exchange::CallOptions& options = {}) override;
    [[nodiscard]] exchange::Result<QString> send(const QString& path, const exchange::PacketIdentity& packet,
                                                 const exchange::CallOptions& options = {}) override;
    [[nodiscard]] exchange::Result<exchange::Known> hasSent(const exchange::PacketIdentity& packet,
                                                            const exchange::CallOptions& options = {}) override;
    [[nodiscard]] std::optional<qint64> clockOffsetSeconds() const override;
    [[nodiscard]] qint64 retryAfterSeconds() const override;

private:
    /// One entry of a feed that was looked at.
    struct Entry {
        exchange::ListedPacket packet; ///< an empty docId: no packet for us
        bool done = false;
    };
    using Window = QMap<qint64, Entry>; ///< by cursor

    [[nodiscard]] exchange::Result<void> look(const exchange::CallOptions& options);
    [[nodiscard]] exchange::Result<void> lookInto(const QString& mailbox, const exchange::CallOptions& options);
    [[nodiscard]] exchange::Result<Entry> entryOf(const QString& mailbox, const exchange::FeedEntry& entry,
                                                  const exchange::CallOptions& options);
    /// Moves the mark over what is done at the beginning of the window.
    [[nodiscard]] exchange::Result<void> moveMark(const QString& mailbox);

    std::unique_ptr<exchange::ExchangeServer> m_server;
    RelayMarks& m_marks;
    QStringList m_mailboxes;
    QHash<QString, Window> m_windows;
    QStringList m_listed; ///< kinds that were listed from the windows as they are
};

} // namespace hub
