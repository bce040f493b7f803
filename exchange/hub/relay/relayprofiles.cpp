// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/relay/relayprofiles.h"

#include "exchange/client/axis/axisclient.h"
#include "exchange/client/folder/folderexchange.h"
#include "exchange/client/hubclient.h"
#include "exchange/client/provincial/provincialclient.h"
#include "exchange/protocol/wire.h"

namespace hub {

using exchange::fail;
using exchange::PacketServer;
using exchange::Result;
using namespace Qt::Literals::StringLiterals;

namespace {

using Server = Result<std::unique_ptr<PacketServer>>;

/// The settings of a profile, each taken once; what is left over is wrong.
class Settings {
public:
    explicit Settings(const QString& json)
        : m_values(exchange::wire::object(json.toUtf8()).value_or(QJsonObject())) {}

    void take(const char* name, bool& value) {
        const QString text = taken(name);
        if (!text.isEmpty()) {
            m_good = m_good && (text == "true"_L1 || text == "false"_L1);
            value = text == "true"_L1;
        }
    }
    void take(const char* name, QString& value) {
        const QString text = taken(name);
        value = text.isEmpty() ? value : text;
    }
    template <typename Number>
        requires std::is_arithmetic_v<Number>
    void take(const char* name, Number& value) {
        const QString text = taken(name);
        if (!text.isEmpty()) {
            bool numeric = false;
            value = static_cast<Number>(text.toLongLong(&numeric));
            m_good = m_good && numeric;
        }
    }
    /// "relay-options-wrong" names what was left over or makes no sense.
    [[nodiscard]] Result<void> end() const {
        return m_good && m_values.isEmpty() ? Result<void>()
                                            : fail("relay-options-wrong", QStringList(m_values.keys()).join(u' '));
    }

private:
    QString taken(const char* name) { return m_values.take(QLatin1StringView(name)).toString(); }

    QJsonObject m_values;
    bool m_good = true;
};

exchange::HubAccount accountOf(const RelayRecord& relay, const QByteArray& secret) {
    return {QUrl(relay.url), relay.account, secret, relay.caFile};
}

Server hubAbove(const RelayRecord& relay, const QByteArray& secret, RelayMarks& marks) {
    if (const Result<void> end = Settings(relay.options).end(); !end) {
        return std::unexpected(end.error());
    }
    auto client = std::make_unique<exchange::HubClient>(accountOf(relay, secret));
    return std::make_unique<HubPacketServer>(std::move(client), marks);
}

Server axis(const RelayRecord& relay, const QByteArray& secret, RelayMarks& /*marks*/) {
    exchange::AxisAccount account{QUrl(relay.url), relay.account, secret, relay.caFile, {}};
    Settings settings(relay.options);
    settings.take("sdk-hash", account.switches.sdkHash);
    settings.take("multipart-content-type", account.switches.multipartContentType);
    settings.take("streams", account.switches.streams);
    settings.take("dates-in-list", account.switches.datesInList);
    settings.take("page-days", account.switches.pageDays);
    settings.take("zone-minutes", account.switches.zoneMinutes);
    settings.take("asks-sent", account.switches.asksSent);
    settings.take("sent-list-has-statuses", account.switches.sentListHasStatuses);
    settings.take("ids-are-hashes", account.switches.idsAreHashes);
    settings.take("directory-by-version", account.switches.getsDirectoryByVersion);
    if (const Result<void> end = settings.end(); !end) {
        return std::unexpected(end.error());
    }
    return std::make_unique<exchange::AxisClient>(std::move(account));
}

Server provincial(const RelayRecord& relay, const QByteArray& secret, RelayMarks& /*marks*/) {
    const QList<QByteArray> lines = secret.split('\n');
    exchange::ProvincialAccount account;
    account.baseUrl = QUrl(relay.url);
    account.userName = relay.account;
    account.password = QString::fromUtf8(lines.value(0).trimmed());
    account.systemId = lines.value(1).trimmed();
    account.secretKey = lines.value(2).trimmed();
    account.caFile = relay.caFile;
    Settings settings(relay.options);
    settings.take("application-code", account.applicationCode);
    settings.take("largest-packet", account.largestPacketBytes);
    settings.take("zone-minutes", account.zoneMinutes);
    if (const Result<void> end = settings.end(); !end) {
        return std::unexpected(end.error());
    }
    return std::make_unique<exchange::ProvincialClient>(std::move(account));
}

Server folder(const RelayRecord& relay, const QByteArray& /*secret*/, RelayMarks& /*marks*/) {
    exchange::FolderProfile profile;
    profile.outFolder = relay.url + u"/out"_s;
    profile.inFolder = relay.url + u"/in"_s;
    Settings settings(relay.options);
    settings.take("out", profile.outFolder);
    settings.take("in", profile.inFolder);
    settings.take("stable-seconds", profile.stableSeconds);
    if (const Result<void> end = settings.end(); !end) {
        return std::unexpected(end.error());
    }
    return std::make_unique<exchange::FolderExchange>(std::move(profile));
}

struct Profile {
    QLatin1StringView name;
    Server (*make)(const RelayRecord&, const QByteArray&, RelayMarks&);
};

constexpr std::array profiles{Profile{"hub"_L1, &hubAbove}, Profile{"axis"_L1, &axis},
                              Profile{"provincial"_L1, &provincial}, Profile{"folder"_L1, &folder}};

} // namespace

QStringList relayProfiles() {
    QStringList names;
    for (const Profile& profile : profiles) {
        names.append(profile.name);
    }
    return names;
}

std::unique_ptr<exchange::ExchangeServer> lineToHub(const RelayRecord& relay, const QByteArray& secret) {
    return relay.profile == "hub"_L1 ? std::make_unique<exchange::HubClient>(accountOf(relay, secret)) : nullptr;
}

Server relayServer(const RelayRecord& relay, const QByteArray& secret, RelayMarks& marks) {
    for (const Profile& profile : profiles) {
        if (relay.profile == profile.name) {
            return profile.make(relay, secret, marks);
        }
    }
    return fail("relay-profile-unknown", relay.profile);
}

} // namespace hub
