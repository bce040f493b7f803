// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/storefailure.h"

namespace hub {

std::unexpected<exchange::Error> storeFailed(const QString& why) {
    return exchange::fail("hub-store-failed", why);
}

std::unexpected<exchange::Error> storeUnusable(const QString& why) {
    return exchange::fail("hub-store-unusable", why);
}

} // namespace hub
