// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/packetchange.h"

namespace app {

namespace {

constexpr int changed = 1;
constexpr int added = 1;

void readReceivers(const exchange::BussinessDocumentInfo& info, PacketChange& change) {
    for (const exchange::ReceiverChange& receiver : info.receivers) {
        if (const auto organ = OrganId::parse(receiver.organId)) {
            (receiver.receiverType.value == added ? change.added : change.removed).append(*organ);
        }
    }
}

void readReplacement(const exchange::ReplacementInfo& info, PacketChange& change) {
    if (info.organIds.isEmpty()) {
        change.replaced.append(info.documentId);
    }
    for (const QString& organ : info.organIds) {
        change.replacedForSome.append(info.documentId + u'\n' + organ);
    }
}

} // namespace

PacketChange packetChange(const exchange::DocumentPacket& packet) {
    const auto type = packet.bussinessDocType();
    PacketChange change;
    if (!packet.trace.bussiness || !type || *type == exchange::BussinessDocType::New) {
        return change;
    }
    const exchange::Bussiness& bussiness = *packet.trace.bussiness;
    change.target = bussiness.documentId;
    change.reason = bussiness.docReason;
    for (const exchange::BussinessDocumentInfo& info : bussiness.documentInfos) {
        change.changesContent = change.changesContent || info.documentInfo.value == changed;
        readReceivers(info, change);
    }
    for (const exchange::ReplacementInfo& info : bussiness.replacements) {
        readReplacement(info, change);
    }
    return change;
}

} // namespace app
