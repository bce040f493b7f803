// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/exchangeserver.h"

#include <QUrl>

#include <memory>

namespace exchange {

/// One account on one hub. `secret` is made by the client at enrolment and known to it and the hub alone.
struct HubAccount {
    QUrl baseUrl;      ///< "https://hub.example:8443" or, on loopback only, "http://127.0.0.1:1234"
    QString account;   ///< "H99.01/lan"
    QByteArray secret; ///< hexadecimal text, used as it is as the HMAC key
    QString caFile;    ///< PEM of the hub's certificate authority; empty: the system's store

    friend bool operator==(const HubAccount&, const HubAccount&) = default;
};

/// Time-outs and sizes of the client. The defaults suit a slow line; tests shorten them.
struct ClientLimits {
    qint64 connectMilliseconds = 10'000;
    qint64 stalledSeconds = 30;                 ///< below 64 bytes a second for so long: "server-slow"
    qint64 answerMilliseconds = 60'000;         ///< for a whole small answer, added to a long poll's wait
    qint64 answerBytes = 32 * 1024 * 1024;      ///< most that is taken for a JSON answer
    qint64 contentBytes = 1024LL * 1024 * 1024; ///< most that is taken for one content
    qint64 partBytes = 4 * 1024 * 1024;         ///< size of one uploaded part
    qint64 wholePacketBytes = 1024 * 1024;      ///< a packet up to this goes in one request
};

/// Talks to congvan-hub over HTTP(S) with libcurl. No redirect, no proxy from the environment, plain http to loopback
/// only. One object for one thread at a time; make another for a long poll beside other work.
class HubClient final : public ExchangeServer {
public:
    explicit HubClient(HubAccount account, ClientLimits limits = {});
    ~HubClient() override;
    HubClient(const HubClient&) = delete;
    HubClient& operator=(const HubClient&) = delete;

    [[nodiscard]] Result<AppendReceipt> append(const Append& append, const CallOptions& options = {}) override;
    [[nodiscard]] Result<QList<FeedEntry>> feed(const QString& mailbox, qint64 afterCursor, int limit,
                                                int longPollSeconds = 0, const CallOptions& options = {}) override;
    [[nodiscard]] Result<QList<Message>> messages(const QString& stream, qint64 fromSequence, int limit,
                                                  const CallOptions& options = {}) override;
    [[nodiscard]] Result<void> upload(const QString& path, const QByteArray& sha256,
                                      const CallOptions& options = {}) override;
    [[nodiscard]] Result<void> download(const QByteArray& sha256, const QString& targetPath,
                                        const QString& citingStream, const CallOptions& options = {}) override;
    /// In one request; over the older calls where the hub does not know this one.
    [[nodiscard]] Result<PullAnswer> pull(const PullRequest& request, const CallOptions& options = {}) override;
    [[nodiscard]] Result<PacketReceipt> sendPacket(const QString& path, const QString& kind, const QByteArray& sha256,
                                                   const CallOptions& options = {}) override;
    [[nodiscard]] Result<SentAnswer> findSent(const QByteArray& sha256, const CallOptions& options = {}) override;
    [[nodiscard]] Result<Directory> directory(qint64 sinceVersion, const CallOptions& options = {}) override;
    [[nodiscard]] Result<ServerStatus> status(const CallOptions& options = {}) override;
    [[nodiscard]] std::optional<qint64> clockOffsetSeconds() const override;
    [[nodiscard]] qint64 retryAfterSeconds() const override;

private:
    [[nodiscard]] Result<PacketReceipt> sendInParts(const QString& path, const QString& kind, const QByteArray& sha256,
                                                    const CallOptions& options);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace exchange
