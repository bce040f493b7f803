// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pades/evidenceproof.h"
#include "docsig/pades/judgedsignature.h"
#include "docsig/trust/truststore.h"

#include <QDateTime>
#include <QList>

namespace docsig {

/// Judges time and trust of all signatures of a file, each at the time that is proven for it (ETSI EN 319 102-1 §5.6).
/// The stamps are taken from the newest to the oldest, because a later one proves that an earlier one, and the evidence
/// under it, existed then: an authority's certificate that has ended since is no matter where a later stamp covers it,
/// and is one where none does. Fills trust, time, provenTime and stamp of each result, and its findings.
class TimeChain {
public:
    /// `trust` is what is trusted, `store` the same with the evidence of the file; both and `at`, the time of the
    /// question, must outlive this object.
    TimeChain(const RevisionHistory& history, const TrustStore& trust, const TrustStore& store, const QDateTime& at,
              const TrustPolicy& policy)
        : m_store(store)
        , m_at(at)
        , m_policy(policy)
        , m_proof(history, trust, store, at, policy) {}

    /// In any order of `signatures`; those whose blob was not read stay untouched.
    void judge(QList<JudgedSignature>& signatures);

private:
    /// The time that a token proves: nothing where its authority can't be relied on. Says why in `findings`.
    [[nodiscard]] std::optional<QDateTime> provenBy(const CmsReading& token, const TrustStore& store,
                                                    const QList<QByteArray>& others, QList<Finding>& findings);
    void judgeDocumentStamp(JudgedSignature& one);
    void judgeSignature(JudgedSignature& one);
    void judgeOwnStamp(JudgedSignature& one, const TrustStore& store, std::optional<QDateTime>& proven);
    [[nodiscard]] PathJudgement judgedWithProof(const CmsReading& subject, const QList<QByteArray>& others,
                                                const TrustStore& store, const QDateTime& at, Purpose purpose);

    const TrustStore& m_store;
    const QDateTime& m_at;
    TrustPolicy m_policy;
    EvidenceProof m_proof;
    std::optional<QDateTime> m_existed; ///< what is judged now existed then: the earliest trusted stamp over it
};

} // namespace docsig
