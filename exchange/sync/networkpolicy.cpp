// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sync/networkpolicy.h"

namespace exchange {

namespace {

constexpr QLatin1StringView words[] = {QLatin1StringView("offline"), QLatin1StringView("metered"),
                                       QLatin1StringView("online")};

} // namespace

QString networkWord(NetworkPolicy policy) {
    return words[static_cast<size_t>(policy)];
}

std::optional<NetworkPolicy> networkFromWord(const QString& word) {
    for (size_t index = 0; index < std::size(words); ++index) {
        if (word == words[index]) {
            return static_cast<NetworkPolicy>(index);
        }
    }
    return std::nullopt;
}

} // namespace exchange
