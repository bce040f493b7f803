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
};

DigestForm formOf(Digest digest) {
    switch (digest) {
    case Digest::Sha384:
        return {QCryptographicHash::Sha384, QByteArray::fromHex("3041300d060960864801650304020205000430")};
    case Digest::Sha512:
        return {QCryptographicHash::Sha512, QByteArray::fromHex("3051300d060960864801650304020305000440")};
    case Digest::Sha256:
        break;
    }
    return {QCryptographicHash::Sha256, QByteArray::fromHex("3031300d060960864801650304020105000420")};
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
                   Pin pinForEach)
    : CheckedKey(kind, std::move(chain))
    , m_session(std::move(session))
    , m_key(key)
    , m_pinForEach(std::move(pinForEach)) {}

Result<QByteArray> TokenKey::signRaw(QByteArrayView message, Digest digest) {
    // The digest is made here: old tokens hash nothing, or no SHA-2.
    const bool elliptic = kind() == KeyKind::EllipticCurve;
    const DigestForm form = formOf(digest);
    QCryptographicHash hash(form.algorithm);
    hash.addData(message);
    const QByteArray input = elliptic ? hash.result() : form.prefix + hash.result();

    if (const auto begun = m_session->beginSigning(m_key, elliptic ? CKM_ECDSA : CKM_RSA_PKCS); !begun) {
        return std::unexpected(begun.error());
    }
    if (!m_pinForEach.isEmpty()) {
        if (const auto again = m_session->logInForOperation(m_pinForEach); !again) {
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
