// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/rowpresenter.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace ui {

/// Draws the three-line rows of the list pane: who and when, the subject on two lines at most, the facts.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RowDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// How high a row of this text is at this width.
    [[nodiscard]] int heightOf(const RowText& row, int width) const;

private:
    void paintFacts(QPainter& painter, const RowText& row, const QRect& room) const;

    const Theme& m_theme;
};

} // namespace ui
