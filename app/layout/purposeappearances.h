// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QByteArray>
#include <QDate>
#include <QSizeF>
#include <QString>

namespace app {

// What signatures show that have no picture, drawn as one-page PDFs with subset fonts and a transparent ground, in real
// sizes. Any thread; need a QGuiApplication. Errors: layout-no-application, layout-no-fonts, layout-field-too-small.

/// A drawn appearance and the size of the place that it fills, in points.
struct Appearance {
    QByteArray pdf;
    QSizeF points;
};

/// The text of a signature on an appendix, a copy or a digitised paper (NĐ 30/2020 Phụ lục I): Times New Roman 10,
/// upright, black, set against the right edge; on as many lines as `widest` points make needful, broken behind "; "
/// where that is possible.
[[nodiscard]] Result<Appearance> signatureTextAppearance(const QString& text, double widest);

/// What dấu ĐẾN says (Phụ lục IV). Empty fields are left to be written, as dotted lines.
struct ArrivalStamp {
    QString agency;      ///< that received
    QString number;      ///< số đến, as displayed
    QDate date;          ///< of arrival
    QString forwardedTo; ///< chuyển
    QString dossier;     ///< số và ký hiệu hồ sơ
};

/// The stamp in red ink, 50 mm wide and 35 mm high. A name that is too long is set smaller, then cut with "…".
[[nodiscard]] Result<Appearance> arrivalStampAppearance(const ArrivalStamp& stamp);

} // namespace app
