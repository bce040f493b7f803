// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "docsig/report/signaturereport.h"

#include <QByteArray>
#include <QDateTime>

namespace docsig {
class PadesVerifier;
}

namespace app {

class OfficeDesk;

/// Verifies bytes that this program has just written, before they replace anything. An integrity or coverage that does
/// not hold is a fault of ours and ends the use case: `written-pdf-not-valid`. Trust may be open (an expired
/// certificate shows in the report), but a revoked or misused one is refused with `certificate-not-usable`.
[[nodiscard]] Result<docsig::SignatureReport> verifyFresh(const OfficeDesk& desk, const QByteArray& pdf);
/// The same without a profile.
[[nodiscard]] Result<docsig::SignatureReport> verifyFresh(const docsig::PadesVerifier& verifier, const QByteArray& pdf,
                                                          const QDateTime& at);

/// The error of a certificate that must not sign; the detail names the findings.
[[nodiscard]] std::unexpected<Error> certificateNotUsable(const QString& detail);

} // namespace app
