// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/report/signaturereport.h"

namespace docsig {

namespace {

/// One part of the whole file: the worst of all signatures and of the file's own findings.
Judgement worst(const SignatureReport& report, Judgement SignatureResult::* member, Part part) {
    Judgement result = judgementFrom(report.findings, part);
    for (const SignatureResult& signature : report.signatures) {
        const Judgement one = signature.*member;
        if (one == Judgement::Invalid) {
            return one;
        }
        if (one == Judgement::CannotTell && result == Judgement::Valid) {
            result = one;
        }
    }
    return result;
}

} // namespace

Verdict judge(const SignatureReport& report, bool integrityOnly) {
    if (report.verdict == Verdict::Unreadable) {
        return Verdict::Unreadable;
    }
    if (report.signatures.isEmpty()) {
        return Verdict::Unsigned;
    }
    const Judgement integrity = worst(report, &SignatureResult::integrity, Part::Integrity);
    const Judgement coverage = worst(report, &SignatureResult::coverage, Part::Coverage);
    if (integrity == Judgement::Invalid || coverage == Judgement::Invalid) {
        return Verdict::Invalid;
    }
    Judgement trust = Judgement::Valid;
    if (!integrityOnly) {
        trust = worst(report, &SignatureResult::trust, Part::Trust);
        if (trust == Judgement::Invalid || worst(report, &SignatureResult::time, Part::Time) == Judgement::Invalid ||
            worst(report, &SignatureResult::algorithm, Part::Algorithm) == Judgement::Invalid) {
            return Verdict::Invalid;
        }
    }
    const bool sure = integrity == Judgement::Valid && coverage == Judgement::Valid && trust == Judgement::Valid;
    return sure ? Verdict::Valid : Verdict::CannotTell;
}

Judgement judgementFrom(const QList<Finding>& findings, Part part) {
    Judgement result = Judgement::Valid;
    for (const Finding& one : findings) {
        if (one.part != part) {
            continue;
        }
        if (one.weight == Weight::Fault) {
            return Judgement::Invalid;
        }
        if (one.weight == Weight::Doubt) {
            result = Judgement::CannotTell;
        }
    }
    return result;
}

} // namespace docsig
