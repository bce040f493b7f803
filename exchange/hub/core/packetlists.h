// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/account.h"
#include "exchange/hub/core/store.h"
#include "exchange/protocol/packetnotice.h"

#include <QDateTime>
#include <QHash>

#include <functional>
#include <mutex>

namespace hub {

/// One packet in the feed of the caller's agencies.
struct PacketEntry {
    exchange::PacketNotice notice;
    QDateTime time;      ///< UTC, when the hub took it
    QStringList taken;   ///< beside notice.to: the last word of each receiver, "", "processing", "fail" or "done"
    QDateTime takenTime; ///< UTC, of the latest such word; null where there is none

    friend bool operator==(const PacketEntry&, const PacketEntry&) = default;
};

/// Which packets are wanted. An end that is null is open.
struct PacketQuery {
    QString kind;   ///< "edoc" or "status"; empty: both
    QDateTime from; ///< UTC
    QDateTime to;
    bool sent = false;     ///< those that the caller's agencies sent; false: those that they receive
    bool openOnly = false; ///< without those that they said "done" or "fail" to, however old they are
    int limit = 1000;      ///< so many, oldest first
    bool newest = false;   ///< where there are more, the newest of them instead of the oldest

    friend bool operator==(const PacketQuery&, const PacketQuery&) = default;
};

/// Lists of packets, as the calls of the axis ask for them, and how far a receiver is with the download of one. The
/// words are messages of a stream that the hub keeps for each agency and nobody else can read or write.
/// Calls are made by an authenticated caller, from any thread, and have committed when they return success.
class PacketLists {
public:
    /// References must outlive the object.
    PacketLists(Store& store, std::function<QDateTime()> clock);

    /// "not-permitted" where the caller reads no agency's mailbox, "too-large" where the time is too long to look
    /// through.
    [[nodiscard]] Result<QList<PacketEntry>> packets(const Caller& caller, const PacketQuery& query);
    /// Notes a receiver's word; the same one again changes nothing. "content-unknown" for a packet that none of the
    /// caller's agencies receives.
    [[nodiscard]] Result<void> take(const Caller& caller, const QByteArray& sha256, const QString& word);

private:
    /// What one feed has of a query, oldest first.
    [[nodiscard]] Result<QList<PacketEntry>> entriesOf(StoreSession& session, const QString& agency,
                                                       const PacketQuery& query);
    [[nodiscard]] qint64 floorOf(const QString& agency);
    void raiseFloor(const QString& agency, qint64 cursor);

    Store& m_store;
    std::function<QDateTime()> m_clock;
    std::mutex m_mutex;
    /// By agency: up to here nothing of its feed is open. What was said stays said, and a feed grows at its end, so
    /// this only rises; it saves looking through years of what was sent and taken.
    QHash<QString, qint64> m_floors;
};

} // namespace hub
