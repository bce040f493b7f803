// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/backup/postgresdump.h"

#include <QProcess>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

exchange::Result<void> run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice()); // never ask for a password
    process.start(program, arguments);
    // The program ends by itself: as long as the database has something to give, it goes on.
    if (!process.waitForStarted() || !process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0) {
        const QString words = QString::fromUtf8(process.readAllStandardError()).trimmed().left(500);
        return exchange::fail("hub-dump-failed", program + u": "_s + (words.isEmpty() ? process.errorString() : words));
    }
    return {};
}

} // namespace

exchange::Result<void> dumpDatabase(const QString& connection, const QString& file) {
    return run(u"pg_dump"_s, {u"--format=custom"_s, u"--no-owner"_s, u"--no-privileges"_s, u"--no-password"_s,
                              u"--file"_s, file, u"--dbname"_s, connection});
}

exchange::Result<void> restoreDatabase(const QString& connection, const QString& file) {
    return run(u"pg_restore"_s, {u"--exit-on-error"_s, u"--single-transaction"_s, u"--no-owner"_s, u"--no-privileges"_s,
                                 u"--no-password"_s, u"--dbname"_s, connection, file});
}

} // namespace hub
