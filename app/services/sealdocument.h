// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/signdocument.h"

namespace app {

class OfficeDesk;

/// Use case of the clerk: seals a signed and numbered document with the office's certificate. The red picture overlaps
/// a third of the leader's, to its left; FieldMDP locks number and date (Nghị định 30 art. 32; ISO 32000-1 §12.8.2.4).
/// The sealed bytes are verified again before they replace anything. Blocking; any thread but the GUI's.
class SealDocument {
public:
    explicit SealDocument(OfficeDesk& desk);

    /// What is about to be sealed.
    [[nodiscard]] Result<SigningView> open(const DocumentId& id) const;

    /// `shownSha256` as in SignDocument::sign. A document without the signature of the competent person is refused:
    /// `seal-before-signature`; without a number: `seal-before-number`.
    [[nodiscard]] Result<SigningReceipt> seal(const DocumentId& id, const QByteArray& shownSha256, const KeySource& key,
                                              const docsig::Pin& pin);
    /// The same with a key that is open: one of several documents under one PIN (SignDocuments).
    [[nodiscard]] Result<SigningReceipt> seal(const DocumentId& id, const QByteArray& shownSha256,
                                              SigningSession& session);

private:
    [[nodiscard]] Result<SigningReceipt> keep(const DocumentId& id, const Result<SignedBytes>& made);

    OfficeDesk& m_desk;
};

/// Receivers would call a seal of another office invalid: said before anything is kept. `seal-of-another-office`.
[[nodiscard]] Result<void> checkSealOwner(const OfficeDesk& desk, const docsig::CertificateFacts& certificate);

} // namespace app
