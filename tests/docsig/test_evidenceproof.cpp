// SPDX-License-Identifier: GPL-3.0-or-later
// What the evidence of a file is worth: revocation data in the signed attributes counts like that of the DSS, and
// evidence made by an authority that has ended counts only where it is known to be older (EN 319 102-1 §5.6.2.3).
#include "docsig/cms/derwriter.h"
#include "docsig/keys/democertificate.h"
#include "docsig/trust/ocspresponse.h"
#include "tests/docsig/attacks/workshop.h"
#include "tests/docsig/genuine/blob.h"
#include "tests/docsig/handmadepdf.h"
#include "tests/support/ocspresponder.h"
#include "tests/support/timestamper.h"

#include <QTest>

using namespace docsig;
using namespace Qt::Literals::StringLiterals;
using attacks::Workshop;

class TestEvidenceProof : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void archivedEvidenceCounts_data();
    void archivedEvidenceCounts();
    void archivedRevocationCounts();
    void evidenceOfAnEndedAuthorityMustBeOld_data();
    void evidenceOfAnEndedAuthorityMustBeOld();

private:
    /// RevocationInfoArchival (ISO 32000-1 §12.8.3.3.2) as a signed attribute.
    [[nodiscard]] static QByteArray archive(const QByteArray& lists, const QByteArray& responses);
    [[nodiscard]] QByteArray answerAbout(const QByteArray& certificate, const QDateTime& at,
                                         bool revoked = false) const;
    [[nodiscard]] QByteArray rootListNaming(const QByteArray& certificate, const QDateTime& revoked) const;
    [[nodiscard]] QByteArray signedFile(const QByteArray& archived) const;
    [[nodiscard]] QByteArray withStore(const QByteArray& file) const;
    [[nodiscard]] QByteArray stampedAt(const QByteArray& file, const QDateTime& at) const;

    const QDateTime m_now = QDateTime::currentDateTimeUtc();
    const QDateTime m_signedAt = m_now.addDays(-10);
    const QDateTime m_stampedAt = m_now.addDays(-5);
    std::optional<CryptoRuntime> m_crypto;
    std::optional<DemoAuthority> m_authority;
    std::optional<DemoAuthority> m_stampers; ///< goes on, whatever becomes of the other
    std::optional<genuine::Signer> m_signer;
    DemoKey m_stamper;
    TrustStore m_trust; ///< knows nothing about the signer's revocation
    QByteArray m_rootListBefore;
    QByteArray m_leafListBefore;
};

namespace {

QStringList codesOf(const SignatureReport& report) {
    QStringList codes;
    for (const SignatureResult& signature : report.signatures) {
        for (const Finding& finding : signature.findings) {
            codes << finding.code;
        }
    }
    return codes;
}

} // namespace

void TestEvidenceProof::initTestCase() {
    m_crypto.emplace();
    const QDateTime founded = m_now.addDays(-20);
    m_authority = DemoAuthority::create(founded).value();
    m_stampers = DemoAuthority::create(founded, u"Dấu thời gian"_s).value();
    m_stamper = m_stampers->issueTimeStamper(u"Dấu thời gian thử"_s).value();
    m_signer = genuine::makeSigner(*m_authority, genuine::KeyForm::P256, {}, founded);
    m_trust.addRoot(m_authority->rootCertificate());
    m_trust.addRoot(m_stampers->rootCertificate());
    m_trust.addIntermediate(m_authority->intermediateCertificate());
    m_trust.addIntermediate(m_stampers->intermediateCertificate());
    m_trust.addCrl(m_stampers->rootCrl(founded, m_now.addYears(1)).value());
    m_trust.addCrl(m_stampers->intermediateCrl(founded, m_now.addYears(1)).value());
    m_leafListBefore = m_authority->intermediateCrl(m_signedAt.addSecs(-60), m_now.addDays(30)).value();
    m_rootListBefore = m_authority->rootCrl(m_signedAt.addSecs(-60), m_now.addDays(30)).value();
}

QByteArray TestEvidenceProof::archive(const QByteArray& lists, const QByteArray& responses) {
    const auto tagged = [](unsigned char tag, const QByteArray& items) {
        return items.isEmpty() ? QByteArray() : derElement(tag, derElement(0x30, items));
    };
    return genuine::attribute("1.2.840.113583.1.1.8", derElement(0x30, tagged(0xa0, lists) + tagged(0xa1, responses)));
}

QByteArray TestEvidenceProof::answerAbout(const QByteArray& certificate, const QDateTime& at, bool revoked) const {
    const X509Certificate subject = parseCertificate(certificate);
    const X509Certificate issuer = parseCertificate(m_authority->intermediateCertificate());
    support::OcspManner manner;
    manner.signer = m_authority->issuerKey(DemoLevel::Intermediate);
    manner.thisUpdate = at;
    manner.nextUpdate = m_now.addDays(30);
    manner.producedAt = at;
    if (revoked) {
        manner.revokedAt = [at](const QString&) { return std::optional(at.addSecs(-60)); };
    }
    return support::ocspAnswer(ocspRequestFor(subject.get(), issuer.get()), manner);
}

/// Of today, and without a trace in the authority's own lists.
QByteArray TestEvidenceProof::rootListNaming(const QByteArray& certificate, const QDateTime& revoked) const {
    const DemoKey root = m_authority->issuerKey(DemoLevel::Root);
    const unsigned char* at = bytesOf(root.privateKey);
    const DemoIssuer issuer{EvpKey(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(root.privateKey.size()))),
                            parseCertificate(root.certificate)};
    const X509List list = makeDemoCrl(issuer, {{certificate, revoked}}, m_now.addSecs(-60), m_now.addDays(30));
    return derOf(list.get(), i2d_X509_CRL);
}

QByteArray TestEvidenceProof::signedFile(const QByteArray& archived) const {
    genuine::Manner manner;
    manner.value = genuine::Value::Ecdsa;
    if (!archived.isEmpty()) {
        manner.moreAttributes << archived;
    }
    manner.unsignedAttributes = [this](const QByteArray& value) {
        return QList<QByteArray>{genuine::attribute(
            "1.2.840.113549.1.9.16.2.14", support::stamp(m_stamper, genuine::hash(value, "SHA256"), m_signedAt))};
    };
    return Workshop::withBlob(
        Workshop::plain(), "adbe.pkcs7.detached",
        [&](const QByteArray& content) { return genuine::blob(*m_signer, content, manner); }, {},
        m_signedAt.toString(u"'D:'yyyyMMddHHmmss'Z'"_s).toLatin1());
}

QByteArray TestEvidenceProof::withStore(const QByteArray& file) const {
    return attacks::update(file, {{attacks::Catalog, attacks::withKey(file, attacks::Catalog, "DSS", "90 0 R")},
                                  {90, "<< /Type /DSS /CRLs [91 0 R 92 0 R] >>"},
                                  {91, handmade::stream(m_leafListBefore)},
                                  {92, handmade::stream(m_rootListBefore)}});
}

QByteArray TestEvidenceProof::stampedAt(const QByteArray& file, const QDateTime& at) const {
    return Workshop::withBlob(file, "ETSI.RFC3161", [&](const QByteArray& content) {
        return support::stamp(m_stamper, genuine::hash(content, "SHA256"), at);
    });
}

void TestEvidenceProof::archivedEvidenceCounts_data() {
    QTest::addColumn<QByteArray>("archived");
    QTest::addColumn<Verdict>("verdict");
    const QByteArray answer = answerAbout(m_signer->certificate, m_signedAt.addSecs(-60));
    QTest::newRow("none") << QByteArray() << Verdict::CannotTell;
    QTest::newRow("lists") << archive(m_leafListBefore + m_rootListBefore, {}) << Verdict::Valid;
    QTest::newRow("a list and a response") << archive(m_rootListBefore, answer) << Verdict::Valid;
    QTest::newRow("a response alone") << archive({}, answer) << Verdict::CannotTell; // nothing about the intermediate
    QTest::newRow("rubbish") << archive({}, QByteArray::fromHex("30030a0100")) << Verdict::CannotTell;
}

void TestEvidenceProof::archivedEvidenceCounts() {
    QFETCH(QByteArray, archived);
    QFETCH(Verdict, verdict);
    const SignatureReport report = PadesVerifier(m_trust).verify(signedFile(archived), {});
    QVERIFY2(report.verdict == verdict, qPrintable(codesOf(report).join(u' ')));
    QCOMPARE(report.signatures.constFirst().integrity, Judgement::Valid);
    QCOMPARE(codesOf(report).contains(u"revocation-unknown"), verdict != Verdict::Valid);
}

void TestEvidenceProof::archivedRevocationCounts() {
    const QByteArray revoked =
        archive(m_rootListBefore, answerAbout(m_signer->certificate, m_signedAt.addSecs(-60), true));
    const SignatureReport report = PadesVerifier(m_trust).verify(signedFile(revoked), {});
    QCOMPARE(report.verdict, Verdict::Invalid);
    QVERIFY(codesOf(report).contains(u"certificate-revoked"));
}

void TestEvidenceProof::evidenceOfAnEndedAuthorityMustBeOld_data() {
    QTest::addColumn<QString>("where");
    QTest::addColumn<int>("endedDaysAgo");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("under a stamp of before") << u"DSS, stamp"_s << 2 << Verdict::Valid;
    QTest::newRow("under a stamp of after") << u"DSS, stamp"_s << 7 << Verdict::CannotTell;
    QTest::newRow("behind the stamp") << u"stamp, DSS"_s << 2 << Verdict::CannotTell;
    QTest::newRow("without a stamp") << u"DSS"_s << 2 << Verdict::CannotTell;
    QTest::newRow("in the signed attributes") << u"archive"_s << 2 << Verdict::Valid;
    QTest::newRow("in the trust folder") << u"folder"_s << 2 << Verdict::Valid;
    QTest::newRow("without a stamp, nothing ended") << u"DSS"_s << -1 << Verdict::Valid;
}

void TestEvidenceProof::evidenceOfAnEndedAuthorityMustBeOld() {
    QFETCH(QString, where);
    QFETCH(int, endedDaysAgo);
    QFETCH(Verdict, verdict);
    const QByteArray bare =
        signedFile(where == u"archive" ? archive(m_leafListBefore + m_rootListBefore, {}) : QByteArray());
    QByteArray file = bare;
    if (where == u"DSS, stamp") {
        file = stampedAt(withStore(bare), m_stampedAt);
    } else if (where == u"stamp, DSS") {
        file = withStore(stampedAt(bare, m_stampedAt));
    } else if (where == u"DSS") {
        file = withStore(bare);
    }
    TrustStore trust = m_trust;
    if (where == u"folder") {
        trust.addCrl(m_leafListBefore);
        trust.addCrl(m_rootListBefore);
    }
    if (endedDaysAgo >= 0) {
        // Everybody knows today that the intermediate was revoked then; who has its key could write any list.
        trust.addCrl(rootListNaming(m_authority->intermediateCertificate(), m_now.addDays(-endedDaysAgo)));
    }
    const SignatureReport report = PadesVerifier(trust).verify(file, {});
    QVERIFY2(report.verdict == verdict, qPrintable(codesOf(report).join(u' ')));
    QCOMPARE(codesOf(report).contains(u"evidence-not-proven"), verdict != Verdict::Valid);
}

QTEST_GUILESS_MAIN(TestEvidenceProof)
#include "test_evidenceproof.moc"
