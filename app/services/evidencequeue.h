// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/error.h"
#include "app/services/evidenceaccess.h"
#include "app/store/evidencejobs.h"
#include "app/store/evidencerenewals.h"

#include <QDateTime>
#include <QList>

#include <mutex>
#include <optional>
#include <stop_token>

namespace app {

class OfficeDesk;

/// What one attempt brought.
struct EvidenceOutcome {
    DocumentId document;
    docsig::Level wanted = docsig::Level::BT;
    docsig::Level reached = docsig::Level::BB;
    QList<docsig::Finding> missing; ///< why it is not more
    Error error;                    ///< why nothing could be done at all; empty code: none
    bool settled = false;           ///< the wanted level is reached; otherwise the queue tries again
    QDateTime nextAttempt;          ///< UTC; invalid: settled, or only a person begins again
};

/// Takes signatures from the level at which they were made to the one that is wanted: time stamps, revocation data, the
/// archive's time stamps (ETSI EN 319 142-1 §6). A signature never waits for that: it is stored, a row of the journal
/// with it, and this queue completes it, now or weeks later. Until a document is sent the completed PDF takes the place
/// of the signed one; what was sent or came in keeps its bytes, and the completed PDF is the archive's copy beside it.
/// Proof that would run out is renewed: each document that reached B-LTA stands in a calendar (EvidenceRenewals), and a
/// run stamps again what is due (EN 319 142-1 §5.4.3).
/// Blocking, minutes where an authority is slow; any thread but the GUI's; one attempt at a time.
class EvidenceQueue {
public:
    explicit EvidenceQueue(OfficeDesk& desk);

    /// Part of the transaction that stores a signature or accepts a document. A level that needs no evidence plans
    /// nothing.
    [[nodiscard]] Result<void> plan(const DocumentId& id, docsig::Level wanted);

    [[nodiscard]] Result<QList<EvidenceJob>> list() const;
    /// Nothing where nothing is missing.
    [[nodiscard]] Result<std::optional<EvidenceJob>> jobOf(const DocumentId& id) const;

    /// The proofs that are renewed next, the most urgent first; at most 1,000.
    [[nodiscard]] Result<QList<EvidenceRenewal>> renewals() const;

    /// What may be tried now, oldest first. Proofs that run out become jobs by being asked for.
    [[nodiscard]] Result<QList<EvidenceJob>> due();

    /// Tries what is due; each that fails waits longer (a minute at first, two days at last) and rests after
    /// EvidenceJobs::mostAttempts. One that fails stops no other.
    [[nodiscard]] Result<QList<EvidenceOutcome>> run(std::stop_token stop = {});

    /// Tries one now, whatever it waits for, also one that rests. Code: evidence-nothing-waits. What keeps the evidence
    /// away is in the outcome, not an error.
    [[nodiscard]] Result<EvidenceOutcome> complete(const DocumentId& id, std::stop_token stop = {},
                                                   const EvidenceWish& wish = {});

private:
    [[nodiscard]] Result<EvidenceOutcome> attempt(EvidenceJob job, const EvidenceWish& wish, std::stop_token stop);
    [[nodiscard]] Result<EvidenceOutcome> keep(const EvidenceJob& job, const QByteArray& base, const QByteArray& pdf,
                                               const docsig::SignatureReport& report);
    [[nodiscard]] Result<void> wakeRenewals();
    [[nodiscard]] Result<EvidenceOutcome> putOff(EvidenceJob job, const QDateTime& ends);
    [[nodiscard]] Result<bool> isToBeRenewed(const DocumentId& id, const docsig::SignatureReport& report) const;
    /// Part of a transaction: the job leaves, and the day on which its proof is to be renewed is written down.
    [[nodiscard]] Result<void> settle(const EvidenceJob& job, const docsig::SignatureReport& report);

    OfficeDesk& m_desk;
    std::timed_mutex m_running;
};

} // namespace app
