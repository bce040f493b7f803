// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/hubserver.h"

#include <QFile>
#include <QJsonArray>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestSecret = 16 * 1024;
constexpr int shown = 200;

/// Secrets come by file alone: a command line is seen by everybody on the machine.
Result<QByteArray> secretOf(const Arguments& arguments) {
    const QString path = arguments.value(u"secret-file"_s);
    if (path.isEmpty()) {
        return QByteArray();
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestSecret) {
        return fail("relay-secret-unreadable", path + u": "_s + file.errorString());
    }
    return file.readAll().trimmed();
}

Result<QJsonObject> optionsOf(const Arguments& arguments) {
    QJsonObject options;
    for (const QString& option : arguments.values(u"option"_s)) {
        const qsizetype sign = option.indexOf(u'=');
        if (sign < 1) {
            return std::unexpected(usage(u"--option "_s + option).error());
        }
        options.insert(option.left(sign), option.mid(sign + 1));
    }
    return options;
}

CommandResult add(const Arguments& arguments) {
    const Result<QByteArray> secret = secretOf(arguments);
    const Result<QJsonObject> options = secret ? optionsOf(arguments) : std::unexpected(secret.error());
    const auto server = options ? openHub(arguments) : std::unexpected(options.error());
    if (!server) {
        return std::unexpected(server.error());
    }
    const RelaySettings settings{arguments.value(u"name"_s),
                                 arguments.value(u"profile"_s),
                                 arguments.value(u"url"_s),
                                 arguments.value(u"account"_s),
                                 *secret,
                                 arguments.value(u"ca-file"_s),
                                 arguments.value(u"hub-id"_s),
                                 *options};
    const Result<void> added = (*server)->relays().add(settings);
    return added ? CommandResult(QJsonObject{{u"added"_s, settings.name}}) : std::unexpected(added.error());
}

QString tableOf(const QJsonArray& relays) {
    QList<QStringList> rows;
    for (const QJsonValue& value : relays) {
        const QJsonObject relay = value.toObject();
        const auto number = [&](const char* name) {
            return QString::number(relay.value(QLatin1StringView(name)).toInteger());
        };
        rows.append({relay.value("name"_L1).toString(), relay.value("profile"_L1).toString(),
                     relay.value("url"_L1).toString(), relay.value("contact"_L1).toString(), number("waiting"),
                     number("uncertain"), number("failed"), relay.value("trouble"_L1).toString()});
        for (const QJsonValue& packet : relay.value("packets"_L1).toArray()) {
            const QJsonObject row = packet.toObject();
            rows.append({u"  #%1"_s.arg(row.value("id"_L1).toInteger()), row.value("state"_L1).toString(),
                         row.value("from"_L1).toString(), row.value("created"_L1).toString(), u""_s, u""_s, u""_s,
                         row.value("code"_L1).toString()});
        }
    }
    return tableText({u"NAME"_s, u"PROFILE"_s, u"ADDRESS"_s, u"LAST CONTACT"_s, u"WAITING"_s, u"UNCERTAIN"_s,
                      u"FAILED"_s, u"TROUBLE"_s},
                     rows);
}

CommandResult list(const Arguments& arguments) {
    const auto server = openHub(arguments);
    const Result<QJsonObject> all = server ? (*server)->relays().list(shown) : std::unexpected(server.error());
    if (!all) {
        return std::unexpected(all.error());
    }
    CommandOutput output(*all);
    if (!arguments.has(u"json"_s)) {
        output.text = tableOf(all->value("relays"_L1).toArray());
    }
    return output;
}

CommandResult retry(const Arguments& arguments) {
    std::optional<qint64> id;
    if (const QString text = arguments.value(u"id"_s); !text.isEmpty()) {
        bool numeric = false;
        id = text.toLongLong(&numeric);
        if (!numeric) {
            return std::unexpected(usage(u"--id "_s + text).error());
        }
    }
    const auto server = openHub(arguments);
    const Result<int> changed =
        server ? (*server)->relays().retry(arguments.value(u"name"_s), id, arguments.has(u"arrived"_s))
               : std::unexpected(server.error());
    return changed ? CommandResult(QJsonObject{{u"changed"_s, *changed}}) : std::unexpected(changed.error());
}

CommandResult remove(const Arguments& arguments) {
    const QString name = arguments.value(u"name"_s);
    const auto server = openHub(arguments);
    const Result<void> removed =
        server ? (*server)->relays().remove(name, arguments.has(u"drop"_s)) : std::unexpected(server.error());
    return removed ? CommandResult(QJsonObject{{u"removed"_s, name}}) : std::unexpected(removed.error());
}

CommandResult allow(const Arguments& arguments) {
    const auto server = openHub(arguments);
    const Result<EnrolmentCode> code =
        server ? (*server)->relays().allow(arguments.value(u"agency"_s), arguments.value(u"login"_s),
                                           arguments.values(u"for"_s))
               : std::unexpected(server.error());
    if (!code) {
        return std::unexpected(code.error());
    }
    return QJsonObject{
        {u"account"_s, code->account}, {u"code"_s, code->code}, {u"expires"_s, code->expires.toString(Qt::ISODate)}};
}

} // namespace

QList<Command> relayCommands() {
    return {
        {{u"relay"_s, u"add"_s},
         {u"name"_s, u"profile"_s, u"url"_s, u"account"_s, u"secret-file"_s, u"ca-file"_s, u"hub-id"_s, u"option"_s},
         {},
         u"--data DIR --name NAME --profile hub|axis|provincial|folder --url URL --hub-id ORGANID "
         "[--account ACCOUNT] [--secret-file FILE] [--ca-file FILE] [--option NAME=VALUE]..."_s,
         uR"(      Adds a server above, or changes it: what has no mailbox here goes there, what waits there comes down.
      --hub-id: this hub's own agency code, by which a packet that comes round is known. The secret file holds one
      line; of the provincial profile three: password, SystemId, SecretKey. A running hub takes it up in half a minute.
)"_s,
         &add},
        {{u"relay"_s, u"list"_s},
         {},
         {u"json"_s},
         u"--data DIR [--json]"_s,
         u"      Servers above: last contact, what waits, is uncertain or failed, and the trouble where there is one.\n"_s,
         &list},
        {{u"relay"_s, u"retry"_s},
         {u"name"_s, u"id"_s},
         {u"arrived"_s},
         u"--data DIR --name NAME [--id N] [--arrived]"_s,
         uR"(      Sends again what failed or is uncertain: all of it, or one packet by its number in the list. An uncertain one
      may reach its receivers twice, so ask them first; --arrived notes instead that it has reached them.
)"_s,
         &retry},
        {{u"relay"_s, u"remove"_s},
         {u"name"_s},
         {u"drop"_s},
         u"--data DIR --name NAME [--drop]"_s,
         u"      Removes a server above; --drop also where packets still wait for it, which are then lost.\n"_s,
         &remove},
        {{u"relay"_s, u"allow"_s},
         {u"agency"_s, u"login"_s, u"for"_s},
         {},
         u"--data DIR --agency ORGANID --login LOGIN --for ORGANID..."_s,
         uR"(      Makes an account for a hub below, which sends and receives for these agencies alone, and prints its one-time
      enrolment code. One --for for each agency.
)"_s,
         &allow},
        {{u"relay"_s, u"enrol"_s},
         {u"url"_s, u"ca-file"_s, u"code-file"_s, u"secret-file"_s},
         {},
         u"--url URL --code-file FILE --secret-file FILE [--ca-file FILE]"_s,
         uR"(      Redeems, at this hub's side, a code that `relay allow` printed above: writes the secret into a new file (0600)
      and prints the account for `relay add`.
)"_s,
         &enrolRelay},
    };
}

} // namespace hub
