// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/rules.h"

#include "exchange/protocol/message.h"

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

std::unexpected<Error> notPermitted(const QString& what) {
    return fail("not-permitted", what);
}

std::unexpected<Error> contentUnknown(const QByteArray& sha256) {
    return fail("content-unknown", QString::fromLatin1(sha256));
}

std::unexpected<Error> senderForeign(const QString& organId) {
    return fail("sender-foreign", organId);
}

bool isClosedAt(const exchange::AgencyEntry& agency, const QDateTime& moment) {
    return agency.isClosedOn(moment.toOffsetFromUtc(7 * 3600).date());
}

bool isOfOffice(const QString& stream) {
    const QString word = stream.section(u'/', 0, 0);
    return word == "book"_L1 || word == "lease"_L1 || word == "standing"_L1 || word == "partners"_L1;
}

bool mayOpen(const QString& stream, const Caller& caller, const QString& role) {
    const QString word = stream.section(u'/', 0, 0);
    if (word == "audit"_L1) {
        return caller.reads(stream.section(u'/', 1));
    }
    if (role.isEmpty() || !isOfOffice(stream)) {
        return true;
    }
    const bool isClerks = word == "book"_L1 || word == "lease"_L1;
    return isClerks ? role == "clerk"_L1 : role != "left"_L1;
}

exchange::MessageHeader nextHeader(const Caller& caller, const StreamEnd& end, const exchange::Message& message,
                                   const QDateTime& now) {
    exchange::MessageHeader header = message.header;
    header.sequence = end.sequence + 1;
    header.author = caller.account;
    header.authorAgency = caller.agency;
    header.time = now;
    header.payloadSha256 = exchange::sha256Hex(message.payload);
    header.attachedSha256 = exchange::attachedHash(message.cites, message.participants);
    header.previousHeaderSha256 = end.headHash;
    return header;
}

} // namespace hub
