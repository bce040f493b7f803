// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/pull.h"

#include <optional>

namespace exchange {

// How a PullAnswer travels: one line of JSON that ends with a line feed, then each content as "<sha256> <size>\n" and
// its bytes. What follows the last content belongs to nothing and makes the whole malformed.

/// How much a bundle may ask of its reader.
struct BundleLimits {
    qsizetype headBytes = 16 << 20;    ///< the line of JSON
    qsizetype entries = 1'000;         ///< and messages
    qsizetype contents = 5'000;        ///< in number
    qsizetype contentBytes = 16 << 20; ///< of one content
};

[[nodiscard]] QByteArray writeBundle(const PullAnswer& answer);

/// Strict: std::nullopt for a missing field, a feed that does not go forward, an entry without its message, a message
/// or content that is not what its hash says, a content that no message cites or that comes twice, bytes too many or
/// too few. Pure.
[[nodiscard]] std::optional<PullAnswer> readBundle(const QByteArray& bytes, const BundleLimits& limits = {});

/// The question as the body of POST /office/v1/pull, and back; std::nullopt where it is malformed.
[[nodiscard]] QByteArray writePullRequest(const PullRequest& request);
[[nodiscard]] std::optional<PullRequest> readPullRequest(const QByteArray& body);

/// Whether a message is what its header says: its attached hash and, unless it was erased, its payload's.
[[nodiscard]] bool isWhole(const Message& message);

} // namespace exchange
