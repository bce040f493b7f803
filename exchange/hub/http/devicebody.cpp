// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/devicebody.h"

#include <algorithm>

#include <microhttpd.h>

namespace hub {

namespace {

constexpr size_t blockBytes = 64 * 1024;

struct Body {
    std::shared_ptr<QIODevice> device;
    qint64 offset = 0;
    bool open = false; ///< no length was promised: the end is the device's
    qint64* taken = nullptr;
};

ssize_t readBody(void* closure, uint64_t position, char* buffer, size_t most) {
    auto* body = static_cast<Body*>(closure);
    const qint64 place = body->offset + static_cast<qint64>(position);
    if (!body->device->isSequential() && body->device->pos() != place && !body->device->seek(place)) {
        return MHD_CONTENT_READER_END_WITH_ERROR;
    }
    const qint64 read = body->device->read(buffer, static_cast<qint64>(most));
    if (read == 0 && body->open) {
        return MHD_CONTENT_READER_END_OF_STREAM;
    }
    *body->taken += std::max<qint64>(read, 0);
    // The client was promised a length: fewer bytes must cut the line, never look like the end.
    return read > 0 ? static_cast<ssize_t>(read) : static_cast<ssize_t>(MHD_CONTENT_READER_END_WITH_ERROR);
}

void freeBody(void* closure) {
    delete static_cast<Body*>(closure);
}

} // namespace

MHD_Response* deviceResponse(std::shared_ptr<QIODevice> device, qint64 offset, qint64 size, qint64& taken) {
    auto body = std::make_unique<Body>(Body{std::move(device), offset, size < 0, &taken});
    MHD_Response* response = MHD_create_response_from_callback(
        size < 0 ? MHD_SIZE_UNKNOWN : static_cast<uint64_t>(size), blockBytes, &readBody, body.get(), &freeBody);
    if (response) {
        [[maybe_unused]] const Body* owned = body.release();
    }
    return response;
}

} // namespace hub
