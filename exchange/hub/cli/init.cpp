// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/hubserver.h"

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

CommandResult initialise(const Arguments& arguments) {
    const exchange::Result<QString> folder = arguments.required(u"data"_s);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    const QString postgres = arguments.value(u"postgres"_s);
    const QString store = arguments.value(u"store"_s);
    const bool inDatabase = store == "postgres"_L1;
    if ((!store.isEmpty() && !inDatabase && store != "sqlite"_L1) || inDatabase == postgres.isEmpty()) {
        return usage(u"--store sqlite, or --store postgres --postgres CONNECTION"_s);
    }
    if (const exchange::Result<void> made = HubServer::initialise(*folder, postgres); !made) {
        return std::unexpected(made.error());
    }
    return QJsonObject{{u"data"_s, *folder}, {u"store"_s, inDatabase ? u"postgres"_s : u"sqlite"_s}};
}

} // namespace

Command initCommand() {
    return {
        {u"init"_s},
        {u"store"_s, u"postgres"_s},
        {},
        u"--data DIR [--store sqlite | --store postgres --postgres CONNECTION]"_s,
        uR"(      Makes the data folder: an empty store and the key that protects the accounts' secrets. With --store postgres the
      store and all contents lie in that database (in libpq's words: "host=db1,db2 dbname=congvan user=congvan"), and
      several hubs may serve from it, each with a data folder of its own that has the first one's hub.key.
)"_s,
        &initialise};
}

} // namespace hub
