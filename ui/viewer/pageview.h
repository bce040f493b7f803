// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/pageoverlay.h"

#include <QAbstractScrollArea>
#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace ui {

class PageViewState;

/// Shows a PDF: continuous pages on a calm ground, with thumbnails, zoom, page keys, placement frames and highlights.
/// It draws pixels that congvan-render made; nothing of a foreign file is parsed in this process. Pages are rendered on
/// other threads; a page that is not rendered yet keeps its space. GUI thread; owns its render client and ends it with
/// itself.
///
/// Keys: PageUp, PageDown, Home, End, Space, arrows; Ctrl+plus, Ctrl+minus, Ctrl+0 (100 %), Ctrl+1 (fit width), Ctrl+2
/// (whole page), Ctrl+wheel; F4 thumbnails. With a movable frame selected the arrows move it by 1 mm, with Shift by 0.1
/// mm; Escape lets it go, Tab selects the next one.
class PageView : public QAbstractScrollArea {
    Q_OBJECT

public:
    enum class Fit { None, Width, Page };

    /// `renderProgram` is the path of congvan-render.
    explicit PageView(const QString& renderProgram, QWidget* parent = nullptr);
    ~PageView() override;

    /// Opens a file or bytes; returns at once, then opened() or failed(). What was open stays on screen until the new
    /// document's pages are known. With `keepPosition` the scroll position and the zoom stay (live preview).
    void openFile(const QString& path);
    void openBytes(const QByteArray& pdf, bool keepPosition = false);
    void clear();

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] int currentPage() const; ///< from 0; -1 when nothing is open
    void goToPage(int page);
    /// Scrolls so that a place (points, lower left origin) is in sight.
    void showPlace(int page, const QRectF& rect);

    [[nodiscard]] double zoom() const; ///< 1.0 = real size at 96 dpi
    [[nodiscard]] Fit fit() const;
    void setZoom(double zoom);
    void setFit(Fit fit);
    void zoomIn();
    void zoomOut();

    [[nodiscard]] bool thumbnailsShown() const;
    void setThumbnailsShown(bool shown);

    /// Frames over the pages; the first movable one is selected.
    void setFrames(const QList<PlacementFrame>& frames);
    [[nodiscard]] QList<PlacementFrame> frames() const;
    [[nodiscard]] int selectedFrame() const; ///< -1 when none
    void selectFrame(int index);

    void setHighlights(const QList<PageHighlight>& highlights);
    void setColours(const ViewerColours& colours);

    QSize sizeHint() const override;

signals:
    void opened(int pages);
    /// A code of app/render; app::sentence(code) has the words.
    void failed(const QString& code, const QString& detail);
    /// The pages are shown, but with less protection than they should; app::sentence(code) has the words.
    void warned(const QString& code);
    /// The page in sight changed; `page` counts from 0.
    void currentPageChanged(int page, int pages);
    void zoomChanged(double zoom, ui::PageView::Fit fit);
    void thumbnailsShownChanged(bool shown);
    /// A frame was moved by a person; onto another page perhaps.
    void frameMoved(int index, int page, const QRectF& rect);
    /// Everything in sight is drawn from rendered pages.
    void settled();

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    friend class PageViewState; // scroll bars and viewport margins are protected in QAbstractScrollArea
    std::unique_ptr<PageViewState> d;
};

} // namespace ui
