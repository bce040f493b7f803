// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/backup/hubcheck.h"
#include "exchange/hub/core/administration.h"
#include "exchange/hub/core/housekeeper.h"
#include "exchange/hub/core/hubcore.h"
#include "exchange/hub/core/retention.h"
#include "exchange/hub/http/httpserver.h"
#include "exchange/hub/hubdata.h"
#include "exchange/hub/operations/operations.h"
#include "exchange/hub/relay/relayadmin.h"
#include "exchange/hub/relay/relayservice.h"

#include <memory>

namespace hub {

/// The data folder of a hub: "hub.key" (0600) and "uploads/"; "hub.sqlite" and "content/", or "hub.postgres" (0600),
/// the connection string of the database that has both. Each process has a data folder of its own; hubs over one
/// database have the same key.
struct HubOptions {
    QString dataFolder;
    DatabaseLimits database;
    HttpOptions http;
    OperationsOptions operations;
    HubLimits limits;
    AskingRates rates;
    RelayService::Options relay;      ///< its spool is "relay/" of the data folder
    std::function<QDateTime()> clock; ///< UTC; empty: the system's
};

/// A whole hub: store, secrets, core and HTTP over one data folder. All that it starts ends with it.
class HubServer {
public:
    /// Makes folder, key and an empty store; harmless where they are there. With a connection string of libpq the store
    /// lies in that database, else in the folder. "hub-data-unusable", "hub-key-foreign" where the store has another
    /// key.
    [[nodiscard]] static Result<void> initialise(const QString& dataFolder, const QString& postgres = {});
    /// Opens the data folder without listening.
    [[nodiscard]] static Result<std::unique_ptr<HubServer>> open(HubOptions options);
    ~HubServer();
    HubServer(const HubServer&) = delete;
    HubServer& operator=(const HubServer&) = delete;

    /// "hub-data-in-use" where another hub serves from the folder, or its key is being changed.
    [[nodiscard]] Result<void> listen();
    [[nodiscard]] quint16 port() const;
    /// Where health and metrics are told; 0: nowhere.
    [[nodiscard]] quint16 operationsPort() const;
    [[nodiscard]] Operations& operations();
    /// After a signal: opens the logs anew and reads the certificate again, and says so in the log.
    void reload();
    /// Ends what runs and listens no more; what was acknowledged is on the disk.
    void stop();
    [[nodiscard]] Administration& administration();
    [[nodiscard]] Retention& retention();
    /// Runs it once a day while the hub listens.
    [[nodiscard]] Housekeeper& housekeeper();
    [[nodiscard]] RelayAdmin& relays();
    [[nodiscard]] RelayService& relayService();
    /// Looks at everything that the hub holds, while it serves or not; see checkHub().
    [[nodiscard]] Result<CheckReport> check(const Progress& progress);

private:
    HubServer();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hub
