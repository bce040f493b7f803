// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/meetings.h"
#include "app/store/officestore.h"

namespace app {

/// The plan as it is written down; its files are kept in the store by then. `before`: the plan that it takes the place
/// of; null: it is the first. Codes: `meeting-subject-wrong`, `meeting-text-too-long`, `meeting-time-wrong` (past, over
/// a year ahead, or it ends before it begins), `meeting-place-wrong`, `meeting-person-unknown`,
/// `meeting-members-missing`, `meeting-members-too-many`, `meeting-guest-wrong`, `meeting-agenda-wrong` (an item
/// without a title, too many), `meeting-files-too-many`, `meeting-file-empty`, `meeting-file-too-large`,
/// `secret-never-sent`, `document-not-found`, those of the contents.
[[nodiscard]] Result<MeetingPlan> checkedPlan(const OfficeDesk& desk, const MeetingForm& form,
                                              const MeetingPlan* before);

/// The deeds that bring a plan to those in it. `known`: the meeting as it was; null: it is called. Where somebody is
/// taken off the list it goes on in a fresh stream, with what was shared before.
[[nodiscard]] QList<Deed> deedsOf(const OfficeDesk& desk, const acts::MeetingPlanned& act, const Meeting* known);

/// The one of the office who bears that login or mailbox; null: nobody.
[[nodiscard]] const Person* memberNamed(const QList<Person>& people, const OrganId& office, const QString& name);

} // namespace app
