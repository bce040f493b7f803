// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/hubserver.h"

#include <QJsonArray>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

CommandResult status(const Arguments& arguments) {
    const auto server = openHub(arguments);
    if (!server) {
        return std::unexpected(server.error());
    }
    Administration& administration = (*server)->administration();
    const Result<QJsonObject> all = administration.overview();
    const Result<StoreCounts> counts = all ? administration.counts() : std::unexpected(all.error());
    const Result<QList<AgencyUsage>> usages = counts ? administration.usages() : std::unexpected(counts.error());
    const Result<QJsonObject> relaying = usages ? (*server)->relays().overview() : std::unexpected(usages.error());
    if (!relaying) {
        return std::unexpected(relaying.error());
    }
    QJsonObject object = *all;
    object.insert(u"streams"_s, counts->streams);
    object.insert(u"messages"_s, counts->messages);
    object.insert(u"contents"_s, counts->contents);
    object.insert(u"contentBytes"_s, counts->contentBytes);
    object.insert(u"uploads"_s, counts->uploads);
    object.insert(u"usage"_s, usageJson(*usages));
    object.insert(u"relaying"_s, *relaying);
    return object;
}

} // namespace

Command statusCommand() {
    return {
        {u"status"_s},
        {},
        {},
        u"--data DIR"_s,
        uR"(      What the hub holds, what each agency uses of its quota, the accounts, what goes to servers above and which
      statuses wait for their document, as JSON.
)"_s,
        &status};
}

} // namespace hub
