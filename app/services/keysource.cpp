// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/keysource.h"

#include "docsig/keys/pkcs11.h"
#include "docsig/keys/pkcs12key.h"

namespace app {

namespace {

struct Opener {
    const docsig::Pin& pin;

    docsig::Result<std::unique_ptr<docsig::SigningKey>> operator()(const Pkcs12File& file) const {
        return docsig::openPkcs12(file.path, pin);
    }
    docsig::Result<std::unique_ptr<docsig::SigningKey>> operator()(const TokenKey& key) const {
        return docsig::openToken(key.modulePath, key.tokenLabel, pin, key.keyId);
    }
};

} // namespace

Result<std::unique_ptr<docsig::SigningKey>> openKey(const KeySource& source, const docsig::Pin& pin) {
    auto key = std::visit(Opener{pin}, source);
    if (!key) {
        return passOn(key.error());
    }
    return std::move(*key);
}

} // namespace app
