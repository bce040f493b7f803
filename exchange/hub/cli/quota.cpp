// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/hubserver.h"

#include <QJsonArray>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue amountValue(std::optional<qint64> amount) {
    return amount ? QJsonValue(*amount) : QJsonValue();
}

QJsonObject amountJson(const DayAmount& amount) {
    return {{u"bytes"_s, amountValue(amount.bytes)}, {u"messages"_s, amountValue(amount.messages)}};
}

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

CommandResult quotaDay(const Arguments& arguments) {
    const QString account = arguments.value(u"account"_s);
    if (account.isEmpty() != arguments.has(u"all"_s) || arguments.value(u"bytes"_s).isEmpty() ||
        arguments.value(u"messages"_s).isEmpty()) {
        return usage(u"quota day needs --account or --all, --bytes and --messages"_s);
    }
    DayAmount limit;
    for (const auto& [name, part] : {std::pair(u"bytes"_s, &limit.bytes), std::pair(u"messages"_s, &limit.messages)}) {
        if (arguments.value(name) != "none"_L1) {
            const Result<qint64> number = arguments.number(name, 0, mostBytes);
            if (!number) {
                return std::unexpected(number.error());
            }
            *part = *number;
        }
    }
    const auto server = openHub(arguments);
    const Result<void> done =
        server ? (*server)->administration().setDayLimit(account, limit) : std::unexpected(server.error());
    if (!done) {
        return std::unexpected(done.error());
    }
    QJsonObject object = amountJson(limit);
    object.insert(u"account"_s, account);
    return object;
}

CommandResult quotaList(const Arguments& arguments) {
    const auto server = openHub(arguments);
    const auto usages = server ? (*server)->administration().usages() : std::unexpected(server.error());
    const auto days = usages ? (*server)->administration().dayUsages() : std::unexpected(usages.error());
    if (!days) {
        return std::unexpected(days.error());
    }
    CommandOutput output(QJsonObject{{u"agencies"_s, usageJson(*usages)}, {u"days"_s, dayJson(*days)}});
    if (!arguments.has(u"json"_s)) {
        QList<QStringList> rows;
        for (const AgencyUsage& usage : *usages) {
            rows.append({usage.agency.isEmpty() ? u"(all others)"_s : usage.agency, QString::number(usage.bytes),
                         usage.quota ? QString::number(*usage.quota) : u"-"_s});
        }
        output.text = tableText({u"agency"_s, u"bytes"_s, u"quota"_s}, rows);
        rows.clear();
        const auto shown = [](std::optional<qint64> amount) { return amount ? QString::number(*amount) : u"-"_s; };
        for (const DayUsage& day : *days) {
            rows.append({day.account.isEmpty() ? u"(all others)"_s : day.account, shown(day.used.bytes),
                         shown(day.limit.bytes), shown(day.used.messages), shown(day.limit.messages)});
        }
        if (!rows.isEmpty()) {
            output.text +=
                u'\n' + tableText({u"account"_s, u"bytes today"_s, u"of"_s, u"messages today"_s, u"of"_s}, rows);
        }
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

QJsonArray dayJson(const QList<DayUsage>& days) {
    QJsonArray array;
    for (const DayUsage& day : days) {
        array.append(QJsonObject{
            {u"account"_s, day.account}, {u"today"_s, amountJson(day.used)}, {u"limit"_s, amountJson(day.limit)}});
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
        {{u"quota"_s, u"day"_s},
         {u"account"_s, u"bytes"_s, u"messages"_s},
         {u"all"_s},
         u"--data DIR (--account ACCOUNT | --all) --bytes (N | none) --messages (N | none)"_s,
         uR"(      How much an account may send in a day of UTC: bytes of messages, packets and contents, and their number. --all:
      accounts without a limit of their own. What comes from a server above counts as the account HUB/relay:NAME; the
      rest of it is fetched the next day. Only what has a limit is counted.
)"_s,
         &quotaDay},
        {{u"quota"_s, u"list"_s},
         {},
         {u"json"_s},
         u"--data DIR [--json]"_s,
         uR"(      What each agency uploaded, and its quota; what accounts with a limit sent today.
)"_s,
         &quotaList}};
}

} // namespace hub
