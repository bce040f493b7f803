// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/sentences.h"
#include "app/domain/sheet.h"

#include <QDateTime>
#include <QString>

namespace app {

/// As what a table leaves the program.
enum class SheetFormat { Pdf, Csv, Ods };

/// By the ending of the file's name, without regard to case. Code: `sheet-format-unknown`.
[[nodiscard]] Result<SheetFormat> sheetFormatOf(const QString& path);

/// Whether a table of that many rows may be written: PDF 50,000, a spreadsheet 1,000,000. Code: `sheet-too-long`.
[[nodiscard]] Result<void> checkLength(SheetFormat format, qsizetype rows);

/// The bytes of such a file. A PDF needs a QGuiApplication. Codes: those of sheetPdf().
[[nodiscard]] Result<QByteArray> sheetBytes(const Sheet& sheet, SheetFormat format, Language language,
                                            const QDateTime& made);

/// Who of this computer may read a file that is written: as its user wants it, or nobody but that user.
enum class SheetReaders { Usual, OwnerAlone };

/// Writes the table whole or not at all; what is there is replaced at once. Codes: `sheet-not-written`, those above.
/// Blocking; any thread but the GUI's.
[[nodiscard]] Result<void> writeSheet(const QString& path, const Sheet& sheet, Language language, const QDateTime& made,
                                      SheetReaders readers = SheetReaders::Usual);

} // namespace app
