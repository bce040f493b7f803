// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/packetserver.h"

#include <functional>

namespace exchange {

/// Folders that another program empties and fills (spec §4.4). All of them lie on one file system and exist, or can be
/// made.
struct FolderProfile {
    QString outFolder;     ///< packets for the other program: "<kind>-<sha256>.edxml"
    QString inFolder;      ///< packets from it: "*.edxml"
    QString doneFolder;    ///< where packets that were taken go; empty: "done" in inFolder
    QString failedFolder;  ///< where packets go that no reader understands; empty: "failed" in inFolder
    int stableSeconds = 5; ///< a file is whole when nobody wrote it for so long

    friend bool operator==(const FolderProfile&, const FolderProfile&) = default;
};

/// A server between agencies that is a pair of folders. What is sent is written as "….edxml.part", flushed and renamed,
/// so that the other program never sees half a packet. What comes is taken once it is stable, is no symbolic link and
/// has no "….lock" beside it. Whether a packet that is gone from the folder reached anybody cannot be told.
class FolderExchange final : public PacketServer {
public:
    explicit FolderExchange(FolderProfile profile, std::function<QDateTime()> clock = {});

    /// Makes the folders: "folder-unusable".
    [[nodiscard]] Result<void> login(const CallOptions& options = {}) override;
    [[nodiscard]] Result<Directory> agencies(qint64 sinceVersion, const CallOptions& options = {}) override;
    /// All that waits: the time is not looked at, since a folder holds nothing else.
    [[nodiscard]] Result<QList<ListedPacket>> listReceived(const QString& kind, const QDateTime& from,
                                                           const QDateTime& to,
                                                           const CallOptions& options = {}) override;
    [[nodiscard]] Result<void> fetch(const QString& docId, const QString& targetPath,
                                     const CallOptions& options = {}) override;
    [[nodiscard]] Result<void> acknowledge(const QString& docId, Taken taken, const CallOptions& options = {}) override;
    [[nodiscard]] Result<QString> send(const QString& path, const PacketIdentity& packet,
                                       const CallOptions& options = {}) override;
    [[nodiscard]] Result<Known> hasSent(const PacketIdentity& packet, const CallOptions& options = {}) override;
    [[nodiscard]] std::optional<qint64> clockOffsetSeconds() const override { return std::nullopt; }

private:
    /// The waiting file of a docId; empty where it is another file now, or none.
    [[nodiscard]] QString waitingFile(const QString& docId) const;

    FolderProfile m_profile;
    std::function<QDateTime()> m_clock;
};

/// Raises "directory-not-offered".
[[nodiscard]] std::unexpected<Error> directoryNotOffered();

} // namespace exchange
