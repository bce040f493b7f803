// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/pagefonts.h"

#include <QString>

#include <memory>
#include <vector>

class QPainter;
class QTextLayout;

namespace app::page {

/// How a paragraph is set. Lengths in layout units.
struct ParagraphStyle {
    enum class Set { Justified, Left, Centred };

    QFont font;
    double size = 14;         ///< of the font, points
    double linePitch = 1.149; ///< of the size
    Set set = Set::Justified;
    double width = 0;
    double firstIndent = 0;
    double restIndent = 0;
    int boldPrefix = 0;    ///< this many characters in bold ("Điều 1.")
    bool balanced = false; ///< centred lines of about the same length
};

/// A paragraph broken into lines; each line is painted on its own, so that a page may end between two of them.
class Paragraph {
public:
    Paragraph(const QString& text, const ParagraphStyle& style);

    [[nodiscard]] int lineCount() const;
    [[nodiscard]] double lineHeight() const { return m_pitch; }
    [[nodiscard]] double height() const { return m_pitch * lineCount(); }
    /// The length of the ink of one line.
    [[nodiscard]] double inkWidth(int line) const;
    /// Where the base line lies below the line's top.
    [[nodiscard]] double baseLine() const;
    /// Paints one line with its top left at the place; the line's own indent and centring are added.
    void paintLine(QPainter& painter, int line, QPointF topLeft) const;
    /// Paints all lines, one below the other.
    void paint(QPainter& painter, QPointF topLeft) const;

private:
    std::shared_ptr<QTextLayout> m_layout;
    double m_pitch = 0;
    double m_size = 0;
};

} // namespace app::page
