// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/error.h"
#include "app/domain/packetfacts.h"
#include "app/domain/person.h"
#include "app/services/officedesk.h"
#include "exchange/envelope/packet.h"

#include <QDateTime>
#include <QString>

namespace app {

/// The edXML packet of a sealed document (spec §2.3-§2.5). `pdfPath` is its main and only attachment.
[[nodiscard]] exchange::DocumentPacket documentPacket(const DocumentDetail& document, const QList<OrganRef>& receivers,
                                                      const Profile& profile, const QString& pdfPath,
                                                      const QDateTime& now);

/// The document id that documentPacket() writes: "<OrganId>,<yyyy/MM/dd>,<number>/<notation>" (spec §3.4).
[[nodiscard]] QString packetDocumentId(const DocumentDetail& document);

/// The status packet that tells the sender of an incoming packet what became of it (spec §2.7).
[[nodiscard]] exchange::StatusPacket statusPacket(const PacketFacts& about, exchange::StatusCode code,
                                                  const QString& description, const Profile& profile,
                                                  const QDateTime& now);

/// Writes a packet with the strict writer into the blob store; returns its SHA-256 in hex.
[[nodiscard]] Result<QByteArray> storePacket(const OfficeDesk& desk, const exchange::Packet& packet);

} // namespace app
