// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pades/judgedsignature.h"
#include "docsig/pades/revisionhistory.h"
#include "docsig/pdf/securitystore.h"
#include "docsig/trust/truststore.h"

#include <QDateTime>
#include <QHash>
#include <QList>

namespace docsig {

/// How far the signatures of a file were taken (ETSI EN 319 142-1 §6). `result.level` is a level only for a signature
/// that meets the baseline's own requirements (§6.3); `rung` says what its evidence would be worth whatever its form,
/// for those who add evidence to signatures of other kinds. Stamps count when they hold; whether their authority is
/// trusted is not a matter of the level. Evidence counts when it covers every certificate under the root: of the
/// signer, and of the stamp that gives it its time.
class BaselineLevels {
public:
    /// `history` and `trust` must outlive this object. Roots are taken from `trust`, evidence from the file alone.
    BaselineLevels(const RevisionHistory& history, const TrustStore& trust, const QDateTime& at,
                   const TrustPolicy& policy)
        : m_history(history)
        , m_trust(trust)
        , m_at(at)
        , m_policy(policy) {}

    void grade(QList<JudgedSignature>& signatures);

private:
    [[nodiscard]] Level rungOf(const JudgedSignature& one, const QList<const JudgedSignature*>& stampsOver);
    [[nodiscard]] bool isProvenBy(int revision, const JudgedSignature& one, const JudgedSignature* stamp);
    [[nodiscard]] const pdf::SecurityStore& storeIn(int revision);

    const RevisionHistory& m_history;
    const TrustStore& m_trust;
    QDateTime m_at;
    TrustPolicy m_policy;
    QHash<int, pdf::SecurityStore> m_stores; ///< by revision
};

} // namespace docsig
