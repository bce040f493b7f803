// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/incrementalupdate.h"

#include <QSizeF>

namespace docsig::pdf {

/// Takes the page of a one-page PDF in as a form XObject with a transparency group (ISO 32000-1 §8.10, §11.6.6): its
/// content, and everything that its resources lead to, under new numbers. `turned` is by how many degrees it stands
/// counterclockwise (a multiple of 90), so that it is upright on a page that is shown turned clockwise by as many.
/// Code: appearance-unusable.
[[nodiscard]] Result<Reference> importForm(IncrementalUpdate& update, const QByteArray& onePagePdf, int turned = 0);

/// A form of that size that draws nothing: the appearance of a widget that has nothing to show yet. PDF/A wants one of
/// every annotation that covers a place (ISO 19005-2 §6.3.3).
[[nodiscard]] Reference addEmptyForm(IncrementalUpdate& update, QSizeF points);

} // namespace docsig::pdf
