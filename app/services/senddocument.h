// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"
#include "app/domain/organid.h"
#include "app/services/packetseal.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace exchange {
struct DocumentPacket;
}

namespace app {

class OfficeDesk;

struct SendReceipt {
    QByteArray packetSha256; ///< of the edXML packet in the store, lower-case hex
    QString packetPath;      ///< read only
    QList<OrganId> receivers;
    PacketSealing sealing = PacketSealing::NotWanted; ///< whether the packet carries a signature of its own
};

/// Use case of the clerk: writes the edXML packet of a sealed document and queues it. Nothing is called "sent" before
/// the exchange server has it: SyncOffice carries it and the trail shows when. Works without a network. Blocking; any
/// thread but the GUI's.
class SendDocument {
public:
    explicit SendDocument(OfficeDesk& desk);

    /// An empty list means the receivers of the draft. Refused: secret documents (`secret-never-sent`), a document that
    /// is not sealed (`send-before-seal`), no receiver, a receiver that the directory does not know or that is the own
    /// office. With a seal the packet is signed, where it is not too large; the codes of storeSealedPacket().
    [[nodiscard]] Result<SendReceipt> send(const DocumentId& id, const QList<OrganId>& receivers = {},
                                           const PacketSeal* seal = nullptr);

    /// The same with a packet that says more than "new": `finish` gets it before it is written.
    [[nodiscard]] Result<SendReceipt> sendAs(const DocumentId& id, const QList<OrganId>& receivers,
                                             const std::function<void(exchange::DocumentPacket&)>& finish,
                                             const PacketSeal* seal = nullptr);

private:
    OfficeDesk& m_desk;
};

/// The receivers as the directory names them today. `receiver-not-possible` for one that is closed, unknown or the own
/// office.
[[nodiscard]] Result<QList<OrganRef>> resolveReceivers(const OfficeDesk& desk, const QList<OrganId>& receivers);

} // namespace app
