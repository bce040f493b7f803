// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSizeF>
#include <QString>

#include <optional>

namespace app {

/// What a signature, or a stamp, on a document is for (NĐ 30/2020 Phụ lục I, Phụ lục IV; TT 05/2025 art. 8).
enum class SigningPurpose {
    Initial,        ///< ký nháy: a checker's, before the leader signs; a small picture
    Approve,        ///< the competent person's: the blue picture between title and name
    Seal,           ///< the office's: the red picture over a third of the person's, to its left
    Appendix,       ///< the office's on an appendix in a file of its own: text alone
    CertifiedCopy,  ///< the office's on a copy of a paper (sao y, sao lục, trích sao): text alone
    DigitisedPaper, ///< the office's on a scanned paper of the archive: text alone
    IncomingStamp,  ///< dấu ĐẾN on a copy of what came: the receiving office's
};

/// Art. 25 to 27: the whole of an original, the whole of a copy, a part.
enum class CopyKind { SaoY, SaoLuc, TrichSao };

/// What belongs to a purpose.
struct PurposeFacts {
    SigningPurpose purpose;
    QString key;          ///< "initial", "approve", "seal", "appendix", "copy", "digitised", "incoming"
    QString fieldName;    ///< of the signature's field, in files that have not got one
    QString reason;       ///< what the signature says of itself
    bool showsPicture;    ///< of a hand or a seal; the others show text
    QSizeF millimetres{}; ///< of the picture; a seal's is set by its diameter. Empty: as the text needs
};

[[nodiscard]] const PurposeFacts& factsOf(SigningPurpose purpose);
[[nodiscard]] std::optional<SigningPurpose> purposeFromKey(QStringView key);

/// "sao-y", "sao-luc", "trich-sao".
[[nodiscard]] std::optional<CopyKind> copyKindFromKey(QStringView key);

// The texts that stand at the top right of the first page, in the layout of the decree: date, time and Vietnam's zone.

/// "07/QĐ-SNV; 25/11/2026; 14:07:09 +07:00"
[[nodiscard]] QString appendixText(const QString& number, const QDateTime& moment);
/// "SAO Y; Sở Nội vụ tỉnh Mẫu; 25/11/2026; 14:07:09 +07:00"
[[nodiscard]] QString copyText(CopyKind kind, const QString& agency, const QDateTime& moment);
/// "Sở Nội vụ tỉnh Mẫu; 25/11/2026; 14:07:09 +07:00"
[[nodiscard]] QString digitisedText(const QString& agency, const QDateTime& moment);

} // namespace app
