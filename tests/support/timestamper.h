// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/demoauthority.h"

#include <QByteArray>
#include <QDateTime>

namespace support {

/// An RFC 3161 token (DER) over a SHA-256 digest, made at that time by that key. Empty on failure.
[[nodiscard]] QByteArray stamp(const docsig::DemoKey& stamper, const QByteArray& sha256, const QDateTime& time);

} // namespace support
