// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/tlscredentials.h"

#include <QFile>

namespace hub {

using exchange::Result;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestPem = 1024 * 1024;

std::unexpected<exchange::Error> unreadable(const QString& why) {
    return exchange::fail("hub-tls-unreadable", why);
}

Result<QByteArray> readPem(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestPem) {
        return unreadable(path + u": "_s + file.errorString());
    }
    return file.readAll();
}

gnutls_datum_t datum(QByteArray& bytes) {
    return {reinterpret_cast<unsigned char*>(bytes.data()), static_cast<unsigned int>(bytes.size())};
}

/// Whether the library takes the two together: it compares the key with the certificate.
int tried(const gnutls_datum_t& certificate, const gnutls_datum_t& key) {
    gnutls_certificate_credentials_t both = nullptr;
    int result = gnutls_certificate_allocate_credentials(&both);
    if (result == GNUTLS_E_SUCCESS) {
        result = gnutls_certificate_set_x509_key_mem(both, &certificate, &key, GNUTLS_X509_FMT_PEM);
        gnutls_certificate_free_credentials(both);
    }
    return result;
}

} // namespace

Result<std::shared_ptr<const TlsCredentials>> TlsCredentials::load(const QString& certificateFile,
                                                                   const QString& keyFile) {
    Result<QByteArray> certificatePem = readPem(certificateFile);
    Result<QByteArray> keyPem = certificatePem ? readPem(keyFile) : certificatePem;
    if (!keyPem) {
        return std::unexpected(keyPem.error());
    }
    const gnutls_datum_t certificate = datum(*certificatePem);
    const gnutls_datum_t key = datum(*keyPem);
    std::shared_ptr<TlsCredentials> made(new TlsCredentials);
    unsigned int count = longestChain;
    int result = tried(certificate, key);
    if (result >= 0) {
        result = gnutls_pcert_list_import_x509_raw(made->m_chain, &count, &certificate, GNUTLS_X509_FMT_PEM,
                                                   GNUTLS_X509_CRT_LIST_SORT);
    }
    if (result >= 0) {
        made->m_count = count;
        result = gnutls_privkey_init(&made->m_key);
    }
    if (result >= 0) {
        result = gnutls_privkey_import_x509_raw(made->m_key, &key, GNUTLS_X509_FMT_PEM, nullptr, 0);
    }
    if (result < 0) {
        return unreadable(certificateFile + u": "_s + QString::fromUtf8(gnutls_strerror(result)));
    }
    return made;
}

TlsCredentials::~TlsCredentials() {
    for (unsigned int i = 0; i < m_count; ++i) {
        gnutls_pcert_deinit(&m_chain[i]);
    }
    if (m_key) {
        gnutls_privkey_deinit(m_key);
    }
}

void TlsCredentials::give(gnutls_pcert_st** chain, unsigned int* count, gnutls_privkey_t* key) const {
    *chain = const_cast<gnutls_pcert_st*>(m_chain);
    *count = m_count;
    *key = m_key;
}

} // namespace hub
