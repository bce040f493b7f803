// SPDX-License-Identifier: GPL-3.0-or-later
// The part of HiddenSearch that looks at annotations and fields.
#include "docsig/pades/hiddensearch.h"

namespace docsig {

namespace {

constexpr qsizetype mostPages = 20'000;
constexpr qint64 hiddenFlags = 2 | 32 | 256; ///< Hidden, NoView, ToggleNoView (ISO 32000-1 table 165)

} // namespace

void HiddenSearch::lookAtPages() {
    const auto pages = m_document.pages();
    for (qsizetype page = 0; pages && page < std::min(pages->size(), mostPages); ++page) {
        const pdf::Dictionary dictionary = m_document.object(pages->at(page)).dictionary();
        for (const pdf::Value& entry : m_document.get(dictionary, "Annots").array()) {
            lookAtAnnotation(static_cast<int>(page), entry);
        }
    }
}

void HiddenSearch::lookAtAnnotation(int page, const pdf::Value& entry) {
    const pdf::Dictionary annotation = m_document.resolve(entry).dictionary();
    const int number = entry.asReference() == nullptr ? 0 : entry.asReference()->number;
    const pdf::Value kind = m_document.get(annotation, "Subtype");
    const pdf::Value rect = m_document.get(annotation, "Rect");
    if (annotation.isEmpty() || kind.isName("Popup")) {
        return;
    }
    const bool widget = kind.isName("Widget");
    if (!widget && !kind.isName("Link")) {
        add(finding("content-over-the-page", Part::Document, Weight::Doubt), number, page, rect);
    }
    const qint64 flags = m_document.get(annotation, "F").asInteger().value_or(0);
    const bool opaque = m_document.get(annotation, "CA").asNumber().value_or(1) > 0;
    if (annotation.contains("AP") && ((flags & hiddenFlags) != 0 || !opaque)) {
        add(finding("content-annotation-hidden", Part::Document, Weight::Doubt), number, page, rect);
    }
    if (widget) {
        lookAtField(page, number, annotation);
    }
}

/// A field with a picture for each of its states shows another one as soon as somebody clicks on it.
void HiddenSearch::lookAtField(int page, int number, const pdf::Dictionary& widget) {
    const pdf::Dictionary looks = m_document.get(widget, "AP").dictionary();
    const pdf::Value shown = looks.value("N");
    const int normal = shown.asReference() == nullptr ? 0 : shown.asReference()->number;
    const bool states = m_document.resolve(shown).isDictionary() && !m_document.isStream(normal);
    if (states || looks.contains("R") || looks.contains("D")) {
        add(finding("content-field-changing", Part::Document, Weight::Doubt), number, page,
            m_document.get(widget, "Rect"));
    }
}

} // namespace docsig
