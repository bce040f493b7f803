// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/pageview.h"

#include "ui/viewer/framemover.h"
#include "ui/viewer/pageviewstate.h"
#include "ui/viewer/thumbnailstrip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace ui {

PageView::PageView(const QString& renderProgram, QWidget* parent)
    : QAbstractScrollArea(parent)
    , d(std::make_unique<PageViewState>(this, renderProgram)) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Document pages"));
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    d->showColours();
}

PageView::~PageView() = default;

void PageView::openFile(const QString& path) {
    d->keepPosition = false;
    d->renderer.open(path);
}

void PageView::openBytes(const QByteArray& pdf, bool keepPosition) {
    d->keepPosition = keepPosition;
    d->renderer.open(pdf, keepPosition);
}

void PageView::clear() {
    d->renderer.close();
    d->forgetPages();
    setFrames({});
    setHighlights({});
}

bool PageView::isOpen() const {
    return d->open;
}

int PageView::pageCount() const {
    return d->stack.count();
}

int PageView::currentPage() const {
    return d->current;
}

void PageView::goToPage(int page) {
    if (page >= 0 && page < d->stack.count()) {
        const int top = d->stack.pageRect(page).top() - qRound(PageStack::topMargin * d->ratio());
        d->scrollToContent({d->scrolled().x(), page == 0 ? 0 : top});
    }
}

void PageView::showPlace(int page, const QRectF& rect) {
    if (page < 0 || page >= d->stack.count()) {
        return;
    }
    const QRectF place = d->stack.toContent(page, rect);
    const QRectF sight(d->scrolled(), QSizeF(viewport()->size()) * d->ratio());
    if (!sight.contains(place)) {
        d->scrollToContent((place.center() - QPointF(sight.width() / 2, sight.height() / 2)).toPoint());
    }
}

double PageView::zoom() const {
    return d->zoom;
}

PageView::Fit PageView::fit() const {
    return d->fit;
}

void PageView::setZoom(double zoom) {
    d->fit = Fit::None;
    d->rescale(zoom, viewport()->rect().center());
}

void PageView::setFit(Fit fit) {
    d->fit = fit;
    d->applyFit();
    emit zoomChanged(d->zoom, d->fit);
}

void PageView::zoomIn() {
    d->stepZoom(1, viewport()->rect().center());
}

void PageView::zoomOut() {
    d->stepZoom(-1, viewport()->rect().center());
}

bool PageView::thumbnailsShown() const {
    return d->strip->isVisibleTo(this);
}

void PageView::setThumbnailsShown(bool shown) {
    if (shown != thumbnailsShown()) {
        d->strip->setVisible(shown);
        setViewportMargins(shown ? ThumbnailStrip::width : 0, 0, 0, 0);
        d->placeThumbnails();
        d->strip->showCurrent(d->current);
        d->applyFit();
        d->wantVisible();
        emit thumbnailsShownChanged(shown);
    }
}

void PageView::setFrames(const QList<PlacementFrame>& frames) {
    d->frames = frames;
    d->dragging = false;
    d->selected = -1;
    d->selectNextFrame(1);
    viewport()->update();
}

QList<PlacementFrame> PageView::frames() const {
    return d->frames;
}

int PageView::selectedFrame() const {
    return d->selected;
}

void PageView::selectFrame(int index) {
    d->selected = index >= 0 && index < d->frames.size() && d->frames.at(index).movable ? index : -1;
    viewport()->update();
}

void PageView::setHighlights(const QList<PageHighlight>& highlights) {
    d->highlights = highlights;
    viewport()->update();
}

void PageView::setColours(const ViewerColours& colours) {
    d->colours = colours;
    d->ownColours = true;
    d->showColours();
}

QSize PageView::sizeHint() const {
    return {640, 720};
}

bool PageView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (const PageHighlight& highlight : std::as_const(d->highlights)) {
            if (highlight.page < d->stack.count() && !highlight.words.isEmpty() &&
                d->toViewport(highlight.page, highlight.rect).contains(QPointF(help->pos()) * d->ratio())) {
                QToolTip::showText(help->globalPos(), highlight.words, viewport());
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void PageView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), d->colours.ground);
    // A window that went to a screen of another scale: the pages are laid anew before they are drawn.
    if (!qFuzzyCompare(d->stackRatio, d->ratio())) {
        d->updateScrollBars();
        d->wantVisible();
    }
    // From here in whole device pixels: a page's picture is copied, never resampled.
    const QTransform toDevice = painter.deviceTransform();
    const QPointF origin = toDevice.map(QPointF(0, 0));
    painter.setWorldTransform(QTransform::fromTranslate(qRound(origin.x()), qRound(origin.y())) * toDevice.inverted());
    d->paint(painter);
}

void PageView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    d->placeThumbnails();
    const QPoint before = d->scrolled();
    d->updateScrollBars();
    d->applyFit();
    if (d->fit == Fit::None) {
        d->scrollToContent(before);
    }
    d->noticeScroll();
    d->wantVisible();
}

void PageView::scrollContentsBy(int, int) {
    viewport()->update();
    d->noticeScroll();
    d->wasSettled = false;
    d->wantVisible();
}

void PageView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        d->showColours();
    }
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Document pages"));
        d->announcePage();
    }
}

void PageView::wheelEvent(QWheelEvent* event) {
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        if (event->angleDelta().y() != 0) {
            d->stepZoom(event->angleDelta().y() > 0 ? 1 : -1, event->position());
        }
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void PageView::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (d->nudge(*event)) {
        return;
    }
    QScrollBar* vertical = verticalScrollBar();
    const bool wholePage =
        d->current >= 0 && d->stack.pageRect(d->current).height() <= viewport()->height() * d->ratio();
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return control ? zoomIn() : event->ignore();
    case Qt::Key_Minus:
        return control ? zoomOut() : event->ignore();
    case Qt::Key_0:
        return control ? setZoom(1) : event->ignore();
    case Qt::Key_1:
        return control ? setFit(Fit::Width) : event->ignore();
    case Qt::Key_2:
        return control ? setFit(Fit::Page) : event->ignore();
    case Qt::Key_F4:
        return setThumbnailsShown(!thumbnailsShown());
    case Qt::Key_Home:
        return vertical->setValue(vertical->minimum());
    case Qt::Key_End:
        return vertical->setValue(vertical->maximum());
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        if (wholePage || control) {
            return goToPage(qMin(d->current + 1, pageCount() - 1));
        }
        return vertical->setValue(vertical->value() + viewport()->height() * 9 / 10);
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
        if (wholePage || control) {
            return goToPage(qMax(d->current - 1, 0));
        }
        return vertical->setValue(vertical->value() - viewport()->height() * 9 / 10);
    case Qt::Key_Escape:
        if (d->selected >= 0) {
            return selectFrame(-1);
        }
        return event->ignore();
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool PageView::focusNextPrevChild(bool next) {
    return d->selectNextFrame(next ? 1 : -1) || QAbstractScrollArea::focusNextPrevChild(next);
}

void PageView::mousePressEvent(QMouseEvent* event) {
    const int index = event->button() == Qt::LeftButton ? d->frameUnder(event->position()) : -1;
    if (index < 0) {
        selectFrame(-1);
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    selectFrame(index);
    const PlacementFrame& frame = d->frames.at(index);
    d->dragging = true;
    d->dragOffset = d->stack.toPoints(frame.page, d->toContent(event->position())) - frame.rect.topLeft();
}

void PageView::mouseMoveEvent(QMouseEvent* event) {
    if (!d->dragging) {
        const bool over = d->frameUnder(event->position()) >= 0;
        viewport()->setCursor(over ? Qt::SizeAllCursor : Qt::ArrowCursor);
        return;
    }
    const PlacementFrame& frame = d->frames.at(d->selected);
    const int under = d->pageUnder(event->position());
    const int page = under >= 0 ? under : frame.page;
    QRectF rect = frame.rect;
    rect.moveTopLeft(d->stack.toPoints(page, d->toContent(event->position())) - d->dragOffset);
    d->moveFrame(d->selected, page, keptOnPage(rect, d->stack.points(page)));
}

void PageView::mouseReleaseEvent(QMouseEvent* event) {
    d->dragging = false;
    QAbstractScrollArea::mouseReleaseEvent(event);
}

} // namespace ui
