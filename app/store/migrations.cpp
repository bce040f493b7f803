// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations.h"

#include "app/store/transaction.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

static void loadMigrations() {
    Q_INIT_RESOURCE(app_migrations);
}

namespace app {

namespace {

/// Statements end with a semicolon at the end of a line; comments are lines of their own.
QStringList statementsOf(const QString& text) {
    QString code;
    for (const QString& line : text.split(u'\n')) {
        if (!line.startsWith(u"--"_s)) {
            code += line + u'\n';
        }
    }
    QStringList statements;
    for (const QString& statement : code.split(u";\n"_s)) {
        if (!statement.trimmed().isEmpty()) {
            statements.append(statement.trimmed());
        }
    }
    return statements;
}

QList<Migration> readMigrations() {
    loadMigrations();
    QList<Migration> found;
    const QDir folder(u":/congvan/migrations"_s);
    for (const QString& name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            found.append({.number = name.left(4).toInt(),
                          .name = name,
                          .statements = statementsOf(QString::fromUtf8(file.readAll()))});
        }
    }
    return found;
}

} // namespace

const QList<Migration>& migrations() {
    static const QList<Migration> all = readMigrations();
    return all;
}

void migrate(Transaction& transaction) {
    const int version = transaction.value(u"PRAGMA user_version"_s).toInt();
    const int newest = migrations().isEmpty() ? 0 : migrations().last().number;
    if (version > newest) {
        transaction.refuse(fail("store-too-new", u"%1 > %2"_s.arg(version).arg(newest)).error());
        return;
    }
    for (const Migration& migration : migrations()) {
        if (migration.number > version) {
            for (const QString& statement : migration.statements) {
                transaction.change(statement);
            }
        }
    }
    if (newest > version) {
        transaction.change(u"PRAGMA user_version = %1"_s.arg(newest));
    }
}

} // namespace app
