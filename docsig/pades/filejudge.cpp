// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/filejudge.h"

#include "docsig/pades/baselinelevel.h"
#include "docsig/pades/signaturefacts.h"
#include "docsig/pades/timechain.h"
#include "docsig/pdf/securitystore.h"

namespace docsig {

namespace {

constexpr qsizetype mostEvidence = 1000; // of each kind; each is parsed

} // namespace

FileJudge::FileJudge(const pdf::Document& document, const QList<pdf::FormField>& fields, const TrustStore& trust,
                     const QDateTime& at, const TrustPolicy& policy)
    : m_document(document)
    , m_fields(fields)
    , m_trust(trust)
    , m_at(at)
    , m_history(document) {
    for (const pdf::FormField& field : pdf::signedFields(m_document, m_fields)) {
        m_signatures << read(field);
    }
    std::ranges::stable_sort(m_signatures, {}, [](const JudgedSignature& one) { return one.result.coveredBytes; });
    const TrustStore store = withEvidence(trust);
    TimeChain(m_history, trust, store, m_at, policy).judge(m_signatures);
    BaselineLevels(m_history, trust, m_at, policy).grade(m_signatures);
}

void FileJudge::fill(SignatureReport& report) const {
    report.revisions = m_history.revisions();
    for (const JudgedSignature& one : m_signatures) {
        report.signatures << one.result;
    }
    tellPrepared(report);
    tellRevisions(report);
    tellUncoveredFields(report);
}

JudgedSignature FileJudge::read(const pdf::FormField& field) const {
    JudgedSignature one;
    SignatureResult& result = one.result;
    result = signatureFacts(m_document, field);
    const SignedRange range = signedRangeOf(m_document, field);
    result.findings = range.findings;
    result.coveredBytes = range.end;
    result.coversWholeFile = range.sound && range.end == m_document.bytes().size();
    if (!range.sound) {
        result.integrity = Judgement::Invalid;
        result.coverage = Judgement::Invalid;
        return one;
    }
    const pdf::Dictionary dictionary = m_document.resolve(field.value).dictionary();
    one.plainDictionary = dictionary.contains("M") && !dictionary.contains("Cert");
    one.contents = range.contents;
    judgeCoverage(result, field, range);
    one.form = cmsFormOf(result.subFilter);
    if (one.form) {
        readBlob(one, range);
    } else {
        result.findings << finding("subfilter-unknown", Part::Integrity, Weight::Doubt, result.subFilter);
    }
    return one;
}

void FileJudge::judgeCoverage(SignatureResult& result, const pdf::FormField& field, const SignedRange& range) const {
    const auto own = m_history.endingAt(range.end);
    if (!own) {
        result.findings << finding("coverage-no-revision", Part::Coverage, Weight::Fault, QString::number(range.end));
        result.coverage = Judgement::Invalid;
        return;
    }
    result.revision = *own;
    const pdf::Document& state = m_history.state(*own);
    const auto fields = pdf::formFields(state);
    const bool there = fields && std::ranges::any_of(*fields, [&](const pdf::FormField& one) {
                           return one.name == field.name && one.value == field.value;
                       });
    const pdf::Reference* reference = field.value.asReference();
    const bool sameObject = reference == nullptr ||
                            state.entries().value(reference->number) == m_document.entries().value(reference->number);
    if (!there || !sameObject) {
        result.findings << finding("coverage-not-of-this-signature", Part::Coverage, Weight::Fault);
    }
    for (int later = *own + 1; later < m_history.revisions().size(); ++later) {
        result.findings << m_history.change(later).faults;
    }
    result.findings << m_history.faults();
    result.coverage = judgementFrom(result.findings, Part::Coverage);
}

void FileJudge::readBlob(JudgedSignature& one, const SignedRange& range) const {
    one.reading = readCms(range.contents, *one.form, range.parts(m_document.bytes()), [this] { m_document.letGo(); });
    SignatureResult& result = one.result;
    result.findings << one.reading.findings;
    result.integrity = judgementFrom(result.findings, Part::Integrity); // of the blob and of the place it stands in
    result.algorithm = one.reading.algorithm;
    if (!result.claimedTime.isValid()) {
        result.claimedTime = one.reading.claimedTime;
    }
    if (!one.reading.signerCertificate.isEmpty()) {
        result.signer = m_trust.describe(one.reading.signerCertificate).value_or(CertificateFacts());
    }
    if (!one.isStamp() && !one.reading.timeStampToken.isEmpty()) {
        one.stamp = readCms(one.reading.timeStampToken, CmsForm::TimeStamp, {one.reading.signatureValue});
    }
}

/// What is trusted, with the certificates and lists of the file's DSS to help; the file's own can make nobody trusted.
TrustStore FileJudge::withEvidence(const TrustStore& trust) const {
    TrustStore store = trust;
    const pdf::SecurityStore evidence = m_signatures.isEmpty() ? pdf::SecurityStore() : pdf::securityStore(m_document);
    for (const QByteArray& certificate :
         evidence.certificates.first(std::min(evidence.certificates.size(), mostEvidence))) {
        store.addIntermediate(certificate);
    }
    for (const QByteArray& list : evidence.lists.first(std::min(evidence.lists.size(), mostEvidence))) {
        store.addCrl(list);
    }
    for (const QByteArray& response :
         evidence.ocspResponses.first(std::min(evidence.ocspResponses.size(), mostEvidence))) {
        store.addOcspResponse(response);
    }
    return store;
}

/// A field that was made ready and never signed shows a signature where there is none.
void FileJudge::tellPrepared(SignatureReport& report) const {
    for (const pdf::FormField& field : m_fields) {
        if (!field.value.isNull() && pdf::isEmptySignature(m_document, field)) {
            Finding prepared = finding("signature-only-prepared", Part::Document, Weight::Doubt);
            prepared.place = field.name;
            report.findings << prepared;
        }
    }
}

/// Says what came after the first signature: an explained update is told, too.
void FileJudge::tellRevisions(SignatureReport& report) const {
    if (report.signatures.isEmpty()) {
        return;
    }
    const int first = report.signatures.constFirst().revision;
    for (int index = first + 1; index < m_history.revisions().size(); ++index) {
        const RevisionInfo& revision = m_history.revisions().at(index);
        Finding told{revision.explanation, Part::Document, Weight::Note, -1, revision.details.join(u", "), {}};
        report.findings << told;
    }
}

/// A number or date filled in after the last signature is nobody's: the next one to open the file could change it.
void FileJudge::tellUncoveredFields(SignatureReport& report) const {
    int covered = -1;
    for (const SignatureResult& signature : std::as_const(report.signatures)) {
        covered = std::max(covered, signature.coverage == Judgement::Invalid ? -1 : signature.revision);
    }
    for (int index = covered + 1; covered >= 0 && index < m_history.revisions().size(); ++index) {
        for (const QString& field : m_history.change(index).filledFields) {
            Finding uncovered = finding("field-filled-not-covered", Part::Coverage, Weight::Doubt);
            uncovered.place = field;
            report.findings << uncovered;
        }
    }
}

} // namespace docsig
