// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"
#include "app/services/keysource.h"
#include "docsig/pades/flowfields.h"
#include "docsig/report/signaturereport.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace app {

class OfficeDesk;
class SigningSession;
struct SignedBytes;

/// What the signer is shown before the PIN is asked: the very bytes, and what the reader found in them.
struct SigningView {
    QString path;                           ///< the PDF in the store; read only
    QByteArray pdf;                         ///< the same bytes
    QByteArray sha256;                      ///< of these bytes, lower-case hex; sign() takes no others
    docsig::SignatureReport report;         ///< findings before signing, by congvan-verify
    QString fieldName;                      ///< the field that will hold the signature
    std::optional<docsig::PagePlace> place; ///< where it lies
    QByteArray picturePng;                  ///< the picture that will be drawn there; may be empty
    std::optional<docsig::CertificateFacts>
        certificate;                            ///< of the profile's default key, where it can be known without a PIN
    QList<docsig::Finding> certificateFindings; ///< about that certificate: a fault refuses, a doubt is to be weighed
};

struct SigningReceipt {
    QByteArray sha256;                        ///< of the signed PDF, lower-case hex
    docsig::CertificateFacts certificate;     ///< that signed
    docsig::SignatureReport report;           ///< the re-verification of the fresh bytes
    docsig::Level level = docsig::Level::BB;  ///< at which the signature was made and stored
    docsig::Level wanted = docsig::Level::BB; ///< where it is more, EvidenceQueue has a row and completes it
};

/// Use case of the leader: signs a submitted document with the personal certificate. The blue picture is drawn in the
/// field between title and name; the first signature of the file carries DocMDP 2. Where the draft was initialled
/// before (InitialDocument) that is the initials': only one signature of a file may certify it, and it must be the
/// first (ISO 32000-1 §12.8.2.2). The leader's is then an approval signature under the same DocMDP, and its FieldMDP
/// (§12.8.2.4) locks the initials. The signed bytes are verified again before they replace anything. Blocking; any
/// thread but the GUI's.
class SignDocument {
public:
    explicit SignDocument(OfficeDesk& desk);

    [[nodiscard]] Result<SigningView> open(const DocumentId& id) const;

    /// `shownSha256` must be that of the bytes that were shown (`signing-other-bytes` otherwise). The PIN is tried
    /// once.
    [[nodiscard]] Result<SigningReceipt> sign(const DocumentId& id, const QByteArray& shownSha256, const KeySource& key,
                                              const docsig::Pin& pin);
    /// The same with a key that is open: one of several documents under one PIN (SignDocuments).
    [[nodiscard]] Result<SigningReceipt> sign(const DocumentId& id, const QByteArray& shownSha256,
                                              SigningSession& session);

private:
    [[nodiscard]] Result<SigningReceipt> keep(const DocumentId& id, const Result<SignedBytes>& made);

    OfficeDesk& m_desk;
};

} // namespace app
