// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/sqlhubrecords.h"
#include "exchange/hub/store_postgres/pgquestions.h"
#include "exchange/hub/store_postgres/postgressession.h"

#include <QTimeZone>

#include <algorithm>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char* agencyOf = "SELECT organ_id, name, in_charge, valid_from, valid_to, successor, seals, is_local "
                                 "FROM agencies WHERE organ_id = $1";
constexpr const char* accountOf = "SELECT account, agency, mailboxes, secret, code_hash, code_expires, revoked "
                                  "FROM accounts WHERE account = $1";
constexpr const char* failuresOf = "SELECT count, last FROM failures WHERE address = $1";

QString dateText(QDate date) {
    return date.isValid() ? date.toString(Qt::ISODate) : u""_s;
}

exchange::AgencyEntry readAgency(const PgRows& rows, int row) {
    exchange::AgencyEntry agency;
    agency.organId = rows.text(row, 0);
    agency.name = rows.text(row, 1);
    agency.inCharge = rows.text(row, 2);
    agency.validFrom = QDate::fromString(rows.text(row, 3), Qt::ISODate);
    agency.validTo = QDate::fromString(rows.text(row, 4), Qt::ISODate);
    agency.successor = rows.text(row, 5);
    for (const QString& seal : rows.text(row, 6).split(u' ', Qt::SkipEmptyParts)) {
        agency.sealCertificateSha256.append(seal.toLatin1());
    }
    agency.isLocal = rows.flag(row, 7);
    return agency;
}

std::optional<AccountRecord> readAccount(const PgRows& rows, int row) {
    if (row >= rows.count()) {
        return std::nullopt;
    }
    AccountRecord record;
    record.caller.account = rows.text(row, 0);
    record.caller.agency = rows.text(row, 1);
    record.caller.mailboxes = rows.text(row, 2).split(u' ', Qt::SkipEmptyParts);
    record.sealedSecret = rows.bytes(row, 3);
    record.codeHash = rows.hash(row, 4);
    record.codeExpires = QDateTime::fromMSecsSinceEpoch(rows.number(row, 5), QTimeZone::utc());
    record.revoked = rows.flag(row, 6);
    return record;
}

} // namespace

void PostgresSession::expect(const Questions& questions) {
    if (!questions.packet.isEmpty()) {
        m_connection.ahead(pg::packetOf, {PgValue::hash(questions.packet), PgValue::text(questions.from)});
    }
    for (const QString& organId : questions.agencies) {
        m_connection.ahead(agencyOf, {PgValue::text(organId)});
    }
    if (!m_writing && !questions.account.isEmpty()) {
        m_connection.ahead(accountOf, {PgValue::text(questions.account)});
    } else if (!questions.account.isEmpty()) {
        m_connection.ahead(dayLimitOf, {PgValue::text(questions.account)});
    }
    if (!questions.address.isEmpty()) {
        m_connection.ahead(failuresOf, {PgValue::text(questions.address)});
    }
    if (!questions.agency.isEmpty()) {
        m_connection.ahead(pg::quotaOf, {PgValue::text(questions.agency)});
    }
}

qint64 PostgresSession::nextVersion() {
    if (!m_version) {
        // Locked until the end: versions become visible in their order. Written once, by finish(): a row that is
        // changed a hundred thousand times in one transaction is found more slowly each time.
        m_version = m_connection.run("SELECT version FROM directory_counter FOR UPDATE").number(0, 0);
    }
    return ++*m_version;
}

std::optional<exchange::AgencyEntry> PostgresSession::agency(const QString& organId) {
    const PgRows rows = m_connection.run(agencyOf, {PgValue::text(organId)});
    return rows.count() > 0 ? std::optional(readAgency(rows, 0)) : std::nullopt;
}

void PostgresSession::putAgency(const exchange::AgencyEntry& agency) {
    const qint64 version = nextVersion();
    m_connection.send(
        "INSERT INTO agencies (organ_id, name, in_charge, valid_from, valid_to, successor, seals, is_local, version) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (organ_id) DO UPDATE SET name = excluded.name, "
        "in_charge = excluded.in_charge, valid_from = excluded.valid_from, valid_to = excluded.valid_to, "
        "successor = excluded.successor, seals = excluded.seals, is_local = excluded.is_local, "
        "version = excluded.version",
        {PgValue::text(agency.organId), PgValue::text(agency.name), PgValue::text(agency.inCharge),
         PgValue::text(dateText(agency.validFrom)), PgValue::text(dateText(agency.validTo)),
         PgValue::text(agency.successor), PgValue::text(QString::fromLatin1(agency.sealCertificateSha256.join(' '))),
         PgValue::flag(agency.isLocal), PgValue::number(version)});
}

void PostgresSession::putPerson(const QString& agency, const exchange::PersonEntry& person) {
    const qint64 version = nextVersion();
    m_connection.send("INSERT INTO people (mailbox, agency, login, name, role, title, unit, version) "
                      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (mailbox) DO UPDATE SET "
                      "name = excluded.name, role = excluded.role, title = excluded.title, unit = excluded.unit, "
                      "version = excluded.version",
                      {PgValue::text(person.mailbox), PgValue::text(agency), PgValue::text(person.login),
                       PgValue::text(person.name), PgValue::text(person.role), PgValue::text(person.title),
                       PgValue::text(person.unit), PgValue::number(version)});
}

exchange::Directory PostgresSession::directory(const QString& agency, qint64 sinceVersion, qint64 most) {
    exchange::Directory directory;
    // Each change has a version of its own, so a span of versions is a page.
    const qint64 newest =
        m_version ? *m_version : m_connection.run("SELECT version FROM directory_counter").number(0, 0);
    directory.version = std::min(newest, std::min(sinceVersion, newest) + most);
    directory.more = directory.version < newest;
    const PgRows agencies = m_connection.run(
        "SELECT organ_id, name, in_charge, valid_from, valid_to, successor, seals, is_local FROM agencies "
        "WHERE version > $1 AND version <= $2 ORDER BY organ_id",
        {PgValue::number(sinceVersion), PgValue::number(directory.version)});
    for (int row = 0; row < agencies.count(); ++row) {
        directory.agencies.append(readAgency(agencies, row));
    }
    const PgRows people = m_connection.run(
        "SELECT mailbox, login, name, role, title, unit FROM people WHERE agency = $1 AND version > $2 "
        "AND version <= $3 ORDER BY mailbox",
        {PgValue::text(agency), PgValue::number(sinceVersion), PgValue::number(directory.version)});
    for (int row = 0; row < people.count(); ++row) {
        directory.people.append({people.text(row, 0), people.text(row, 1), people.text(row, 2), people.text(row, 3),
                                 people.text(row, 4), people.text(row, 5)});
    }
    return directory;
}

QString PostgresSession::roleOf(const QString& mailbox) {
    const PgRows rows = m_connection.run("SELECT role FROM people WHERE mailbox = $1", {PgValue::text(mailbox)});
    return rows.count() > 0 ? rows.text(0, 0) : QString();
}

qint64 PostgresSession::agencyCount() {
    return m_connection.run("SELECT count(*) FROM agencies").number(0, 0);
}

bool PostgresSession::mailboxExists(const QString& mailbox) {
    return m_connection.run("SELECT 1 FROM mailboxes WHERE mailbox = $1", {PgValue::text(mailbox)}).count() > 0;
}

void PostgresSession::putMailbox(const QString& mailbox, const QString& agency) {
    m_connection.send("INSERT INTO mailboxes (mailbox, agency) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                      {PgValue::text(mailbox), PgValue::text(agency)});
}

std::optional<AccountRecord> PostgresSession::account(const QString& name) {
    const PgValue value = PgValue::text(name);
    return readAccount(m_writing
                           ? m_connection.run("SELECT account, agency, mailboxes, secret, code_hash, code_expires, "
                                              "revoked FROM accounts WHERE account = $1 FOR UPDATE",
                                              {value})
                           : m_connection.run(accountOf, {value}),
                       0);
}

std::optional<AccountRecord> PostgresSession::accountByCode(const QByteArray& codeHash) {
    const PgValue value = PgValue::hash(codeHash);
    return readAccount(m_writing
                           ? m_connection.run("SELECT account, agency, mailboxes, secret, code_hash, code_expires, "
                                              "revoked FROM accounts WHERE code_hash = $1 FOR UPDATE",
                                              {value})
                           : m_connection.run("SELECT account, agency, mailboxes, secret, code_hash, code_expires, "
                                              "revoked FROM accounts WHERE code_hash = $1",
                                              {value}),
                       0);
}

void PostgresSession::putAccount(const AccountRecord& account) {
    const auto orNull = [](const QByteArray& bytes) { return bytes.isEmpty() ? QByteArray() : bytes; };
    m_connection.send(
        "INSERT INTO accounts (account, agency, mailboxes, secret, code_hash, code_expires, revoked) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (account) DO UPDATE SET mailboxes = excluded.mailboxes, "
        "secret = excluded.secret, code_hash = excluded.code_hash, code_expires = excluded.code_expires, "
        "revoked = excluded.revoked",
        {PgValue::text(account.caller.account), PgValue::text(account.caller.agency),
         PgValue::text(account.caller.mailboxes.join(u' ')), PgValue::bytesOrNull(orNull(account.sealedSecret)),
         PgValue::bytesOrNull(orNull(QByteArray::fromHex(account.codeHash))),
         PgValue::number(account.codeExpires.isValid() ? account.codeExpires.toMSecsSinceEpoch() : 0),
         PgValue::flag(account.revoked)});
}

QList<AccountRecord> PostgresSession::accounts() {
    const PgRows rows = m_connection.run("SELECT account, agency, mailboxes, secret, code_hash, code_expires, revoked "
                                         "FROM accounts ORDER BY account");
    QList<AccountRecord> list;
    for (int row = 0; row < rows.count(); ++row) {
        list.append(*readAccount(rows, row));
    }
    return list;
}

bool PostgresSession::takeNonce(const QString& account, const QByteArray& nonce, const QDateTime& now,
                                const QDateTime& expires) {
    m_notes.timeIs(now.toMSecsSinceEpoch());
    const PgRows taken = m_connection.run(
        "INSERT INTO nonces (account, nonce, expires) VALUES ($1, $2, $3) ON CONFLICT (account, nonce) "
        "DO UPDATE SET expires = excluded.expires WHERE nonces.expires < $4 RETURNING 1",
        {PgValue::text(account), PgValue::text(QString::fromLatin1(nonce)),
         PgValue::number(expires.toMSecsSinceEpoch()), PgValue::number(now.toMSecsSinceEpoch())});
    return taken.count() == 1;
}

bool PostgresSession::takeNonceAlone(const QString& account, const QByteArray& nonce, const QDateTime& now,
                                     const QDateTime& expires) {
    m_notes.timeIs(now.toMSecsSinceEpoch());
    m_connection.sendKeeping(
        "WITH unflushed AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true)) "
        "INSERT INTO nonces (account, nonce, expires) SELECT $1, $2, $3 FROM unflushed ON CONFLICT (account, nonce) "
        "DO UPDATE SET expires = excluded.expires WHERE nonces.expires < $4 RETURNING 1",
        {PgValue::text(account), PgValue::text(QString::fromLatin1(nonce)),
         PgValue::number(expires.toMSecsSinceEpoch()), PgValue::number(now.toMSecsSinceEpoch())});
    return m_connection.settle() && m_connection.kept().count() == 1;
}

AddressFailures PostgresSession::failures(const QString& address) {
    const PgRows rows = m_connection.run(failuresOf, {PgValue::text(address)});
    if (rows.count() == 0) {
        return {};
    }
    return {static_cast<int>(rows.number(0, 0)), QDateTime::fromMSecsSinceEpoch(rows.number(0, 1), QTimeZone::utc())};
}

void PostgresSession::noteFailure(const QString& address, const QDateTime& now) {
    m_connection.send("DELETE FROM failures WHERE last < $1",
                      {PgValue::number(now.addSecs(-3600).toMSecsSinceEpoch())});
    m_connection.send("INSERT INTO failures (address, count, last) VALUES ($1, 1, $2) ON CONFLICT (address) "
                      "DO UPDATE SET count = failures.count + 1, last = excluded.last",
                      {PgValue::text(address), PgValue::number(now.toMSecsSinceEpoch())});
}

void PostgresSession::clearFailures(const QString& address) {
    m_connection.send("DELETE FROM failures WHERE address = $1", {PgValue::text(address)});
}

} // namespace hub
