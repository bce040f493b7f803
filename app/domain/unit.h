// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/person.h"

#include <QHash>
#include <QList>
#include <QString>

namespace app {

/// A unit (phòng, ban) of the own office: the directory knows it by its id, people by its name.
struct Unit {
    QString id{};
    QString name{}; ///< empty: nobody named it, and it goes by its id
    int people = 0; ///< of the directory who are in it

    /// What it goes by: its name, else its id.
    [[nodiscard]] const QString& title() const { return name.isEmpty() ? id : name; }

    friend bool operator==(const Unit&, const Unit&) = default;
};

/// The longest name of a unit, in characters.
inline constexpr qsizetype longestUnitName = 120;

/// A name as it may be shown: one line without what can't be seen, cut where it is longer than a name may be.
[[nodiscard]] QString unitNameText(const QString& name);

/// The units in which these people are, by id, with what they are called.
[[nodiscard]] QList<Unit> unitsOfPeople(const QList<Person>& people);

/// What the unit with that mailbox ("<OrganId>/unit:<id>") is called: by its name, as anybody in it has it; else by its
/// id. Empty where it is no mailbox of a unit.
[[nodiscard]] QString unitTitle(const QList<Person>& people, const QString& mailbox);

} // namespace app
