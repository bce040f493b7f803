// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/padesverifier.h"

#include "docsig/cms/runningdigest.h"
#include "docsig/pades/filejudge.h"
#include "docsig/pades/hiddencontent.h"
#include "docsig/pdf/filebytes.h"
#include "docsig/pdf/signaturesearch.h"

namespace docsig {

namespace {

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
    RunningDigest digest;
    digest.add(pdf);
    return verify(pdf, pdf::Document::open(pdf), digest.value(), options);
}

SignatureReport PadesVerifier::verify(const std::shared_ptr<const pdf::FileBytes>& file,
                                      const VerifyOptions& options) const {
    RunningDigest digest;
    const bool whole = file->passOver([&digest](QByteArrayView piece) {
        digest.add(piece);
        return true;
    });
    const QByteArray bytes = QByteArray::fromRawData(file->bytes().data(), whole ? file->bytes().size() : 0);
    return verify(bytes, pdf::Document::open(file), digest.value(), options);
}

SignatureReport PadesVerifier::verify(const QByteArray& pdf, const Result<pdf::Document>& document,
                                      const QByteArray& sha256, const VerifyOptions& options) const {
    SignatureReport report;
    report.documentSha256 = sha256.toHex();
    report.size = pdf.size();
    if (!document) {
        return unreadable(
            report, pdf,
            Finding{document.error().code, Part::Document, Weight::Fault, -1, {}, document.error().detail});
    }
    if (!document->isReadable()) {
        return unreadable(report, pdf, finding("encrypted-not-judged", Part::Document, Weight::Doubt), true);
    }
    const auto fields = pdf::formFields(*document);
    const auto pages = document->pages();
    if (!fields || !pages) {
        return unreadable(report, pdf, finding("structure-not-readable", Part::Document, Weight::Fault));
    }
    if (document->isEncrypted()) {
        report.findings << finding("encrypted-opened", Part::Document, Weight::Note);
    }
    report.pageCount = static_cast<int>(pages->size());
    for (const pdf::FormField& field : *fields) {
        const pdf::Value value = document->resolve(field.value);
        if (field.type == "Tx" && value.asString() != nullptr && report.fieldValues.size() < 1000) {
            report.fieldValues.insert(field.name, pdf::textOf(*value.asString()).left(10'000));
        }
    }
    const QDateTime at = options.at.isValid() ? options.at : QDateTime::currentDateTimeUtc();
    FileJudge(*document, *fields, m_trust, at, options.policy).fill(report);
    report.findings << hiddenContent(*document);
    report.verdict = judge(report, options.integrityOnly);
    return report;
}

} // namespace docsig
