// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/sentences.h"
#include "app/domain/sheet.h"
#include "app/domain/workstatistics.h"

namespace app {

/// "Phòng Kế toán", "Công văn", "Tháng 03/2026": what a row of the report is about.
[[nodiscard]] QString rowTitle(const StatisticsRow& row, Breakdown by, Language language);

/// What the report is called.
[[nodiscard]] QString reportTitle(WorkSubject subject, Language language);

/// The report with a row for each unit, person, sender or meeting, kind or month, and their sum.
[[nodiscard]] Sheet reportSheet(const WorkReport& report, const QString& superior, const QString& office,
                                Language language);

} // namespace app
