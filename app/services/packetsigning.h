// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/signingkey.h"
#include "exchange/envelope/packetsignature.h"

namespace app {

/// A key of docsig as the signer of packets: the two floors do not know each other. Does not own the key.
class KeyPacketSigner final : public exchange::PacketSigner {
public:
    explicit KeyPacketSigner(docsig::SigningKey& key)
        : m_key(key) {}

    [[nodiscard]] QList<QByteArray> chain() const override { return m_key.chain(); }
    [[nodiscard]] bool isElliptic() const override { return m_key.kind() == docsig::KeyKind::EllipticCurve; }
    /// Codes: those of the key.
    [[nodiscard]] exchange::Result<QByteArray> sign(QByteArrayView message) override {
        auto made = m_key.sign(message, docsig::Digest::Sha256);
        return made ? exchange::Result<QByteArray>(std::move(*made))
                    : std::unexpected(exchange::Error{made.error().code, made.error().detail});
    }

private:
    docsig::SigningKey& m_key;
};

} // namespace app
