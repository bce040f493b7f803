// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/incomingpackets.h"

#include "app/services/officedesk.h"
#include "exchange/envelope/packetreader.h"

#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

OrganRef organOf(const exchange::Organ& organ) {
    return {.id = OrganId::parse(organ.organId).value_or(OrganId()), .name = organ.organName};
}

QDate dateOf(const exchange::DateText& text) {
    return text.date.value_or(QDate());
}

/// "07/SM-VP" back into its two parts.
DocumentReference referenceOf(const exchange::ResponseFor& response) {
    const qsizetype slash = response.code.indexOf(u'/');
    return {.organ = OrganId::parse(response.organId).value_or(OrganId()),
            .packetDocumentId = response.documentId,
            .number = slash < 0 ? response.code : response.code.left(slash),
            .notation = slash < 0 ? QString() : response.code.mid(slash + 1),
            .date = dateOf(response.promulgationDate),
            .local = std::nullopt};
}

void describe(const exchange::DocumentPacket& packet, PacketFacts& facts) {
    facts.kind = PacketFacts::Kind::Document;
    facts.from = organOf(packet.from);
    for (const exchange::Organ& receiver : packet.to) {
        facts.receivers.append(organOf(receiver));
    }
    facts.packetDocumentId = packet.documentId;
    facts.number = packet.code.number;
    facts.notation = packet.code.notation;
    facts.date = dateOf(packet.promulgation.date);
    facts.dateText = packet.promulgation.date.raw;
    facts.placeName = packet.promulgation.place;
    facts.kindName = packet.documentType.typeName;
    facts.subject = packet.subject;
    facts.signer = {.competence = packet.signerInfo.competence,
                    .position = packet.signerInfo.position,
                    .fullName = packet.signerInfo.fullName,
                    .mailbox = {}};
    facts.dueDate = dateOf(packet.dueDate);
    facts.recipients = packet.toPlaces;
    facts.urgency = urgencyFromPriority(packet.otherInfo.priority.value.value_or(0));
    const auto type = packet.bussinessDocType();
    facts.businessType = type ? int(*type) : 0;
    for (const exchange::ResponseFor& response : packet.responseFor) {
        if (!response.isEmpty()) {
            facts.responseFor.append(referenceOf(response));
        }
    }
}

void describe(const exchange::StatusPacket& packet, PacketFacts& facts) {
    facts.kind = PacketFacts::Kind::Status;
    facts.from = organOf(packet.from);
    facts.about = referenceOf(packet.responseFor);
    facts.statusCode = packet.statusCode;
    facts.statusText = packet.description;
    facts.statusTime = packet.timestamp.time ? packet.timestamp.time->toUTC() : QDateTime();
    facts.statusPerson = packet.staff.isEmpty() ? QString() : packet.staff.first().staff;
}

/// Attachments into the blob store, the main one first.
Result<QList<ContentRef>> keepAttachments(OfficeStore& store, const exchange::DocumentPacket& packet) {
    const exchange::Attachment* const main = packet.mainDocument();
    QList<ContentRef> contents;
    for (const exchange::Attachment& attachment : packet.attachments) {
        if (attachment.filePath.isEmpty()) {
            continue; // named without content: a finding says so
        }
        const auto kept = store.putContentFile(attachment.filePath);
        if (!kept) {
            return std::unexpected(kept.error());
        }
        const bool isMain = &attachment == main;
        ContentRef content{.sha256 = *kept,
                           .name = attachment.name,
                           .mediaType = attachment.contentType,
                           .size = attachment.size,
                           .role = isMain ? ContentRef::Role::Main : ContentRef::Role::Attachment,
                           .here = true};
        contents.insert(isMain ? 0 : contents.size(), content);
    }
    return contents;
}

Error notForUs(const OrganId& own) {
    return fail("packet-not-for-us", own.text()).error();
}

} // namespace

IncomingPackets::IncomingPackets(OfficeDesk& desk)
    : m_desk(desk) {}

Result<PacketFacts> IncomingPackets::takeApart(const QByteArray& packetSha256, const QString& path) {
    PacketFacts facts;
    facts.sha256 = packetSha256;
    const QTemporaryDir unpacked(m_desk.spoolFolder() + u"/packet-XXXXXX"_s);
    if (!unpacked.isValid()) {
        return fail("spool-not-writable", unpacked.errorString());
    }
    const auto read = exchange::PacketReader().read(path, unpacked.path());
    if (!read) {
        if (!exchange::blamesPacket(read.error())) {
            return passOn(read.error()); // a full disk, say: the feed waits until it is mended
        }
        facts.problem = Error(read.error());
        return facts;
    }
    for (const exchange::Finding& finding : read->findings) {
        if (!facts.findings.contains(finding.code)) {
            facts.findings.append(finding.code);
        }
    }
    if (const auto* status = std::get_if<exchange::StatusPacket>(&read->packet)) {
        describe(*status, facts);
        return facts;
    }
    const auto& document = std::get<exchange::DocumentPacket>(read->packet);
    describe(document, facts);
    const QString own = m_desk.organ().text();
    // The hub shows a sender its own packets, too.
    if (!exchange::addresses(document, own) && facts.from.id != m_desk.organ()) {
        facts.kind = PacketFacts::Kind::Unreadable;
        facts.problem = notForUs(m_desk.organ());
    }
    auto contents = keepAttachments(m_desk.store(), document);
    if (!contents) {
        return std::unexpected(contents.error());
    }
    facts.contents = std::move(*contents);
    return facts;
}

} // namespace app
