// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QFileDevice>

namespace app {

/// "disk-full": for everything that writes files for a person.
[[nodiscard]] std::unexpected<Error> diskFull(const QString& detail);

/// Whether a file operation failed because there is no room.
[[nodiscard]] bool isDiskFull(const QFileDevice& file);

/// A file that should be stored, or is, can't be read.
[[nodiscard]] std::unexpected<Error> contentUnreadable(const QString& detail);
/// Why a file of the store was not written: no room, or something else.
[[nodiscard]] std::unexpected<Error> contentNotWritten(const QFileDevice& file);
/// A stored file has not the bytes that its name says.
[[nodiscard]] std::unexpected<Error> contentDamaged(const QByteArray& sha256);

} // namespace app
