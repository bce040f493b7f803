// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/draft.h"
#include "app/domain/error.h"
#include "app/domain/meeting.h"

namespace app {

class OfficeDesk;

/// The invitation to a meeting (giấy mời, Nghị định 30/2020 Phụ lục III form 1.7): who is invited, to what, who
/// presides, when, where, and the agenda. Not stored. Errors of the store.
[[nodiscard]] Result<Draft> invitationDraft(OfficeDesk& desk, const Meeting& meeting);

/// What tells the conclusion of a meeting (thông báo, form 1.4): words by item, then the tasks with who leads, who
/// supports, and by when. Not stored; the meeting must be concluded.
[[nodiscard]] Result<Draft> announcementDraft(OfficeDesk& desk, const Meeting& meeting);

} // namespace app
