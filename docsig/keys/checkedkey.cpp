// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/checkedkey.h"

#include <openssl/err.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <vector>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

Digest digestFor(const X509* certificate) {
    const EVP_PKEY* key = certificate != nullptr ? X509_get0_pubkey(certificate) : nullptr;
    if (key == nullptr || EVP_PKEY_get_base_id(key) != EVP_PKEY_EC) {
        return Digest::Sha256;
    }
    const int bits = EVP_PKEY_get_bits(key);
    if (bits > 384) {
        return Digest::Sha512;
    }
    return bits > 256 ? Digest::Sha384 : Digest::Sha256;
}

} // namespace

CheckedKey::CheckedKey(KeyKind kind, QList<QByteArray> chain)
    : m_kind(kind)
    , m_chain(std::move(chain))
    , m_certificate(parseCertificate(m_chain.constFirst())) {
    m_fittingDigest = digestFor(m_certificate.get());
}

Result<QByteArray> CheckedKey::sign(QByteArrayView message, Digest digest, SignatureScheme scheme) {
    if (scheme == SignatureScheme::RsaPss && m_kind != KeyKind::Rsa) {
        return fail("key-scheme-unfit");
    }
    Result<QByteArray> value = signRaw(message, digest, scheme);
    if (!value) {
        return value;
    }
    const EvpDigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* keyContext = nullptr;
    const bool matches = EVP_DigestVerifyInit(context.get(), &keyContext, evpDigest(digest), nullptr,
                                              X509_get0_pubkey(m_certificate.get())) == 1 &&
                         (scheme == SignatureScheme::Standard || usePss(keyContext, digest)) &&
                         EVP_DigestVerify(context.get(), bytesOf(*value), static_cast<std::size_t>(value->size()),
                                          bytesOf(message), static_cast<std::size_t>(message.size())) == 1;
    if (!matches) {
        return fail("key-signature-wrong", takeOpensslErrors());
    }
    return value;
}

const EVP_MD* evpDigest(Digest digest) {
    switch (digest) {
    case Digest::Sha256:
        return EVP_sha256();
    case Digest::Sha384:
        return EVP_sha384();
    case Digest::Sha512:
        return EVP_sha512();
    }
    return nullptr;
}

bool usePss(EVP_PKEY_CTX* context, Digest digest) {
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) > 0 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) > 0 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(context, evpDigest(digest)) > 0;
}

std::optional<KeyKind> kindOf(const X509* certificate) {
    const EVP_PKEY* key = X509_get0_pubkey(certificate);
    if (key == nullptr) {
        ERR_clear_error();
        return std::nullopt;
    }
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
        return KeyKind::Rsa;
    case EVP_PKEY_EC:
        return KeyKind::EllipticCurve;
    default:
        return std::nullopt;
    }
}

QList<QByteArray> orderedChain(const QByteArray& leaf, const QList<QByteArray>& others) {
    std::vector<X509Certificate> candidates;
    for (const QByteArray& der : others) {
        if (X509Certificate one = der != leaf ? parseCertificate(der) : nullptr) {
            candidates.push_back(std::move(one));
        }
    }
    QList<QByteArray> chain{leaf};
    X509Certificate last = parseCertificate(leaf);
    while (last) {
        const auto issuer = std::find_if(candidates.begin(), candidates.end(), [&last](const X509Certificate& one) {
            return one && X509_check_issued(one.get(), last.get()) == X509_V_OK;
        });
        if (issuer == candidates.end()) {
            break;
        }
        last = std::move(*issuer);
        chain.append(derOf(last.get(), i2d_X509));
    }
    return chain;
}

} // namespace docsig
