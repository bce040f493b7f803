// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/resources.h"

#include <QFile>

/// Resources of a static library are registered by hand; the macro must stand outside of every namespace.
static bool registerExchangeResources() {
    Q_INIT_RESOURCE(exchange);
    return true;
}

namespace exchange {

using namespace Qt::Literals::StringLiterals;

QByteArray builtInFile(const QString& name) {
    static const bool registered = registerExchangeResources();
    Q_UNUSED(registered)
    QFile file(u":/exchange/"_s + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return {}; // a fault of the build; the tests read every file
    }
    return file.readAll();
}

QList<QStringList> builtInTable(const QString& name) {
    QList<QStringList> rows;
    for (const QString& line : QString::fromUtf8(builtInFile(name)).split(u'\n', Qt::SkipEmptyParts)) {
        rows.append(line.split(u'\t'));
    }
    return rows;
}

} // namespace exchange
