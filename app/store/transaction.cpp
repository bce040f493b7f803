// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/transaction.h"

#include "app/store/databaseerrors.h"

#include <QSqlError>

using namespace Qt::Literals::StringLiterals;

namespace app {

bool Transaction::execute(QSqlQuery& query, const QString& sql, const QVariantList& values) {
    if (hasFailed()) {
        return false;
    }
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        refuse(databaseError(query.lastError()));
        return false;
    }
    for (const QVariant& value : values) {
        // SQLite keeps a null QString as NULL; the tables know only empty texts.
        const bool isNullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query.addBindValue(isNullText ? QVariant(u""_s) : value);
    }
    if (!query.exec()) {
        refuse(databaseError(query.lastError()));
        return false;
    }
    return true;
}

Rows Transaction::query(const QString& sql, const QVariantList& values) {
    QSqlQuery query(m_connection);
    const bool usable = execute(query, sql, values);
    return Rows(std::move(query), usable);
}

qint64 Transaction::change(const QString& sql, const QVariantList& values) {
    QSqlQuery query(m_connection);
    if (!execute(query, sql, values)) {
        return 0;
    }
    m_lastRow = query.lastInsertId().toLongLong();
    return query.numRowsAffected();
}

QVariant Transaction::value(const QString& sql, const QVariantList& values) {
    QSqlQuery query(m_connection);
    return execute(query, sql, values) && query.next() ? query.value(0) : QVariant();
}

void Transaction::refuse(const Error& error) {
    if (!hasFailed()) {
        m_error = error;
    }
}

} // namespace app
