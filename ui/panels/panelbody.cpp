// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelbody.h"

#include "ui/widgets/labelledfield.h"

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
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, QWidget* now) { showFocus(now); });
}

PanelBody::~PanelBody() {
    // The field that has the focus goes with its parents' part of this object, when there is nothing left to scroll.
    disconnect(qApp, nullptr, this, nullptr);
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

void PanelBody::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    showFocus(QApplication::focusWidget());
}

void PanelBody::showFocus(QWidget* now) {
    if (!now || !widget()->isAncestorOf(now)) {
        return;
    }
    // With its label and what is said under it, where all of that fits.
    auto* field = qobject_cast<LabelledField*>(now->parentWidget());
    ensureWidgetVisible(field && field->height() <= viewport()->height() ? field : now, 0, 0);
}

} // namespace ui
