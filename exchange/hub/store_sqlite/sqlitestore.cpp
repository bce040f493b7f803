// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_sqlite/sqlitestore.h"

#include "exchange/hub/core/storefailure.h"
#include "exchange/hub/store_sqlite/database.h"
#include "exchange/hub/store_sqlite/groupwriter.h"
#include "exchange/hub/store_sqlite/readers.h"

#include <QFileInfo>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int readingThreads = 2;

std::unique_ptr<Database> openForReading(const QString& file) {
    auto database = std::make_unique<Database>(file);
    const bool good = database->open() && database->plain(u"PRAGMA query_only=ON"_s);
    return good ? std::move(database) : nullptr;
}

Result<void> readHere(Database* database, const Store::Work& work) {
    if (!database) {
        return storeFailed(u"the file can't be read"_s);
    }
    database->clearFault();
    database->plain(u"BEGIN"_s);
    CleaningTimes none;
    SqliteSession session(*database, none);
    const Result<void> result = database->fault().isEmpty() ? work(session) : Result<void>();
    database->finish();
    const QString fault = database->fault();
    database->clearFault();
    database->plain(u"ROLLBACK"_s);
    database->clearFault();
    return fault.isEmpty() ? result : storeFailed(fault);
}

} // namespace

class SqliteStore::Private {
public:
    explicit Private(const QString& file)
        : writer(file)
        , readers(readingThreads, [this, file] { return writer.fault().isEmpty() ? openForReading(file) : nullptr; }) {}

    GroupWriter writer;
    Readers readers;
};

SqliteStore::SqliteStore() = default;

SqliteStore::~SqliteStore() = default;

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const QString& file, bool create) {
    if (!create && !QFileInfo::exists(file)) {
        return storeUnusable(u"there is no store: run congvan-hub init first"_s);
    }
    std::unique_ptr<SqliteStore> store(new SqliteStore);
    store->d = std::make_unique<Private>(file);
    if (const QString& why = store->d->writer.fault(); !why.isEmpty()) {
        return storeUnusable(why);
    }
    return store;
}

Result<void> SqliteStore::write(const Work& work) {
    return d->writer.run(work, true);
}

Result<void> SqliteStore::note(const Work& work) {
    return d->writer.run(work, false);
}

Result<void> SqliteStore::read(const Work& work) {
    Result<void> result;
    d->readers.run([&](Database* database) { result = readHere(database, work); });
    return result;
}

} // namespace hub
