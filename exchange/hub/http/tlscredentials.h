// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QString>

#include <memory>

#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>

namespace hub {

/// A certificate chain with its key, as the TLS library takes it in a handshake. A connection holds the one with which
/// it began, so that another may take its place while the server runs.
class TlsCredentials {
public:
    /// From PEM files. "hub-tls-unreadable" where one can't be read, is none, or the key is of another certificate.
    [[nodiscard]] static exchange::Result<std::shared_ptr<const TlsCredentials>> load(const QString& certificateFile,
                                                                                      const QString& keyFile);
    ~TlsCredentials();
    TlsCredentials(const TlsCredentials&) = delete;
    TlsCredentials& operator=(const TlsCredentials&) = delete;

    /// Hands them to a handshake; the library changes nothing of them.
    void give(gnutls_pcert_st** chain, unsigned int* count, gnutls_privkey_t* key) const;

private:
    static constexpr unsigned int longestChain = 16;
    TlsCredentials() = default;

    gnutls_pcert_st m_chain[longestChain]{};
    unsigned int m_count = 0;
    gnutls_privkey_t m_key = nullptr;
};

} // namespace hub
