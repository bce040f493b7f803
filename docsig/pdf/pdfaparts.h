// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of checkPdfA(), which share what was found.
#pragma once

#include "docsig/pdf/document.h"
#include "docsig/pdf/pdfacheck.h"

#include <QSet>

#include <optional>

namespace docsig::pdf {

/// Collects breaches, and knows what concerns the whole file.
class PdfaSurvey {
public:
    explicit PdfaSurvey(const Document& document)
        : m_document(document) {}

    [[nodiscard]] const Document& document() const { return m_document; }
    [[nodiscard]] PdfaReport& report() { return m_report; }

    /// Keeps the first place of each broken rule. `object` 0: the file as a whole.
    void breach(PdfaClause clause, int object = 0, const QString& detail = {});
    /// The page that is being looked at, from 0; -1: none.
    void setPage(int page) { m_page = page; }

    /// Components of the PDF/A output intent's profile: 1, 3 or 4; 0: there is none.
    int intentComponents = 0;

private:
    const Document& m_document;
    PdfaReport m_report;
    QSet<PdfaClause> m_told;
    int m_page = -1;
};

/// Header, trailer, tables, and how objects and streams stand in the file (§6.1).
void surveyFile(PdfaSurvey& survey);
/// Every object by itself: limits, filters, actions, embedded files (§6.1.13, §6.5, §6.8).
void surveyObjects(PdfaSurvey& survey);
/// The catalog: output intents, form, layers, permissions (§6.2.3, §6.4, §6.9 to §6.11). Goes before the pages.
void surveyCatalog(PdfaSurvey& survey);
/// The metadata and what they claim (§6.6).
void surveyMetadata(PdfaSurvey& survey);
/// Pages with their annotations and everything that is drawn (§6.2, §6.3).
void surveyPages(PdfaSurvey& survey);
/// A font that text was shown with (§6.2.11).
void surveyFont(PdfaSurvey& survey, const Dictionary& font, int object);
/// The header of an ICC profile (§6.2.3, §6.2.4.2): the components of its colour space; 0 where it is none.
[[nodiscard]] int profileComponents(const PdfaSurvey& survey, const Value& profile);

/// A colour space where it is used: a name or an array (§6.2.4). `resources` are those of the content stream.
void surveyColourSpace(PdfaSurvey& survey, const Value& space, const Dictionary& resources, int object, int depth = 0);

/// A stream's bytes behind all of its filters; nothing for other filters than FlateDecode, or more than 32 MiB.
[[nodiscard]] std::optional<QByteArray> decodedBytes(const PdfaSurvey& survey, const Value& stream);

} // namespace docsig::pdf
