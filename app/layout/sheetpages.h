// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/sentences.h"
#include "app/domain/sheet.h"

#include <QByteArray>
#include <QDateTime>

namespace app {

/// Draws a table on A4 pages: a cover where the sheet has one, else a head over the rows; titles and numbers of the
/// columns again on each page, no row on two pages, page numbers. A cell shows 400 characters at most. A PDF/A-2b with
/// embedded fonts; the same arguments give the same bytes. Needs a QGuiApplication; any thread; a second for some
/// thousand rows. Codes: those of the fonts.
[[nodiscard]] Result<QByteArray> sheetPdf(const Sheet& sheet, Language language, const QDateTime& made);

} // namespace app
