// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

/// A device on which there is no room after some bytes.
class FullDevice : public QIODevice {
public:
    FullDevice(QIODevice& target, qint64 room)
        : m_target(target)
        , m_room(room) {
        open(QIODevice::WriteOnly);
    }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override {
        const qint64 written = m_target.write(data, std::min(size, m_room));
        m_room -= written;
        if (written < size) {
            setErrorString(u"no space left on device"_s);
        }
        return written;
    }

private:
    QIODevice& m_target;
    qint64 m_room;
};

/// A connection of the test's own, to look at the file past the store.
class RawConnection {
public:
    explicit RawConnection(const QString& file) {
        m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        m_connection.setDatabaseName(file);
        m_isOpen = m_connection.open();
    }
    ~RawConnection() {
        m_connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"raw"_s);
    }
    bool run(const QString& sql) { return m_isOpen && QSqlQuery(m_connection).exec(sql); }
    QStringList column(const QString& sql) {
        QStringList values;
        QSqlQuery query(m_connection);
        query.exec(sql);
        while (query.next()) {
            values.append(query.value(0).toString());
        }
        return values;
    }

private:
    QSqlDatabase m_connection;
    bool m_isOpen = false;
};
