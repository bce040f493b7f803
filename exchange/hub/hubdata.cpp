// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/hubdata.h"

#include "exchange/hub/core/contentfiles.h"
#include "exchange/hub/core/datafolder.h"
#include "exchange/hub/store_postgres/postgresstore.h"
#include "exchange/hub/store_sqlite/sqlitestore.h"

#include <QFile>
#include <QSaveFile>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Kind>
Result<HubData> dataOf(Result<std::unique_ptr<Kind>> store, std::unique_ptr<Contents> contents) {
    if (!store) {
        return std::unexpected(store.error());
    }
    return HubData{std::move(*store), std::move(contents)};
}

} // namespace

std::unexpected<Error> dataUnusable(const QString& what) {
    return exchange::fail("hub-data-unusable", what);
}

Result<HubData> openHubData(const QString& dataFolder, const DatabaseLimits& limits, bool create) {
    QFile file(postgresFile(dataFolder));
    if (!file.exists()) {
        return dataOf(SqliteStore::open(storeFile(dataFolder), create), std::make_unique<ContentFiles>(dataFolder));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return dataUnusable(file.fileName());
    }
    PostgresOptions options;
    options.connection = QString::fromUtf8(file.readAll()).trimmed();
    options.connections = limits.connections;
    options.connectionPatience = limits.connectionPatience;
    options.commitPatience = limits.commitPatience;
    return dataOf(PostgresStore::open(options, create), postgresContents(options, dataFolder + u"/uploads"_s));
}

Result<exchange::ProcessLock> lockData(const QString& dataFolder) {
    std::optional<exchange::ProcessLock> lock = exchange::ProcessLock::take(dataFolder);
    return lock ? Result<exchange::ProcessLock>(std::move(*lock)) : exchange::fail("hub-data-in-use", dataFolder);
}

Result<void> nameDatabase(const QString& dataFolder, const QString& connection) {
    QSaveFile file(postgresFile(dataFolder));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(connection.toUtf8() + '\n') < 0 || !file.commit()) {
        return dataUnusable(file.fileName());
    }
    return {};
}

} // namespace hub
