// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/pagerenderer.h"
#include "ui/viewer/pagestack.h"
#include "ui/viewer/pageview.h"

#include <QPointer>
#include <QTimer>

namespace ui {

class ThumbnailStrip;

/// What the page view knows and does beside answering events: where it is scrolled to, what is wanted from the
/// renderer, which frame is held. Owned by its view.
class PageViewState : public QObject {
    Q_OBJECT

public:
    PageViewState(PageView* owner, const QString& renderProgram);
    ~PageViewState() override;

    // Where things are, in device pixels of the viewport.
    [[nodiscard]] double ratio() const;
    [[nodiscard]] QPoint scrolled() const; ///< content coordinates of the viewport's top left
    [[nodiscard]] int pageUnder(QPointF logical) const;
    [[nodiscard]] int frameUnder(QPointF logical) const;
    [[nodiscard]] QRectF toViewport(int page, const QRectF& points) const;
    [[nodiscard]] QPointF toContent(QPointF logical) const;

    // Doing.
    void showPages(const QList<app::PageInfo>& pages);
    void forgetPages();
    void rescale(double zoom, QPointF anchor); ///< keeps the place under the anchor (logical) where it is
    void applyFit();
    void stepZoom(int direction, QPointF anchor);
    void scrollToContent(QPoint topLeft);
    void updateScrollBars();
    void placeThumbnails();
    void noticeScroll();
    void wantVisible();
    void announcePage();
    void showColours();
    void paint(QPainter& painter) const;
    [[nodiscard]] QString wordsOn(const PlacementFrame& frame) const;
    void moveFrame(int index, int page, const QRectF& rect);
    bool nudge(const QKeyEvent& event);
    bool selectNextFrame(int direction);

    PageView* const view;
    PageRenderer renderer;
    ThumbnailStrip* strip;
    PageStack stack;
    QStringList labels;
    QList<PlacementFrame> frames;
    QList<PageHighlight> highlights;
    ViewerColours colours;
    bool ownColours = false;
    bool open = false;
    bool keepPosition = false;
    PageView::Fit fit = PageView::Fit::Width;
    double zoom = 1;
    double stackRatio = 0; ///< the device pixel ratio that the stack was made for
    int current = -1;
    int selected = -1;
    bool dragging = false;
    QPointF dragOffset; ///< from the frame's lower left to the cursor, points
    bool wasSettled = true;
};

} // namespace ui
