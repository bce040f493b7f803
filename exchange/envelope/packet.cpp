// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/packet.h"

#include "exchange/envelope/safename.h"
#include "exchange/protocol/sha256.h"

#include <algorithm>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

Attachment Attachment::fromBytes(const QString& name, const QString& contentType, const QByteArray& bytes) {
    Attachment attachment;
    attachment.name = name;
    attachment.safeName = safeFileName(name);
    attachment.contentType = contentType;
    attachment.bytes = bytes;
    attachment.sha256 = Sha256::hash(bytes);
    attachment.size = bytes.size();
    return attachment;
}

bool operator==(const Attachment& left, const Attachment& right) {
    return left.contentId == right.contentId && left.name == right.name && left.safeName == right.safeName &&
           left.description == right.description && left.fieldName == right.fieldName &&
           left.mimeType == right.mimeType && left.contentType == right.contentType && left.zipped == right.zipped &&
           left.sha256 == right.sha256 && left.size == right.size;
}

std::optional<BussinessDocType> DocumentPacket::bussinessDocType() const {
    if (!trace.bussiness || trace.bussiness->docType.isEmpty()) {
        return BussinessDocType::New;
    }
    const int number = trace.bussiness->docType.value.value_or(-1);
    if (number < 0 || number > 3) {
        return {};
    }
    return static_cast<BussinessDocType>(number);
}

const Attachment* DocumentPacket::mainDocument() const {
    for (const ManifestReference& reference : references) {
        const auto found = std::ranges::find_if(attachments, [&](const Attachment& attachment) {
            return contentKey(attachment.contentId) == contentKey(reference.contentId);
        });
        if (found != attachments.end()) {
            return &*found;
        }
    }
    return attachments.isEmpty() ? nullptr : &attachments.first();
}

QString contentKey(const QString& contentId) {
    const QString trimmed = contentId.trimmed();
    return trimmed.startsWith("cid:"_L1, Qt::CaseInsensitive) ? trimmed.sliced(4).trimmed() : trimmed;
}

void addAttachment(DocumentPacket& packet, Attachment attachment) {
    const auto taken = [&](const QString& id) {
        return std::ranges::any_of(packet.attachments,
                                   [&](const Attachment& other) { return contentKey(other.contentId) == id; });
    };
    for (qsizetype next = packet.attachments.size() + 1; attachment.contentId.isEmpty(); ++next) {
        if (const QString id = QString::number(next); !taken(id)) {
            attachment.contentId = u"cid:"_s + id;
        }
    }
    ManifestReference reference;
    reference.contentId = attachment.contentId;
    reference.contentType = attachment.contentType;
    reference.description = attachment.description;
    reference.attachmentName = attachment.name;
    packet.references.append(reference);
    packet.attachments.append(std::move(attachment));
}

bool addresses(const DocumentPacket& packet, const QString& organId) {
    if (organId.isEmpty()) {
        return false;
    }
    if (std::ranges::any_of(packet.to, [&](const Organ& organ) { return organ.organId == organId; })) {
        return true;
    }
    if (!packet.trace.bussiness) {
        return false;
    }
    return std::ranges::any_of(packet.trace.bussiness->documentInfos, [&](const BussinessDocumentInfo& info) {
        return std::ranges::any_of(info.receivers,
                                   [&](const ReceiverChange& receiver) { return receiver.organId == organId; });
    });
}

} // namespace exchange
