// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QString>

namespace app {

/// Writes the bytes of one file to another place: whole or not at all, what is there is replaced at once. Codes:
/// copy-source-unreadable, copy-not-written. Blocking; any thread but the GUI's.
[[nodiscard]] Result<void> saveCopy(const QString& source, const QString& target);

/// A name for a file that holds the document with this number, which a sender may have written: letters, digits, dots
/// and hyphens alone, at most 80 of them, never hidden. "412/UBND-NC" and "den" make "412-UBND-NC-den.pdf".
[[nodiscard]] QString copyName(const QString& number, const QString& suffix);
/// A name for a copy of a file that somebody else named: the same letters, digits, dots and hyphens as copyName(), and
/// its ending where that is a plain one. "../bảng kê.xlsx" makes "bảng-kê.xlsx".
[[nodiscard]] QString plainFileName(const QString& name);

} // namespace app
