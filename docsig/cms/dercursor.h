// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace docsig {

/// One element of DER: bounds are proven when it is made, so that nothing that follows can leave the bytes.
struct DerElement {
    unsigned char tag = 0;
    QByteArrayView content;
    QByteArrayView whole; ///< tag and length too
};

/// Walks the elements of a DER content from first to last. Lengths are definite and tags have one byte: all that the
/// attributes need which this program takes apart itself. A fault ends the walk.
class DerCursor final {
public:
    explicit DerCursor(QByteArrayView bytes)
        : m_rest(bytes) {}

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] std::optional<DerElement> next();
    /// The next element, if it has that tag; otherwise nothing, and the cursor stays.
    [[nodiscard]] std::optional<DerElement> next(unsigned char tag);

private:
    QByteArrayView m_rest;
};

} // namespace docsig
