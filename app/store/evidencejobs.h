// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"
#include "docsig/report/signaturereport.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace app {

class Database;

/// One document whose signatures are to be taken further.
struct EvidenceJob {
    DocumentId document;
    docsig::Level wanted = docsig::Level::BT;
    docsig::Level reached = docsig::Level::None; ///< at the last attempt
    QDateTime plannedAt{};                       ///< UTC
    int attempts = 0;
    QDateTime nextAttempt{};          ///< UTC; invalid: at once
    QList<docsig::Finding> missing{}; ///< at the last attempt
    Error error{};                    ///< of the last attempt; empty code: none
    bool rests = false;               ///< tried often enough: only a person begins again

    friend bool operator==(const EvidenceJob&, const EvidenceJob&) = default;
};

/// The journal of evidence that is still to be had, one row a document. A row is written in the transaction that stores
/// the signature and leaves in the one that stores the evidence, so a kill loses none.
class EvidenceJobs {
public:
    explicit EvidenceJobs(Database& database);

    /// A job, or a higher level for the one that is there; it is due at once.
    [[nodiscard]] Result<void> plan(const DocumentId& document, docsig::Level wanted, const QDateTime& now);
    [[nodiscard]] Result<std::optional<EvidenceJob>> find(const DocumentId& document) const;
    /// All, oldest first.
    [[nodiscard]] Result<QList<EvidenceJob>> all() const;
    /// Where a job stands. Written before an attempt as well, counted and with its next time, so that an attempt which
    /// kills the program is not repeated without end.
    [[nodiscard]] Result<void> note(const EvidenceJob& job);
    [[nodiscard]] Result<void> settle(const DocumentId& document);

    /// About two months with the delays of EvidenceQueue.
    static constexpr int mostAttempts = 60;

private:
    Database& m_database;
};

} // namespace app
