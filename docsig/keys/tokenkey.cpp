// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/tokenkey.h"

#include <QCryptographicHash>

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DigestForm {
    QCryptographicHash::Algorithm algorithm;
    QByteArray prefix; ///< DigestInfo of PKCS#1 (RFC 8017, 9.2, note 1) up to the digest
    CK_MECHANISM_TYPE mechanism;
    CK_RSA_PKCS_MGF_TYPE mask;
    CK_MECHANISM_TYPE rsa; ///< the token hashes and signs
    CK_MECHANISM_TYPE pss;
    CK_MECHANISM_TYPE ecdsa;
};

// PKCS#11 2.40 names them; older p11-kit headers do not.
constexpr CK_MECHANISM_TYPE ecdsaSha256 = 0x1044;
constexpr CK_MECHANISM_TYPE ecdsaSha384 = 0x1045;
constexpr CK_MECHANISM_TYPE ecdsaSha512 = 0x1046;

DigestForm formOf(Digest digest) {
    switch (digest) {
    case Digest::Sha384:
        return {QCryptographicHash::Sha384,
                QByteArray::fromHex("3041300d060960864801650304020205000430"),
                CKM_SHA384,
                CKG_MGF1_SHA384,
                CKM_SHA384_RSA_PKCS,
                CKM_SHA384_RSA_PKCS_PSS,
                ecdsaSha384};
    case Digest::Sha512:
        return {QCryptographicHash::Sha512,
                QByteArray::fromHex("3051300d060960864801650304020305000440"),
                CKM_SHA512,
                CKG_MGF1_SHA512,
                CKM_SHA512_RSA_PKCS,
                CKM_SHA512_RSA_PKCS_PSS,
                ecdsaSha512};
    case Digest::Sha256:
        break;
    }
    return {QCryptographicHash::Sha256,
            QByteArray::fromHex("3031300d060960864801650304020105000420"),
            CKM_SHA256,
            CKG_MGF1_SHA256,
            CKM_SHA256_RSA_PKCS,
            CKM_SHA256_RSA_PKCS_PSS,
            ecdsaSha256};
}

/// PKCS#11 gives r and s side by side; CMS wants ECDSA-Sig-Value in DER. Empty where the value cannot be halved.
QByteArray derOfEcdsa(const QByteArray& value) {
    const int half = static_cast<int>(value.size() / 2);
    const std::unique_ptr<ECDSA_SIG, Freeing<ECDSA_SIG_free>> pair(ECDSA_SIG_new());
    if (half == 0 || value.size() % 2 != 0 || !pair) {
        return {};
    }
    ECDSA_SIG_set0(pair.get(), BN_bin2bn(bytesOf(value), half, nullptr),
                   BN_bin2bn(bytesOf(value) + half, half, nullptr));
    return derOf(pair.get(), i2d_ECDSA_SIG);
}

} // namespace

TokenKey::TokenKey(KeyKind kind, QList<QByteArray> chain, std::unique_ptr<Pkcs11Session> session, CK_OBJECT_HANDLE key,
                   std::optional<Pin> pinForEach)
    : CheckedKey(kind, std::move(chain))
    , m_session(std::move(session))
    , m_key(key)
    , m_pinForEach(std::move(pinForEach))
    , m_mechanisms(m_session->mechanisms()) {}

Result<TokenForm> TokenKey::formFor(Digest digest, SignatureScheme scheme) const {
    const DigestForm form = formOf(digest);
    // The digest is made here where the token lets us: old tokens hash nothing, or no SHA-2.
    TokenForm plain{CKM_RSA_PKCS, false};
    TokenForm hashing{form.rsa, true};
    if (kind() == KeyKind::EllipticCurve) {
        plain.mechanism = CKM_ECDSA;
        hashing.mechanism = form.ecdsa;
    } else if (scheme == SignatureScheme::RsaPss) {
        plain.mechanism = CKM_RSA_PKCS_PSS;
        hashing.mechanism = form.pss;
    }
    // A token that lists nothing is asked for the usual form: it will say no itself.
    if (m_mechanisms.isEmpty() || m_mechanisms.contains(plain.mechanism)) {
        return plain;
    }
    if (m_mechanisms.contains(hashing.mechanism)) {
        return hashing;
    }
    return fail("token-mechanism-missing", u"0x%1"_s.arg(plain.mechanism, 0, 16));
}

Result<QByteArray> TokenKey::signRaw(QByteArrayView message, Digest digest, SignatureScheme scheme) {
    if (m_refusal) {
        return std::unexpected(*m_refusal);
    }
    const Result<TokenForm> asked = formFor(digest, scheme);
    if (!asked) {
        return std::unexpected(asked.error());
    }
    const bool elliptic = kind() == KeyKind::EllipticCurve;
    const bool pss = scheme == SignatureScheme::RsaPss;
    const DigestForm form = formOf(digest);
    QByteArray input = message.toByteArray();
    if (!asked->hashesItself) {
        const QByteArray hash = QCryptographicHash::hash(input, form.algorithm);
        input = elliptic || pss ? hash : form.prefix + hash;
    }
    CK_RSA_PKCS_PSS_PARAMS parameters{form.mechanism, form.mask,
                                      static_cast<CK_ULONG>(QCryptographicHash::hashLength(form.algorithm))};
    const CK_MECHANISM mechanism{asked->mechanism, pss ? &parameters : nullptr, pss ? sizeof(parameters) : 0};
    if (const auto begun = m_session->beginSigning(m_key, mechanism); !begun) {
        return std::unexpected(begun.error());
    }
    if (m_pinForEach) {
        if (const auto again = m_session->logInForOperation(*m_pinForEach); !again) {
            m_refusal = again.error();
            return std::unexpected(again.error());
        }
    }
    Result<QByteArray> value = m_session->endSigning(input);
    if (elliptic && value) {
        *value = derOfEcdsa(*value);
    }
    return value;
}

} // namespace docsig
