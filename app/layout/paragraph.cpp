// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/paragraph.h"

#include "app/layout/pageunits.h"

#include <QPainter>
#include <QTextLayout>

namespace app::page {

namespace {

/// Breaks the text into lines of a width; returns their number.
int breakLines(QTextLayout& layout, const ParagraphStyle& style, double width) {
    layout.beginLayout();
    int count = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        const double indent = count == 0 ? style.firstIndent : style.restIndent;
        line.setLineWidth(qMax(points(20), width - indent));
        line.setPosition({indent, 0});
        ++count;
    }
    layout.endLayout();
    return count;
}

/// The smallest width that needs no more lines than the full one: a centred title then has lines of like length.
double balancedWidth(QTextLayout& layout, const ParagraphStyle& style, int lines) {
    double narrow = style.width / 3;
    double wide = style.width;
    while (wide - narrow > points(2)) {
        const double middle = (narrow + wide) / 2;
        (breakLines(layout, style, middle) > lines ? narrow : wide) = middle;
    }
    return wide;
}

} // namespace

Paragraph::Paragraph(const QString& text, const ParagraphStyle& style)
    : m_layout(std::make_shared<QTextLayout>(QString(text).replace(u'\n', QChar::LineSeparator), style.font))
    , m_pitch(points(style.size) * style.linePitch)
    , m_size(points(style.size)) {
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    option.setAlignment(style.set == ParagraphStyle::Set::Justified ? Qt::AlignJustify
                        : style.set == ParagraphStyle::Set::Centred ? Qt::AlignHCenter
                                                                    : Qt::AlignLeft);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    if (style.boldPrefix > 0) {
        QTextLayout::FormatRange bold;
        bold.start = 0;
        bold.length = style.boldPrefix;
        bold.format.setFontWeight(QFont::Bold);
        m_layout->setFormats({bold});
    }
    const int lines = breakLines(*m_layout, style, style.width);
    if (style.balanced && lines > 1) {
        const double width = balancedWidth(*m_layout, style, lines);
        breakLines(*m_layout, style, width);
        for (int i = 0; i < m_layout->lineCount(); ++i) {
            QTextLine line = m_layout->lineAt(i);
            line.setPosition({(style.width - width) / 2, 0});
        }
    }
}

int Paragraph::lineCount() const {
    return m_layout->lineCount();
}

double Paragraph::inkWidth(int line) const {
    return m_layout->lineAt(line).naturalTextWidth();
}

double Paragraph::baseLine() const {
    return m_size * ascent + (m_pitch - m_size * naturalLine) / 2;
}

void Paragraph::paintLine(QPainter& painter, int line, QPointF topLeft) const {
    const QTextLine text = m_layout->lineAt(line);
    text.draw(&painter, {topLeft.x(), topLeft.y() + baseLine() - text.ascent() - text.y()});
}

void Paragraph::paint(QPainter& painter, QPointF topLeft) const {
    for (int i = 0; i < lineCount(); ++i) {
        paintLine(painter, i, topLeft + QPointF(0, m_pitch * i));
    }
}

} // namespace app::page
