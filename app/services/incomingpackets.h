// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/storesink.h"

#include <functional>
#include <stop_token>

namespace app {

class OfficeDesk;

/// Turns received packets into facts, in two steps: the envelope when the message is stored, the attachments
/// afterwards. Reads leniently under limits. A packet that cannot be read, or that names our office nowhere, becomes
/// facts of kind Unreadable with its code: it is kept byte for byte and shown as a problem, and the feed goes on. Runs
/// on the thread that syncs.
class IncomingPackets final : public PacketIntake {
public:
    explicit IncomingPackets(OfficeDesk& desk);

    /// An error only where reading fails for a reason of ours: the feed then waits.
    [[nodiscard]] Result<PacketFacts> describe(const QByteArray& packetSha256, QIODevice& packet) override;

    /// The second step of all packets that owe it: attachments into the blob store, facts of the whole packet, the
    /// verdict that is owed now. Journalled: what was not reached is found by the next call. `done` hears of each
    /// portion, with how many are through and how many are left. Gives how many were taken apart; an error (a full
    /// disk) ends it.
    [[nodiscard]] Result<int> unpackOwed(const std::function<void(int done, int left)>& done = {},
                                         std::stop_token stop = {});

private:
    [[nodiscard]] Result<PacketFacts> takeApart(const QByteArray& packetSha256);

    OfficeDesk& m_desk;
};

} // namespace app
