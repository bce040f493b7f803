// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/revisionhistory.h"

#include "docsig/pdf/parser.h"

namespace docsig {

namespace {

constexpr qsizetype mostRevisions = 250;

bool holdsSignature(const pdf::Document& state) {
    const auto fields = pdf::formFields(state);
    return fields && !pdf::signedFields(state, *fields).isEmpty();
}

} // namespace

RevisionHistory::RevisionHistory(const pdf::Document& newest) {
    const QList<qsizetype> ends = pdf::revisionEnds(newest);
    if (ends.size() > mostRevisions) {
        m_faults << finding("revisions-too-many", Part::Coverage, Weight::Doubt, QString::number(ends.size()));
        return;
    }
    for (const qsizetype end : ends) {
        auto state =
            end == newest.bytes().size() ? Result<pdf::Document>(newest) : pdf::Document::openFront(newest, end);
        if (!state) {
            // The front part of a linearised file ends in a section of its own, but is no whole file (annex F).
            continue;
        }
        const int index = static_cast<int>(m_states.size());
        RevisionChange change;
        if (!m_states.isEmpty()) {
            change = RevisionCompare(m_states.constLast(), *state).compare();
        }
        m_revisions << RevisionInfo{index, end, index == 0 ? QStringLiteral("revision-original") : told(change),
                                    change.filledFields};
        m_signedBefore = m_signedBefore || holdsSignature(*state);
        m_changes << change;
        m_states << std::move(*state);
    }
    findLooseBytes(newest);
}

QString RevisionHistory::told(const RevisionChange& change) const {
    if (m_signedBefore) {
        return change.explanation();
    }
    // Nobody had signed yet: whatever this update did belongs to what was signed later.
    RevisionChange signing;
    signing.addsSignature = change.addsSignature;
    signing.addsTimeStamp = change.addsTimeStamp;
    return signing.addsSignature || signing.addsTimeStamp ? signing.explanation() : QStringLiteral("revision-original");
}

void RevisionHistory::findLooseBytes(const pdf::Document& newest) {
    const qsizetype end = m_revisions.isEmpty() ? 0 : static_cast<qsizetype>(m_revisions.constLast().endOffset);
    const QByteArrayView behind = QByteArrayView(newest.bytes()).sliced(end);
    if (!std::ranges::all_of(behind, pdf::isSpace)) {
        m_faults << finding("bytes-behind-the-end", Part::Coverage, Weight::Fault, QString::number(behind.size()));
    }
    for (qsizetype index = 1; index < m_states.size(); ++index) {
        const qint64 start = m_states[index].sections().constFirst().offset;
        if (start < m_revisions[index - 1].endOffset) {
            m_faults << finding("section-out-of-place", Part::Coverage, Weight::Fault, QString::number(start));
        }
    }
}

std::optional<int> RevisionHistory::endingAt(qsizetype offset) const {
    for (const RevisionInfo& revision : m_revisions) {
        if (offset <= revision.endOffset && revision.endOffset - offset <= 2) {
            return revision.index;
        }
    }
    return std::nullopt;
}

} // namespace docsig
