// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QRect>
#include <QRectF>
#include <QString>

#include <stop_token>

namespace ui {

/// A place where two states of a document look otherwise.
struct ChangedPlace {
    int page = 0;           ///< from 0
    QRectF rect{};          ///< points from the lower left of the page as shown; empty: the whole page
    bool signedPage = true; ///< the page is in the signed state
    bool shownPage = true;  ///< the page is in the file as it is

    friend bool operator==(const ChangedPlace&, const ChangedPlace&) = default;
};

struct PageComparison {
    QList<ChangedPlace> places; ///< by page, from top to bottom
    int compared = 0;           ///< pages that were looked at
    int pages = 0;              ///< of the longer state
};

/// Where two pictures of one page differ, in pixels: letters that belong together make one place. Nothing for pictures
/// of the same look; the whole picture where the sizes differ. Differences that only a machine sees (smoothing) don't
/// count.
[[nodiscard]] QList<QRect> changedPlaces(const QImage& one, const QImage& other);

/// Draws every page of both states (200 at most) in workers of their own and compares the pictures: it sees what a
/// person would see, and nothing of what lies in the files unseen. Blocking; any thread but the GUI's. Codes: those of
/// app::RenderClient.
[[nodiscard]] app::Result<PageComparison> comparePages(const QString& renderProgram, const QByteArray& signedState,
                                                       const QByteArray& now, std::stop_token stop);

} // namespace ui
