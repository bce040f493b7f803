// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/sheetfile.h"

#include "app/layout/sheetpages.h"
#include "app/sheets/csv.h"
#include "app/sheets/opendocument.h"

#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qsizetype longestPdf = 50'000;
constexpr qsizetype longestTable = 1'000'000; // spreadsheets end at 1,048,576 rows

} // namespace

Result<SheetFormat> sheetFormatOf(const QString& path) {
    if (path.endsWith(".pdf"_L1, Qt::CaseInsensitive)) {
        return SheetFormat::Pdf;
    }
    if (path.endsWith(".csv"_L1, Qt::CaseInsensitive)) {
        return SheetFormat::Csv;
    }
    if (path.endsWith(".ods"_L1, Qt::CaseInsensitive)) {
        return SheetFormat::Ods;
    }
    return fail("sheet-format-unknown", path);
}

Result<void> checkLength(SheetFormat format, qsizetype rows) {
    if (rows > (format == SheetFormat::Pdf ? longestPdf : longestTable)) {
        return fail("sheet-too-long", QString::number(rows));
    }
    return {};
}

Result<QByteArray> sheetBytes(const Sheet& sheet, SheetFormat format, Language language, const QDateTime& made) {
    switch (format) {
    case SheetFormat::Csv:
        return csvBytes(sheet);
    case SheetFormat::Ods:
        return odsBytes(sheet, language, made);
    case SheetFormat::Pdf:
        break;
    }
    return sheetPdf(sheet, language, made);
}

Result<void> writeSheet(const QString& path, const Sheet& sheet, Language language, const QDateTime& made,
                        SheetReaders readers) {
    const auto format = sheetFormatOf(path);
    if (!format) {
        return std::unexpected(format.error());
    }
    if (auto fits = checkLength(*format, sheet.rows.size()); !fits) {
        return fits;
    }
    const auto bytes = sheetBytes(sheet, *format, language, made);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    QSaveFile file(path);
    constexpr QFileDevice::Permissions owners = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!file.open(QIODevice::WriteOnly) || (readers == SheetReaders::OwnerAlone && !file.setPermissions(owners)) ||
        file.write(*bytes) != bytes->size() || !file.commit()) {
        return fail("sheet-not-written", path + u": "_s + file.errorString());
    }
    return {};
}

} // namespace app
