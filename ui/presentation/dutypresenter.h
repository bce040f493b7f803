// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/office.h"

namespace ui {

/// Who reminds for the office, and on which days.
struct DutyView {
    app::DutyTurn turn{};
    app::ReminderDays days{};
    QList<app::Person> people{}; ///< of the office

    friend bool operator==(const DutyView&, const DutyView&) = default;
};

/// Blocking; not in the GUI's thread.
[[nodiscard]] app::Result<DutyView> readDuties(Office& office);

/// "The desk of Trần Văn An has done the office's reminding since 27/11/2026 08:12." and the days.
[[nodiscard]] QString dutyWords(const DutyView& view, const Formatter& formatter);

} // namespace ui
