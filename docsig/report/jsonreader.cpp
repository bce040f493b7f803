// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/report/jsonreader.h"

#include <QJsonArray>
#include <QTimeZone>

namespace docsig {

JsonReader::JsonReader(QJsonObject object)
    : m_object(std::move(object)) {}

QString JsonReader::text(const QString& name) {
    const QJsonValue value = m_object.value(name);
    m_good = m_good && value.isString();
    return value.toString();
}

QStringList JsonReader::texts(const QString& name) {
    const QJsonValue value = m_object.value(name);
    m_good = m_good && value.isArray();
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& each : array) {
        m_good = m_good && each.isString();
        list.append(each.toString());
    }
    return list;
}

QHash<QString, QString> JsonReader::textMap(const QString& name) {
    const QJsonObject map = object(name);
    QHash<QString, QString> values;
    for (auto each = map.constBegin(); each != map.constEnd(); ++each) {
        m_good = m_good && each.value().isString();
        values.insert(each.key(), each.value().toString());
    }
    return values;
}

QByteArray JsonReader::base64(const QString& name) {
    const auto decoded = QByteArray::fromBase64Encoding(text(name).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    m_good = m_good && decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok;
    return decoded.decoded;
}

bool JsonReader::flag(const QString& name) {
    const QJsonValue value = m_object.value(name);
    m_good = m_good && value.isBool();
    return value.toBool();
}

QDateTime JsonReader::time(const QString& name) {
    const QJsonValue value = m_object.value(name);
    if (value.isNull()) {
        return {};
    }
    const QDateTime read = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    m_good = m_good && read.isValid();
    return read;
}

QRectF JsonReader::rectangle(const QString& name) {
    const QJsonArray sides = m_object.value(name).toArray();
    m_good = m_good && sides.size() == 4;
    for (const QJsonValue& side : sides) {
        m_good = m_good && side.isDouble();
    }
    return {sides.at(0).toDouble(), sides.at(1).toDouble(), sides.at(2).toDouble(), sides.at(3).toDouble()};
}

qint64 JsonReader::integer(const QString& name, qint64 least, qint64 most) {
    const QJsonValue value = m_object.value(name);
    constexpr qint64 notANumber = std::numeric_limits<qint64>::min();
    const qint64 read = value.toInteger(notANumber);
    m_good = m_good && read != notANumber && read >= least && read <= most;
    return read;
}

QJsonObject JsonReader::object(const QString& name) {
    const QJsonValue value = m_object.value(name);
    m_good = m_good && value.isObject();
    return value.toObject();
}

QList<QJsonObject> JsonReader::objects(const QString& name) {
    const QJsonValue value = m_object.value(name);
    m_good = m_good && value.isArray();
    QList<QJsonObject> list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& each : array) {
        m_good = m_good && each.isObject();
        list.append(each.toObject());
    }
    return list;
}

} // namespace docsig
