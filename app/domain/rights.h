// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/person.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringView>

namespace app {

/// What somebody of the office may do, as the directory says it: their role, and the unit whose work they get. A role
/// that is empty: they were not there yet; "left": they are there no more.
struct PersonRights {
    QString role{};
    QString unit{};

    friend bool operator==(const PersonRights&, const PersonRights&) = default;
};

inline constexpr QLatin1StringView roleLeft("left");

/// That somebody's rights changed, as this desk noticed it between two versions of the directory.
struct RightsChange {
    QString mailbox{};
    QString name{};
    PersonRights before{};
    PersonRights now{};
    qint64 since = 0;    ///< the directory's version that was here before
    qint64 version = 0;  ///< and the one that brought it
    QDateTime noticed{}; ///< UTC
    int openWork = 0;    ///< of who left: documents in which they have something to do still, as far as this desk knows
    QString confirmedBy{}; ///< mailbox; empty: nobody yet
    QDateTime confirmed{}; ///< UTC, by the server's clock

    [[nodiscard]] bool isOpen() const { return confirmedBy.isEmpty(); }

    friend bool operator==(const RightsChange&, const RightsChange&) = default;
};

/// That somebody looked at the rights of a person as they were at a version of the directory, and found them right.
struct RightsConfirmation {
    QString by{}; ///< mailbox
    QString mailbox{};
    PersonRights rights{};
    qint64 version = 0;
    QDateTime at{};
    QString role{}; ///< whoever confirmed had then, as the server tells; empty: it told none

    friend bool operator==(const RightsConfirmation&, const RightsConfirmation&) = default;
};

/// Whether a person of that role answers for who may do what in the office.
[[nodiscard]] bool answersForRights(QStringView role);

/// Whether the confirmation settles the change: it knew of it, or it saw the same rights at a version that this desk
/// had not before the change. Nobody confirms their own.
[[nodiscard]] bool settles(const RightsConfirmation& confirmation, const RightsChange& change);

} // namespace app
