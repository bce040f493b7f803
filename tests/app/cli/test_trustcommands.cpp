// SPDX-License-Identifier: GPL-3.0-or-later
// `congvanctl trust …` from outside.
#include "app/runtime/profile.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/support/signedsamples.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using congvanctl::Outcome;

class TestTrustCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void factsAreShownAndNothingIsTakenWithoutConfirmation();
    void whatIsConfirmedIsTrustedByVerify();
    void whatIsRemovedIsTrustedNoMore();
    void aLeafIsRefusedByExitCode();
    void theLogTellsWho();
    void usageIsTold();

private:
    [[nodiscard]] Outcome run(const QStringList& words) const {
        return congvanctl::run(words + QStringList{u"--json"_s, u"--profile"_s, m_folder.path()});
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    std::optional<docsig::CryptoRuntime> m_crypto;
    QTemporaryDir m_folder;
    std::optional<docsig::DemoAuthority> m_authority;
};

void TestTrustCommands::initTestCase() {
    m_crypto.emplace();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_authority = docsig::DemoAuthority::create(now).value();
    app::Profile profile;
    profile.folder = m_folder.path();
    profile.agency.id = *app::OrganId::parse(u"H99.02"_s);
    profile.person = {.organ = profile.agency.id,
                      .login = u"vanthu"_s,
                      .name = u"Lê Văn Thư"_s,
                      .role = *app::roleFromKey(u"clerk"_s),
                      .title = {},
                      .unit = {}};
    QVERIFY(app::writeProfile(profile));
    const auto key = m_authority->issuePerson({u"Trần Thị Bưởi"_s, u"Giám đốc"_s, u"Sở Mẫu"_s}).value();
    const auto leader = samples::opened(key);
    QVERIFY(congvanctl::put(path(u"a.pdf"_s), samples::signedPdf(*leader)));
    QVERIFY(congvanctl::put(path(u"gốc.cer"_s), m_authority->rootCertificate()));
    QVERIFY(congvanctl::put(path(u"giữa.cer"_s), m_authority->intermediateCertificate()));
    QVERIFY(congvanctl::put(path(u"người.cer"_s), key.certificate));
    QVERIFY(congvanctl::put(path(u"1.crl"_s), m_authority->rootCrl(now.addDays(-1), now.addDays(9)).value()));
    QVERIFY(congvanctl::put(path(u"2.crl"_s), m_authority->intermediateCrl(now.addDays(-1), now.addDays(9)).value()));
}

void TestTrustCommands::factsAreShownAndNothingIsTakenWithoutConfirmation() {
    const Outcome outcome = run({u"trust"_s, u"import"_s, path(u"gốc.cer"_s)});
    QCOMPARE(outcome.exitCode, 77);
    const QJsonObject item = outcome.json()[u"items"_s].toArray().first().toObject();
    QCOMPARE(item[u"kind"_s].toString(), u"root"_s);
    QCOMPARE(item[u"state"_s].toString(), u"new"_s);
    QCOMPARE(item[u"selfSigned"_s].toBool(), true);
    QCOMPARE(item[u"sha256"_s].toString().size(), 64);
    QVERIFY(!item[u"until"_s].toString().isEmpty());
    QVERIFY(run({u"trust"_s, u"list"_s}).json()[u"items"_s].toArray().isEmpty());
    // At the terminal the question is asked; no answer is no.
    const Outcome asked =
        congvanctl::run({u"trust"_s, u"import"_s, path(u"gốc.cer"_s), u"--profile"_s, m_folder.path()});
    QCOMPARE(asked.exitCode, 77);
    QVERIFY(asked.out.contains(u"SHA-256"_s));
}

void TestTrustCommands::whatIsConfirmedIsTrustedByVerify() {
    const QStringList verify{u"verify"_s, u"--offline"_s, path(u"a.pdf"_s)};
    QCOMPARE(run(verify).exitCode, 2);
    const Outcome outcome = run({u"trust"_s, u"import"_s, u"--yes"_s, path(u"gốc.cer"_s), path(u"giữa.cer"_s),
                                 path(u"1.crl"_s), path(u"2.crl"_s)});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.json()[u"imported"_s].toInt(), 4);
    QCOMPARE(run({u"trust"_s, u"list"_s}).json()[u"items"_s].toArray().size(), 4);
    QCOMPARE(run(verify).exitCode, 0);
    const Outcome again = run({u"trust"_s, u"import"_s, path(u"gốc.cer"_s)}); // nothing new: nothing to confirm
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(again.json()[u"items"_s].toArray().first().toObject()[u"state"_s].toString(), u"known"_s);
}

void TestTrustCommands::whatIsRemovedIsTrustedNoMore() {
    const QJsonObject root = run({u"trust"_s, u"list"_s}).json()[u"items"_s].toArray().first().toObject();
    QCOMPARE(root[u"kind"_s].toString(), u"root"_s);
    QCOMPARE(run({u"trust"_s, u"remove"_s, root[u"sha256"_s].toString()}).exitCode, 0);
    QCOMPARE(run({u"verify"_s, u"--offline"_s, path(u"a.pdf"_s)}).exitCode, 2);
    QCOMPARE(run({u"trust"_s, u"remove"_s, root[u"sha256"_s].toString()}).exitCode, 66);
}

void TestTrustCommands::aLeafIsRefusedByExitCode() {
    const Outcome outcome = run({u"trust"_s, u"import"_s, u"--yes"_s, path(u"người.cer"_s)});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.json()[u"imported"_s].toInt(-1), 0);
    QCOMPARE(outcome.json()[u"items"_s].toArray().first().toObject()[u"state"_s].toString(), u"refused"_s);
}

void TestTrustCommands::theLogTellsWho() {
    const QJsonArray log = run({u"trust"_s, u"log"_s}).json()[u"log"_s].toArray();
    QCOMPARE(log.size(), 5);
    QCOMPARE(log.last().toObject()[u"act"_s].toString(), u"remove"_s);
    QCOMPARE(log.last().toObject()[u"person"_s].toString(), u"Lê Văn Thư"_s);
}

void TestTrustCommands::usageIsTold() {
    QCOMPARE(congvanctl::run({u"trust"_s, u"list"_s}).exitCode, 64);
    QCOMPARE(run({u"trust"_s, u"import"_s}).exitCode, 64);
    const QJsonObject first = run({u"trust"_s, u"policy"_s}).json();
    QCOMPARE(first[u"clockSkewSeconds"_s].toInt(), 300);
    QCOMPARE(first[u"revocationGraceSeconds"_s].toInt(), 0);
    QCOMPARE(run({u"trust"_s, u"policy"_s, u"--clock-skew"_s, u"3601"_s}).exitCode, 64);
    QCOMPARE(run({u"trust"_s, u"policy"_s, u"--revocation-grace"_s, u"soon"_s}).exitCode, 64);
    QCOMPARE(run({u"trust"_s, u"policy"_s, u"--clock-skew"_s, u"60"_s, u"--revocation-grace"_s, u"86400"_s}).exitCode,
             0);
    const QJsonObject kept = run({u"trust"_s, u"policy"_s}).json();
    QCOMPARE(kept[u"clockSkewSeconds"_s].toInt(), 60);
    QCOMPARE(kept[u"revocationGraceSeconds"_s].toInt(), 86400);
    QCOMPARE(run({u"trust"_s, u"system"_s, u"maybe"_s}).exitCode, 64);
    QCOMPARE(run({u"trust"_s, u"import"_s, path(u"không có"_s)}).exitCode, 66);
    QCOMPARE(run({u"trust"_s, u"system"_s, u"on"_s}).json()[u"systemRoots"_s].toBool(), true);
    QCOMPARE(run({u"trust"_s, u"list"_s}).json()[u"systemRoots"_s].toBool(), true);
    QCOMPARE(run({u"trust"_s, u"system"_s, u"off"_s}).exitCode, 0);
}

QTEST_GUILESS_MAIN(TestTrustCommands)
#include "test_trustcommands.moc"
