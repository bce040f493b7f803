// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_sqlite/boundvalue.h"
#include "exchange/hub/store_sqlite/database.h"
#include "exchange/hub/store_sqlite/sqlitesession.h"

#include <QTimeZone>

#include <algorithm>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 cleaningPause = 10'000; // milliseconds: one sweep for many requests

QString dateText(QDate date) {
    return date.isValid() ? date.toString(Qt::ISODate) : u""_s;
}

QString joined(const QList<QByteArray>& hashes) {
    return latin(hashes.join(' '));
}

exchange::AgencyEntry readAgency(const QSqlQuery& query) {
    exchange::AgencyEntry agency;
    agency.organId = query.value(0).toString();
    agency.name = query.value(1).toString();
    agency.inCharge = query.value(2).toString();
    agency.validFrom = QDate::fromString(query.value(3).toString(), Qt::ISODate);
    agency.validTo = QDate::fromString(query.value(4).toString(), Qt::ISODate);
    agency.successor = query.value(5).toString();
    for (const QString& seal : query.value(6).toString().split(u' ', Qt::SkipEmptyParts)) {
        agency.sealCertificateSha256.append(seal.toLatin1());
    }
    agency.isLocal = query.value(7).toBool();
    return agency;
}

} // namespace

qint64 SqliteSession::nextVersion() {
    QSqlQuery& query = m_database.run("SELECT 1 + max((SELECT coalesce(max(version), 0) FROM agencies), "
                                      "(SELECT coalesce(max(version), 0) FROM people))");
    return m_database.next(query) ? query.value(0).toLongLong() : 0;
}

std::optional<exchange::AgencyEntry> SqliteSession::agency(const QString& organId) {
    QSqlQuery& query = m_database.run("SELECT organ_id, name, in_charge, valid_from, valid_to, successor, seals, "
                                      "is_local FROM agencies WHERE organ_id = ?",
                                      {text(organId)});
    return m_database.next(query) ? std::optional(readAgency(query)) : std::nullopt;
}

void SqliteSession::putAgency(const exchange::AgencyEntry& agency) {
    m_database.run("INSERT INTO agencies (organ_id, name, in_charge, valid_from, valid_to, successor, seals, is_local, "
                   "version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organ_id) DO UPDATE SET "
                   "name = excluded.name, in_charge = excluded.in_charge, valid_from = excluded.valid_from, "
                   "valid_to = excluded.valid_to, successor = excluded.successor, seals = excluded.seals, "
                   "is_local = excluded.is_local, version = excluded.version",
                   {text(agency.organId), text(agency.name), text(agency.inCharge), dateText(agency.validFrom),
                    dateText(agency.validTo), text(agency.successor), joined(agency.sealCertificateSha256),
                    agency.isLocal ? 1 : 0, nextVersion()});
}

void SqliteSession::putPerson(const QString& agency, const exchange::PersonEntry& person) {
    m_database.run("INSERT INTO people (mailbox, agency, login, name, role, title, unit, version) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (mailbox) DO UPDATE SET name = excluded.name, "
                   "role = excluded.role, title = excluded.title, unit = excluded.unit, version = excluded.version",
                   {text(person.mailbox), text(agency), text(person.login), text(person.name), text(person.role),
                    text(person.title), text(person.unit), nextVersion()});
}

QString SqliteSession::roleOf(const QString& mailbox) {
    QSqlQuery& query = m_database.run("SELECT role FROM people WHERE mailbox = ?", {text(mailbox)});
    return m_database.next(query) ? query.value(0).toString() : QString();
}

qint64 SqliteSession::agencyCount() {
    QSqlQuery& query = m_database.run("SELECT count(*) FROM agencies");
    return m_database.next(query) ? query.value(0).toLongLong() : 0;
}

exchange::Directory SqliteSession::directory(const QString& agency, qint64 sinceVersion, qint64 most) {
    exchange::Directory directory;
    // Each change has a version of its own, so a span of versions is a page.
    const qint64 newest = nextVersion() - 1;
    directory.version = std::min(newest, std::min(sinceVersion, newest) + most);
    directory.more = directory.version < newest;
    QSqlQuery& agencies = m_database.run("SELECT organ_id, name, in_charge, valid_from, valid_to, successor, seals, "
                                         "is_local FROM agencies WHERE version > ? AND version <= ? ORDER BY organ_id",
                                         {sinceVersion, directory.version});
    while (m_database.next(agencies)) {
        directory.agencies.append(readAgency(agencies));
    }
    QSqlQuery& people = m_database.run("SELECT mailbox, login, name, role, title, unit FROM people "
                                       "WHERE agency = ? AND version > ? AND version <= ? ORDER BY mailbox",
                                       {text(agency), sinceVersion, directory.version});
    while (m_database.next(people)) {
        directory.people.append({people.value(0).toString(), people.value(1).toString(), people.value(2).toString(),
                                 people.value(3).toString(), people.value(4).toString(), people.value(5).toString()});
    }
    return directory;
}

bool SqliteSession::mailboxExists(const QString& mailbox) {
    QSqlQuery& query = m_database.run("SELECT 1 FROM mailboxes WHERE mailbox = ?", {text(mailbox)});
    return m_database.next(query);
}

void SqliteSession::putMailbox(const QString& mailbox, const QString& agency) {
    m_database.run("INSERT OR IGNORE INTO mailboxes (mailbox, agency) VALUES (?, ?)", {text(mailbox), text(agency)});
}

std::optional<AccountRecord> SqliteSession::readAccount(QSqlQuery& query) {
    if (!m_database.next(query)) {
        return std::nullopt;
    }
    AccountRecord record;
    record.caller.account = query.value(0).toString();
    record.caller.agency = query.value(1).toString();
    record.sealedSecret = query.value(2).toByteArray();
    record.codeHash = query.value(3).toString().toLatin1();
    record.codeExpires = QDateTime::fromMSecsSinceEpoch(query.value(4).toLongLong(), QTimeZone::utc());
    record.revoked = query.value(5).toBool();
    QSqlQuery& mailboxes = m_database.run("SELECT mailbox FROM account_mailboxes WHERE account = ? ORDER BY place",
                                          {record.caller.account});
    while (m_database.next(mailboxes)) {
        record.caller.mailboxes.append(mailboxes.value(0).toString());
    }
    return record;
}

std::optional<AccountRecord> SqliteSession::account(const QString& name) {
    std::optional<AccountRecord> record =
        readAccount(m_database.run("SELECT account, agency, secret, code_hash, code_expires, revoked "
                                   "FROM accounts WHERE account = ?",
                                   {text(name)}));
    if (!record) {
        // One that is not there costs the same statements: time must not tell which accounts there are.
        m_database.run("SELECT mailbox FROM account_mailboxes WHERE account = ? ORDER BY place", {text(name)});
    }
    return record;
}

std::optional<AccountRecord> SqliteSession::accountByCode(const QByteArray& codeHash) {
    return readAccount(m_database.run("SELECT account, agency, secret, code_hash, code_expires, revoked "
                                      "FROM accounts WHERE code_hash = ?",
                                      {QString::fromLatin1(codeHash)}));
}

void SqliteSession::putAccount(const AccountRecord& account) {
    const QVariant code = account.codeHash.isEmpty() ? QVariant() : QVariant(QString::fromLatin1(account.codeHash));
    const QVariant secret = account.sealedSecret.isEmpty() ? QVariant() : QVariant(account.sealedSecret);
    m_database.run("INSERT INTO accounts (account, agency, secret, code_hash, code_expires, revoked) "
                   "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account) DO UPDATE SET secret = excluded.secret, "
                   "code_hash = excluded.code_hash, code_expires = excluded.code_expires, revoked = excluded.revoked",
                   {text(account.caller.account), text(account.caller.agency), secret, code,
                    account.codeExpires.isValid() ? account.codeExpires.toMSecsSinceEpoch() : 0LL,
                    account.revoked ? 1 : 0});
    m_database.run("DELETE FROM account_mailboxes WHERE account = ?", {text(account.caller.account)});
    int place = 0;
    for (const QString& mailbox : account.caller.mailboxes) {
        m_database.run("INSERT INTO account_mailboxes (account, place, mailbox) VALUES (?, ?, ?)",
                       {text(account.caller.account), place++, mailbox});
    }
}

QList<AccountRecord> SqliteSession::accounts() {
    QStringList names;
    QSqlQuery& query = m_database.run("SELECT account FROM accounts ORDER BY account");
    while (m_database.next(query)) {
        names.append(query.value(0).toString());
    }
    QList<AccountRecord> list;
    for (const QString& name : names) {
        if (auto record = account(name)) {
            list.append(*record);
        }
    }
    return list;
}

bool SqliteSession::takeNonce(const QString& account, const QByteArray& nonce, const QDateTime& now,
                              const QDateTime& expires) {
    const qint64 time = now.toMSecsSinceEpoch();
    if (time >= m_cleaning.nonces + cleaningPause || time < m_cleaning.nonces) {
        m_cleaning.nonces = time;
        m_database.run("DELETE FROM nonces WHERE expires < ?", {time});
    }
    const QSqlQuery& query =
        m_database.run("INSERT INTO nonces (account, nonce, expires) VALUES (?, ?, ?) ON CONFLICT (account, nonce) "
                       "DO UPDATE SET expires = excluded.expires WHERE nonces.expires < ?",
                       {text(account), QString::fromLatin1(nonce), expires.toMSecsSinceEpoch(), time});
    return query.numRowsAffected() == 1;
}

AddressFailures SqliteSession::failures(const QString& address) {
    QSqlQuery& query = m_database.run("SELECT count, last FROM failures WHERE address = ?", {text(address)});
    if (!m_database.next(query)) {
        return {};
    }
    return {query.value(0).toInt(), QDateTime::fromMSecsSinceEpoch(query.value(1).toLongLong(), QTimeZone::utc())};
}

void SqliteSession::noteFailure(const QString& address, const QDateTime& now) {
    m_database.run("DELETE FROM failures WHERE last < ?", {now.addSecs(-3600).toMSecsSinceEpoch()});
    m_database.run("INSERT INTO failures (address, count, last) VALUES (?, 1, ?) "
                   "ON CONFLICT (address) DO UPDATE SET count = count + 1, last = excluded.last",
                   {text(address), now.toMSecsSinceEpoch()});
}

void SqliteSession::clearFailures(const QString& address) {
    m_database.run("DELETE FROM failures WHERE address = ?", {text(address)});
}

} // namespace hub
