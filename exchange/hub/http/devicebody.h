// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <memory>

struct MHD_Response;

namespace hub {

/// A response whose body is read from a device as the client takes it: from `offset` on, `size` bytes; -1: until it
/// has no more. The device ends with the response; nobody else reads it. What is taken is added to `taken`, which must
/// live until the request is over. A null pointer where there is no memory.
[[nodiscard]] MHD_Response* deviceResponse(std::shared_ptr<QIODevice> device, qint64 offset, qint64 size,
                                           qint64& taken);

} // namespace hub
