// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"
#include "docsig/trust/trustpolicy.h"

#include <QString>

namespace docsig {

/// What the office chose about its trust folder; kept in the folder's settings.json, so that every program that reads
/// the folder obeys it.
struct TrustSettings {
    bool useSystemRoots = false; ///< the roots of the operating system count, too
    TrustPolicy policy;          ///< how far clocks may differ, how long stale revocation data is believed

    friend bool operator==(const TrustSettings&, const TrustSettings&) = default;
};

/// The most that the office may allow: an hour between two clocks, a month after the end of a list.
constexpr int largestClockSkew = 60 * 60;
constexpr int largestRevocationGrace = 30 * 24 * 60 * 60;

/// What is not there, can't be read or lies outside the limits is as it is from the start.
[[nodiscard]] TrustSettings readTrustSettings(const QString& trustDirectory);
/// Replaces the file at once. Code: trust-settings-not-written.
[[nodiscard]] Result<void> writeTrustSettings(const QString& trustDirectory, const TrustSettings& settings);

/// Where the operating system keeps its roots (Debian: /etc/ssl/certs).
[[nodiscard]] QString systemRootsDirectory();

} // namespace docsig
