// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace docsig {

/// One element of BER as it lies in the bytes, definite or indefinite length (X.690 §8.1). For what is kept byte for
/// byte: nothing is encoded anew that was not touched. Private to docsig/cms.
struct BerElement {
    unsigned char tag = 0; ///< the first identifier octet
    bool indefinite = false;
    QByteArrayView content; ///< without the end-of-contents octets
    QByteArrayView whole;

    /// The elements of the content from first to last; nothing where they do not fill it exactly.
    [[nodiscard]] std::optional<QList<BerElement>> children() const;
};

/// The element that begins the bytes. Nothing where it is malformed, cut short or nested deeper than 64.
[[nodiscard]] std::optional<BerElement> firstBerElement(QByteArrayView bytes);

/// The element with another content, its length written the way that it was. Only for tags of one octet.
[[nodiscard]] QByteArray withContent(const BerElement& element, QByteArrayView content);

} // namespace docsig
