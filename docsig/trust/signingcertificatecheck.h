// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"
#include "docsig/trust/evidence.h"
#include "docsig/trust/evidencesource.h"
#include "docsig/trust/trustpolicy.h"
#include "docsig/trust/truststore.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <stop_token>

namespace docsig {

/// What is to be known of a certificate before anybody is asked for a PIN.
struct SigningCertificateCheck {
    /// Parts Trust and Algorithm. Fault: must not sign. Doubt: the signer is warned and decides. Note: only told.
    QList<Finding> findings;
    Evidence evidence; ///< what the check collected; of use for the signature's own evidence

    [[nodiscard]] bool maySign() const;      ///< no fault
    [[nodiscard]] bool needsWarning() const; ///< may sign, and there is a doubt
};

/// Checks a certificate as Thông tư 15/2025/TT-BKHCN (Phụ lục II) asks before signing: valid at `at`, which is now;
/// neither revoked nor suspended by OCSP or the newest list; a path to a root that is trusted here; issued for signing;
/// an algorithm that is allowed (RSA of 2048 bits and more, ECDSA of 256 and more). That neither OCSP nor a list can be
/// had, or that the root is not known here, is a doubt. `chain`: DER, the key's own certificate first. Without a
/// `source` what the store holds must do. Blocking while the source is asked; any thread but the GUI's.
[[nodiscard]] SigningCertificateCheck checkSigningCertificate(const QList<QByteArray>& chain, const TrustStore& store,
                                                              const QDateTime& at, EvidenceSource* source = nullptr,
                                                              std::stop_token stop = {},
                                                              const TrustPolicy& policy = {});

} // namespace docsig
