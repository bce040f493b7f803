// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/thumbnailstrip.h"

#include <QPainter>
#include <QScrollBar>

namespace ui {

ThumbnailModel::ThumbnailModel(Pictures pictures, QObject* parent)
    : QAbstractListModel(parent)
    , m_pictures(std::move(pictures)) {}

void ThumbnailModel::setPages(const QList<QSizeF>& points, const QStringList& labels) {
    beginResetModel();
    m_points = points;
    m_labels = labels;
    endResetModel();
}

void ThumbnailModel::refresh(int page) {
    if (page >= 0 && page < m_points.size()) {
        emit dataChanged(index(page), index(page), {Qt::DecorationRole});
    }
}

QSizeF ThumbnailModel::points(int page) const {
    return m_points.value(page, QSizeF(595, 842));
}

int ThumbnailModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_points.size());
}

QVariant ThumbnailModel::data(const QModelIndex& index, int role) const {
    const int page = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return m_labels.value(page);
    case Qt::DecorationRole:
        return m_pictures(page);
    case Qt::AccessibleTextRole:
        return tr("Page %1 of %2").arg(page + 1).arg(m_points.size());
    default:
        return {};
    }
}

QSize ThumbnailDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return row;
}

void ThumbnailDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* model = static_cast<const ThumbnailModel*>(index.model());
    const QSizeF size = model->points(index.row()).scaled(paper, Qt::KeepAspectRatio);
    const QRectF place(QPointF(option.rect.center().x() - size.width() / 2,
                               option.rect.top() + 8 + (paper.height() - size.height()) / 2),
                       size);
    const bool current = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter->fillRect(place, Qt::white);
    const QImage picture = index.data(Qt::DecorationRole).value<QImage>();
    if (!picture.isNull()) {
        painter->drawImage(place, picture);
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(current ? m_colours.accent : m_colours.paperEdge, current ? 2 : 1));
    const double outside = current ? 2 : 0.5;
    painter->drawRect(place.adjusted(-outside, -outside, outside, outside));
    if (option.state.testFlag(QStyle::State_HasFocus) && current) {
        painter->setPen(QPen(m_colours.accent, 1, Qt::DotLine));
        painter->drawRect(place.adjusted(-5, -5, 5, 5));
    }
    painter->setPen(option.palette.color(current ? QPalette::Active : QPalette::Inactive, QPalette::WindowText));
    QFont font = option.font;
    font.setPixelSize(11);
    font.setBold(current);
    painter->setFont(font);
    painter->drawText(QRectF(option.rect.left(), option.rect.top() + paper.height() + 10, option.rect.width(), 20),
                      Qt::AlignCenter, index.data(Qt::DisplayRole).toString());
    painter->restore();
}

ThumbnailStrip::ThumbnailStrip(ThumbnailModel::Pictures pictures, QWidget* parent)
    : QListView(parent)
    , m_model(std::move(pictures)) {
    setModel(&m_model);
    setItemDelegate(&m_delegate);
    setObjectName(QStringLiteral("thumbnails"));
    setAccessibleName(tr("Pages"));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) { emit pageChosen(index.row()); });
    connect(this, &QListView::activated, this, [this](const QModelIndex& index) { emit pageChosen(index.row()); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ThumbnailStrip::scrolled);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (hasFocus() && index.isValid()) {
            emit pageChosen(index.row());
        }
    });
}

void ThumbnailStrip::setPages(const QList<QSizeF>& points, const QStringList& labels) {
    m_model.setPages(points, labels);
}

void ThumbnailStrip::setColours(const ViewerColours& colours) {
    m_delegate.setColours(colours);
    QPalette mine = palette();
    mine.setColor(QPalette::Base, colours.ground);
    setPalette(mine);
    viewport()->update();
}

void ThumbnailStrip::refresh(int page) {
    m_model.refresh(page);
}

void ThumbnailStrip::showCurrent(int page) {
    const QModelIndex index = m_model.index(page);
    if (index.isValid() && index != currentIndex()) {
        const QSignalBlocker quiet(this);
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        scrollTo(index);
    }
}

QList<std::pair<int, QSize>> ThumbnailStrip::wishes() const {
    QList<std::pair<int, QSize>> wishes;
    if (!isVisible() || m_model.rowCount() == 0) {
        return wishes;
    }
    const int above = verticalScrollBar()->value();
    const int height = ThumbnailDelegate::row.height();
    const int last = qMin(m_model.rowCount() - 1, (above + viewport()->height()) / height);
    for (int page = above / height; page <= last; ++page) {
        const QSizeF size = m_model.points(page).scaled(ThumbnailDelegate::paper, Qt::KeepAspectRatio);
        wishes.append({page, (size * devicePixelRatioF()).toSize().expandedTo({1, 1})});
    }
    return wishes;
}

} // namespace ui
