// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

/// The part of a page that takes what room the others leave, and asks for none of its own: pages and lists scroll, a
/// form over them must be seen whole. A layout takes what a part with wrapped words wants as the least that it needs,
/// and shares what is short out among the largest; so without this the pages would press the form together.
class YieldingArea : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {QWidget::minimumSizeHint().width(), 0}; }
};

} // namespace ui
