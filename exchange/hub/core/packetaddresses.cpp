// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/packetaddresses.h"

#include "exchange/envelope/packetreader.h"

namespace hub {

using namespace Qt::Literals::StringLiterals;

exchange::Result<PacketAddresses> readPacketAddresses(QIODevice& packet) {
    const auto read = exchange::PacketReader().readEnvelope(packet);
    if (!read) {
        return exchange::fail("packet-refused", read.error().code + u": "_s + read.error().detail);
    }
    PacketAddresses addresses;
    if (const auto* document = std::get_if<exchange::DocumentPacket>(&read->packet)) {
        addresses.kind = u"edoc"_s;
        addresses.from = document->from.organId;
        for (const exchange::Organ& receiver : document->to) {
            addresses.to.append(receiver.organId);
        }
        // Who an update takes off the list of receivers has to hear of it (QCVN 102:2016, Bussiness).
        if (document->trace.bussiness) {
            for (const exchange::BussinessDocumentInfo& info : document->trace.bussiness->documentInfos) {
                for (const exchange::ReceiverChange& receiver : info.receivers) {
                    addresses.to.append(receiver.organId);
                }
            }
        }
        addresses.to.removeAll(QString());
    } else if (const auto* status = std::get_if<exchange::StatusPacket>(&read->packet)) {
        addresses.kind = u"status"_s;
        addresses.from = status->from.organId;
        addresses.to.append(status->responseFor.organId);
    }
    addresses.to.removeDuplicates();
    return addresses;
}

} // namespace hub
