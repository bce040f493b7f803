// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/cryptoruntime.h"

#include <QtCrypto>

namespace docsig {

struct CryptoRuntime::Private {
    QCA::Initializer initializer;
};

CryptoRuntime::CryptoRuntime()
    : d(std::make_unique<Private>()) {}

CryptoRuntime::~CryptoRuntime() = default;

bool CryptoRuntime::isUsable() const {
    return QCA::isSupported("rsa") && QCA::isSupported("pkcs12");
}

} // namespace docsig
