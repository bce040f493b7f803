// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/knowncertificates.h"

#include "docsig/keys/certificatefacts.h"

#include <QMutexLocker>

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace docsig {

namespace {

// Foreign files bring certificates and lists of their own: what is kept is bounded, and starts anew when it is full.
constexpr qsizetype largestCertificate = 256 * 1024;
constexpr qsizetype mostBytes = 1024 * 1024;
constexpr std::size_t mostLists = 64;

std::shared_ptr<const KnownCertificate> parse(QByteArrayView der) {
    X509Certificate certificate = der.size() <= largestCertificate ? parseCertificate(der) : nullptr;
    if (!certificate) {
        return nullptr;
    }
    // OpenSSL fills its caches (extensions, purposes) on first use; done here once, before several threads may read.
    X509_check_purpose(certificate.get(), -1, 0);
    auto known = std::make_shared<KnownCertificate>();
    known->facts = factsOf(certificate.get(), der);
    known->certificate = {certificate.release(), X509_free};
    return known;
}

} // namespace

std::shared_ptr<const KnownCertificate> KnownCertificates::of(QByteArrayView der) {
    const QByteArray key = QByteArray::fromRawData(der.data(), der.size());
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto found = m_certificates.constFind(key); found != m_certificates.constEnd()) {
            return *found;
        }
    }
    auto parsed = parse(der);
    if (parsed) {
        const QMutexLocker lock(&m_mutex);
        if (m_bytes + der.size() > mostBytes) {
            m_certificates.clear();
            m_bytes = 0;
        }
        if (!m_certificates.contains(key)) {
            m_certificates.insert(der.toByteArray(), parsed);
            m_bytes += der.size();
        }
    }
    return parsed;
}

bool KnownCertificates::isSignedBy(const std::shared_ptr<X509_CRL>& list, X509* issuer) {
    const QByteArray key = derOf(X509_get_X509_PUBKEY(issuer), i2d_X509_PUBKEY);
    {
        const QMutexLocker lock(&m_mutex);
        const auto found = std::ranges::find_if(
            m_lists, [&](const CheckedList& one) { return one.list == list && one.issuerKey == key; });
        if (found != m_lists.end()) {
            return found->good;
        }
    }
    const bool good = X509_CRL_verify(list.get(), X509_get0_pubkey(issuer)) == 1;
    ERR_clear_error();
    const QMutexLocker lock(&m_mutex);
    if (m_lists.size() >= mostLists) {
        m_lists.clear();
    }
    m_lists.push_back({list, key, good});
    return good;
}

} // namespace docsig
