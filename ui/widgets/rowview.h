// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QResizeEvent>

namespace ui {

/// A list whose rows are higher or lower by the width of the view: laid out anew when that changes.
class RowView : public QListView {
    Q_OBJECT

public:
    using QListView::QListView;

protected:
    void resizeEvent(QResizeEvent* event) override {
        QListView::resizeEvent(event);
        if (event->size().width() != event->oldSize().width()) {
            scheduleDelayedItemsLayout();
        }
    }
};

} // namespace ui
