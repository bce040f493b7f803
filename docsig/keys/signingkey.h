// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace docsig {

enum class Digest { Sha256, Sha384, Sha512 };
enum class KeyKind { Rsa, EllipticCurve };

/// How a raw value is made.
enum class SignatureScheme {
    Standard, ///< RSASSA-PKCS1-v1_5 of an RSA key, ECDSA of an elliptic one
    RsaPss,   ///< RSASSA-PSS (RFC 8017, 8.1): MGF1 with the same digest, salt as long as the digest; RSA keys alone
};

/// A private key that can be used and the certificate that belongs to it. A key is opened with a PIN, used by one
/// thread at a time and closed by its destructor; the private part never leaves it. Needs a CryptoRuntime that is
/// alive.
class SigningKey {
public:
    SigningKey() = default;
    virtual ~SigningKey() = default;
    SigningKey(const SigningKey&) = delete;
    SigningKey& operator=(const SigningKey&) = delete;

    [[nodiscard]] virtual KeyKind kind() const = 0;

    /// DER, the key's own certificate first, then its issuers as far as the key's store has them. Never empty.
    [[nodiscard]] virtual QList<QByteArray> chain() const = 0;

    /// The digest that is as strong as the key: SHA-384 and SHA-512 for curves of more than 256 and 384 bits
    /// (ETSI TS 119 312, 7.2), else SHA-256.
    [[nodiscard]] virtual Digest fittingDigest() const { return Digest::Sha256; }

    /// Signs the message (not its digest): the raw value of RSA, or the DER of an ECDSA signature. The value has been
    /// checked with the certificate's public key before it is given out. Codes: key-scheme-unfit (PSS of an elliptic
    /// key) and those of the kind of key. Blocks as long as the key takes; not the GUI thread.
    [[nodiscard]] virtual Result<QByteArray> sign(QByteArrayView message, Digest digest,
                                                  SignatureScheme scheme = SignatureScheme::Standard) = 0;
};

} // namespace docsig
