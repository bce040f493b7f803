// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/lease.h"

#include <optional>
#include <stop_token>

namespace app {

class OfficeDesk;

/// How one turn of the duties went.
struct DutyTurn {
    std::optional<Lease> lease{}; ///< who holds it now; nothing: nobody
    bool isOurs = false;
    int reminders = 0; ///< written down in this turn; they go out with the next synchronisation

    friend bool operator==(const DutyTurn&, const DutyTurn&) = default;
};

/// What the office must do when no window is open, and whose turn it is: whoever holds the lease reminds those who have
/// work, and tells heads of what is late. The agent takes the lease from a window; of several windows one has it.
/// Statuses that senders are to hear are made by every clerk's desk in the same bytes, and the server takes them once
/// (OwedStatuses): they need no lease. Blocking; any thread but the GUI's.
class OfficeDuties {
public:
    explicit OfficeDuties(OfficeDesk& desk);

    /// Takes or renews the lease, and does what is due where it is ours. At desks of others than clerks it does
    /// nothing. After a synchronisation, so that the server's clock is known. Errors of the line, of the store.
    [[nodiscard]] Result<DutyTurn> turn(LeaseKind kind, std::stop_token stop = {});
    /// Who holds it, as far as is known here.
    [[nodiscard]] Result<DutyTurn> look() const;
    /// Gives it up, where it is ours.
    [[nodiscard]] Result<void> leave(std::stop_token stop = {});

private:
    OfficeDesk& m_desk;
};

} // namespace app
