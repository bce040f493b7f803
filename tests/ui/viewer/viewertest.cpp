// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/officialpage.h"
#include "app/render/renderclient.h"
#include "tests/app/layout/sampledocuments.h"
#include "ui/viewer/framemover.h"
#include "ui/viewer/pagestack.h"
#include "ui/viewer/pageview.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;
using ui::PageView;

namespace {

const QString worker = QStringLiteral(CONGVAN_BIN_DIR "/congvan-render");
constexpr double millimetre = ui::pointsPerMillimetre;

/// A shown view with three pages, everything in sight rendered.
class OpenView {
public:
    explicit OpenView(const QByteArray& pdf)
        : view(worker)
        , opened(&view, &PageView::opened)
        , settled(&view, &PageView::settled) {
        view.resize(600, 700);
        view.show();
        view.openBytes(pdf);
        ready = (opened.count() > 0 || opened.wait()) && (settled.count() > 0 || settled.wait());
    }

    PageView view;
    QSignalSpy opened;
    QSignalSpy settled;
    bool ready = false;
};

int pixelsUnlike(const QImage& image, QColor colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixelColor(x, y) != colour ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class ViewerTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void stackKeepsPagesApartAndCentred();
    void stackTurnsPointsIntoPixelsAndBack();
    void framesStayOnThePage();
    void opensAndSettles();
    void pageIsDrawnPixelForPixel();
    void keysTurnPages();
    void zoomKeysAndWheelKeepThePlace();
    void fittingFollowsTheWindow();
    void thumbnailsAreShownAndChoose();
    void arrowsNudgeTheFrame();
    void mouseDragsTheFrame();
    void tabGoesThroughFrames();
    void highlightsAreSeen();
    void badFileIsTold();
    void newBytesKeepThePosition();
    void onlyTheLastOpenCounts();
    void everythingHasAName();
    void darkPaletteGivesDarkGround();

private:
    QByteArray m_pdf;
};

void ViewerTest::initTestCase() {
    const auto laidOut = app::layOut(samples::longCongVan(20));
    QVERIFY(laidOut.has_value());
    QCOMPARE(laidOut->pages, 3);
    m_pdf = laidOut->pdf;
    QVERIFY2(qApp->devicePixelRatio() > 1.2, "the tests run at 125 %");
}

void ViewerTest::stackKeepsPagesApartAndCentred() {
    ui::PageStack stack;
    QCOMPARE(stack.pageAt(10), -1);
    QCOMPARE(stack.pagesBetween(0, 100).second, -1);
    stack.setPages({QSizeF(595, 842), QSizeF(842, 595), QSizeF(300, 300)});
    for (const double ratio : {1.0, 1.25, 1.5, 2.0}) {
        stack.setScale(0.67, ratio, 1000);
        for (int page = 1; page < stack.count(); ++page) {
            QVERIFY(stack.pageRect(page).top() >= stack.pageRect(page - 1).bottom() + int(15 * ratio));
        }
        for (int page = 0; page < stack.count(); ++page) {
            const QRect rect = stack.pageRect(page);
            QVERIFY(qAbs(rect.center().x() - stack.contentSize().width() / 2) <= 1);
            QCOMPARE(stack.pageAt(rect.center().y()), page);
            QVERIFY(rect.bottom() < stack.contentSize().height());
            QCOMPARE(stack.pagesBetween(rect.top(), rect.bottom()), std::pair(page, page));
        }
        QCOMPARE(stack.pageAt(-50), 0);
        QCOMPARE(stack.pageAt(1'000'000), 2);
    }
}

void ViewerTest::stackTurnsPointsIntoPixelsAndBack() {
    ui::PageStack stack;
    stack.setPages({QSizeF(595, 842), QSizeF(595, 842)});
    stack.setScale(1, 1, 500);
    const QRectF place(100, 700, 50, 20); // near the top: y counts upwards
    const QRectF pixels = stack.toContent(1, place);
    QVERIFY(pixels.top() > stack.pageRect(1).top() && pixels.top() < stack.pageRect(1).center().y());
    const QPointF lowerLeft = stack.toPoints(1, pixels.bottomLeft());
    QVERIFY(qAbs(lowerLeft.x() - 100) < 0.01 && qAbs(lowerLeft.y() - 700) < 0.01);
    QVERIFY(qAbs(stack.pageRect(0).width() - 595 * 96 / 72.0) < 1);
}

void ViewerTest::framesStayOnThePage() {
    const QSizeF page(595, 842);
    const QRectF frame(10, 20, 40 * millimetre, 16 * millimetre);
    const QRectF right = ui::nudged(frame, page, 1, 0);
    QVERIFY(qAbs(right.left() - frame.left() - millimetre) < 1e-9 && qAbs(right.top() - frame.top()) < 1e-9);
    QCOMPARE(right.size(), frame.size());
    QCOMPARE(ui::nudged(frame, page, -100, -100).topLeft(), QPointF(0, 0));
    QCOMPARE(ui::nudged(frame, page, 1000, 1000).bottomRight(), QPointF(595, 842));
    QVERIFY(ui::sizeWords(frame.size()).contains(QString::fromUtf8("40 × 16 mm")));
    QVERIFY(ui::sizeWords({54.7 * millimetre, 113}).startsWith(QLocale().toString(54.7)));
}

void ViewerTest::opensAndSettles() {
    OpenView open(m_pdf);
    QVERIFY(open.ready);
    QCOMPARE(open.opened.first().first().toInt(), 3);
    QCOMPARE(open.view.pageCount(), 3);
    QCOMPARE(open.view.currentPage(), 0);
    QVERIFY(open.view.isOpen());
    open.view.clear();
    QVERIFY(!open.view.isOpen());
    QCOMPARE(open.view.currentPage(), -1);
    QVERIFY(!open.view.grab().isNull());
}

void ViewerTest::pageIsDrawnPixelForPixel() {
    OpenView open(m_pdf);
    QVERIFY(open.ready);
    for (const double zoom : {0.75, 1.1}) {
        open.settled.clear();
        open.view.setZoom(zoom);
        QVERIFY(open.settled.count() > 0 || open.settled.wait());
        open.view.verticalScrollBar()->setValue(37); // an offset that is no whole device pixel at 125 %
        const QImage shown = open.view.viewport()->grab().toImage();
        const double scale = zoom * 96 / 72 * open.view.devicePixelRatioF();
        app::RenderClient client(worker);
        QVERIFY(client.openBytes(m_pdf).has_value());
        const QImage page = client.pageOfSize(0, {qRound(595 * scale), qRound(842 * scale)}).value_or(QImage());
        QVERIFY(!page.isNull());
        // Find the page on screen by a row with ink, then all of it must be equal, not nearly equal.
        const int topOnScreen = qRound(18 * open.view.devicePixelRatioF()) -
                                qRound(open.view.verticalScrollBar()->value() * open.view.devicePixelRatioF());
        const int content = qMax(int(open.view.viewport()->width() * open.view.devicePixelRatioF()),
                                 page.width() + 2 * qRound(24 * open.view.devicePixelRatioF()));
        const int leftOnScreen = (content - page.width()) / 2 -
                                 qRound(open.view.horizontalScrollBar()->value() * open.view.devicePixelRatioF());
        int compared = 0;
        int unlike = 0;
        for (int y = qMax(0, topOnScreen); y < qMin(shown.height(), topOnScreen + page.height()); ++y) {
            for (int x = qMax(0, leftOnScreen); x < qMin(shown.width(), leftOnScreen + page.width()); ++x) {
                ++compared;
                const QRgb there = page.pixel(x - leftOnScreen, y - topOnScreen);
                unlike += (shown.pixel(x, y) & 0xffffffU) != (there & 0xffffffU) ? 1 : 0;
            }
        }
        QVERIFY(compared > 100'000);
        QCOMPARE(unlike, 0);
    }
}

void ViewerTest::keysTurnPages() {
    OpenView open(m_pdf);
    QVERIFY(open.ready);
    PageView& view = open.view;
    QSignalSpy changed(&view, &PageView::currentPageChanged);
    view.setFit(PageView::Fit::Page);
    QTest::keyClick(&view, Qt::Key_PageDown);
    QCOMPARE(view.currentPage(), 1);
    QCOMPARE(changed.last().at(0).toInt(), 1);
    QCOMPARE(changed.last().at(1).toInt(), 3);
    QTest::keyClick(&view, Qt::Key_PageUp);
    QCOMPARE(view.currentPage(), 0);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.currentPage(), 2);
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.verticalScrollBar()->value(), 0);
    view.setZoom(2);
    QTest::keyClick(&view, Qt::Key_PageDown);
    QCOMPARE(view.currentPage(), 0); // a screen further, still on the same page
    QVERIFY(view.verticalScrollBar()->value() > 0);
    view.goToPage(2);
    QCOMPARE(view.currentPage(), 2);
    QVERIFY(view.accessibleDescription().contains(u"3"_s));
}

void ViewerTest::zoomKeysAndWheelKeepThePlace() {
    OpenView open(m_pdf);
    QVERIFY(open.ready);
    PageView& view = open.view;
    QSignalSpy zoomed(&view, &PageView::zoomChanged);
    QTest::keyClick(&view, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(view.zoom(), 1.0);
    QTest::keyClick(&view, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(view.zoom(), 1.1);
    QTest::keyClick(&view, Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(view.zoom(), 0.9);
    QVERIFY(zoomed.count() >= 4);
    for (int i = 0; i < 40; ++i) {
        view.zoomIn();
    }
    QCOMPARE(view.zoom(), 4.0);
    for (int i = 0; i < 40; ++i) {
        view.zoomOut();
    }
    QCOMPARE(view.zoom(), 0.25);

    // The point under the cursor stays under it.
    view.setZoom(1);
    view.goToPage(1);
    const int before = view.verticalScrollBar()->value();
    const QPointF cursor(200, 300);
    QWheelEvent wheel(cursor, view.viewport()->mapToGlobal(cursor), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.viewport(), &wheel);
    QCOMPARE(view.zoom(), 1.1);
    const double pageTop = 18 + 842 * 96 / 72.0 + 16; // of page 2 at 100 %
    const double inPage = before + 300 - pageTop;
    const double pageTopNow = 18 + 842 * 96 / 72.0 * 1.1 + 16;
    QVERIFY(qAbs(view.verticalScrollBar()->value() + 300 - pageTopNow - inPage * 1.1) < 2.5);
    QSignalSpy settled(&view, &PageView::settled);
    QVERIFY(settled.wait()); // however many zooms were asked for, the last is drawn
}

void ViewerTest::fittingFollowsTheWindow() {
    OpenView open(m_pdf);
    QVERIFY(open.ready);
    PageView& view = open.view;
    QTest::keyClick(&view, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(view.fit(), PageView::Fit::Width);
    const double before = view.zoom();
    QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
    view.resize(700, 700);
    QVERIFY(view.zoom() > before);
    QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
    QTest::keyClick(&view, Qt::Key_2, Qt::ControlModifier);
    QVERIFY(842 * 96 / 72.0 * view.zoom() <= view.viewport()->height());
}

void ViewerTest::thumbnailsAreShownAndChoose() {
    OpenView open(m_pdf);
    QVERIFY(open.ready);
    PageView& view = open.view;
    QSignalSpy shown(&view, &PageView::thumbnailsShownChanged);
    QVERIFY(!view.thumbnailsShown());
    QTest::keyClick(&view, Qt::Key_F4);
    QVERIFY(view.thumbnailsShown());
    QCOMPARE(shown.count(), 1);
    auto* strip = view.findChild<QAbstractItemView*>(u"thumbnails"_s);
    QVERIFY(strip != nullptr);
    QCOMPARE(strip->model()->rowCount(), 3);
    QVERIFY(!strip->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
    QSignalSpy changed(strip->model(), &QAbstractItemModel::dataChanged);
    const auto thumbnail = [&] { return strip->model()->index(2, 0).data(Qt::DecorationRole).value<QImage>(); };
    while (thumbnail().isNull()) {
        QVERIFY(changed.wait());
    }
    QVERIFY(pixelsUnlike(thumbnail(), Qt::white) > 20);
    QTest::mouseClick(strip->viewport(), Qt::LeftButton, {}, strip->visualRect(strip->model()->index(2, 0)).center());
    QCOMPARE(view.currentPage(), 2);
    QCOMPARE(strip->currentIndex().row(), 2);
    view.setThumbnailsShown(false);
    QVERIFY(!view.thumbnailsShown());
}

void ViewerTest::arrowsNudgeTheFrame() {
    OpenView open(m_pdf);
    QVERIFY(open.ready);
    PageView& view = open.view;
    const QRectF rect(200, 500, 40 * millimetre, 16 * millimetre);
    view.setFrames({{0, rect, u"fixed"_s, false, {}}, {0, rect, u"Chữ ký"_s, true, {}}});
    QCOMPARE(view.selectedFrame(), 1);
    QSignalSpy moved(&view, &PageView::frameMoved);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(moved.count(), 2);
    const QRectF now = view.frames().at(1).rect;
    QVERIFY(qAbs(now.left() - rect.left() - millimetre) < 1e-6);
    QVERIFY(qAbs(now.top() - rect.top() - 0.1 * millimetre) < 1e-6);
    QCOMPARE(view.frames().at(0).rect, rect);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(view.selectedFrame(), -1);
    const int before = view.verticalScrollBar()->value();
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(moved.count(), 2);
    QVERIFY(view.verticalScrollBar()->value() > before);
}

void ViewerTest::mouseDragsTheFrame() {
    OpenView open(m_pdf);
    QVERIFY(open.ready);
    PageView& view = open.view;
    view.setZoom(0.5);
    view.verticalScrollBar()->setValue(0);
    const QRectF rect(200, 600, 40 * millimetre, 16 * millimetre);
    view.setFrames({{0, rect, u"Chữ ký"_s, true, {}}});
    const double scale = 0.5 * 96 / 72;
    const double left = (view.viewport()->width() - 595 * scale) / 2;
    const QPoint middle(qRound(left + rect.center().x() * scale), qRound(18 + (842 - rect.center().y()) * scale));
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, middle);
    QTest::mouseMove(view.viewport(), middle + QPoint(30, 40));
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, middle + QPoint(30, 40));
    const QRectF now = view.frames().first().rect;
    QVERIFY2(qAbs(now.left() - rect.left() - 30 / scale) < 2, qPrintable(QString::number(now.left() - rect.left())));
    QVERIFY(qAbs(rect.top() - now.top() - 40 / scale) < 2);
    QCOMPARE(now.size(), rect.size());
    // Pressed beside it: nothing moves.
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, middle + QPoint(-120, 200));
    QCOMPARE(view.selectedFrame(), -1);
    QTest::mouseMove(view.viewport(), middle + QPoint(-100, 220));
    QCOMPARE(view.frames().first().rect, now);
}

void ViewerTest::tabGoesThroughFrames() {
    OpenView open(m_pdf);
    QVERIFY(open.ready);
    PageView& view = open.view;
    const QRectF rect(100, 100, 80, 40);
    view.setFrames({{0, rect, {}, true, {}}, {0, rect, {}, false, {}}, {1, rect, {}, true, {}}});
    QCOMPARE(view.selectedFrame(), 0);
    QTest::keyClick(&view, Qt::Key_Tab);
    QCOMPARE(view.selectedFrame(), 2);
    QTest::keyClick(&view, Qt::Key_Backtab);
    QCOMPARE(view.selectedFrame(), 0);
}

void ViewerTest::highlightsAreSeen() {
    OpenView open(m_pdf);
    QVERIFY(open.ready);
    const QImage before = open.view.grab().toImage();
    open.view.setHighlights({{0, QRectF(90, 600, 200, 60), ui::PageHighlight::Weight::Fault, u"Nội dung bị sửa"_s},
                             {99, QRectF(1, 1, 1, 1), ui::PageHighlight::Weight::Note, {}}});
    const QImage after = open.view.grab().toImage();
    QVERIFY(before != after);
}

void ViewerTest::badFileIsTold() {
    PageView view(worker);
    view.resize(400, 400);
    view.show();
    QSignalSpy failed(&view, &PageView::failed);
    view.openBytes("this is no document");
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().toString(), u"render-not-a-pdf"_s);
    QVERIFY(!view.isOpen());
    view.openFile(u"/there is/no such file.pdf"_s);
    QVERIFY(failed.wait());
    QCOMPARE(failed.last().first().toString(), u"render-file-unreadable"_s);
    PageView without(u"/there is/no program"_s);
    QSignalSpy missing(&without, &PageView::failed);
    without.openBytes(m_pdf);
    QVERIFY(missing.wait());
    QCOMPARE(missing.first().first().toString(), u"render-worker-missing"_s);
}

void ViewerTest::newBytesKeepThePosition() {
    OpenView open(m_pdf);
    QVERIFY(open.ready);
    open.view.setZoom(1);
    open.view.verticalScrollBar()->setValue(900);
    open.opened.clear();
    open.view.openBytes(m_pdf, true);
    QVERIFY(open.opened.wait());
    QCOMPARE(open.view.verticalScrollBar()->value(), 900);
    QCOMPARE(open.view.zoom(), 1.0);
    open.view.openBytes(m_pdf);
    QVERIFY(open.opened.wait());
    QCOMPARE(open.view.verticalScrollBar()->value(), 0);
}

void ViewerTest::onlyTheLastOpenCounts() {
    PageView view(worker);
    view.resize(400, 500);
    view.show();
    QSignalSpy opened(&view, &PageView::opened);
    QSignalSpy failed(&view, &PageView::failed);
    const auto one = app::layOut(samples::quyetDinh());
    QVERIFY(one.has_value());
    view.openBytes("no document");
    view.openBytes(m_pdf);
    view.openBytes(one->pdf);
    QVERIFY(opened.wait());
    QCOMPARE(view.pageCount(), 1);
    QSignalSpy settled(&view, &PageView::settled);
    QVERIFY(settled.count() > 0 || settled.wait());
    QCOMPARE(opened.count(), 1);
    QCOMPARE(failed.count(), 0);
}

void ViewerTest::everythingHasAName() {
    PageView view(worker);
    view.setThumbnailsShown(true);
    QVERIFY(!view.accessibleName().isEmpty());
    QVERIFY(!view.findChild<QAbstractItemView*>(u"thumbnails"_s)->accessibleName().isEmpty());
}

void ViewerTest::darkPaletteGivesDarkGround() {
    PageView view(worker);
    view.resize(300, 200);
    QPalette dark = view.palette();
    dark.setColor(QPalette::Window, QColor(0x16, 0x19, 0x1f));
    view.setPalette(dark);
    QVERIFY(view.grab().toImage().pixelColor(20, 20).lightness() < 40);
    ui::ViewerColours colours;
    colours.ground = QColor(0x12, 0x34, 0x56);
    view.setColours(colours);
    QCOMPARE(view.grab().toImage().pixelColor(20, 20), colours.ground);
}

int main(int argumentCount, char** arguments) {
    qputenv("QT_SCALE_FACTOR", "1.25");
    QApplication application(argumentCount, arguments);
    ViewerTest test;
    return QTest::qExec(&test, argumentCount, arguments);
}

#include "viewertest.moc"
