// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/signingkey.h"
#include "docsig/pades/flowfields.h"
#include "docsig/pades/timestamping.h"
#include "docsig/report/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace docsig {

/// What to sign and how it looks.
struct SignRequest {
    QString fieldName;
    std::optional<PagePlace> place; ///< makes the field when it is not there
    QByteArray appearancePdf;       ///< one-page PDF; empty: invisible
    int docMdpPermission = 0;       ///< 2 for the first signature of the file, 0 for none (ISO 32000-1 §12.8.2.2)
    bool applyFieldLock = false;    ///< FieldMDP from the field's SigFieldLock (§12.8.2.4)
    QString reason;
    QString location;
    QDateTime claimedTime;        ///< invalid: now
    std::optional<Digest> digest; ///< empty: the one that fits the key, SHA-256 but for large curves
    SignatureScheme scheme = SignatureScheme::Standard;
    QByteArray expectedSha256; ///< hex, of the bytes that were shown; other bytes are refused; empty: not checked
};

/// A file that signFile() wrote.
struct SignedFile {
    QByteArray sha256; ///< lower-case hex
    qint64 size = 0;
    Level reached = Level::BB;
    QList<Finding> missing; ///< why it is below the level that was asked for
};

/// A signed file in memory and the level that was reached; `missing` says why where it is below the one asked for.
struct SignedPdf {
    QByteArray pdf;
    Level reached = Level::BB;
    QList<Finding> missing;
};

/// Signs PDFs as PAdES B-B or B-T (ETSI EN 319 142-1 §6) by incremental update; PadesExtender goes on from there.
class PadesSigner {
public:
    /// The signed file, B-B; `pdf` is its beginning, unchanged. The result's own ByteRange and CMS were checked.
    [[nodiscard]] Result<QByteArray> sign(const QByteArray& pdf, const SignRequest& request, SigningKey& key) const;

    /// The same with a time stamp over the signature's value, B-T. Where the stamp can't be had, or the stamper was
    /// told to stop while it waited, the signature stands all the same: B-B, with the reason in `missing`; its key is
    /// asked once. Blocks as long as the authority takes.
    [[nodiscard]] Result<SignedPdf> signWithStamp(const QByteArray& pdf, const SignRequest& request, SigningKey& key,
                                                  const Stamper& stamper) const;

    /// The same from file to file, in little memory however large it is: the input is read once, and what was written
    /// is read back and checked before it takes the output's place in one step. Both may be the same. The input must
    /// not be changed meanwhile by anybody. With a stamper B-T, as signWithStamp().
    [[nodiscard]] Result<SignedFile> signFile(const QString& input, const QString& output, const SignRequest& request,
                                              SigningKey& key, const Stamper* stamper = nullptr) const;
};

} // namespace docsig
