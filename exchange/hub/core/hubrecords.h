// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace hub {

/// How much an account may send in a day of UTC, or has sent.
struct DayAmount {
    std::optional<qint64> bytes; ///< none: no limit
    std::optional<qint64> messages;

    friend bool operator==(const DayAmount&, const DayAmount&) = default;
};

/// An account's limit and what it has used of it. Only what has a limit is counted.
struct DayUsage {
    QString account; ///< empty: every account that has no row of its own; of a server above "<own hub>/relay:<name>"
    DayAmount limit;
    DayAmount used;

    friend bool operator==(const DayUsage&, const DayUsage&) = default;
};

/// Port: small things that a hub keeps beside its streams, inside a transaction of the store (StoreSession::records()).
/// The same rules as there: a failed statement fails the whole transaction, so single calls give plain values.
class HubRecords {
public:
    virtual ~HubRecords() = default;

    /// A value that holds for all hubs over the store; empty where there is none.
    virtual QByteArray setting(const QString& name) = 0;
    /// Sets it where there is none yet.
    virtual void initSetting(const QString& name, const QByteArray& value) = 0;
    virtual void putSetting(const QString& name, const QByteArray& value) = 0;

    /// A mailbox's agency said its last word on the packet of this stream; see StoreSession::packetMessages().
    virtual void noteTaken(const QString& mailbox, const QString& stream) = 0;

    /// The limit that holds for an account, its own or the one for all, with what it used of it on that day; none:
    /// there is no limit.
    virtual std::optional<DayUsage> dayUsage(const QString& account, QDate day) = 0;
    virtual void addToDay(const QString& account, QDate day, qint64 bytes, qint64 messages) = 0;
    /// A limit of neither bytes nor messages ends it.
    virtual void setDayLimit(const QString& account, const DayAmount& limit) = 0;
    /// All limits, by account.
    virtual QList<DayUsage> dayUsages(QDate day) = 0;
    virtual void dropDaysBefore(QDate day) = 0;
};

} // namespace hub
