// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/framemover.h"

#include <QLocale>

#include <cmath>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString millimetres(double points) {
    const double tenths = std::round(points / pointsPerMillimetre * 10);
    // Places are often rounded to whole points, which is 0.35 mm: what is that near to a whole millimetre is one.
    const bool whole = std::abs(tenths - std::round(tenths / 10) * 10) < 1.5;
    return QLocale().toString(tenths / 10, 'f', whole ? 0 : 1);
}

} // namespace

QRectF keptOnPage(const QRectF& rect, QSizeF page) {
    QRectF kept = rect;
    kept.moveLeft(qBound(0.0, rect.left(), qMax(0.0, page.width() - rect.width())));
    kept.moveTop(qBound(0.0, rect.top(), qMax(0.0, page.height() - rect.height())));
    return kept;
}

QRectF nudged(const QRectF& rect, QSizeF page, double right, double up) {
    return keptOnPage(rect.translated(right * pointsPerMillimetre, up * pointsPerMillimetre), page);
}

QString sizeWords(QSizeF points) {
    return u"%1 × %2 mm"_s.arg(millimetres(points.width()), millimetres(points.height()));
}

} // namespace ui
