// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/client/axis/axisclient.h"
#include "exchange/client/folder/folderexchange.h"
#include "exchange/client/provincial/provincialclient.h"

#include <memory>
#include <variant>

namespace exchange {

/// How an office reaches a server between agencies, and how that server is to be treated.
struct PacketProfile {
    std::variant<AxisAccount, ProvincialAccount, FolderProfile> server;
    int lookBackDays = 7;
    int overlapHours = 48;
    int pageSize = 1000; ///< a list so long may have been cut; 0: never
    bool tellsProcessing = false;
};

/// Reads a profile: one JSON object whose "kind" is "axis", "provincial" or "folder" (see ARCHITECTURE.md). A secret
/// stands in a file of its own, named beside it and readable to its owner alone. A name that is not known is refused: a
/// switch that is written wrongly must not be passed over.
/// "packet-profile-unreadable", "packet-profile-wrong", "packet-secret-unreadable", "packet-secret-open".
[[nodiscard]] Result<PacketProfile> readPacketProfile(const QString& path);

[[nodiscard]] std::unique_ptr<PacketServer> makePacketServer(const PacketProfile& profile, ClientLimits limits = {},
                                                             std::function<QDateTime()> clock = {});

} // namespace exchange
