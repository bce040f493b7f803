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
    QString code{};    ///< "sent" (the exchange has the packet), or the status code of the packet: "01" … "16"
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

/// Vietnamese words for a trail code; the code itself where it is unknown.
[[nodiscard]] QString trailWords(const QString& code);
[[nodiscard]] QString trailWordsEnglish(const QString& code);

/// Whether a status may follow another one (spec §2.7: 01→03→04→05→06 upwards, 02 only before 03, 13/15/16 any time
/// after the sending; a repeated code changes nothing). What may not is late: logged, and changes nothing.
[[nodiscard]] bool statusAdvances(const QString& lastCode, const QString& code);

/// Puts an event into a line by that rule.
void applyEvent(TrailLine& line, TrailEvent event);

} // namespace app
