// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/opensslpointers.h"
#include "docsig/report/signaturereport.h"

namespace docsig {

/// What is shown of a certificate that was parsed from `der`. For the rooms keys, cms and trust alone.
[[nodiscard]] CertificateFacts factsOf(const X509* certificate, QByteArrayView der);

} // namespace docsig
