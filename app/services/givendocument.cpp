// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/givendocument.h"

namespace app {

acts::GivenDocument givenFrom(const DocumentDetail& document) {
    return {.packetSha256 = document.packetSha256,
            .from = document.issuer.id,
            .received = document.received,
            .arrivalNumber = document.summary.arrivalNumber,
            .arrivalDate = document.arrivalDate,
            .dueDate = document.summary.dueDate,
            .paper = document.paper,
            .task = document.task};
}

QList<QByteArray> contentsToGive(const DocumentDetail& document) {
    const QByteArray& content = document.paper ? document.paper->scanSha256 : document.packetSha256;
    return content.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{content};
}

} // namespace app
