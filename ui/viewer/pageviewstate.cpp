// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/pageviewstate.h"

#include "app/render/renderlimits.h"
#include "ui/viewer/framemover.h"
#include "ui/viewer/pagepainter.h"
#include "ui/viewer/thumbnailstrip.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <array>
#include <cmath>

namespace ui {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::array zoomSteps{0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0};
/// Fitting never blows a page up more than this: letters of a small slip would shout.
constexpr double largestFit = 1.5;

QColor colourOf(PageHighlight::Weight weight, const ViewerColours& colours) {
    switch (weight) {
    case PageHighlight::Weight::Note:
        return colours.note;
    case PageHighlight::Weight::Doubt:
        return colours.doubt;
    case PageHighlight::Weight::Fault:
        return colours.fault;
    }
    return colours.note;
}

/// The picture to ask for: the page's size on screen, smaller where that is above what one picture may have.
QSize withinLimit(QSize pixels) {
    const double most = double(app::RenderLimits().pixels) * 0.9;
    const double have = double(pixels.width()) * pixels.height();
    return have <= most ? pixels : QSize(pixels * std::sqrt(most / have)).expandedTo({1, 1});
}

} // namespace

PageViewState::PageViewState(PageView* owner, const QString& renderProgram)
    : view(owner)
    , renderer(renderProgram)
    , strip(new ThumbnailStrip([this](int page) { return renderer.thumbnail(page); }, owner)) {
    strip->hide();
    connect(&renderer, &PageRenderer::opened, this, &PageViewState::showPages);
    connect(&renderer, &PageRenderer::failed, this, [this](const QString& code, const QString& detail) {
        forgetPages();
        emit view->failed(code, detail);
    });
    connect(&renderer, &PageRenderer::warned, view, &PageView::warned);
    connect(&renderer, &PageRenderer::pageReady, this, [this] {
        view->viewport()->update();
        wantVisible();
    });
    connect(&renderer, &PageRenderer::thumbnailReady, strip, &ThumbnailStrip::refresh);
    connect(strip, &ThumbnailStrip::pageChosen, view, &PageView::goToPage);
    connect(strip, &ThumbnailStrip::scrolled, this, &PageViewState::wantVisible);
}

PageViewState::~PageViewState() = default;

double PageViewState::ratio() const {
    return view->devicePixelRatioF();
}

QPoint PageViewState::scrolled() const {
    return {qRound(view->horizontalScrollBar()->value() * ratio()),
            qRound(view->verticalScrollBar()->value() * ratio())};
}

QPointF PageViewState::toContent(QPointF logical) const {
    return logical * ratio() + QPointF(scrolled());
}

QRectF PageViewState::toViewport(int page, const QRectF& points) const {
    return stack.toContent(page, points).translated(-QPointF(scrolled()));
}

int PageViewState::pageUnder(QPointF logical) const {
    const QPoint content = toContent(logical).toPoint();
    const int page = stack.pageAt(content.y());
    return page >= 0 && stack.pageRect(page).contains(content) ? page : -1;
}

int PageViewState::frameUnder(QPointF logical) const {
    for (int i = int(frames.size()) - 1; i >= 0; --i) {
        const PlacementFrame& frame = frames.at(i);
        if (frame.movable && frame.page < stack.count() &&
            toViewport(frame.page, frame.rect).contains(logical * ratio())) {
            return i;
        }
    }
    return -1;
}

void PageViewState::showPages(const QList<app::PageInfo>& pages) {
    QList<QSizeF> points;
    labels.clear();
    for (const app::PageInfo& page : pages) {
        points.append(page.points);
        labels.append(page.label);
    }
    const bool stay = keepPosition && open;
    open = true;
    stack.setPages(points);
    strip->setPages(points, labels);
    current = stay ? current : -1;
    if (fit == PageView::Fit::None) {
        updateScrollBars();
    }
    const QPoint before = scrolled();
    applyFit();
    updateScrollBars();
    scrollToContent(stay ? before : QPoint(0, 0));
    noticeScroll();
    wasSettled = false;
    wantVisible();
    view->viewport()->update();
    emit view->opened(int(pages.size()));
}

void PageViewState::forgetPages() {
    open = false;
    current = -1;
    stack.setPages({});
    strip->setPages({}, {});
    updateScrollBars();
    view->viewport()->update();
}

void PageViewState::updateScrollBars() {
    stackRatio = ratio();
    stack.setScale(zoom, stackRatio, int(view->viewport()->width() * stackRatio));
    const QSizeF content = QSizeF(stack.contentSize()) / stackRatio;
    const QSize port = view->viewport()->size();
    view->verticalScrollBar()->setRange(0, qMax(0, int(std::ceil(content.height())) - port.height()));
    view->verticalScrollBar()->setPageStep(port.height());
    view->verticalScrollBar()->setSingleStep(40);
    // A pixel of rounding is no reason for a scroll bar.
    const int wider = int(std::ceil(content.width())) - port.width();
    view->horizontalScrollBar()->setRange(0, wider > 2 ? wider : 0);
    view->horizontalScrollBar()->setPageStep(port.width());
    view->horizontalScrollBar()->setSingleStep(40);
}

void PageViewState::scrollToContent(QPoint topLeft) {
    view->horizontalScrollBar()->setValue(qRound(topLeft.x() / ratio()));
    view->verticalScrollBar()->setValue(qRound(topLeft.y() / ratio()));
}

void PageViewState::rescale(double wanted, QPointF anchor) {
    const double next = qBound(zoomSteps.front(), wanted, zoomSteps.back());
    const QPointF content = toContent(anchor);
    const int page = stack.pageAt(qRound(content.y()));
    const QPointF place = page >= 0 ? stack.toPoints(page, content) : QPointF();
    const bool changed = !qFuzzyCompare(next, zoom);
    zoom = next;
    updateScrollBars();
    if (page >= 0) {
        const QPointF moved = stack.toContent(page, QRectF(place, QSizeF(0, 0))).topLeft();
        scrollToContent((moved - anchor * ratio()).toPoint());
    }
    view->viewport()->update();
    noticeScroll();
    wasSettled = false;
    wantVisible();
    if (changed) {
        emit view->zoomChanged(zoom, fit);
    }
}

void PageViewState::applyFit() {
    if (!open || fit == PageView::Fit::None || stack.count() == 0) {
        return;
    }
    // Measured as if the vertical bar were there, so that fitting does not swing between with and without it.
    const QSize port = view->maximumViewportSize();
    const QSize room(port.width() - view->verticalScrollBar()->sizeHint().width(), port.height());
    const double fitted =
        fit == PageView::Fit::Width ? stack.zoomForWidth(room.width()) : stack.zoomForPage(qMax(0, current), room);
    rescale(qMin(fitted, largestFit), {});
}

void PageViewState::stepZoom(int direction, QPointF anchor) {
    fit = PageView::Fit::None;
    double next = zoom;
    if (direction > 0) {
        const auto above = std::ranges::find_if(zoomSteps, [this](double step) { return step > zoom * 1.01; });
        next = above == zoomSteps.end() ? zoomSteps.back() : *above;
    } else {
        for (const double step : zoomSteps) {
            next = step < zoom * 0.99 ? step : next;
        }
        next = qMin(next, zoom);
    }
    rescale(next, anchor);
}

void PageViewState::placeThumbnails() {
    strip->setVisible(strip->isVisibleTo(view));
    const QRect port = view->viewport()->geometry();
    strip->setGeometry(port.left() - ThumbnailStrip::width, port.top(), ThumbnailStrip::width, port.height());
}

void PageViewState::noticeScroll() {
    // The page in sight is the one a third down the window.
    const int third = scrolled().y() + qRound(view->viewport()->height() * ratio() / 3);
    const int page = stack.pageAt(third);
    if (page != current) {
        current = page;
        strip->showCurrent(page);
        announcePage();
        emit view->currentPageChanged(current, stack.count());
    }
}

void PageViewState::announcePage() {
    view->setAccessibleDescription(current < 0 ? QString()
                                               : PageView::tr("Page %1 of %2").arg(current + 1).arg(stack.count()));
    QAccessibleEvent changed(view, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void PageViewState::wantVisible() {
    if (!open || !view->isVisible()) {
        return;
    }
    const int top = scrolled().y();
    const int height = qRound(view->viewport()->height() * ratio());
    const auto [first, last] = stack.pagesBetween(top, top + height);
    QList<PageWish> wishes;
    for (int page = first; page <= last; ++page) {
        wishes.append({page, withinLimit(stack.pageRect(page).size()), false});
    }
    const bool settled = std::ranges::all_of(wishes, [this](const PageWish& wish) {
        return renderer.picture(wish.page).size() == wish.pixels || !renderer.failure(wish.page).isEmpty();
    });
    // The neighbours next, so that turning a page shows it at once.
    for (const int page : {last + 1, first - 1}) {
        if (page >= 0 && page < stack.count()) {
            wishes.append({page, withinLimit(stack.pageRect(page).size()), false});
        }
    }
    for (const auto& [page, size] : strip->wishes()) {
        wishes.append({page, size, true});
    }
    renderer.want(wishes);
    if (settled && !wasSettled) {
        wasSettled = true;
        emit view->settled();
    }
}

void PageViewState::showColours() {
    if (!ownColours) {
        colours = coloursOf(view->palette());
    }
    strip->setColours(colours);
    view->viewport()->update();
}

void PageViewState::paint(QPainter& painter) const {
    const QSize port = view->viewport()->size() * ratio();
    const QPoint origin = scrolled();
    const auto [first, last] = stack.pagesBetween(origin.y() - 8, origin.y() + port.height() + 8);
    for (int page = first; page <= last; ++page) {
        const bool failed = !renderer.failure(page).isEmpty();
        paintPage(painter,
                  {stack.pageRect(page).translated(-origin), failed ? QImage() : renderer.picture(page),
                   failed ? PageView::tr("This page cannot be shown.") : QString()},
                  colours, ratio());
    }
    for (const PageHighlight& highlight : highlights) {
        if (highlight.page >= first && highlight.page <= last) {
            const QRectF rect =
                highlight.rect.isEmpty() ? QRectF({0, 0}, stack.points(highlight.page)) : highlight.rect;
            paintHighlight(painter, toViewport(highlight.page, rect), colourOf(highlight.weight, colours), ratio());
        }
    }
    for (int i = 0; i < frames.size(); ++i) {
        const PlacementFrame& frame = frames.at(i);
        if (frame.page >= first && frame.page <= last) {
            paintFrame(painter, toViewport(frame.page, frame.rect),
                       frame.colour.isValid() ? frame.colour : colours.accent, wordsOn(frame), i == selected, ratio());
        }
    }
}

QString PageViewState::wordsOn(const PlacementFrame& frame) const {
    const bool overlapped = std::ranges::any_of(frames, [&frame](const PlacementFrame& other) {
        return other != frame && other.page == frame.page && other.rect.intersects(frame.rect);
    });
    if (overlapped && !frame.movable) {
        return {}; // two labels over each other say nothing
    }
    const QString size = sizeWords(frame.rect.size());
    return frame.label.isEmpty() ? size : frame.label + u" · "_s + size;
}

void PageViewState::moveFrame(int index, int page, const QRectF& rect) {
    PlacementFrame& frame = frames[index];
    if (frame.page == page && frame.rect == rect) {
        return;
    }
    frame.page = page;
    frame.rect = rect;
    view->viewport()->update();
    emit view->frameMoved(index, page, rect);
}

bool PageViewState::nudge(const QKeyEvent& event) {
    if (selected < 0 || (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) != 0) {
        return false;
    }
    const double step = event.modifiers().testFlag(Qt::ShiftModifier) ? 0.1 : 1.0;
    double right = 0;
    double up = 0;
    switch (event.key()) {
    case Qt::Key_Left:
        right = -step;
        break;
    case Qt::Key_Right:
        right = step;
        break;
    case Qt::Key_Up:
        up = step;
        break;
    case Qt::Key_Down:
        up = -step;
        break;
    default:
        return false;
    }
    const PlacementFrame& frame = frames.at(selected);
    if (frame.page < stack.count()) {
        moveFrame(selected, frame.page, nudged(frame.rect, stack.points(frame.page), right, up));
        view->showPlace(frame.page, frames.at(selected).rect);
    }
    return true;
}

bool PageViewState::selectNextFrame(int direction) {
    for (int i = selected + direction; i >= 0 && i < frames.size(); i += direction) {
        if (frames.at(i).movable) {
            view->selectFrame(i);
            return true;
        }
    }
    return false;
}

} // namespace ui
