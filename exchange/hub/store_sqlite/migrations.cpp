// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_sqlite/migrations.h"

#include "exchange/hub/store_sqlite/database.h"

#include <QStringList>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Each entry brings the schema one version further. An entry that was released is never changed.
const QList<QStringList>& steps() {
    static const QList<QStringList> list{
        {
            u"CREATE TABLE agencies (organ_id TEXT PRIMARY KEY, name TEXT NOT NULL, in_charge TEXT NOT NULL, "
            "valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, successor TEXT NOT NULL, seals TEXT NOT NULL, "
            "is_local INTEGER NOT NULL, version INTEGER NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE people (mailbox TEXT PRIMARY KEY, agency TEXT NOT NULL, login TEXT NOT NULL, "
            "name TEXT NOT NULL, role TEXT NOT NULL, title TEXT NOT NULL, unit TEXT NOT NULL, "
            "version INTEGER NOT NULL) WITHOUT ROWID"_s,
            u"CREATE INDEX people_by_agency ON people (agency, version)"_s,
            u"CREATE TABLE mailboxes (mailbox TEXT PRIMARY KEY, agency TEXT NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE accounts (account TEXT PRIMARY KEY, agency TEXT NOT NULL, secret BLOB, code_hash TEXT, "
            "code_expires INTEGER NOT NULL, revoked INTEGER NOT NULL) WITHOUT ROWID"_s,
            u"CREATE UNIQUE INDEX accounts_by_code ON accounts (code_hash) WHERE code_hash IS NOT NULL"_s,
            u"CREATE TABLE account_mailboxes (account TEXT NOT NULL REFERENCES accounts, place INTEGER NOT NULL, "
            "mailbox TEXT NOT NULL, PRIMARY KEY (account, place)) WITHOUT ROWID"_s,
            u"CREATE TABLE nonces (account TEXT NOT NULL, nonce TEXT NOT NULL, expires INTEGER NOT NULL, "
            "PRIMARY KEY (account, nonce)) WITHOUT ROWID"_s,
            u"CREATE INDEX nonces_by_end ON nonces (expires)"_s,
            u"CREATE TABLE failures (address TEXT PRIMARY KEY, count INTEGER NOT NULL, last INTEGER NOT NULL) "
            "WITHOUT ROWID"_s,
            u"CREATE TABLE streams (stream TEXT PRIMARY KEY, agency TEXT NOT NULL, sequence INTEGER NOT NULL, "
            "head TEXT NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE participants (stream TEXT NOT NULL REFERENCES streams, mailbox TEXT NOT NULL, "
            "since INTEGER NOT NULL, PRIMARY KEY (stream, mailbox)) WITHOUT ROWID"_s,
            u"CREATE TABLE messages (stream TEXT NOT NULL REFERENCES streams, sequence INTEGER NOT NULL, "
            "kind TEXT NOT NULL, message_id TEXT NOT NULL, author TEXT NOT NULL, author_agency TEXT NOT NULL, "
            "time INTEGER NOT NULL, payload_sha256 TEXT NOT NULL, attached_sha256 TEXT NOT NULL, "
            "previous TEXT NOT NULL, payload BLOB NOT NULL, joined TEXT NOT NULL, PRIMARY KEY (stream, sequence))"_s,
            u"CREATE UNIQUE INDEX messages_by_id ON messages (stream, message_id)"_s,
            u"CREATE TABLE cites (sha256 TEXT NOT NULL, stream TEXT NOT NULL, sequence INTEGER NOT NULL, "
            "place INTEGER NOT NULL, PRIMARY KEY (stream, sequence, place)) WITHOUT ROWID"_s,
            u"CREATE INDEX cites_by_content ON cites (sha256, stream)"_s,
            u"CREATE TABLE feed (cursor INTEGER PRIMARY KEY AUTOINCREMENT, mailbox TEXT NOT NULL, "
            "stream TEXT NOT NULL, sequence INTEGER NOT NULL)"_s,
            u"CREATE INDEX feed_by_mailbox ON feed (mailbox, cursor)"_s,
            u"CREATE TABLE contents (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE uploaders (sha256 TEXT NOT NULL, account TEXT NOT NULL, PRIMARY KEY (sha256, account)) "
            "WITHOUT ROWID"_s,
            u"CREATE TABLE uploads (id TEXT PRIMARY KEY, account TEXT NOT NULL, sha256 TEXT NOT NULL, "
            "length INTEGER NOT NULL, offset INTEGER NOT NULL) WITHOUT ROWID"_s,
            u"CREATE UNIQUE INDEX uploads_by_content ON uploads (account, sha256)"_s,
            u"CREATE TABLE packets (sha256 TEXT NOT NULL, agency TEXT NOT NULL, account TEXT NOT NULL, "
            "stream TEXT NOT NULL, kind TEXT NOT NULL, time INTEGER NOT NULL, receivers TEXT NOT NULL, "
            "PRIMARY KEY (sha256, agency)) WITHOUT ROWID"_s,
        },
        {
            // A change's version is one more than the newest, and a province has 125,000 agencies.
            u"CREATE INDEX agencies_by_version ON agencies (version)"_s,
            u"CREATE INDEX people_by_version ON people (version)"_s,
        },
        {
            // Contents that come whole with their packet: one flush for all of it.
            u"CREATE TABLE small_contents (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL)"_s,
        },
        {
            // Retention: when a payload was erased, when a content or an upload was last wanted.
            u"ALTER TABLE messages ADD COLUMN erased INTEGER NOT NULL DEFAULT 0"_s,
            u"CREATE INDEX messages_by_age ON messages (kind, time) WHERE erased = 0"_s,
            u"ALTER TABLE uploaders ADD COLUMN wanted INTEGER NOT NULL DEFAULT 0"_s,
            u"UPDATE uploaders SET wanted = 1000 * CAST(strftime('%s', 'now') AS INTEGER)"_s,
            u"ALTER TABLE uploads ADD COLUMN touched INTEGER NOT NULL DEFAULT 0"_s,
            u"UPDATE uploads SET touched = 1000 * CAST(strftime('%s', 'now') AS INTEGER)"_s,
            u"CREATE TABLE retention_rules (kind TEXT PRIMARY KEY, days INTEGER NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE retention_journal (id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, "
            "what TEXT NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL, bytes INTEGER NOT NULL)"_s,
            u"CREATE TABLE turns (name TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID"_s,
            // Quotas: what each agency's accounts uploaded.
            u"CREATE TABLE agency_usage (agency TEXT PRIMARY KEY, bytes INTEGER NOT NULL) WITHOUT ROWID"_s,
            u"INSERT INTO agency_usage (agency, bytes) SELECT accounts.agency, sum(contents.size) FROM uploaders "
            "JOIN contents ON contents.sha256 = uploaders.sha256 JOIN accounts ON accounts.account = uploaders.account "
            "GROUP BY accounts.agency"_s,
            u"CREATE TABLE quotas (agency TEXT PRIMARY KEY, bytes INTEGER NOT NULL) WITHOUT ROWID"_s,
        },
        {
            // Relaying: servers above, hubs below, the journal both ways, statuses that came before their document.
            u"CREATE TABLE relays (place INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, "
            "profile TEXT NOT NULL, url TEXT NOT NULL, account TEXT NOT NULL, secret BLOB NOT NULL, "
            "ca_file TEXT NOT NULL, own_hub TEXT NOT NULL, options TEXT NOT NULL, directory_version INTEGER NOT NULL, "
            "directory_time INTEGER NOT NULL, contact INTEGER NOT NULL, last_code TEXT NOT NULL, "
            "lease_owner TEXT NOT NULL DEFAULT '', lease_until INTEGER NOT NULL DEFAULT 0)"_s,
            u"CREATE TABLE relay_below (organ_id TEXT PRIMARY KEY, account TEXT NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE relay_routes (organ_id TEXT PRIMARY KEY, relay TEXT NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE relay_cursors (relay TEXT NOT NULL, mailbox TEXT NOT NULL, cursor INTEGER NOT NULL, "
            "PRIMARY KEY (relay, mailbox)) WITHOUT ROWID"_s,
            u"CREATE TABLE relay_out (id INTEGER PRIMARY KEY AUTOINCREMENT, relay TEXT NOT NULL, sha256 TEXT NOT NULL, "
            "agency TEXT NOT NULL, kind TEXT NOT NULL, receivers TEXT NOT NULL, hops TEXT NOT NULL, "
            "state TEXT NOT NULL, attempts INTEGER NOT NULL, created INTEGER NOT NULL, tried INTEGER NOT NULL, "
            "due INTEGER NOT NULL, code TEXT NOT NULL, detail TEXT NOT NULL, server_id TEXT NOT NULL)"_s,
            u"CREATE UNIQUE INDEX relay_out_once ON relay_out (sha256, agency, relay)"_s,
            u"CREATE INDEX relay_out_by_state ON relay_out (relay, state, due)"_s,
            u"CREATE TABLE relay_in (relay TEXT NOT NULL, doc_id TEXT NOT NULL, sha256 TEXT NOT NULL, "
            "state TEXT NOT NULL, attempts INTEGER NOT NULL, time INTEGER NOT NULL, due INTEGER NOT NULL, "
            "code TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (relay, doc_id)) WITHOUT ROWID"_s,
            u"CREATE INDEX relay_in_by_state ON relay_in (relay, state, time)"_s,
            u"CREATE TABLE passed_documents (sha256 TEXT NOT NULL, agency TEXT NOT NULL, document_id TEXT NOT NULL, "
            "match_key TEXT NOT NULL, PRIMARY KEY (sha256, agency)) WITHOUT ROWID"_s,
            u"CREATE INDEX passed_documents_by_id ON passed_documents (agency, document_id)"_s,
            u"CREATE INDEX passed_documents_by_key ON passed_documents (agency, match_key)"_s,
            u"CREATE TABLE held_statuses (sha256 TEXT NOT NULL, size INTEGER NOT NULL, agency TEXT NOT NULL, "
            "account TEXT NOT NULL, addressee TEXT NOT NULL, document_id TEXT NOT NULL, match_key TEXT NOT NULL, "
            "hops TEXT NOT NULL, since INTEGER NOT NULL, expires INTEGER NOT NULL, PRIMARY KEY (sha256, agency)) "
            "WITHOUT ROWID"_s,
            u"CREATE INDEX held_statuses_by_end ON held_statuses (expires)"_s,
            u"CREATE INDEX held_statuses_by_id ON held_statuses (addressee, document_id)"_s,
            u"CREATE INDEX held_statuses_by_key ON held_statuses (addressee, match_key)"_s,
        },
        {
            // Packets in a feed are found without a look at what lies between them; which of them were taken.
            u"CREATE INDEX feed_packets ON feed (mailbox, cursor) WHERE stream >= 'packet/' AND stream < 'packet0'"_s,
            u"CREATE TABLE taken_packets (mailbox TEXT NOT NULL, stream TEXT NOT NULL, PRIMARY KEY (mailbox, stream)) "
            "WITHOUT ROWID"_s,
            // What was said so far: <taken xmlns="urn:congvan:axis:1" sha256="(64 digits)" word="done"/>
            u"INSERT OR IGNORE INTO taken_packets SELECT substr(stream, 6, length(stream) - 11), "
            "'packet/' || substr(CAST(payload AS TEXT), 43, 64) FROM messages WHERE stream LIKE 'axis/%/taken' "
            "AND substr(CAST(payload AS TEXT), 115, 4) IN ('done', 'fail')"_s,
            // What holds for all hubs over the store.
            u"CREATE TABLE hub_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"_s,
            // What an account may send in a day.
            u"CREATE TABLE account_limits (account TEXT PRIMARY KEY, bytes INTEGER NOT NULL, "
            "messages INTEGER NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE account_days (account TEXT NOT NULL, day INTEGER NOT NULL, bytes INTEGER NOT NULL, "
            "messages INTEGER NOT NULL, PRIMARY KEY (account, day)) WITHOUT ROWID"_s,
        },
        {
            // The role that its author had when a message was taken.
            u"ALTER TABLE messages ADD COLUMN author_role TEXT NOT NULL DEFAULT ''"_s,
        },
    };
    return list;
}

} // namespace

int schemaVersion() {
    return static_cast<int>(steps().size());
}

bool migrate(Database& database, QString& why, int upTo) {
    int version = 0;
    {
        QSqlQuery& query = database.run("PRAGMA user_version");
        if (database.next(query)) {
            version = query.value(0).toInt();
        }
        database.finish();
    }
    if (version > schemaVersion()) {
        why = u"the store is of a newer program (schema %1)"_s.arg(version);
        return false;
    }
    for (; version < upTo; ++version) {
        bool good = database.plain(u"BEGIN IMMEDIATE"_s);
        for (const QString& statement : steps().at(version)) {
            good = good && database.plain(statement);
        }
        good = good && database.plain(u"PRAGMA user_version=%1"_s.arg(version + 1)) && database.plain(u"COMMIT"_s);
        if (!good) {
            why = database.fault();
            database.clearFault();
            database.plain(u"ROLLBACK"_s);
            return false;
        }
    }
    why = database.fault();
    return why.isEmpty();
}

} // namespace hub
