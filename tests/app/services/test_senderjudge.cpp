// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/flowfieldnames.h"
#include "app/services/senderjudge.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using docsig::Judgement;

namespace {

const QByteArray sealHash(64, 'a');
const QByteArray otherHash(64, 'b');

docsig::SignatureResult signature(const QString& field, const QString& name, const QString& organ,
                                  const QByteArray& hash) {
    docsig::SignatureResult result;
    result.fieldName = field;
    result.integrity = result.coverage = result.trust = Judgement::Valid;
    result.signer.commonName = name;
    result.signer.organisationIdentifier = organ;
    result.signer.sha256 = hash;
    return result;
}

/// A good packet, its PDF's report and what is known of the sender.
struct Case {
    PacketFacts packet;
    docsig::SignatureReport report;
    SenderKnowledge known;

    Case() {
        packet.kind = PacketFacts::Kind::Document;
        packet.from = {.id = *OrganId::parse(u"H99.02"), .name = u"Sở Nội vụ tỉnh Mẫu"_s};
        packet.number = u"07"_s;
        packet.date = QDate(2026, 11, 23);
        packet.dateText = u"2026/11/23"_s;
        packet.signer.fullName = u"Trần Thị Bích Ngọc"_s;
        report.verdict = docsig::Verdict::Valid;
        report.signatures = {signature(flow::leaderField, u"Trần Thị Bích Ngọc (BẢN THỬ)"_s, {}, QByteArray(64, 'c')),
                             signature(flow::sealField, u"Sở Nội vụ tỉnh Mẫu (BẢN THỬ)"_s, u"H99.02"_s, sealHash)};
        report.fieldValues = {{flow::numberField, u"07"_s}, {flow::dateField, u"ngày 23 tháng 11 năm 2026"_s}};
        Agency agency;
        agency.id = packet.from.id;
        agency.sealCertificateSha256 = {sealHash};
        known.agency = agency;
    }

    docsig::SignatureResult& seal() { return report.signatures[1]; }
};

using Change = void (*)(Case&);

} // namespace

Q_DECLARE_METATYPE(Change)

class TestSenderJudge : public QObject {
    Q_OBJECT

private slots:
    void judgement_data();
    void judgement();
    void verdictOfTheWhole_data();
    void verdictOfTheWhole();
};

void TestSenderJudge::judgement_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<Judgement>("expected");
    QTest::addColumn<SealBinding>("binding");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char* name, Change change, Judgement judgement, SealBinding binding,
                        const QString& finding) { QTest::newRow(name) << change << judgement << binding << finding; };
    row("seal of the directory", [](Case&) {}, Judgement::Valid, SealBinding::Directory, {});
    row("number written without its zero", [](Case& c) { c.packet.number = u"7"_s; }, Judgement::Valid,
        SealBinding::Directory, {});
    row("certificate names the office", [](Case& c) { c.known.agency.reset(); }, Judgement::Valid,
        SealBinding::OrganizationIdentifier, {});
    row(
        "certificate names the office, nobody vouches for it",
        [](Case& c) {
            c.known.agency.reset();
            c.seal().trust = Judgement::CannotTell;
        },
        Judgement::CannotTell, SealBinding::None, u"seal-unknown-binding"_s);
    row("pinned",
        [](Case& c) {
            c.known.agency.reset();
            c.seal().signer.organisationIdentifier.clear();
            c.known.pinnedSeals = {
                {.organ = u"H99.02"_s, .certificateSha256 = sealHash, .certificateName = {}, .by = {}}};
        },
        Judgement::Valid, SealBinding::Pinned, {});
    row(
        "pinned, but another one came",
        [](Case& c) {
            c.known.agency.reset();
            c.seal().signer.organisationIdentifier.clear();
            c.known.pinnedSeals = {
                {.organ = u"H99.02"_s, .certificateSha256 = otherHash, .certificateName = {}, .by = {}}};
        },
        Judgement::Invalid, SealBinding::None, u"seal-changed"_s);
    row(
        "nothing known of the seal",
        [](Case& c) {
            c.known.agency.reset();
            c.seal().signer.organisationIdentifier.clear();
        },
        Judgement::CannotTell, SealBinding::None, u"seal-unknown-binding"_s);
    row(
        "seal of another office",
        [](Case& c) {
            c.seal().signer.organisationIdentifier = u"H99.03"_s;
            c.seal().signer.sha256 = otherHash;
        },
        Judgement::Invalid, SealBinding::None, u"seal-not-of-sender"_s);
    row(
        "directory lists other seals",
        [](Case& c) {
            c.seal().signer.organisationIdentifier.clear();
            c.seal().signer.sha256 = otherHash;
        },
        Judgement::Invalid, SealBinding::None, u"seal-not-of-sender"_s);
    row(
        "a citizen under an office's name", [](Case& c) { c.report.signatures.removeLast(); }, Judgement::CannotTell,
        SealBinding::None, u"seal-missing"_s);
    row(
        "other number", [](Case& c) { c.packet.number = u"08"_s; }, Judgement::Invalid, SealBinding::Directory,
        u"number-differs"_s);
    row(
        "number that is no number differs", [](Case& c) { c.packet.number = u"34E31"_s; }, Judgement::Invalid,
        SealBinding::Directory, u"number-differs"_s);
    row(
        "no number in the PDF", [](Case& c) { c.report.fieldValues.remove(flow::numberField); }, Judgement::CannotTell,
        SealBinding::Directory, u"number-not-in-pdf"_s);
    row(
        "other date", [](Case& c) { c.packet.date = QDate(2026, 11, 24); }, Judgement::Invalid, SealBinding::Directory,
        u"date-differs"_s);
    row(
        "impossible date in the packet", [](Case& c) { c.packet.date = QDate(); }, Judgement::Invalid,
        SealBinding::Directory, u"date-differs"_s);
    row(
        "no date in the PDF", [](Case& c) { c.report.fieldValues.remove(flow::dateField); }, Judgement::CannotTell,
        SealBinding::Directory, u"date-not-in-pdf"_s);
    row("capitals", [](Case& c) { c.packet.signer.fullName = u"TRẦN THỊ  BÍCH NGỌC"_s; }, Judgement::Valid,
        SealBinding::Directory, {});
    row(
        "somebody else signed", [](Case& c) { c.packet.signer.fullName = u"Nguyễn Văn A"_s; }, Judgement::Invalid,
        SealBinding::Directory, u"signer-differs"_s);
    row(
        "part of a name is not the name", [](Case& c) { c.packet.signer.fullName = u"Trần Thị Bích"_s; },
        Judgement::Invalid, SealBinding::Directory, u"signer-differs"_s);
    row("decomposed letters",
        [](Case& c) { c.packet.signer.fullName = c.packet.signer.fullName.normalized(QString::NormalizationForm_D); },
        Judgement::Valid, SealBinding::Directory, {});
    row(
        "no signer in the packet", [](Case& c) { c.packet.signer.fullName.clear(); }, Judgement::CannotTell,
        SealBinding::Directory, u"signer-not-known"_s);
}

void TestSenderJudge::judgement() {
    QFETCH(Change, change);
    QFETCH(Judgement, expected);
    QFETCH(SealBinding, binding);
    QFETCH(QString, finding);
    Case made;
    change(made);
    const SenderJudgement judgement = judgeSender(made.packet, made.report, made.known);
    QCOMPARE(int(judgement.judgement), int(expected));
    QCOMPARE(int(judgement.binding), int(binding));
    QStringList codes;
    for (const SenderFinding& found : judgement.findings) {
        codes.append(found.code);
    }
    if (finding.isEmpty()) {
        QCOMPARE(codes, QStringList());
    } else {
        QVERIFY2(codes.contains(finding), qPrintable(codes.join(u", "_s)));
    }
}

void TestSenderJudge::verdictOfTheWhole_data() {
    using docsig::Verdict;
    QTest::addColumn<Verdict>("signatures");
    QTest::addColumn<Judgement>("sender");
    QTest::addColumn<Verdict>("expected");
    QTest::newRow("both good") << Verdict::Valid << Judgement::Valid << Verdict::Valid;
    QTest::newRow("sender unknown") << Verdict::Valid << Judgement::CannotTell << Verdict::CannotTell;
    QTest::newRow("sender contradicted") << Verdict::Valid << Judgement::Invalid << Verdict::Invalid;
    QTest::newRow("both unknown") << Verdict::CannotTell << Judgement::CannotTell << Verdict::CannotTell;
    QTest::newRow("unknown and contradicted") << Verdict::CannotTell << Judgement::Invalid << Verdict::Invalid;
    QTest::newRow("broken") << Verdict::Invalid << Judgement::Valid << Verdict::Invalid;
    QTest::newRow("unsigned") << Verdict::Unsigned << Judgement::CannotTell << Verdict::Unsigned;
    QTest::newRow("unreadable") << Verdict::Unreadable << Judgement::Invalid << Verdict::Unreadable;
}

void TestSenderJudge::verdictOfTheWhole() {
    QFETCH(docsig::Verdict, signatures);
    QFETCH(Judgement, sender);
    QFETCH(docsig::Verdict, expected);
    docsig::SignatureReport report;
    report.verdict = signatures;
    SenderJudgement judgement;
    judgement.judgement = sender;
    QCOMPARE(int(wholeVerdict(report, judgement)), int(expected));
}

QTEST_GUILESS_MAIN(TestSenderJudge)
#include "test_senderjudge.moc"
