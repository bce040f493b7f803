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

/// The packet that asks these receivers to give a document back (BussinessDocType 1, spec §2.4). It has no attachment.
[[nodiscard]] exchange::DocumentPacket withdrawalPacket(const DocumentDetail& document,
                                                        const QList<OrganRef>& receivers, const QString& reason,
                                                        const Profile& profile, const QDateTime& now);
/// The same as status 13 to one receiver: its ResponseFor names that office, which is where a status goes.
[[nodiscard]] exchange::StatusPacket withdrawalStatus(const DocumentDetail& document, const OrganRef& receiver,
                                                      const QString& reason, const Profile& profile,
                                                      const QDateTime& now);

/// Makes a document's packet one that updates what was sent (BussinessDocType 2): with other contents, for receivers
/// that did not have it, or both.
void markUpdate(exchange::DocumentPacket& packet, const QString& reason, bool changesContent,
                const QList<OrganRef>& added);
/// Makes it one that takes the place of these documents (BussinessDocType 3), each for the offices that have it.
void markReplacement(exchange::DocumentPacket& packet, const QString& reason, const QList<DocumentDetail>& replaced);

/// The document id that documentPacket() writes: "<OrganId>,<yyyy/MM/dd>,<number>/<notation>" (spec §3.4).
[[nodiscard]] QString packetDocumentId(const DocumentDetail& document);

/// The status packet that tells the sender of an incoming packet what became of it (spec §2.7).
[[nodiscard]] exchange::StatusPacket statusPacket(const PacketFacts& about, exchange::StatusCode code,
                                                  const QString& description, const Profile& profile,
                                                  const QDateTime& now);

/// A status that says only what every desk of the office knows: no person, and the hub's time. Its bytes are the same
/// wherever it is made, so that the hub takes it once whoever sends it.
[[nodiscard]] exchange::StatusPacket plainStatus(const PacketFacts& about, exchange::StatusCode code,
                                                 const Profile& profile, const QDateTime& at);

} // namespace app
