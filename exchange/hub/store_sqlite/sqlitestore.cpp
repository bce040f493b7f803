// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_sqlite/sqlitestore.h"

#include "exchange/hub/store_sqlite/database.h"
#include "exchange/hub/store_sqlite/migrations.h"
#include "exchange/hub/store_sqlite/sqlitesession.h"
#include "exchange/hub/store_sqlite/storethread.h"

#include <QFileInfo>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

class SqliteStore::Private {
public:
    Result<void> transaction(const QString& begin, const Work& work) {
        Result<void> result;
        thread.run([&] { result = runHere(begin, work); });
        return result;
    }

    Result<void> runHere(const QString& begin, const Work& work) {
        database->clearFault();
        database->plain(begin);
        SqliteSession session(*database);
        Result<void> result = database->fault().isEmpty() ? work(session) : Result<void>();
        database->finish();
        if (result && database->fault().isEmpty()) {
            database->plain(u"COMMIT"_s);
        }
        if (result && database->fault().isEmpty()) {
            return result;
        }
        const QString fault = database->fault();
        database->clearFault();
        database->plain(u"ROLLBACK"_s);
        database->clearFault(); // where BEGIN itself failed there was nothing to roll back
        // What the work made of missing rows counts for nothing once a statement failed.
        return fault.isEmpty() ? result : storeFailed(fault);
    }

    static Result<void> storeFailed(const QString& why) { return fail("hub-store-failed", why); }

    std::unique_ptr<Database> database;
    StoreThread thread;
};

SqliteStore::SqliteStore()
    : d(std::make_unique<Private>()) {}

SqliteStore::~SqliteStore() {
    d->thread.run([this] { d->database.reset(); });
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const QString& file, bool create) {
    std::unique_ptr<SqliteStore> store(new SqliteStore);
    QString why = create || QFileInfo::exists(file) ? QString() : u"there is no store: run congvan-hub init first"_s;
    if (why.isEmpty()) {
        store->d->thread.run([&] {
            store->d->database = std::make_unique<Database>(file);
            if (!store->d->database->open()) {
                why = store->d->database->fault();
            } else {
                [[maybe_unused]] const bool migrated = migrate(*store->d->database, why);
            }
        });
    }
    if (!why.isEmpty()) {
        return fail("hub-store-unusable", why);
    }
    return store;
}

Result<void> SqliteStore::write(const Work& work) {
    return d->transaction(u"BEGIN IMMEDIATE"_s, work);
}

Result<void> SqliteStore::note(const Work& work) {
    Result<void> result;
    d->thread.run([&] {
        d->database->plain(u"PRAGMA synchronous=NORMAL"_s);
        result = d->runHere(u"BEGIN IMMEDIATE"_s, work);
        d->database->plain(u"PRAGMA synchronous=FULL"_s);
    });
    return result;
}

Result<void> SqliteStore::read(const Work& work) {
    return d->transaction(u"BEGIN"_s, work);
}

} // namespace hub
