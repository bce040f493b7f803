// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/packetaddresses.h"

#include "exchange/envelope/matchkey.h"
#include "exchange/envelope/packetreader.h"

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

QString keyText(const exchange::MatchKey& key) {
    return key.isUsable() ? key.toString() : QString();
}

PacketAddresses addressesOf(const exchange::DocumentPacket& document) {
    PacketAddresses addresses;
    addresses.kind = u"edoc"_s;
    addresses.from = document.from.organId;
    for (const exchange::Organ& receiver : document.to) {
        addresses.to.append(receiver.organId);
    }
    // Who an update takes off the list of receivers has to hear of it (QCVN 102:2016, Bussiness).
    if (document.trace.bussiness) {
        for (const exchange::BussinessDocumentInfo& info : document.trace.bussiness->documentInfos) {
            for (const exchange::ReceiverChange& receiver : info.receivers) {
                addresses.to.append(receiver.organId);
            }
        }
    }
    addresses.to.removeAll(QString());
    addresses.documentId = document.documentId;
    addresses.matchKey = keyText(exchange::matchKey(document));
    addresses.notation = document.code.joined();
    addresses.subject = document.subject;
    addresses.promulgationDate = document.promulgation.date;
    return addresses;
}

PacketAddresses addressesOf(const exchange::StatusPacket& status) {
    PacketAddresses addresses;
    addresses.kind = u"status"_s;
    addresses.from = status.from.organId;
    addresses.to.append(status.responseFor.organId);
    addresses.documentId = status.responseFor.documentId;
    addresses.matchKey = keyText(exchange::matchKey(status.responseFor));
    addresses.notation = status.responseFor.code;
    addresses.promulgationDate = status.responseFor.promulgationDate;
    return addresses;
}

} // namespace

exchange::Result<PacketAddresses> readPacketAddresses(QIODevice& packet) {
    const auto read = exchange::PacketReader().readEnvelope(packet);
    if (!read) {
        return exchange::fail("packet-refused", read.error().code + u": "_s + read.error().detail);
    }
    PacketAddresses addresses = std::visit([](const auto& kind) { return addressesOf(kind); }, read->packet);
    const exchange::TraceHeaderList& trace =
        std::visit([](const auto& kind) -> const exchange::TraceHeaderList& { return kind.trace; }, read->packet);
    for (const exchange::TraceHeader& hop : trace.hops) {
        addresses.trace.append(hop.organId);
    }
    addresses.to.removeDuplicates();
    return addresses;
}

} // namespace hub
