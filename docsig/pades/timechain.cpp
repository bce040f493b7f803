// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/timechain.h"

#include <algorithm>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

QDateTime earlier(const std::optional<QDateTime>& one, const QDateTime& other) {
    return one && *one < other ? *one : other;
}

StampFacts factsOf(const CmsReading& token, const TrustStore& store) {
    const CertificateFacts authority = store.describe(token.signerCertificate).value_or(CertificateFacts());
    return {token.stampedTime.value_or(QDateTime()),
            authority.commonName,
            authority.notAfter,
            token.digestAlgorithm,
            token.signatureAlgorithm,
            token.keyBits,
            authority.der};
}

/// The store with the lists and responses that the blob itself brings.
TrustStore withEvidenceOf(const TrustStore& store, const CmsReading& reading) {
    TrustStore whole = store;
    for (const QByteArray& list : reading.revocationLists + reading.archivedLists) {
        whole.addCrl(list);
    }
    for (const QByteArray& response : reading.archivedResponses) {
        whole.addOcspResponse(response);
    }
    return whole;
}

/// What has become of a path since: its certificates may have ended or been revoked.
QList<Finding> endedSince(const PathJudgement& path) {
    QList<Finding> ended;
    for (Finding one : path.findings) {
        if (one.code == u"certificate-expired" || one.code == u"certificate-revoked") {
            one.weight = Weight::Doubt; // it was good when it stamped; but a stamp can be dated back by who has the key
            ended << one;
        }
    }
    return ended;
}

} // namespace

/// The path at a proven time, valid only by evidence that is known to be old enough.
PathJudgement TimeChain::judgedWithProof(const CmsReading& subject, const QList<QByteArray>& others,
                                         const TrustStore& store, const QDateTime& at, Purpose purpose) {
    PathJudgement path = judgePath(subject.signerCertificate, others, store, at, purpose, true, m_policy);
    if (path.trust == Judgement::Valid && !m_proof.suffices(subject, others, path, at, purpose)) {
        path.findings << finding("evidence-not-proven", Part::Trust, Weight::Doubt);
        path.trust = Judgement::CannotTell;
    }
    return path;
}

std::optional<QDateTime> TimeChain::provenBy(const CmsReading& token, const TrustStore& store,
                                             const QList<QByteArray>& others, QList<Finding>& findings) {
    const QDateTime time = token.stampedTime.value_or(QDateTime());
    if (token.integrity != Judgement::Valid || !time.isValid()) {
        return std::nullopt;
    }
    const QDateTime existed = m_existed.value_or(m_at);
    const PathJudgement then = judgedWithProof(token, others, store, time, Purpose::TimeStamping);
    const PathJudgement since =
        judgePath(token.signerCertificate, others, store, existed, Purpose::TimeStamping, false, m_policy);
    const QList<Finding> ended = endedSince(since);
    findings << then.findings << ended;
    if (time > existed.addSecs(m_policy.clockSkewSeconds)) {
        findings << finding("time-stamp-out-of-order", Part::Time, Weight::Doubt,
                            time.toString(Qt::ISODate) + u" > "_s + existed.toString(Qt::ISODate));
        return std::nullopt;
    }
    return then.trust == Judgement::Valid && ended.isEmpty() ? std::optional(time) : std::nullopt;
}

void TimeChain::judgeDocumentStamp(JudgedSignature& one) {
    SignatureResult& result = one.result;
    QList<Finding> findings;
    const auto proven = provenBy(one.reading, withEvidenceOf(m_store, one.reading), one.reading.certificates, findings);
    result.stamp = factsOf(one.reading, m_store);
    result.findings << findings;
    // Without a readable token nothing was looked at.
    result.trust = findings.isEmpty() && !proven ? Judgement::CannotTell : judgementFrom(findings, Part::Trust);
    if (proven) {
        result.provenTime = proven;
        result.time = Judgement::Valid;
        if (result.coverage != Judgement::Invalid) {
            m_existed = earlier(m_existed, *proven);
            m_proof.addStamp(result.revision, *proven);
        }
    }
}

void TimeChain::judgeOwnStamp(JudgedSignature& one, const TrustStore& store, std::optional<QDateTime>& proven) {
    SignatureResult& result = one.result;
    result.stamp = factsOf(*one.stamp, m_store);
    if (one.stamp->integrity == Judgement::Invalid) {
        result.findings << finding("time-stamp-invalid", Part::Time, Weight::Fault);
        result.time = Judgement::Invalid;
        return;
    }
    QList<Finding> findings;
    const auto stamped = provenBy(*one.stamp, store, one.stamp->certificates + one.reading.certificates, findings);
    if (stamped) {
        proven = earlier(proven, *stamped);
        return;
    }
    // The findings are about the authority, not about the signer: they are told as what they mean for the time.
    QStringList why;
    for (const Finding& each : std::as_const(findings)) {
        why << (each.place.isEmpty() ? each.code : each.code + u" ("_s + each.place + u')');
    }
    const bool outlived = std::ranges::any_of(findings, [](const Finding& each) {
        return each.code == u"certificate-expired" && each.weight == Weight::Doubt;
    });
    const Weight weight = proven ? Weight::Note : Weight::Doubt;
    result.findings << (outlived ? finding("time-stamp-outlived", Part::Time, weight, why.join(u", "))
                                 : finding("time-stamp-not-trusted", Part::Time, weight, why.join(u", ")));
}

void TimeChain::judgeSignature(JudgedSignature& one) {
    SignatureResult& result = one.result;
    const TrustStore store = withEvidenceOf(m_store, one.reading);
    std::optional<QDateTime> proven = m_existed;
    if (one.stamp) {
        judgeOwnStamp(one, store, proven);
    }
    if (proven) {
        result.provenTime = proven;
        result.time = result.time == Judgement::Invalid ? result.time : Judgement::Valid;
        if (result.claimedTime.isValid() && result.claimedTime > proven->addSecs(m_policy.clockSkewSeconds)) {
            result.findings << finding("claimed-time-after-stamp", Part::Time, Weight::Note,
                                       result.claimedTime.toUTC().toString(Qt::ISODate));
        }
    }
    const QList<QByteArray>& others = one.reading.certificates;
    const PathJudgement path = proven ? judgedWithProof(one.reading, others, store, *proven, Purpose::DocumentSigning)
                                      : judgePath(one.reading.signerCertificate, others, store, m_at,
                                                  Purpose::DocumentSigning, false, m_policy);
    result.trust = path.trust;
    result.findings << path.findings;
}

void TimeChain::judge(QList<JudgedSignature>& signatures) {
    m_existed.reset();
    QList<JudgedSignature*> newestFirst;
    for (JudgedSignature& one : signatures) {
        if (one.form && !one.reading.signerCertificate.isEmpty()) {
            newestFirst << &one;
        }
    }
    std::ranges::stable_sort(newestFirst, std::ranges::greater(),
                             [](const JudgedSignature* one) { return one->result.coveredBytes; });
    for (JudgedSignature* one : std::as_const(newestFirst)) {
        one->existed = m_existed;
        if (one->isStamp()) {
            judgeDocumentStamp(*one);
        } else {
            judgeSignature(*one);
        }
    }
}

} // namespace docsig
