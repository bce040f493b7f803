// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/document.h"
#include "docsig/pdf/formfields.h"

#include <QStringList>

namespace docsig {

/// The names that FieldMDP transforms of the signatures in a file lock, and whether one is locked (§12.8.2.4).
class FieldLocks {
public:
    FieldLocks() = default;
    FieldLocks(const pdf::Document& document, const QList<pdf::FormField>& fields);
    [[nodiscard]] bool locks(const QString& name) const;

private:
    struct Lock {
        QByteArray action;
        QStringList names;
    };
    QList<Lock> m_locks;
};

/// The transform dictionaries of a signature's /Reference with that method: their parameters.
[[nodiscard]] QList<pdf::Dictionary> transformsOf(const pdf::Document& document, const pdf::Dictionary& signature,
                                                  const char* method);

} // namespace docsig
