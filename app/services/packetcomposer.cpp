// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/packetcomposer.h"

#include "app/domain/bookentry.h"
#include "exchange/envelope/writerprofile.h"
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

exchange::Organ organOf(const OrganRef& organ, const QString& superior = {}) {
    exchange::Organ written;
    written.organId = organ.id.text();
    written.organName = organ.name;
    written.organizationInCharge = superior;
    return written;
}

exchange::ResponseFor responseTo(const DocumentReference& reference) {
    return {.organId = reference.organ.text(),
            .code = exchange::DocumentCode{reference.number, reference.notation}.joined(),
            .promulgationDate = exchange::DateText::of(reference.date),
            .documentId = reference.packetDocumentId};
}

/// "07-SM-VP.pdf": what the receiver sees; slashes and spaces have no place in it.
QString attachmentName(const DocumentDetail& document) {
    QString name = numberDisplay(document.number, document.notation);
    for (QChar& letter : name) {
        if (letter == u'/' || letter == u'\\' || letter.isSpace()) {
            letter = u'-';
        }
    }
    return name + u".pdf"_s;
}

exchange::Attachment pdfAttachment(const DocumentDetail& document, const QString& path) {
    exchange::Attachment attachment;
    attachment.name = attachmentName(document);
    attachment.contentType = u"application/pdf"_s;
    attachment.filePath = path;
    attachment.sha256 = QByteArray::fromHex(document.pdfSha256);
    attachment.size = QFileInfo(path).size();
    return attachment;
}

} // namespace

QString packetDocumentId(const DocumentDetail& document) {
    return document.issuer.id.text() + u',' + document.date.toString(u"yyyy/MM/dd"_s) + u',' +
           numberDisplay(document.number, document.notation);
}

namespace {

/// A draft does not say whether it directs or reports: the number that the server's table has for neither.
exchange::NumberText plainSteering(const QString& packetProfile) {
    const auto manner = exchange::WriterProfile::byName(packetProfile);
    const auto number = manner ? manner->steeringType(exchange::Steering::None) : std::nullopt;
    return number ? exchange::NumberText::of(*number) : exchange::NumberText();
}

/// All but the attachment.
exchange::DocumentPacket envelopeOf(const DocumentDetail& document, const QList<OrganRef>& receivers,
                                    const Profile& profile, const QDateTime& now) {
    exchange::DocumentPacket packet;
    packet.from = organOf({.id = profile.agency.id, .name = profile.agency.name}, profile.superiorName);
    for (const OrganRef& receiver : receivers) {
        packet.to.append(organOf(receiver));
    }
    packet.documentId = packetDocumentId(document);
    packet.code = {.number = numberDisplay(document.number), .notation = document.notation};
    packet.promulgation = {.place = document.placeName, .date = exchange::DateText::of(document.date)};
    packet.documentType.typeName = document.summary.kindName;
    packet.subject = document.summary.subject;
    packet.signerInfo = {.competence = document.signer.competence,
                         .position = document.signer.position,
                         .fullName = document.signer.fullName};
    packet.dueDate = exchange::DateText::of(document.summary.dueDate);
    packet.toPlaces = document.recipients;
    packet.steeringType = plainSteering(profile.packetProfile);
    packet.otherInfo.priority = exchange::NumberText::of(int(document.summary.urgency));
    if (document.replyTo) {
        packet.responseFor.append(responseTo(*document.replyTo));
    }
    packet.trace.hops.append({.organId = profile.agency.id.text(), .timestamp = exchange::TimeText::of(now)});
    exchange::Bussiness bussiness;
    bussiness.docType = exchange::NumberText::of(0);
    bussiness.docReason = u"Văn bản mới"_s;
    bussiness.paper = exchange::NumberText::of(0);
    packet.trace.bussiness = bussiness;
    return packet;
}

} // namespace

exchange::DocumentPacket documentPacket(const DocumentDetail& document, const QList<OrganRef>& receivers,
                                        const Profile& profile, const QString& pdfPath, const QDateTime& now) {
    exchange::DocumentPacket packet = envelopeOf(document, receivers, profile, now);
    exchange::addAttachment(packet, pdfAttachment(document, pdfPath));
    return packet;
}

exchange::DocumentPacket withdrawalPacket(const DocumentDetail& document, const QList<OrganRef>& receivers,
                                          const QString& reason, const Profile& profile, const QDateTime& now) {
    exchange::DocumentPacket packet = envelopeOf(document, receivers, profile, now);
    packet.trace.bussiness->documentId = document.packetDocumentId;
    packet.trace.bussiness->docType = exchange::NumberText::of(int(exchange::BussinessDocType::Withdraw));
    packet.trace.bussiness->docReason = reason;
    return packet;
}

exchange::StatusPacket withdrawalStatus(const DocumentDetail& document, const OrganRef& receiver, const QString& reason,
                                        const Profile& profile, const QDateTime& now) {
    PacketFacts about;
    about.from = receiver;
    about.number = numberDisplay(document.number);
    about.notation = document.notation;
    about.date = document.date;
    about.packetDocumentId = document.packetDocumentId;
    return statusPacket(about, exchange::StatusCode::TakeBack, reason, profile, now);
}

void markUpdate(exchange::DocumentPacket& packet, const QString& reason, bool changesContent,
                const QList<OrganRef>& added) {
    exchange::BussinessDocumentInfo info;
    info.documentInfo = exchange::NumberText::of(changesContent ? 1 : 0);
    info.documentReceiver = exchange::NumberText::of(added.isEmpty() ? 0 : 1);
    for (const OrganRef& receiver : added) {
        info.receivers.append({.organId = receiver.id.text(), .receiverType = exchange::NumberText::of(1)});
    }
    packet.trace.bussiness->documentId = packet.documentId;
    packet.trace.bussiness->docType = exchange::NumberText::of(int(exchange::BussinessDocType::Update));
    packet.trace.bussiness->docReason = reason;
    packet.trace.bussiness->documentInfos = {info};
}

void markReplacement(exchange::DocumentPacket& packet, const QString& reason, const QList<DocumentDetail>& replaced) {
    packet.trace.bussiness->docType = exchange::NumberText::of(int(exchange::BussinessDocType::Replace));
    packet.trace.bussiness->docReason = reason;
    for (const DocumentDetail& document : replaced) {
        exchange::ReplacementInfo info{.documentId = document.packetDocumentId, .organIds = {}};
        for (const TrailLine& line : document.trail) {
            info.organIds.append(line.receiver.id.text());
        }
        packet.trace.bussiness->replacements.append(info);
    }
}

exchange::StatusPacket statusPacket(const PacketFacts& about, exchange::StatusCode code, const QString& description,
                                    const Profile& profile, const QDateTime& now) {
    exchange::StatusPacket packet;
    packet.from = organOf({.id = profile.agency.id, .name = profile.agency.name}, profile.superiorName);
    packet.responseFor = {.organId = about.from.id.text(),
                          .code = exchange::DocumentCode{about.number, about.notation}.joined(),
                          .promulgationDate = exchange::DateText::of(about.date),
                          .documentId = about.packetDocumentId};
    const exchange::StatusWords& words = exchange::wordsOf(code);
    packet.statusCode = words.number;
    packet.description = description.isEmpty() ? words.vietnamese : description;
    packet.timestamp = exchange::TimeText::of(now);
    exchange::StaffInfo staff;
    staff.staff = profile.person.name;
    staff.department = profile.person.unit;
    packet.staff.append(staff);
    return packet;
}

exchange::StatusPacket plainStatus(const PacketFacts& about, exchange::StatusCode code, const Profile& profile,
                                   const QDateTime& at) {
    exchange::StatusPacket packet = statusPacket(about, code, {}, profile, at);
    packet.staff.clear();
    return packet;
}

} // namespace app
