// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplereport.h"

namespace tests {

using namespace Qt::Literals::StringLiterals;
using docsig::Judgement;
using docsig::Verdict;

docsig::CertificateFacts sampleCertificate(const QString& name, const QString& title, const QString& office) {
    docsig::CertificateFacts facts;
    facts.commonName = name;
    facts.title = title;
    facts.organisation = office;
    facts.issuerName = u"Cơ quan chứng thực thử nghiệm"_s;
    facts.notBefore = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    facts.notAfter = QDateTime(QDate(2031, 1, 1), QTime(0, 0), Qt::UTC);
    facts.sha256 = "00ff";
    facts.der = "certificate";
    return facts;
}

docsig::SignatureReport sampleReport() {
    docsig::SignatureReport report;
    report.verdict = Verdict::Valid;
    report.pageCount = 1;
    docsig::SignatureResult leader;
    leader.integrity = leader.coverage = leader.trust = leader.algorithm = Judgement::Valid;
    leader.signer = sampleCertificate(u"Nguyễn Văn A"_s, u"Chủ tịch"_s, u"UBND tỉnh Mẫu"_s);
    docsig::SignatureResult seal = leader;
    seal.signer = sampleCertificate(u"UBND tỉnh Mẫu"_s, {}, u"UBND tỉnh Mẫu"_s);
    leader.fieldName = u"LeaderSignature"_s;
    leader.claimedTime = QDateTime(QDate(2026, 11, 23), QTime(2, 5), Qt::UTC);
    leader.level = docsig::Level::BT;
    leader.coveredBytes = 24000;
    leader.page = 0;
    seal.fieldName = u"SealSignature"_s;
    seal.claimedTime = leader.claimedTime.addSecs(3600);
    seal.level = docsig::Level::BLta;
    seal.coversWholeFile = true;
    report.signatures = {leader, seal};
    const QStringList explanations{u"revision-original"_s, u"revision-signature"_s, u"revision-fields-filled"_s,
                                   u"revision-signature"_s};
    for (const QString& explanation : explanations) {
        docsig::RevisionInfo revision;
        revision.explanation = explanation;
        revision.index = int(report.revisions.size());
        revision.endOffset = 15000 + 9000LL * revision.index;
        report.revisions << revision;
    }
    return report;
}

docsig::SignatureReport openReport() {
    docsig::SignatureReport report = sampleReport();
    report.verdict = Verdict::CannotTell;
    report.signatures.first().trust = Judgement::CannotTell;
    report.signatures.first().findings << sampleConcern();
    return report;
}

docsig::Finding sampleConcern() {
    return {.code = u"revocation-unknown"_s,
            .part = docsig::Part::Trust,
            .weight = docsig::Weight::Doubt,
            .page = -1,
            .place = {},
            .detail = {}};
}

} // namespace tests
