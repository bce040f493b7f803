// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <limits>

namespace docsig {

/// Reads typed members out of a JSON object. A missing member, a wrong type, an unknown word or a number out of range
/// makes the reader bad for good; what it returns then is a default that nobody should use. Ask isGood() once, at the
/// end.
class JsonReader final {
public:
    explicit JsonReader(QJsonObject object);

    [[nodiscard]] bool isGood() const { return m_good; }

    [[nodiscard]] bool has(const QString& name) const { return m_object.contains(name); }
    [[nodiscard]] QString text(const QString& name);
    [[nodiscard]] QStringList texts(const QString& name);
    [[nodiscard]] QHash<QString, QString> textMap(const QString& name);
    [[nodiscard]] QByteArray base64(const QString& name);
    [[nodiscard]] bool flag(const QString& name);
    [[nodiscard]] QDateTime time(const QString& name); ///< null is an invalid time and no error
    [[nodiscard]] QRectF rectangle(const QString& name);

    template <typename Number>
    [[nodiscard]] Number number(const QString& name) {
        return static_cast<Number>(
            integer(name, std::numeric_limits<Number>::min(), std::numeric_limits<Number>::max()));
    }

    /// An enum whose values are the places of the words.
    template <typename Enum, typename Words>
    [[nodiscard]] Enum choice(const QString& name, const Words& words) {
        const QString found = text(name);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (found == QLatin1StringView(words[i])) {
                return static_cast<Enum>(i);
            }
        }
        m_good = false;
        return Enum{};
    }

    template <typename Value>
    [[nodiscard]] Value child(const QString& name, Value (*read)(JsonReader&)) {
        JsonReader inner(object(name));
        Value value = read(inner);
        m_good = m_good && inner.isGood();
        return value;
    }

    template <typename Value>
    [[nodiscard]] QList<Value> children(const QString& name, Value (*read)(JsonReader&)) {
        QList<Value> values;
        for (const QJsonObject& each : objects(name)) {
            JsonReader inner(each);
            values.append(read(inner));
            m_good = m_good && inner.isGood();
        }
        return values;
    }

private:
    qint64 integer(const QString& name, qint64 least, qint64 most);
    QJsonObject object(const QString& name);
    QList<QJsonObject> objects(const QString& name);

    QJsonObject m_object;
    bool m_good = true;
};

} // namespace docsig
