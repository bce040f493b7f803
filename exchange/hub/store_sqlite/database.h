// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <unordered_map>

namespace hub {

/// One connection with its prepared statements. After a failure every further statement is skipped until clearFault(),
/// so that a transaction's code needs no check after each line. Used by one thread.
class Database {
public:
    explicit Database(const QString& file);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] bool open();
    /// Runs a statement without values; false and a fault where it fails.
    bool plain(const QString& sql);
    /// Runs a prepared statement. Rows are read with next() and value() before the next run of the same text. The
    /// text is a literal: it is prepared once.
    QSqlQuery& run(const char* sql, std::initializer_list<QVariant> values = {});
    /// Moves to the next row; false at the end and after a fault.
    [[nodiscard]] bool next(QSqlQuery& query);
    /// Lets go of all rows being read, so that a transaction can end.
    void finish();

    [[nodiscard]] const QString& fault() const { return m_fault; }
    void clearFault() { m_fault.clear(); }

private:
    QString m_name;
    QSqlDatabase m_connection;
    std::unordered_map<const char*, QSqlQuery> m_statements; ///< references to its values stay good
    QSqlQuery m_none;
    QString m_fault;
};

} // namespace hub
