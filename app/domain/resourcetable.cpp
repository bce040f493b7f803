// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/resourcetable.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

// Resources of a static library are not linked in by themselves; the call must stand outside of every namespace.
static void loadAppResources() {
    Q_INIT_RESOURCE(app_tables);
}

namespace app {

QList<QStringList> resourceTable(const QString& path, qsizetype columns) {
    loadAppResources();
    QList<QStringList> rows;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return rows;
    }
    const QString text = QString::fromUtf8(file.readAll());
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList row = line.split(u'\t');
        if (row.size() == columns) {
            rows.append(row);
        }
    }
    return rows;
}

QList<QStringList> resourceTables(const QString& folder, qsizetype columns) {
    loadAppResources();
    QList<QStringList> rows;
    const QDir directory(folder);
    for (const QString& name : directory.entryList({u"*.tsv"_s}, QDir::Files, QDir::Name)) {
        rows.append(resourceTable(directory.filePath(name), columns));
    }
    return rows;
}

} // namespace app
