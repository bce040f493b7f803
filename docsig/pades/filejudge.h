// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pades/byterange.h"
#include "docsig/pades/judgedsignature.h"
#include "docsig/pades/revisionhistory.h"
#include "docsig/pdf/formfields.h"
#include "docsig/trust/truststore.h"

#include <QDateTime>

namespace docsig {

/// Judges all signatures of a file that could be read: integrity and coverage of each, then time and trust of all in
/// the light of each other, then the levels. What it was given must outlive it.
class FileJudge {
public:
    FileJudge(const pdf::Document& document, const QList<pdf::FormField>& fields, const TrustStore& trust,
              const QDateTime& at, const TrustPolicy& policy = {});

    /// In the order of what they cover.
    [[nodiscard]] const QList<JudgedSignature>& signatures() const { return m_signatures; }
    /// Puts signatures, revisions and what is to be told of the whole file into the report.
    void fill(SignatureReport& report) const;

private:
    [[nodiscard]] JudgedSignature read(const pdf::FormField& field) const;
    void judgeCoverage(SignatureResult& result, const pdf::FormField& field, const SignedRange& range) const;
    void readBlob(JudgedSignature& one, const SignedRange& range) const;
    [[nodiscard]] TrustStore withEvidence(const TrustStore& trust) const;
    void tellPrepared(SignatureReport& report) const;
    void tellRevisions(SignatureReport& report) const;
    void tellUncoveredFields(SignatureReport& report) const;

    const pdf::Document& m_document;
    const QList<pdf::FormField>& m_fields;
    const TrustStore& m_trust;
    QDateTime m_at;
    RevisionHistory m_history;
    QList<JudgedSignature> m_signatures;
};

} // namespace docsig
