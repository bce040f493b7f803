// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace exchange {

/// What a person lets this computer's network be used for.
enum class NetworkPolicy {
    Offline, ///< nothing is asked for, nothing is sent
    Metered, ///< messages and statuses; contents above a size wait, and nobody listens for news
    Online,
};

/// "offline", "metered", "online".
[[nodiscard]] QString networkWord(NetworkPolicy policy);
[[nodiscard]] std::optional<NetworkPolicy> networkFromWord(const QString& word);

} // namespace exchange
