// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

/// What other programs find in our tables: CSV by the rules of RFC 4180, ODS by libarchive and an XML reader.
namespace sheetreaders {

/// Strictly: nothing where the text is not of that form.
[[nodiscard]] std::optional<QList<QStringList>> parseCsv(const QByteArray& bytes);

using Files = QList<std::pair<QString, QByteArray>>;

/// The files of a zip in their order; none where it can't be read to its end.
[[nodiscard]] Files unzipped(const QByteArray& bytes);

struct OdsCell {
    QString type{};
    QString value{};
    QString words{};
    bool hasFormula = false;
};

/// The cells of the first table, row by row; none where the XML is damaged.
[[nodiscard]] QList<QList<OdsCell>> odsRows(const QByteArray& ods);

} // namespace sheetreaders
