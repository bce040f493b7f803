// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"
#include "docsig/trust/evidencesource.h"
#include "docsig/worker/verifyclient.h"

#include <QDateTime>
#include <QString>

#include <stop_token>

namespace app {

class OfficeDesk;
struct EvidenceAccess;

/// What a file is worth, and what evidence could not be had.
struct InformedReport {
    docsig::SignatureReport report;
    QList<docsig::Finding> missing{}; ///< one finding for each certificate
};

/// Trust, or the time of a stamp, could not be told for want of issuers or revocation data: asking may help.
[[nodiscard]] bool evidenceMayHelp(const docsig::SignatureReport& report);

/// Judges a PDF on disk in congvan-verify and, where trust or time could not be told for want of issuers or revocation
/// data, asks the source for them here, outside the worker, and has the file judged once more with what was found. The
/// worker never touches the network; what was fetched lies in a folder that is gone afterwards. Blocking, for minutes
/// perhaps; any thread but the GUI's.
class VerifyWithEvidence {
public:
    /// `client` and `source` outlive it. `trustDirectories`: those of the client; what they hold is not asked for.
    VerifyWithEvidence(const docsig::VerifyClient& client, docsig::EvidenceSource& source,
                       const QStringList& trustDirectories);

    [[nodiscard]] InformedReport verify(const QString& path, const docsig::VerifyOptions& options,
                                        std::stop_token stop = {}) const;

private:
    const docsig::VerifyClient& m_client;
    docsig::EvidenceSource& m_source;
    QStringList m_trustDirectories;
};

/// The same as a desk trusts and as of its clock. With an empty `access` nobody is asked: what earlier answers keep is
/// all that is used.
[[nodiscard]] InformedReport verifyWithEvidence(const OfficeDesk& desk, const QString& path,
                                                const EvidenceAccess& access, std::stop_token stop = {});

} // namespace app
