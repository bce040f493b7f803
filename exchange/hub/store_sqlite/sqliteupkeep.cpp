// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_sqlite/boundvalue.h"
#include "exchange/hub/store_sqlite/database.h"
#include "exchange/hub/store_sqlite/sqlitesession.h"

#include <QTimeZone>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Words of streams are letters and digits: no sign of LIKE is in them.
QString streamPattern(const PayloadChoice& choice) {
    return choice.word.isEmpty() ? u"%"_s : choice.word + u"/%"_s;
}

} // namespace

StoreCounts SqliteSession::counts() {
    StoreCounts counts;
    QSqlQuery& query = m_database.run(
        "SELECT (SELECT count(*) FROM agencies), (SELECT count(*) FROM accounts), (SELECT count(*) FROM streams), "
        "(SELECT count(*) FROM messages), (SELECT count(*) FROM contents), "
        "(SELECT coalesce(sum(size), 0) FROM contents), (SELECT count(*) FROM uploads)");
    if (m_database.next(query)) {
        counts = {query.value(0).toLongLong(), query.value(1).toLongLong(), query.value(2).toLongLong(),
                  query.value(3).toLongLong(), query.value(4).toLongLong(), query.value(5).toLongLong(),
                  query.value(6).toLongLong()};
    }
    return counts;
}

QStringList SqliteSession::streamsAfter(const QString& stream, int limit) {
    QStringList list;
    QSqlQuery& query =
        m_database.run("SELECT stream FROM streams WHERE stream > ? ORDER BY stream LIMIT ?", {text(stream), limit});
    while (m_database.next(query)) {
        list.append(query.value(0).toString());
    }
    return list;
}

QList<StoredContent> SqliteSession::contentsAfter(const QByteArray& sha256, int limit) {
    QList<StoredContent> list;
    QSqlQuery& query = m_database.run("SELECT sha256, size FROM contents WHERE sha256 > ? ORDER BY sha256 LIMIT ?",
                                      {latin(sha256), limit});
    while (m_database.next(query)) {
        list.append({query.value(0).toString().toLatin1(), query.value(1).toLongLong()});
    }
    return list;
}

QStringList SqliteSession::feedFaults(int most) {
    QStringList list;
    // Entries that belong there are counted once each, however often they stand; all entries are counted, too.
    QSqlQuery& query = m_database.run(
        "WITH expected AS (SELECT participants.mailbox AS mailbox, "
        "sum(max(streams.sequence - participants.since + 1, 0)) AS number FROM participants "
        "JOIN streams ON streams.stream = participants.stream GROUP BY participants.mailbox), "
        "proper AS (SELECT feed.mailbox AS mailbox, count(DISTINCT feed.stream || ' ' || feed.sequence) AS number "
        "FROM feed JOIN participants ON participants.stream = feed.stream AND participants.mailbox = feed.mailbox "
        "JOIN messages ON messages.stream = feed.stream AND messages.sequence = feed.sequence "
        "WHERE feed.sequence >= participants.since GROUP BY feed.mailbox), "
        "entries AS (SELECT mailbox, count(*) AS number FROM feed GROUP BY mailbox), "
        "boxes AS (SELECT mailbox FROM expected UNION SELECT mailbox FROM entries) "
        "SELECT boxes.mailbox FROM boxes LEFT JOIN expected ON expected.mailbox = boxes.mailbox "
        "LEFT JOIN proper ON proper.mailbox = boxes.mailbox LEFT JOIN entries ON entries.mailbox = boxes.mailbox "
        "WHERE coalesce(expected.number, 0) <> coalesce(proper.number, 0) "
        "OR coalesce(proper.number, 0) <> coalesce(entries.number, 0) ORDER BY boxes.mailbox LIMIT ?",
        {most});
    while (m_database.next(query)) {
        list.append(query.value(0).toString());
    }
    return list;
}

void SqliteSession::addUsage(const QString& agency, qint64 bytes) {
    m_database.run("INSERT INTO agency_usage (agency, bytes) VALUES (?, ?) ON CONFLICT (agency) DO UPDATE SET "
                   "bytes = bytes + excluded.bytes",
                   {text(agency), bytes});
}

std::optional<AgencyUsage> SqliteSession::limited(const QString& agency) {
    QSqlQuery& query = m_database.run("SELECT bytes, coalesce((SELECT bytes FROM agency_usage WHERE agency = ?), 0) "
                                      "FROM quotas WHERE agency IN (?, '') ORDER BY agency DESC LIMIT 1",
                                      {text(agency), text(agency)});
    if (!m_database.next(query)) {
        return std::nullopt;
    }
    return AgencyUsage{agency, query.value(1).toLongLong(), query.value(0).toLongLong()};
}

void SqliteSession::countUpload(const QString& agency, const QString& account, const StoredContent& content) {
    if (!uploadedBy(content.sha256, account)) {
        addUsage(agency, content.size);
    }
}

void SqliteSession::setQuota(const QString& agency, std::optional<qint64> bytes) {
    m_database.run("DELETE FROM quotas WHERE agency = ?", {text(agency)});
    if (bytes) {
        m_database.run("INSERT INTO quotas (agency, bytes) VALUES (?, ?)", {text(agency), *bytes});
    }
}

QList<AgencyUsage> SqliteSession::usages() {
    QList<AgencyUsage> list;
    QSqlQuery& query = m_database.run(
        "SELECT names.agency, coalesce(agency_usage.bytes, 0), quotas.bytes FROM (SELECT agency FROM agency_usage "
        "UNION SELECT agency FROM quotas) AS names LEFT JOIN agency_usage ON agency_usage.agency = names.agency "
        "LEFT JOIN quotas ON quotas.agency = names.agency ORDER BY names.agency");
    while (m_database.next(query)) {
        const QVariant quota = query.value(2);
        list.append({query.value(0).toString(), query.value(1).toLongLong(),
                     quota.isNull() ? std::nullopt : std::optional(quota.toLongLong())});
    }
    return list;
}

void SqliteSession::noteUploader(const QByteArray& sha256, const QString& account, const QDateTime& now) {
    m_database.run("UPDATE uploaders SET wanted = ? WHERE sha256 = ? AND account = ?",
                   {now.toMSecsSinceEpoch(), latin(sha256), text(account)});
}

void SqliteSession::noteUpload(const QByteArray& id, const QDateTime& now) {
    m_database.run("UPDATE uploads SET touched = ? WHERE id = ?", {now.toMSecsSinceEpoch(), latin(id)});
}

QList<RetentionRule> SqliteSession::retentionRules() {
    QList<RetentionRule> list;
    QSqlQuery& query = m_database.run("SELECT kind, days FROM retention_rules ORDER BY kind");
    while (m_database.next(query)) {
        list.append({query.value(0).toString(), query.value(1).toInt()});
    }
    return list;
}

void SqliteSession::setRetentionRule(const RetentionRule& rule) {
    m_database.run("DELETE FROM retention_rules WHERE kind = ?", {text(rule.kind)});
    if (rule.days > 0) {
        m_database.run("INSERT INTO retention_rules (kind, days) VALUES (?, ?)", {text(rule.kind), rule.days});
    }
}

qint64 SqliteSession::payloadCount(const PayloadChoice& choice) {
    QSqlQuery& query =
        m_database.run("SELECT count(*) FROM messages WHERE erased = 0 AND kind = ? AND time < ? AND stream LIKE ?",
                       {text(choice.kind), choice.before.toMSecsSinceEpoch(), streamPattern(choice)});
    return m_database.next(query) ? query.value(0).toLongLong() : 0;
}

qint64 SqliteSession::erasePayloads(const PayloadChoice& choice, const QDateTime& now, int most) {
    const QSqlQuery& query = m_database.run(
        "UPDATE messages SET payload = x'', erased = ? WHERE rowid IN (SELECT rowid FROM messages WHERE erased = 0 "
        "AND kind = ? AND time < ? AND stream LIKE ? LIMIT ?)",
        {now.toMSecsSinceEpoch(), text(choice.kind), choice.before.toMSecsSinceEpoch(), streamPattern(choice), most});
    return query.numRowsAffected();
}

QList<StoredContent> SqliteSession::uncitedContents(const QByteArray& after, const QDateTime& before, int limit) {
    QList<StoredContent> list;
    QSqlQuery& query = m_database.run(
        "SELECT sha256, size FROM contents WHERE sha256 > ? AND NOT EXISTS (SELECT 1 FROM cites JOIN messages "
        "ON messages.stream = cites.stream AND messages.sequence = cites.sequence WHERE cites.sha256 = contents.sha256 "
        "AND messages.erased = 0) AND NOT EXISTS (SELECT 1 FROM uploaders WHERE uploaders.sha256 = contents.sha256 "
        "AND uploaders.wanted >= ?) ORDER BY sha256 LIMIT ?",
        {latin(after), before.toMSecsSinceEpoch(), limit});
    while (m_database.next(query)) {
        list.append({query.value(0).toString().toLatin1(), query.value(1).toLongLong()});
    }
    return list;
}

bool SqliteSession::forgetContent(const QByteArray& sha256, const QDateTime& before) {
    QList<std::pair<QString, qint64>> counted;
    QSqlQuery& uploaders = m_database.run(
        "SELECT accounts.agency, contents.size FROM uploaders JOIN accounts ON accounts.account = uploaders.account "
        "JOIN contents ON contents.sha256 = uploaders.sha256 WHERE uploaders.sha256 = ?",
        {latin(sha256)});
    while (m_database.next(uploaders)) {
        counted.emplaceBack(uploaders.value(0).toString(), uploaders.value(1).toLongLong());
    }
    const QSqlQuery& forgotten = m_database.run(
        "DELETE FROM contents WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM cites JOIN messages "
        "ON messages.stream = cites.stream AND messages.sequence = cites.sequence WHERE cites.sha256 = contents.sha256 "
        "AND messages.erased = 0) AND NOT EXISTS (SELECT 1 FROM uploaders WHERE uploaders.sha256 = contents.sha256 "
        "AND uploaders.wanted >= ?)",
        {latin(sha256), before.toMSecsSinceEpoch()});
    if (forgotten.numRowsAffected() != 1) {
        return false;
    }
    m_database.run("DELETE FROM uploaders WHERE sha256 = ?", {latin(sha256)});
    m_database.run("DELETE FROM small_contents WHERE sha256 = ?", {latin(sha256)});
    for (const auto& [agency, bytes] : counted) {
        addUsage(agency, -bytes);
    }
    return true;
}

QList<StaleUpload> SqliteSession::staleUploads(const QDateTime& before, int limit) {
    QList<StaleUpload> list;
    QSqlQuery& query = m_database.run("SELECT id, offset, length FROM uploads WHERE touched < ? ORDER BY id LIMIT ?",
                                      {before.toMSecsSinceEpoch(), limit});
    while (m_database.next(query)) {
        list.append({query.value(0).toString().toLatin1(), query.value(1).toLongLong(),
                     query.value(1).toLongLong() == query.value(2).toLongLong()});
    }
    return list;
}

void SqliteSession::dropEnded(const QDateTime& now) {
    m_database.run("DELETE FROM nonces WHERE expires < ?", {now.toMSecsSinceEpoch()});
    m_database.run("DELETE FROM failures WHERE last < ?", {now.addSecs(-3600).toMSecsSinceEpoch()});
}

void SqliteSession::journalRetention(const RetentionEntry& entry) {
    m_database.run("INSERT INTO retention_journal (time, what, kind, count, bytes) VALUES (?, ?, ?, ?, ?)",
                   {entry.time.toMSecsSinceEpoch(), text(entry.what), text(entry.kind), entry.count, entry.bytes});
}

QList<RetentionEntry> SqliteSession::retentionJournal(int most) {
    QList<RetentionEntry> list;
    QSqlQuery& query =
        m_database.run("SELECT time, what, kind, count, bytes FROM retention_journal ORDER BY id DESC LIMIT ?", {most});
    while (m_database.next(query)) {
        list.append({QDateTime::fromMSecsSinceEpoch(query.value(0).toLongLong(), QTimeZone::utc()),
                     query.value(1).toString(), query.value(2).toString(), query.value(3).toLongLong(),
                     query.value(4).toLongLong()});
    }
    return list;
}

void SqliteSession::leap(qint64 cursors, qint64 versions) {
    m_database.run("INSERT INTO sqlite_sequence (name, seq) SELECT 'feed', 0 "
                   "WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'feed')");
    m_database.run("UPDATE sqlite_sequence SET seq = seq + ? WHERE name = 'feed'", {cursors});
    // The directory counts from its newest entry.
    m_database.run("UPDATE agencies SET version = version + ? WHERE version = (SELECT max(version) FROM agencies)",
                   {versions});
}

bool SqliteSession::takeTurn(const QString& name, const QDateTime& now, const QDateTime& until) {
    const QSqlQuery& query =
        m_database.run("INSERT INTO turns (name, until) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET "
                       "until = excluded.until WHERE turns.until <= ?",
                       {text(name), until.toMSecsSinceEpoch(), now.toMSecsSinceEpoch()});
    return query.numRowsAffected() == 1;
}

} // namespace hub
