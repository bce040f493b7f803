// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of multipart/form-data: in whatever pieces one comes, the same is read out of it. The input's first byte says
// how large the pieces are; the boundary is "ranh".
#include "exchange/hub/http/multipart.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

struct Reading {
    QString code;
    QList<QByteArray> parts;

    friend bool operator==(const Reading&, const Reading&) = default;
};

Reading readIn(const QByteArray& body, qsizetype step) {
    Reading reading;
    hub::MultipartLimits limits;
    limits.parts = 8;
    limits.headLines = 4;
    limits.headBytes = 256;
    limits.partBytes = 2048;
    hub::MultipartEvents events;
    events.begin = [&](const hub::PartHead& head) -> hub::Result<void> {
        if (head.name.isEmpty() || head.lines.size() > 4) {
            std::abort();
        }
        reading.parts.append(head.name + '\n' + head.fileName + '\n');
        return {};
    };
    events.bytes = [&](QByteArrayView bytes) -> hub::Result<void> {
        reading.parts.last().append(bytes);
        return {};
    };
    hub::MultipartReader reader("ranh", limits, events);
    for (qsizetype at = 0; at < body.size(); at += step) {
        const auto taken = reader.take(QByteArrayView(body).sliced(at, std::min(step, body.size() - at)));
        if (!taken) {
            return {taken.error().code, {}};
        }
    }
    const auto finished = reader.finish();
    return finished ? reading : Reading{finished.error().code, {}};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const QByteArray body(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size) - 1);
    const Reading whole = readIn(body, std::max<qsizetype>(body.size(), 1));
    for (const qsizetype step : {qsizetype(1), qsizetype(1) + data[0]}) {
        if (readIn(body, step) != whole) {
            std::abort();
        }
    }
    (void)hub::multipartBoundary(body);
    return 0;
}
