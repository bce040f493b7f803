// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/pdfaparts.h"

#include <algorithm>

namespace docsig::pdf {

namespace {

constexpr qsizetype largestStream = 32 << 20;

} // namespace

void PdfaSurvey::breach(PdfaClause clause, int object, const QString& detail) {
    if (m_told.contains(clause)) {
        return;
    }
    m_told.insert(clause);
    const auto rule = std::ranges::find(pdfaRules(), clause, &PdfaRule::clause);
    Finding found = rule->breach;
    found.page = m_page;
    found.place = object > 0 ? QString::number(object) : QString();
    found.detail = detail;
    m_report.findings << std::move(found);
}

std::optional<QByteArray> decodedBytes(const PdfaSurvey& survey, const Value& stream) {
    const Document& document = survey.document();
    const auto raw = stream.asReference() == nullptr ? std::nullopt : document.rawStream(stream.asReference()->number);
    if (!raw) {
        return std::nullopt;
    }
    Dictionary filter;
    const Dictionary& dictionary = document.resolve(stream).dictionary();
    for (const char* key : {"Filter", "DecodeParms"}) {
        filter.insert(key, document.get(dictionary, key));
    }
    return decodeStream(*raw, filter, largestStream);
}

Result<PdfaReport> checkPdfA(const QByteArray& bytes) {
    const auto document = Document::open(bytes);
    if (!document) {
        return std::unexpected(document.error());
    }
    PdfaSurvey survey(*document);
    surveyFile(survey);
    if (document->isEncrypted()) {
        // Nothing behind it can be read as it is meant.
        survey.breach(PdfaClause::Encryption);
        survey.breach(PdfaClause::NotLookedAt);
        return survey.report();
    }
    surveyMetadata(survey);
    surveyCatalog(survey);
    surveyPages(survey);
    surveyObjects(survey);
    return survey.report();
}

} // namespace docsig::pdf
