// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/rowpresenter.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QStyledItemDelegate>

namespace ui {

/// Draws the three-line rows of the list pane: who and when, the subject on two lines at most, the facts.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RowDelegate(const Theme& theme, QObject* parent = nullptr);

    /// Measures each row of this model once: a view asks for the heights of all whenever a part comes to a long list.
    void keepHeightsOf(const QAbstractItemModel& model);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// How high a row of this text is at this width.
    [[nodiscard]] int heightOf(const RowText& row, int width) const;

private:
    void paintFacts(QPainter& painter, const RowText& row, const QRect& room) const;

    const Theme& m_theme;
    const QAbstractItemModel* m_measured = nullptr;
    mutable QList<int> m_heights; ///< of its first rows; 0: not measured yet
    mutable int m_width = 0;      ///< for which they hold
};

} // namespace ui
