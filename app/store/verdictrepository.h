// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/error.h"
#include "app/domain/senderjudgement.h"
#include "docsig/report/signaturereport.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace app {

class Database;

/// A verdict as it is kept.
struct StoredVerdict {
    DocumentId document;
    VerdictFacts facts{};
    docsig::SignatureReport report{}; ///< of the main PDF
    SenderJudgement sender{};
};

/// Verdicts on incoming documents and the journal of those that are still owed. A job is planned in the transaction
/// that stores the document, so a kill loses none.
class VerdictRepository {
public:
    explicit VerdictRepository(Database& database);

    /// Documents whose verdict is owed, oldest first.
    [[nodiscard]] Result<QList<DocumentId>> pending() const;
    /// Stores the verdict and settles the job.
    [[nodiscard]] Result<void> store(const StoredVerdict& verdict);
    /// Counts a try that gave no verdict; after `mostAttempts` the job rests until planAgain().
    [[nodiscard]] Result<void> noteFailure(const DocumentId& document, const Error& error);
    [[nodiscard]] Result<void> planAgain(const DocumentId& document);
    [[nodiscard]] Result<std::optional<StoredVerdict>> find(const DocumentId& document) const;

    /// The seals that this office's clerks vouched for.
    [[nodiscard]] Result<QList<PinnedSeal>> pinnedSeals(const OrganId& organ) const;

    static constexpr int mostAttempts = 5;

private:
    Database& m_database;
};

} // namespace app
