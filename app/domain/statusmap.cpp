// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/statusmap.h"

#include "app/domain/resourcetable.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace app {

QString reportedStatus(const QString& deed) {
    static const QHash<QString, QString> table = [] {
        QHash<QString, QString> read;
        for (const QStringList& row : resourceTable(u":/congvan/office/statusmap.tsv"_s, 2)) {
            read.insert(row.at(0), row.at(1));
        }
        return read;
    }();
    return table.value(deed);
}

} // namespace app
