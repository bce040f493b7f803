// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/hubcore.h"

namespace hub {

/// A packet as a file of the spool, as it goes over the line. Whoever got it removes the file.
struct SpooledPacket {
    QString path;
    QByteArray sha256; ///< of the file's bytes
    PacketAddresses addresses;
};

/// Makes the folder for packets on their way.
[[nodiscard]] Result<void> makeSpool(const QString& folder);
/// A new name in it.
[[nodiscard]] QString spoolPath(const QString& folder);

/// Writes a packet that passed this hub into the spool, its bytes unchanged. With `traceAs` a TraceHeader of that
/// OrganId is put into it (see addTrace()), dated by the journal, so that each attempt gives the same bytes.
/// "relay-spool-failed", or the store's and the reader's own errors.
[[nodiscard]] Result<SpooledPacket> spoolPacket(HubCore& core, const QString& folder, const RelayOut& out,
                                                const QString& traceAs);

/// Who this hub is when it places what came from above.
[[nodiscard]] Caller callerOf(const RelayRecord& relay);

/// Makes a file that came from above content of this hub: a small one comes with the packet when it is placed. Errors
/// of the reader ("packet-refused"), of uploads, "relay-spool-failed".
[[nodiscard]] Result<PostedPacket> takeIn(HubCore& core, const Caller& self, const QString& path,
                                          const QStringList& hops);

/// Takes agencies of a server above into the directory, reached through this relay. Those with a mailbox here stay as
/// they are. Gives how many changed. One transaction.
[[nodiscard]] Result<qint64> takeAgencies(Store& store, const QString& relay,
                                          const QList<exchange::AgencyEntry>& agencies);

} // namespace hub
