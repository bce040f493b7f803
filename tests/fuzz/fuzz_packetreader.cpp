// SPDX-License-Identifier: GPL-3.0-or-later
// Foreign packets: whatever is read can be written again or is refused with a code; nothing else may happen.
#include "exchange/envelope/detect.h"
#include "exchange/envelope/packetreader.h"
#include "exchange/envelope/packetwriter.h"

#include <QBuffer>
#include <QTemporaryDir>

#include <cstdint>
#include <cstdlib>

using namespace exchange;

namespace {

ReaderLimits smallLimits() {
    ReaderLimits limits;
    limits.attachmentBytes = 1 << 20;
    limits.allAttachmentBytes = 2 << 20;
    limits.attachments = 20;
    return limits;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QTemporaryDir folder;
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const PacketReader reader(smallLimits());
    const auto open = [](QBuffer& buffer, const QByteArray& content) {
        buffer.setData(content);
        buffer.open(QIODevice::ReadOnly);
    };

    QBuffer first;
    open(first, bytes);
    (void)detectKind(first);
    QBuffer second;
    open(second, bytes);
    const auto envelope = reader.readEnvelope(second);
    QBuffer third;
    open(third, bytes);
    const auto read = reader.read(third, folder.path());
    if (!read) {
        return 0;
    }
    // The whole packet was read: so was its envelope, and both see the same kind.
    if (!envelope || envelope->packet.index() != read->packet.index()) {
        std::abort();
    }
    QBuffer target;
    target.open(QIODevice::WriteOnly);
    if (!PacketWriter(WriterProfile::dotNet()).write(read->packet, target)) {
        return 0;
    }
    // What the strict writer wrote, the reader takes.
    QBuffer again;
    open(again, target.data());
    // But for a signature that nobody could check where prefixes were undeclared: written again they are declared, and
    // one that is unsound is refused then.
    const auto taken = PacketReader().read(again, folder.path());
    const bool wasUnchecked = read->signature.state == PacketSignature::State::Unchecked;
    if (!taken && !(wasUnchecked && taken.error().code.startsWith(u"packet-signature-"))) {
        std::abort();
    }
    return 0;
}
