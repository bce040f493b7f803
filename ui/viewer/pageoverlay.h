// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

namespace ui {

/// A dashed frame on a page: where a signature, the seal or a field will stand. Coordinates as in app::PageInfo: PDF
/// points from the lower left of the page as shown.
struct PlacementFrame {
    int page = 0; ///< from 0
    QRectF rect;
    QString label;        ///< "Signature"; its size in millimetres is added by the view
    bool movable = false; ///< by mouse and arrow keys
    QColor colour;        ///< invalid: the accent of the palette

    friend bool operator==(const PlacementFrame&, const PlacementFrame&) = default;
};

/// A coloured ground over a place on a page: where a finding is.
struct PageHighlight {
    enum class Weight { Note, Doubt, Fault };

    int page = 0;
    QRectF rect; ///< empty: the whole page
    Weight weight = Weight::Note;
    QString words; ///< tool tip and accessible description

    friend bool operator==(const PageHighlight&, const PageHighlight&) = default;
};

/// The colours of the view; the window sets them from its tokens, the view makes calm ones from its palette else.
struct ViewerColours {
    QColor ground;
    QColor paperEdge;
    QColor accent;
    QColor note;
    QColor doubt;
    QColor fault;

    friend bool operator==(const ViewerColours&, const ViewerColours&) = default;
};

} // namespace ui
