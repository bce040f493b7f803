// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/storepacket.h"

#include "app/services/flowfieldnames.h"
#include "app/services/packetsigning.h"
#include "app/services/sealdocument.h"
#include "app/services/signing.h"
#include "docsig/keys/certificate.h"
#include "exchange/envelope/packetwriter.h"

#include <QTemporaryFile>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

std::unexpected<Error> spoolFailed(const QFileDevice& file) {
    return fail("packet-spool-failed", file.errorString());
}

/// The signed bytes; nothing where the packet is too large for a signature.
Result<std::optional<QByteArray>> signedBytes(const OfficeDesk& desk, const QByteArray& packet,
                                              const PacketSeal& seal) {
    auto session = openForSigning(desk, flow::sealField, seal.key, seal.pin);
    if (!session) {
        return std::unexpected(session.error());
    }
    const QList<QByteArray> chain = session->key().chain();
    const auto certificate = chain.isEmpty() ? std::nullopt : docsig::describe(chain.first());
    if (auto own = checkSealOwner(desk, certificate.value_or(docsig::CertificateFacts())); !own) {
        return std::unexpected(own.error());
    }
    KeyPacketSigner signer(session->key());
    auto made = exchange::signPacket(packet, signer);
    if (!made && made.error().code == "packet-too-large-to-sign"_L1) {
        return std::nullopt; // the signature itself would take it over the limit
    }
    return made ? Result<std::optional<QByteArray>>(std::move(*made)) : passOn(made.error());
}

/// Puts the packet in the spool file into the store, signed where it can be.
Result<StoredPacket> keepSealed(const OfficeDesk& desk, QFile& spool, const PacketSeal& seal) {
    if (!spool.seek(0)) {
        return spoolFailed(spool);
    }
    const auto made = signedBytes(desk, spool.readAll(), seal);
    if (!made) {
        return std::unexpected(made.error());
    }
    const auto kept = *made ? desk.store().putContent(**made) : desk.store().putContentFile(spool.fileName());
    if (!kept) {
        return std::unexpected(kept.error());
    }
    return StoredPacket{.sha256 = *kept, .sealing = *made ? PacketSealing::Signed : PacketSealing::TooLarge};
}

} // namespace

QStringList packetProfileNames() {
    return exchange::WriterProfile::names();
}

Result<exchange::WriterProfile> packetProfile(const QString& name) {
    auto profile = exchange::WriterProfile::byName(name);
    if (!profile) {
        return fail("packet-profile-unknown", u"%1 (%2)"_s.arg(name, packetProfileNames().join(u", "_s)));
    }
    return *std::move(profile);
}

Result<StoredPacket> storeSealedPacket(const OfficeDesk& desk, const exchange::Packet& packet, const PacketSeal* seal) {
    const auto profile = packetProfile(desk.profile().packetProfile);
    if (!profile) {
        return std::unexpected(profile.error());
    }
    QTemporaryFile spool(desk.spoolFolder() + u"/packet-XXXXXX.edxml"_s);
    if (!spool.open()) {
        return spoolFailed(spool);
    }
    const auto written = exchange::PacketWriter(*profile).write(packet, spool);
    if (!written) {
        return passOn(written.error());
    }
    if (!spool.flush()) {
        return spoolFailed(spool);
    }
    const bool fits = written->size <= exchange::largestSignedPacket;
    if (seal && fits) {
        return keepSealed(desk, spool, *seal);
    }
    const QByteArray sha256 = written->sha256.toHex();
    if (auto kept = desk.store().blobs().putFile(spool.fileName(), sha256); !kept) {
        return std::unexpected(kept.error());
    }
    return StoredPacket{.sha256 = sha256, .sealing = seal ? PacketSealing::TooLarge : PacketSealing::NotWanted};
}

Result<QByteArray> storePacket(const OfficeDesk& desk, const exchange::Packet& packet) {
    auto stored = storeSealedPacket(desk, packet, nullptr);
    return stored ? Result<QByteArray>(std::move(stored->sha256)) : std::unexpected(stored.error());
}

} // namespace app
