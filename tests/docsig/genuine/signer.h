// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/demoauthority.h"
#include "docsig/keys/opensslpointers.h"

#include <QByteArray>

/// Genuine files as old and rare programs make them, written byte by byte.
namespace genuine {

/// What kind of key a person has.
enum class KeyForm { Rsa, RsaPssOnly, RsaPssRestricted, P256, Brainpool, Ed25519, Ed448 };

/// Somebody who signs, with a certificate of the demo authority's intermediate.
struct Signer {
    docsig::EvpKey key;
    QByteArray certificate; ///< DER
    QByteArray issuer;      ///< DER
};

/// Valid for two years from `since`, or from a day before now; `extendedKeyUsage` as OpenSSL writes it, empty: none.
[[nodiscard]] Signer makeSigner(const docsig::DemoAuthority& authority, KeyForm form,
                                const QString& extendedKeyUsage = {}, const QDateTime& since = {});

} // namespace genuine
