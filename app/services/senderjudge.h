// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/agency.h"
#include "app/domain/packetfacts.h"
#include "app/domain/senderjudgement.h"
#include "docsig/report/signaturereport.h"

#include <QList>

#include <optional>

namespace app {

/// What is known beforehand about the office that a packet names as its sender.
struct SenderKnowledge {
    std::optional<Agency> agency;  ///< of the hub's directory
    QList<PinnedSeal> pinnedSeals; ///< that our clerks vouched for
};

/// The sixth part of the verdict. A pure function: the seal's certificate belongs to the packet's OrganId by the
/// directory, by its own organizationIdentifier (where its trust is valid), or by a pin; number, date and signer of the
/// packet equal those of the PDF. A contradiction is invalid, an unknown binding cannot tell.
[[nodiscard]] SenderJudgement judgeSender(const PacketFacts& packet, const docsig::SignatureReport& report,
                                          const SenderKnowledge& known);

/// The verdict of the whole: the signatures' and the sender's by the one rule. Unsigned and unreadable stay what they
/// are.
[[nodiscard]] docsig::Verdict wholeVerdict(const docsig::SignatureReport& report, const SenderJudgement& sender);

/// The index of the signature that stands for the office; nothing where none does.
[[nodiscard]] std::optional<qsizetype> sealIndex(const PacketFacts& packet, const docsig::SignatureReport& report,
                                                 const SenderKnowledge& known);

} // namespace app
