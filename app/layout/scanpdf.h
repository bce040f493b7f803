// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/plainpdf.h"

#include <QImage>
#include <QList>
#include <QRectF>
#include <QString>

namespace app::page {

/// A word that was read in a picture, and where it stands there, in pixels from the upper left.
struct ScanWord {
    QString text{};
    QRectF box{};

    friend bool operator==(const ScanWord&, const ScanWord&) = default;
};

/// A PDF of scanned pages: each as large as its paper, its picture (black and white losslessly, else as JPEG), and the
/// words that were read in it as text that can be found and marked but not seen.
class ScanPdf {
public:
    ScanPdf();

    /// The size on paper follows the picture's resolution; where it names none that a scanner has, it is fitted into
    /// A4.
    void addPage(const QImage& picture, const QList<ScanWord>& words = {});
    [[nodiscard]] int pages() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] qsizetype size() const { return m_pdf.size(); }
    /// The file with all pages so far; call it once, at the end.
    [[nodiscard]] QByteArray file();

private:
    int addPicture(const QImage& picture);
    int addFont();

    PlainPdf m_pdf;
    int m_catalog;
    int m_tree;
    int m_font = 0; ///< object of the unseen letters; 0: no page has words yet
    QList<int> m_pages;
};

} // namespace app::page
