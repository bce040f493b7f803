// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelbody.h"

#include <QApplication>
#include <QEvent>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int smallestBody = 40; ///< a field is seen, and that it scrolls

} // namespace

PanelBody::PanelBody(QWidget* parent)
    : QScrollArea(parent)
    , m_fields(nullptr) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    auto* page = new QWidget;
    m_fields = new QVBoxLayout(page);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setSpacing(8);
    setWidget(page);
    viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, const QWidget* now) { showFocus(now); });
}

QSize PanelBody::sizeHint() const {
    return widget()->sizeHint();
}

QSize PanelBody::minimumSizeHint() const {
    const QSize whole = widget()->minimumSizeHint();
    return {whole.width(), qMin(whole.height(), smallestBody)};
}

int PanelBody::heightForWidth(int width) const {
    const QLayout* layout = widget()->layout();
    return layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : layout->totalMinimumSize().height();
}

bool PanelBody::viewportEvent(QEvent* event) {
    const bool done = QScrollArea::viewportEvent(event);
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry(); // an error under a field, a list that opened: the panel grows with it
    }
    return done;
}

void PanelBody::showFocus(const QWidget* now) {
    if (now && widget()->isAncestorOf(now)) {
        ensureWidgetVisible(const_cast<QWidget*>(now), 0, 8);
    }
}

} // namespace ui
