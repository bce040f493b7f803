// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/relayrecords.h"

#include <array>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array names{"planned"_L1, "started"_L1, "uncertain"_L1, "done"_L1, "failed"_L1};

} // namespace

QString relayStateText(RelayState state) {
    return names.at(static_cast<size_t>(state));
}

RelayState relayState(const QString& text) {
    for (size_t i = 0; i < names.size(); ++i) {
        if (text == names.at(i)) {
            return static_cast<RelayState>(i);
        }
    }
    return RelayState::Uncertain;
}

} // namespace hub
