// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/axis/axisreply.h"

#include "exchange/client/packetline.h"
#include "exchange/envelope/errorlist.h"
#include "exchange/protocol/axissigning.h"
#include "exchange/protocol/errorkind.h"
#include "exchange/protocol/servererrors.h"

#include <QJsonDocument>

#include <algorithm>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestDocId = 200;
constexpr qint64 clockPlaySeconds = 300; // between a server's stamp of a packet and our own

/// The code of an error list that our own hub wrote, else the number of the table.
Error refusalOf(const QJsonObject& reply) {
    const QString said = axisText(reply, "ErrorDesc"_L1);
    const QString number = axisText(reply, "ErrorCode"_L1);
    const auto list = readErrorList(said.toUtf8());
    if (!list || list->isEmpty()) {
        return serverError(number, said);
    }
    if (isHubCode(list->first().code)) {
        return {list->first().code, list->first().description};
    }
    QStringList lines;
    for (const PacketError& error : *list) {
        lines.append((error.code + u' ' + error.description).trimmed());
    }
    return serverError(number, lines.join(u"; "_s));
}

/// Whether a row is from the packet's sender to one of its receivers, as far as it names them.
bool betweenTheSame(const QJsonObject& row, const PacketIdentity& packet) {
    const QString to = axisText(row, "toCode"_L1);
    const QString from = axisText(row, "fromCode"_L1);
    return (to.isEmpty() || packet.to.contains(to)) && (from.isEmpty() || from == packet.from);
}

bool isNameless(const PacketIdentity& packet) {
    return packet.notation.isEmpty() && packet.subject.isEmpty();
}

bool hasSameNumber(const QJsonObject& row, const PacketIdentity& packet) {
    return axisText(row, "notation"_L1).trimmed() == packet.notation;
}

/// Whether a row may be this packet by what it says of the document.
bool describes(const QJsonObject& row, const PacketIdentity& packet) {
    return !isNameless(packet) && hasSameNumber(row, packet) && betweenTheSame(row, packet) &&
           axisText(row, "title"_L1).simplified() == packet.subject.simplified();
}

/// Whether a row could be this packet although it does not say so: not known to be older than the first try, and either
/// the packet has nothing to be told by, or the number is the same and the title was cut or written otherwise.
bool mayBe(const QJsonObject& row, const PacketIdentity& packet, int zoneMinutes) {
    const auto sent = axis::readListTime(axisText(row, "sentTime"_L1), zoneMinutes);
    const bool since = !sent || !packet.triedSince.isValid() || *sent >= packet.triedSince.addSecs(-clockPlaySeconds);
    return since && (isNameless(packet) || hasSameNumber(row, packet)) && betweenTheSame(row, packet);
}

bool isIdOf(const QString& id, const PacketIdentity& packet) {
    return !id.isEmpty() && (id == packet.documentId || id == QString::fromLatin1(packet.sha256));
}

} // namespace

QJsonValue axisMember(const QJsonObject& object, QLatin1StringView name) {
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key().compare(name, Qt::CaseInsensitive) == 0) {
            return member.value();
        }
    }
    return {};
}

QString axisText(const QJsonObject& object, QLatin1StringView name) {
    const QJsonValue value = axisMember(object, name);
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

Result<QJsonObject> readAxisReply(const HttpAnswer& answer) {
    Result<QJsonObject> reply = jsonAnswer(answer);
    if (!reply) {
        return reply;
    }
    const QString status = axisText(*reply, "status"_L1).toUpper();
    const QString number = axisText(*reply, "ErrorCode"_L1);
    if (status == "FAIL"_L1 || (!number.isEmpty() && number != "0"_L1)) {
        return std::unexpected(refusalOf(*reply));
    }
    if (status != "OK"_L1) {
        return garbageAnswer(u"the answer has neither OK nor FAIL"_s);
    }
    return reply;
}

QList<QJsonObject> axisRows(const QJsonObject& reply) {
    const QJsonValue data = axisMember(reply, "data"_L1);
    const QJsonArray array =
        data.isString() ? QJsonDocument::fromJson(data.toString().toUtf8()).array() : data.toArray();
    QList<QJsonObject> rows;
    for (const QJsonValue& row : array) {
        if (row.isObject()) {
            rows.append(row.toObject());
        }
    }
    return rows;
}

QStringList axisCodes(const QJsonValue& value) {
    if (value.isString() && !value.toString().startsWith(u'[')) {
        return value.toString().isEmpty() ? QStringList() : QStringList{value.toString()};
    }
    const QJsonArray array =
        value.isString() ? QJsonDocument::fromJson(value.toString().toUtf8()).array() : value.toArray();
    QStringList codes;
    for (const QJsonValue& code : array) {
        codes.append(code.toString());
    }
    codes.removeAll(QString());
    return codes;
}

std::optional<ListedPacket> listedPacket(const QJsonObject& row, int zoneMinutes) {
    ListedPacket packet;
    packet.docId = axisText(row, "docId"_L1);
    if (packet.docId.isEmpty() || packet.docId.size() > longestDocId) {
        return std::nullopt;
    }
    packet.kind = axisText(row, "messageType"_L1).toLower();
    packet.from = axisText(row, "from"_L1);
    packet.to = axisCodes(axisMember(row, "to"_L1));
    packet.created = axis::readListTime(axisText(row, "created_time"_L1), zoneMinutes).value_or(QDateTime());
    return packet;
}

Known sentListKnows(const QList<QJsonObject>& rows, const PacketIdentity& packet, int zoneMinutes, bool complete) {
    bool maybe = false;
    for (const QJsonObject& row : rows) {
        if (isIdOf(axisText(row, "senderDocId"_L1), packet) || isIdOf(axisText(row, "receiverDocId"_L1), packet)) {
            return Known::Yes;
        }
        if (describes(row, packet)) {
            // The same document may have been sent before: only a time tells the two apart.
            const auto sent = axis::readListTime(axisText(row, "sentTime"_L1), zoneMinutes);
            if (sent && packet.triedSince.isValid() && *sent >= packet.triedSince.addSecs(-clockPlaySeconds)) {
                return Known::Yes;
            }
            maybe = maybe || !sent || !packet.triedSince.isValid();
        } else if (mayBe(row, packet, zoneMinutes)) {
            maybe = true;
        }
    }
    return complete && !maybe ? Known::No : Known::CannotTell;
}

Directory axisDirectory(const QList<QJsonObject>& rows, qint64 since) {
    QHash<QString, QString> names; // by the rows' own number
    for (const QJsonObject& row : rows) {
        names.insert(axisText(row, "id"_L1), axisText(row, "name"_L1));
    }
    Directory directory;
    directory.version = since;
    for (const QJsonObject& row : rows) {
        const qint64 version = axisText(row, "version"_L1).toLongLong();
        AgencyEntry agency;
        agency.organId = axisText(row, "code"_L1).trimmed();
        if (agency.organId.isEmpty() || agency.organId.size() > longestDocId || (version > 0 && version <= since)) {
            continue;
        }
        agency.name = axisText(row, "name"_L1);
        agency.inCharge = names.value(axisText(row, "pid"_L1));
        agency.isLocal = false;
        const QJsonValue deleted = axisMember(row, "deleted"_L1);
        if (deleted.toBool() || deleted.toInteger() == 1 || deleted.toString() == "true"_L1) {
            const auto when = axis::readListTime(axisText(row, "modifyDate"_L1));
            // A day in Vietnam.
            agency.validTo = when ? when->toOffsetFromUtc(axis::vietnamMinutes * 60).date() : QDate(1970, 1, 1);
        }
        directory.version = std::max(directory.version, version);
        directory.agencies.append(agency);
    }
    return directory;
}

} // namespace exchange
