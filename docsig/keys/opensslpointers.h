// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

/// OpenSSL's handles as owners, for the rooms keys, cms and trust alone; never included by a public header.
namespace docsig {

/// Calls a C function that frees.
template <auto Function>
struct Freeing {
    template <typename Handle>
    void operator()(Handle* handle) const noexcept {
        Function(handle);
    }
};

using Bio = std::unique_ptr<BIO, Freeing<BIO_free_all>>;
using X509Certificate = std::unique_ptr<X509, Freeing<X509_free>>;
using X509List = std::unique_ptr<X509_CRL, Freeing<X509_CRL_free>>;
using EvpKey = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using EvpDigestContext = std::unique_ptr<EVP_MD_CTX, Freeing<EVP_MD_CTX_free>>;

/// What i2d writes for an object.
template <typename Object, typename Encode>
[[nodiscard]] QByteArray derOf(Object* object, Encode encode) {
    const int size = encode(object, nullptr);
    if (size <= 0) {
        return {};
    }
    QByteArray der(size, Qt::Uninitialized);
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    encode(object, &out);
    return der;
}

/// Views as the unsigned bytes that OpenSSL wants.
[[nodiscard]] inline const unsigned char* bytesOf(QByteArrayView view) noexcept {
    return reinterpret_cast<const unsigned char*>(view.data());
}

/// Exactly one certificate, nothing behind it; else null.
[[nodiscard]] X509Certificate parseCertificate(QByteArrayView der);

/// Exactly one revocation list, nothing behind it; else null.
[[nodiscard]] X509List parseRevocationList(QByteArrayView der);

/// UTC; invalid where the ASN.1 time is not one.
[[nodiscard]] QDateTime timeOf(const ASN1_TIME* time);

/// The last value of an attribute of a name, as UTF-8; empty where it is absent. `oid` is dotted or a short name.
[[nodiscard]] QString entryOf(const X509_NAME* name, const char* oid);

/// OpenSSL's queue of errors as one line for the log, emptied.
[[nodiscard]] QString takeOpensslErrors();

} // namespace docsig
