// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/meetings.h"
#include "app/store/officestore.h"

namespace app {

/// The conclusion as it is written down, with fresh ids for its tasks. Codes: `meeting-item-unknown`,
/// `meeting-conclusion-too-long`, `meeting-task-words-wrong`, `meeting-task-lead-unknown`, `meeting-task-day-wrong`,
/// `meeting-tasks-too-many`.
[[nodiscard]] Result<acts::MeetingConcluded> checkedConclusion(const OfficeDesk& desk, const Meeting& meeting,
                                                               const ConclusionForm& form, bool isFinal);

/// The chair's deed that ends the meeting, and one for each task that gives it to whoever leads it, in a case of its
/// own.
[[nodiscard]] Result<QList<Deed>> deedsOf(const OfficeDesk& desk, const Meeting& meeting,
                                          const acts::MeetingConcluded& act);

} // namespace app
