// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/hubserver.h"

#include <QJsonArray>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject json(const EnrolmentCode& code) {
    return {{u"account"_s, code.account}, {u"code"_s, code.code}, {u"expires"_s, code.expires.toString(Qt::ISODate)}};
}

CommandResult accountAdd(const Arguments& arguments) {
    const auto server = openHub(arguments);
    if (!server) {
        return std::unexpected(server.error());
    }
    const Result<EnrolmentCode> code = (*server)->administration().addAccount(
        arguments.value(u"agency"_s), arguments.value(u"login"_s), arguments.values(u"mailbox"_s));
    return code ? CommandResult(json(*code)) : std::unexpected(code.error());
}

CommandResult accountRotate(const Arguments& arguments) {
    const auto server = openHub(arguments);
    if (!server) {
        return std::unexpected(server.error());
    }
    const Result<EnrolmentCode> code = (*server)->administration().rotateAccount(arguments.value(u"account"_s));
    return code ? CommandResult(json(*code)) : std::unexpected(code.error());
}

CommandResult accountRevoke(const Arguments& arguments) {
    const auto server = openHub(arguments);
    if (!server) {
        return std::unexpected(server.error());
    }
    const QString account = arguments.value(u"account"_s);
    const Result<void> done = (*server)->administration().revokeAccount(account);
    return done ? CommandResult(QJsonObject{{u"revoked"_s, account}}) : std::unexpected(done.error());
}

CommandResult accountList(const Arguments& arguments) {
    const auto server = openHub(arguments);
    const Result<QJsonObject> all = server ? (*server)->administration().overview() : std::unexpected(server.error());
    if (!all) {
        return std::unexpected(all.error());
    }
    const QJsonArray accounts = all->value("accounts"_L1).toArray();
    CommandOutput output(QJsonObject{{u"accounts"_s, accounts}});
    if (!arguments.has(u"json"_s)) {
        QList<QStringList> rows;
        for (const QJsonValue& value : accounts) {
            const QJsonObject account = value.toObject();
            rows.append({account.value("account"_L1).toString(), account.value("state"_L1).toString(),
                         account.value("mailboxes"_L1).toVariant().toStringList().join(u' ')});
        }
        output.text = tableText({u"account"_s, u"state"_s, u"mailboxes"_s}, rows);
    }
    return output;
}

} // namespace

QList<Command> accountCommands() {
    return {
        {{u"account"_s, u"add"_s},
         {u"agency"_s, u"login"_s, u"mailbox"_s},
         {},
         u"--data DIR --agency ORGANID --login LOGIN [--mailbox MAILBOX]..."_s,
         uR"(      Adds an account and prints its one-time enrolment code, valid for 24 hours.
)"_s,
         &accountAdd},
        {{u"account"_s, u"rotate"_s},
         {u"account"_s},
         {},
         u"--data DIR --account ACCOUNT"_s,
         uR"(      Prints a new one-time code. The old secret works until the code is redeemed, and not after.
)"_s,
         &accountRotate},
        {{u"account"_s, u"revoke"_s},
         {u"account"_s},
         {},
         u"--data DIR --account ACCOUNT"_s,
         uR"(      Ends an account at once; requests that wait are ended, too.
)"_s,
         &accountRevoke},
        {{u"account"_s, u"list"_s},
         {},
         {u"json"_s},
         u"--data DIR [--json]"_s,
         uR"(      Accounts with their state (enrolled, waiting, revoked) and mailboxes.
)"_s,
         &accountList},
    };
}

} // namespace hub
