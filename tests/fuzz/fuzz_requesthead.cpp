// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a request: its line ("METHOD URI"), then its headers, a line each. What is taken keeps within the limits;
// a range lies within its file; an address is one.
#include "exchange/hub/core/clientaddress.h"
#include "exchange/hub/http/byterange.h"
#include "exchange/hub/http/officehead.h"
#include "tests/fuzz/headerlines.h"

#include <cstdint>
#include <cstdlib>

namespace {

void must(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void checkRange(const QByteArray& header, qint64 size) {
    const hub::ByteRange range = hub::parseRange(header, size);
    must(range.kind != hub::ByteRange::Kind::Part ||
         (range.offset >= 0 && range.length > 0 && range.offset + range.length <= size));
    must(range.kind != hub::ByteRange::Kind::Unsatisfiable || header.contains('-'));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const qsizetype end = text.indexOf('\n');
    const QByteArray line = text.left(end < 0 ? text.size() : end);
    const qsizetype blank = line.indexOf(' ');
    hub::RequestHead head;
    head.method = line.left(blank < 0 ? line.size() : blank);
    head.rawUri = line.mid(blank + 1);
    head.header = headersOf(end < 0 ? QByteArray() : text.mid(end + 1));
    const hub::HubLimits limits;
    const auto read = hub::readOfficeHead(head, limits);
    if (read) {
        must(read->length >= 0 && read->length <= hub::bodyLimit(read->line.call, limits));
        must(!read->needsAccount() || (!read->request.account.isEmpty() && !read->signature.isEmpty()));
        must(hub::parseRequestLine(read->request.method.isEmpty() ? head.method : read->request.method, head.rawUri)
                 .has_value());
        must(hub::numberOf(read->line.query, QStringLiteral("offset"), 0) >= -1);
    } else {
        must(!read.error().code.isEmpty());
    }
    for (const qint64 bytes : {qint64(0), qint64(1), qint64(10), qint64(1) << 40}) {
        checkRange(head.header("Range"), bytes);
    }
    const QString peer = QStringLiteral("127.0.0.1");
    const QString asking = hub::askingAddress(peer, head.header("X-Forwarded-For"), {peer});
    must(hub::canonicalAddress(asking.toLatin1()) == asking);
    must(!hub::addressKey(asking).isEmpty());
    return 0;
}
