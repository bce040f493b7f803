// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/document.h"
#include "docsig/pdf/formfields.h"
#include "docsig/report/signaturereport.h"

namespace docsig {

/// What a signature's /ByteRange says about the file, proven once (ISO 32000-1 §12.8.1): two parts that begin at 0 and
/// leave out exactly the value of /Contents.
struct SignedRange {
    bool sound = false;
    qsizetype gapBegin = 0;
    qsizetype gapEnd = 0;
    qsizetype end = 0;       ///< behind the last covered byte
    QByteArray contents;     ///< decoded bytes of /Contents
    QList<Finding> findings; ///< of part Integrity

    /// What is covered, in pieces of a few MiB.
    [[nodiscard]] QList<QByteArrayView> parts(const QByteArray& file) const;
};

/// Checks the range of the signature in that field against the bytes and the place where /Contents really stands.
[[nodiscard]] SignedRange signedRangeOf(const pdf::Document& document, const pdf::FormField& field);

} // namespace docsig
