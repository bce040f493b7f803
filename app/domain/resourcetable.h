// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace app {

/// The rows of a tab-separated table embedded as a resource: UTF-8, no header, empty lines and rows with another number
/// of columns left out.
[[nodiscard]] QList<QStringList> resourceTable(const QString& path, qsizetype columns);

/// Every table in a resource folder, one after the other, in the order of the file names.
[[nodiscard]] QList<QStringList> resourceTables(const QString& folder, qsizetype columns);

} // namespace app
