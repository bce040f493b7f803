// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/signingkey.h"
#include "docsig/pades/flowfields.h"
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
    QDateTime claimedTime;
    std::optional<Digest> digest; ///< empty: the one that fits the key, SHA-256 but for large curves
    SignatureScheme scheme = SignatureScheme::Standard;
    QByteArray expectedSha256; ///< hex, of the bytes that were shown; other bytes are refused; empty: not checked
};

/// A file that signFile() wrote.
struct SignedFile {
    QByteArray sha256; ///< lower-case hex
    qint64 size = 0;
};

/// Signs PDFs as PAdES B-B (ETSI EN 319 142-1) by incremental update.
class PadesSigner {
public:
    /// The signed file; `pdf` is its beginning, unchanged. The result's own ByteRange and CMS were checked.
    [[nodiscard]] Result<QByteArray> sign(const QByteArray& pdf, const SignRequest& request, SigningKey& key) const;

    /// The same from file to file, in little memory however large it is: the input is read once, and what was written
    /// is read back and checked before it takes the output's place in one step. Both may be the same. The input must
    /// not be changed meanwhile by anybody.
    [[nodiscard]] Result<SignedFile> signFile(const QString& input, const QString& output, const SignRequest& request,
                                              SigningKey& key) const;
};

} // namespace docsig
