// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/document.h"
#include "docsig/report/signaturereport.h"

#include <QHash>
#include <QSet>

namespace docsig {

/// The search behind hiddenContent(); lives for one call.
class HiddenSearch {
public:
    explicit HiddenSearch(const pdf::Document& document)
        : m_document(document) {}

    [[nodiscard]] QList<Finding> run();

private:
    // hiddenreach.cpp: which page leads to an object, and what no way leads to
    void reachFromPages();
    void reachFromTrailer();
    void spread(const pdf::Value& value, int page);
    void drain();
    void lookAtUnreached();
    void lookAtTwins();
    // hiddencontent.cpp: what an object is
    void look(const pdf::Value& value, int depth);
    void lookAtAction(const pdf::Dictionary& dictionary);
    void lookAtFont(const pdf::Dictionary& font);
    void lookAtLayers();
    // hiddenannotations.cpp: what lies over the pages
    void lookAtPages();
    void lookAtAnnotation(int page, const pdf::Value& entry);
    void lookAtField(int page, int number, const pdf::Dictionary& widget);

    /// Tells a finding of an object, at most 50 of its code; `rect` is the object's, or null.
    void add(Finding found, int object, int page, const pdf::Value& rect = {});
    [[nodiscard]] int pageOf(int object) const { return m_pages.value(object, -1); }

    const pdf::Document& m_document;
    int m_object = 0;
    bool m_notAll = false;
    QHash<int, int> m_pages;                   ///< object -> the first page that leads to it; -1: none
    QList<std::pair<pdf::Value, int>> m_queue; ///< values to go through, with their page
    QSet<int> m_off;                           ///< layers that are off
    QHash<QString, int> m_told;
    QList<Finding> m_found;
};

} // namespace docsig
