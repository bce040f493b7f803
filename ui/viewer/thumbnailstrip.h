// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/pageoverlay.h"

#include <QAbstractListModel>
#include <QImage>
#include <QListView>
#include <QSizeF>
#include <QStyledItemDelegate>

#include <functional>

namespace ui {

/// The pages as rows: label, small picture, spoken name.
class ThumbnailModel : public QAbstractListModel {
    Q_OBJECT

public:
    using Pictures = std::function<QImage(int page)>;

    explicit ThumbnailModel(Pictures pictures, QObject* parent = nullptr);

    void setPages(const QList<QSizeF>& points, const QStringList& labels);
    void refresh(int page);
    [[nodiscard]] QSizeF points(int page) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    Pictures m_pictures;
    QList<QSizeF> m_points;
    QStringList m_labels;
};

/// Paints a page's small picture on paper with its label below.
class ThumbnailDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr QSize paper{96, 128}; ///< logical pixels that a thumbnail may fill
    static constexpr QSize row{132, 164};

    using QStyledItemDelegate::QStyledItemDelegate;

    void setColours(const ViewerColours& colours) { m_colours = colours; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    ViewerColours m_colours;
};

/// The strip at the left of the page view.
class ThumbnailStrip : public QListView {
    Q_OBJECT

public:
    static constexpr int width = 148;

    explicit ThumbnailStrip(ThumbnailModel::Pictures pictures, QWidget* parent = nullptr);

    void setPages(const QList<QSizeF>& points, const QStringList& labels);
    void setColours(const ViewerColours& colours);
    void refresh(int page);
    /// Marks the page in sight without telling anyone.
    void showCurrent(int page);
    /// The rows in sight and the size in device pixels that each picture should have.
    [[nodiscard]] QList<std::pair<int, QSize>> wishes() const;

signals:
    void pageChosen(int page);
    void scrolled();

private:
    ThumbnailModel m_model;
    ThumbnailDelegate m_delegate;
};

} // namespace ui
