// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/contents.h"
#include "exchange/hub/core/store.h"

namespace hub {

/// The store of a hub, and the contents that belong to it.
struct HubData {
    std::unique_ptr<Store> store;
    std::unique_ptr<Contents> contents;
};

/// Opens what a data folder names: the SQLite file and the contents beside it, or the PostgreSQL database that has
/// both, with at most so many connections. `create` allows to begin with an empty store. "hub-store-unusable",
/// "hub-store-failed" where the database does not answer, "hub-data-unusable".
[[nodiscard]] Result<HubData> openHubData(const QString& dataFolder, int connections, bool create);

/// Lets the data lie in the database of this connection string from now on, for openHubData(). "hub-data-unusable".
[[nodiscard]] Result<void> nameDatabase(const QString& dataFolder, const QString& connection);

/// Raises "hub-data-unusable".
[[nodiscard]] std::unexpected<Error> dataUnusable(const QString& what);

} // namespace hub
