// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/hubrecords.h"

namespace hub {

/// What an account may send in a day: its own limit, else everybody's.
inline constexpr const char* dayLimitOf =
    "SELECT bytes, messages FROM account_limits WHERE account IN ($1, '') ORDER BY account DESC LIMIT 1";

/// HubRecords as SQL that SQLite and PostgreSQL both understand; for the `Runner` see SqlRelaying.
template <typename Runner>
class SqlHubRecords final : public HubRecords {
public:
    explicit SqlHubRecords(Runner runner)
        : m_runner(std::move(runner)) {}

    QByteArray setting(const QString& name) override {
        return m_runner.run("SELECT value FROM hub_settings WHERE name = $1", {text(name)}).text(0, 0).toUtf8();
    }

    void initSetting(const QString& name, const QByteArray& value) override {
        m_runner.run("INSERT INTO hub_settings (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                     {text(name), text(QString::fromUtf8(value))});
    }

    void putSetting(const QString& name, const QByteArray& value) override {
        m_runner.run("INSERT INTO hub_settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET "
                     "value = excluded.value",
                     {text(name), text(QString::fromUtf8(value))});
    }

    void noteTaken(const QString& mailbox, const QString& stream) override {
        m_runner.run("INSERT INTO taken_packets (mailbox, stream) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                     {text(mailbox), text(stream)});
    }

    std::optional<DayUsage> dayUsage(const QString& account, QDate day) override {
        const auto limits = m_runner.run(dayLimitOf, {text(account)});
        if (limits.count() == 0) {
            return std::nullopt;
        }
        const auto used = m_runner.run("SELECT bytes, messages FROM account_days WHERE account = $1 AND day = $2",
                                       {text(account), number(day.toJulianDay())});
        return DayUsage{account,
                        {amount(limits.number(0, 0)), amount(limits.number(0, 1))},
                        {used.number(0, 0), used.number(0, 1)}};
    }

    void addToDay(const QString& account, QDate day, qint64 bytes, qint64 messages) override {
        m_runner.run("INSERT INTO account_days (account, day, bytes, messages) VALUES ($1, $2, $3, $4) "
                     "ON CONFLICT (account, day) DO UPDATE SET bytes = account_days.bytes + excluded.bytes, "
                     "messages = account_days.messages + excluded.messages",
                     {text(account), number(day.toJulianDay()), number(bytes), number(messages)});
    }

    void setDayLimit(const QString& account, const DayAmount& limit) override {
        m_runner.run("DELETE FROM account_limits WHERE account = $1", {text(account)});
        if (limit.bytes || limit.messages) {
            m_runner.run("INSERT INTO account_limits (account, bytes, messages) VALUES ($1, $2, $3)",
                         {text(account), number(limit.bytes.value_or(none)), number(limit.messages.value_or(none))});
        }
    }

    QList<DayUsage> dayUsages(QDate day) override {
        const auto rows =
            m_runner.run("SELECT l.account, l.bytes, l.messages, coalesce(d.bytes, 0), coalesce(d.messages, 0) FROM "
                         "account_limits l "
                         "LEFT JOIN account_days d ON d.account = l.account AND d.day = $1 ORDER BY l.account",
                         {number(day.toJulianDay())});
        QList<DayUsage> all;
        for (int row = 0; row < rows.count(); ++row) {
            all.append({rows.text(row, 0),
                        {amount(rows.number(row, 1)), amount(rows.number(row, 2))},
                        {rows.number(row, 3), rows.number(row, 4)}});
        }
        return all;
    }

    void dropDaysBefore(QDate day) override {
        m_runner.run("DELETE FROM account_days WHERE day < $1", {number(day.toJulianDay())});
    }

private:
    using Value = typename Runner::Value;
    static constexpr qint64 none = -1;

    /// A null QString would be bound as NULL.
    static Value text(const QString& value) { return Runner::text(value.isNull() ? QStringLiteral("") : value); }
    static Value number(qint64 value) { return Runner::number(value); }
    static std::optional<qint64> amount(qint64 stored) {
        return stored < 0 ? std::nullopt : std::optional<qint64>(stored);
    }

    Runner m_runner;
};

} // namespace hub
