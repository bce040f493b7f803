// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/signaturegap.h"

#include "docsig/pdf/parser.h"

#include <algorithm>

namespace docsig {

namespace {

constexpr qint64 widestOffset = 9'999'999'999; // ten digits are kept free for each place of the ByteRange

} // namespace

QList<QByteArrayView> SignatureGap::partsOf(const QByteArray& file) const {
    const QByteArrayView view(file);
    return {view.first(begin), view.sliced(end)};
}

void reserveSignature(pdf::Dictionary& signature, qsizetype capacity) {
    signature.insert("ByteRange", pdf::Value(pdf::Array{pdf::Value(0), pdf::Value(widestOffset),
                                                        pdf::Value(widestOffset), pdf::Value(widestOffset)}));
    signature.insert("Contents", pdf::Value(pdf::String{QByteArray(capacity, '\0'), true}));
}

std::optional<SignatureGap> fixByteRange(QByteArray& bytes, qsizetype objectOffset, qsizetype before) {
    pdf::Parser parser(bytes, objectOffset);
    const auto object = parser.indirectObject();
    const pdf::StreamPlace contents = parser.lastContentsPlace();
    const QByteArray reserve = "[0 9999999999 9999999999 9999999999]";
    const qsizetype range = object ? bytes.indexOf(reserve, objectOffset) : -1;
    if (range < 0 || range > object->end || contents.length == 0) {
        return std::nullopt;
    }
    const SignatureGap gap{contents.offset, contents.offset + contents.length};
    const QByteArray written = "[0 " + QByteArray::number(before + gap.begin) + ' ' +
                               QByteArray::number(before + gap.end) + ' ' + QByteArray::number(bytes.size() - gap.end) +
                               ']';
    bytes.replace(range, reserve.size(), written.leftJustified(reserve.size()));
    return gap;
}

bool fillGap(QByteArray& file, const SignatureGap& gap, QByteArrayView value) {
    if (value.size() > gap.capacity()) {
        return false;
    }
    const QByteArray digits = value.toByteArray().toHex().leftJustified(gap.end - gap.begin - 2, '0');
    file.replace(gap.begin + 1, digits.size(), digits);
    // What stands in the file is what was meant: the value between its delimiters and zeros behind it.
    const QByteArray standing = QByteArray::fromHex(file.mid(gap.begin + 1, gap.end - gap.begin - 2));
    const bool padded =
        std::all_of(standing.begin() + value.size(), standing.end(), [](char byte) { return byte == '\0'; });
    return file[gap.begin] == '<' && file[gap.end - 1] == '>' && standing.startsWith(value) && padded;
}

} // namespace docsig
