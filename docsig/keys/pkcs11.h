// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/pin.h"
#include "docsig/keys/signingkey.h"
#include "docsig/report/signaturereport.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace docsig {

/// A token that lies in a slot, as its module describes it.
struct TokenInfo {
    QString module; ///< path of the module's file
    QString label;
    QString serial;
    QString model;
    bool initialised = false;
    bool loginRequired = false;
    bool countLow = false; ///< a wrong PIN was entered since the last right one
    bool finalTry = false; ///< one more wrong PIN locks it
    bool locked = false;

    friend bool operator==(const TokenInfo&, const TokenInfo&) = default;
};

/// A certificate on a token that can sign.
struct TokenKeyInfo {
    QString label;
    QByteArray id; ///< CKA_ID, which ties key and certificate
    KeyKind kind = KeyKind::Rsa;
    CertificateFacts certificate;

    friend bool operator==(const TokenKeyInfo&, const TokenKeyInfo&) = default;
};

/// The tokens behind one module, or behind all that p11-kit knows where `modulePath` is empty. No PIN is asked. Codes:
/// token-module-missing (no such file), token-module-broken (it is no PKCS#11 module, or does not start).
[[nodiscard]] Result<QList<TokenInfo>> listTokens(const QString& modulePath = {});

/// The certificates that lie openly on the token, without a login: for a person to choose from.
[[nodiscard]] Result<QList<TokenKeyInfo>> listTokenKeys(const QString& modulePath, const QString& tokenLabelOrSerial);

/// Opens the key `keyId` (CKA_ID; empty: the first key that may sign and has a certificate) of the token with that
/// label or serial number (empty: the only token there is). Of several that fit, the one that carries a certificate
/// with that CKA_ID openly; a token that two modules show is one. One C_Login and no more: a wrong PIN is never tried
/// again. Codes: token-module-missing, token-module-broken, token-not-found, token-ambiguous, token-wrong-pin,
/// token-last-try (wrong, and one more locks it), token-locked, token-empty (no key with a certificate), token-removed,
/// token-cancelled, token-mechanism-missing (told by sign()), token-failed (any other CKR, named in the detail).
/// Blocking; any thread but the GUI's.
[[nodiscard]] Result<std::unique_ptr<SigningKey>>
openToken(const QString& modulePath, const QString& tokenLabelOrSerial, const Pin& pin, const QByteArray& keyId = {});

} // namespace docsig
