// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"

namespace tests {

[[nodiscard]] docsig::CertificateFacts sampleCertificate(const QString& name, const QString& title,
                                                         const QString& office);

/// Of a decision that a leader signed and an office sealed; all of it valid.
[[nodiscard]] docsig::SignatureReport sampleReport();

/// The same, but nobody knows whether the leader's certificate was revoked.
[[nodiscard]] docsig::SignatureReport openReport();

/// About a certificate whose revocation could not be told.
[[nodiscard]] docsig::Finding sampleConcern();

} // namespace tests
