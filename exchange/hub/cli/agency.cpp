// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/hubserver.h"
#include "exchange/protocol/wire.h"

#include <QDate>
#include <QJsonArray>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

CommandResult agencyAdd(const Arguments& arguments) {
    const Result<QString> name = arguments.required(u"name"_s);
    const auto server = name ? openHub(arguments) : std::unexpected(name.error());
    if (!server) {
        return std::unexpected(server.error());
    }
    exchange::AgencyEntry agency;
    agency.organId = arguments.value(u"id"_s);
    agency.name = *name;
    agency.inCharge = arguments.value(u"in-charge"_s);
    for (const QString& seal : arguments.values(u"seal"_s)) {
        agency.sealCertificateSha256.append(seal.toLatin1().toLower());
    }
    if (const Result<void> done = (*server)->administration().putAgency(agency); !done) {
        return std::unexpected(done.error());
    }
    return exchange::wire::json(agency);
}

CommandResult agencyClose(const Arguments& arguments) {
    const QDate day = QDate::fromString(arguments.value(u"valid-to"_s), Qt::ISODate);
    const Result<QString> id = arguments.required(u"id"_s);
    if (!id || !day.isValid()) {
        return !id ? std::unexpected(id.error()) : usage(u"--valid-to "_s + arguments.value(u"valid-to"_s));
    }
    const auto server = openHub(arguments);
    if (!server) {
        return std::unexpected(server.error());
    }
    const QString successor = arguments.value(u"successor"_s);
    const Result<void> done = (*server)->administration().closeAgency(*id, day, successor);
    return done ? CommandResult(QJsonObject{
                      {u"closed"_s, *id}, {u"validTo"_s, day.toString(Qt::ISODate)}, {u"successor"_s, successor}})
                : std::unexpected(done.error());
}

CommandResult agencyList(const Arguments& arguments) {
    const auto server = openHub(arguments);
    if (!server) {
        return std::unexpected(server.error());
    }
    const QString word = arguments.value(u"word"_s);
    QJsonArray array;
    QList<QStringList> rows;
    qint64 version = 0;
    for (bool more = true; more;) {
        const Result<exchange::Directory> page = (*server)->administration().agencies(version);
        if (!page) {
            return std::unexpected(page.error());
        }
        for (const exchange::AgencyEntry& agency : page->agencies) {
            if (agency.name.contains(word, Qt::CaseInsensitive) || agency.organId.contains(word)) {
                array.append(exchange::wire::json(agency));
                rows.append({agency.organId, agency.validTo.toString(Qt::ISODate), agency.successor, agency.name});
            }
        }
        version = page->version;
        more = page->more;
    }
    CommandOutput output(QJsonObject{{u"version"_s, version}, {u"agencies"_s, array}});
    if (!arguments.has(u"json"_s)) {
        output.text = tableText({u"id"_s, u"valid to"_s, u"successor"_s, u"name"_s}, rows);
    }
    return output;
}

} // namespace

QList<Command> agencyCommands() {
    return {
        {{u"agency"_s, u"close"_s},
         {u"id"_s, u"valid-to"_s, u"successor"_s},
         {},
         u"--data DIR --id ORGANID --valid-to YYYY-MM-DD [--successor ORGANID]"_s,
         uR"(      Ends an office: after that day documents for it are refused, and the sender is told who followed it.
)"_s,
         &agencyClose},
        {{u"agency"_s, u"list"_s},
         {u"word"_s},
         {u"json"_s},
         u"--data DIR [--word TEXT] [--json]"_s,
         uR"(      The directory, or what of it holds a text in its name or identifier.
)"_s,
         &agencyList},
        importAgenciesCommand(),
        {{u"agency"_s, u"add"_s},
         {u"id"_s, u"name"_s, u"in-charge"_s, u"seal"_s},
         {},
         u"--data DIR --id ORGANID --name NAME [--in-charge NAME] [--seal SHA256]..."_s,
         uR"(      Adds an office to the directory, or changes it. --seal: SHA-256 of a seal certificate (DER).
)"_s,
         &agencyAdd}};
}

} // namespace hub
