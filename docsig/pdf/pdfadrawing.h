// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/contentreader.h"
#include "docsig/pdf/pdfaparts.h"

#include <QList>

namespace docsig::pdf {

/// The part of checkPdfA() that follows what is drawn: content streams, forms, patterns, pictures, settings
/// (ISO 19005-2 §6.2). Each object is looked at once.
class PdfaDrawing {
public:
    explicit PdfaDrawing(PdfaSurvey& survey)
        : m_survey(survey)
        , m_document(survey.document()) {}

    /// A content stream with the resources that it may name.
    void lookAtContent(const QByteArray& bytes, const Dictionary& resources, int object);
    /// A form XObject: an appearance, or what a Do operator names.
    void lookAtForm(const Value& form, const Dictionary& outerResources);
    /// Whether anything that was looked at since the last call is transparent.
    [[nodiscard]] bool takeTransparency();

private:
    struct TextState {
        bool shown = true; ///< rendering mode other than 3
        Value font;
    };

    void obey(const Instruction& instruction, const Dictionary& resources, int object);
    void obeyColour(const Instruction& instruction, const Dictionary& resources, int object);
    void obeyState(const Instruction& instruction, const Dictionary& resources, int object);
    void showText(const Dictionary& resources, int object);
    void lookAtSetting(const Value& setting, int object);
    void lookAtPicture(const Value& picture, const Dictionary& resources);
    void lookAtPattern(const Value& pattern, const Dictionary& resources);
    void lookAtGlyphs(const Dictionary& font, const Dictionary& outerResources);
    [[nodiscard]] Value resource(const Dictionary& resources, const char* kind, const Instruction& instruction,
                                 int object);
    [[nodiscard]] bool isNew(const Value& reference);

    PdfaSurvey& m_survey;
    const Document& m_document;
    QSet<int> m_seen;
    QList<TextState> m_states{TextState{}};
    bool m_transparent = false;
    int m_depth = 0;
    qint64 m_instructions = 0;
};

} // namespace docsig::pdf
