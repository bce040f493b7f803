// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <algorithm>
#include <iterator>
#include <optional>

namespace app {

/// The value of an enumeration whose keys stand in its own order; nothing for a key that is none of them.
template <typename Value, typename Keys>
[[nodiscard]] std::optional<Value> valueOf(const Keys& keys, QStringView key) {
    const auto found = std::find(std::begin(keys), std::end(keys), key);
    return found == std::end(keys) ? std::nullopt : std::optional(static_cast<Value>(found - std::begin(keys)));
}

} // namespace app
