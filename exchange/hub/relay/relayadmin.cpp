// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/relay/relayadmin.h"

#include "exchange/hub/core/authenticator.h"
#include "exchange/hub/core/names.h"
#include "exchange/hub/relay/relayprofiles.h"
#include "exchange/hub/secrets/hubkey.h"
#include "exchange/protocol/wire.h"

#include <QJsonArray>

#include <algorithm>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int everything = 1'000'000;
constexpr int shownHeld = 200;

std::unexpected<Error> relayUnknown(const QString& name) {
    return fail("relay-unknown", name);
}

QString timeText(const QDateTime& time) {
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QJsonObject json(const RelayOut& out) {
    return {{u"id"_s, out.id},
            {u"sha256"_s, QString::fromLatin1(out.sha256)},
            {u"from"_s, out.from},
            {u"to"_s, QJsonArray::fromStringList(out.to)},
            {u"kind"_s, out.kind},
            {u"state"_s, relayStateText(out.state)},
            {u"attempts"_s, out.attempts},
            {u"created"_s, timeText(out.created)},
            {u"due"_s, timeText(out.due)},
            {u"code"_s, out.code},
            {u"detail"_s, out.detail}};
}

QJsonObject json(const RelayIn& in) {
    return {{u"docId"_s, in.docId},       {u"sha256"_s, QString::fromLatin1(in.sha256)},
            {u"attempts"_s, in.attempts}, {u"time"_s, timeText(in.time)},
            {u"code"_s, in.code},         {u"detail"_s, in.detail}};
}

QJsonObject json(RelayRecords& records, const RelayRecord& relay, int most) {
    QJsonArray packets;
    const QList<RelayState> open{RelayState::Planned, RelayState::Started, RelayState::Uncertain, RelayState::Failed};
    for (const RelayOut& out : records.outIn(relay.name, open, most)) {
        packets.append(json(out));
    }
    QJsonArray unplaced;
    for (const RelayIn& in : records.inIn(relay.name, {RelayState::Failed}, most)) {
        unplaced.append(json(in));
    }
    return {{u"name"_s, relay.name},
            {u"profile"_s, relay.profile},
            {u"url"_s, relay.url},
            {u"account"_s, relay.account},
            {u"hub"_s, relay.ownHub},
            {u"contact"_s, timeText(relay.contact)},
            {u"trouble"_s, relay.lastCode},
            {u"directoryVersion"_s, relay.directoryVersion},
            {u"waiting"_s,
             records.countOut(relay.name, RelayState::Planned) + records.countOut(relay.name, RelayState::Started)},
            {u"uncertain"_s, records.countOut(relay.name, RelayState::Uncertain)},
            {u"failed"_s, records.countOut(relay.name, RelayState::Failed)},
            {u"packets"_s, packets},
            {u"unplaced"_s, unplaced}};
}

/// No cursors and no journal: for a look whether a record makes a server at all.
class NoMarks final : public RelayMarks {
public:
    Result<qint64> cursor(const QString& /*mailbox*/) override { return 0; }
    Result<void> setCursor(const QString& /*mailbox*/, qint64 /*cursor*/) override { return {}; }
    Result<bool> isDone(const QString& /*docId*/) override { return false; }
};

/// An agency of a hub below as a local one: it has a mailbox here.
Result<void> makeLocal(StoreSession& session, const QString& organId) {
    std::optional<exchange::AgencyEntry> agency = session.agency(organId);
    if (!agency) {
        return fail("relay-agency-unknown", organId);
    }
    if (!agency->isLocal) {
        agency->isLocal = true;
        session.putAgency(*agency);
    }
    session.putMailbox(organId, organId);
    return {};
}

} // namespace

RelayAdmin::RelayAdmin(Store& store, const SecretBox& secrets, std::function<QDateTime()> clock)
    : m_store(store)
    , m_secrets(secrets)
    , m_clock(std::move(clock)) {}

Result<QByteArray> openRelaySecret(const SecretBox& secrets, const RelayRecord& relay) {
    return relay.sealedSecret.isEmpty() ? QByteArray() : secrets.open(relay.sealedSecret, relayContext(relay.name));
}

Result<void> RelayAdmin::add(const RelaySettings& settings) {
    if (!isLogin(settings.name) || !isOrganId(settings.ownHub)) {
        return fail("relay-name-wrong", settings.name + u' ' + settings.ownHub);
    }
    RelayRecord record{settings.name,
                       settings.profile,
                       settings.url,
                       settings.account,
                       {},
                       settings.caFile,
                       settings.ownHub,
                       QString::fromUtf8(exchange::wire::text(settings.options))};
    NoMarks marks;
    if (const auto server = relayServer(record, settings.secret, marks); !server) {
        return std::unexpected(server.error());
    }
    if (!settings.secret.isEmpty()) {
        const Result<QByteArray> sealed = m_secrets.seal(settings.secret, relayContext(settings.name));
        if (!sealed) {
            return std::unexpected(sealed.error());
        }
        record.sealedSecret = *sealed;
    }
    return m_store.write([&](StoreSession& session) -> Result<void> {
        if (const Result<void> own = checkKey(session, m_secrets); !own) {
            return own;
        }
        RelayRecord stored = record;
        for (const RelayRecord& other : session.relaying().relays()) {
            if (other.name == record.name) {
                const bool same = other.url == record.url;
                stored.sealedSecret = record.sealedSecret.isEmpty() ? other.sealedSecret : record.sealedSecret;
                stored.directoryVersion = same ? other.directoryVersion : 0;
                stored.contact = other.contact;
            } else if (other.ownHub != record.ownHub) {
                return fail("relay-hub-differs", other.name + u' ' + other.ownHub);
            }
        }
        if (stored.sealedSecret.isEmpty() && record.profile != "folder"_L1) {
            return fail("relay-secret-missing", record.name);
        }
        session.relaying().putRelay(stored);
        return {};
    });
}

Result<void> RelayAdmin::remove(const QString& name, bool drops) {
    return m_store.write([&](StoreSession& session) -> Result<void> {
        if (!session.relaying().relay(name)) {
            return relayUnknown(name);
        }
        qint64 open = 0;
        for (const RelayState state : {RelayState::Planned, RelayState::Started, RelayState::Uncertain}) {
            open += session.relaying().countOut(name, state);
        }
        if (open > 0 && !drops) {
            return fail("relay-busy", QString::number(open));
        }
        session.relaying().removeRelay(name);
        return {};
    });
}

Result<QJsonObject> RelayAdmin::list(int most) {
    QJsonArray relays;
    const Result<void> read = m_store.read([&](StoreSession& session) -> Result<void> {
        relays = {};
        for (const RelayRecord& relay : session.relaying().relays()) {
            relays.append(json(session.relaying(), relay, most));
        }
        return {};
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    return QJsonObject{{u"relays"_s, relays}};
}

Result<int> RelayAdmin::retry(const QString& name, std::optional<qint64> id, bool arrived) {
    int changed = 0;
    const Result<void> done = m_store.write([&](StoreSession& session) -> Result<void> {
        changed = 0;
        if (!session.relaying().relay(name)) {
            return relayUnknown(name);
        }
        QList<RelayState> states{RelayState::Uncertain};
        if (!arrived) {
            states.append(RelayState::Failed);
        }
        QList<RelayOut> packets = session.relaying().outIn(name, states, everything);
        if (id) {
            packets.removeIf([&](const RelayOut& out) { return out.id != *id; });
        }
        if (id && packets.isEmpty()) {
            return fail("relay-packet-unknown", QString::number(*id));
        }
        for (RelayOut out : packets) {
            out.state = arrived ? RelayState::Done : RelayState::Planned;
            out.attempts = 0;
            out.tried = {};
            out.due = m_clock();
            session.relaying().putOut(out);
            ++changed;
        }
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return changed;
}

Result<EnrolmentCode> RelayAdmin::allow(const QString& organId, const QString& login, const QStringList& agencies) {
    if (!isLogin(login) || agencies.isEmpty()) {
        return fail("relay-account-wrong", login);
    }
    const EnrolmentCode code = newEnrolmentCode(organId + u"/relay:"_s + login, m_clock());
    const Result<void> done = m_store.write([&](StoreSession& session) -> Result<void> {
        AccountRecord record;
        record.caller = {code.account, organId, agencies};
        record.caller.mailboxes.removeDuplicates();
        for (const QString& agency : record.caller.mailboxes) {
            if (const Result<void> made = makeLocal(session, agency); !made) {
                return made;
            }
            session.relaying().setBelow(agency, code.account);
        }
        record.codeHash = Authenticator::codeHash(code.code);
        record.codeExpires = code.expires;
        session.putAccount(record);
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return code;
}

Result<QJsonObject> RelayAdmin::overview() {
    QJsonObject object;
    const Result<void> read = m_store.read([&](StoreSession& session) -> Result<void> {
        RelayRecords& records = session.relaying();
        const QList<RelayRecord> relays = records.relays();
        const auto count = [&](std::initializer_list<RelayState> states) {
            qint64 all = 0;
            for (const RelayRecord& relay : relays) {
                for (const RelayState state : states) {
                    all += records.countOut(relay.name, state);
                }
            }
            return all;
        };
        const QDateTime oldest = records.oldestOut();
        QJsonArray held;
        for (const HeldStatus& status : records.held(shownHeld)) {
            held.append(QJsonObject{{u"from"_s, status.from},
                                    {u"for"_s, status.addressee},
                                    {u"documentId"_s, status.documentId},
                                    {u"since"_s, timeText(status.since)},
                                    {u"until"_s, timeText(status.expires)}});
        }
        object = {{u"statuses"_s, held},
                  {u"relays"_s, relays.size()},
                  {u"waiting"_s, count({RelayState::Planned, RelayState::Started})},
                  {u"uncertain"_s, count({RelayState::Uncertain})},
                  {u"failed"_s, count({RelayState::Failed})},
                  {u"oldestSeconds"_s, oldest.isValid() ? std::max<qint64>(oldest.secsTo(m_clock()), 0) : 0},
                  {u"held"_s, records.heldCount()}};
        return {};
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    return object;
}

} // namespace hub
