// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/rights.h"

#include <QList>
#include <QString>

namespace app {

class OfficeDesk;

/// Use case of leaders and clerks: the directory changed what somebody of the office may do (a new clerk, another
/// leader, somebody who left), and that stands at their desks until one of them confirms it. The change is kept with
/// who confirmed it, and the confirmation is a deed in the office's stream of standing. Whoever gives the rights, the
/// people who run the server, is not asked: the office learns of it. Blocking; any thread but the GUI's.
class WatchRights {
public:
    explicit WatchRights(OfficeDesk& desk);

    /// What waits to be confirmed, oldest first; nothing at the desks of others.
    [[nodiscard]] Result<QList<RightsChange>> open() const;
    /// All that was noticed, also what was confirmed. `rights-not-yours` for others than leaders and clerks.
    [[nodiscard]] Result<QList<RightsChange>> all() const;
    /// That person's rights are as they should be: everything that waits about them is confirmed. A login or mailbox.
    /// `rights-nothing-waits`, `rights-own` (nobody confirms their own), `rights-not-yours`.
    [[nodiscard]] Result<void> confirm(const QString& whom);

private:
    OfficeDesk& m_desk;
};

} // namespace app
