// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/office/acttree.h"
#include "app/domain/office/officeact.h"

class QXmlStreamWriter;

namespace app {

// The acts of meetings, and what a task of one is, as XML: parts of the codec of acts (actcodec.h).

void writeMeetingAct(QXmlStreamWriter& xml, const acts::MeetingPlanned& act);
void writeMeetingAct(QXmlStreamWriter& xml, const acts::MeetingLeft& act);
void writeMeetingAct(QXmlStreamWriter& xml, const acts::MeetingCancelled& act);
void writeMeetingAct(QXmlStreamWriter& xml, const acts::MeetingAnswered& act);
void writeMeetingAct(QXmlStreamWriter& xml, const acts::MeetingNoted& act);
void writeMeetingAct(QXmlStreamWriter& xml, const acts::MeetingConcluded& act);
void writeMeetingAct(QXmlStreamWriter& xml, const acts::MeetingPaperNamed& act);
void writeTaskEntry(QXmlStreamWriter& xml, const TaskEntry& task);

/// Nothing for a kind that is none of a meeting's. `fault`: the first element that is missing or no value of its type;
/// what stands there already stays.
[[nodiscard]] std::optional<ActBody> readMeetingAct(const QString& kind, const ActElement& act, QString& fault);
/// The task that an act gives; nothing where it gives none.
[[nodiscard]] std::optional<TaskEntry> readTaskEntry(const ActElement& act, QString& fault);

} // namespace app
