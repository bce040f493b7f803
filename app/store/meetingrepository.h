// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/meeting.h"
#include "app/domain/person.h"

#include <QList>

namespace app {

class Database;
class Transaction;

/// Reads the meetings that the owner holds or is invited to. Any thread but the GUI's.
class MeetingRepository {
public:
    MeetingRepository(Database& database, Person owner);

    /// Those that are to come by their time, the nearest first, then the others, newest first. At most 1000. `now`:
    /// UTC.
    [[nodiscard]] Result<QList<MeetingSummary>> list(const QDateTime& now) const;
    /// meeting-not-found.
    [[nodiscard]] Result<Meeting> detail(const MeetingId& id) const;
    /// By its id or the beginning of it (at least 4 characters); several: meeting-ambiguous.
    [[nodiscard]] Result<MeetingId> find(const QString& text) const;

private:
    Database& m_database;
    Person m_owner;
};

/// How many meetings that are not over by the clock wait for the owner's answer. `today`: in Vietnam.
[[nodiscard]] int countWaitingMeetings(Transaction& transaction, const QDate& today);

} // namespace app
