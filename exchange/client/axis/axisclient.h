// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/client/hubclient.h"
#include "exchange/protocol/axissigning.h"
#include "exchange/protocol/packetserver.h"

namespace exchange {

/// Where servers that speak the axis' calls differ, or where no source tells what they do (spec §4.1).
struct AxisSwitches {
    bool sdkHash = false;             ///< hash-file as the Java library writes it, without leading zeros
    bool multipartContentType = true; ///< a form says its boundary in Content-Type; false: "application/octet-stream"
    bool streams = true;              ///< files come by downloadEdoc; false: by getEdoc, as base64 in JSON
    bool datesInList = true;          ///< lists take fromDate and toDate
    int pageDays = 0;                 ///< a list asks for so many days at once; 0: for all
    int zoneMinutes = axis::vietnamMinutes; ///< what the stamps mean, which carry no zone
    bool asksSent = true;             ///< its list of sent packets is complete, so that it can be asked before a resend
    bool sentListHasStatuses = false; ///< that list tells of statuses, too
    bool idsAreHashes = false; ///< its identifiers are the SHA-256 of packets, as our hub's: then its list is certain
    bool getsDirectoryByVersion = false; ///< getSynchronizeUnit instead of getAgenciesList

    friend bool operator==(const AxisSwitches&, const AxisSwitches&) = default;
};

/// One system at a server that speaks the axis' calls.
struct AxisAccount {
    QUrl baseUrl; ///< "https://axis.example/service"; plain http on loopback alone
    QString systemId;
    QByteArray secret;
    QString caFile; ///< PEM of the server's authority; empty: the system's store. Certificates are always checked
    AxisSwitches switches;
};

/// Speaks the national axis' calls over HTTP(S) (spec §4.1). The stamp of a call is the server's time as far as it is
/// known; a call that is refused while this machine's clock was found to be off is made once more with the right stamp.
class AxisClient final : public PacketServer {
public:
    explicit AxisClient(AxisAccount account, ClientLimits limits = {}, std::function<QDateTime()> clock = {});
    ~AxisClient() override;
    AxisClient(const AxisClient&) = delete;
    AxisClient& operator=(const AxisClient&) = delete;

    [[nodiscard]] Result<void> login(const CallOptions& options = {}) override;
    [[nodiscard]] Result<Directory> agencies(qint64 sinceVersion, const CallOptions& options = {}) override;
    [[nodiscard]] Result<QList<ListedPacket>> listReceived(const QString& kind, const QDateTime& from,
                                                           const QDateTime& to,
                                                           const CallOptions& options = {}) override;
    [[nodiscard]] Result<void> fetch(const QString& docId, const QString& targetPath,
                                     const CallOptions& options = {}) override;
    [[nodiscard]] Result<void> acknowledge(const QString& docId, Taken taken, const CallOptions& options = {}) override;
    [[nodiscard]] Result<QString> send(const QString& path, const PacketIdentity& packet,
                                       const CallOptions& options = {}) override;
    [[nodiscard]] Result<Known> hasSent(const PacketIdentity& packet, const CallOptions& options = {}) override;
    [[nodiscard]] std::optional<qint64> clockOffsetSeconds() const override;
    [[nodiscard]] qint64 retryAfterSeconds() const override;

    /// How many packets of a kind wait (countReceiveEdoc, countReceiveStatus).
    [[nodiscard]] Result<qint64> countReceived(const QString& kind, const CallOptions& options = {});
    /// Enters an agency below another one (registerAgency), or takes one out. Servers allow it to few.
    [[nodiscard]] Result<void> registerAgency(const AgencyEntry& agency, const QString& parent, const QString& mail,
                                              const CallOptions& options = {});
    [[nodiscard]] Result<void> deleteAgency(const QString& organId, const CallOptions& options = {});

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace exchange
