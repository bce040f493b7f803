// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <QString>

namespace app {

/// One page as it is shown (crop box, turned as its /Rotate says). Coordinates on a page are PDF points from the lower
/// left of the page as shown, y upwards; on a page that is neither turned nor cropped these are the coordinates in the
/// file.
struct PageInfo {
    QSizeF points;
    QString label; ///< the page's own label ("iv"), else its number from 1

    friend bool operator==(const PageInfo&, const PageInfo&) = default;
};

/// A word and its box, in the page coordinates of PageInfo.
struct TextWord {
    QString text;
    QRectF rect;

    friend bool operator==(const TextWord&, const TextWord&) = default;
};

} // namespace app
