// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_postgres/pgquestions.h"
#include "exchange/hub/store_postgres/postgressession.h"

#include <QTimeZone>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

PgValue time(const QDateTime& moment) {
    return PgValue::number(moment.toMSecsSinceEpoch());
}

/// Words of streams are letters and digits: no sign of LIKE is in them.
PgValue streamPattern(const PayloadChoice& choice) {
    return PgValue::text(choice.word.isEmpty() ? u"%"_s : choice.word + u"/%"_s);
}

QList<StoredContent> contentsOf(const PgRows& rows) {
    QList<StoredContent> list;
    for (int row = 0; row < rows.count(); ++row) {
        list.append({rows.hash(row, 0), rows.number(row, 1)});
    }
    return list;
}

} // namespace

std::optional<AgencyUsage> PostgresSession::limited(const QString& agency) {
    const PgRows rows = m_connection.run(pg::quotaOf, {PgValue::text(agency)});
    return rows.count() > 0 ? std::optional(AgencyUsage{agency, rows.number(0, 1), rows.number(0, 0)}) : std::nullopt;
}

void PostgresSession::countUpload(const QString& agency, const QString& account, const StoredContent& content) {
    m_connection.send(
        "INSERT INTO agency_usage (agency, shard, bytes) SELECT $1, pg_backend_pid() % 64, $2::bigint "
        "WHERE NOT EXISTS (SELECT 1 FROM uploaders WHERE sha256 = $3 AND account = $4) "
        "ON CONFLICT (agency, shard) DO UPDATE SET bytes = agency_usage.bytes + excluded.bytes",
        {PgValue::text(agency), PgValue::number(content.size), PgValue::hash(content.sha256), PgValue::text(account)});
}

void PostgresSession::setQuota(const QString& agency, std::optional<qint64> bytes) {
    m_connection.send("DELETE FROM quotas WHERE agency = $1", {PgValue::text(agency)});
    if (bytes) {
        m_connection.send("INSERT INTO quotas (agency, bytes) VALUES ($1, $2)",
                          {PgValue::text(agency), PgValue::number(*bytes)});
    }
}

QList<AgencyUsage> PostgresSession::usages() {
    const PgRows rows = m_connection.run(
        "SELECT agency, coalesce((SELECT sum(u.bytes)::bigint FROM agency_usage u WHERE u.agency = names.agency), 0), "
        "quotas.bytes FROM (SELECT agency FROM agency_usage UNION SELECT agency FROM quotas) names "
        "LEFT JOIN quotas USING (agency) ORDER BY agency");
    QList<AgencyUsage> list;
    for (int row = 0; row < rows.count(); ++row) {
        list.append({rows.text(row, 0), rows.number(row, 1),
                     rows.isNull(row, 2) ? std::nullopt : std::optional(rows.number(row, 2))});
    }
    return list;
}

void PostgresSession::noteUploader(const QByteArray& sha256, const QString& account, const QDateTime& now) {
    m_connection.send("UPDATE uploaders SET wanted = $3 WHERE sha256 = $1 AND account = $2",
                      {PgValue::hash(sha256), PgValue::text(account), time(now)});
}

void PostgresSession::noteUpload(const QByteArray& id, const QDateTime& now) {
    m_connection.send("UPDATE uploads SET touched = $2 WHERE id = $1",
                      {PgValue::text(QString::fromLatin1(id)), time(now)});
}

QList<RetentionRule> PostgresSession::retentionRules() {
    const PgRows rows = m_connection.run("SELECT kind, days FROM retention_rules ORDER BY kind");
    QList<RetentionRule> list;
    for (int row = 0; row < rows.count(); ++row) {
        list.append({rows.text(row, 0), static_cast<int>(rows.number(row, 1))});
    }
    return list;
}

void PostgresSession::setRetentionRule(const RetentionRule& rule) {
    m_connection.send("DELETE FROM retention_rules WHERE kind = $1", {PgValue::text(rule.kind)});
    if (rule.days > 0) {
        m_connection.send("INSERT INTO retention_rules (kind, days) VALUES ($1, $2)",
                          {PgValue::text(rule.kind), PgValue::number(rule.days)});
    }
}

qint64 PostgresSession::payloadCount(const PayloadChoice& choice) {
    return m_connection
        .run("SELECT count(*) FROM messages WHERE erased = 0 AND kind = $1 AND time < $2 AND stream LIKE $3",
             {PgValue::text(choice.kind), time(choice.before), streamPattern(choice)})
        .number(0, 0);
}

qint64 PostgresSession::erasePayloads(const PayloadChoice& choice, const QDateTime& now, int most) {
    return m_connection
        .run("WITH gone AS (UPDATE messages SET payload = '', erased = $4 WHERE (stream, sequence) IN (SELECT stream, "
             "sequence FROM messages WHERE erased = 0 AND kind = $1 AND time < $2 AND stream LIKE $3 LIMIT $5) "
             "RETURNING 1) SELECT count(*) FROM gone",
             {PgValue::text(choice.kind), time(choice.before), streamPattern(choice), time(now), PgValue::number(most)})
        .number(0, 0);
}

QList<StoredContent> PostgresSession::uncitedContents(const QByteArray& after, const QDateTime& before, int limit) {
    return contentsOf(m_connection.run(
        "SELECT sha256, size FROM contents t WHERE sha256 > $1 AND added < $2 "
        "AND NOT EXISTS (SELECT 1 FROM cites c JOIN messages m ON m.stream = c.stream AND m.sequence = c.sequence "
        "WHERE c.sha256 = t.sha256 AND m.erased = 0) "
        "AND NOT EXISTS (SELECT 1 FROM uploaders u WHERE u.sha256 = t.sha256 AND u.wanted >= $2) "
        "ORDER BY sha256 LIMIT $3",
        {PgValue::hash(after), time(before), PgValue::number(limit)}));
}

bool PostgresSession::forgetContent(const QByteArray& sha256, const QDateTime& before) {
    const PgValue hash = PgValue::hash(sha256);
    // First the row is had alone, then it is looked at what those have committed who had it before.
    m_connection.run("SELECT 1 FROM contents WHERE sha256 = $1 FOR UPDATE", {hash});
    const PgRows forgotten = m_connection.run(
        "DELETE FROM contents t WHERE sha256 = $1 AND added < $2 "
        "AND NOT EXISTS (SELECT 1 FROM cites c JOIN messages m ON m.stream = c.stream AND m.sequence = c.sequence "
        "WHERE c.sha256 = t.sha256 AND m.erased = 0) "
        "AND NOT EXISTS (SELECT 1 FROM uploaders u WHERE u.sha256 = t.sha256 AND u.wanted >= $2) RETURNING size",
        {hash, time(before)});
    if (forgotten.count() == 0) {
        return false;
    }
    m_connection.send("INSERT INTO agency_usage (agency, shard, bytes) SELECT a.agency, 0, -count(*) * $2::bigint "
                      "FROM uploaders u JOIN accounts a ON a.account = u.account WHERE u.sha256 = $1 GROUP BY a.agency "
                      "ON CONFLICT (agency, shard) DO UPDATE SET bytes = agency_usage.bytes + excluded.bytes",
                      {hash, PgValue::number(forgotten.number(0, 0))});
    m_connection.send("DELETE FROM uploaders WHERE sha256 = $1", {hash});
    m_connection.send("DELETE FROM content_parts WHERE owner = $1", {hash});
    return true;
}

QList<StaleUpload> PostgresSession::staleUploads(const QDateTime& before, int limit) {
    const PgRows rows = m_connection.run("SELECT id, place, length FROM uploads WHERE "
                                         "touched < $1 ORDER BY id LIMIT $2",
                                         {time(before), PgValue::number(limit)});
    QList<StaleUpload> list;
    for (int row = 0; row < rows.count(); ++row) {
        list.append({rows.text(row, 0).toLatin1(), rows.number(row, 1), rows.number(row, 1) == rows.number(row, 2)});
    }
    return list;
}

void PostgresSession::dropEnded(const QDateTime& now) {
    m_connection.send("DELETE FROM nonces WHERE expires < $1", {time(now)});
    m_connection.send("DELETE FROM failures WHERE last < $1", {time(now.addSecs(-3600))});
}

void PostgresSession::journalRetention(const RetentionEntry& entry) {
    m_connection.send("INSERT INTO retention_journal (time, what, kind, count, bytes) VALUES ($1, $2, $3, $4, $5)",
                      {time(entry.time), PgValue::text(entry.what), PgValue::text(entry.kind),
                       PgValue::number(entry.count), PgValue::number(entry.bytes)});
}

QList<RetentionEntry> PostgresSession::retentionJournal(int most) {
    const PgRows rows =
        m_connection.run("SELECT time, what, kind, count, bytes FROM retention_journal ORDER BY id DESC LIMIT $1",
                         {PgValue::number(most)});
    QList<RetentionEntry> list;
    for (int row = 0; row < rows.count(); ++row) {
        list.append({QDateTime::fromMSecsSinceEpoch(rows.number(row, 0), QTimeZone::utc()), rows.text(row, 1),
                     rows.text(row, 2), rows.number(row, 3), rows.number(row, 4)});
    }
    return list;
}

bool PostgresSession::takeTurn(const QString& name, const QDateTime& now, const QDateTime& until) {
    return m_connection
               .run("INSERT INTO turns (name, until) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET "
                    "until = excluded.until WHERE turns.until <= $3 RETURNING 1",
                    {PgValue::text(name), time(until), time(now)})
               .count() == 1;
}

} // namespace hub
