// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/contents.h"
#include "exchange/hub/core/store.h"
#include "exchange/protocol/processlock.h"

#include <chrono>

namespace hub {

/// The store of a hub, and the contents that belong to it.
struct HubData {
    std::unique_ptr<Store> store;
    std::unique_ptr<Contents> contents;
};

/// How a hub over PostgreSQL uses its database; see PostgresOptions.
struct DatabaseLimits {
    int connections = 16;
    std::chrono::milliseconds connectionPatience{2'000};
    std::chrono::milliseconds commitPatience{5'000};
};

/// Opens what a data folder names: the SQLite file and the contents beside it, or the PostgreSQL database that has
/// both, within these limits. `create` allows to begin with an empty store. "hub-store-unusable",
/// "hub-store-failed" where the database does not answer, "hub-data-unusable".
[[nodiscard]] Result<HubData> openHubData(const QString& dataFolder, const DatabaseLimits& limits, bool create);

/// Has a data folder for oneself, as a hub that serves does. "hub-data-in-use".
[[nodiscard]] Result<exchange::ProcessLock> lockData(const QString& dataFolder);

/// Lets the data lie in the database of this connection string from now on, for openHubData(). "hub-data-unusable".
[[nodiscard]] Result<void> nameDatabase(const QString& dataFolder, const QString& connection);

/// Raises "hub-data-unusable".
[[nodiscard]] std::unexpected<Error> dataUnusable(const QString& what);

} // namespace hub
