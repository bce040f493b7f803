// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/packetreader.h"

#include "exchange/envelope/attachmentstore.h"
#include "exchange/envelope/opendevice.h"
#include "exchange/envelope/packetmapper.h"
#include "exchange/envelope/xmlborder.h"

#include <QBuffer>
#include <QFile>
#include <QStringList>

#include <algorithm>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString signatureUnchecked = u"packet-signature-unchecked"_s;

/// `bytes`: null where the packet is too large to be checked.
Result<void> judgeSignature(ReadPacket& read, const QByteArray* bytes) {
    const auto told = std::ranges::find(read.findings, signatureUnchecked, &Finding::code);
    const bool named = bytes != nullptr && bytes->contains("http://www.w3.org/2000/09/xmldsig#");
    if (told == read.findings.end() && !named) {
        return {};
    }
    const auto checked = bytes != nullptr ? checkPacketSignature(*bytes) : tooLargeToCheck();
    if (!checked) {
        return std::unexpected(checked.error());
    }
    read.signature = *checked;
    if (told == read.findings.end()) {
        return {};
    }
    switch (read.signature.state) {
    case PacketSignature::State::None: // its elements are in another namespace: nothing that could be checked
        read.signature.state = PacketSignature::State::Unchecked;
        read.signature.reason = Error{told->code, told->place};
        break;
    case PacketSignature::State::Unchecked:
        told->detail = read.signature.reason.code;
        break;
    case PacketSignature::State::Valid:
        read.findings.erase(told);
        break;
    case PacketSignature::State::Wrong:
        told->code = read.signature.reason.code;
        break;
    }
    return {};
}

} // namespace

PacketReader::PacketReader(ReaderLimits limits, std::optional<QDate> today)
    : m_limits(limits)
    , m_today(today) {}

Result<ReadPacket> PacketReader::read(QIODevice& device, const QString& attachmentFolder) const {
    AttachmentStore store(attachmentFolder, m_limits);
    // What is checked must be what is read: a packet that may be signed is taken into memory once.
    QBuffer whole;
    const qint64 size = device.isSequential() ? -1 : device.size() - device.pos();
    const bool fits = size >= 0 && size <= largestSignedPacket;
    if (fits) {
        whole.setData(device.readAll());
        whole.open(QIODevice::ReadOnly);
        if (whole.size() != size) {
            return readFailed(device.errorString());
        }
    }
    const auto root = readXml(fits ? static_cast<QIODevice&>(whole) : device, m_limits, ReadUntil::End, &store);
    if (!root) {
        return std::unexpected(root.error());
    }
    auto packet = mapPacket(*root, &store, m_today);
    const auto judged = packet ? judgeSignature(*packet, fits ? &whole.data() : nullptr) : Result<void>();
    if (!judged) {
        return std::unexpected(judged.error());
    }
    if (packet) {
        store.keep();
    }
    return packet;
}

Result<ReadPacket> PacketReader::read(const QString& file, const QString& attachmentFolder) const {
    QFile device(file);
    if (auto opened = openForReading(device); !opened) {
        return std::unexpected(opened.error());
    }
    return read(device, attachmentFolder);
}

Result<ReadPacket> PacketReader::readEnvelope(QIODevice& device) const {
    const auto root = readXml(device, m_limits, ReadUntil::Envelope, nullptr);
    if (!root) {
        return std::unexpected(root.error());
    }
    return mapPacket(*root, nullptr, m_today);
}

Result<ReadPacket> PacketReader::readEnvelope(const QString& file) const {
    QFile device(file);
    if (auto opened = openForReading(device); !opened) {
        return std::unexpected(opened.error());
    }
    return readEnvelope(device);
}

bool blamesPacket(const Error& error) {
    static const QStringList ours{u"packet-not-opened"_s, u"packet-read-failed"_s, u"packet-unpack-failed"_s,
                                  u"packet-attachment-not-stored"_s};
    return !ours.contains(error.code);
}

} // namespace exchange
