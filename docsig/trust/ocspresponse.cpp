// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/ocspresponse.h"

#include "docsig/cms/dercursor.h"
#include "docsig/cms/rawcheck.h"

#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <vector>

namespace docsig {

namespace {

constexpr qsizetype largestResponse = 1024 * 1024;
constexpr int mostStatements = 1000;
constexpr int mostCertificates = 16;
constexpr unsigned char sequence = 0x30;

using Response = std::unique_ptr<OCSP_RESPONSE, Freeing<OCSP_RESPONSE_free>>;
using Request = std::unique_ptr<OCSP_REQUEST, Freeing<OCSP_REQUEST_free>>;
using CertificateId = std::unique_ptr<OCSP_CERTID, Freeing<OCSP_CERTID_free>>;

/// The first member of BasicOCSPResponse, byte for byte: OCSPResponse { status, [0] { ResponseBytes { type, OCTET
/// STRING } } }.
QByteArray signedBytesOf(QByteArrayView der) {
    const auto outer = DerCursor(der).next(sequence);
    DerCursor members(outer ? outer->content : QByteArrayView());
    (void)members.next(0x0a);
    const auto tagged = members.next(0xa0);
    const auto bytes = tagged ? DerCursor(tagged->content).next(sequence) : std::nullopt;
    DerCursor typed(bytes ? bytes->content : QByteArrayView());
    (void)typed.next(0x06);
    const auto string = typed.next(0x04);
    const auto basic = string ? DerCursor(string->content).next(sequence) : std::nullopt;
    const auto data = basic ? DerCursor(basic->content).next(sequence) : std::nullopt;
    return data ? data->whole.toByteArray() : QByteArray();
}

/// Whether ResponderID names the certificate: by its subject, or by the SHA-1 of its key.
bool isResponder(const OCSP_BASICRESP* basic, const X509* certificate) {
    const ASN1_OCTET_STRING* key = nullptr;
    const X509_NAME* name = nullptr;
    if (OCSP_resp_get0_id(basic, &key, &name) != 1) {
        return false;
    }
    if (name != nullptr) {
        return X509_NAME_cmp(name, X509_get_subject_name(certificate)) == 0;
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    return X509_pubkey_digest(certificate, EVP_sha1(), digest.data(), &size) == 1 &&
           QByteArrayView(ASN1_STRING_get0_data(key), ASN1_STRING_length(key)) ==
               QByteArrayView(digest.data(), static_cast<qsizetype>(size));
}

bool isSignedBy(const OcspResponse& response, const X509* certificate) {
    EVP_PKEY* key = X509_get0_pubkey(certificate);
    if (key == nullptr || response.signedBytes.isEmpty()) {
        return false;
    }
    const SignatureMethod method = signatureMethodOf(OCSP_resp_get0_tbs_sigalg(response.basic.get()), key, {});
    const ASN1_OCTET_STRING* value = OCSP_resp_get0_signature(response.basic.get());
    const bool sound = !isBroken({{}, method.digest});
    return sound && isSignatureOf({QByteArrayView(response.signedBytes)},
                                  QByteArrayView(ASN1_STRING_get0_data(value), ASN1_STRING_length(value)), method, key);
}

bool isSameAuthority(const X509* one, const X509* other) {
    return X509_NAME_cmp(X509_get_subject_name(one), X509_get_subject_name(other)) == 0 &&
           EVP_PKEY_eq(X509_get0_pubkey(one), X509_get0_pubkey(other)) == 1;
}

/// Whether the issuer itself gave this certificate the right to answer for it.
bool isDelegate(X509* certificate, X509* issuer, const QDateTime& answered, int skew) {
    return X509_NAME_cmp(X509_get_issuer_name(certificate), X509_get_subject_name(issuer)) == 0 &&
           (X509_get_extension_flags(certificate) & EXFLAG_XKUSAGE) != 0 &&
           (X509_get_extended_key_usage(certificate) & XKU_OCSP_SIGN) != 0 &&
           timeOf(X509_get0_notBefore(certificate)) <= answered.addSecs(skew) &&
           timeOf(X509_get0_notAfter(certificate)) >= answered.addSecs(-skew) &&
           X509_verify(certificate, X509_get0_pubkey(issuer)) == 1;
}

/// Finds who signed. False: nobody who may.
bool findResponder(const OcspResponse& response, X509* issuer, const QDateTime& answered, int skew,
                   X509Certificate& delegate) {
    const OCSP_BASICRESP* basic = response.basic.get();
    if (isResponder(basic, issuer) && isSignedBy(response, issuer)) {
        return true;
    }
    const STACK_OF(X509)* certificates = OCSP_resp_get0_certs(basic);
    for (int i = 0; certificates != nullptr && i < qMin(sk_X509_num(certificates), mostCertificates); ++i) {
        // A copy: OpenSSL notes what it finds in a certificate, and the response may be read by several threads.
        X509Certificate one = parseCertificate(derOf(sk_X509_value(certificates, i), i2d_X509));
        if (!one || !isResponder(basic, one.get()) || !isSignedBy(response, one.get())) {
            continue;
        }
        if (isSameAuthority(one.get(), issuer)) {
            return true;
        }
        if (isDelegate(one.get(), issuer, answered, skew)) {
            delegate = std::move(one);
            return true;
        }
    }
    return false;
}

/// None but those that RFC 6960 §4.4 lets be passed over may be critical.
bool hasUnknownCritical(OCSP_BASICRESP* basic, OCSP_SINGLERESP* single) {
    const int inWhole = OCSP_BASICRESP_get_ext_by_critical(basic, 1, -1);
    const int inSingle = OCSP_SINGLERESP_get_ext_by_critical(single, 1, -1);
    return inWhole >= 0 || inSingle >= 0;
}

bool isAbout(const OCSP_SINGLERESP* single, const X509* certificate, const X509* issuer) {
    auto* stated = const_cast<OCSP_CERTID*>(OCSP_SINGLERESP_get0_id(single));
    ASN1_OBJECT* digest = nullptr;
    OCSP_id_get0_info(nullptr, &digest, nullptr, nullptr, stated);
    const EVP_MD* method = digest != nullptr ? EVP_get_digestbyobj(digest) : nullptr;
    const CertificateId wanted(method != nullptr ? OCSP_cert_to_id(method, certificate, issuer) : nullptr);
    return wanted && OCSP_id_cmp(wanted.get(), stated) == 0;
}

OcspStatement statementOf(OCSP_SINGLERESP* single, const QDateTime& produced) {
    OcspStatement statement;
    int reason = OCSP_REVOKED_STATUS_NOSTATUS;
    ASN1_GENERALIZEDTIME* revoked = nullptr;
    ASN1_GENERALIZEDTIME* from = nullptr;
    ASN1_GENERALIZEDTIME* until = nullptr;
    statement.status = OCSP_single_get0_status(single, &reason, &revoked, &from, &until);
    statement.revokedAt = timeOf(revoked);
    statement.onHold = reason == OCSP_REVOKED_STATUS_CERTIFICATEHOLD;
    statement.producedAt = produced;
    statement.thisUpdate = timeOf(from);
    statement.nextUpdate = timeOf(until);
    const std::unique_ptr<ASN1_GENERALIZEDTIME, Freeing<ASN1_GENERALIZEDTIME_free>> cutoff(
        static_cast<ASN1_GENERALIZEDTIME*>(
            OCSP_SINGLERESP_get1_ext_d2i(single, NID_id_pkix_OCSP_archiveCutoff, nullptr, nullptr)));
    statement.archiveCutoff = timeOf(cutoff.get());
    return statement;
}

} // namespace

std::optional<OcspResponse> parseOcspResponse(QByteArrayView der) {
    const unsigned char* at = bytesOf(der);
    const Response whole(der.size() <= largestResponse ? d2i_OCSP_RESPONSE(nullptr, &at, static_cast<long>(der.size()))
                                                       : nullptr);
    OcspResponse response;
    if (whole && at == bytesOf(der) + der.size() &&
        OCSP_response_status(whole.get()) == OCSP_RESPONSE_STATUS_SUCCESSFUL) {
        response.basic.reset(OCSP_response_get1_basic(whole.get()));
    }
    ERR_clear_error();
    if (!response.basic) {
        return std::nullopt;
    }
    response.der = der.toByteArray();
    response.signedBytes = signedBytesOf(der);
    return response;
}

QByteArray ocspRequestFor(const X509* certificate, const X509* issuer) {
    const Request request(OCSP_REQUEST_new());
    CertificateId id(OCSP_cert_to_id(EVP_sha1(), certificate, issuer));
    if (!request || !id || OCSP_request_add0_id(request.get(), id.get()) == nullptr) {
        ERR_clear_error();
        return {};
    }
    (void)id.release(); // the request owns it now
    return derOf(request.get(), i2d_OCSP_REQUEST);
}

std::optional<OcspStatement> statementAbout(const OcspResponse& response, X509* certificate, X509* issuer,
                                            int clockSkewSeconds) {
    OCSP_BASICRESP* basic = response.basic.get();
    const QDateTime produced = timeOf(OCSP_resp_get0_produced_at(basic));
    std::optional<OcspStatement> found;
    for (int i = 0; i < qMin(OCSP_resp_count(basic), mostStatements); ++i) {
        OCSP_SINGLERESP* single = OCSP_resp_get0(basic, i);
        if (!isAbout(single, certificate, issuer) || hasUnknownCritical(basic, single)) {
            continue;
        }
        OcspStatement one = statementOf(single, produced);
        // A responder can't tell what it was to learn only later.
        const bool sound =
            produced.isValid() && one.thisUpdate.isValid() && one.thisUpdate <= produced.addSecs(clockSkewSeconds);
        if (sound && (!found || one.status == V_OCSP_CERTSTATUS_REVOKED)) {
            found = std::move(one);
        }
    }
    if (found && !findResponder(response, issuer, produced, clockSkewSeconds, found->delegate)) {
        found.reset();
    }
    ERR_clear_error();
    return found;
}

bool needsNoCheck(const X509* delegate) {
    return X509_get_ext_by_NID(delegate, NID_id_pkix_OCSP_noCheck, -1) >= 0;
}

} // namespace docsig
