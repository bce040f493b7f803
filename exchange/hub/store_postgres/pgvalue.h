// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

struct pg_result;

namespace hub {

/// One parameter of a statement in PostgreSQL's binary form.
class PgValue {
public:
    /// A NUL, which PostgreSQL's text can't hold, becomes U+FFFD: it matches nothing that is stored.
    [[nodiscard]] static PgValue text(const QString& value);
    [[nodiscard]] static PgValue bytes(const QByteArray& value);
    /// Bytes, or NULL where the array is null.
    [[nodiscard]] static PgValue bytesOrNull(const QByteArray& value);
    /// The 32 bytes of a SHA-256 written as hexadecimal digits; empty stays empty.
    [[nodiscard]] static PgValue hash(const QByteArray& hex);
    [[nodiscard]] static PgValue number(qint64 value);
    [[nodiscard]] static PgValue flag(bool value);
    [[nodiscard]] static PgValue texts(const QStringList& values);
    [[nodiscard]] static PgValue numbers(const QList<qint64>& values);

    [[nodiscard]] unsigned int type() const { return m_type; }
    [[nodiscard]] bool isNull() const { return m_null; }
    [[nodiscard]] const QByteArray& data() const { return m_data; }

    friend bool operator==(const PgValue&, const PgValue&) = default;

private:
    PgValue(unsigned int type, QByteArray data)
        : m_type(type)
        , m_data(std::move(data)) {}

    unsigned int m_type = 0; ///< OID
    QByteArray m_data;
    bool m_null = false;
};

/// The rows that a statement gave, in binary form. A place outside gives an empty value, as NULL does.
class PgRows {
public:
    PgRows() = default;
    /// Takes the result.
    explicit PgRows(pg_result* result);

    [[nodiscard]] int count() const;
    [[nodiscard]] bool isNull(int row, int column) const;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QByteArray bytes(int row, int column) const;
    /// The hexadecimal digits of bytes.
    [[nodiscard]] QByteArray hash(int row, int column) const;
    /// An integer of two, four or eight bytes.
    [[nodiscard]] qint64 number(int row, int column) const;
    [[nodiscard]] bool flag(int row, int column) const;

private:
    std::shared_ptr<pg_result> m_result;
};

} // namespace hub
