// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/padesextender.h"

#include "docsig/pades/documentstamp.h"
#include "docsig/pades/filejudge.h"
#include "docsig/pades/formupdate.h"
#include "docsig/pdf/securitystore.h"
#include "docsig/trust/evidence.h"

#include <algorithm>
#include <memory>

namespace docsig {

namespace {

/// A file and what is known about its signatures; the judge looks into the file, so both stay where they are.
struct JudgedFile {
    JudgedFile(ChangeablePdf read, const TrustStore& trust, const QDateTime& at)
        : pdf(std::move(read))
        , judge(pdf.document, pdf.fields, trust, at) {}
    JudgedFile(const JudgedFile&) = delete;
    JudgedFile& operator=(const JudgedFile&) = delete;

    /// The weakest signature's place on the ladder; stamps have none.
    [[nodiscard]] Level rung() const {
        Level lowest = Level::BLta;
        for (const JudgedSignature& one : judge.signatures()) {
            lowest = one.isStamp() ? lowest : std::min(lowest, one.rung);
        }
        return lowest;
    }
    [[nodiscard]] bool isSigned() const {
        return std::ranges::any_of(judge.signatures(), [](const JudgedSignature& one) { return !one.isStamp(); });
    }
    [[nodiscard]] bool isIntact() const {
        return std::ranges::none_of(judge.signatures(), [](const JudgedSignature& one) {
            return one.result.integrity == Judgement::Invalid || one.result.coverage == Judgement::Invalid;
        });
    }

    ChangeablePdf pdf;
    FileJudge judge;
};

void addAll(QList<Finding>& all, const QList<Finding>& more) {
    std::ranges::copy_if(more, std::back_inserter(all), [&all](const Finding& one) { return !all.contains(one); });
}

/// One extension of one file, step by step up the ladder. Each step writes one revision.
class Ladder {
public:
    Ladder(const TrustStore& trust, EvidenceSource& source, const ExtendRequest& request, std::stop_token stop)
        : m_trust(trust)
        , m_source(source)
        , m_at(request.at.isValid() ? request.at : QDateTime::currentDateTimeUtc())
        , m_target(request.target)
        , m_stamper{&source, request.timeStampAddress, std::move(stop)} {}

    Result<Extension> climb(const QByteArray& pdf);

private:
    Result<void> read(const QByteArray& bytes);
    Result<void> addStamp();
    Result<void> addEvidence();
    [[nodiscard]] pdf::VriEntry evidenceFor(const JudgedSignature& one, Evidence& known);
    void collect(const CmsReading& subject, const QList<QByteArray>& others, const QDateTime& at, Evidence& known,
                 Evidence& found);
    [[nodiscard]] Result<Extension> result();

    const TrustStore& m_trust;
    EvidenceSource& m_source;
    QDateTime m_at;
    Level m_target;
    Stamper m_stamper;
    QByteArray m_bytes;
    std::unique_ptr<JudgedFile> m_file;
    QList<Finding> m_missing;
};

Result<void> Ladder::read(const QByteArray& bytes) {
    auto opened = openForChange(bytes, Addition::Evidence);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    m_bytes = bytes;
    m_file = std::make_unique<JudgedFile>(std::move(*opened), m_trust, m_at);
    return {};
}

Result<void> Ladder::addStamp() {
    const auto stamped = withDocumentStamp(m_file->pdf, m_stamper);
    if (stamped) {
        return read(*stamped);
    }
    if (m_stamper.stop.stop_requested()) {
        return std::unexpected(stamped.error());
    }
    addAll(m_missing, {missingStamp(stamped.error())});
    return {};
}

void Ladder::collect(const CmsReading& subject, const QList<QByteArray>& others, const QDateTime& at, Evidence& known,
                     Evidence& found) {
    const Evidence one =
        collectEvidence(subject.signerCertificate, others, m_trust, known, at, m_source, m_stamper.stop);
    known.add(one);
    found.add(one);
}

/// What the signature's own path needs, and that of its time stamp; `known` grows by what was found.
pdf::VriEntry Ladder::evidenceFor(const JudgedSignature& one, Evidence& known) {
    known.add({one.reading.certificates,
               one.reading.revocationLists + one.reading.archivedLists,
               one.reading.archivedResponses,
               {}});
    // What a later stamp covers is judged at that stamp's time. An authority need not tell about certificates that have
    // ended: a signer's is asked about at the time that is proven for the signature.
    const QDateTime seen = one.existed.value_or(m_at);
    const bool ended = one.result.signer.notAfter.isValid() && one.result.signer.notAfter < seen;
    const bool earlier = ended && !one.isStamp() && one.result.provenTime;
    Evidence found;
    collect(one.reading, one.reading.certificates, earlier ? *one.result.provenTime : seen, known, found);
    if (one.stamp) {
        collect(*one.stamp, one.stamp->certificates + one.reading.certificates, seen, known, found);
    }
    addAll(m_missing, found.missing);
    return {one.contents, m_at, found.certificates, found.lists, found.ocspResponses};
}

Result<void> Ladder::addEvidence() {
    const pdf::SecurityStore store = pdf::securityStore(m_file->pdf.document);
    Evidence known{store.certificates, store.lists, store.ocspResponses, {}};
    const bool kept = m_file->rung() == Level::BLta;
    QList<pdf::VriEntry> entries;
    for (const JudgedSignature& one : m_file->judge.signatures()) {
        // Under the last stamp of an LTA file everything is kept; only that stamp has no evidence yet.
        const bool wanted = one.form && !one.reading.signerCertificate.isEmpty() && !(kept && one.existed);
        if (wanted) {
            entries << evidenceFor(one, known);
        }
        if (m_stamper.stop.stop_requested()) {
            return fail("extend-stopped");
        }
    }
    pdf::IncrementalUpdate update(m_file->pdf.document);
    return pdf::addToSecurityStore(update, entries) ? read(update.write()) : Result<void>();
}

Result<Extension> Ladder::result() {
    if (!m_file->isIntact()) {
        return fail("extend-self-check-failed");
    }
    const Level reached = m_file->rung();
    if (reached < m_target && m_missing.isEmpty()) {
        // Everything asked for was there, and yet the file does not prove it: better told than passed over.
        m_missing << finding("extend-not-reached", Part::Trust, Weight::Doubt);
    }
    return Extension{m_bytes, reached, m_missing};
}

Result<Extension> Ladder::climb(const QByteArray& pdf) {
    if (const auto first = read(pdf); !first) {
        return std::unexpected(first.error());
    }
    if (!m_file->isSigned()) {
        return fail("extend-unsigned");
    }
    if (!m_file->isIntact()) {
        return fail("extend-not-intact");
    }
    Result<void> step;
    if (m_target >= Level::BT && m_file->rung() < Level::BT) {
        step = addStamp();
    }
    // An LTA file gets the newest evidence, for its last stamp above all, before it is stamped again.
    const bool evidence = m_target == Level::BLta || (m_target == Level::BLt && m_file->rung() < Level::BLt);
    if (step && evidence && m_file->rung() >= Level::BT) {
        step = addEvidence();
    }
    // A stamp over evidence with holes would only look like an end.
    if (step && m_target == Level::BLta && m_missing.isEmpty() && m_file->rung() >= Level::BLt) {
        step = addStamp();
    }
    return step ? result() : std::unexpected(step.error());
}

} // namespace

PadesExtender::PadesExtender(const TrustStore& trust, EvidenceSource& source)
    : m_trust(trust)
    , m_source(source) {}

Result<Extension> PadesExtender::extend(const QByteArray& pdf, const ExtendRequest& request,
                                        std::stop_token stop) const {
    return Ladder(m_trust, m_source, request, std::move(stop)).climb(pdf);
}

} // namespace docsig
