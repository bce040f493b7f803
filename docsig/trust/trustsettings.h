// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"

#include <QString>

namespace docsig {

/// What the office chose about its trust folder; kept in the folder's settings.json, so that every program that reads
/// the folder obeys it.
struct TrustSettings {
    bool useSystemRoots = false; ///< the roots of the operating system count, too

    friend bool operator==(const TrustSettings&, const TrustSettings&) = default;
};

/// What is not there or can't be read is as it is from the start.
[[nodiscard]] TrustSettings readTrustSettings(const QString& trustDirectory);
/// Replaces the file at once. Code: trust-settings-not-written.
[[nodiscard]] Result<void> writeTrustSettings(const QString& trustDirectory, const TrustSettings& settings);

/// Where the operating system keeps its roots (Debian: /etc/ssl/certs).
[[nodiscard]] QString systemRootsDirectory();

} // namespace docsig
