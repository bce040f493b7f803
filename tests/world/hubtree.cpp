// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/hubtree.h"

#include "exchange/client/enrolment.h"
#include "exchange/hub/hubserver.h"

#include <QFile>
#include <QJsonArray>
#include <QTimeZone>

namespace world {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject agency(const QString& organId, bool isLocal) {
    return {{u"organId"_s, organId}, {u"name"_s, u"Cơ quan "_s + organId}, {u"isLocal"_s, isLocal}};
}

} // namespace

std::unique_ptr<HubFixture> HubTree::start() const {
    hub::HubOptions options;
    options.clock = [clock = m_clock] { return QDateTime::fromSecsSinceEpoch(clock->load(), QTimeZone::utc()); };
    if (m_relays == Relays::Awake) {
        // No look comes by itself in a test's time: whoever is to hear of something is told.
        options.relay.worker.patience.poll = std::chrono::hours(1);
        options.http.stopping = std::chrono::milliseconds(300);
        return std::make_unique<HubFixture>(options);
    }
    options.relay.isAwake = false;
    // What failed is tried again by the next pass.
    options.relay.worker.patience.firstPause = std::chrono::milliseconds(0);
    options.relay.worker.patience.longestPause = std::chrono::milliseconds(0);
    options.relay.worker.patience.directoryEvery = std::chrono::milliseconds(0);
    return std::make_unique<HubFixture>(options);
}

HubTree::HubTree(Relays relays)
    : m_relays(relays)
    , m_clock(std::make_shared<std::atomic<qint64>>(QDateTime::currentSecsSinceEpoch()))
    , m_now(*m_clock)
    , m_axis(start())
    , m_province(start())
    , m_office(start()) {
    m_axis->addOffice(u"G01"_s, u"Bộ Mẫu"_s);
    m_axis->import(
        {{u"agencies"_s, QJsonArray{agency(u"H99"_s, false), agency(u"H99.01"_s, false), agency(u"H99.02"_s, false)}}});
    m_province->addOffice(u"H99"_s, u"Văn phòng tỉnh"_s);
    m_province->addOffice(u"H99.02"_s, u"Sở Thử"_s);
    m_province->import({{u"agencies"_s, QJsonArray{agency(u"H99.01"_s, false)}}});
    m_office->addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
    const auto province =
        m_axis->server().relays().allow(u"G01"_s, u"province"_s, {u"H99"_s, u"H99.01"_s, u"H99.02"_s});
    const auto office = m_province->server().relays().allow(u"H99"_s, u"office-a"_s, {u"H99.01"_s});
    if (!province || !office) {
        qFatal("the test's relay accounts are wrong");
    }
    connect(*m_province, *m_axis, province->code, u"H99"_s);
    connect(*m_office, *m_province, office->code, u"H99.01"_s);
}

HubTree::~HubTree() = default;

void HubTree::connect(HubFixture& below, HubFixture& above, const QString& code, const QString& ownHub) {
    const auto account = exchange::enrol(above.directUrl(), {}, code);
    if (!account) {
        qFatal("the test's relay is not enrolled: %s", qPrintable(account.error().code));
    }
    hub::RelaySettings settings;
    settings.name = u"up"_s;
    settings.profile = u"hub"_s;
    settings.url = above.url().toString(); // over the line that breaks
    settings.account = account->account;
    settings.secret = account->secret;
    settings.ownHub = ownHub;
    if (const auto added = below.server().relays().add(settings); !added) {
        qFatal("the test's relay is wrong: %s", qPrintable(added.error().code + u' ' + added.error().detail));
    }
    below.server().relayService().tell({hub::newsForRelay(settings.name)}); // a new relay is taken up within a minute
}

int HubTree::pass() {
    int moved = 0;
    for (HubFixture* hub : {m_office.get(), m_province.get()}) {
        const auto results = hub->server().relayService().passNow();
        if (!results) {
            qFatal("a relay failed: %s", qPrintable(results.error().code + u' ' + results.error().detail));
        }
        for (const hub::RelayResult& result : *results) {
            moved += result.sent + result.received + result.refused + static_cast<int>(result.agencies);
        }
    }
    return moved;
}

void HubTree::settle() {
    while (pass() > 0) {
    }
}

QString HubTree::send(HubFixture& hub, const QString& organId, const QByteArray& packet, const QString& kind) {
    const QString path = m_folder.filePath(u"gói.edxml"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(packet) != packet.size()) {
        qFatal("the test cannot write");
    }
    file.close();
    const auto receipt = hub.client(organId + u"/clerk"_s)->sendPacket(path, kind, exchange::sha256Hex(packet));
    return receipt ? QString() : receipt.error().code;
}

QList<QByteArray> HubTree::packets(HubFixture& hub, const QString& organId) {
    QList<QByteArray> all;
    auto client = hub.client(organId + u"/clerk"_s);
    for (const exchange::FeedEntry& entry : client->feed(organId, 0, 100).value_or(QList<exchange::FeedEntry>())) {
        const QString path = m_folder.filePath(u"đến.edxml"_s);
        const auto messages = client->messages(entry.stream, entry.sequence, 1);
        if (!messages || messages->isEmpty() ||
            !client->download(messages->first().cites.value(0), path, entry.stream)) {
            continue;
        }
        QFile file(path);
        all.append(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        file.remove();
    }
    return all;
}

QList<QByteArray> HubTree::notices(HubFixture& hub, const QString& organId) {
    QList<QByteArray> all;
    auto client = hub.client(organId + u"/clerk"_s);
    for (const exchange::FeedEntry& entry : client->feed(organId, 0, 100).value_or(QList<exchange::FeedEntry>())) {
        for (const exchange::Message& message :
             client->messages(entry.stream, entry.sequence, 1).value_or(QList<exchange::Message>())) {
            all.append(message.payload);
        }
    }
    return all;
}

} // namespace world
