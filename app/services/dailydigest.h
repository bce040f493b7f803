// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/error.h"
#include "app/domain/folder.h"
#include "app/domain/meeting.h"
#include "app/domain/opinion.h"

#include <QDate>
#include <QList>

#include <optional>

namespace app {

class OfficeDesk;

/// What waits for one person on one day, and what is due. What they gave to others and is late stands here as well, so
/// that a head learns of it the day after.
struct Digest {
    QDate day{}; ///< in Vietnam
    FolderCounts counts{};
    QList<OpinionSummary> opinions{};   ///< questions that wait for their answer, the nearest last day first
    QList<OpinionSummary> toClose{};    ///< questions of theirs for which there is nothing to wait any more
    QList<MeetingSummary> meetings{};   ///< of this day and the next, the nearest first
    int toAnswer = 0;                   ///< meetings to come that wait for their answer
    QList<MeetingSummary> toConclude{}; ///< that they presided over, and that are over by the clock
    int mentions = 0;                   ///< comments that name them and were not read
    QList<DocumentSummary> overdue{};   ///< longest first
    QList<DocumentSummary> today{};
    QList<DocumentSummary> soon{}; ///< within DailyDigest::soonDays
    bool isMore = false;           ///< more are due than stand here

    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const Digest&, const Digest&) = default;
};

/// Use case of everybody: the day's digest and the reminders before and after a due date, once a day by whichever
/// program has the profile open. Blocking; any thread but the GUI's.
class DailyDigest {
public:
    explicit DailyDigest(OfficeDesk& desk);

    [[nodiscard]] Result<Digest> look() const;
    /// The same, once in a day of Vietnam: nothing where this day's was taken. Written down before it is given.
    [[nodiscard]] Result<std::optional<Digest>> takeToday();

    static constexpr int soonDays = 3;
    static constexpr int mostDocuments = 50;

private:
    OfficeDesk& m_desk;
};

} // namespace app
