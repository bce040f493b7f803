// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/opensslpointers.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <functional>

namespace docsig {

/// A digest as an algorithm identifier names it. Private to docsig/cms.
struct DigestMethod {
    QString name;                   ///< "SHA256"…, or the dotted OID of an unknown one
    const EVP_MD* method = nullptr; ///< null: unknown
    bool misnamed = false;          ///< a signature algorithm where a digest belongs
};

[[nodiscard]] DigestMethod digestMethodOf(const X509_ALGOR* algorithm);

/// Old, but not forgeable by anybody with a computer; and forgeable.
[[nodiscard]] bool isWeak(const DigestMethod& digest);
[[nodiscard]] bool isBroken(const DigestMethod& digest);

/// The digest of the parts one after the other; empty on failure. `passed` is called behind each part.
[[nodiscard]] QByteArray hashOf(const QList<QByteArrayView>& parts, const DigestMethod& digest,
                                const std::function<void()>& passed = {});

/// How a raw value is to be checked, made once from the signer info's algorithm and the certificate's key.
struct SignatureMethod {
    enum class Scheme { Unknown, RsaPkcs1, RsaPss, Ecdsa, PlainEcdsa, EdDsa };

    Scheme scheme = Scheme::Unknown;
    QString name;                        ///< "RSA", "RSA-PSS", "ECDSA", "EdDSA", or the dotted OID
    const EVP_MD* digest = nullptr;      ///< of the message; null for EdDSA
    const EVP_MD* namedDigest = nullptr; ///< the digest that the algorithm's own OID or parameters name, if any
    const EVP_MD* maskDigest = nullptr;  ///< PSS
    int saltLength = 20;                 ///< PSS
};

[[nodiscard]] SignatureMethod signatureMethodOf(const X509_ALGOR* algorithm, const EVP_PKEY* key,
                                                const DigestMethod& digest);

/// Whether the value is the key's signature over the parts.
[[nodiscard]] bool isSignatureOf(const QList<QByteArrayView>& parts, QByteArrayView value,
                                 const SignatureMethod& method, EVP_PKEY* key);

} // namespace docsig
