// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/officestore.h"
#include "app/store/storejournal.h"
#include "app/store/storesink.h"
#include "exchange/protocol/exchangeserver.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>
#include <mutex>

namespace world {

/// What a hub keeps, in memory: streams, feeds, contents. Enough to play what the server's answers do to a store.
class FakeHub {
public:
    exchange::Result<exchange::AppendReceipt> append(const exchange::Append& append, const QString& account,
                                                     const QString& agency);
    exchange::Message sendPacket(const QByteArray& packet, const QString& kind, const QString& from,
                                 const QStringList& to);
    QList<exchange::FeedEntry> feed(const QString& mailbox, qint64 after) const;
    QList<exchange::Message> messages(const QString& stream, qint64 from) const;
    /// Every message in the order in which the hub took it.
    QList<exchange::Message> all() const;

    QHash<QByteArray, QByteArray> contents;
    bool isDown = false;
    bool losesAnswers = false; ///< does what it is asked and answers nothing

private:
    exchange::Message add(const QString& stream, const QString& kind, const QString& messageId, const QString& account,
                          const QString& agency, const QByteArray& payload, const QList<QByteArray>& cites,
                          const QStringList& participants);

    mutable std::mutex m_mutex;
    QHash<QString, QList<exchange::Message>> m_streams;
    QHash<QString, QStringList> m_participants;
    QList<std::pair<QString, qint64>> m_order;
    qint64 m_clock = 0;
};

/// A packet's facts, as a reader of edXML would give them.
class FakeIntake : public app::PacketIntake {
public:
    explicit FakeIntake(QHash<QByteArray, app::PacketFacts>& packets)
        : m_packets(packets) {}
    app::Result<app::PacketFacts> describe(const QByteArray& packetSha256, QIODevice&) override {
        if (!error.code.isEmpty()) {
            return std::unexpected(error);
        }
        ++calls;
        return m_packets.value(packetSha256);
    }

    app::Error error;
    int calls = 0;

private:
    QHash<QByteArray, app::PacketFacts>& m_packets;
};

/// One profile: a store in a temporary folder and what syncs it with a fake hub, the simplest way.
class Desk {
public:
    Desk(FakeHub& hub, QHash<QByteArray, app::PacketFacts>& packets, const app::Person& owner, QStringList mailboxes);

    /// Closes the store and opens it again, with other options where given.
    void reopen(int largestPages = 0);
    app::OfficeStore& store() { return *m_store; }
    app::StoreJournal& journal() { return *m_journal; }
    app::StoreSink& sink() { return *m_sink; }
    FakeIntake& intake() { return m_intake; }
    QString folder() const { return m_folder.path(); }
    app::StoreOptions options() const;

    /// Sends what is queued and fetches what is new; false where the hub is down.
    bool sync();
    /// Fetches; `acknowledge` false: as if it was killed before the cursor was written.
    bool fetch(bool acknowledge = true);

private:
    bool send();

    FakeHub& m_hub;
    QStringList m_mailboxes;
    app::Person m_owner;
    QTemporaryDir m_folder;
    FakeIntake m_intake;
    std::unique_ptr<app::OfficeStore> m_store;
    std::unique_ptr<app::StoreJournal> m_journal;
    std::unique_ptr<app::StoreSink> m_sink;
};

/// Every row of every derived table, in a fixed order, without row numbers.
QStringList derivedRows(app::OfficeStore& store);

} // namespace world
