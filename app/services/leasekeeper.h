// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/lease.h"

#include <QDateTime>

#include <optional>
#include <stop_token>

namespace app {

class OfficeDesk;

/// The lease of the office as this desk takes, renews and leaves it. It is appended at the server directly, behind the
/// last message that is known here, so that two never take it; nothing waits in the outbox, for a lease that is taken
/// tomorrow is none. Blocking; any thread but the GUI's.
class LeaseKeeper {
public:
    explicit LeaseKeeper(OfficeDesk& desk);

    /// The lease that holds now, as far as is known here.
    [[nodiscard]] Result<std::optional<Lease>> held() const;
    [[nodiscard]] bool isOurs(const std::optional<Lease>& lease) const;

    /// Takes it where it is free, or a window's while this is the agent, and renews it when half of it is over. Gives
    /// whoever holds it then. `lease-not-yours` for others than clerks, whose desks alone have all that came to the
    /// office; `lease-too-busy` where others were faster again and again; the errors of the line.
    [[nodiscard]] Result<std::optional<Lease>> hold(LeaseKind kind, std::stop_token stop = {});
    /// Gives it up, so that another need not wait for its end. Nothing where it is another's.
    [[nodiscard]] Result<void> leave(std::stop_token stop = {});

    /// The server's clock, as far as this desk knows how much its own is off, and what its messages tell.
    [[nodiscard]] Result<QDateTime> serverNow() const;

private:
    [[nodiscard]] Result<LeaseHolder> self(LeaseKind kind) const;

    OfficeDesk& m_desk;
};

} // namespace app
