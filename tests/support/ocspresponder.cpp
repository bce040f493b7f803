// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ocspresponder.h"

#include <openssl/ocsp.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <memory>

namespace support {

namespace {

template <auto Function>
struct Freeing {
    template <typename Handle>
    void operator()(Handle* handle) const noexcept {
        Function(handle);
    }
};

template <typename Handle, auto Function>
using Owner = std::unique_ptr<Handle, Freeing<Function>>;

using Time = Owner<ASN1_GENERALIZEDTIME, ASN1_GENERALIZEDTIME_free>;

Time asn1(const QDateTime& time) {
    return Time(time.isValid() ? ASN1_GENERALIZEDTIME_set(nullptr, static_cast<time_t>(time.toSecsSinceEpoch()))
                               : nullptr);
}

QString serialOf(OCSP_CERTID* id) {
    ASN1_INTEGER* serial = nullptr;
    OCSP_id_get0_info(nullptr, nullptr, nullptr, &serial, id);
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(serial)), ASN1_STRING_length(serial)).toHex());
}

void addStatus(OCSP_BASICRESP* basic, OCSP_CERTID* id, const OcspManner& manner) {
    const auto revoked = manner.revokedAt ? manner.revokedAt(serialOf(id)) : std::nullopt;
    const int status = manner.unknown ? V_OCSP_CERTSTATUS_UNKNOWN
                       : revoked      ? V_OCSP_CERTSTATUS_REVOKED
                                      : V_OCSP_CERTSTATUS_GOOD;
    const int reason = manner.onHold ? OCSP_REVOKED_STATUS_CERTIFICATEHOLD : OCSP_REVOKED_STATUS_CESSATIONOFOPERATION;
    OCSP_SINGLERESP* single =
        OCSP_basic_add1_status(basic, id, status, reason, asn1(revoked.value_or(QDateTime())).get(),
                               asn1(manner.thisUpdate).get(), asn1(manner.nextUpdate).get());
    if (manner.archiveCutoff.isValid()) {
        OCSP_SINGLERESP_add1_ext_i2d(single, NID_id_pkix_OCSP_archiveCutoff, asn1(manner.archiveCutoff).get(), 0, 0);
    }
}

bool sign(OCSP_BASICRESP* basic, const OcspManner& manner) {
    const auto* certificateAt = reinterpret_cast<const unsigned char*>(manner.signer.certificate.constData());
    const auto* keyAt = reinterpret_cast<const unsigned char*>(manner.signer.privateKey.constData());
    const Owner<X509, X509_free> certificate(d2i_X509(nullptr, &certificateAt, manner.signer.certificate.size()));
    const Owner<EVP_PKEY, EVP_PKEY_free> key(d2i_AutoPrivateKey(nullptr, &keyAt, manner.signer.privateKey.size()));
    const Owner<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    const int kind = key ? EVP_PKEY_get_base_id(key.get()) : EVP_PKEY_NONE;
    const bool hashesItself = kind == EVP_PKEY_ED25519 || kind == EVP_PKEY_ED448;
    EVP_PKEY_CTX* keyContext = nullptr;
    if (EVP_DigestSignInit(context.get(), &keyContext, hashesItself ? nullptr : EVP_sha256(), nullptr, key.get()) !=
            1 ||
        (manner.pss && EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) != 1)) {
        return false;
    }
    // OpenSSL would write its own clock.
    auto* produced = const_cast<ASN1_GENERALIZEDTIME*>(OCSP_resp_get0_produced_at(basic));
    const QDateTime when = manner.producedAt.isValid() ? manner.producedAt : manner.thisUpdate;
    ASN1_GENERALIZEDTIME_set(produced, static_cast<time_t>(when.toSecsSinceEpoch()));
    unsigned long flags = OCSP_NOTIME;
    flags |= manner.namesItselfByKey ? OCSP_RESPID_KEY : 0UL;
    flags |= manner.withoutCertificate ? OCSP_NOCERTS : 0UL;
    return OCSP_basic_sign_ctx(basic, certificate.get(), context.get(), nullptr, flags) == 1;
}

QByteArray encoded(int status, OCSP_BASICRESP* basic) {
    const Owner<OCSP_RESPONSE, OCSP_RESPONSE_free> response(OCSP_response_create(status, basic));
    QByteArray der(i2d_OCSP_RESPONSE(response.get(), nullptr), '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    i2d_OCSP_RESPONSE(response.get(), &out);
    return der;
}

} // namespace

QByteArray ocspAnswer(const QByteArray& request, const OcspManner& manner) {
    const auto* at = reinterpret_cast<const unsigned char*>(request.constData());
    const Owner<OCSP_REQUEST, OCSP_REQUEST_free> asked(d2i_OCSP_REQUEST(nullptr, &at, request.size()));
    const Owner<OCSP_BASICRESP, OCSP_BASICRESP_free> basic(OCSP_BASICRESP_new());
    if (!asked) {
        return {};
    }
    for (int i = 0; i < OCSP_request_onereq_count(asked.get()); ++i) {
        addStatus(basic.get(), OCSP_onereq_get0_id(OCSP_request_onereq_get0(asked.get(), i)), manner);
    }
    OCSP_copy_nonce(basic.get(), asked.get());
    return sign(basic.get(), manner) ? encoded(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic.get()) : QByteArray();
}

QByteArray ocspRefusal() {
    return encoded(OCSP_RESPONSE_STATUS_TRYLATER, nullptr);
}

} // namespace support
