// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace app::flow {

/// Names of the form fields that every document of ours gets before its first signature.
inline constexpr QLatin1StringView initialField("Initial"); ///< only where somebody initials
inline constexpr QLatin1StringView leaderField("LeaderSignature");
inline constexpr QLatin1StringView sealField("OfficeSeal");
inline constexpr QLatin1StringView numberField("DocumentNumber");
inline constexpr QLatin1StringView dateField("DocumentDate");

} // namespace app::flow
