// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/hubserver.h"
#include "exchange/protocol/wire.h"

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

} // namespace

QList<Command> agencyCommands() {
    return {{{u"agency"_s, u"add"_s},
             {u"id"_s, u"name"_s, u"in-charge"_s, u"seal"_s},
             {},
             u"--data DIR --id ORGANID --name NAME [--in-charge NAME] [--seal SHA256]..."_s,
             uR"(      Adds an office to the directory, or changes it. --seal: SHA-256 of a seal certificate (DER).
)"_s,
             &agencyAdd}};
}

} // namespace hub
