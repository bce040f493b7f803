// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/pagefonts.h"
#include "app/layout/pageunits.h"
#include "app/layout/reportwords.h"
#include "app/layout/verdictreport.h"

#include <QColor>
#include <QPainter>

#include <functional>
#include <vector>

namespace app::page {

/// What is shown on a verdict's page at most; the sheet is set again with less until it fits.
struct SheetLimits {
    int findings = 1000; ///< of the file, and of each signature
    bool notes = true;   ///< findings that weigh nothing
    int signatures = 1000;
    int revisions = 1000;

    friend bool operator==(const SheetLimits&, const SheetLimits&) = default;
};

/// One file's page, measured before it is painted.
class VerdictSheet {
public:
    VerdictSheet(const JudgedFile& file, const PageFonts& fonts, const ReportWords& words, const QDateTime& made);

    /// Takes in as much as the page holds.
    void set();
    /// Paints the page; the painter counts in layout units.
    void paint(QPainter& painter, int number, int count) const;

private:
    struct Block {
        double height = 0;
        std::function<void(QPainter&, double y)> paint;
    };

    struct Letters {
        double size = 9;
        Style style = Style::Upright;
        QColor colour = QColor(0x1B2230);
    };

    void build(const SheetLimits& limits);
    [[nodiscard]] double height() const;
    void add(double height, std::function<void(QPainter&, double y)> paint);
    void space(double height);
    void text(const QString& words, const Letters& letters, double indent = 0);
    void heading(const QString& words);
    void fact(const QString& label, const QString& value, const Letters& letters);
    void head();
    void banner();
    void signature(int index, const SheetLimits& limits);
    void partsRow(const docsig::SignatureResult& one);
    void findings(const QList<docsig::Finding>& all, const SheetLimits& limits, double indent);
    void revisions(const SheetLimits& limits);
    void leftOut();
    [[nodiscard]] QString about(const docsig::SignatureResult& one) const;
    [[nodiscard]] QString times(const docsig::SignatureResult& one) const;

    const JudgedFile& m_file;
    const PageFonts& m_fonts;
    ReportWords m_words;
    QDateTime m_made;
    std::vector<Block> m_blocks;
    qsizetype m_findingsLeft = 0;
    qsizetype m_signaturesLeft = 0;
    qsizetype m_revisionsLeft = 0;
};

} // namespace app::page
