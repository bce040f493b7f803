// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/enrolment.h"
#include "exchange/hub/cli/commands.h"

#include <QFile>

namespace hub {

using exchange::fail;
using exchange::Result;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestCode = 4096;

std::unexpected<exchange::Error> fileFailed(const QFile& file) {
    return fail("relay-file-failed", file.fileName() + u": "_s + file.errorString());
}

} // namespace

CommandResult enrolRelay(const Arguments& arguments) {
    const Result<QString> url = arguments.required(u"url"_s);
    const Result<QString> code = url ? arguments.required(u"code-file"_s) : url;
    const Result<QString> secret = code ? arguments.required(u"secret-file"_s) : code;
    if (!secret) {
        return std::unexpected(secret.error());
    }
    QFile codeFile(*code);
    if (!codeFile.open(QIODevice::ReadOnly) || codeFile.size() > longestCode) {
        return fileFailed(codeFile);
    }
    // Made before the code is used up: a secret that can't be kept would be lost with it.
    QFile secretFile(*secret);
    if (!secretFile.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
        return fileFailed(secretFile);
    }
    const auto account =
        exchange::enrol(QUrl(*url), arguments.value(u"ca-file"_s), QString::fromUtf8(codeFile.readAll().trimmed()));
    if (!account) {
        secretFile.remove();
        return std::unexpected(account.error());
    }
    if (secretFile.write(account->secret + '\n') != account->secret.size() + 1 || !secretFile.flush()) {
        return fileFailed(secretFile);
    }
    return QJsonObject{{u"account"_s, account->account}};
}

} // namespace hub
