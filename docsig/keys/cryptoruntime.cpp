// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/cryptoruntime.h"

#include <QtCrypto>

#include <openssl/crypto.h>

namespace docsig {

struct CryptoRuntime::Private {
    // Before QCA is the first to call OpenSSL: its end at exit() would pull the ground from under QCA's plugin, which
    // keeps the legacy provider for good, and from under PKCS#11 modules that use the same library.
    bool keepsOpensslToTheEnd = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr) == 1;
    QCA::Initializer initializer;
};

CryptoRuntime::CryptoRuntime()
    : d(std::make_unique<Private>()) {}

CryptoRuntime::~CryptoRuntime() = default;

bool CryptoRuntime::isUsable() const {
    return QCA::isSupported("rsa") && QCA::isSupported("pkcs12");
}

} // namespace docsig
