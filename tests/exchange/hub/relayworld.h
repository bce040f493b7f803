// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/contentfiles.h"
#include "exchange/hub/relay/relayworker.h"
#include "exchange/hub/store_sqlite/sqlitestore.h"
#include "tests/exchange/hub/samples.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QSet>
#include <QTemporaryDir>
#include <QTimeZone>

#include <memory>

/// One hub's core with a relay, and a server above in memory; either may be killed at any of its steps.
namespace relayworld {

using namespace Qt::Literals::StringLiterals;

const QString officeA = u"H99.01"_s;

/// A document of office A for one that is reached by the server above.
inline QByteArray document(const QString& subject) {
    return samples::documentPacket(officeA, {u"G01"_s}, subject);
}

/// The packet with what was written on its way.
inline QByteArray traced(const QByteArray& packet, const QByteArray& list) {
    QByteArray copy = packet;
    return copy.replace("</edXML:edXMLHeader>", list + "</edXML:edXMLHeader>");
}

/// What a killed process leaves: nothing runs after the place where it was thrown.
struct Killed {};

/// Counts steps and kills at one of them.
class Steps {
public:
    /// Kills before the step's effect (odd numbers) or behind it (even ones); 0: never.
    void dieAt(int step) {
        m_count = 0;
        m_dieAt = step;
    }
    template <typename Effect>
    auto step(Effect effect) {
        pass();
        auto result = effect();
        pass();
        return result;
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    void pass() {
        if (++m_count == m_dieAt) {
            throw Killed();
        }
    }
    int m_count = 0;
    int m_dieAt = 0;
};

/// A store that can be killed at each of its transactions, before and after they are committed.
class KillableStore final : public hub::Store {
public:
    KillableStore(hub::Store& inner, Steps& steps)
        : m_inner(inner)
        , m_steps(steps) {}
    hub::Result<void> write(const Work& work) override {
        return m_steps.step([&] { return m_inner.write(work); });
    }
    hub::Result<void> note(const Work& work) override { return m_inner.note(work); }
    hub::Result<void> read(const Work& work) override { return m_inner.read(work); }

private:
    hub::Store& m_inner;
    Steps& m_steps;
};

/// A server above in memory. What it was asked for is counted; what it answers can be told.
class Above final : public exchange::PacketServer {
public:
    explicit Above(Steps& steps)
        : m_steps(steps) {}

    QMap<QByteArray, int> sent; ///< how often each packet came, by its bytes
    QStringList lastHops;
    QMap<QString, QByteArray> waiting; ///< packets for us, by docId
    QMap<QString, QString> kinds;      ///< of those, where not "edoc"
    QStringList acknowledged;
    QStringList failedHere;
    std::function<void(const QString&)> onAcknowledge = [](const QString&) {};
    exchange::Known whenAsked = exchange::Known::Yes; ///< of what it has; CannotTell: of all
    std::optional<exchange::Error> refuses;           ///< what every send is answered with
    bool takesBeforeError = false;                    ///< it takes the packet and then answers with the error
    bool isDown = false;
    int asked = 0;
    QList<exchange::Directory> pages;

    hub::Result<void> login(const exchange::CallOptions& /*options*/) override {
        if (isDown) {
            return std::unexpected(exchange::Error{u"server-unreachable"_s, {}});
        }
        return {};
    }
    hub::Result<exchange::Directory> agencies(qint64 since, const exchange::CallOptions& /*options*/) override {
        for (const exchange::Directory& page : pages) {
            if (page.version > since) {
                return page;
            }
        }
        return exchange::Directory{since, false, {}, {}};
    }
    hub::Result<QList<exchange::ListedPacket>> listReceived(const QString& kind, const QDateTime& /*from*/,
                                                            const QDateTime& /*to*/,
                                                            const exchange::CallOptions& /*options*/) override {
        QList<exchange::ListedPacket> listed;
        for (const QString& id : waiting.keys()) {
            if (kinds.value(id, u"edoc"_s) == kind && !acknowledged.contains(id)) {
                listed.append({id, kind, {}, {}, {}, {}});
            }
        }
        return listed;
    }
    hub::Result<void> fetch(const QString& docId, const QString& target, const exchange::CallOptions&) override {
        return m_steps.step([&]() -> hub::Result<void> {
            samples::writeFile(target, waiting.value(docId));
            return {};
        });
    }
    hub::Result<void> acknowledge(const QString& docId, Taken taken, const exchange::CallOptions&) override {
        return m_steps.step([&]() -> hub::Result<void> {
            onAcknowledge(docId);
            (taken == Taken::Done ? acknowledged : failedHere).append(docId);
            return {};
        });
    }
    hub::Result<QString> send(const QString& path, const exchange::PacketIdentity& packet,
                              const exchange::CallOptions& options) override {
        lastHops = options.hops;
        return m_steps.step([&]() -> hub::Result<QString> {
            if (refuses && !takesBeforeError) {
                return std::unexpected(*refuses);
            }
            ++sent[samples::readFile(path)];
            m_known.insert(packet.sha256);
            return refuses ? hub::Result<QString>(std::unexpected(*refuses)) : u"S1"_s;
        });
    }
    hub::Result<exchange::Known> hasSent(const exchange::PacketIdentity& packet,
                                         const exchange::CallOptions& /*options*/) override {
        ++asked;
        return m_steps.step([&]() -> hub::Result<exchange::Known> {
            if (whenAsked == exchange::Known::CannotTell) {
                return whenAsked;
            }
            return m_known.contains(packet.sha256) ? exchange::Known::Yes : exchange::Known::No;
        });
    }
    std::optional<qint64> clockOffsetSeconds() const override { return std::nullopt; }

private:
    Steps& m_steps;
    QSet<QByteArray> m_known;
};

/// The hub of office H99.01 over a real store; its relay is called "up" and its own code is H99.
class World {
public:
    explicit World(const QString& profile = u"hub"_s)
        : above(steps)
        , m_profile(profile) {
        samples::writeFile(m_folder.filePath(u"kho.sqlite"_s), emptyStore());
        auto opened = hub::SqliteStore::open(m_folder.filePath(u"kho.sqlite"_s), false);
        if (!opened) {
            qFatal("the test's store: %s", qPrintable(opened.error().detail));
        }
        m_disk = std::move(*opened);
        store = std::make_unique<KillableStore>(*m_disk, steps);
        m_contents = std::make_unique<hub::ContentFiles>(m_folder.path());
        (void)m_contents->prepare();
        core = std::make_unique<hub::HubCore>(
            *store, *m_contents, hub::HubLimits(), [this] { return now; },
            [this](const QStringList& told) { news += told; });
        patience.firstPause = std::chrono::milliseconds(1000);
        patience.longestPause = std::chrono::milliseconds(60'000);
        write([&](hub::StoreSession& session) {
            session.putAgency({u"H99.01"_s, u"Sở Mẫu"_s, {}, {}, {}, {}, {}, true});
            session.putMailbox(u"H99.01"_s, u"H99.01"_s);
            session.relaying().putRelay(
                {u"up"_s, m_profile, u"http://127.0.0.1:1"_s, u"x"_s, {}, {}, u"H99"_s, u"{}"_s});
        });
    }

    void write(const std::function<void(hub::StoreSession&)>& work) {
        const auto done = m_disk->write([&](hub::StoreSession& session) -> hub::Result<void> {
            work(session);
            return {};
        });
        if (!done) {
            qFatal("the test's store: %s", qPrintable(done.error().detail));
        }
    }

    void read(const std::function<void(hub::StoreSession&)>& work) {
        (void)m_disk->read([&](hub::StoreSession& session) -> hub::Result<void> {
            work(session);
            return {};
        });
    }

    /// Posts a packet as an office or a hub below does; the error's code, or nothing.
    QString post(const QByteArray& bytes, const hub::Caller& caller, const QStringList& hops = {}) {
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        const auto addresses = hub::readPacketAddresses(buffer);
        if (!addresses) {
            return addresses.error().code;
        }
        const hub::PostedPacket packet{exchange::sha256Hex(bytes), bytes.size(), *addresses, hops, {}, bytes};
        const auto origin = caller.isRelay() ? hub::Origin::Below : hub::Origin::Office;
        const auto receipt = core->post().post(caller, origin, packet);
        return receipt ? QString() : receipt.error().code;
    }
    QString postOwn(const QByteArray& bytes) { return post(bytes, {u"H99.01/clerk"_s, u"H99.01"_s, {u"H99.01"_s}}); }

    hub::Result<hub::RelayResult> pass() { return passWith(above); }
    /// The same with another server above, such as a client of a real protocol.
    hub::Result<hub::RelayResult> passWith(exchange::PacketServer& server) {
        std::optional<hub::RelayRecord> relay;
        read([&](hub::StoreSession& session) { relay = session.relaying().relay(u"up"_s); });
        return hub::RelayWorker(*core, *store, *relay, server,
                                {m_folder.filePath(u"spool"_s), patience, [] { return 1.0; }})
            .run({});
    }

    QList<hub::RelayOut> out() {
        QList<hub::RelayOut> all;
        read([&](hub::StoreSession& session) {
            using enum hub::RelayState;
            all = session.relaying().outIn(u"up"_s, {Planned, Started, Uncertain, Done, Failed}, 100);
        });
        return all;
    }
    /// The payloads in an office's feed.
    QList<exchange::Message> feed(const QString& mailbox) {
        QList<exchange::Message> all;
        read([&](hub::StoreSession& session) {
            for (const exchange::FeedEntry& entry : session.feed(mailbox, 0, 100)) {
                all += session.messages(entry.stream, entry.sequence, 1, 1 << 20);
            }
        });
        return all;
    }
    QByteArray bytesOf(const exchange::Message& message) {
        const auto packet = core->openPacket(message.cites.value(0));
        return packet ? (*packet)->readAll() : QByteArray();
    }

    Steps steps;
    Above above;
    QDateTime now = QDateTime(QDate(2026, 3, 5), QTime(1, 2, 3), QTimeZone::utc());
    hub::RelayPatience patience;
    QStringList news;
    std::unique_ptr<KillableStore> store;
    std::unique_ptr<hub::HubCore> core;

private:
    /// A store is made once and copied: its steps are flushed to the disk one by one.
    static QByteArray emptyStore() {
        static const QByteArray bytes = [] {
            const QTemporaryDir folder;
            const QString path = folder.filePath(u"kho.sqlite"_s);
            if (const auto made = hub::SqliteStore::open(path, true); !made) {
                qFatal("the test's store: %s", qPrintable(made.error().detail));
            }
            return samples::readFile(path); // closed: its journal is gone
        }();
        return bytes;
    }

    QString m_profile;
    /// In memory where the system offers it: dozens of worlds are made, and each flushes every commit.
    QTemporaryDir m_folder{QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/congvan-test-XXXXXX"_s
                                                                 : QDir::tempPath() + u"/relay-XXXXXX"_s};
    std::unique_ptr<hub::SqliteStore> m_disk;
    std::unique_ptr<hub::ContentFiles> m_contents;
};

} // namespace relayworld
