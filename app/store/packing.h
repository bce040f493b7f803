// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace app {

/// Texts that look much alike (the JSON of packets and documents, the XML of messages and envelopes) in few bytes:
/// a byte that names the form, the first eight bytes of the text's SHA-256, and the text deflated (RFC 1951) with a
/// dictionary of what stands in all of them. Any thread.
[[nodiscard]] QByteArray packed(const QByteArray& text);

/// The text again; nothing where the bytes are no packed text, are damaged, or hold more than mostUnpacked(): what a
/// store says may be anybody's. Memory stays below about twice that limit.
[[nodiscard]] std::optional<QByteArray> unpacked(QByteArrayView bytes);

/// Bytes of the longest text that is packed or unpacked. What is longer is kept as it is.
[[nodiscard]] constexpr qsizetype mostUnpacked() {
    return 16 << 20;
}

} // namespace app
