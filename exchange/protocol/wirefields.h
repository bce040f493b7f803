// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cmath>
#include <optional>

namespace exchange::wire {

/// Reads the fields of one JSON object and remembers whether any of them was missing or of another type.
class FieldReader {
public:
    explicit FieldReader(const QJsonObject& object)
        : m_object(object) {}

    [[nodiscard]] QString string(const char* name) {
        const QJsonValue value = take(name);
        m_good = m_good && value.isString();
        return value.toString();
    }
    [[nodiscard]] QByteArray latin(const char* name) { return string(name).toLatin1(); }
    [[nodiscard]] bool boolean(const char* name) {
        const QJsonValue value = take(name);
        m_good = m_good && value.isBool();
        return value.toBool();
    }
    [[nodiscard]] qint64 number(const char* name) {
        const QJsonValue value = take(name);
        const double read = value.toDouble(-1);
        // 2^53: beyond it a JSON number is no longer exact.
        const bool whole = value.isDouble() && read >= 0 && read <= 9007199254740992.0 && std::floor(read) == read;
        m_good = m_good && whole;
        return whole ? static_cast<qint64>(read) : 0;
    }
    [[nodiscard]] QByteArray bytes(const char* name) {
        const auto decoded =
            QByteArray::fromBase64Encoding(string(name).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        m_good = m_good && decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok;
        return decoded.decoded;
    }
    [[nodiscard]] QDateTime time(const char* name) {
        const qint64 milliseconds = number(name);
        return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    }
    /// An empty text is a null date.
    [[nodiscard]] QDate date(const char* name) {
        const QString text = string(name);
        const QDate read = QDate::fromString(text, Qt::ISODate);
        m_good = m_good && (text.isEmpty() || read.isValid());
        return read;
    }
    [[nodiscard]] QStringList strings(const char* name) {
        QStringList list;
        for (const QJsonValue& value : array(name)) {
            m_good = m_good && value.isString();
            list.append(value.toString());
        }
        return list;
    }
    [[nodiscard]] QList<QByteArray> latins(const char* name) {
        QList<QByteArray> list;
        for (const QString& text : strings(name)) {
            list.append(text.toLatin1());
        }
        return list;
    }
    [[nodiscard]] QJsonArray array(const char* name) {
        const QJsonValue value = take(name);
        m_good = m_good && value.isArray();
        return value.toArray();
    }
    [[nodiscard]] QJsonObject object(const char* name) {
        const QJsonValue value = take(name);
        m_good = m_good && value.isObject();
        return value.toObject();
    }
    void spoil() { m_good = false; }
    [[nodiscard]] bool isGood() const { return m_good; }

    /// The value where every field was there and right.
    template <typename T>
    [[nodiscard]] std::optional<T> result(T value) const {
        return m_good ? std::optional<T>(std::move(value)) : std::nullopt;
    }

private:
    [[nodiscard]] QJsonValue take(const char* name) const { return m_object.value(QLatin1StringView(name)); }

    const QJsonObject& m_object;
    bool m_good = true;
};

} // namespace exchange::wire
