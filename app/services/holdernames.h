// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QHash>
#include <QString>

namespace app {

class OfficeDesk;

/// What whoever has a share of work is called: a person by name, a unit of the office by its name, or its id
/// where it has none. A value.
class HolderNames {
public:
    /// As the directory has them now. Errors of the store.
    [[nodiscard]] static Result<HolderNames> of(const OfficeDesk& desk);

    /// Who is not known keeps the words by which they were named.
    [[nodiscard]] QString nameOf(const QString& holder) const;

private:
    QHash<QString, QString> m_people;
    QHash<QString, QString> m_units;
    QString m_unitPrefix;
};

} // namespace app
