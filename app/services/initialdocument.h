// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/signdocument.h"

namespace app {

class OfficeDesk;

/// Use case of whoever checks a draft, the head of the unit or the officer who answers for it (NĐ 30/2020 art. 10 and
/// 11): puts the initials (ký nháy) after the last line of the text, a quarter of a signature's picture, before the
/// draft comes to the leader. An act of its own, wanted when the draft is submitted; offices without it do not meet it.
///
/// The initials are the first signature of the file. A file has at most one certification signature, and it shall be
/// the first one signed (ISO 32000-1 §12.8.2.2), so the initials carry DocMDP 2: from then on nothing may change but
/// fields being filled and signed. What comes after, the leader's and the seal, are approval signatures under it.
/// Certifying says what may still change in the file, not who issues the document: that is the leader's field and the
/// seal.
///
/// No evidence is fetched for initials alone; the leader's signature brings what the office wants for the file.
/// Blocking; any thread but the GUI's.
class InitialDocument {
public:
    explicit InitialDocument(OfficeDesk& desk);

    /// What is about to be initialled. `action-not-allowed` for everyone but the person who was named.
    [[nodiscard]] Result<SigningView> open(const DocumentId& id) const;

    /// `shownSha256` as in SignDocument::sign; the codes too.
    [[nodiscard]] Result<SigningReceipt> initial(const DocumentId& id, const QByteArray& shownSha256,
                                                 const KeySource& key, const docsig::Pin& pin);
    /// The same with a key that is open: one of several documents under one PIN (SignDocuments).
    [[nodiscard]] Result<SigningReceipt> initial(const DocumentId& id, const QByteArray& shownSha256,
                                                 SigningSession& session);

private:
    [[nodiscard]] Result<SigningReceipt> keep(const DocumentId& id, const QString& signer,
                                              const Result<SignedBytes>& made);

    OfficeDesk& m_desk;
};

} // namespace app
