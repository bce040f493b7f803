// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"
#include "app/domain/senderjudgement.h"
#include "docsig/report/signaturereport.h"

#include <QList>
#include <QString>

#include <stop_token>

namespace app {

class OfficeDesk;
struct EvidenceAccess;

/// The verdict on an incoming document: the five parts of its signatures and the sixth, the sender.
struct IncomingVerdict {
    DocumentId document;
    docsig::Verdict verdict = docsig::Verdict::CannotTell; ///< of the whole: signatures and sender by the one rule
    docsig::SignatureReport report;                        ///< of the main PDF
    SenderJudgement sender;
    QDateTime judgedAt;
    QList<docsig::Finding> missing{}; ///< evidence that was asked for and could not be had; not stored
};

/// Somebody ended it; code judging-cancelled.
[[nodiscard]] std::unexpected<Error> judgingCancelled(const DocumentId& id);

/// Judges the main PDF of an incoming document in congvan-verify and its sender here (design: the seal's certificate
/// belongs to the packet's OrganId by the directory, its organizationIdentifier or a pin; number, date and signer of
/// the packet equal those of the PDF). Stores the verdict. Blocking; any thread but the GUI's.
class JudgeIncoming {
public:
    explicit JudgeIncoming(OfficeDesk& desk);

    /// Asks nobody; uses what earlier answers keep.
    [[nodiscard]] Result<IncomingVerdict> judge(const DocumentId& id, std::stop_token stop = {});

    /// The same with evidence from those that `access` allows; minutes where an authority is slow.
    [[nodiscard]] Result<IncomingVerdict> judgeAsking(const DocumentId& id, const EvidenceAccess& access,
                                                      std::stop_token stop = {});

    /// The stored verdict; nothing where it was not judged yet.
    [[nodiscard]] Result<std::optional<IncomingVerdict>> stored(const DocumentId& id) const;

    /// Incoming documents whose verdict is still owed, oldest first.
    [[nodiscard]] Result<QList<DocumentId>> pending() const;

    /// Judges all that is pending; returns how many got a verdict.
    [[nodiscard]] Result<int> judgePending(std::stop_token stop = {});

    /// The clerk vouches that the seal seen on this document is its sender's: later documents are compared with it and
    /// a change raises an alert.
    [[nodiscard]] Result<void> pinSeal(const DocumentId& id);

private:
    OfficeDesk& m_desk;
};

} // namespace app
