// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"

#include "exchange/hub/hubserver.h"
#include "exchange/protocol/wire.h"

#include <QFile>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestImport = 256LL * 1024 * 1024;

Result<std::unique_ptr<HubServer>> openData(const Arguments& arguments) {
    const Result<QString> folder = arguments.required(u"data"_s);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    HubOptions options;
    options.dataFolder = *folder;
    return HubServer::open(std::move(options));
}

QJsonObject json(const EnrolmentCode& code) {
    return {{u"account"_s, code.account}, {u"code"_s, code.code}, {u"expires"_s, code.expires.toString(Qt::ISODate)}};
}

CommandResult initialise(const QStringList& words) {
    const auto arguments = Arguments::parse(words, {u"data"_s});
    const Result<QString> folder = arguments ? arguments->required(u"data"_s) : std::unexpected(arguments.error());
    if (!folder) {
        return std::unexpected(folder.error());
    }
    if (const Result<void> made = HubServer::initialise(*folder); !made) {
        return std::unexpected(made.error());
    }
    return QJsonObject{{u"data"_s, *folder}};
}

CommandResult agencyAdd(const QStringList& words) {
    const auto arguments = Arguments::parse(words, {u"data"_s, u"id"_s, u"name"_s, u"in-charge"_s, u"seal"_s});
    if (!arguments) {
        return std::unexpected(arguments.error());
    }
    const Result<QString> name = arguments->required(u"name"_s);
    const auto server = name ? openData(*arguments) : std::unexpected(name.error());
    if (!server) {
        return std::unexpected(server.error());
    }
    exchange::AgencyEntry agency;
    agency.organId = arguments->value(u"id"_s);
    agency.name = *name;
    agency.inCharge = arguments->value(u"in-charge"_s);
    for (const QString& seal : arguments->values(u"seal"_s)) {
        agency.sealCertificateSha256.append(seal.toLatin1().toLower());
    }
    if (const Result<void> done = (*server)->administration().putAgency(agency); !done) {
        return std::unexpected(done.error());
    }
    return exchange::wire::json(agency);
}

CommandResult accountAdd(const QStringList& words) {
    const auto arguments = Arguments::parse(words, {u"data"_s, u"agency"_s, u"login"_s, u"mailbox"_s});
    const auto server = arguments ? openData(*arguments) : std::unexpected(arguments.error());
    if (!server) {
        return std::unexpected(server.error());
    }
    const Result<EnrolmentCode> code = (*server)->administration().addAccount(
        arguments->value(u"agency"_s), arguments->value(u"login"_s), arguments->values(u"mailbox"_s));
    return code ? CommandResult(json(*code)) : std::unexpected(code.error());
}

CommandResult accountRevoke(const QStringList& words) {
    const auto arguments = Arguments::parse(words, {u"data"_s, u"account"_s});
    const auto server = arguments ? openData(*arguments) : std::unexpected(arguments.error());
    if (!server) {
        return std::unexpected(server.error());
    }
    const QString account = arguments->value(u"account"_s);
    const Result<void> done = (*server)->administration().revokeAccount(account);
    return done ? CommandResult(QJsonObject{{u"revoked"_s, account}}) : std::unexpected(done.error());
}

CommandResult importWorld(const QStringList& words) {
    const auto arguments = Arguments::parse(words, {u"data"_s});
    if (!arguments) {
        return std::unexpected(arguments.error());
    }
    if (arguments->plain.size() != 1) {
        return usage(u"import needs one file"_s);
    }
    QFile file(arguments->plain.first());
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestImport) {
        return fail("hub-import-unreadable", file.fileName() + u": "_s + file.errorString());
    }
    const std::optional<QJsonObject> world = exchange::wire::object(file.readAll());
    if (!world) {
        return fail("hub-import-not-json", file.fileName());
    }
    const auto server = openData(*arguments);
    if (!server) {
        return std::unexpected(server.error());
    }
    return (*server)->administration().import(*world);
}

CommandResult overview(const QStringList& words) {
    const auto arguments = Arguments::parse(words, {u"data"_s});
    const auto server = arguments ? openData(*arguments) : std::unexpected(arguments.error());
    if (!server) {
        return std::unexpected(server.error());
    }
    return (*server)->administration().overview();
}

struct Command {
    QStringList words;
    CommandResult (*run)(const QStringList&);
};

} // namespace

QString helpText() {
    return uR"(congvan-hub: the exchange server of Công Văn

  congvan-hub init --data DIR
      Makes the data folder: an empty store and the key that protects the accounts' secrets.
  congvan-hub serve --data DIR [--port N] [--ready-file FILE] [--listen ADDRESS --tls-cert FILE --tls-key FILE]
                    [--operations ADDRESS:PORT] [--access-log FILE] [--log FILE]
      Serves until SIGTERM or SIGINT. Port 0 takes a free one; the ready file gets the port once the hub answers.
      Other addresses than loopback need TLS. --operations tells /health, /ready and /metrics (Prometheus text) on an
      address of this machine. Logs are JSON lines without any word of a document; "-" is standard error; SIGHUP opens
      them anew.
  congvan-hub agency add --data DIR --id ORGANID --name NAME [--in-charge NAME] [--seal SHA256]...
      Adds an office to the directory, or changes it. --seal: SHA-256 of a seal certificate (DER).
  congvan-hub account add --data DIR --agency ORGANID --login LOGIN [--mailbox MAILBOX]...
      Adds an account and prints its one-time enrolment code, valid for 24 hours.
  congvan-hub account revoke --data DIR --account ACCOUNT
  congvan-hub import --data DIR FILE.json
      {"agencies": [{"organId", "name", "inCharge"?, "sealCertificateSha256": []?, "validFrom"?, "validTo"?,
                     "successor"?, "isLocal"?}],
       "people":   [{"agency", "login", "name", "role", "title"?, "unit"?, "account"?: false}],
       "accounts": [{"agency", "login", "mailboxes": []}]}
      Each person gets an account with an own mailbox, the unit's, and, for the role "clerk", the office's. Prints
      {"accounts": [{"account", "agency", "login", "code", "expires"}]}; all or nothing where a field is wrong.
  congvan-hub status --data DIR
      Offices and accounts, as JSON.

Answers are JSON on standard output; errors are a code and a sentence on standard error.
Exit codes: 0 done, 64 usage, 65 bad data, 66 no input, 69 cannot listen, 73 cannot create, 74 disk, 78 configuration.
)"_s;
}

CommandResult runCommand(const QStringList& arguments) {
    static const QList<Command> commands{
        {{u"init"_s}, &initialise},
        {{u"serve"_s}, &serve},
        {{u"agency"_s, u"add"_s}, &agencyAdd},
        {{u"account"_s, u"add"_s}, &accountAdd},
        {{u"account"_s, u"revoke"_s}, &accountRevoke},
        {{u"import"_s}, &importWorld},
        {{u"status"_s}, &overview},
    };
    for (const Command& command : commands) {
        if (arguments.mid(0, command.words.size()) == command.words) {
            return command.run(arguments.mid(command.words.size()));
        }
    }
    return usage(arguments.join(u' '));
}

} // namespace hub
