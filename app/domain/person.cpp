// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/person.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const std::array roles{std::pair{Role::Officer, "officer"_L1}, std::pair{Role::Leader, "leader"_L1},
                       std::pair{Role::Clerk, "clerk"_L1}, std::pair{Role::Archivist, "archivist"_L1}};

} // namespace

QString roleKey(Role role) {
    for (const auto& [value, key] : roles) {
        if (value == role) {
            return key;
        }
    }
    return {};
}

std::optional<Role> roleFromKey(QStringView key) {
    for (const auto& [value, name] : roles) {
        if (key == name) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace app
