// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"
#include "app/services/evidenceaccess.h"
#include "docsig/report/signaturereport.h"

#include <QList>
#include <QString>

#include <stop_token>

namespace app {

class JudgeIncoming;
class OfficeDesk;

/// What asking for evidence brought.
struct EvidenceAnswer {
    DocumentId document;
    docsig::Verdict verdict = docsig::Verdict::CannotTell; ///< of the whole, with the sender where it came in
    docsig::SignatureReport report{};
    QList<docsig::Finding> missing{}; ///< what could not be had, one finding for each certificate
};

/// Opening a document never touches the network. When a person asks, this fetches issuers, OCSP responses and lists
/// for signatures that came in or were imported, from the hosts alone that trust store and settings name, and has the
/// file judged again. Blocking, minutes where an authority is slow; any thread but the GUI's.
class AskEvidence {
public:
    /// Both outlive it.
    AskEvidence(OfficeDesk& desk, JudgeIncoming& judging);

    /// The verdict on what came in is stored. Codes: judging-cancelled, those of judging and of the store. What kept
    /// the evidence away is in the answer, not an error.
    [[nodiscard]] Result<EvidenceAnswer> about(const DocumentId& id, std::stop_token stop = {},
                                               const EvidenceWish& wish = {});

    /// A PDF on disk by what earlier answers keep; asks nobody and stores nothing.
    [[nodiscard]] docsig::SignatureReport byWhatIsKept(const QString& path, std::stop_token stop = {}) const;

private:
    OfficeDesk& m_desk;
    JudgeIncoming& m_judging;
};

} // namespace app
