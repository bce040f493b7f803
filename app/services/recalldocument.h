// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/error.h"
#include "app/services/packetseal.h"

#include <QList>
#include <QString>

namespace app {

class OfficeDesk;

/// What became of a recall for each receiver.
struct RecallReceipt {
    QList<OrganRef> asked{};                          ///< have it, or will: they are asked and answer with 15 or 16
    QList<OrganRef> notSent{};                        ///< it was taken out of the outbox before it went to them
    QList<OrganRef> sentAgain{};                      ///< the packet for them was written anew, without the others
    PacketSealing sealing = PacketSealing::NotWanted; ///< of the packets; a status is never signed
};

/// Use case of the clerk: takes a sent document back (spec §2.4 type 1, §2.7 status 13; Nghị định 30 art. 18). What did
/// not go out is taken out of the outbox; whoever has it is asked, by a packet of type 1 or status 13 as the profile
/// says. One transaction: a kill leaves all of it or nothing. Works without a network. Blocking; any thread but the
/// GUI's.
class RecallDocument {
public:
    explicit RecallDocument(OfficeDesk& desk);

    /// An empty list means every receiver that can be asked. `receiver-not-recallable` for one that has not got it,
    /// returned it, or was asked and has not answered; `action-not-allowed`, `reason-missing`, `reason-too-long`; with
    /// a seal, the codes of storeSealedPacket().
    [[nodiscard]] Result<RecallReceipt> recall(const DocumentId& id, const QString& reason,
                                               const QList<OrganId>& from = {}, const PacketSeal* seal = nullptr);

private:
    [[nodiscard]] Result<RecallReceipt> takeBack(const DocumentDetail& document, const QList<OrganRef>& receivers,
                                                 const QString& reason, const PacketSeal* seal);
    [[nodiscard]] Result<RecallReceipt> ask(const DocumentDetail& document, const QList<OrganRef>& receivers,
                                            const QString& reason, const PacketSeal* seal);
    [[nodiscard]] Result<void> queue(const DocumentDetail& document, const QList<OrganRef>& receivers,
                                     const QString& reason, const Result<QByteArray>& packet, const QString& kind);

    OfficeDesk& m_desk;
};

} // namespace app
