// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"
#include "docsig/trust/evidencesource.h"
#include "docsig/worker/verifyclient.h"

#include <QDateTime>
#include <QString>

#include <stop_token>

namespace app {

/// Judges a PDF on disk in congvan-verify and, where trust could not be told for want of issuers or revocation data,
/// asks the source for them here, outside the worker, and has the file judged once more with what was found. The worker
/// never touches the network; what was fetched lies in a folder that is gone afterwards. Blocking, for minutes perhaps;
/// any thread but the GUI's.
class VerifyWithEvidence {
public:
    /// `client` and `source` outlive it. `trustDirectories`: those of the client; what they hold is not asked for.
    VerifyWithEvidence(const docsig::VerifyClient& client, docsig::EvidenceSource& source,
                       const QStringList& trustDirectories);

    [[nodiscard]] docsig::SignatureReport verify(const QString& path, const docsig::VerifyOptions& options,
                                                 std::stop_token stop = {}) const;

private:
    const docsig::VerifyClient& m_client;
    docsig::EvidenceSource& m_source;
    docsig::TrustStore m_store;
};

} // namespace app
