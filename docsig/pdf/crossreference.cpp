// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/crossreference.h"

#include "docsig/pdf/parser.h"

namespace docsig::pdf {

namespace {

constexpr qint64 highestNumber = 8'388'607;
constexpr qsizetype mostEntries = 2'000'000;
constexpr qsizetype largestTable = 128 << 20;

std::optional<Section> readTable(QByteArrayView file, Parser parser, qint64 offset) {
    Section section{offset, false, {}, {}, false};
    while (!parser.keyword("trailer")) {
        const auto first = parser.integer();
        const auto count = first ? parser.integer() : std::nullopt;
        if (!count || *first > highestNumber || *count > highestNumber || *first + *count > highestNumber + 1) {
            return std::nullopt;
        }
        for (qint64 index = 0; index < *count; ++index) {
            const auto place = parser.integer();
            const auto generation = place ? parser.integer() : std::nullopt;
            if (!generation || *generation > 65'535 || section.entries.size() > mostEntries) {
                return std::nullopt;
            }
            const bool used = parser.keyword("n");
            if (!used && !parser.keyword("f")) {
                return std::nullopt;
            }
            const int number = static_cast<int>(*first + index);
            const Entry entry{used ? Entry::Kind::InFile : Entry::Kind::Free, used ? *place : 0,
                              static_cast<int>(*generation)};
            if (!section.entries.contains(number)) {
                section.entries.insert(number, entry);
            } else if (section.entries.value(number) != entry) {
                section.twoReadings = true;
            }
        }
    }
    section.twoReadings = section.twoReadings || file.sliced(offset, parser.position() - offset).contains('%');
    const auto trailer = parser.value();
    if (!trailer || !trailer->isDictionary() || parser.sawDuplicateKey()) {
        return std::nullopt;
    }
    section.trailer = trailer->dictionary();
    if (const auto hidden = section.trailer.value("XRefStm").asInteger()) {
        const auto extra = readSection(file, *hidden);
        if (!extra || !extra->isStream) {
            return std::nullopt;
        }
        for (auto entry = extra->entries.constBegin(); entry != extra->entries.constEnd(); ++entry) {
            const auto known = section.entries.constFind(entry.key());
            if (known == section.entries.constEnd() || known->kind == Entry::Kind::Free) {
                section.entries.insert(entry.key(), entry.value());
            } else if (entry.value() != *known) {
                section.twoReadings = true;
            }
        }
    }
    return section;
}

/// The three widths of a row, or nothing (§7.5.8.2).
std::optional<std::array<int, 3>> rowWidths(const Dictionary& dictionary) {
    const Array& list = dictionary.value("W").array();
    std::array<int, 3> widths{};
    if (list.size() < 3) {
        return std::nullopt;
    }
    for (std::size_t column = 0; column < 3; ++column) {
        const auto width = list[static_cast<qsizetype>(column)].asInteger();
        if (!width || *width < 0 || *width > 8) {
            return std::nullopt;
        }
        widths[column] = static_cast<int>(*width);
    }
    return widths[0] + widths[1] + widths[2] > 0 ? std::optional(widths) : std::nullopt;
}

quint64 field(const QByteArray& rows, qsizetype& position, int width) {
    quint64 number = 0;
    for (int byte = 0; byte < width; ++byte) {
        number = (number << 8) | static_cast<unsigned char>(rows[position++]);
    }
    return number;
}

Entry entryFrom(quint64 kind, quint64 second, quint64 third) {
    const qint64 place =
        second > static_cast<quint64>(std::numeric_limits<qint64>::max()) ? -1 : static_cast<qint64>(second);
    const int generation = third > 65'535 && kind == 1 ? -1 : static_cast<int>(std::min<quint64>(third, highestNumber));
    if (kind == 1) {
        return {Entry::Kind::InFile, place, generation};
    }
    return kind == 2 ? Entry{Entry::Kind::InStream, place, generation} : Entry{Entry::Kind::Free, 0, 0};
}

std::optional<Section> readStreamSection(QByteArrayView file, qint64 offset) {
    Parser parser(file, static_cast<qsizetype>(offset));
    const auto object = parser.indirectObject();
    if (!object || !object->streamOffset || parser.sawDuplicateKey()) {
        return std::nullopt;
    }
    const Dictionary& dictionary = object->value.dictionary();
    const auto length = dictionary.value("Length").asInteger();
    const auto widths = rowWidths(dictionary);
    if (!dictionary.value("Type").isName("XRef") || !widths || !length || *length < 0 ||
        *length > file.size() - *object->streamOffset) {
        return std::nullopt;
    }
    const auto rows =
        decodeStream(file.sliced(*object->streamOffset, static_cast<qsizetype>(*length)), dictionary, largestTable);
    Array ranges = dictionary.value("Index").array();
    if (ranges.isEmpty()) {
        ranges = {Value(0), dictionary.value("Size")};
    }
    if (!rows || ranges.size() % 2 != 0) {
        return std::nullopt;
    }
    Section section{offset, true, {}, dictionary, false};
    const qsizetype width = (*widths)[0] + (*widths)[1] + (*widths)[2];
    qsizetype position = 0;
    for (qsizetype range = 0; range < ranges.size(); range += 2) {
        const qint64 first = ranges[range].asInteger().value_or(-1);
        const qint64 count = ranges[range + 1].asInteger().value_or(-1);
        if (first < 0 || count < 0 || first > highestNumber || count > highestNumber ||
            first + count > highestNumber + 1 || count > mostEntries) {
            return std::nullopt;
        }
        section.twoReadings = section.twoReadings || count * width > rows->size() - position;
        for (qint64 index = 0; index < count && position + width <= rows->size(); ++index) {
            const quint64 kind = (*widths)[0] == 0 ? 1 : field(*rows, position, (*widths)[0]);
            const quint64 second = field(*rows, position, (*widths)[1]);
            const quint64 third = field(*rows, position, (*widths)[2]);
            const int number = static_cast<int>(first + index);
            const Entry entry = entryFrom(kind, second, third);
            if (!section.entries.contains(number)) {
                section.entries.insert(number, entry);
            } else if (section.entries.value(number) != entry) {
                section.twoReadings = true;
            }
        }
    }
    return section;
}

} // namespace

std::optional<Section> readSection(QByteArrayView file, qint64 offset) {
    if (offset < 0 || offset >= file.size()) {
        return std::nullopt;
    }
    Parser parser(file, static_cast<qsizetype>(offset));
    auto section = parser.keyword("xref") ? readTable(file, parser, offset) : readStreamSection(file, offset);
    if (section) {
        section->entries.settle();
    }
    return section;
}

} // namespace docsig::pdf
