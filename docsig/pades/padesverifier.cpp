// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/padesverifier.h"

#include "docsig/cms/cmsreader.h"
#include "docsig/keys/certificate.h"
#include "docsig/pades/byterange.h"
#include "docsig/pades/hiddencontent.h"
#include "docsig/pades/revisionhistory.h"
#include "docsig/pades/signaturefacts.h"
#include "docsig/pdf/signaturesearch.h"

#include <QCryptographicHash>

namespace docsig {

namespace {

/// Judges one signature after the other of a file that could be read.
class FileJudge {
public:
    FileJudge(const pdf::Document& document, const QList<pdf::FormField>& fields, const TrustStore& trust,
              const QDateTime& at)
        : m_document(document)
        , m_fields(fields)
        , m_trust(trust)
        , m_at(at)
        , m_history(document) {}

    void fill(SignatureReport& report) {
        report.revisions = m_history.revisions();
        for (const pdf::FormField& field : pdf::signedFields(m_document, m_fields)) {
            report.signatures << judgeSignature(field);
        }
        std::ranges::stable_sort(report.signatures, {}, &SignatureResult::coveredBytes);
        takeTimeFromStamps(report);
        tellPrepared(report);
        tellRevisions(report);
        tellUncoveredFields(report);
    }

private:
    SignatureResult judgeSignature(const pdf::FormField& field) {
        SignatureResult result = signatureFacts(m_document, field);
        const SignedRange range = signedRangeOf(m_document, field);
        result.findings = range.findings;
        result.coveredBytes = range.end;
        result.coversWholeFile = range.sound && range.end == m_document.bytes().size();
        const auto form = cmsFormOf(result.subFilter);
        if (!range.sound) {
            result.integrity = Judgement::Invalid;
            result.coverage = Judgement::Invalid;
            return result;
        }
        judgeCoverage(result, field, range);
        if (!form) {
            result.findings << finding("subfilter-unknown", Part::Integrity, Weight::Doubt, result.subFilter);
            return result;
        }
        judgeCms(result, readCms(range.contents, *form, range.parts(m_document.bytes())), *form);
        return result;
    }

    void judgeCoverage(SignatureResult& result, const pdf::FormField& field, const SignedRange& range) const {
        const auto own = m_history.endingAt(range.end);
        if (!own) {
            result.findings << finding("coverage-no-revision", Part::Coverage, Weight::Fault,
                                       QString::number(range.end));
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
        const bool sameObject = reference == nullptr || state.entries().value(reference->number) ==
                                                            m_document.entries().value(reference->number);
        if (!there || !sameObject) {
            result.findings << finding("coverage-not-of-this-signature", Part::Coverage, Weight::Fault);
        }
        for (int later = *own + 1; later < m_history.revisions().size(); ++later) {
            result.findings << m_history.change(later).faults;
        }
        result.findings << m_history.faults();
        result.coverage = judgementFrom(result.findings, Part::Coverage);
    }

    void judgeCms(SignatureResult& result, const CmsReading& reading, CmsForm form) const {
        result.findings << reading.findings;
        result.integrity = reading.integrity;
        result.algorithm = reading.algorithm;
        if (!result.claimedTime.isValid()) {
            result.claimedTime = reading.claimedTime;
        }
        if (reading.signerCertificate.isEmpty()) {
            return;
        }
        result.signer = describe(reading.signerCertificate).value_or(CertificateFacts());
        const bool stamp = form == CmsForm::TimeStamp;
        if (!stamp) {
            judgeStamp(result, reading);
        }
        const std::optional<QDateTime> proven = stamp ? reading.stampedTime : result.provenTime;
        TrustStore store = m_trust;
        for (const QByteArray& crl : reading.revocationLists) {
            store.addCrl(crl);
        }
        const PathJudgement path =
            judgePath(reading.signerCertificate, reading.certificates, store, proven.value_or(m_at),
                      stamp ? Purpose::TimeStamping : Purpose::DocumentSigning, proven.has_value());
        result.trust = path.trust;
        result.findings << path.findings;
        if (stamp && reading.integrity == Judgement::Valid && path.trust == Judgement::Valid) {
            result.provenTime = reading.stampedTime;
            result.time = Judgement::Valid;
        }
    }

    /// The signature's own time stamp (RFC 3161 in the unsigned attributes).
    void judgeStamp(SignatureResult& result, const CmsReading& reading) const {
        if (reading.timeStampToken.isEmpty()) {
            return;
        }
        const CmsReading stamp =
            readCms(reading.timeStampToken, CmsForm::TimeStamp, {QByteArrayView(reading.signatureValue)});
        if (stamp.integrity == Judgement::Invalid) {
            result.findings << finding("time-stamp-invalid", Part::Time, Weight::Fault);
            result.time = Judgement::Invalid;
            return;
        }
        const QDateTime time = stamp.stampedTime.value_or(QDateTime());
        const PathJudgement path = judgePath(stamp.signerCertificate, stamp.certificates + reading.certificates,
                                             m_trust, time, Purpose::TimeStamping, true);
        if (stamp.integrity == Judgement::Valid && path.trust == Judgement::Valid && time.isValid()) {
            result.provenTime = time;
            result.time = Judgement::Valid;
        } else {
            result.findings << finding("time-stamp-not-trusted", Part::Time, Weight::Doubt);
        }
    }

    /// A valid document time stamp proves the time of every signature that it covers.
    static void takeTimeFromStamps(SignatureReport& report) {
        for (const SignatureResult& stamp : std::as_const(report.signatures)) {
            if (stamp.kind != u"docTimeStamp" || stamp.time != Judgement::Valid || stamp.coverage != Judgement::Valid) {
                continue;
            }
            for (SignatureResult& signature : report.signatures) {
                if (signature.coveredBytes < stamp.coveredBytes && signature.time == Judgement::CannotTell) {
                    signature.provenTime = stamp.provenTime;
                    signature.time = Judgement::Valid;
                }
            }
        }
    }

    /// A field that was made ready and never signed shows a signature where there is none.
    void tellPrepared(SignatureReport& report) const {
        for (const pdf::FormField& field : m_fields) {
            if (!field.value.isNull() && pdf::isEmptySignature(m_document, field)) {
                Finding prepared = finding("signature-only-prepared", Part::Document, Weight::Doubt);
                prepared.place = field.name;
                report.findings << prepared;
            }
        }
    }

    /// Says what came after the first signature: an explained update is told, too.
    void tellRevisions(SignatureReport& report) const {
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
    void tellUncoveredFields(SignatureReport& report) const {
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

    const pdf::Document& m_document;
    const QList<pdf::FormField>& m_fields;
    const TrustStore& m_trust;
    QDateTime m_at;
    RevisionHistory m_history;
};

/// A file that this reader does not read. That it holds no signature may be certain all the same.
SignatureReport unreadable(SignatureReport report, const QByteArray& bytes, Finding why, bool encrypted = false) {
    const bool bare = pdf::isCertainlyUnsigned(bytes) || (encrypted && pdf::isCertainlyUnsignedInside(bytes));
    why.weight = bare ? Weight::Doubt : why.weight;
    report.verdict = bare ? Verdict::Unsigned : Verdict::Unreadable;
    report.findings << std::move(why);
    return report;
}

} // namespace

PadesVerifier::PadesVerifier(const TrustStore& trust)
    : m_trust(trust) {}

SignatureReport PadesVerifier::verify(const QByteArray& pdf, const VerifyOptions& options) const {
    SignatureReport report;
    report.documentSha256 = QCryptographicHash::hash(pdf, QCryptographicHash::Sha256).toHex();
    report.size = pdf.size();
    const auto document = pdf::Document::open(pdf);
    if (!document) {
        return unreadable(
            report, pdf,
            Finding{document.error().code, Part::Document, Weight::Fault, -1, {}, document.error().detail});
    }
    if (document->isEncrypted()) {
        return unreadable(report, pdf, finding("encrypted-not-judged", Part::Document, Weight::Doubt), true);
    }
    const auto fields = pdf::formFields(*document);
    const auto pages = document->pages();
    if (!fields || !pages) {
        return unreadable(report, pdf, finding("structure-not-readable", Part::Document, Weight::Fault));
    }
    report.pageCount = static_cast<int>(pages->size());
    for (const pdf::FormField& field : *fields) {
        const pdf::Value value = document->resolve(field.value);
        if (field.type == "Tx" && value.asString() != nullptr && report.fieldValues.size() < 1000) {
            report.fieldValues.insert(field.name, pdf::textOf(*value.asString()).left(10'000));
        }
    }
    FileJudge(*document, *fields, m_trust, options.at.isValid() ? options.at : QDateTime::currentDateTimeUtc())
        .fill(report);
    report.findings << hiddenContent(*document);
    report.verdict = judge(report, options.integrityOnly);
    return report;
}

} // namespace docsig
