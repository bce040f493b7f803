// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/hubserver.h"

#include "exchange/hub/core/datafolder.h"
#include "exchange/hub/core/housekeeper.h"
#include "exchange/hub/hubdata.h"
#include "exchange/hub/secrets/hubkey.h"

#include <QDir>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::seconds housekeepingPause{600};

} // namespace

class HubServer::Private {
public:
    Private(HubOptions hubOptions, HubData data, SecretBox secretBox)
        : options(std::move(hubOptions))
        , store(std::move(data.store))
        , secrets(std::move(secretBox))
        , contents(std::move(data.contents))
        , authenticator(*store, secrets, options.clock, options.rates)
        , core(*store, *contents, options.limits, options.clock,
               [this](const QStringList& news) {
                   polls.tell(news);
                   relayService.tell(news);
               })
        , administration(*store, options.clock)
        , retention(*store, *contents, options.dataFolder, options.clock)
        , relays(*store, secrets, options.clock)
        , relayService(core, *store, secrets, spooled(options))
        , operations(*store, options.dataFolder, options.clock, options.operations)
        , housekeeper(*store, retention, options.clock,
                      [this](const Result<RetentionReport>& report) { noteRetention(report); })
        , http(core, authenticator, polls, observed(options.http)) {
        operations.metrics().gauge("connections", "Open connections of clients.",
                                   [this] { return static_cast<double>(http.connections()); });
        operations.metrics().gauge("sleeping_long_polls", "Requests that wait for news.",
                                   [this] { return static_cast<double>(polls.sleeping()); });
        operations.metrics().gauge("content_bytes", "Bytes of contents that the store names.", [this] {
            const Result<StoreCounts> counts = administration.counts();
            return counts ? static_cast<double>(counts->contentBytes) : 0.0;
        });
        const auto lag = [this](qint64 FeedLag::* part) {
            return [this, part] {
                const Result<FeedLag> all = core.readers().lag(*store);
                return all ? static_cast<double>((*all).*part) : 0.0;
            };
        };
        operations.metrics().gauge("feed_readers_behind", "Readers of a feed that have not read all of it.",
                                   lag(&FeedLag::behind));
        operations.metrics().gauge("feed_lag_entries",
                                   "Entries of feeds that their readers have not read, all together.",
                                   lag(&FeedLag::entries));
        operations.metrics().gauge("feed_lag_entries_max", "The same of the reader who is furthest behind.",
                                   lag(&FeedLag::most));
        operations.metrics().gauge(
            "relay_oldest_seconds", "How long the oldest packet waits for a hub or server above.",
            [this] { return relays.overview().value_or(QJsonObject())[u"oldestSeconds"_s].toDouble(); });
        for (const QString& name : {u"waiting"_s, u"uncertain"_s, u"failed"_s, u"held"_s}) {
            operations.metrics().gauge(
                "relay_" + name.toLatin1(), "Packets between this hub and those above.",
                [this, name] { return relays.overview().value_or(QJsonObject())[name].toDouble(); });
        }
    }

    ~Private() {
        operations.stop(); // before what its pages look at
        store->endWatch(); // before the long polls that it wakes
    }

    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    void noteRetention(const Result<RetentionReport>& report) {
        if (!report) {
            operations.log().failure(u"retention"_s, report.error());
            return;
        }
        for (const RetentionEntry& entry : report->entries) {
            operations.log().info(u"retention"_s, {{u"what"_s, entry.what},
                                                   {u"kind"_s, entry.kind},
                                                   {u"count"_s, entry.count},
                                                   {u"bytes"_s, entry.bytes}});
        }
    }

    static RelayService::Options spooled(const HubOptions& hubOptions) {
        RelayService::Options relay = hubOptions.relay;
        relay.worker.spoolFolder = hubOptions.dataFolder + u"/relay"_s;
        return relay;
    }

    /// The options with the observer of this hub.
    HttpOptions observed(HttpOptions httpOptions) {
        httpOptions.onFinished = [this](const FinishedRequest& request) { operations.finished(request); };
        return httpOptions;
    }

    HubOptions options;
    std::optional<exchange::ProcessLock> lock; ///< while it listens
    std::unique_ptr<Store> store;
    SecretBox secrets;
    std::unique_ptr<Contents> contents;
    LongPolls polls;
    Authenticator authenticator;
    HubCore core;
    Administration administration;
    Retention retention;
    RelayAdmin relays;
    RelayService relayService;
    Operations operations;
    Housekeeper housekeeper;
    HttpServer http; // last: it ends before what it uses
};

HubServer::HubServer() = default;

HubServer::~HubServer() = default;

Result<void> HubServer::initialise(const QString& dataFolder, const QString& postgres) {
    if (!QDir().mkpath(dataFolder) ||
        !QFile::setPermissions(dataFolder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        return dataUnusable(dataFolder);
    }
    const bool hadKey = QFile::exists(keyFile(dataFolder));
    if (const Result<void> key = SecretBox::createKeyFile(keyFile(dataFolder)); !key) {
        return key;
    }
    if (!postgres.isEmpty()) {
        if (const Result<void> written = nameDatabase(dataFolder, postgres); !written) {
            return written;
        }
    }
    const Result<HubData> data = openHubData(dataFolder, {.connections = 1}, true);
    const Result<void> prepared = data ? data->contents->prepare() : std::unexpected(data.error());
    if (!prepared) {
        return prepared;
    }
    if (const Result<SecretBox> key = keyOfStore(dataFolder, *data->store); !key) {
        if (!hadKey) {
            QFile::remove(keyFile(dataFolder)); // nothing is sealed with it, and the right one has to come here
        }
        return std::unexpected(key.error());
    }
    return {};
}

Result<std::unique_ptr<HubServer>> HubServer::open(HubOptions options) {
    if (const Result<SecretBox> there = SecretBox::load(keyFile(options.dataFolder)); !there) {
        return std::unexpected(there.error()); // said first: the folder is not a hub's
    }
    Result<HubData> data = openHubData(options.dataFolder, options.database, false);
    if (!data) {
        return std::unexpected(data.error());
    }
    Result<SecretBox> secrets = keyOfStore(options.dataFolder, *data->store);
    if (!secrets) {
        return std::unexpected(secrets.error());
    }
    if (!options.clock) {
        options.clock = [] { return QDateTime::currentDateTimeUtc(); };
    }
    std::unique_ptr<HubServer> server(new HubServer);
    server->d = std::make_unique<Private>(std::move(options), std::move(*data), std::move(*secrets));
    return server;
}

Result<void> HubServer::listen() {
    // Here and not in open(): the command line opens the data of a hub that is running.
    Result<exchange::ProcessLock> lock = lockData(d->options.dataFolder);
    if (!lock) {
        return std::unexpected(lock.error());
    }
    d->lock = std::move(*lock);
    if (const Result<void> folders = d->contents->prepare(); !folders) {
        return folders;
    }
    d->store->watch([this](const QStringList& mailboxes) { d->polls.tell(mailboxes); });
    if (const Result<void> watched = d->operations.start(); !watched) {
        return watched;
    }
    const Result<void> listening = d->http.start();
    d->operations.setReady(listening.has_value());
    if (listening) {
        d->housekeeper.start(housekeepingPause);
        d->relayService.start();
    }
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

void HubServer::reload() {
    d->operations.reopenLogs();
    HubLog& log = d->operations.log();
    log.info(u"logs-reopened"_s);
    if (d->options.http.certificateFile.isEmpty()) {
        return;
    }
    if (const Result<void> reloaded = d->http.reloadCertificate(); !reloaded) {
        log.failure(u"certificate-kept"_s, reloaded.error());
    } else {
        log.info(u"certificate-reloaded"_s);
    }
}

void HubServer::stop() {
    d->operations.setReady(false);
    d->housekeeper.stop();
    d->http.stop();
    d->relayService.stop();
    d->operations.stop(); // last: it tells how the stopping goes
    d->lock.reset();
}

Retention& HubServer::retention() {
    return d->retention;
}

Housekeeper& HubServer::housekeeper() {
    return d->housekeeper;
}

Result<CheckReport> HubServer::check(const Progress& progress) {
    return checkHub(*d->store, *d->contents, progress);
}

RelayAdmin& HubServer::relays() {
    return d->relays;
}

RelayService& HubServer::relayService() {
    return d->relayService;
}

Administration& HubServer::administration() {
    return d->administration;
}

} // namespace hub
