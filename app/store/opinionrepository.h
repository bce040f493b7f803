// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/opinion.h"
#include "app/domain/opinionproof.h"
#include "app/domain/person.h"

#include <QList>

namespace app {

class Database;
class Transaction;

/// Reads the questions to members of the office that the owner asks or is asked. One that is open, and whose leader is
/// none by the directory, is not shown: nobody is asked in a name that has no right to it. Any thread but the GUI's.
class OpinionRepository {
public:
    OpinionRepository(Database& database, Person owner);

    /// What waits for the owner's answer first, the nearest day before others; then what is open, then what was closed,
    /// newest first. At most 1000.
    [[nodiscard]] Result<QList<OpinionSummary>> list() const;
    /// opinion-not-found.
    [[nodiscard]] Result<Opinion> detail(const OpinionId& id) const;
    /// What the check of a signed answer's PDF said, by its hash.
    [[nodiscard]] Result<void> keepVerdict(const OpinionId& id, const QByteArray& proof, const AnswerVerdict& verdict,
                                           const QDateTime& at);
    /// By its id or the beginning of it (at least 4 characters); several: opinion-ambiguous.
    [[nodiscard]] Result<OpinionId> find(const QString& text) const;

private:
    Database& m_database;
    Person m_owner;
};

/// How many questions wait for the owner's answer.
[[nodiscard]] int countWaitingOpinions(Transaction& transaction);

} // namespace app
