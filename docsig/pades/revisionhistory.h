// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pades/revisioncompare.h"

namespace docsig {

/// The states of a file, one for each incremental update, and what each did to the one before.
class RevisionHistory {
public:
    explicit RevisionHistory(const pdf::Document& newest);

    [[nodiscard]] const QList<RevisionInfo>& revisions() const { return m_revisions; }
    /// What revision `index` did to the one before; nothing for the first.
    [[nodiscard]] const RevisionChange& change(int index) const { return m_changes[index]; }
    /// The revision that ends where a signature's coverage ends (a line end more or less); nothing where none does.
    [[nodiscard]] std::optional<int> endingAt(qsizetype offset) const;
    [[nodiscard]] const pdf::Document& state(int index) const { return m_states[index]; }
    /// Bytes behind the last revision that are no white space, or sections that lie where no revision put them.
    [[nodiscard]] const QList<Finding>& faults() const { return m_faults; }

private:
    [[nodiscard]] QString told(const RevisionChange& change) const;
    void findLooseBytes(const pdf::Document& newest);

    QList<pdf::Document> m_states;
    QList<RevisionChange> m_changes;
    QList<RevisionInfo> m_revisions;
    QList<Finding> m_faults;
    bool m_signedBefore = false; ///< while reading: an earlier state holds a signature
};

} // namespace docsig
