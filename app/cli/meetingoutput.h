// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "app/services/meetings.h"

#include <QJsonObject>

namespace app::cli {

/// One meeting on one line, and as JSON.
[[nodiscard]] QString meetingLine(const MeetingSummary& meeting, Language language);
[[nodiscard]] QJsonObject toJson(const MeetingSummary& meeting);

/// A meeting with what became of its tasks and documents, for `meeting show`.
struct MeetingReport {
    Meeting meeting;
    QList<TaskStanding> tasks{};
    QList<PaperStanding> papers{};
};
void printMeeting(const Terminal& terminal, const MeetingReport& report);
[[nodiscard]] QJsonObject toJson(const MeetingReport& report);

} // namespace app::cli
