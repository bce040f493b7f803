// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/docsig/genuine/signer.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <functional>

namespace genuine {

/// How the raw value is made and named.
enum class Value { RsaPkcs1, RsaPss, Ecdsa, PlainEcdsa, EdDsa };

/// How a maker writes a SignedData.
struct Manner {
    QByteArray digest = "SHA256"; ///< as OpenSSL names it
    Value value = Value::RsaPkcs1;
    int saltLength = 32;            ///< PSS
    bool indefinite = false;        ///< BER: indefinite lengths and OCTET STRINGs in pieces
    bool attributes = true;         ///< false: the signature is over the content itself
    bool signingCertificate = true; ///< the attribute signing-certificate-v2
    bool withIssuer = true;         ///< the intermediate certificate goes in
    QDateTime signingTime{};        ///< invalid: none
    QByteArray contentType = "1.2.840.113549.1.7.1";
    QByteArray content{};               ///< goes inside; empty: detached
    QList<QByteArray> moreAttributes{}; ///< signed ones, DER
    QByteArray digestIdentifier{};      ///< DER of an AlgorithmIdentifier in place of the digest's usual one
    std::function<QList<QByteArray>(const QByteArray& value)> unsignedAttributes{};
};

/// The SignedData of one signer over the bytes (over `content`, where there is one).
[[nodiscard]] QByteArray blob(const Signer& signer, const QByteArray& bytes, const Manner& manner);

/// An Attribute with one value.
[[nodiscard]] QByteArray attribute(const QByteArray& dottedType, const QByteArray& value);

/// AlgorithmIdentifier; `parameters` is DER or empty.
[[nodiscard]] QByteArray algorithm(const QByteArray& dottedOid, const QByteArray& parameters = {});

/// The DER of an object identifier.
[[nodiscard]] QByteArray identifier(const QByteArray& dotted);

[[nodiscard]] QByteArray hash(const QByteArray& bytes, const QByteArray& digest);

/// A time-stamp token over the bytes as the government's authority made them in 2018: SHA-1 throughout, the policy
/// 1.1.2, signing-certificate of the first version, an accuracy of a minute.
[[nodiscard]] QByteArray oldTimeStamp(const Signer& stamper, const QByteArray& bytes, const QDateTime& time);

} // namespace genuine
