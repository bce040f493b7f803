// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/hubserver.h"

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

CommandResult status(const Arguments& arguments) {
    const auto server = openHub(arguments);
    const Result<QJsonObject> all = server ? (*server)->administration().overview() : std::unexpected(server.error());
    return all ? CommandResult(*all) : std::unexpected(all.error());
}

} // namespace

Command statusCommand() {
    return {{u"status"_s}, {}, {}, u"--data DIR"_s, uR"(      What the hub holds, its offices and accounts, as JSON.
)"_s,
            &status};
}

} // namespace hub
