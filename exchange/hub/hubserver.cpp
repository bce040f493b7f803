// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/hubserver.h"

#include "exchange/hub/secrets/secretbox.h"
#include "exchange/hub/store_sqlite/sqlitestore.h"

#include <QDir>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

QString storeFile(const QString& folder) {
    return folder + u"/hub.sqlite"_s;
}

QString keyFile(const QString& folder) {
    return folder + u"/hub.key"_s;
}

} // namespace

class HubServer::Private {
public:
    Private(HubOptions hubOptions, std::unique_ptr<SqliteStore> sqliteStore, SecretBox secretBox)
        : options(std::move(hubOptions))
        , store(std::move(sqliteStore))
        , secrets(std::move(secretBox))
        , files(options.dataFolder)
        , authenticator(*store, secrets, options.clock)
        , core(*store, files, options.limits, options.clock,
               [this](const QStringList& mailboxes) { polls.tell(mailboxes); })
        , administration(*store, options.clock)
        , http(core, authenticator, polls, options.http) {}

    HubOptions options;
    std::unique_ptr<SqliteStore> store;
    SecretBox secrets;
    ContentFiles files;
    LongPolls polls;
    Authenticator authenticator;
    HubCore core;
    Administration administration;
    HttpServer http; // last: it ends before what it uses
};

HubServer::HubServer() = default;

HubServer::~HubServer() = default;

Result<void> HubServer::initialise(const QString& dataFolder) {
    if (!QDir().mkpath(dataFolder) ||
        !QFile::setPermissions(dataFolder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        return fail("hub-data-unusable", dataFolder);
    }
    if (const Result<void> key = SecretBox::createKeyFile(keyFile(dataFolder)); !key) {
        return key;
    }
    if (const Result<void> folders = ContentFiles(dataFolder).prepare(); !folders) {
        return folders;
    }
    const auto store = SqliteStore::open(storeFile(dataFolder), true);
    return store ? Result<void>() : std::unexpected(store.error());
}

Result<std::unique_ptr<HubServer>> HubServer::open(HubOptions options) {
    Result<SecretBox> secrets = SecretBox::load(keyFile(options.dataFolder));
    if (!secrets) {
        return std::unexpected(secrets.error());
    }
    Result<std::unique_ptr<SqliteStore>> store = SqliteStore::open(storeFile(options.dataFolder), false);
    if (!store) {
        return std::unexpected(store.error());
    }
    if (!options.clock) {
        options.clock = [] { return QDateTime::currentDateTimeUtc(); };
    }
    std::unique_ptr<HubServer> server(new HubServer);
    server->d = std::make_unique<Private>(std::move(options), std::move(*store), std::move(*secrets));
    return server;
}

Result<void> HubServer::listen() {
    // Here and not in open(): the command line opens the data of a hub that is running.
    if (const Result<void> folders = d->files.prepare(); !folders) {
        return folders;
    }
    return d->http.start();
}

quint16 HubServer::port() const {
    return d->http.port();
}

void HubServer::stop() {
    d->http.stop();
}

Administration& HubServer::administration() {
    return d->administration;
}

} // namespace hub
