// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_postgres/pgvalue.h"

#include <QtEndian>

#include <libpq-fe.h>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

// OIDs of built-in types never change (PostgreSQL's pg_type.dat).
constexpr unsigned int boolType = 16;
constexpr unsigned int byteaType = 17;
constexpr unsigned int int8Type = 20;
constexpr unsigned int textType = 25;
constexpr unsigned int textArrayType = 1009;
constexpr unsigned int int8ArrayType = 1016;

template <typename Number>
QByteArray bigEndian(Number value) {
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray utf8(const QString& value) {
    return value.contains(QChar(u'\0')) ? QString(value).replace(QChar(u'\0'), QChar(0xfffd)).toUtf8() : value.toUtf8();
}

/// The binary form of an array of one dimension without NULLs (PostgreSQL's array_recv).
QByteArray arrayOf(unsigned int elementType, const QList<QByteArray>& elements) {
    QByteArray data = bigEndian<qint32>(elements.isEmpty() ? 0 : 1) + bigEndian<qint32>(0) +
                      bigEndian<qint32>(static_cast<qint32>(elementType));
    if (!elements.isEmpty()) {
        data += bigEndian<qint32>(static_cast<qint32>(elements.size())) + bigEndian<qint32>(1);
    }
    for (const QByteArray& element : elements) {
        data += bigEndian<qint32>(static_cast<qint32>(element.size())) + element;
    }
    return data;
}

} // namespace

PgValue PgValue::text(const QString& value) {
    return {textType, utf8(value)};
}

PgValue PgValue::bytes(const QByteArray& value) {
    return {byteaType, value};
}

PgValue PgValue::bytesOrNull(const QByteArray& value) {
    PgValue made(byteaType, value);
    made.m_null = value.isNull();
    return made;
}

PgValue PgValue::hash(const QByteArray& hex) {
    return {byteaType, QByteArray::fromHex(hex)};
}

PgValue PgValue::number(qint64 value) {
    return {int8Type, bigEndian(value)};
}

PgValue PgValue::flag(bool value) {
    return {boolType, QByteArray(1, value ? '\1' : '\0')};
}

PgValue PgValue::texts(const QStringList& values) {
    QList<QByteArray> elements;
    for (const QString& value : values) {
        elements.append(utf8(value));
    }
    return {textArrayType, arrayOf(textType, elements)};
}

PgValue PgValue::numbers(const QList<qint64>& values) {
    QList<QByteArray> elements;
    for (const qint64 value : values) {
        elements.append(bigEndian(value));
    }
    return {int8ArrayType, arrayOf(int8Type, elements)};
}

PgRows::PgRows(pg_result* result)
    : m_result(result, &PQclear) {}

int PgRows::count() const {
    return m_result ? PQntuples(m_result.get()) : 0;
}

bool PgRows::isNull(int row, int column) const {
    return row >= count() || column >= PQnfields(m_result.get()) || PQgetisnull(m_result.get(), row, column) == 1;
}

QByteArray PgRows::bytes(int row, int column) const {
    if (isNull(row, column)) {
        return {};
    }
    return {PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column)};
}

QString PgRows::text(int row, int column) const {
    const QString value = QString::fromUtf8(bytes(row, column));
    return value.isNull() ? u""_s : value;
}

QByteArray PgRows::hash(int row, int column) const {
    return bytes(row, column).toHex();
}

qint64 PgRows::number(int row, int column) const {
    const QByteArray value = bytes(row, column);
    switch (value.size()) {
    case 2:
        return qFromBigEndian<qint16>(value.constData());
    case 4:
        return qFromBigEndian<qint32>(value.constData());
    case 8:
        return qFromBigEndian<qint64>(value.constData());
    default:
        return 0;
    }
}

bool PgRows::flag(int row, int column) const {
    return bytes(row, column) == QByteArray(1, '\1');
}

} // namespace hub
