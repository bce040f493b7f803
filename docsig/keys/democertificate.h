// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/demoauthority.h"
#include "docsig/keys/opensslpointers.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <utility>

namespace docsig {

/// The OpenSSL work of DemoAuthority. Private to docsig/keys.
struct DemoCertificate {
    QList<std::pair<QString, QString>> subject; ///< short name or dotted OID, value
    QDateTime notBefore;
    QDateTime notAfter;
    QString basicConstraints = QStringLiteral("critical,CA:FALSE");
    QString keyUsage = QStringLiteral("critical,digitalSignature,nonRepudiation");
    QString extendedKeyUsage; ///< empty: none
    QString crlAddress;       ///< empty: none
    QString ocspAddress;      ///< AIA; empty: none
    QString issuerAddress;    ///< AIA caIssuers; empty: none
    bool noCheck = false;     ///< id-pkix-ocsp-nocheck
};

struct DemoIssuer {
    EvpKey key;
    X509Certificate certificate;
};

struct DemoRevocation {
    QByteArray certificate; ///< DER
    QDateTime when;
    bool onHold = false; ///< reason certificateHold
};

/// What the subject of every demo certificate says.
[[nodiscard]] QString demoMark();

/// RSA-2048 or an elliptic key; null on failure.
[[nodiscard]] EvpKey generateDemoKey(KeyKind kind, DemoCurve curve = DemoCurve::P256);

/// Signed by the issuer; self-signed where `issuer` is null. Null on failure.
[[nodiscard]] X509Certificate makeDemoCertificate(const DemoCertificate& wanted, EVP_PKEY* key, const X509* issuer,
                                                  EVP_PKEY* issuerKey);

/// Names those of `revoked` that the issuer issued.
[[nodiscard]] X509List makeDemoCrl(const DemoIssuer& issuer, const QList<DemoRevocation>& revoked,
                                   const QDateTime& thisUpdate, const QDateTime& nextUpdate);

/// Empty on failure.
[[nodiscard]] QByteArray makeDemoPkcs12(const DemoKey& key, const Pin& pin);

} // namespace docsig
