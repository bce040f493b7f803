// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/packetwriter.h"

#include "exchange/envelope/base64stream.h"
#include "exchange/envelope/packettree.h"
#include "exchange/envelope/schema.h"
#include "exchange/envelope/xmlserializer.h"
#include "exchange/envelope/zipsingle.h"
#include "exchange/protocol/sha256.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUuid>

#include <memory>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 Base64ChunkBytes = 192 * 1024; // a multiple of three: base64 without a rest

std::unexpected<Error> contentUnreadable(const QString& detail) {
    return fail("packet-attachment-unreadable", detail);
}

Result<std::unique_ptr<QIODevice>> openContent(const Attachment& attachment) {
    std::unique_ptr<QIODevice> device;
    if (attachment.filePath.isEmpty()) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(attachment.bytes);
        device = std::move(buffer);
    } else {
        device = std::make_unique<QFile>(attachment.filePath);
    }
    if (!device->open(QIODevice::ReadOnly)) {
        return contentUnreadable(attachment.name + u": "_s + device->errorString());
    }
    return device;
}

/// The entry of the zip: a unique name that says nothing, with the extension, as the Java library makes it; the same
/// content gets the same name.
QByteArray entryName(const Attachment& attachment) {
    const QUuid id = QUuid::createUuidV5(QUuid(), attachment.sha256);
    const QString extension = QFileInfo(attachment.name).suffix().left(16);
    QByteArray plain;
    for (const QChar character : extension) {
        if (character.unicode() < 128 && character.isLetterOrNumber()) {
            plain.append(character.toLatin1());
        }
    }
    return id.toByteArray(QUuid::WithoutBraces) + (plain.isEmpty() ? QByteArray(".bin") : '.' + plain);
}

/// Writes the content of one attachment as base64 and checks on the way that it is the content that was hashed.
Result<void> writeContent(const Attachment& attachment, bool zip, const ByteOutlet& out) {
    auto source = openContent(attachment);
    if (!source) {
        return std::unexpected(source.error());
    }
    Base64Encoder encoder;
    Sha256 hash;
    const auto encode = [&](QByteArrayView bytes) { return out(encoder.encode(bytes)); };
    if (zip) {
        const auto look = [&](QByteArrayView bytes) { hash.addData(bytes); };
        if (auto packed = packSingle(**source, (*source)->size(), entryName(attachment), look, encode); !packed) {
            return packed;
        }
    } else {
        QByteArray chunk(Base64ChunkBytes, Qt::Uninitialized);
        for (;;) {
            const qint64 size = (*source)->read(chunk.data(), chunk.size());
            if (size < 0) {
                return contentUnreadable(attachment.name + u": "_s + (*source)->errorString());
            }
            if (size == 0) {
                break;
            }
            const QByteArrayView bytes(chunk.constData(), size);
            hash.addData(bytes);
            if (auto written = encode(bytes); !written) {
                return written;
            }
        }
    }
    if (!attachment.sha256.isEmpty() && hash.result() != attachment.sha256) {
        return fail("packet-attachment-changed", attachment.name);
    }
    return out(encoder.finish());
}

Result<XmlNode> checkedTree(const Packet& packet, const WriterProfile& profile) {
    auto tree = std::holds_alternative<DocumentPacket>(packet) ? treeOf(std::get<DocumentPacket>(packet), profile)
                                                               : treeOf(std::get<StatusPacket>(packet));
    if (!tree) {
        return tree;
    }
    QByteArray elided;
    const ByteOutlet collect = [&](QByteArrayView bytes) -> Result<void> {
        elided.append(bytes);
        return {};
    };
    if (auto written = writeXml(*tree, collect, nullptr); !written) {
        return std::unexpected(written.error());
    }
    if (auto checked = checkSchema(elided); !checked) {
        return std::unexpected(checked.error());
    }
    return tree;
}

} // namespace

PacketWriter::PacketWriter(WriterProfile profile)
    : m_profile(std::move(profile)) {}

Result<WrittenPacket> PacketWriter::write(const Packet& packet, QIODevice& device) const {
    const auto tree = checkedTree(packet, m_profile);
    if (!tree) {
        return std::unexpected(tree.error());
    }
    WrittenPacket result;
    Sha256 hash;
    const ByteOutlet out = [&](QByteArrayView bytes) -> Result<void> {
        if (device.write(bytes.data(), bytes.size()) != bytes.size()) {
            return fail("packet-write-failed", device.errorString());
        }
        hash.addData(bytes);
        result.size += bytes.size();
        return {};
    };
    const auto content = [&](int index) -> Result<void> {
        const Attachment& attachment = std::get<DocumentPacket>(packet).attachments.at(index);
        return writeContent(attachment, m_profile.zipAttachments, out);
    };
    if (auto written = writeXml(*tree, out, content); !written) {
        return std::unexpected(written.error());
    }
    if (m_profile.largestBytes > 0 && result.size > m_profile.largestBytes) {
        return fail("packet-over-server-limit", u"%1 > %2"_s.arg(result.size).arg(m_profile.largestBytes));
    }
    result.sha256 = hash.result();
    return result;
}

Result<WrittenPacket> PacketWriter::write(const Packet& packet, const QString& file) const {
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly)) {
        return fail("packet-not-created", target.errorString());
    }
    auto written = write(packet, target);
    if (!written) {
        target.cancelWriting();
        return written;
    }
    if (!target.commit()) {
        return fail("packet-not-committed", target.errorString());
    }
    return written;
}

} // namespace exchange
