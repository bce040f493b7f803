// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/incomingpackets.h"
#include "app/services/officedesk.h"
#include "app/store/storesink.h"

#include <QTemporaryDir>

#include <memory>

namespace world {

/// The desk of a clerk of H99.03 to which packets of H99.02 come without a server: the very classes that sync calls.
class ReceivingDesk {
public:
    struct Options {
        QString verifyWorker{};                ///< empty: none, nothing can be judged
        app::EvidenceSourceFactory evidence{}; ///< empty: no way to evidence
        app::EvidenceSettings settings{};      ///< of the profile
        QByteArray root{};                     ///< a certificate that is trusted; empty: nobody is
    };

    ReceivingDesk();
    explicit ReceivingDesk(const Options& options);

    [[nodiscard]] exchange::Result<void> deliver(const QByteArray& packet,
                                                 const QString& kind = QStringLiteral("edoc"));
    /// A packet's message as a pull brings it, with its bytes.
    [[nodiscard]] static exchange::Arrival arrival(const QByteArray& packet,
                                                   const QString& kind = QStringLiteral("edoc"));
    [[nodiscard]] app::StoreSink& sink() { return *m_sink; }
    [[nodiscard]] app::IncomingPackets& incoming() { return *m_incoming; }
    /// The document that this packet became.
    [[nodiscard]] app::Result<app::DocumentDetail> received(const QByteArray& packet) const;
    [[nodiscard]] app::OfficeDesk& desk() { return *m_desk; }
    [[nodiscard]] app::OfficeStore& store() { return *m_store; }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<app::OfficeStore> m_store;
    std::unique_ptr<docsig::VerifyClient> m_verifier;
    std::unique_ptr<app::OfficeDesk> m_desk;
    std::unique_ptr<app::IncomingPackets> m_incoming;
    std::unique_ptr<app::StoreSink> m_sink;
};

/// A packet of H99.02 to H99.03 as it came; the first words are replaced by the second.
[[nodiscard]] QByteArray samplePacket(const QByteArray& from = {}, const QByteArray& to = {});

/// A file of tests/data/office.
[[nodiscard]] QByteArray officeSample(const char* name);

} // namespace world
