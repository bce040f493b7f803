// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/lease.h"
#include "app/domain/person.h"
#include "app/domain/reminder.h"
#include "app/domain/work.h"

#include <QDate>
#include <QDateTime>
#include <QList>

#include <optional>

namespace app {

class Database;

/// Work that somebody has and that is due by a day.
struct DueShare {
    DocumentId document;
    QString holder{};
    WorkRole role = WorkRole::Lead;
    QDate due{};

    friend bool operator==(const DueShare&, const DueShare&) = default;
};

/// What this desk knows of the office's lease, and of what is to be, or was, reminded of. Any thread but the GUI's.
class DutyRepository {
public:
    DutyRepository(Database& database, Person owner);

    /// The lease that holds at that moment of the server's clock.
    [[nodiscard]] Result<std::optional<Lease>> lease(const QDateTime& moment) const;

    /// The time of the newest message of its stream, by the server's clock; invalid: there is none.
    [[nodiscard]] Result<QDateTime> newestLease() const;

    /// On which days the office reminds; nothing: nobody set them.
    [[nodiscard]] Result<std::optional<ReminderDays>> officeDays() const;

    /// Open shares of registered documents whose last day is no later, the longest late first. Those who are only told
    /// have nothing to do.
    [[nodiscard]] Result<QList<DueShare>> dueShares(const QDate& by) const;
    /// What was told about that document, by whomever.
    [[nodiscard]] Result<QList<Reminder>> told(const DocumentId& document) const;
    /// What the owner, or their unit, was told and what still waits: the newest word on each piece of work, the longest
    /// late first; at most 200.
    [[nodiscard]] Result<QList<ReminderView>> forOwner() const;

private:
    Database& m_database;
    Person m_owner;
};

} // namespace app
