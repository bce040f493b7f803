// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/cms/berelement.h"

#include "docsig/cms/derwriter.h"

namespace docsig {

namespace {

constexpr int deepest = 64;
constexpr qsizetype longestTag = 6;
constexpr qsizetype endOfContents = 2;

unsigned char byteAt(QByteArrayView bytes, qsizetype place) {
    return static_cast<unsigned char>(bytes[place]);
}

/// How many octets the identifier has; 0 where it does not end.
qsizetype identifierSize(QByteArrayView bytes) {
    if ((byteAt(bytes, 0) & 0x1fU) != 0x1fU) {
        return 1;
    }
    for (qsizetype at = 1; at < qMin(bytes.size(), longestTag); ++at) {
        if ((byteAt(bytes, at) & 0x80U) == 0) {
            return at + 1;
        }
    }
    return 0;
}

std::optional<BerElement> elementOf(QByteArrayView bytes, int depth);

/// The content of an element of indefinite length: all up to the end-of-contents octets of its own level.
std::optional<BerElement> indefiniteElement(QByteArrayView bytes, qsizetype start, int depth) {
    const bool constructed = (byteAt(bytes, 0) & 0x20U) != 0;
    for (qsizetype at = start; constructed && at + endOfContents <= bytes.size();) {
        if (bytes[at] == 0 && bytes[at + 1] == 0) {
            return BerElement{byteAt(bytes, 0), true, bytes.sliced(start, at - start), bytes.first(at + endOfContents)};
        }
        const auto inner = elementOf(bytes.sliced(at), depth + 1);
        if (!inner) {
            return std::nullopt;
        }
        at += inner->whole.size();
    }
    return std::nullopt;
}

std::optional<BerElement> elementOf(QByteArrayView bytes, int depth) {
    const qsizetype lengthAt = bytes.isEmpty() || depth > deepest ? 0 : identifierSize(bytes);
    if (lengthAt == 0 || lengthAt >= bytes.size()) {
        return std::nullopt;
    }
    qsizetype start = lengthAt + 1;
    qsizetype length = byteAt(bytes, lengthAt);
    if (length == 0x80) {
        return indefiniteElement(bytes, start, depth);
    }
    if (length > 0x80) {
        const qsizetype more = length - 0x80;
        if (more > 4 || bytes.size() - start < more) {
            return std::nullopt;
        }
        length = 0;
        for (qsizetype i = 0; i < more; ++i) {
            length = (length << 8) | byteAt(bytes, start + i);
        }
        start += more;
    }
    if (length > bytes.size() - start) {
        return std::nullopt;
    }
    return BerElement{byteAt(bytes, 0), false, bytes.sliced(start, length), bytes.first(start + length)};
}

} // namespace

std::optional<QList<BerElement>> BerElement::children() const {
    QList<BerElement> found;
    for (QByteArrayView rest = content; !rest.isEmpty();) {
        const auto next = firstBerElement(rest);
        if (!next) {
            return std::nullopt;
        }
        found.append(*next);
        rest = rest.sliced(next->whole.size());
    }
    return found;
}

std::optional<BerElement> firstBerElement(QByteArrayView bytes) {
    return elementOf(bytes, 0);
}

QByteArray withContent(const BerElement& element, QByteArrayView content) {
    if (!element.indefinite) {
        return derElement(element.tag, content);
    }
    QByteArray written(1, static_cast<char>(element.tag));
    written.append('\x80').append(content.data(), content.size());
    return written.append(endOfContents, '\0');
}

} // namespace docsig
