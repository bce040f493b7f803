// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/algorithmends.h"
#include "docsig/pades/padesextender.h"

namespace docsig {

namespace {

/// Of the newest stamp that `counts`.
template <typename Counts>
QDateTime endOfNewest(const SignatureReport& report, Counts&& counts) {
    const SignatureResult* newest = nullptr;
    for (const SignatureResult& one : report.signatures) {
        if (one.stamp && counts(one) && (newest == nullptr || one.coveredBytes >= newest->coveredBytes)) {
            newest = &one;
        }
    }
    if (newest == nullptr) {
        return {};
    }
    QDateTime end = newest->stamp->authorityEnds;
    for (const QDateTime& other : {endOfDigest(newest->stamp->digestAlgorithm),
                                   endOfSignature(newest->stamp->signatureAlgorithm, newest->stamp->keyBits)}) {
        if (other.isValid() && (!end.isValid() || other < end)) {
            end = other;
        }
    }
    return end;
}

} // namespace

QDateTime restampBefore(const SignatureReport& report) {
    // A stamp that does not hold, or whose authority is not trusted, proves nothing that could end.
    return endOfNewest(report, [](const SignatureResult& one) {
        return one.time == Judgement::Valid && one.coverage != Judgement::Invalid;
    });
}

QDateTime newestStampEnds(const SignatureReport& report) {
    return endOfNewest(report, [](const SignatureResult& one) {
        return one.kind == u"docTimeStamp" && one.integrity == Judgement::Valid && one.coverage != Judgement::Invalid;
    });
}

} // namespace docsig
