// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "docsig/keys/pin.h"
#include "docsig/keys/signingkey.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <variant>

namespace app {

/// A software key in a PKCS#12 file (.p12, .pfx).
struct Pkcs12File {
    QString path;

    friend bool operator==(const Pkcs12File&, const Pkcs12File&) = default;
};

/// A key on a PKCS#11 token. An empty `modulePath` means every module that p11-kit knows; an empty `keyId` (CKA_ID)
/// means the only key with a certificate.
struct TokenKey {
    QString modulePath;
    QString tokenLabel;
    QByteArray keyId;

    friend bool operator==(const TokenKey&, const TokenKey&) = default;
};

/// Where the private key of a signature or seal lives. The profile's settings keep a default; a call may name another.
using KeySource = std::variant<Pkcs12File, TokenKey>;

/// Opens the key with one PIN, tried once and never again (a token counts the tries). Errors are the codes of
/// docsig/keys: wrong PIN, last try, locked, missing module, empty token, not a PKCS#12. Any thread but the GUI's.
[[nodiscard]] Result<std::unique_ptr<docsig::SigningKey>> openKey(const KeySource& source, const docsig::Pin& pin);

} // namespace app
