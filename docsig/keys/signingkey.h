// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace docsig {

enum class Digest { Sha256, Sha384, Sha512 };
enum class KeyKind { Rsa, EllipticCurve };

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

    /// Signs the message (not its digest): the raw value, RSASSA-PKCS1-v1_5 or the DER of an ECDSA signature. The value
    /// has been checked with the certificate's public key before it is given out. Blocks as long as the key takes; not
    /// the GUI thread.
    [[nodiscard]] virtual Result<QByteArray> sign(QByteArrayView message, Digest digest) = 0;
};

} // namespace docsig
