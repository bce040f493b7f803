// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentregister.h"
#include "app/domain/error.h"
#include "app/domain/organid.h"
#include "app/domain/workstatistics.h"

#include <QHash>
#include <QList>

namespace app {

class Database;

/// What is counted of the incoming books, and the lines of registers. Nothing here reads a document as a whole for a
/// number: a million documents are counted in one pass over their days.
class WorkRepository {
public:
    explicit WorkRepository(Database& database);

    /// What was registered in the period, counted by what a report sorts by, by its course at the end of the day as of
    /// which it is judged and, where it was open then, by its last day. Units and people are those of this office: who
    /// has no unit stands for themselves.
    [[nodiscard]] Result<QList<WorkCount>> counts(const OrganId& organ, const WorkScope& scope) const;
    /// In how many of them a unit or a person only supports; empty for other breakdowns.
    [[nodiscard]] Result<QHash<QString, qint64>> supporting(const OrganId& organ, const WorkScope& scope) const;
    /// Lines of the incoming book, by number, with what became of each. Mailboxes stand for people and units.
    [[nodiscard]] Result<QList<RegisterLine>> incoming(const OrganId& organ, int year, const Period& days) const;
    /// Lines of the outgoing books, series after series.
    [[nodiscard]] Result<QList<RegisterLine>> outgoing(const OrganId& organ, int year, const Period& days) const;

private:
    Database& m_database;
};

} // namespace app
