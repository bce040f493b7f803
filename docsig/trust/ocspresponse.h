// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/opensslpointers.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>

#include <openssl/ocsp.h>

#include <memory>
#include <optional>

namespace docsig {

/// An OCSPResponse of status successful and type basic (RFC 6960 §4.2.1). Nothing about it is checked yet. Private to
/// docsig/trust.
struct OcspResponse {
    QByteArray der;
    QByteArray signedBytes; ///< tbsResponseData as it came
    std::unique_ptr<OCSP_BASICRESP, Freeing<OCSP_BASICRESP_free>> basic;
};

/// Reads one; nothing for what is none, for a refusal, and above 1 MiB.
[[nodiscard]] std::optional<OcspResponse> parseOcspResponse(QByteArrayView der);

/// An OCSPRequest about one certificate, certID by SHA-1 (what every responder knows; it identifies, it proves
/// nothing), without a nonce (RFC 5019 §2.1.1: answers may be kept by caches). Empty on failure.
[[nodiscard]] QByteArray ocspRequestFor(const X509* certificate, const X509* issuer);

/// What a response says about one certificate, once its signature and its responder's right were found good.
struct OcspStatement {
    int status = V_OCSP_CERTSTATUS_UNKNOWN;
    QDateTime revokedAt;
    bool onHold = false;
    QDateTime producedAt;
    QDateTime thisUpdate;
    QDateTime nextUpdate;     ///< invalid: not stated
    QDateTime archiveCutoff;  ///< how far back the responder remembers ended certificates; invalid: not stated
    X509Certificate delegate; ///< whom the issuer let answer; null: it signed itself
};

/// The response's statement about that certificate of that issuer. Nothing, where the response is about another
/// certificate, was not signed by the issuer or by a certificate with id-kp-OCSPSigning that the issuer itself signed
/// and that was valid when it answered (RFC 6960 §4.2.2.2), carries an unknown critical extension, or uses an algorithm
/// that cannot be checked. Of several statements one of revocation is taken first.
[[nodiscard]] std::optional<OcspStatement> statementAbout(const OcspResponse& response, X509* certificate, X509* issuer,
                                                          int clockSkewSeconds);

/// The delegate's own revocation need not be asked (RFC 6960 §4.2.2.2.1).
[[nodiscard]] bool needsNoCheck(const X509* delegate);

} // namespace docsig
