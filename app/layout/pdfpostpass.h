// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QSizeF>
#include <QString>

#include <optional>

namespace app::page {

/// What QPdfWriter writes otherwise than we want it.
struct PdfTouches {
    QDate created; ///< replaces the clock's time; invalid: no creation date at all
    QSizeF page;   ///< exact size in points of the only page; empty: as written
    /// The title of a document that becomes a PDF/A-2b; nothing: a page that is only taken in by others.
    std::optional<QString> archived;
};

/// What the document information of our PDFs says of the program.
inline constexpr QStringView creatorName = u"Công Văn";

/// Rewrites a PDF that QPdfWriter has just made (one cross-reference table, no object streams): the same input gives
/// the same bytes then, pages have fractions of points, and subset fonts have one name everywhere. An archived document
/// gets what makes it a PDF/A-2b beside its embedded fonts (ISO 19005-2): metadata, an sRGB output intent, a file
/// identifier. Empty when the bytes are not of that shape.
[[nodiscard]] QByteArray touchUp(const QByteArray& pdf, const PdfTouches& touches);

} // namespace app::page
