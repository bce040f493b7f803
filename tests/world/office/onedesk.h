// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/officedesk.h"
#include "docsig/keys/demoauthority.h"
#include "exchange/protocol/exchangeserver.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>

namespace world {

/// The streams of a server, in memory: enough for drawing numbers. Everything else is answered as if it were away.
class StreamServer final : public exchange::ExchangeServer {
public:
    using Streams = QHash<QString, QList<exchange::Message>>;
    StreamServer(Streams& streams, const bool& isAway)
        : m_streams(streams)
        , m_isAway(isAway) {}

    exchange::Result<exchange::AppendReceipt> append(const exchange::Append& append,
                                                     const exchange::CallOptions& options) override;
    exchange::Result<QList<exchange::Message>> messages(const QString& stream, qint64 fromSequence, int limit,
                                                        const exchange::CallOptions& options) override;
    exchange::Result<QList<exchange::FeedEntry>> feed(const QString&, qint64, int, int,
                                                      const exchange::CallOptions&) override;
    exchange::Result<void> upload(const QString&, const QByteArray&, const exchange::CallOptions&) override;
    exchange::Result<void> download(const QByteArray&, const QString&, const QString&,
                                    const exchange::CallOptions&) override;
    exchange::Result<exchange::PacketReceipt> sendPacket(const QString&, const QString&, const QByteArray&,
                                                         const exchange::CallOptions&) override;
    exchange::Result<exchange::SentAnswer> findSent(const QByteArray&, const exchange::CallOptions&) override;
    exchange::Result<exchange::Directory> directory(qint64, const exchange::CallOptions&) override;
    exchange::Result<exchange::ServerStatus> status(const exchange::CallOptions&) override;

private:
    Streams& m_streams;
    const bool& m_isAway;
};

/// One office's store under the hands of its officer, leader and clerk in turn, with real keys and workers and without
/// a hub: what signing, numbering and sealing do is tried here alone.
class OneDesk {
public:
    OneDesk();
    ~OneDesk();

    /// The same store, opened as that person's.
    app::OfficeDesk& as(app::Role role);
    /// Closes the store; as() opens it with these options.
    void setOptions(int largestPages, std::function<std::unique_ptr<QIODevice>(QFileDevice&)> throughDevice);

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// A file with these bytes in the desk's folder.
    [[nodiscard]] QString file(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] app::KeySource signatureKey() const;
    [[nodiscard]] app::KeySource sealKey() const;
    [[nodiscard]] static docsig::Pin pin();

    /// A saved draft, as the officer.
    app::Result<app::DocumentId> draft(app::DocumentKind kind = app::DocumentKind::CongVan);
    app::Result<void> submit(const app::DocumentId& id);
    app::Result<void> sign(const app::DocumentId& id);
    app::Result<void> number(const app::DocumentId& id);
    app::Result<void> seal(const app::DocumentId& id);
    /// The newest PDF.
    QByteArray pdf(const app::DocumentId& id);
    app::DocumentState state(const app::DocumentId& id);

    StreamServer::Streams streams;
    bool serverIsAway = false;
    /// Of every profile here; set before as() opens the store.
    app::EvidenceSettings evidence;
    /// Moves the clock forward; the next as() goes by it.
    qint64 secondsLater = 0;
    docsig::DemoAuthority& authority();
    /// What a program of its own needs to open this store as that person's: profile.json and a secret.
    [[nodiscard]] QString writeProfileFolder(app::Role role) const;
    /// The leader's key and certificate, to be put on a token.
    [[nodiscard]] const docsig::DemoKey& leaderKey() const;

private:
    struct Keys;
    static Keys& keys();
    [[nodiscard]] app::Profile profileOf(app::Role role) const;

    QTemporaryDir m_folder;
    std::unique_ptr<app::OfficeStore> m_store;
    std::unique_ptr<docsig::VerifyClient> m_verifier;
    std::unique_ptr<app::OfficeDesk> m_desk;
    std::optional<app::Role> m_role;
    int m_largestPages = 0;
    std::function<std::unique_ptr<QIODevice>(QFileDevice&)> m_throughDevice;
};

} // namespace world
