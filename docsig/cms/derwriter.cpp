// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/cms/derwriter.h"

#include <algorithm>

namespace docsig {

QByteArray derElement(unsigned char tag, QByteArrayView content) {
    QByteArray element(1, static_cast<char>(tag));
    const auto size = static_cast<quint64>(content.size());
    if (size < 0x80) {
        element.append(static_cast<char>(size));
    } else {
        QByteArray length;
        for (quint64 rest = size; rest != 0; rest >>= 8U) {
            length.prepend(static_cast<char>(rest & 0xffU));
        }
        element.append(static_cast<char>(0x80 | length.size())).append(length);
    }
    return element.append(content.data(), content.size());
}

QByteArray derSetOf(QList<QByteArray> elements) {
    // X.690, 11.6: compared as octet strings, the shorter padded with zeros; for whole TLVs that is the order of bytes.
    std::sort(elements.begin(), elements.end(), [](const QByteArray& a, const QByteArray& b) {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](char one, char other) {
            return static_cast<unsigned char>(one) < static_cast<unsigned char>(other);
        });
    });
    return derElement(0x31, elements.join());
}

} // namespace docsig
