// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/signaturesearch.h"

#include "docsig/pdf/crossreference.h"
#include "docsig/pdf/objectscan.h"

namespace docsig::pdf {

namespace {

constexpr qsizetype largestObjectStream = 64 << 20;
constexpr qsizetype mostUnpacked = 512 << 20;
constexpr int mostSearched = 1'000'000;

/// The bytes of the stream that begins at `offset`, by its /Length where an "endstream" follows, else up to the next
/// "endstream".
QByteArrayView streamAt(QByteArrayView file, qsizetype offset, const Dictionary& dictionary) {
    const auto length = dictionary.value("Length").asInteger();
    if (length && *length >= 0 && *length <= file.size() - offset) {
        Parser behind(file, offset + static_cast<qsizetype>(*length));
        if (behind.keyword("endstream")) {
            return file.sliced(offset, static_cast<qsizetype>(*length));
        }
    }
    const qsizetype end = file.indexOf("endstream", offset);
    return file.sliced(offset, (end < 0 ? file.size() : end) - offset);
}

} // namespace

qsizetype countOfName(QByteArrayView bytes, QByteArrayView wanted) {
    qsizetype count = 0;
    qsizetype at = 0;
    while ((at = bytes.indexOf('/', at)) >= 0) {
        const qsizetype longest = std::min<qsizetype>(3 * wanted.size() + 2, bytes.size() - at);
        Parser parser(bytes.sliced(at, longest));
        const auto value = parser.value();
        count += value && value->asName() != nullptr && value->asName()->text == wanted ? 1 : 0;
        ++at;
    }
    return count;
}

bool isCertainlyUnsigned(QByteArrayView file) {
    if (countOfName(file, "ByteRange") > 0) {
        return false;
    }
    qsizetype opened = 0;
    qsizetype unpacked = 0;
    int objects = 0;
    const bool whole = scanObjects(file, [&](const IndirectObject& found, qsizetype) {
        const Dictionary& dictionary = found.value.dictionary();
        if (++objects > mostSearched) {
            return false;
        }
        if (!dictionary.value("Type").isName("ObjStm") || !found.streamOffset) {
            return true;
        }
        const auto data =
            decodeStream(streamAt(file, *found.streamOffset, dictionary), dictionary, largestObjectStream);
        if (!data || countOfName(*data, "ByteRange") > 0) {
            return false;
        }
        unpacked += data->size();
        ++opened;
        return unpacked <= mostUnpacked;
    });
    // An object stream that hides from this reader may be found by another one.
    return whole && objects > 0 && countOfName(file, "ObjStm") <= opened;
}

} // namespace docsig::pdf
