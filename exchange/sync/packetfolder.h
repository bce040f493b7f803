// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/processlock.h"
#include "exchange/sync/packetjournal.h"

#include <functional>
#include <memory>
#include <optional>

namespace exchange {

/// The identity of a packet's file: its hash, and what its envelope says. Errors are those of the packet reader.
[[nodiscard]] Result<PacketIdentity> identityOf(const QString& path);

/// The memory of an exchange in one folder, for an office that tries a server without a hub: "journal.json", packets
/// that came in "in/<sha256>.edxml", packets to be sent in "out/". The journal is written whole at each step, which is
/// right for hundreds of packets and not for a province. One process at a time.
class PacketFolder final : public PacketJournal, public PacketSink {
public:
    /// Makes the folder. "packet-folder-unusable", "packet-folder-busy" where another process works in it,
    /// "packet-journal-unreadable" where the journal is damaged: nothing is done then, since a forgotten packet would
    /// be sent twice.
    [[nodiscard]] static Result<std::unique_ptr<PacketFolder>> open(const QString& folder,
                                                                    std::function<QDateTime()> clock = {});
    ~PacketFolder() override;
    PacketFolder(const PacketFolder&) = delete;
    PacketFolder& operator=(const PacketFolder&) = delete;

    /// Copies a packet in and owes it to the server; gives its id, which is its hash. The same packet again changes
    /// nothing, whatever became of it.
    [[nodiscard]] Result<QString> plan(const QString& path);
    /// A packet that was planned once; its state Failed with an empty id where it was not.
    [[nodiscard]] OutgoingPacket planned(const QString& id) const;
    /// A person's word on an uncertain or failed packet: the server has it, or it is to be sent again.
    [[nodiscard]] Result<void> settle(const QString& id, bool serverHasIt);
    [[nodiscard]] QString spoolFolder() const { return m_folder + QStringLiteral("/spool"); }
    [[nodiscard]] QString inFolder() const { return m_folder + QStringLiteral("/in"); }

    [[nodiscard]] Result<QDateTime> listedUntil(const QString& kind) override;
    [[nodiscard]] Result<void> setListedUntil(const QString& kind, const QDateTime& until) override;
    [[nodiscard]] Result<int> noteListed(const QList<ListedPacket>& packets) override;
    [[nodiscard]] Result<QList<IncomingPacket>> incoming() override;
    [[nodiscard]] Result<void> update(const IncomingPacket& packet) override;
    [[nodiscard]] Result<QList<OutgoingPacket>> outgoing() override;
    [[nodiscard]] Result<void> update(const OutgoingPacket& packet) override;
    [[nodiscard]] Result<Stored> accept(const ListedPacket& packet, const QString& path) override;

private:
    PacketFolder(QString folder, std::function<QDateTime()> clock);
    [[nodiscard]] Result<void> read();
    [[nodiscard]] Result<void> write();

    QString m_folder;
    std::function<QDateTime()> m_clock;
    std::optional<ProcessLock> m_lock;
    QMap<QString, QDateTime> m_until;
    QList<IncomingPacket> m_in;
    QList<OutgoingPacket> m_out;
};

} // namespace exchange
