// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/timestamper.h"

#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

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

ASN1_INTEGER* serial(TS_RESP_CTX* /*context*/, void* /*data*/) {
    ASN1_INTEGER* number = ASN1_INTEGER_new();
    ASN1_INTEGER_set(number, 1);
    return number;
}

int timeOf(TS_RESP_CTX* /*context*/, void* data, long* seconds, long* microseconds) {
    *seconds = static_cast<long>(static_cast<const QDateTime*>(data)->toSecsSinceEpoch());
    *microseconds = 0;
    return 1;
}

QByteArray requestFor(const QByteArray& sha256) {
    const Owner<TS_REQ, TS_REQ_free> request(TS_REQ_new());
    const Owner<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free> imprint(TS_MSG_IMPRINT_new());
    const Owner<X509_ALGOR, X509_ALGOR_free> algorithm(X509_ALGOR_new());
    X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
    QByteArray digest = sha256;
    TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get());
    TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char*>(digest.data()),
                           static_cast<int>(digest.size()));
    TS_REQ_set_version(request.get(), 1);
    TS_REQ_set_msg_imprint(request.get(), imprint.get());
    TS_REQ_set_cert_req(request.get(), 1);
    QByteArray der(i2d_TS_REQ(request.get(), nullptr), '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    i2d_TS_REQ(request.get(), &out);
    return der;
}

/// The request as somebody else would have made it.
QByteArray altered(const QByteArray& request, StampFault fault) {
    const auto* at = reinterpret_cast<const unsigned char*>(request.constData());
    const Owner<TS_REQ, TS_REQ_free> parsed(d2i_TS_REQ(nullptr, &at, request.size()));
    if (!parsed) {
        return request;
    }
    if (fault == StampFault::OtherNonce) {
        const Owner<ASN1_INTEGER, ASN1_INTEGER_free> other(ASN1_INTEGER_new());
        ASN1_INTEGER_set(other.get(), 4711);
        TS_REQ_set_nonce(parsed.get(), other.get());
    } else if (fault == StampFault::OtherImprint) {
        ASN1_OCTET_STRING* digest = TS_MSG_IMPRINT_get_msg(TS_REQ_get_msg_imprint(parsed.get()));
        QByteArray bytes(ASN1_STRING_length(digest), 'x');
        ASN1_STRING_set(digest, bytes.constData(), static_cast<int>(bytes.size()));
    }
    QByteArray der(i2d_TS_REQ(parsed.get(), nullptr), '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    i2d_TS_REQ(parsed.get(), &out);
    return der;
}

Owner<TS_RESP, TS_RESP_free> respond(const docsig::DemoKey& stamper, const QByteArray& request, const QDateTime& time,
                                     bool refuse) {
    const auto* certificateAt = reinterpret_cast<const unsigned char*>(stamper.certificate.constData());
    const auto* keyAt = reinterpret_cast<const unsigned char*>(stamper.privateKey.constData());
    const Owner<X509, X509_free> certificate(d2i_X509(nullptr, &certificateAt, stamper.certificate.size()));
    const Owner<EVP_PKEY, EVP_PKEY_free> key(d2i_AutoPrivateKey(nullptr, &keyAt, stamper.privateKey.size()));
    const Owner<ASN1_OBJECT, ASN1_OBJECT_free> policy(OBJ_txt2obj("1.3.6.1.4.1.99999.1", 1));
    const Owner<TS_RESP_CTX, TS_RESP_CTX_free> context(TS_RESP_CTX_new());
    QDateTime when = time;
    TS_RESP_CTX_set_signer_cert(context.get(), certificate.get());
    TS_RESP_CTX_set_signer_key(context.get(), key.get());
    TS_RESP_CTX_set_signer_digest(context.get(), EVP_sha256());
    TS_RESP_CTX_set_ess_cert_id_digest(context.get(), EVP_sha256());
    TS_RESP_CTX_set_def_policy(context.get(), policy.get());
    for (const EVP_MD* digest : {EVP_sha256(), EVP_sha384(), EVP_sha512()}) {
        if (!refuse) {
            TS_RESP_CTX_add_md(context.get(), digest);
        }
    }
    TS_RESP_CTX_set_serial_cb(context.get(), serial, nullptr);
    TS_RESP_CTX_set_time_cb(context.get(), timeOf, &when);
    const Owner<BIO, BIO_free_all> input(BIO_new_mem_buf(request.constData(), static_cast<int>(request.size())));
    return Owner<TS_RESP, TS_RESP_free>(TS_RESP_create_response(context.get(), input.get()));
}

} // namespace

QByteArray stamp(const docsig::DemoKey& stamper, const QByteArray& sha256, const QDateTime& time) {
    const auto response = respond(stamper, requestFor(sha256), time, false);
    PKCS7* token = response ? TS_RESP_get_token(response.get()) : nullptr;
    if (token == nullptr) {
        return {};
    }
    QByteArray der(i2d_PKCS7(token, nullptr), '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    i2d_PKCS7(token, &out);
    return der;
}

QByteArray timeStampAnswer(const docsig::DemoKey& stamper, const QByteArray& request, const QDateTime& time,
                           StampFault fault) {
    const auto response = respond(stamper, altered(request, fault), time, fault == StampFault::Refused);
    if (!response) {
        return {};
    }
    QByteArray der(i2d_TS_RESP(response.get(), nullptr), '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    i2d_TS_RESP(response.get(), &out);
    if (fault == StampFault::BrokenSignature) {
        der.back() = static_cast<char>(der.back() ^ 1); // the raw value comes last
    }
    return der;
}

} // namespace support
