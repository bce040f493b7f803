// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of the axis as their headers tell them: one "Name: value" a line. What is taken for signed stands in the JSON
// and once among the headers, and is read the same from what we would write of it.
#include "exchange/envelope/errorlist.h"
#include "exchange/protocol/axissigning.h"
#include "exchange/protocol/flatjson.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray input(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    QList<std::pair<QByteArray, QByteArray>> headers;
    for (const QByteArray& line : input.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            headers.emplaceBack(line.left(colon), line.mid(colon + 1).trimmed());
        }
    }
    const auto same = [](const char* name) {
        return [name](const auto& header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; };
    };
    const auto count = [&](const char* name) { return static_cast<int>(std::ranges::count_if(headers, same(name))); };
    const auto header = [&](const char* name) {
        const auto found = std::ranges::find_if(headers, same(name));
        return found == headers.end() ? QByteArray() : found->second;
    };
    if (const auto call = exchange::axis::readHeaders(header, count)) {
        for (const auto& [name, value] : call->fields) {
            const QByteArray full = exchange::axis::headerPrefix + name;
            if (count(full.constData()) != 1 || header(full.constData()) != value || call->value(name) != value) {
                std::abort();
            }
        }
        const auto again = exchange::readFlatJson(exchange::axis::signedJson(call->fields));
        if (!again || again->size() != call->fields.size()) {
            std::abort();
        }
    }
    if (const auto time = exchange::axis::readTimestamp(input); time && exchange::axis::timestamp(*time) != input) {
        std::abort();
    }
    std::ignore = exchange::axis::readListTime(QString::fromUtf8(input));
    if (const auto errors = exchange::readErrorList(input)) {
        const auto again = exchange::readErrorList(exchange::errorListXml(*errors));
        if (!again || again->size() != errors->size()) {
            std::abort();
        }
    }
    return 0;
}
