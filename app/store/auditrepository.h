// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/auditline.h"
#include "app/domain/error.h"

#include <QList>

namespace app {

class Database;

/// The log of views, kept with the profile.
class AuditRepository {
public:
    explicit AuditRepository(Database& database);

    /// Puts a line behind the last; number and hashes are given here.
    [[nodiscard]] Result<AuditLine> append(const AuditLine& line);
    [[nodiscard]] Result<AuditHead> head() const;
    /// The line before which everything is older than that moment.
    [[nodiscard]] Result<AuditHead> headBefore(const QDateTime& moment) const;
    /// At most so many lines from a number on, in their order; of one document, where it is named.
    [[nodiscard]] Result<QList<AuditLine>> lines(qint64 from, int most, const QString& document = {}) const;

private:
    Database& m_database;
};

} // namespace app
