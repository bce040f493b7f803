// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"
#include "docsig/trust/evidencesource.h"
#include "docsig/trust/truststore.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>

#include <stop_token>

namespace docsig {

/// What proves a certificate path later: all DER, no doubles, in the order in which it was found.
struct Evidence {
    QList<QByteArray> certificates;  ///< the path's certificates, the responders' and list issuers' too
    QList<QByteArray> lists;         ///< CRLs
    QList<QByteArray> ocspResponses; ///< OCSPResponse, status successful
    QList<Finding> missing;          ///< part Trust: what could not be had, one finding each; empty: complete

    [[nodiscard]] bool isComplete() const { return missing.isEmpty(); }
    /// Takes in what the other has and this has not.
    void add(const Evidence& other);

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Collects what ETSI EN 319 102-1 asks of a path: missing issuers (AIA), and for every certificate under the root a
/// fresh OCSP response or CRL at the time `at`. What `store` and `known` hold is used first and the network asked for
/// the rest; OCSP before CRL. Every answer is checked (signature, responder's right, certificate, times) before it
/// counts. Never fails as a whole: what could not be had stands in `missing`. Blocking; any thread but the GUI's.
[[nodiscard]] Evidence collectEvidence(QByteArrayView certificate, const QList<QByteArray>& others,
                                       const TrustStore& store, const Evidence& known, const QDateTime& at,
                                       EvidenceSource& source, std::stop_token stop = {},
                                       const TrustPolicy& policy = {});

} // namespace docsig
