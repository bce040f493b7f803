// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

#include <QString>

#include <optional>

namespace app {

class OfficeDesk;

/// Use case of the officer: lays the draft out (or takes the imported PDF), adds every field of the flow empty before
/// the first signature (Nghị định 30 art. 10-13; ISO 32000-1 §12.8), stores the PDF and queues the act "submitted" for
/// the leader, or first for whoever initials it, and the office's clerks. Works without a network. Blocking; any thread
/// but the GUI's.
class SubmitForSignature {
public:
    explicit SubmitForSignature(OfficeDesk& desk);

    /// `signerMailbox` is a leader of the own office; `signer-not-a-leader` otherwise. Secret documents are refused
    /// before anything is written: `secret-never-sent`.
    /// `initialMailbox` names who initials the draft before it comes to the leader (ký nháy); an empty text: nobody,
    /// nothing: as the draft says. Another
    /// person of the office than the signer, the drafter too: `initialler-not-possible` otherwise.
    [[nodiscard]] Result<void> submit(const DocumentId& id, const QString& signerMailbox,
                                      const std::optional<QString>& initialMailbox = {});

private:
    OfficeDesk& m_desk;
};

} // namespace app
