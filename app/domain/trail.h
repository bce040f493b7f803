// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/organid.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace app {

/// One thing that is known about one receiver, from a real acknowledgement.
struct TrailEvent {
    QString code{}; ///< "sent" (the exchange has the packet), the status code of the packet: "01" … "16", "update" (we
                    ///< sent a new version) or "cancelled" (taken back before it went out)
    QDateTime time{};  ///< UTC, as the reporting office wrote it; the hub's time where it wrote none
    QString reason{};  ///< description of the status packet
    QString person{};  ///< who acted there, may be empty
    bool late = false; ///< came out of order or again: kept, changes nothing

    friend bool operator==(const TrailEvent&, const TrailEvent&) = default;
};

/// What became of a sent document at one receiver.
struct TrailLine {
    OrganRef receiver{};
    QString lastCode{}; ///< "queued", "sent", "uncertain", "failed", or the last status code that counts
    QString words{};    ///< Vietnamese words of lastCode: "Đã tiếp nhận"
    QDateTime time{};   ///< UTC, of lastCode
    QString reason{};
    QList<TrailEvent> history{}; ///< oldest first

    friend bool operator==(const TrailLine&, const TrailLine&) = default;
};

/// What an office reports that is no receiver of the document: kept, shown apart, moves nothing.
struct StrangerStatus {
    OrganRef from{};
    TrailEvent event{};

    friend bool operator==(const StrangerStatus&, const StrangerStatus&) = default;
};

/// Vietnamese words for a trail code; the code itself where it is unknown.
[[nodiscard]] QString trailWords(const QString& code);
[[nodiscard]] QString trailWordsEnglish(const QString& code);

/// Whether an event counts in a line (spec §2.7). 01→03→04→05→06 goes upwards only, 02 comes before 03 alone and ends
/// it. "13" and "update" are what we ask for, 15 and 16 answer what was asked and nothing else; an agreed recall ends
/// the line. Whatever does not count is late: logged, and changes nothing.
[[nodiscard]] bool statusAdvances(const TrailLine& line, const QString& code);

/// The receiver agreed to give the document back.
[[nodiscard]] bool isTakenBack(const TrailLine& line);
/// The document can be asked for back: it is there, or on its way, and nothing was asked that waits for an answer.
[[nodiscard]] bool isRecallable(const TrailLine& line);

/// Puts an event into a line by that rule. While a recall waits for its answer the line shows the recall.
void applyEvent(TrailLine& line, TrailEvent event);

} // namespace app
