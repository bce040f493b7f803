// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/crossreference.h"

#include <zlib.h>

#include <cstdlib>

namespace docsig::pdf {

namespace {

std::optional<QByteArray> inflateAll(QByteArrayView raw, qsizetype limit) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) {
        return std::nullopt;
    }
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> owner(&stream, &inflateEnd);
    QByteArray input = raw.toByteArray();
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    QByteArray output;
    QByteArray block(64 * 1024, Qt::Uninitialized);
    int state = Z_OK;
    while (state == Z_OK && output.size() <= limit) {
        stream.next_out = reinterpret_cast<Bytef*>(block.data());
        stream.avail_out = static_cast<uInt>(block.size());
        state = inflate(&stream, Z_NO_FLUSH);
        output.append(block.constData(), block.size() - static_cast<qsizetype>(stream.avail_out));
    }
    return state == Z_STREAM_END && output.size() <= limit ? std::optional(output) : std::nullopt;
}

unsigned char paeth(int left, int up, int corner) {
    const int guess = left + up - corner;
    const int byLeft = std::abs(guess - left);
    const int byUp = std::abs(guess - up);
    const int byCorner = std::abs(guess - corner);
    return static_cast<unsigned char>(byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner);
}

/// Undoes the PNG predictors (RFC 2083 §6) row by row.
std::optional<QByteArray> undoPng(const QByteArray& data, qint64 columns, qint64 bytesPerPixel) {
    const qsizetype width = static_cast<qsizetype>(columns * bytesPerPixel);
    if (width < 1 || width > (1 << 20) || data.size() % (width + 1) != 0) {
        return std::nullopt;
    }
    QByteArray output;
    output.reserve(data.size());
    QByteArray before(width, '\0');
    for (qsizetype row = 0; row < data.size(); row += width + 1) {
        const int filter = static_cast<unsigned char>(data[row]);
        QByteArray line = data.mid(row + 1, width);
        for (qsizetype index = 0; index < width; ++index) {
            const int left = index >= bytesPerPixel ? static_cast<unsigned char>(line[index - bytesPerPixel]) : 0;
            const int up = static_cast<unsigned char>(before[index]);
            const int corner = index >= bytesPerPixel ? static_cast<unsigned char>(before[index - bytesPerPixel]) : 0;
            const int predicted = filter == 1   ? left
                                  : filter == 2 ? up
                                  : filter == 3 ? (left + up) / 2
                                  : filter == 4 ? paeth(left, up, corner)
                                                : 0;
            line[index] = static_cast<char>(static_cast<unsigned char>(line[index]) + predicted);
        }
        if (filter > 4) {
            return std::nullopt;
        }
        output += line;
        before = line;
    }
    return output;
}

qint64 parameter(const Dictionary& parameters, const char* name, qint64 otherwise) {
    return parameters.value(name).asInteger().value_or(otherwise);
}

} // namespace

std::optional<QByteArray> decodeStream(QByteArrayView raw, const Dictionary& dictionary, qsizetype limit) {
    Value filter = dictionary.value("Filter");
    Value parameters = dictionary.value("DecodeParms");
    if (filter.isArray() && filter.array().size() == 1) {
        filter = filter.array().constFirst();
        parameters =
            parameters.isArray() && !parameters.array().isEmpty() ? parameters.array().constFirst() : parameters;
    }
    if (filter.isNull() || (filter.isArray() && filter.array().isEmpty())) {
        return raw.size() <= limit ? std::optional(raw.toByteArray()) : std::nullopt;
    }
    if (!filter.isName("FlateDecode") && !filter.isName("Fl")) {
        return std::nullopt;
    }
    auto data = inflateAll(raw, limit);
    const Dictionary& settings = parameters.dictionary();
    const qint64 predictor = parameter(settings, "Predictor", 1);
    if (!data || predictor == 1) {
        return data;
    }
    const qint64 bits = parameter(settings, "BitsPerComponent", 8) * parameter(settings, "Colors", 1);
    const qint64 columns = parameter(settings, "Columns", 1);
    if (predictor < 10 || bits != 8 || columns < 1 || columns > (1 << 20)) {
        return std::nullopt;
    }
    return undoPng(*data, columns, 1);
}

} // namespace docsig::pdf
