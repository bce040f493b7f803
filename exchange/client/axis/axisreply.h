// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/client/http.h"
#include "exchange/protocol/packetserver.h"

#include <QJsonArray>
#include <QJsonObject>

namespace exchange {

/// The JSON of an answer of the axis, or the error that it tells: status FAIL, ErrorCode by the table of
/// servererrors.h, or the first code of ours in an error list. Names of members are taken in any case.
[[nodiscard]] Result<QJsonObject> readAxisReply(const HttpAnswer& answer);

/// A member by its name in any case.
[[nodiscard]] QJsonValue axisMember(const QJsonObject& object, QLatin1StringView name);
/// That member as a text, also where it is a number.
[[nodiscard]] QString axisText(const QJsonObject& object, QLatin1StringView name);

/// The rows of `data`; also where they are written as a text of their own. Rows that are no objects are left out.
[[nodiscard]] QList<QJsonObject> axisRows(const QJsonObject& reply);

/// Codes that a member lists: an array, or a text with a JSON array, or one code.
[[nodiscard]] QStringList axisCodes(const QJsonValue& value);

/// A row of getReceivedEdocList; std::nullopt without a docId.
[[nodiscard]] std::optional<ListedPacket> listedPacket(const QJsonObject& row, int zoneMinutes);

/// What the list of sent packets says of one packet. `complete`: a packet that it does not name was not sent.
[[nodiscard]] Known sentListKnows(const QList<QJsonObject>& rows, const PacketIdentity& packet, int zoneMinutes,
                                  bool complete);

/// The directory that the rows are; versions above `since` alone.
[[nodiscard]] Directory axisDirectory(const QList<QJsonObject>& rows, qint64 since);

} // namespace exchange
