// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/evidenceproof.h"

#include <algorithm>

namespace docsig {

namespace {

constexpr qsizetype mostItems = 1000; // of each kind; each is parsed
constexpr qsizetype mostStamps = 8;   // of a chain that was made to be long the first are enough

void add(TrustStore& store, const QList<QByteArray>& lists, const QList<QByteArray>& responses) {
    for (const QByteArray& list : lists.first(std::min(lists.size(), mostItems))) {
        store.addCrl(list);
    }
    for (const QByteArray& response : responses.first(std::min(responses.size(), mostItems))) {
        store.addOcspResponse(response);
    }
}

} // namespace

const pdf::SecurityStore& EvidenceProof::storeIn(int revision) {
    auto known = m_stores.find(revision);
    if (known == m_stores.end()) {
        known = m_stores.insert(revision, pdf::securityStore(m_history.state(revision)));
    }
    return *known;
}

bool EvidenceProof::suffices(const CmsReading& subject, const QList<QByteArray>& others, const PathJudgement& path,
                             const QDateTime& at, Purpose purpose) {
    QList<QByteArray> helpers;
    for (const CertificateFacts& one : path.path) {
        helpers << one.der;
    }
    helpers += others;
    // Those above the subject made the evidence.
    const auto hasEnded = [&](const QDateTime& when) {
        const PathJudgement issuers =
            judgePath(path.path.value(1).der, helpers, m_whole, when, Purpose::DocumentSigning, false, m_policy);
        return std::ranges::any_of(issuers.findings, [](const Finding& one) {
            return one.code == u"certificate-expired" || one.code == u"certificate-revoked";
        });
    };
    const auto isValidBy = [&](const TrustStore& store) {
        return judgePath(subject.signerCertificate, helpers, store, at, purpose, true, m_policy).trust ==
               Judgement::Valid;
    };
    if (path.path.size() < 2 || !hasEnded(m_now)) {
        return true;
    }
    TrustStore own = m_trust;
    add(own, subject.archivedLists, subject.archivedResponses);
    if (isValidBy(own)) {
        return true;
    }
    QList<Stamp> oldestFirst = m_stamps;
    std::ranges::stable_sort(oldestFirst, {}, &Stamp::proven);
    return std::ranges::any_of(oldestFirst.first(std::min(oldestFirst.size(), mostStamps)), [&](const Stamp& stamp) {
        if (hasEnded(stamp.proven)) {
            return false;
        }
        TrustStore covered = own;
        const pdf::SecurityStore& store = storeIn(stamp.revision);
        add(covered, store.lists + subject.revocationLists, store.ocspResponses);
        return isValidBy(covered);
    });
}

} // namespace docsig
