// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/pdfaclauses.h"
#include "docsig/report/error.h"

#include <QByteArray>

namespace docsig::pdf {

/// What was seen of a file as PDF/A.
struct PdfaReport {
    int part = 0;            ///< as its metadata claim; 0: they claim none
    QString conformance;     ///< "B", "U", "A" as claimed
    QList<Finding> findings; ///< one for each rule that is broken, at its first place: page, or number of the object

    /// No rule of the list is broken, and everything was looked at. The list is ours, not the whole standard.
    [[nodiscard]] bool holds() const { return findings.isEmpty(); }
};

/// Checks a file against the clauses of ISO 19005-2 level B that pdfaRules() lists: those which a program that writes,
/// fills, signs and stamps PDFs can break. Reads strictly and within limits; nothing is repaired, no name is looked up
/// outside the file. Any thread. Codes: those of Document::open().
[[nodiscard]] Result<PdfaReport> checkPdfA(const QByteArray& bytes);

} // namespace docsig::pdf
