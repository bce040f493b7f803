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

CommandResult importWorld(const Arguments& arguments) {
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
    const auto server = openHub(arguments);
    if (!server) {
        return std::unexpected(server.error());
    }
    const Result<QJsonObject> done = (*server)->administration().import(*world);
    return done ? CommandResult(*done) : std::unexpected(done.error());
}

} // namespace

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
      Each person gets an account with an own mailbox, the unit's, and, for the role "clerk", the office's. Prints
      {"accounts": [{"account", "agency", "login", "code", "expires"}]}; all or nothing where a field is wrong.
)"_s,
        &importWorld};
}

} // namespace hub
