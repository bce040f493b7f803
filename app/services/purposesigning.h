// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/signingpurpose.h"
#include "app/layout/purposeappearances.h"
#include "docsig/keys/signingkey.h"
#include "docsig/pades/flowfields.h"
#include "docsig/report/signaturereport.h"
#include "docsig/worker/verifyclient.h"

#include <QByteArray>
#include <QPointF>
#include <QString>

#include <optional>

namespace app {

/// What a signature or stamp on a file shall be and say. What a purpose does not need is not looked at.
struct PurposeTask {
    SigningPurpose purpose = SigningPurpose::Approve;
    CopyKind copy = CopyKind::SaoY;
    QString agency{};         ///< copies, digitised papers, the stamp: the office's name
    QString number{};         ///< appendix: "07/QĐ-SNV", of the document that it belongs to
    ArrivalStamp arrival{};   ///< the stamp's entries; its agency is `agency`
    QByteArray picturePng{};  ///< initials, approval, seal
    double sealDiameter = 36; ///< millimetres
    QDateTime moment{};       ///< of signing
    /// Upper left corner of the place in millimetres from the page's upper left, as shown; nothing: by the rule of the
    /// purpose.
    std::optional<QPointF> corner{};
    int page = -1; ///< 0-based, with `corner`; -1: the rule's page
};

/// What will be done, before any key is asked: the place, the drawing, the words.
struct PurposePlan {
    QString fieldName;
    docsig::PagePlace place;
    QByteArray appearancePdf;
    QString text; ///< what the drawing says; empty for pictures
    QString reason;
    QDateTime moment;
    int docMdpPermission = 0;
    docsig::SignatureReport before; ///< what the worker says of the bytes
};

/// Signs or stamps a file for one of the purposes of NĐ 30/2020. Foreign bytes are judged by congvan-verify and drawn
/// by congvan-render before anything is written; the result is judged again before it is given out. Blocking; any
/// thread but the GUI's; needs a QGuiApplication.
class PurposeSigning {
public:
    /// `renderWorker` may be empty: then a stamp is put where the decree wants it without looking for a blank place.
    PurposeSigning(const docsig::VerifyClient& verifier, QString renderWorker);

    /// Codes: purpose-text-missing, purpose-picture-missing, purpose-page-missing, those of reading, layout and the
    /// worker.
    [[nodiscard]] Result<PurposePlan> plan(const QByteArray& pdf, const PurposeTask& task) const;
    /// The signed file. Code: purpose-result-not-valid and those of signing.
    [[nodiscard]] Result<QByteArray> sign(const QByteArray& pdf, const PurposePlan& plan,
                                          docsig::SigningKey& key) const;
    /// The drawing as a stamp without a signature: signatures in the file tell of the change, so it is a copy to read.
    [[nodiscard]] Result<QByteArray> stamp(const QByteArray& pdf, const PurposePlan& plan) const;

private:
    const docsig::VerifyClient& m_verifier;
    QString m_renderWorker;
};

} // namespace app
