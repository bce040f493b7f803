// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/cms/cmsreader.h"
#include "docsig/pades/revisionhistory.h"
#include "docsig/pdf/securitystore.h"
#include "docsig/trust/truststore.h"

#include <QDateTime>
#include <QHash>
#include <QList>

namespace docsig {

/// Since when the evidence of a file is known to exist (ETSI EN 319 102-1 §5.6.2.3). Whoever got hold of the key of an
/// authority that has ended or was revoked can write lists and responses of any date: such evidence counts only where
/// it surely existed before. The office's own trust folder counts as it is; what a signature carries in its signed
/// attributes existed when the signature did; what lies in the DSS existed when a trusted document time stamp went over
/// it. What it was given must outlive it.
class EvidenceProof {
public:
    /// `trust` without anything of the file, `whole` with all of it; `now` is the time of the question.
    EvidenceProof(const RevisionHistory& history, const TrustStore& trust, const TrustStore& whole,
                  const QDateTime& now, const TrustPolicy& policy)
        : m_history(history)
        , m_trust(trust)
        , m_whole(whole)
        , m_now(now)
        , m_policy(policy) {}

    /// A trusted document time stamp that made this revision; everything up to it existed then.
    void addStamp(int revision, const QDateTime& proven) { m_stamps.append({revision, proven}); }

    /// Whether a path that was judged valid at the proven time `at` by all evidence is so by what is known to be old
    /// enough. `subject` is the signature or token that the path is of.
    [[nodiscard]] bool suffices(const CmsReading& subject, const QList<QByteArray>& others, const PathJudgement& path,
                                const QDateTime& at, Purpose purpose);

private:
    struct Stamp {
        int revision = 0;
        QDateTime proven;
    };

    [[nodiscard]] const pdf::SecurityStore& storeIn(int revision);

    const RevisionHistory& m_history;
    const TrustStore& m_trust;
    const TrustStore& m_whole;
    const QDateTime& m_now;
    TrustPolicy m_policy;
    QList<Stamp> m_stamps;
    QHash<int, pdf::SecurityStore> m_stores;
};

} // namespace docsig
