// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/relayrecords.h"

#include <QTimeZone>

#include <algorithm>

namespace hub {

/// RelayRecords as SQL that SQLite and PostgreSQL both understand, so that it is written once. A `Runner` runs it on
/// one connection:
///   Value, with the static makers text(QString), number(qint64), bytes(QByteArray);
///   run(const char* sql, std::initializer_list<Value>): rows with count(), text(row, column), number(row, column) and
///   bytes(row, column), empty where the statement failed or gave none. The literal's address may be kept as a key.
/// Included by the one source of each store that makes it.
template <typename Runner>
class SqlRelaying final : public RelayRecords {
public:
    explicit SqlRelaying(Runner runner)
        : m_runner(std::move(runner)) {}

    QList<RelayRecord> relays() override {
        return relaysOf(
            m_runner.run("SELECT name, profile, url, account, secret, ca_file, own_hub, options, directory_version, "
                         "directory_time, contact, last_code FROM relays ORDER BY place",
                         {}));
    }

    std::optional<RelayRecord> relay(const QString& name) override {
        return first(relaysOf(
            m_runner.run("SELECT name, profile, url, account, secret, ca_file, own_hub, options, directory_version, "
                         "directory_time, contact, last_code FROM relays WHERE name = $1",
                         {text(name)})));
    }

    void putRelay(const RelayRecord& relay) override {
        m_runner.run("INSERT INTO relays (name, profile, url, account, secret, ca_file, own_hub, options, "
                     "directory_version, directory_time, contact, last_code) "
                     "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) "
                     "ON CONFLICT (name) DO UPDATE SET profile = excluded.profile, url = excluded.url, "
                     "account = excluded.account, secret = excluded.secret, ca_file = excluded.ca_file, "
                     "own_hub = excluded.own_hub, options = excluded.options, "
                     "directory_version = excluded.directory_version, directory_time = excluded.directory_time, "
                     "contact = excluded.contact, last_code = excluded.last_code",
                     {text(relay.name), text(relay.profile), text(relay.url), text(relay.account),
                      Runner::bytes(relay.sealedSecret.isNull() ? QByteArray("") : relay.sealedSecret),
                      text(relay.caFile), text(relay.ownHub), text(relay.options), number(relay.directoryVersion),
                      stamp(relay.directoryTime), stamp(relay.contact), text(relay.lastCode)});
    }

    void removeRelay(const QString& name) override {
        m_runner.run("DELETE FROM relays WHERE name = $1", {text(name)});
        m_runner.run("DELETE FROM relay_cursors WHERE relay = $1", {text(name)});
        m_runner.run("DELETE FROM relay_routes WHERE relay = $1", {text(name)});
        m_runner.run("DELETE FROM relay_out WHERE relay = $1", {text(name)});
        m_runner.run("DELETE FROM relay_in WHERE relay = $1", {text(name)});
    }

    bool takeLease(const QString& relay, const QByteArray& owner, const QDateTime& now,
                   const QDateTime& until) override {
        return m_runner
                   .run("UPDATE relays SET lease_owner = $1, lease_until = $2 "
                        "WHERE name = $3 AND (lease_owner = $1 OR lease_until < $4) RETURNING name",
                        {text(owner), stamp(until), text(relay), stamp(now)})
                   .count() == 1;
    }

    QString below(const QString& organId) override {
        return m_runner.run("SELECT account FROM relay_below WHERE organ_id = $1", {text(organId)}).text(0, 0);
    }

    void setBelow(const QString& organId, const QString& account) override {
        m_runner.run("INSERT INTO relay_below (organ_id, account) VALUES ($1, $2) "
                     "ON CONFLICT (organ_id) DO UPDATE SET account = excluded.account",
                     {text(organId), text(account)});
    }

    QString route(const QString& organId) override {
        return m_runner.run("SELECT relay FROM relay_routes WHERE organ_id = $1", {text(organId)}).text(0, 0);
    }

    void setRoute(const QString& organId, const QString& relay) override {
        m_runner.run("INSERT INTO relay_routes (organ_id, relay) VALUES ($1, $2) "
                     "ON CONFLICT (organ_id) DO UPDATE SET relay = excluded.relay",
                     {text(organId), text(relay)});
    }

    qint64 cursor(const QString& relay, const QString& mailbox) override {
        return m_runner
            .run("SELECT cursor FROM relay_cursors WHERE relay = $1 AND mailbox = $2", {text(relay), text(mailbox)})
            .number(0, 0);
    }

    void setCursor(const QString& relay, const QString& mailbox, qint64 cursor) override {
        m_runner.run("INSERT INTO relay_cursors (relay, mailbox, cursor) VALUES ($1, $2, $3) "
                     "ON CONFLICT (relay, mailbox) DO UPDATE SET cursor = excluded.cursor",
                     {text(relay), text(mailbox), number(cursor)});
    }

    void addOut(const RelayOut& out) override {
        m_runner.run("INSERT INTO relay_out (relay, sha256, agency, kind, receivers, hops, state, attempts, created, "
                     "tried, due, code, detail, server_id) "
                     "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT DO NOTHING",
                     {text(out.relay), text(out.sha256), text(out.from), text(out.kind), words(out.to), words(out.hops),
                      text(relayStateText(out.state)), number(out.attempts), stamp(out.created), stamp(out.tried),
                      stamp(out.due), text(out.code), text(out.detail), text(out.serverId)});
    }

    void putOut(const RelayOut& out) override {
        m_runner.run("UPDATE relay_out SET state = $1, attempts = $2, tried = $3, due = $4, code = $5, detail = $6, "
                     "server_id = $7 WHERE id = $8",
                     {text(relayStateText(out.state)), number(out.attempts), stamp(out.tried), stamp(out.due),
                      text(out.code), text(out.detail), text(out.serverId), number(out.id)});
    }

    std::optional<RelayOut> out(qint64 id) override {
        return first(outOf(m_runner.run("SELECT id, relay, sha256, agency, kind, receivers, hops, state, attempts, "
                                        "created, tried, due, code, detail, server_id FROM relay_out WHERE id = $1",
                                        {number(id)})));
    }

    QList<RelayOut> dueOut(const QString& relay, const QDateTime& now, int limit) override {
        return outOf(m_runner.run("SELECT id, relay, sha256, agency, kind, receivers, hops, state, attempts, created, "
                                  "tried, due, code, detail, server_id FROM relay_out WHERE relay = $1 AND "
                                  "state IN ('planned', 'started') AND due <= $2 ORDER BY id LIMIT $3",
                                  {text(relay), stamp(now), number(limit)}));
    }

    QList<RelayOut> outIn(const QString& relay, const QList<RelayState>& states, int limit) override {
        QList<RelayOut> all;
        for (const RelayState state : states) {
            all += outOf(m_runner.run("SELECT id, relay, sha256, agency, kind, receivers, hops, state, attempts, "
                                      "created, tried, due, code, detail, server_id FROM relay_out "
                                      "WHERE relay = $1 AND state = $2 ORDER BY id DESC LIMIT $3",
                                      {text(relay), text(relayStateText(state)), number(limit)}));
        }
        std::ranges::sort(all, std::ranges::greater(), &RelayOut::id);
        return all.mid(0, limit);
    }

    QList<RelayOut> uncertainOut(const QByteArray& sha256) override {
        return outOf(m_runner.run("SELECT id, relay, sha256, agency, kind, receivers, hops, state, attempts, created, "
                                  "tried, due, code, detail, server_id FROM relay_out "
                                  "WHERE sha256 = $1 AND state = 'uncertain' ORDER BY id",
                                  {text(sha256)}));
    }

    qint64 countOut(const QString& relay, RelayState state) override {
        return m_runner
            .run("SELECT count(*) FROM relay_out WHERE relay = $1 AND state = $2",
                 {text(relay), text(relayStateText(state))})
            .number(0, 0);
    }

    QDateTime oldestOut() override {
        return time(
            m_runner.run("SELECT coalesce(min(created), 0) FROM relay_out WHERE state IN ('planned', 'started')", {})
                .number(0, 0));
    }

    QDateTime nextDue(const QString& relay) override {
        return time(m_runner
                        .run("SELECT coalesce(min(due), 0) FROM relay_out "
                             "WHERE relay = $1 AND state IN ('planned', 'started')",
                             {text(relay)})
                        .number(0, 0));
    }

    std::optional<RelayIn> in(const QString& relay, const QString& docId) override {
        return first(inOf(m_runner.run("SELECT relay, doc_id, sha256, state, attempts, time, due, code, detail "
                                       "FROM relay_in WHERE relay = $1 AND doc_id = $2",
                                       {text(relay), text(docId)})));
    }

    void putIn(const RelayIn& in) override {
        m_runner.run("INSERT INTO relay_in (relay, doc_id, sha256, state, attempts, time, due, code, detail) "
                     "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (relay, doc_id) DO UPDATE SET "
                     "sha256 = excluded.sha256, state = excluded.state, attempts = excluded.attempts, "
                     "due = excluded.due, code = excluded.code, detail = excluded.detail",
                     {text(in.relay), text(in.docId), text(in.sha256), text(relayStateText(in.state)),
                      number(in.attempts), stamp(in.time), stamp(in.due), text(in.code), text(in.detail)});
    }

    QList<RelayIn> inIn(const QString& relay, const QList<RelayState>& states, int limit) override {
        QList<RelayIn> all;
        for (const RelayState state : states) {
            all += inOf(m_runner.run("SELECT relay, doc_id, sha256, state, attempts, time, due, code, detail "
                                     "FROM relay_in WHERE relay = $1 AND state = $2 ORDER BY time DESC LIMIT $3",
                                     {text(relay), text(relayStateText(state)), number(limit)}));
        }
        std::ranges::stable_sort(all, std::ranges::greater(), &RelayIn::time);
        return all.mid(0, limit);
    }

    void notePassed(const PassedDocument& document) override {
        m_runner.run("INSERT INTO passed_documents (sha256, agency, document_id, match_key) VALUES ($1, $2, $3, $4) "
                     "ON CONFLICT DO NOTHING",
                     {text(document.sha256), text(document.from), text(document.documentId), text(document.matchKey)});
    }

    QList<QByteArray> passed(const QString& from, const QString& documentId, const QString& matchKey) override {
        QList<QByteArray> found;
        const auto gather = [&](const auto& rows) {
            for (int row = 0; row < rows.count(); ++row) {
                found.append(rows.text(row, 0).toLatin1());
            }
        };
        if (!documentId.isEmpty()) {
            gather(m_runner.run("SELECT sha256 FROM passed_documents WHERE agency = $1 AND document_id = $2",
                                {text(from), text(documentId)}));
        }
        if (found.isEmpty() && !matchKey.isEmpty()) {
            gather(m_runner.run("SELECT sha256 FROM passed_documents WHERE agency = $1 AND match_key = $2",
                                {text(from), text(matchKey)}));
        }
        return found;
    }

    void hold(const HeldStatus& held) override {
        m_runner.run("INSERT INTO held_statuses (sha256, size, agency, account, addressee, document_id, match_key, "
                     "hops, since, expires) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING",
                     {text(held.sha256), number(held.size), text(held.from), text(held.account), text(held.addressee),
                      text(held.documentId), text(held.matchKey), words(held.hops), stamp(held.since),
                      stamp(held.expires)});
    }

    QList<HeldStatus> heldFor(const QString& addressee, const QString& documentId, const QString& matchKey) override {
        return heldOf(m_runner.run(
            "SELECT sha256, size, agency, account, addressee, document_id, match_key, hops, since, expires "
            "FROM held_statuses WHERE addressee = $1 AND ((document_id <> '' AND document_id = $2) OR "
            "(match_key <> '' AND match_key = $3)) ORDER BY since",
            {text(addressee), text(documentId), text(matchKey)}));
    }

    QList<HeldStatus> heldUntil(const QDateTime& now, int limit) override {
        return heldOf(m_runner.run(
            "SELECT sha256, size, agency, account, addressee, document_id, match_key, hops, since, expires "
            "FROM held_statuses WHERE expires <= $1 ORDER BY expires LIMIT $2",
            {stamp(now), number(limit)}));
    }

    QList<HeldStatus> held(int limit) override {
        return heldOf(m_runner.run(
            "SELECT sha256, size, agency, account, addressee, document_id, match_key, hops, since, expires "
            "FROM held_statuses ORDER BY since LIMIT $1",
            {number(limit)}));
    }

    qint64 heldCount() override { return m_runner.run("SELECT count(*) FROM held_statuses", {}).number(0, 0); }

    void release(const QByteArray& sha256, const QString& from) override {
        m_runner.run("DELETE FROM held_statuses WHERE sha256 = $1 AND agency = $2", {text(sha256), text(from)});
    }

private:
    using Value = typename Runner::Value;

    /// A null QString would be bound as NULL.
    static Value text(const QString& value) { return Runner::text(value.isNull() ? QStringLiteral("") : value); }
    static Value text(const QByteArray& value) { return text(QString::fromLatin1(value)); }
    static Value number(qint64 value) { return Runner::number(value); }
    static Value words(const QStringList& list) { return text(list.join(u' ')); }
    /// 0 stands for no time.
    static Value stamp(const QDateTime& time) { return number(time.isValid() ? time.toMSecsSinceEpoch() : 0); }
    static QDateTime time(qint64 stamp) {
        return stamp == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(stamp, QTimeZone::utc());
    }
    static QStringList list(const QString& words) { return words.split(u' ', Qt::SkipEmptyParts); }

    template <typename T>
    static std::optional<T> first(const QList<T>& list) {
        return list.isEmpty() ? std::nullopt : std::optional(list.first());
    }

    static QList<RelayRecord> relaysOf(const auto& rows) {
        QList<RelayRecord> all;
        for (int row = 0; row < rows.count(); ++row) {
            all.append({rows.text(row, 0), rows.text(row, 1), rows.text(row, 2), rows.text(row, 3), rows.bytes(row, 4),
                        rows.text(row, 5), rows.text(row, 6), rows.text(row, 7), rows.number(row, 8),
                        time(rows.number(row, 9)), time(rows.number(row, 10)), rows.text(row, 11)});
        }
        return all;
    }

    static QList<RelayOut> outOf(const auto& rows) {
        QList<RelayOut> all;
        for (int row = 0; row < rows.count(); ++row) {
            all.append({rows.number(row, 0), rows.text(row, 1), rows.text(row, 2).toLatin1(), rows.text(row, 3),
                        rows.text(row, 4), list(rows.text(row, 5)), list(rows.text(row, 6)),
                        relayState(rows.text(row, 7)), static_cast<int>(rows.number(row, 8)), time(rows.number(row, 9)),
                        time(rows.number(row, 10)), time(rows.number(row, 11)), rows.text(row, 12), rows.text(row, 13),
                        rows.text(row, 14)});
        }
        return all;
    }

    static QList<RelayIn> inOf(const auto& rows) {
        QList<RelayIn> all;
        for (int row = 0; row < rows.count(); ++row) {
            all.append({rows.text(row, 0), rows.text(row, 1), rows.text(row, 2).toLatin1(),
                        relayState(rows.text(row, 3)), static_cast<int>(rows.number(row, 4)), time(rows.number(row, 5)),
                        time(rows.number(row, 6)), rows.text(row, 7), rows.text(row, 8)});
        }
        return all;
    }

    static QList<HeldStatus> heldOf(const auto& rows) {
        QList<HeldStatus> all;
        for (int row = 0; row < rows.count(); ++row) {
            all.append({rows.text(row, 0).toLatin1(), rows.number(row, 1), rows.text(row, 2), rows.text(row, 3),
                        rows.text(row, 4), rows.text(row, 5), rows.text(row, 6), list(rows.text(row, 7)),
                        time(rows.number(row, 8)), time(rows.number(row, 9))});
        }
        return all;
    }

    Runner m_runner;
};

} // namespace hub
