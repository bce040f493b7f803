// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/packing.h"

#include "app/store/packingwords.h"
#include "exchange/protocol/sha256.h"

#include <zlib.h>

namespace app {

namespace {

/// The first byte. Another dictionary is another form: what was packed is read with the one it was packed with.
constexpr char form = 1;
constexpr qsizetype checkBytes = 8;
constexpr qsizetype headBytes = 1 + checkBytes;
/// Raw deflate looks back 8 KiB: as far as the dictionary, and what stands in such a text is not longer.
constexpr int window = -13;
constexpr int memory = 7;
constexpr qsizetype firstRoom = 4096;

const Bytef* bytesOf(const char* bytes) {
    return reinterpret_cast<const Bytef*>(bytes);
}

QByteArray checkOf(const QByteArray& text) {
    return exchange::Sha256::hash(text).first(checkBytes);
}

/// Inflates into memory that grows no further than the limit allows.
std::optional<QByteArray> inflated(z_stream& stream) {
    QByteArray text(firstRoom, Qt::Uninitialized);
    while (true) {
        stream.next_out = reinterpret_cast<Bytef*>(text.data()) + stream.total_out;
        stream.avail_out = static_cast<uInt>(text.size() - qsizetype(stream.total_out));
        const int state = inflate(&stream, Z_NO_FLUSH);
        if (state == Z_STREAM_END && stream.avail_in == 0 && qsizetype(stream.total_out) <= mostUnpacked()) {
            text.truncate(qsizetype(stream.total_out));
            return text;
        }
        if (state != Z_OK || stream.avail_out != 0 || text.size() > mostUnpacked()) {
            return std::nullopt;
        }
        text.resize(qMin(2 * text.size(), mostUnpacked() + 1));
    }
}

} // namespace

QByteArray packed(const QByteArray& text) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window, memory, Z_DEFAULT_STRATEGY) != Z_OK) {
        qBadAlloc();
    }
    const QByteArray& words = packingWords();
    deflateSetDictionary(&stream, bytesOf(words.constData()), static_cast<uInt>(words.size()));
    QByteArray bytes(headBytes + qsizetype(deflateBound(&stream, static_cast<uLong>(text.size()))), Qt::Uninitialized);
    bytes[0] = form;
    bytes.replace(1, checkBytes, checkOf(text));
    stream.next_in = const_cast<Bytef*>(bytesOf(text.constData())); // NOLINT: zlib reads it
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data()) + headBytes;
    stream.avail_out = static_cast<uInt>(bytes.size() - headBytes);
    deflate(&stream, Z_FINISH); // one call: the room is as large as it can become
    bytes.truncate(headBytes + qsizetype(stream.total_out));
    deflateEnd(&stream);
    bytes.squeeze();
    return bytes;
}

std::optional<QByteArray> unpacked(QByteArrayView bytes) {
    if (bytes.size() < headBytes || bytes.front() != form || bytes.size() > 2 * mostUnpacked()) {
        return std::nullopt;
    }
    z_stream stream{};
    if (inflateInit2(&stream, window) != Z_OK) {
        qBadAlloc();
    }
    const QByteArray& words = packingWords();
    inflateSetDictionary(&stream, bytesOf(words.constData()), static_cast<uInt>(words.size()));
    stream.next_in = const_cast<Bytef*>(bytesOf(bytes.data())) + headBytes; // NOLINT: zlib reads it
    stream.avail_in = static_cast<uInt>(bytes.size() - headBytes);
    std::optional<QByteArray> text = inflated(stream);
    inflateEnd(&stream);
    return text && bytes.sliced(1, checkBytes) == checkOf(*text) ? text : std::nullopt;
}

} // namespace app
