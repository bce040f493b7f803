// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/hubserver.h"

#include "exchange/hub/core/contentfiles.h"
#include "exchange/hub/core/datafolder.h"
#include "exchange/hub/secrets/secretbox.h"
#include "exchange/hub/store_sqlite/sqlitestore.h"

#include <QDir>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

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
        , operations(*store, options.dataFolder, options.clock, options.operations)
        , http(core, authenticator, polls, observed(options.http)) {
        operations.metrics().gauge("connections", "Open connections of clients.",
                                   [this] { return static_cast<double>(http.connections()); });
        operations.metrics().gauge("sleeping_long_polls", "Requests that wait for news.",
                                   [this] { return static_cast<double>(polls.sleeping()); });
    }

    ~Private() { operations.stop(); } // before what its pages look at

    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    /// The options with the observer of this hub.
    HttpOptions observed(HttpOptions httpOptions) {
        httpOptions.onFinished = [this](const FinishedRequest& request) { operations.finished(request); };
        return httpOptions;
    }

    HubOptions options;
    std::unique_ptr<SqliteStore> store;
    SecretBox secrets;
    ContentFiles files;
    LongPolls polls;
    Authenticator authenticator;
    HubCore core;
    Administration administration;
    Operations operations;
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
    if (const Result<void> watched = d->operations.start(); !watched) {
        return watched;
    }
    const Result<void> listening = d->http.start();
    d->operations.setReady(listening.has_value());
    return listening;
}

quint16 HubServer::operationsPort() const {
    return d->operations.port();
}

Operations& HubServer::operations() {
    return d->operations;
}

quint16 HubServer::port() const {
    return d->http.port();
}

void HubServer::stop() {
    d->operations.setReady(false);
    d->http.stop();
    d->operations.stop(); // last: it tells how the stopping goes
}

Result<CheckReport> HubServer::check(const Progress& progress) {
    return checkHub(*d->store, contentOpener(*d->store, d->files), progress);
}

Administration& HubServer::administration() {
    return d->administration;
}

} // namespace hub
