// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QByteArray>
#include <QString>

namespace app {

/// The account's secret in a file that only its owner can read (0600). `secret-unreadable` where it is missing, empty
/// or open to others.
[[nodiscard]] Result<QByteArray> readSecret(const QString& path);

/// Writes it by atomic replacement; it never exists with other rights. `secret-not-written`.
[[nodiscard]] Result<void> writeSecret(const QString& path, const QByteArray& secret);

} // namespace app
