// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pades/flowfields.h"

#include <optional>

namespace docsig {

/// Lays a stamp over a page by an incremental update: an annotation of the kind Stamp that is printed and locked, drawn
/// by a one-page PDF of the place's size. `text` is what it says, for readers that can't see it. The bytes of `pdf`
/// stay as they are; signatures in it tell of the stamp as of any other annotation. Codes: those of openForChange(),
/// field-page-missing, field-page-not-own, appearance-unusable.
[[nodiscard]] Result<QByteArray> stampPage(const QByteArray& pdf, const PagePlace& place,
                                           const QByteArray& appearancePdf, const QString& text);

/// The sizes in points of the pages as shown. Codes: those of openForChange().
[[nodiscard]] Result<QList<QSizeF>> shownPageSizes(const QByteArray& pdf);

/// Where the only widget of a field lies as shown, signed or not; nothing where there is no such field or place.
[[nodiscard]] std::optional<PagePlace> placeOfField(const QByteArray& pdf, const QString& name);

} // namespace docsig
