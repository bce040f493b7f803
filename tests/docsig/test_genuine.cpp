// SPDX-License-Identifier: GPL-3.0-or-later
// Genuine files of old and rare makers: valid, or "cannot tell" with the reason, but never called changed; and the same
// file with one bit turned in what is signed is invalid.
#include "tests/docsig/attacks/workshop.h"
#include "tests/docsig/genuine/files.h"
#include "tests/support/congvanctl.h"

#include <QTemporaryDir>
#include <QTest>

using namespace docsig;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(genuine::File)

class TestGenuine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void genuineFilesAreNeverChanged_data();
    void genuineFilesAreNeverChanged();
    void programSaysTheSame_data();
    void programSaysTheSame();
    void weakIsNotChanged();
    void clockOfTheSignerMayDiffer();
    void missingIssuersAreFoundOrMissed();

private:
    std::optional<attacks::Workshop> m_workshop;
    QList<genuine::File> m_files;
    QTemporaryDir m_folder;
};

namespace {

QStringList codesOf(const SignatureReport& report) {
    QStringList codes;
    for (const Finding& finding : report.findings) {
        codes << finding.code;
    }
    for (const SignatureResult& signature : report.signatures) {
        for (const Finding& finding : signature.findings) {
            codes << finding.code;
        }
    }
    return codes;
}

/// One bit of the page's text, which every signature covers.
QByteArray turned(QByteArray file) {
    const qsizetype at = file.indexOf("QUYET DINH");
    file[at] = static_cast<char>(file[at] ^ 1);
    return file;
}

} // namespace

void TestGenuine::initTestCase() {
    m_workshop.emplace();
    m_files = genuine::files(*m_workshop);
    QVERIFY(m_workshop->authority().writeTrustFolder(m_folder.filePath(u"tin cậy"_s)));
}

void TestGenuine::genuineFilesAreNeverChanged_data() {
    QTest::addColumn<genuine::File>("one");
    for (const genuine::File& one : std::as_const(m_files)) {
        QTest::newRow(one.name.constData()) << one;
    }
}

void TestGenuine::genuineFilesAreNeverChanged() {
    QFETCH(genuine::File, one);
    const SignatureReport report = m_workshop->verified(one.bytes);
    const QStringList codes = codesOf(report);
    QVERIFY2(report.verdict == one.verdict, qPrintable(codes.join(u' ')));
    QVERIFY2(one.code.isEmpty() || codes.contains(one.code), qPrintable(codes.join(u' ')));
    QCOMPARE(report.signatures.size(), one.signatures);
    for (const SignatureResult& signature : report.signatures) {
        QVERIFY2(signature.integrity != Judgement::Invalid && signature.coverage == Judgement::Valid,
                 qPrintable(codes.join(u' ')));
    }
    const SignatureReport changed = m_workshop->verified(turned(one.bytes));
    // What cannot be computed cannot be found changed, either.
    QVERIFY2(changed.verdict == (one.computable ? Verdict::Invalid : Verdict::CannotTell),
             qPrintable(codesOf(changed).join(u' ')));
    for (const SignatureResult& signature : changed.signatures) {
        QCOMPARE(signature.integrity, one.computable ? Judgement::Invalid : Judgement::CannotTell);
    }
}

void TestGenuine::programSaysTheSame_data() {
    QTest::addColumn<genuine::File>("one");
    for (const genuine::File& one : std::as_const(m_files)) {
        if (one.inProgram) {
            QTest::newRow(one.name.constData()) << one;
        }
    }
}

void TestGenuine::programSaysTheSame() {
    QFETCH(genuine::File, one);
    const QString path = m_folder.filePath(u"văn bản.pdf"_s);
    const QStringList words{u"verify"_s, u"--json"_s, u"--offline"_s, u"--trust"_s, m_folder.filePath(u"tin cậy"_s),
                            path};
    QVERIFY(congvanctl::put(path, one.bytes));
    const congvanctl::Outcome genuine = congvanctl::run(words);
    QVERIFY2(genuine.exitCode == (one.verdict == Verdict::Valid ? 0 : 2), qPrintable(genuine.out + genuine.err));
    QVERIFY(congvanctl::put(path, turned(one.bytes)));
    const congvanctl::Outcome changed = congvanctl::run(words);
    QVERIFY2(changed.exitCode == 1, qPrintable(changed.out + changed.err));
}

/// SHA-1 is told, not blamed: whoever signed in 2012 signed rightly.
void TestGenuine::weakIsNotChanged() {
    const auto old = std::ranges::find(m_files, QByteArray("SHA-1"), &genuine::File::name);
    QVERIFY(old != m_files.end());
    const SignatureReport report = m_workshop->verified(old->bytes);
    QCOMPARE(report.signatures.constFirst().integrity, Judgement::Valid);
    QCOMPARE(report.signatures.constFirst().algorithm, Judgement::Valid);
    QVERIFY(codesOf(report).contains(u"cms-weak-digest"));
}

void TestGenuine::clockOfTheSignerMayDiffer() {
    const auto old = std::ranges::find(m_files, QByteArray("government file of 2018"), &genuine::File::name);
    QVERIFY(old != m_files.end());
    const SignatureReport report = m_workshop->verified(old->bytes);
    const SignatureResult& signature = report.signatures.constFirst();
    QCOMPARE(signature.time, Judgement::Valid);
    QVERIFY(signature.provenTime);
    QCOMPARE(signature.provenTime->secsTo(signature.claimedTime), 43);
    QVERIFY(!codesOf(report).contains(u"claimed-time-after-stamp"));
    QCOMPARE(signature.level, Level::None);
}

/// The intermediate certificate is in no place of the blob: the trust folder has it, the file's evidence has it, or
/// nobody has and it can't be told who signed.
void TestGenuine::missingIssuersAreFoundOrMissed() {
    const auto bare = std::ranges::find(m_files, QByteArray("no intermediate certificate"), &genuine::File::name);
    const auto evident = std::ranges::find(m_files, QByteArray("DSS after the signature"), &genuine::File::name);
    QVERIFY(bare != m_files.end() && evident != m_files.end());
    TrustStore rootOnly;
    QVERIFY(rootOnly.addRoot(m_workshop->authority().rootCertificate()));
    const SignatureReport missed = PadesVerifier(rootOnly).verify(bare->bytes, {});
    QCOMPARE(missed.verdict, Verdict::CannotTell);
    QCOMPARE(missed.signatures.constFirst().integrity, Judgement::Valid);
    QCOMPARE(missed.signatures.constFirst().trust, Judgement::CannotTell);
    QVERIFY(codesOf(missed).contains(u"path-unknown-root"));
    const SignatureReport found = PadesVerifier(rootOnly).verify(evident->bytes, {});
    QVERIFY2(found.verdict == Verdict::Valid, qPrintable(codesOf(found).join(u' ')));
    QCOMPARE(m_workshop->verified(bare->bytes).verdict, Verdict::Valid);
}

QTEST_GUILESS_MAIN(TestGenuine)
#include "test_genuine.moc"
