// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/baselinelevel.h"

#include <algorithm>
#include <array>

namespace docsig {

namespace {

constexpr qsizetype mostStamps = 8; // of a chain that was made to be long the newest are enough

/// EN 319 142-1 §6.3, table 1, level B: the form of the dictionary and of the blob.
bool isBaseline(const JudgedSignature& one) {
    // Whether the outer frame is BER or DER is not asked: what is signed is DER either way, and makers differ.
    return one.result.subFilter == u"ETSI.CAdES.detached" && one.result.integrity == Judgement::Valid &&
           one.plainDictionary && one.reading.signingCertificateMatches && !one.reading.claimedTime.isValid();
}

/// Whether a path is complete with this evidence alone: nothing is missing on the way to a root. What the evidence says
/// (revoked, too late) is no matter here.
bool isComplete(const PathJudgement& path) {
    static constexpr std::array missing{u"path-unknown-root", u"revocation-unknown", u"revocation-stale",
                                        u"certificate-unreadable"};
    return std::ranges::none_of(path.findings, [](const Finding& one) {
        return std::ranges::any_of(missing, [&one](const char16_t* code) { return one.code == QStringView(code); });
    });
}

} // namespace

const pdf::SecurityStore& BaselineLevels::storeIn(int revision) {
    auto known = m_stores.find(revision);
    if (known == m_stores.end()) {
        known = m_stores.insert(revision, pdf::securityStore(m_history.state(revision)));
    }
    return *known;
}

bool BaselineLevels::isProvenBy(int revision, const JudgedSignature& one, const JudgedSignature* stamp) {
    const pdf::SecurityStore& evidence = storeIn(revision);
    if (evidence.lists.isEmpty() && evidence.ocspResponses.isEmpty()) {
        return false;
    }
    // A self-signed certificate of the file may end the path: whether it is trusted is asked elsewhere.
    const CmsReading& token = one.stamp ? *one.stamp : stamp->reading;
    const QList<QByteArray> others = one.reading.certificates + token.certificates;
    TrustStore store = m_trust.withoutEvidence();
    for (const QByteArray& certificate : evidence.certificates + others) {
        store.addRoot(certificate);
    }
    for (const QByteArray& list :
         evidence.lists + one.reading.revocationLists + one.reading.archivedLists + token.revocationLists) {
        store.addCrl(list);
    }
    for (const QByteArray& response : evidence.ocspResponses + one.reading.archivedResponses) {
        store.addOcspResponse(response);
    }
    const QDateTime stamped = token.stampedTime.value_or(m_at);
    const auto isCovered = [&](const CmsReading& subject, Purpose purpose) {
        return isComplete(judgePath(subject.signerCertificate, others, store, stamped, purpose, false, m_policy));
    };
    return isCovered(one.reading, Purpose::DocumentSigning) && isCovered(token, Purpose::TimeStamping);
}

Level BaselineLevels::rungOf(const JudgedSignature& one, const QList<const JudgedSignature*>& stampsOver) {
    const bool own = one.stamp && one.stamp->integrity == Judgement::Valid;
    if (!own && stampsOver.isEmpty()) {
        return Level::BB;
    }
    // The innermost stamp gives the time where the signature has none of its own; those over it keep the evidence.
    const JudgedSignature* first = own ? nullptr : stampsOver.constLast();
    for (const JudgedSignature* keeper : stampsOver.first(std::min(stampsOver.size(), mostStamps))) {
        if (keeper != first && isProvenBy(keeper->result.revision, one, first)) {
            return Level::BLta;
        }
    }
    return isProvenBy(static_cast<int>(m_history.revisions().size()) - 1, one, first) ? Level::BLt : Level::BT;
}

void BaselineLevels::grade(QList<JudgedSignature>& signatures) {
    QList<const JudgedSignature*> newestFirst;
    for (const JudgedSignature& one : std::as_const(signatures)) {
        if (one.isIntactStamp()) {
            newestFirst << &one;
        }
    }
    std::ranges::stable_sort(newestFirst, std::ranges::greater(),
                             [](const JudgedSignature* one) { return one->result.coveredBytes; });
    for (JudgedSignature& one : signatures) {
        if (!one.form || one.isStamp() || one.result.integrity == Judgement::Invalid ||
            m_history.revisions().isEmpty()) {
            continue;
        }
        QList<const JudgedSignature*> over;
        std::ranges::copy_if(newestFirst, std::back_inserter(over), [&one](const JudgedSignature* stamp) {
            return stamp->result.coveredBytes > one.result.coveredBytes;
        });
        one.rung = rungOf(one, over);
        one.result.level = isBaseline(one) ? one.rung : Level::None;
    }
}

} // namespace docsig
