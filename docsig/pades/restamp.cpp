// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/algorithmends.h"
#include "docsig/pades/padesextender.h"

namespace docsig {

QDateTime restampBefore(const SignatureReport& report) {
    // A stamp that does not hold, or whose authority is not trusted, proves nothing that could end.
    const SignatureResult* newest = nullptr;
    for (const SignatureResult& one : report.signatures) {
        const bool counts = one.stamp && one.time == Judgement::Valid && one.coverage != Judgement::Invalid;
        if (counts && (newest == nullptr || one.coveredBytes >= newest->coveredBytes)) {
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

} // namespace docsig
