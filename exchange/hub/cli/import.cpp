// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/hubserver.h"
#include "exchange/protocol/wire.h"

#include <QFile>
#include <QJsonArray>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestImport = 256LL * 1024 * 1024;

Result<QJsonObject> readWorld(const Arguments& arguments) {
    if (arguments.plain.size() != 1) {
        return usage(u"import needs one file"_s);
    }
    QFile file(arguments.plain.first());
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestImport) {
        return fail("hub-import-unreadable", file.fileName() + u": "_s + file.errorString());
    }
    const std::optional<QJsonObject> world = exchange::wire::object(file.readAll());
    if (!world) {
        return fail("hub-import-not-json", file.fileName());
    }
    return *world;
}

CommandResult importInto(const Arguments& arguments, const QJsonObject& world) {
    const auto server = openHub(arguments);
    if (!server) {
        return std::unexpected(server.error());
    }
    const Result<QJsonObject> done = (*server)->administration().import(world);
    return done ? CommandResult(*done) : std::unexpected(done.error());
}

CommandResult importWorld(const Arguments& arguments) {
    const Result<QJsonObject> world = readWorld(arguments);
    return world ? importInto(arguments, *world) : std::unexpected(world.error());
}

CommandResult importAgencies(const Arguments& arguments) {
    const Result<QJsonObject> world = readWorld(arguments);
    if (!world) {
        return std::unexpected(world.error());
    }
    if (world->keys() != QStringList{u"agencies"_s}) {
        return usage(u"agency import takes agencies alone"_s);
    }
    const CommandResult done = importInto(arguments, *world);
    return done ? CommandResult(QJsonObject{{u"imported"_s, world->value("agencies"_L1).toArray().size()}}) : done;
}

} // namespace

Command importAgenciesCommand() {
    return {
        {u"agency"_s, u"import"_s},
        {},
        {},
        u"--data DIR FILE.json"_s,
        uR"(      {"agencies": […]} as for import; all or nothing. What did not change keeps its version, so that desks fetch only
      what did.
)"_s,
        &importAgencies};
}

Command importCommand() {
    return {
        {u"import"_s},
        {},
        {},
        u"--data DIR FILE.json"_s,
        uR"(      {"agencies": [{"organId", "name", "inCharge"?, "sealCertificateSha256": []?, "validFrom"?, "validTo"?,
                     "successor"?, "isLocal"?}],
       "people":   [{"agency", "login", "name", "role", "title"?, "unit"?, "account"?: false}],
       "accounts": [{"agency", "login", "mailboxes": []}]}
      The role "left" takes somebody out of the office: the account is revoked, the desks are told.
      Each person gets an account with an own mailbox, the unit's, and, for the role "clerk", the office's. Prints
      {"accounts": [{"account", "agency", "login", "code", "expires"}]}; all or nothing where a field is wrong.
)"_s,
        &importWorld};
}

} // namespace hub
