// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/incomingpackets.h"

#include "app/services/officedesk.h"
#include "app/services/packetchange.h"
#include "app/services/packetextras.h"
#include "docsig/keys/certificate.h"
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
    facts.applicationType = packet.applicationType;
    if (!facts.application().isEmpty()) {
        facts.extras = packetExtras(packet);
    }
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
    facts.change = packetChange(packet);
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
        const auto kept = store.blobs().putFileUnsettled(attachment.filePath);
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

/// What the reader found about the signature of the packet; whose certificate it is, is read, not judged.
PacketSignatureFacts factsOf(const exchange::PacketSignature& signature) {
    using State = PacketSignatureFacts::State;
    PacketSignatureFacts facts;
    switch (signature.state) {
    case exchange::PacketSignature::State::Valid:
        facts.state = State::Valid;
        break;
    case exchange::PacketSignature::State::Wrong:
        facts.state = State::Wrong;
        break;
    case exchange::PacketSignature::State::Unchecked:
        facts.state = State::Unchecked;
        break;
    case exchange::PacketSignature::State::None:
        return facts;
    }
    facts.reason = signature.reason.code;
    if (const auto certificate = docsig::describe(signature.certificate)) {
        facts.signer = certificate->commonName;
    }
    return facts;
}

Error notForUs(const OrganId& own) {
    return fail("packet-not-for-us", own.text()).error();
}

/// What was read, as far as it does not lie in the attachments.
void note(const exchange::ReadPacket& read, const OrganId& own, PacketFacts& facts) {
    for (const exchange::Finding& finding : read.findings) {
        if (!facts.findings.contains(finding.code)) {
            facts.findings.append(finding.code);
        }
    }
    facts.signature = factsOf(read.signature);
    if (const auto* status = std::get_if<exchange::StatusPacket>(&read.packet)) {
        describe(*status, facts);
        return;
    }
    const auto& document = std::get<exchange::DocumentPacket>(read.packet);
    describe(document, facts);
    // The hub shows a sender its own packets, too.
    if (!exchange::addresses(document, own.text()) && facts.from.id != own) {
        facts.kind = PacketFacts::Kind::Unreadable;
        facts.problem = notForUs(own);
    }
}

/// A packet that can't be read becomes facts that say so; what lies on our side stays an error.
Result<PacketFacts> unreadable(PacketFacts facts, const exchange::Error& error) {
    if (!exchange::blamesPacket(error)) {
        return passOn(error); // a full disk, say: what was under way waits until it is mended
    }
    facts.problem = Error(error);
    return facts;
}

/// Packets whose attachments lie in the store by themselves, and which need not hold them once more.
QList<QByteArray> withAttachments(const QList<PacketFacts>& found) {
    QList<QByteArray> packets;
    for (const PacketFacts& facts : found) {
        if (!facts.contents.isEmpty()) {
            packets.append(facts.sha256);
        }
    }
    return packets;
}

} // namespace

IncomingPackets::IncomingPackets(OfficeDesk& desk)
    : m_desk(desk) {}

Result<PacketFacts> IncomingPackets::describe(const QByteArray& packetSha256, QIODevice& packet) {
    PacketFacts facts;
    facts.sha256 = packetSha256;
    const auto read = exchange::PacketReader({}, m_desk.today()).readEnvelope(packet);
    if (!read) {
        return unreadable(std::move(facts), read.error());
    }
    note(*read, m_desk.organ(), facts);
    facts.unpacked = std::holds_alternative<exchange::StatusPacket>(read->packet);
    return facts;
}

Result<PacketFacts> IncomingPackets::takeApart(const QByteArray& packetSha256) {
    PacketFacts facts;
    facts.sha256 = packetSha256;
    const auto path = m_desk.store().blobs().path(packetSha256);
    if (!path) {
        return std::unexpected(path.error());
    }
    const QTemporaryDir unpacked(m_desk.spoolFolder() + u"/packet-XXXXXX"_s);
    if (!unpacked.isValid()) {
        return fail("spool-not-writable", unpacked.errorString());
    }
    const auto read = exchange::PacketReader({}, m_desk.today()).read(*path, unpacked.path());
    if (!read) {
        return unreadable(std::move(facts), read.error());
    }
    note(*read, m_desk.organ(), facts);
    if (const auto* document = std::get_if<exchange::DocumentPacket>(&read->packet)) {
        auto contents = keepAttachments(m_desk.store(), *document);
        if (!contents) {
            return std::unexpected(contents.error());
        }
        facts.contents = std::move(*contents);
    }
    return facts;
}

Result<int> IncomingPackets::unpackOwed(const std::function<void(int done, int left)>& done, std::stop_token stop) {
    constexpr int portion = 50;
    ArrivalJobs& jobs = m_desk.store().arrivalJobs();
    int through = 0;
    QList<QByteArray> cuts; // of the portion before: durable with the attachments of this one
    const auto settle = [&] {
        if (m_desk.store().blobs().settle()) { // once for all files of the portion
            m_desk.store().blobs().finishCuts(cuts);
        }
        cuts.clear();
    };
    for (;;) {
        const auto owed = jobs.pending(portion);
        if (!owed || owed->isEmpty() || stop.stop_requested()) {
            if (!cuts.isEmpty()) {
                settle();
            }
            m_desk.store().blobs().tidy();
            return owed ? Result<int>(through) : std::unexpected(owed.error());
        }
        QList<PacketFacts> found;
        std::optional<Error> fault;
        for (const QByteArray& packet : *owed) {
            auto facts = takeApart(packet);
            if (facts) {
                found.append(std::move(*facts));
                continue;
            }
            fault = facts.error();
            if (auto noted = jobs.noteFailure(packet, facts.error()); !noted) {
                fault = noted.error();
            }
            break;
        }
        settle();
        if (auto kept = jobs.keep(found); !kept) {
            return std::unexpected(kept.error());
        }
        cuts = m_desk.store().blobs().beginCuts(withAttachments(found));
        through += static_cast<int>(found.size());
        if (fault) {
            settle();
            return std::unexpected(*fault);
        }
        const auto left = jobs.count();
        if (done && left) {
            done(through, *left);
        }
    }
}

} // namespace app
