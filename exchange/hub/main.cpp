// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/protocol/wire.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <cstdio>
#include <malloc.h>

using namespace Qt::Literals::StringLiterals;

namespace {

struct CodeRow {
    int exitCode = 70;
    QByteArray sentence;
};

/// Exit code and sentence of an error, from the tables that document it.
CodeRow rowOf(const QString& code) {
    const QDir tables(u":/hub/codes"_s);
    for (const QString& table : tables.entryList()) {
        QFile file(tables.filePath(table));
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        while (!file.atEnd()) {
            const QList<QByteArray> columns = file.readLine().trimmed().split('\t');
            if (columns.size() >= 3 && columns.first() == code.toLatin1()) {
                return {columns.at(1).toInt(), columns.at(2)};
            }
        }
    }
    return {};
}

/// Prints an error with its sentence; gives its exit code.
int tell(const exchange::Error& error) {
    const CodeRow row = rowOf(error.code);
    std::fprintf(stderr, "congvan-hub: %s: %s (%s)\n", error.code.toUtf8().constData(), row.sentence.constData(),
                 error.detail.toUtf8().constData());
    return row.exitCode;
}

} // namespace

int main(int argc, char** argv) {
    // What one request used is kept for the next one: given back after each, it costs a page fault a page.
    mallopt(M_TRIM_THRESHOLD, 8 << 20);
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty() || arguments.contains(u"--help"_s) || arguments.first() == "help"_L1) {
        QStringList words = arguments.mid(0, arguments.indexOf(QRegularExpression(u"^--.*"_s)));
        words.removeAll(u"help"_s);
        std::fputs(hub::helpText(words).toUtf8().constData(), arguments.isEmpty() ? stderr : stdout);
        return arguments.isEmpty() ? 64 : 0;
    }
    const hub::CommandResult result = hub::runCommand(arguments);
    if (!result) {
        return tell(result.error());
    }
    if (!result->text.isEmpty()) {
        std::fputs(result->text.toUtf8().constData(), stdout);
    } else if (!result->object.isEmpty()) {
        std::printf("%s\n", exchange::wire::text(result->object).constData());
    }
    int exitCode = 0;
    for (const exchange::Error& finding : result->findings) {
        const int told = tell(finding);
        exitCode = exitCode == 0 ? told : exitCode;
    }
    return exitCode;
}
