// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/byterange.h"

#include "docsig/pdf/parser.h"

namespace docsig {

namespace {

constexpr qsizetype digestPiece = 4 << 20;

std::optional<std::array<qint64, 4>> numbersOf(const pdf::Document& document, const pdf::Value& value) {
    const pdf::Array list = document.resolve(value).array();
    if (list.size() != 4) {
        return std::nullopt;
    }
    std::array<qint64, 4> numbers{};
    for (std::size_t index = 0; index < 4; ++index) {
        const auto number = document.resolve(list[static_cast<qsizetype>(index)]).asInteger();
        if (!number || *number < 0) {
            return std::nullopt;
        }
        numbers[index] = *number;
    }
    return numbers;
}

/// Two parts, in order, inside the file, with room between them.
bool wellFormed(const std::array<qint64, 4>& numbers, qint64 size) {
    const auto& [first, length, second, rest] = numbers;
    return first == 0 && length > 0 && length <= size && second > length && second <= size && rest <= size - second;
}

} // namespace

QList<QByteArrayView> SignedRange::parts(const QByteArray& file) const {
    const QByteArrayView view(file);
    QList<QByteArrayView> pieces;
    for (const auto& [first, last] : {std::pair(qsizetype(0), gapBegin), std::pair(gapEnd, end)}) {
        for (qsizetype at = first; at < last; at += digestPiece) {
            pieces << view.sliced(at, std::min(digestPiece, last - at));
        }
    }
    return pieces;
}

SignedRange signedRangeOf(const pdf::Document& document, const pdf::FormField& field) {
    SignedRange range;
    const auto wrong = [&range](Finding finding) {
        range.findings << std::move(finding);
        return range;
    };
    const pdf::Reference* reference = field.value.asReference();
    const int holder = reference == nullptr ? field.number : reference->number;
    const pdf::Dictionary signature = document.resolve(field.value).dictionary();
    const auto numbers = numbersOf(document, signature.value("ByteRange"));
    if (!numbers) {
        return wrong(finding("byterange-missing", Part::Integrity, Weight::Fault));
    }
    if (!wellFormed(*numbers, document.bytes().size())) {
        return wrong(finding("byterange-wrong", Part::Integrity, Weight::Fault));
    }
    range.gapBegin = static_cast<qsizetype>((*numbers)[1]);
    range.gapEnd = static_cast<qsizetype>((*numbers)[2]);
    range.end = static_cast<qsizetype>((*numbers)[2] + (*numbers)[3]);
    const auto place = document.contentsPlace(holder);
    const pdf::Value value = signature.value("Contents");
    const pdf::String* contents = value.asString();
    if (contents == nullptr || !place) {
        return wrong(finding("contents-missing", Part::Integrity, Weight::Fault));
    }
    if (place->first != range.gapBegin || place->second != range.gapEnd || !contents->hexadecimal) {
        return wrong(finding("byterange-gap-elsewhere", Part::Integrity, Weight::Fault));
    }
    const auto standing = pdf::Parser(document.bytes(), range.gapBegin).value();
    if (!standing || standing->asString() == nullptr || !(*standing->asString() == *contents)) {
        return wrong(finding("contents-differ-from-gap", Part::Integrity, Weight::Fault));
    }
    if (document.hasDuplicateKeys(holder)) {
        return wrong(finding("signature-two-readings", Part::Integrity, Weight::Fault));
    }
    const QByteArrayView digits =
        QByteArrayView(document.bytes()).sliced(range.gapBegin, range.gapEnd - range.gapBegin);
    if (digits.size() % 2 != 0 || std::ranges::any_of(digits, pdf::isSpace)) {
        // Nobody signs these bytes, and no signer leaves anything but pairs of digits there.
        range.findings << finding("contents-oddly-written", Part::Integrity, Weight::Doubt);
    }
    range.contents = contents->bytes;
    range.sound = true;
    return range;
}

} // namespace docsig
