// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pinsource.h"

#include "app/runtime/terminalsecret.h"

#include <QFile>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

constexpr qint64 longestPin = 256;

docsig::Pin firstLine(QIODevice& device) {
    QByteArray line = device.readLine(longestPin);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    docsig::Pin pin = docsig::Pin::fromUtf8(line);
    line.fill('\0');
    return pin;
}

Result<docsig::Pin> readPassword(const Arguments& arguments, const QString& prompt, const QString& prefix) {
    if (arguments.has(prefix + u"pin-file"_s)) {
        QFile file(arguments.value(prefix + u"pin-file"_s));
        if (!file.open(QIODevice::ReadOnly)) {
            return fail("pin-file-unreadable", file.fileName());
        }
        return firstLine(file);
    }
    if (arguments.has(prefix + u"pin-env"_s)) {
        const QString name = arguments.value(prefix + u"pin-env"_s);
        if (qEnvironmentVariableIsEmpty(name.toLocal8Bit().constData())) {
            return fail("pin-environment-empty", name);
        }
        return docsig::Pin::fromString(qEnvironmentVariable(name.toLocal8Bit().constData()));
    }
    if (arguments.has(prefix + u"pin-stdin"_s)) {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            return docsig::Pin::fromUtf8({});
        }
        return firstLine(input);
    }
    return askSecret(prompt);
}

} // namespace

QList<Option> keyOptions() {
    return QList<Option>{
               {u"key"_s, u"FILE"_s, u"PKCS#12 file with the key (default: the profile's)"_s},
               {u"module"_s, u"FILE"_s, u"PKCS#11 module of a token (with --token; default: all that p11-kit knows)"_s},
               {u"token"_s, u"LABEL"_s, u"label or serial number of the token"_s},
               {u"key-id"_s, u"HEX"_s, u"CKA_ID of the key on the token (default: the only one)"_s},
           } +
           pinOptions(u"PIN"_s);
}

QList<Option> pinOptions(const QString& what) {
    return {
        {u"pin-file"_s, u"FILE"_s, u"read the %1 from the first line of a file"_s.arg(what)},
        {u"pin-env"_s, u"NAME"_s, u"read the %1 from an environment variable"_s.arg(what)},
        {u"pin-stdin"_s, {}, u"read the %1 from standard input (default: ask on the terminal)"_s.arg(what)},
    };
}

Result<docsig::Pin> readPin(const Arguments& arguments, const QString& prompt) {
    return readPassword(arguments, prompt, {});
}

Result<docsig::Pin> readNewPassphrase(const Arguments& arguments, const QString& prompt, const QString& prefix) {
    auto first = readPassword(arguments, prompt, prefix);
    const bool isAsked = !arguments.has(prefix + u"pin-file"_s) && !arguments.has(prefix + u"pin-env"_s) &&
                         !arguments.has(prefix + u"pin-stdin"_s);
    if (!first || !isAsked) {
        return first;
    }
    const auto second = askSecret(u"Again: "_s);
    if (!second) {
        return std::unexpected(second.error());
    }
    if (first->utf8() != second->utf8()) {
        return fail("secret-passphrase-differs");
    }
    return first;
}

Result<KeySource> chosenKey(const Arguments& arguments, const std::optional<KeySource>& profileDefault) {
    if (arguments.has(u"key"_s)) {
        return Pkcs12File{arguments.value(u"key"_s)};
    }
    if (arguments.has(u"token"_s) || arguments.has(u"module"_s)) {
        return TokenKey{arguments.value(u"module"_s), arguments.value(u"token"_s),
                        QByteArray::fromHex(arguments.value(u"key-id"_s).toLatin1())};
    }
    if (!profileDefault) {
        return fail("key-not-named");
    }
    return *profileDefault;
}

} // namespace app::cli
