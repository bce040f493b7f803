// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"
#include "docsig/report/signaturereport.h"
#include "docsig/trust/evidencesource.h"
#include "docsig/trust/truststore.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <stop_token>

namespace docsig {

/// How far a signature is to be taken and with whose help.
struct ExtendRequest {
    Level target = Level::BLta;
    QString timeStampAddress; ///< of the RFC 3161 authority
    QDateTime at;             ///< now, as the caller sees it; invalid: now
};

/// What was reached. `missing` is never empty when `reached` is below the target: nothing is degraded silently.
struct Extension {
    QByteArray pdf; ///< the input is its beginning, unchanged; equal to the input where nothing could be added
    Level reached = Level::BB; ///< by the weakest signature's evidence; a signature of another form than PAdES baseline
                               ///< (SignatureResult::level none) has a place on the ladder here, too
    QList<Finding> missing;    ///< what could not be had (parts Time and Trust)
};

/// Extends the signatures of a PDF, our own or foreign, by incremental updates (ETSI EN 319 142-1 §6): a document time
/// stamp for T where the signature has no stamp of its own, DSS with VRI for LT, a document time stamp over both for
/// LTA. Extending an LTA file stamps it again with the newest evidence (evidence for the last stamp goes into the DSS
/// first). A file that is certified against changes is extended, too: the standard takes evidence out of what DocMDP
/// restricts (§5.4.1). The result is verified before it is handed out. Blocking; any thread but the GUI's.
class PadesExtender {
public:
    /// Both must outlive this object.
    PadesExtender(const TrustStore& trust, EvidenceSource& source);

    /// Codes: extend-unsigned, extend-not-intact (a broken signature is not given evidence), those of reading; where it
    /// was told to stop extend-stopped or the source's own code.
    [[nodiscard]] Result<Extension> extend(const QByteArray& pdf, const ExtendRequest& request,
                                           std::stop_token stop = {}) const;

private:
    const TrustStore& m_trust;
    EvidenceSource& m_source;
};

/// When the newest time stamp over the file stops to prove anything: the end of its authority's certificate, or the day
/// on which its algorithms are given up (algorithmends.h). Invalid: there is no stamp. A day that has passed means that
/// it is late already.
[[nodiscard]] QDateTime restampBefore(const SignatureReport& report);

/// The same of the newest document time stamp that is intact, whoever vouches for it: the last stamp of a file has no
/// evidence of its own yet, and without the network nobody may be known to. Invalid: there is none.
[[nodiscard]] QDateTime newestStampEnds(const SignatureReport& report);

} // namespace docsig
