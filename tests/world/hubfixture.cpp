// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/hubfixture.h"

#include "exchange/client/enrolment.h"
#include "exchange/hub/hubserver.h"
#include "tests/support/postgrescluster.h"
#include "tests/world/faultline.h"

#include <QDir>
#include <QHash>
#include <QJsonArray>
#include <QTemporaryDir>

namespace world {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The database of hubs whose test is run over PostgreSQL (CONGVAN_TEST_STORE=postgres): one for all of this process.
QString databaseOfTest() {
    if (qEnvironmentVariable("CONGVAN_TEST_STORE") != "postgres"_L1) {
        return {};
    }
    static support::PostgresCluster cluster;
    return cluster.emptyStore();
}

} // namespace

class HubFixture::Private {
public:
    QTemporaryDir folder{QDir::tempPath() + u"/máy chủ XXXXXX"_s};
    std::unique_ptr<hub::HubServer> server;
    FaultLine line;
    QHash<QString, QString> codes;
    QHash<QString, exchange::HubAccount> accounts;
    hub::HubOptions options;

    void start() {
        options.dataFolder = folder.filePath(u"dữ liệu"_s);
        auto opened = hub::HubServer::open(options);
        if (!opened) {
            qFatal("the test's hub does not open: %s", qPrintable(opened.error().code + u' ' + opened.error().detail));
        }
        server = std::move(*opened);
        if (const auto listening = server->listen(); !listening) {
            qFatal("the test's hub does not listen: %s", qPrintable(listening.error().detail));
        }
        line.setTarget(server->port());
    }
};

namespace {

/// Requests whose line was cut by the fixture would hold up the end of each test.
hub::HubOptions hurriedOptions() {
    hub::HubOptions options;
    options.http.stopping = std::chrono::milliseconds(300);
    return options;
}

} // namespace

HubFixture::HubFixture()
    : HubFixture(hurriedOptions()) {}

HubFixture::HubFixture(const hub::HubOptions& options)
    : d(std::make_unique<Private>()) {
    d->options = options;
    if (const auto made = hub::HubServer::initialise(dataFolder(), databaseOfTest()); !made) {
        qFatal("the test's hub has no data folder: %s", qPrintable(made.error().detail));
    }
    d->start();
}

HubFixture::~HubFixture() = default;

void HubFixture::import(const QJsonObject& world) {
    const auto imported = d->server->administration().import(world);
    if (!imported) {
        qFatal("the test's world is wrong: %s", qPrintable(imported.error().code + u' ' + imported.error().detail));
    }
    for (const QJsonValue& value : imported->value("accounts"_L1).toArray()) {
        const QJsonObject account = value.toObject();
        d->codes.insert(account.value("account"_L1).toString(), account.value("code"_L1).toString());
    }
}

void HubFixture::addOffice(const QString& organId, const QString& name) {
    QJsonArray people;
    for (const QString& role : {u"officer"_s, u"leader"_s, u"clerk"_s}) {
        people.append(QJsonObject{{u"agency"_s, organId},
                                  {u"login"_s, role},
                                  {u"name"_s, u"Nguyễn Văn "_s + role},
                                  {u"role"_s, role},
                                  {u"title"_s, role.toUpper()}});
    }
    import(
        {{u"agencies"_s, QJsonArray{QJsonObject{{u"organId"_s, organId}, {u"name"_s, name}}}}, {u"people"_s, people}});
}

exchange::HubAccount HubFixture::account(const QString& name) {
    auto found = d->accounts.find(name);
    if (found == d->accounts.end()) {
        const auto enrolled = exchange::enrol(directUrl(), {}, d->codes.value(name));
        if (!enrolled) {
            qFatal("%s is not enrolled: %s", qPrintable(name), qPrintable(enrolled.error().code));
        }
        found = d->accounts.insert(name, *enrolled);
        found->baseUrl = url();
    }
    return *found;
}

std::unique_ptr<exchange::HubClient> HubFixture::client(const QString& name) {
    return std::make_unique<exchange::HubClient>(account(name), limits());
}

exchange::ClientLimits HubFixture::limits() {
    exchange::ClientLimits limits;
    limits.connectMilliseconds = 20'000;
    limits.answerMilliseconds = 20'000;
    limits.stalledSeconds = 5;
    limits.partBytes = 64 * 1024;
    return limits;
}

QUrl HubFixture::url() const {
    return QUrl(u"http://127.0.0.1:%1"_s.arg(d->line.port()));
}

QUrl HubFixture::directUrl() const {
    return QUrl(u"http://127.0.0.1:%1"_s.arg(d->server->port()));
}

QString HubFixture::codeOf(const QString& name) const {
    return d->codes.value(name);
}

hub::HubServer& HubFixture::server() {
    return *d->server;
}

void HubFixture::setFault(const Fault& fault) {
    d->line.setFault(fault);
}

int HubFixture::requests() const {
    return d->line.requests();
}

void HubFixture::restart() {
    d->line.setFault({}); // ends the open connections
    d->server.reset();
    d->start();
}

QString HubFixture::dataFolder() const {
    return d->folder.filePath(u"dữ liệu"_s);
}

} // namespace world
