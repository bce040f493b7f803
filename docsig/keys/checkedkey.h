// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/opensslpointers.h"
#include "docsig/keys/signingkey.h"

#include <optional>

namespace docsig {

/// What all keys share: the chain, and the rule that a raw value is checked with the certificate's public key before
/// anybody sees it (a token that computes wrongly, or a certificate that is not this key's, would make a document that
/// nobody can verify).
class CheckedKey : public SigningKey {
public:
    [[nodiscard]] KeyKind kind() const final { return m_kind; }
    [[nodiscard]] QList<QByteArray> chain() const final { return m_chain; }
    [[nodiscard]] Digest fittingDigest() const final { return m_fittingDigest; }
    [[nodiscard]] Result<QByteArray> sign(QByteArrayView message, Digest digest, SignatureScheme scheme) final;

protected:
    /// `chain` is not empty and its first certificate has a public key of that kind.
    CheckedKey(KeyKind kind, QList<QByteArray> chain);

    /// The value of the key itself, not checked yet. The scheme fits the kind of key.
    [[nodiscard]] virtual Result<QByteArray> signRaw(QByteArrayView message, Digest digest, SignatureScheme scheme) = 0;

private:
    KeyKind m_kind;
    Digest m_fittingDigest = Digest::Sha256;
    QList<QByteArray> m_chain;
    X509Certificate m_certificate;
};

/// OpenSSL's digest.
[[nodiscard]] const EVP_MD* evpDigest(Digest digest);

/// Sets PSS as SignatureScheme describes it on a context that signs or verifies; false on failure.
[[nodiscard]] bool usePss(EVP_PKEY_CTX* context, Digest digest);

/// The kind of a certificate's public key; nothing where it is neither RSA nor elliptic.
[[nodiscard]] std::optional<KeyKind> kindOf(const X509* certificate);

/// Leaf first, then each certificate's issuer out of `others`, as far as they go; those that do not belong are left
/// out.
[[nodiscard]] QList<QByteArray> orderedChain(const QByteArray& leaf, const QList<QByteArray>& others);

} // namespace docsig
