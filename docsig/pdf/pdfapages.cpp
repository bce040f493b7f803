// SPDX-License-Identifier: GPL-3.0-or-later
// The part of checkPdfA() that goes through the pages and their annotations: ISO 19005-2 §6.2.10, §6.3.
#include "docsig/pdf/pageboxes.h"
#include "docsig/pdf/pdfadrawing.h"

#include <algorithm>

namespace docsig::pdf {

namespace {

constexpr int deepestTree = 64;
constexpr qsizetype largestContent = 64 << 20;

// Annotation flags, ISO 32000-1 table 165.
constexpr qint64 invisible = 1 << 0;
constexpr qint64 hidden = 1 << 1;
constexpr qint64 print = 1 << 2;
constexpr qint64 noView = 1 << 5;
constexpr qint64 toggleNoView = 1 << 8;

class PageSurvey {
public:
    explicit PageSurvey(PdfaSurvey& survey)
        : m_survey(survey)
        , m_document(survey.document())
        , m_drawing(survey) {}

    void look(int number) {
        const Dictionary page = m_document.object(number).dictionary();
        checkSize(page, number);
        if (page.contains("PresSteps")) {
            m_survey.breach(PdfaClause::Presentation, number);
        }
        const Dictionary resources = inherited(page, "Resources").dictionary();
        if (const auto content = contentOf(page)) {
            m_drawing.lookAtContent(*content, resources, number);
        } else {
            m_survey.breach(PdfaClause::NotLookedAt, number);
        }
        for (const Value& entry : m_document.get(page, "Annots").array()) {
            lookAtAnnotation(entry, resources);
        }
        const Dictionary group = m_document.get(page, "Group").dictionary();
        if (group.contains("CS")) {
            surveyColourSpace(m_survey, group.value("CS"), resources, number);
        }
        if (m_drawing.takeTransparency() && m_survey.intentComponents == 0 && !group.contains("CS")) {
            m_survey.breach(PdfaClause::BlendSpace, number);
        }
    }

private:
    Value inherited(Dictionary node, const char* key) const {
        for (int depth = 0; depth < deepestTree; ++depth) {
            if (const Value found = m_document.get(node, key); !found.isNull()) {
                return found;
            }
            node = m_document.get(node, "Parent").dictionary();
        }
        return {};
    }

    void checkSize(const Dictionary& page, int number) {
        const QSizeF size = rectangleOf(m_document, inherited(page, "MediaBox")).size();
        if (size.width() < 3 || size.height() < 3 || size.width() > 14'400 || size.height() > 14'400) {
            m_survey.breach(PdfaClause::Limit, number);
        }
    }

    /// All of the page's streams, which are one to the reader.
    std::optional<QByteArray> contentOf(const Dictionary& page) const {
        const Value contents = page.value("Contents");
        const Value resolved = m_document.resolve(contents);
        if (resolved.isNull()) {
            return QByteArray();
        }
        QByteArray all;
        for (const Value& part : resolved.isArray() ? resolved.array() : Array{contents}) {
            const auto bytes = decodedBytes(m_survey, part);
            if (!bytes || all.size() > largestContent) {
                return std::nullopt;
            }
            all += *bytes + '\n';
        }
        return all;
    }

    void lookAtAnnotation(const Value& reference, const Dictionary& resources) {
        const int number = reference.asReference() == nullptr ? 0 : reference.asReference()->number;
        const Dictionary annotation = m_document.resolve(reference).dictionary();
        const Value kind = m_document.get(annotation, "Subtype");
        static const QSet<QByteArray> allowed{
            "Text",      "Link",      "FreeText",    "Line",      "Square",    "Circle", "Polygon", "PolyLine",
            "Highlight", "Underline", "Squiggly",    "StrikeOut", "Stamp",     "Caret",  "Ink",     "FileAttachment",
            "Popup",     "Widget",    "PrinterMark", "TrapNet",   "Watermark", "Redact"};
        if (kind.asName() == nullptr || !allowed.contains(kind.asName()->text)) {
            m_survey.breach(PdfaClause::AnnotationType, number);
        }
        if (kind.isName("Popup")) {
            return;
        }
        const qint64 flags = m_document.get(annotation, "F").asInteger().value_or(0);
        if ((flags & print) == 0 || (flags & (invisible | hidden | noView | toggleNoView)) != 0) {
            m_survey.breach(PdfaClause::AnnotationFlags, number);
        }
        if (kind.isName("Widget") && (annotation.contains("A") || annotation.contains("AA"))) {
            m_survey.breach(PdfaClause::Form, number);
        }
        lookAtAppearance(annotation, kind, number, resources);
    }

    void lookAtAppearance(const Dictionary& annotation, const Value& kind, int number, const Dictionary& resources) {
        const Dictionary appearance = m_document.get(annotation, "AP").dictionary();
        const QRectF rect = rectangleOf(m_document, annotation.value("Rect"));
        if (appearance.isEmpty()) {
            if (!rect.isEmpty() && !kind.isName("Link")) {
                m_survey.breach(PdfaClause::AnnotationAppearance, number);
            }
            return;
        }
        const Value normal = appearance.value("N");
        const bool isStream =
            normal.asReference() != nullptr && m_document.rawStream(normal.asReference()->number).has_value();
        const bool isButton = m_document.get(annotation, "FT").isName("Btn") || annotation.contains("AS");
        if (appearance.size() != 1 || normal.isNull() || (!isStream && !isButton)) {
            m_survey.breach(PdfaClause::AnnotationAppearance, number);
        }
        if (isStream) {
            m_drawing.lookAtForm(normal, resources);
            return;
        }
        for (const Value& state : m_document.resolve(normal).dictionary()) {
            m_drawing.lookAtForm(state, resources);
        }
    }

    PdfaSurvey& m_survey;
    const Document& m_document;
    PdfaDrawing m_drawing;
};

} // namespace

void surveyPages(PdfaSurvey& survey) {
    const auto pages = survey.document().pages();
    if (!pages) {
        survey.breach(PdfaClause::NotLookedAt);
        return;
    }
    PageSurvey look(survey);
    for (qsizetype page = 0; page < pages->size(); ++page) {
        survey.setPage(static_cast<int>(page));
        look.look(pages->at(page));
    }
    survey.setPage(-1);
}

} // namespace docsig::pdf
