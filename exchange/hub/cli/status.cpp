// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/hubserver.h"

#include <QJsonArray>

#include <algorithm>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

qint64 countOf(const QJsonArray& accounts, const QString& state) {
    return std::ranges::count_if(accounts,
                                 [&](const QJsonValue& account) { return account["state"_L1].toString() == state; });
}

/// The same in words, for people.
QString statusText(const QJsonObject& object, const QList<AgencyUsage>& usages) {
    const auto number = [](const QJsonValue& value) { return QString::number(value.toInteger()); };
    const QJsonArray accounts = object["accounts"_L1].toArray();
    const QJsonObject relaying = object["relaying"_L1].toObject();
    QList<QStringList> rows{
        {u"agencies"_s, number(object["agencies"_L1])},
        {u"accounts"_s, u"%1 enrolled, %2 waiting, %3 revoked"_s.arg(countOf(accounts, u"enrolled"_s))
                            .arg(countOf(accounts, u"waiting"_s))
                            .arg(countOf(accounts, u"revoked"_s))},
        {u"streams"_s, number(object["streams"_L1])},
        {u"messages"_s, number(object["messages"_L1])},
        {u"contents"_s, u"%1 with %2 bytes"_s.arg(number(object["contents"_L1]), number(object["contentBytes"_L1]))},
        {u"uploads"_s, number(object["uploads"_L1]) + u" not whole yet"_s},
        {u"relays"_s, number(relaying["relays"_L1])},
        {u"packets up"_s, u"%1 waiting, the oldest for %2 s; %3 uncertain; %4 failed"_s.arg(
                              number(relaying["waiting"_L1]), number(relaying["oldestSeconds"_L1]),
                              number(relaying["uncertain"_L1]), number(relaying["failed"_L1]))},
        {u"statuses"_s, number(relaying["held"_L1]) + u" wait for their document"_s}};
    QString text = tableText({u"what"_s, u"how many"_s}, rows);
    rows.clear();
    for (const AgencyUsage& usage : usages) {
        rows.append({usage.agency.isEmpty() ? u"(all others)"_s : usage.agency, QString::number(usage.bytes),
                     usage.quota ? QString::number(*usage.quota) : u"-"_s});
    }
    return rows.isEmpty() ? text : text + u'\n' + tableText({u"agency"_s, u"bytes"_s, u"quota"_s}, rows);
}

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
    CommandOutput output(object);
    if (!arguments.has(u"json"_s)) {
        output.text = statusText(object, *usages);
    }
    return output;
}

} // namespace

Command statusCommand() {
    return {
        {u"status"_s},
        {},
        {u"json"_s},
        u"--data DIR [--json]"_s,
        uR"(      What the hub holds, what each agency uses of its quota, how many accounts there are, what goes to servers above
      and how many statuses wait for their document. --json: each account and status, too.
)"_s,
        &status};
}

} // namespace hub
