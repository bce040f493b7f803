// SPDX-License-Identifier: GPL-3.0-or-later
// The readers of both sides of a pull: a bundle, and the question for it. What is taken is within the limits and is
// what its hash says; a question that was read can be asked again.
#include "exchange/protocol/bundle.h"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    exchange::BundleLimits limits;
    limits.headBytes = 1 << 16;
    limits.contentBytes = 1 << 12;
    limits.entries = 16;
    limits.contents = 4;
    if (const auto answer = exchange::readBundle(bytes, limits)) {
        const bool good =
            answer->entries.size() <= 16 && answer->messages.size() <= 16 && answer->contents.size() <= 4 &&
            std::ranges::all_of(answer->messages, &exchange::isWhole) &&
            std::ranges::all_of(answer->contents, [](const exchange::PulledContent& content) {
                return content.bytes.size() <= (1 << 12) && exchange::sha256Hex(content.bytes) == content.sha256;
            });
        if (!good) {
            std::abort();
        }
    }
    if (const auto request = exchange::readPullRequest(bytes)) {
        if (!exchange::readPullRequest(exchange::writePullRequest(*request))) {
            std::abort();
        }
    }
    return 0;
}
