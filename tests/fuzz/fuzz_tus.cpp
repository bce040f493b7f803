// SPDX-License-Identifier: GPL-3.0-or-later
// The headers of an upload, a line each: what is read keeps its promises, whatever was written.
#include "exchange/hub/http/tus.h"
#include "tests/fuzz/headerlines.h"

#include <cstdint>
#include <cstdlib>

namespace {

void must(bool holds) {
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto header = headersOf(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    const auto head = hub::parseTusHead(header);
    if (!head) {
        const auto& code = head.error().code;
        must(code == QLatin1StringView("request-malformed") || code == QLatin1StringView("tus-version-wrong"));
        return 0;
    }
    must(head->versioned == (header("Tus-Resumable") == hub::tusVersion));
    must(hub::needTusVersion(*head).has_value() == head->versioned);
    must(head->offset.value_or(0) >= 0 && head->length.value_or(0) >= 0);
    must(head->metadata.size() <= header("Upload-Metadata").count(',') + 1 && !head->metadata.contains(""));
    if (head->checksum) {
        const bool sha1 = head->checksum->algorithm == "sha1";
        must(head->checksum->digest.size() == (sha1 ? 20 : 32));
        hub::TusChecksum checksum(*head->checksum);
        checksum.addData("bytes that nobody meant");
        (void)checksum.check();
    }
    return 0;
}
