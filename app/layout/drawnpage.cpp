// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/drawnpage.h"

#include "app/layout/pageunits.h"
#include "app/layout/pdfpostpass.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <cmath>

namespace app::page {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double smallestSide = 4; // points

} // namespace

Result<void> checkAppearanceSize(QSizeF points) {
    if (!(points.width() >= smallestSide) || !(points.height() >= smallestSide) || points.width() > pageWidthPoints ||
        points.height() > pageHeightPoints) {
        return fail("layout-field-too-small", u"%1 × %2 points"_s.arg(points.width()).arg(points.height()));
    }
    return {};
}

Result<QByteArray> drawnPage(QSizeF points, const QString& title, const std::function<void(QPainter&)>& paint) {
    if (const Result<void> size = checkAppearanceSize(points); !size) {
        return std::unexpected(size.error());
    }
    // QPdfWriter's pages are whole points high and it counts from their top; the post-pass sets the exact size.
    const QSize whole(int(std::ceil(points.width())), int(std::ceil(points.height())));
    QByteArray pdf;
    {
        QBuffer buffer(&pdf);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(resolution);
        writer.setPageSize(QPageSize(QSizeF(whole), QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(title);
        writer.setCreator(creatorName.toString());
        QPainter painter(&writer);
        painter.setPen(Qt::black);
        painter.translate(0, page::points(whole.height() - points.height()));
        paint(painter);
    }
    return touchUp(pdf, {{}, points, {}});
}

} // namespace app::page
