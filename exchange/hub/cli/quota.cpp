// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/hubserver.h"

#include <QJsonArray>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mostBytes = 1LL << 60;

CommandResult quotaSet(const Arguments& arguments) {
    const QString agency = arguments.value(u"agency"_s);
    if (agency.isEmpty() != arguments.has(u"all"_s) || arguments.value(u"bytes"_s).isEmpty()) {
        return usage(u"quota set needs --agency or --all, and --bytes"_s);
    }
    const bool none = arguments.value(u"bytes"_s) == "none"_L1;
    const Result<qint64> bytes = none ? Result<qint64>(0) : arguments.number(u"bytes"_s, 0, mostBytes);
    const auto server = bytes ? openHub(arguments) : std::unexpected(bytes.error());
    if (!server) {
        return std::unexpected(server.error());
    }
    const Result<void> done = (*server)->administration().setQuota(agency, none ? std::nullopt : std::optional(*bytes));
    if (!done) {
        return std::unexpected(done.error());
    }
    return QJsonObject{{u"agency"_s, agency}, {u"quota"_s, none ? QJsonValue() : QJsonValue(*bytes)}};
}

CommandResult quotaList(const Arguments& arguments) {
    const auto server = openHub(arguments);
    const auto usages = server ? (*server)->administration().usages() : std::unexpected(server.error());
    if (!usages) {
        return std::unexpected(usages.error());
    }
    CommandOutput output(QJsonObject{{u"agencies"_s, usageJson(*usages)}});
    if (!arguments.has(u"json"_s)) {
        QList<QStringList> rows;
        for (const AgencyUsage& usage : *usages) {
            rows.append({usage.agency.isEmpty() ? u"(all others)"_s : usage.agency, QString::number(usage.bytes),
                         usage.quota ? QString::number(*usage.quota) : u"-"_s});
        }
        output.text = tableText({u"agency"_s, u"bytes"_s, u"quota"_s}, rows);
    }
    return output;
}

} // namespace

QJsonArray usageJson(const QList<AgencyUsage>& usages) {
    QJsonArray array;
    for (const AgencyUsage& usage : usages) {
        array.append(QJsonObject{{u"agency"_s, usage.agency},
                                 {u"bytes"_s, usage.bytes},
                                 {u"quota"_s, usage.quota ? QJsonValue(*usage.quota) : QJsonValue()}});
    }
    return array;
}

QList<Command> quotaCommands() {
    return {
        {{u"quota"_s, u"set"_s},
         {u"agency"_s, u"bytes"_s},
         {u"all"_s},
         u"--data DIR (--agency ORGANID | --all) --bytes (N | none)"_s,
         uR"(      How many bytes of contents an agency's accounts may upload in all; --all: agencies without one of their own.
)"_s,
         &quotaSet},
        {{u"quota"_s, u"list"_s},
         {},
         {u"json"_s},
         u"--data DIR [--json]"_s,
         uR"(      What each agency uploaded, and its quota.
)"_s,
         &quotaList}};
}

} // namespace hub
