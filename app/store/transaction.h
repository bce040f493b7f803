// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/store/statementcache.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariantList>

namespace app {

/// The answer of a query, read forward once.
class Rows {
public:
    /// No statement: no rows.
    explicit Rows(StatementCache::Lease query)
        : m_query(std::move(query)) {}

    [[nodiscard]] bool next() { return m_query && m_query->next(); }
    [[nodiscard]] QString text(int column) const { return m_query->value(column).toString(); }
    /// Its type tells a text from bytes.
    [[nodiscard]] QVariant value(int column) const { return m_query->value(column); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    /// A hash or another ASCII word.
    [[nodiscard]] QByteArray word(int column) const { return m_query->value(column).toString().toLatin1(); }
    [[nodiscard]] qint64 number(int column) const { return m_query->value(column).toLongLong(); }
    [[nodiscard]] int columns() const { return m_query ? m_query->record().count() : 0; }
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }

private:
    StatementCache::Lease m_query;
};

/// One piece of work on one connection, on that connection's thread. The first error sticks: what follows does nothing,
/// and the whole piece fails with it, so its steps need not be asked one by one.
class Transaction {
public:
    /// The statements must outlive the transaction.
    Transaction(QSqlDatabase connection, StatementCache& statements, bool mayWrite)
        : m_connection(std::move(connection))
        , m_statements(statements)
        , m_mayWrite(mayWrite) {}

    /// SELECT. Values are bound by position.
    [[nodiscard]] Rows query(const QString& sql, const QVariantList& values = {});
    /// INSERT, UPDATE, DELETE and the like; returns the number of changed rows.
    qint64 change(const QString& sql, const QVariantList& values = {});
    /// First column of the first row; nothing where there is none.
    [[nodiscard]] QVariant value(const QString& sql, const QVariantList& values = {});
    /// The row that the last INSERT made.
    [[nodiscard]] qint64 lastRow() const { return m_lastRow; }

    /// Makes the piece fail.
    void refuse(const Error& error);

    [[nodiscard]] bool hasFailed() const { return !m_error.code.isEmpty(); }
    [[nodiscard]] const Error& error() const { return m_error; }
    void forgetError() { m_error = {}; }
    [[nodiscard]] bool mayWrite() const { return m_mayWrite; }

private:
    /// Nothing where it failed.
    [[nodiscard]] StatementCache::Lease execute(const QString& sql, const QVariantList& values);

    QSqlDatabase m_connection;
    StatementCache& m_statements;
    bool m_mayWrite;
    Error m_error;
    qint64 m_lastRow = 0;
};

} // namespace app
