// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace app {

class Database;

/// When the proof of one document runs out, and from when on it is renewed. UTC.
struct EvidenceRenewal {
    DocumentId document;
    QDateTime ends; ///< the newest time stamp proves nothing from here on; invalid: not looked at yet
    QDateTime due;

    friend bool operator==(const EvidenceRenewal&, const EvidenceRenewal&) = default;
};

/// The calendar of proofs that would run out: one row for each document that carries an archive time stamp (PAdES
/// B-LTA). The cost of asking what is due grows with what is due, not with the archive.
class EvidenceRenewals {
public:
    explicit EvidenceRenewals(Database& database);

    /// Replaces what was planned for the document.
    [[nodiscard]] Result<void> plan(const EvidenceRenewal& renewal);
    [[nodiscard]] Result<std::optional<EvidenceRenewal>> find(const DocumentId& document) const;
    /// The next ones, the most urgent first; at most `most`.
    [[nodiscard]] Result<QList<EvidenceRenewal>> next(int most) const;
    /// Those that are due and no job of the queue yet, the most urgent first; at most `most`.
    [[nodiscard]] Result<QList<EvidenceRenewal>> due(const QDateTime& now, int most) const;

private:
    Database& m_database;
};

} // namespace app
