// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/workchart.h"

#include <QPainter>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using Kind = BarPiece::Kind;

namespace {

constexpr qsizetype MostBars = 8;
constexpr qsizetype FewestBars = 2;
constexpr int BarRow = 28;
constexpr int BarHeight = 16;
constexpr int LegendHeight = 32;
constexpr int ChartSide = 16;
constexpr int NameWidth = 208;
constexpr int CountWidth = 72;
constexpr int LegendMark = 14;

/// What tells a piece without its colour.
Qt::BrushStyle patternOf(Kind kind) {
    switch (kind) {
    case Kind::DoneInTime:
    case Kind::OpenInTime:
        return Qt::NoBrush;
    case Kind::DoneLate:
        return Qt::BDiagPattern;
    case Kind::OpenOverdue:
        return Qt::DiagCrossPattern;
    case Kind::Dropped:
        return Qt::Dense7Pattern;
    }
    return Qt::NoBrush;
}

struct PieceInk {
    QColor edge;
    QColor ground;
};

PieceInk inkOfPiece(const Tokens& tokens, Kind kind) {
    switch (kind) {
    case Kind::DoneInTime:
        return {tokens.good, tokens.good};
    case Kind::DoneLate:
        return {tokens.caution, tokens.cautionGround};
    case Kind::OpenInTime:
        return {tokens.accent, tokens.selected};
    case Kind::OpenOverdue:
        return {tokens.bad, tokens.badGround};
    case Kind::Dropped:
        return {tokens.text3, tokens.surface};
    }
    return {tokens.text3, tokens.surface};
}

} // namespace

WorkChart::WorkChart(const Theme& theme, const Formatter& formatter, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_formatter(formatter) {
    setAccessibleName(tr("Chart of the rows"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WorkChart::show(const app::WorkReport& report) {
    m_report = report;
    QStringList words;
    for (const Bar& bar : barsOf(report, MostBars, m_formatter)) {
        words << barInWords(bar, m_formatter);
    }
    setAccessibleDescription(words.join(u"; "_s));
    updateGeometry();
    update();
}

int WorkChart::heightOf(qsizetype rows) const {
    return LegendHeight + int(rows) * BarRow + 8;
}

QSize WorkChart::sizeHint() const {
    return {480, heightOf(std::clamp<qsizetype>(m_report.rows.size(), 1, MostBars))};
}

QSize WorkChart::minimumSizeHint() const {
    return {360, heightOf(std::clamp<qsizetype>(m_report.rows.size(), 1, FewestBars))};
}

qsizetype WorkChart::rowsThatFit() const {
    return std::clamp<qsizetype>((height() - heightOf(0)) / BarRow, 1, MostBars);
}

void WorkChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<Bar> bars = barsOf(m_report, rowsThatFit(), m_formatter);
    qint64 longest = 1;
    QList<Kind> kinds;
    for (const Bar& bar : bars) {
        if (bar.isRest) {
            continue; // it would make all others short
        }
        longest = std::max(longest, bar.received);
        for (const BarPiece& piece : bar.pieces) {
            if (!kinds.contains(piece.kind)) {
                kinds << piece.kind;
            }
        }
    }
    std::ranges::sort(kinds);
    drawLegend(painter, kinds);
    int y = LegendHeight;
    for (const Bar& bar : bars) {
        drawBar(painter, {ChartSide, y, width() - 2 * ChartSide, BarRow}, bar, longest);
        y += BarRow;
    }
}

void WorkChart::drawLegend(QPainter& painter, const QList<Kind>& kinds) const {
    painter.setFont(m_theme.font(Type::Facts));
    int x = ChartSide;
    for (const Kind kind : kinds) {
        drawPiece(painter, QRectF(x, (LegendHeight - LegendMark) / 2.0, LegendMark, LegendMark), kind);
        const QString words = pieceName(kind);
        const int wide = painter.fontMetrics().horizontalAdvance(words);
        painter.setPen(m_theme.tokens().text2);
        painter.drawText(QRect(x + LegendMark + 6, 0, wide + 4, LegendHeight), Qt::AlignLeft | Qt::AlignVCenter, words);
        x += LegendMark + 6 + wide + 20;
    }
}

void WorkChart::drawBar(QPainter& painter, const QRect& row, const Bar& bar, qint64 longest) const {
    const Tokens& tokens = m_theme.tokens();
    painter.setFont(m_theme.font(Type::Body));
    painter.setPen(bar.isRest ? tokens.text2 : tokens.text);
    painter.drawText(QRect(row.left(), row.top(), NameWidth - 12, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(bar.name, Qt::ElideRight, NameWidth - 12));
    const double room = std::max(40, row.width() - NameWidth - CountWidth);
    const double unit = room / double(longest);
    painter.setFont(m_theme.font(Type::Facts));
    double x = row.left() + NameWidth - (bar.isRest ? 8 : 0);
    for (const BarPiece& piece : bar.isRest ? QList<BarPiece>() : bar.pieces) {
        const QRectF box(x, row.top() + (BarRow - BarHeight) / 2.0, std::max(2.0, unit * double(piece.count)),
                         BarHeight);
        drawPiece(painter, box.adjusted(0, 0, -1, 0), piece.kind);
        const QString words = m_formatter.count(piece.count);
        const double wide = painter.fontMetrics().horizontalAdvance(words);
        if (wide + 10 < box.width()) {
            // On its own ground, so that no pattern runs through the figure.
            const bool isSolid = piece.kind == Kind::DoneInTime;
            const QRectF label(box.center().x() - wide / 2 - 3, box.top() + 1.5, wide + 6, box.height() - 3);
            painter.fillRect(label, inkOfPiece(tokens, piece.kind).ground);
            painter.setPen(isSolid ? tokens.surface : tokens.text);
            painter.drawText(label, Qt::AlignCenter, words);
        }
        x = box.right();
    }
    painter.setFont(m_theme.font(Type::Strong));
    painter.setPen(bar.isRest ? tokens.text2 : tokens.text);
    painter.drawText(QRectF(x + 8, row.top(), CountWidth - 8, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     m_formatter.count(bar.received));
}

void WorkChart::drawPiece(QPainter& painter, const QRectF& box, Kind kind) const {
    const PieceInk ink = inkOfPiece(m_theme.tokens(), kind);
    const QRectF inner = box.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink.ground);
    painter.drawRoundedRect(inner, 2, 2);
    painter.setPen(QPen(ink.edge, 1));
    painter.setBrush(QBrush(ink.edge, patternOf(kind)));
    painter.drawRoundedRect(inner, 2, 2);
}

} // namespace ui
