// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_sqlite/database.h"

#include <QSqlError>
#include <QUuid>

namespace hub {

using namespace Qt::Literals::StringLiterals;

Database::Database(const QString& file)
    : m_name(u"hub-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)) {
    m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_connection.setDatabaseName(file);
    m_connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
}

Database::~Database() {
    m_statements.clear();
    m_none = QSqlQuery();
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

bool Database::open() {
    if (!m_connection.open()) {
        m_fault = m_connection.lastError().text();
        return false;
    }
    return plain(u"PRAGMA journal_mode=WAL"_s) && plain(u"PRAGMA synchronous=FULL"_s) &&
           plain(u"PRAGMA foreign_keys=ON"_s);
}

bool Database::plain(const QString& sql) {
    if (!m_fault.isEmpty()) {
        return false;
    }
    QSqlQuery query(m_connection);
    if (!query.exec(sql)) {
        m_fault = query.lastError().text() + u" in: "_s + sql.left(80);
        return false;
    }
    return true;
}

QSqlQuery& Database::run(const char* sql, std::initializer_list<QVariant> values) {
    if (!m_fault.isEmpty()) {
        return m_none;
    }
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        QSqlQuery query(m_connection);
        query.setForwardOnly(true);
        if (!query.prepare(QString::fromLatin1(sql))) {
            m_fault = query.lastError().text() + u" in: "_s + QString::fromLatin1(sql).left(80);
            return m_none;
        }
        found = m_statements.emplace(sql, std::move(query)).first;
    }
    QSqlQuery& statement = found->second;
    statement.finish();
    int place = 0;
    for (const QVariant& value : values) {
        statement.bindValue(place++, value);
    }
    if (!statement.exec()) {
        m_fault = statement.lastError().text() + u" in: "_s + QString::fromLatin1(sql).left(80);
    }
    return statement;
}

bool Database::next(QSqlQuery& query) {
    return m_fault.isEmpty() && query.next();
}

void Database::finish() {
    for (auto& [sql, query] : m_statements) {
        query.finish();
    }
}

} // namespace hub
