// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowdelegate.h"

#include "ui/presentation/documentlistmodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/officestyle.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Side = 16;
constexpr int Above = 11;
constexpr int TitleHeight = 20;
constexpr int SubjectHeight = 18;
constexpr int FactsAbove = 4;
constexpr int FactsHeight = 18;

/// The subject broken into lines, the second one cut where the rest does not fit.
QStringList subjectLines(const QString& text, const QFont& font, int width) {
    const QFontMetrics metrics(font);
    if (metrics.horizontalAdvance(text) <= width) {
        return {text};
    }
    QTextLayout layout(text, font);
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(width);
    const int first = line.textLength();
    layout.endLayout();
    return {text.left(first).trimmed(), metrics.elidedText(text.mid(first).simplified(), Qt::ElideRight, width)};
}

} // namespace

RowDelegate::RowDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme) {}

int RowDelegate::heightOf(const RowText& row, int width) const {
    const QFontMetrics metrics(m_theme.font(Type::Body));
    const int lines = metrics.horizontalAdvance(row.subject) > width - 2 * Side ? 2 : 1;
    const int excerpt = row.excerpt.isEmpty() ? 0 : SubjectHeight;
    return Above + TitleHeight + lines * SubjectHeight + excerpt + FactsAbove + FactsHeight + Above;
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const auto measure = [&] { return heightOf(index.data(DocumentListModel::RowRole).value<RowText>(), width); };
    if (index.model() != m_measured) {
        return {width, measure()};
    }
    if (width != m_width) {
        m_heights.clear();
        m_width = width;
    }
    if (index.row() >= m_heights.size()) {
        m_heights.resize(m_measured->rowCount());
    }
    int& height = m_heights[index.row()];
    height = height > 0 ? height : measure();
    return {width, height};
}

void RowDelegate::keepHeightsOf(const QAbstractItemModel& model) {
    m_measured = &model;
    const auto forget = [this] { m_heights.clear(); };
    connect(&model, &QAbstractItemModel::modelReset, this, forget);
    connect(&model, &QAbstractItemModel::dataChanged, this, forget);
    connect(&model, &QAbstractItemModel::layoutChanged, this, forget);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, forget);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first) {
        if (first < m_heights.size()) {
            m_heights.clear();
        }
    });
    connect(&m_theme, &Theme::changed, this, forget);
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = m_theme.tokens();
    const RowText row = index.data(DocumentListModel::RowRole).value<RowText>();
    const QRect rect = option.rect;
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(rect, t.selected);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(rect, t.window);
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_Active)) {
        drawFocusRing(*painter, rect.adjusted(2, 2, -2, -3), t.accent, 4);
    }

    const QRect room = rect.adjusted(Side, Above, -Side, -Above);
    painter->setFont(m_theme.font(Type::Facts));
    const int timeWidth = painter->fontMetrics().horizontalAdvance(row.time);
    painter->setPen(row.timeUrgent ? t.bad : t.text2);
    painter->drawText(QRect(room.left(), room.top(), room.width(), TitleHeight), Qt::AlignRight | Qt::AlignVCenter,
                      row.time);

    int titleLeft = room.left();
    if (row.unread) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.accent);
        painter->drawEllipse(QRectF(titleLeft, room.top() + TitleHeight / 2.0 - 4, 8, 8));
        painter->restore();
        titleLeft += 15;
    }
    painter->setFont(m_theme.font(Type::Strong));
    painter->setPen(t.text);
    const int titleWidth = room.right() - titleLeft - timeWidth - 12;
    painter->drawText(QRect(titleLeft, room.top(), titleWidth, TitleHeight), Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(row.title, Qt::ElideRight, titleWidth));

    painter->setFont(m_theme.font(Type::Body));
    int y = room.top() + TitleHeight;
    for (const QString& line : subjectLines(row.subject, m_theme.font(Type::Body), room.width())) {
        painter->drawText(QRect(room.left(), y, room.width(), SubjectHeight), Qt::AlignLeft | Qt::AlignVCenter, line);
        y += SubjectHeight;
    }
    if (!row.excerpt.isEmpty()) {
        painter->setFont(m_theme.font(Type::Facts));
        painter->setPen(t.text2);
        painter->drawText(QRect(room.left(), y, room.width(), SubjectHeight), Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(row.excerpt, Qt::ElideRight, room.width()));
        y += SubjectHeight;
    }
    paintFacts(*painter, row, QRect(room.left(), y + FactsAbove, room.width(), FactsHeight));
    painter->restore();
}

void RowDelegate::paintFacts(QPainter& painter, const RowText& row, const QRect& room) const {
    const Tokens& t = m_theme.tokens();
    int x = room.left();
    if (!row.tag.isEmpty()) {
        QFont small = m_theme.font(Type::Section);
        small.setCapitalization(QFont::MixedCase);
        painter.setFont(small);
        const int width = painter.fontMetrics().horizontalAdvance(row.tag) + 12;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.groundOf(row.tagTone));
        painter.drawRoundedRect(QRect(x, room.top(), width, room.height()), 4, 4);
        painter.restore();
        painter.setPen(t.of(row.tagTone));
        painter.drawText(QRect(x, room.top(), width, room.height()), Qt::AlignCenter, row.tag);
        x += width + 10;
    }
    painter.setFont(m_theme.font(Type::Facts));
    const QFontMetrics metrics = painter.fontMetrics();
    const int verdictWidth =
        row.verdict.isEmpty() ? 0 : metrics.horizontalAdvance(row.verdict) + (row.verdictIcon.isEmpty() ? 0 : 18);
    if (!row.kindIcon.isEmpty()) {
        drawIcon(painter, row.kindIcon, QRectF(x, room.top() + 2, 14, 14), t.accent);
        x += 19;
    }
    if (!row.facts.isEmpty()) {
        const int space = qMax(48, room.right() - x - (verdictWidth > 0 ? verdictWidth + 12 : 0));
        const QString facts =
            metrics.elidedText(row.facts, row.kindIcon.isEmpty() ? Qt::ElideMiddle : Qt::ElideRight, space);
        painter.setPen(t.text2);
        painter.drawText(QRect(x, room.top(), space, room.height()), Qt::AlignLeft | Qt::AlignVCenter, facts);
        x += metrics.horizontalAdvance(facts) + 12;
    }
    if (!row.verdict.isEmpty()) {
        const QColor colour = t.of(row.verdictTone);
        if (!row.verdictIcon.isEmpty()) {
            drawIcon(painter, row.verdictIcon, QRectF(x, room.top() + 2.5, 13, 13), colour);
            x += 17;
        }
        painter.setPen(colour);
        const int space = room.right() - x + 1;
        painter.drawText(QRect(x, room.top(), space, room.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(row.verdict, Qt::ElideRight, space));
    }
}

} // namespace ui
