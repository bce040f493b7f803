// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/client/hubclient.h"
#include "exchange/protocol/packetserver.h"

namespace exchange {

/// One system at a provincial exchange server (spec §4.2).
struct ProvincialAccount {
    QUrl baseUrl; ///< "https://lgsp.example"; plain http on loopback alone
    QString userName;
    QString password;
    QString applicationCode;
    QByteArray systemId;
    QByteArray secretKey;
    QString caFile; ///< PEM of the server's authority; empty: the system's store
    qint64 largestPacketBytes = 50LL * 1024 * 1024;
    int zoneMinutes = 7 * 60; ///< what the days of a list mean
};

/// Speaks a provincial server's REST calls. A token lasts for about half an hour and lives in memory alone: a call that
/// is answered 401 is made once more behind one new login. Sent packets cannot be asked for.
class ProvincialClient final : public PacketServer {
public:
    explicit ProvincialClient(ProvincialAccount account, ClientLimits limits = {},
                              std::function<QDateTime()> clock = {});
    ~ProvincialClient() override;
    ProvincialClient(const ProvincialClient&) = delete;
    ProvincialClient& operator=(const ProvincialClient&) = delete;

    /// "axis-secret-wrong" where user or password are refused.
    [[nodiscard]] Result<void> login(const CallOptions& options = {}) override;
    [[nodiscard]] Result<Directory> agencies(qint64 sinceVersion, const CallOptions& options = {}) override;
    [[nodiscard]] Result<QList<ListedPacket>> listReceived(const QString& kind, const QDateTime& from,
                                                           const QDateTime& to,
                                                           const CallOptions& options = {}) override;
    /// "packet-attachments-apart": the server gives files outside of the packet, which would be lost.
    [[nodiscard]] Result<void> fetch(const QString& docId, const QString& targetPath,
                                     const CallOptions& options = {}) override;
    [[nodiscard]] Result<void> acknowledge(const QString& docId, Taken taken, const CallOptions& options = {}) override;
    /// "too-large" before anything is sent.
    [[nodiscard]] Result<QString> send(const QString& path, const PacketIdentity& packet,
                                       const CallOptions& options = {}) override;
    [[nodiscard]] Result<Known> hasSent(const PacketIdentity& packet, const CallOptions& options = {}) override;
    [[nodiscard]] std::optional<qint64> clockOffsetSeconds() const override;
    [[nodiscard]] qint64 retryAfterSeconds() const override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace exchange
