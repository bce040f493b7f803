// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/transaction.h"

#include "app/store/databaseerrors.h"

#include <QSqlError>

using namespace Qt::Literals::StringLiterals;

namespace app {

StatementCache::Lease Transaction::execute(const QString& sql, const QVariantList& values) {
    if (hasFailed()) {
        return {};
    }
    bool prepared = false;
    StatementCache::Lease query = m_statements.take(m_connection, sql, prepared);
    if (!prepared) {
        refuse(databaseError(query->lastError()));
        return {};
    }
    for (const QVariant& value : values) {
        // SQLite keeps a null QString as NULL; the tables know only empty texts.
        const bool isNullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query->addBindValue(isNullText ? QVariant(u""_s) : value);
    }
    if (!query->exec()) {
        refuse(databaseError(query->lastError()));
        return {};
    }
    return query;
}

Rows Transaction::query(const QString& sql, const QVariantList& values) {
    return Rows(execute(sql, values));
}

qint64 Transaction::change(const QString& sql, const QVariantList& values) {
    const StatementCache::Lease query = execute(sql, values);
    if (!query) {
        return 0;
    }
    m_lastRow = query->lastInsertId().toLongLong();
    return query->numRowsAffected();
}

QVariant Transaction::value(const QString& sql, const QVariantList& values) {
    const StatementCache::Lease query = execute(sql, values);
    return query && query->next() ? query->value(0) : QVariant();
}

void Transaction::refuse(const Error& error) {
    if (!hasFailed()) {
        m_error = error;
    }
}

} // namespace app
