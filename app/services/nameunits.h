// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/unit.h"

#include <QList>

namespace app {

class OfficeDesk;

/// Use case of leaders and clerks: what the units of the office are called, which the directory knows by their ids
/// alone. Everybody of the office gets the names; works without a network. Blocking; any thread but the GUI's.
class NameUnits {
public:
    explicit NameUnits(OfficeDesk& desk);

    /// Whether whoever works here may name them.
    [[nodiscard]] bool mayName() const;
    /// The units in which somebody of the office is, by id. Errors of the store.
    [[nodiscard]] Result<QList<Unit>> units() const;
    /// Calls the unit of that id so; an empty name: by its id again. What it is called already is a success. Codes:
    /// `unit-naming-not-yours`, `unit-unknown`, `unit-name-too-long`, `unit-name-taken`; errors of the store.
    [[nodiscard]] Result<void> name(const QString& unit, const QString& name);

private:
    OfficeDesk& m_desk;
};

} // namespace app
