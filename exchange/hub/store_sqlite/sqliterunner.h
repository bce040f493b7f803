// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/store_sqlite/database.h"

#include <QSqlRecord>

namespace hub {

/// Rows of a statement, read to the end.
class SqliteRows {
public:
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QString text(int row, int column) const { return value(row, column).toString(); }
    [[nodiscard]] qint64 number(int row, int column) const { return value(row, column).toLongLong(); }
    [[nodiscard]] QByteArray bytes(int row, int column) const { return value(row, column).toByteArray(); }
    void append(QList<QVariant> row) { m_rows.append(std::move(row)); }

private:
    [[nodiscard]] QVariant value(int row, int column) const { return m_rows.value(row).value(column); }

    QList<QList<QVariant>> m_rows;
};

/// Runs what both stores understand on one connection; see SqlRelaying.
class SqliteRunner {
public:
    using Value = QVariant;
    static QVariant text(const QString& value) { return value; }
    static QVariant number(qint64 value) { return value; }
    static QVariant bytes(const QByteArray& value) { return value; }

    explicit SqliteRunner(Database& database)
        : m_database(&database) {}

    SqliteRows run(const char* sql, std::initializer_list<QVariant> values) {
        SqliteRows rows;
        QSqlQuery& query = m_database->run(sql, values);
        const int columns = query.record().count();
        while (m_database->next(query)) {
            QList<QVariant> row;
            for (int column = 0; column < columns; ++column) {
                row.append(query.value(column));
            }
            rows.append(std::move(row));
        }
        return rows;
    }

private:
    Database* m_database;
};

} // namespace hub
