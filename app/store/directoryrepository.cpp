// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/directoryrepository.h"

#include "app/domain/folding.h"
#include "app/store/database.h"
#include "app/store/rightsrows.h"
#include "app/store/transaction.h"
#include "app/store/unitrows.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QString agencySelect = u"SELECT organ_id, name, superior, valid_from, valid_to, successor, seals FROM agency "_s;
const QString personSelect = u"SELECT organ_id, login, name, role, title, unit FROM person "_s;

Agency readAgency(const Rows& rows) {
    Agency agency{.id = OrganId::parse(rows.text(0)).value_or(OrganId()),
                  .name = rows.text(1),
                  .superiorName = rows.text(2),
                  .validFrom = QDate::fromString(rows.text(3), Qt::ISODate),
                  .validTo = QDate::fromString(rows.text(4), Qt::ISODate),
                  .successor = OrganId::parse(rows.text(5)).value_or(OrganId()),
                  .sealCertificateSha256 = {}};
    for (const QByteArray& seal : rows.word(6).split(' ')) {
        if (!seal.isEmpty()) {
            agency.sealCertificateSha256.append(seal);
        }
    }
    return agency;
}

Person readPerson(const Rows& rows, const QHash<QString, QString>& units) {
    return {.organ = OrganId::parse(rows.text(0)).value_or(OrganId()),
            .login = rows.text(1),
            .name = rows.text(2),
            .role = roleFromKey(rows.text(3)).value_or(Role::Officer),
            .title = rows.text(4),
            .unit = rows.text(5),
            .unitName = units.value(rows.text(5))};
}

/// Puts the words of an agency into the index that searches ask.
void index(Transaction& transaction, const exchange::AgencyEntry& entry) {
    const QString words = folded(entry.name) + u' ' + folded(entry.organId);
    const QVariant row = transaction.value(u"SELECT row FROM agency_row WHERE organ_id = ?"_s, {entry.organId});
    if (row.isValid()) {
        transaction.change(u"UPDATE agency_text SET words = ? WHERE rowid = ?"_s, {words, row});
        return;
    }
    transaction.change(u"INSERT INTO agency_row (organ_id) VALUES (?)"_s, {entry.organId});
    transaction.change(u"INSERT INTO agency_text (rowid, words) VALUES (?, ?)"_s, {transaction.lastRow(), words});
}

/// Every word as the beginning of one. They hold letters and digits alone, so the quotes need no escaping.
QString matchOf(const QStringList& words) {
    QStringList beginnings;
    for (const QString& word : words) {
        beginnings.append(u'"' + word + u"\"*"_s);
    }
    return beginnings.join(u" AND "_s);
}

/// Test units are known by a group of their code, which is a word of the index.
const QString noTestUnit = u" NOT \"w00\""_s;
const QString whereNoTestUnit = u"WHERE '.' || organ_id || '.' NOT LIKE '%.W00.%' "_s;

/// So many are looked at and put in order; who gets more types another letter.
constexpr int mostFound = 500;

} // namespace

DirectoryRepository::DirectoryRepository(Database& database)
    : m_database(database) {}

Result<qint64> DirectoryRepository::version() const {
    return m_database.read([](Transaction& transaction) -> Result<qint64> {
        return transaction.value(u"SELECT value FROM setting WHERE key = 'directory-version'"_s).toLongLong();
    });
}

Result<void> DirectoryRepository::merge(const exchange::Directory& changes, const OrganId& ownOrgan) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        for (const exchange::AgencyEntry& entry : changes.agencies) {
            if (!OrganId::parse(entry.organId)) {
                continue;
            }
            transaction.change(
                u"INSERT OR REPLACE INTO agency (organ_id, name, folded, superior, valid_from, valid_to, successor,"
                " seals) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                {entry.organId, entry.name, folded(entry.name), entry.inCharge, entry.validFrom.toString(Qt::ISODate),
                 entry.validTo.toString(Qt::ISODate), entry.successor,
                 QString::fromLatin1(entry.sealCertificateSha256.join(' '))});
            index(transaction, entry);
        }
        noteRights(transaction, changes, ownOrgan, QDateTime::currentDateTimeUtc());
        for (const exchange::PersonEntry& entry : changes.people) {
            if (entry.role == roleLeft && entry.mailbox.startsWith(ownOrgan.text() + u'/')) {
                transaction.change(u"DELETE FROM person WHERE mailbox = ?"_s, {entry.mailbox});
                continue;
            }
            // Only people of the own office are anybody's business here.
            if (!entry.mailbox.startsWith(ownOrgan.text() + u'/') || !roleFromKey(entry.role)) {
                continue;
            }
            transaction.change(
                u"INSERT OR REPLACE INTO person (mailbox, organ_id, login, name, role, title, unit)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                {entry.mailbox, ownOrgan.text(), entry.login, entry.name, entry.role, entry.title, entry.unit});
        }
        transaction.change(u"INSERT INTO setting (key, value) VALUES ('directory-version', ?)"
                           " ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                           {QString::number(changes.version)});
        if (!changes.more) {
            endFirstDirectory(transaction);
        }
        return {};
    });
}

Result<QList<RightsChange>> DirectoryRepository::rightsChanges() const {
    return m_database.read(
        [](Transaction& transaction) -> Result<QList<RightsChange>> { return readRights(transaction); });
}

Result<QList<Agency>> DirectoryRepository::agencies(const QString& filter, int limit, TestUnits units) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<Agency>> {
        const QStringList words = searchWords(filter);
        QList<Agency> found;
        if (words.isEmpty()) {
            const QString where = units == TestUnits::Hidden ? whereNoTestUnit : QString();
            Rows rows = transaction.query(agencySelect + where + u"ORDER BY folded, organ_id LIMIT ?"_s, {limit});
            while (rows.next()) {
                found.append(readAgency(rows));
            }
            return found;
        }
        // Not more than needed is taken off the index, in its own order: a common word is in a hundred thousand names.
        // Of these, open ones come first, then it goes by name.
        const QString wanted = units == TestUnits::Hidden ? u'(' + matchOf(words) + u')' + noTestUnit : matchOf(words);
        Rows rows =
            transaction.query(agencySelect + u"WHERE organ_id IN (SELECT r.organ_id FROM agency_row r WHERE r.row"
                                             " IN (SELECT rowid FROM agency_text WHERE agency_text MATCH ?"
                                             " LIMIT ?)) ORDER BY valid_to <> '', folded, organ_id LIMIT ?"_s,
                              {wanted, std::max(limit, mostFound), limit});
        while (rows.next()) {
            found.append(readAgency(rows));
        }
        return found;
    });
}

Result<std::optional<Agency>> DirectoryRepository::agency(const OrganId& id) const {
    return m_database.read([&](Transaction& transaction) -> Result<std::optional<Agency>> {
        Rows rows = transaction.query(agencySelect + u"WHERE organ_id = ?"_s, {id.text()});
        return rows.next() ? std::optional(readAgency(rows)) : std::nullopt;
    });
}

Result<QList<Person>> DirectoryRepository::people() const {
    return m_database.read([](Transaction& transaction) -> Result<QList<Person>> {
        QList<Person> found;
        const QHash<QString, QString> units = readUnitNames(transaction);
        Rows rows = transaction.query(personSelect + u"ORDER BY mailbox"_s);
        while (rows.next()) {
            found.append(readPerson(rows, units));
        }
        return found;
    });
}

Result<QHash<QString, QString>> DirectoryRepository::unitNames() const {
    return m_database.read(
        [](Transaction& transaction) -> Result<QHash<QString, QString>> { return readUnitNames(transaction); });
}

Result<std::optional<Person>> DirectoryRepository::person(const QString& mailbox) const {
    return m_database.read([&](Transaction& transaction) -> Result<std::optional<Person>> {
        Rows rows = transaction.query(personSelect + u"WHERE mailbox = ?"_s, {mailbox});
        return rows.next() ? std::optional(readPerson(rows, readUnitNames(transaction))) : std::nullopt;
    });
}

} // namespace app
