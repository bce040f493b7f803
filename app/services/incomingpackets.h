// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/storesink.h"

namespace app {

class OfficeDesk;

/// Turns a received packet into facts: reads it leniently under limits, keeps its attachments in the blob store. A
/// packet that cannot be read, or that names our office nowhere, becomes facts of kind Unreadable with its code: it is
/// kept byte for byte and shown as a problem, and the feed goes on. Runs on the thread that syncs.
class IncomingPackets final : public PacketIntake {
public:
    explicit IncomingPackets(OfficeDesk& desk);

    /// An error only where storing fails (a full disk): the feed then waits.
    [[nodiscard]] Result<PacketFacts> takeApart(const QByteArray& packetSha256, const QString& path) override;

private:
    OfficeDesk& m_desk;
};

} // namespace app
