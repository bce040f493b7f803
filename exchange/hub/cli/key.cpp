// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/core/datafolder.h"
#include "exchange/hub/hubdata.h"
#include "exchange/hub/secrets/hubkey.h"

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

CommandResult keyRotate(const Arguments& arguments) {
    const Result<QString> folder = arguments.required(u"data"_s);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    const Result<exchange::ProcessLock> alone = lockData(*folder);
    if (!alone) {
        return std::unexpected(alone.error());
    }
    const Result<HubData> data = openHubData(*folder, {.connections = 2}, false);
    const Result<int> sealed = data ? changeKey(*folder, *data->store) : std::unexpected(data.error());
    return sealed ? CommandResult(QJsonObject{{u"key"_s, keyFile(*folder)}, {u"secrets"_s, *sealed}})
                  : std::unexpected(sealed.error());
}

} // namespace

Command keyCommand() {
    return {
        {u"key"_s, u"rotate"_s},
        {},
        {},
        u"--data DIR"_s,
        uR"(      Makes another hub.key and seals the secrets of all accounts and relays with it, while no hub serves. Clients
      notice nothing. Other hubs over the same database get a copy of the new file before they start again. The old key
      stays as hub.key.old: backups made before need it; put it where they are, and away from here.
)"_s,
        &keyRotate};
}

} // namespace hub
