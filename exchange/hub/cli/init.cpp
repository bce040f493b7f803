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
    if (const exchange::Result<void> made = HubServer::initialise(*folder); !made) {
        return std::unexpected(made.error());
    }
    return QJsonObject{{u"data"_s, *folder}};
}

} // namespace

Command initCommand() {
    return {{u"init"_s},
            {},
            {},
            u"--data DIR"_s,
            uR"(      Makes the data folder: an empty store and the key that protects the accounts' secrets.
)"_s,
            &initialise};
}

} // namespace hub
