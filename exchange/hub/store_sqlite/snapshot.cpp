// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_sqlite/snapshot.h"

#include "exchange/hub/store_sqlite/database.h"

#include <QFileInfo>

namespace hub {

using exchange::fail;
using exchange::Result;
using namespace Qt::Literals::StringLiterals;

Result<void> snapshotInto(const QString& storeFile, const QString& target) {
    QString fault = u"there is no store"_s;
    if (QFileInfo::exists(storeFile)) { // opening would make one
        Database database(storeFile);
        if (database.open()) {
            database.run("VACUUM INTO ?", {target});
            database.finish();
        }
        fault = database.fault();
    }
    return fault.isEmpty() ? Result<void>() : fail("hub-snapshot-failed", fault);
}

Result<void> checkStoreFile(const QString& storeFile) {
    Database database(storeFile);
    QString words;
    if (database.open()) {
        QSqlQuery& query = database.run("PRAGMA integrity_check(100)");
        while (words.isEmpty() && database.next(query)) {
            const QString line = query.value(0).toString();
            // SQLite 3.40 says so of sound tables WITHOUT ROWID whose key is not their first column.
            words = line == "ok"_L1 || line.startsWith("NULL value in "_L1) ? QString() : line;
        }
        database.finish();
    }
    words = words.isEmpty() ? database.fault() : words;
    return words.isEmpty() ? Result<void>() : fail("hub-store-damaged", words);
}

} // namespace hub
