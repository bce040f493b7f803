// SPDX-License-Identifier: GPL-3.0-or-later
// Every class of attack on signed PDFs, made in code: the attacked file is never valid and says why, its twin is valid.
#include "tests/docsig/attacks/workshop.h"

#include <QTest>

#include <optional>

using namespace docsig;

Q_DECLARE_METATYPE(attacks::Attack)

class TestAttacks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_workshop.emplace(); }
    void attacksAreNeverValid_data();
    void attacksAreNeverValid();
    void strangersNeedTrust();

private:
    std::optional<attacks::Workshop> m_workshop;
    QHash<QByteArray, Verdict> m_twins; ///< judged once
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

} // namespace

void TestAttacks::attacksAreNeverValid_data() {
    QTest::addColumn<attacks::Attack>("attack");
    const auto add = [](const char* family, const QList<attacks::Attack>& list) {
        for (const attacks::Attack& attack : list) {
            QTest::newRow(family + (": " + attack.name)) << attack;
        }
    };
    add("forgery", attacks::forgeries(*m_workshop));
    add("incremental saving", attacks::incrementalSavings(*m_workshop));
    add("wrapping", attacks::wrappings(*m_workshop));
    add("shadow", attacks::shadows(*m_workshop));
    add("certification", attacks::certificationAttacks(*m_workshop));
    add("two readings", attacks::differentials(*m_workshop));
    add("page tree", attacks::pageTreeTricks(*m_workshop));
    add("field", attacks::fieldTricks(*m_workshop));
    add("document", attacks::documentTricks(*m_workshop));
}

void TestAttacks::attacksAreNeverValid() {
    QFETCH(attacks::Attack, attack);
    const SignatureReport report = m_workshop->verified(attack.file);
    const QStringList codes = codesOf(report);
    QVERIFY2(report.verdict != Verdict::Valid, qPrintable(codes.join(u' ')));
    QVERIFY2(attack.code.isEmpty() || codes.contains(attack.code), qPrintable(codes.join(u' ')));
    // Without trust the stranger's signature is a signature like any other.
    if (!codes.contains(u"path-unknown-root")) {
        QVERIFY2(m_workshop->verified(attack.file, true).verdict != Verdict::Valid, qPrintable(codes.join(u' ')));
    }
    if (!m_twins.contains(attack.twin)) {
        m_twins.insert(attack.twin, m_workshop->verified(attack.twin).verdict);
    }
    QCOMPARE(m_twins.value(attack.twin), Verdict::Valid);
}

/// The same as the sneaky signatures, by somebody who is trusted: not an attack.
void TestAttacks::strangersNeedTrust() {
    const QByteArray file = m_workshop->signedFile(2);
    const SignatureReport report = m_workshop->verified(m_workshop->countersigned(file, QStringLiteral("Second")));
    QVERIFY2(report.verdict == Verdict::Valid, qPrintable(codesOf(report).join(u' ')));
}

QTEST_GUILESS_MAIN(TestAttacks)
#include "test_attacks.moc"
