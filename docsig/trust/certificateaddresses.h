// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/opensslpointers.h"

#include <QStringList>

#include <openssl/x509v3.h>

namespace docsig {

/// Where a certificate says that things about it are to be had: http and https alone, in its own order, no doubles, at
/// most 8. Whether to go there is decided elsewhere. Private to docsig/trust.
[[nodiscard]] QStringList responderAddresses(const X509* certificate); ///< AIA, id-ad-ocsp
[[nodiscard]] QStringList issuerAddresses(const X509* certificate);    ///< AIA, id-ad-caIssuers
/// CRL distribution points that are for all reasons and have no list issuer of their own.
[[nodiscard]] QStringList listAddresses(const X509* certificate);

/// The addresses among some names.
[[nodiscard]] QStringList addressesIn(const GENERAL_NAMES* names);

} // namespace docsig
