// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/client/hubclient.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace world {

/// `congvan-hub serve` as a child, with a data folder of its own. Ends with the object.
class HubProcess {
public:
    /// Makes the data folder (with the key of `keyOf`, where there is one) and serves from it; with an empty connection
    /// string the store is a file in it. Ends the process with words where that fails.
    HubProcess(const QString& folder, const QString& connection, const HubProcess* keyOf);
    ~HubProcess();
    HubProcess(const HubProcess&) = delete;
    HubProcess& operator=(const HubProcess&) = delete;

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const QString& folder() const { return m_folder; }

    /// Runs congvan-hub with a command over this data folder: its exit code, and what it says.
    static int run(const QStringList& arguments, QByteArray& output);

private:
    QString m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

/// What came of a round of failover.
struct FailoverOutcome {
    int receipts = 0;         ///< of packets, that clients were given
    int places = 0;           ///< in the book, that clients were given
    int asked = 0;            ///< sends that were open, and of which the server knew then
    int lost = 0;             ///< acknowledged, and not there
    int doubled = 0;          ///< there more than once
    bool whole = false;       ///< chains, feeds and contents, as `congvan-hub check` finds them
    QByteArray words;         ///< of that check
    double outageSeconds = 0; ///< from the kill until a client had a receipt again
};

/// A PostgreSQL with a synchronous standby and three hubs; clients send packets and draw places of one book through all
/// of them; the primary's server is killed by SIGKILL when some receipts are given, the standby is promoted, and the
/// clients go on until each has some more.
[[nodiscard]] FailoverOutcome failoverRound(int clients, int receiptsBefore, int receiptsAfter);

} // namespace world
