// SPDX-License-Identifier: GPL-3.0-or-later
// `congvanctl verify` from outside: what scripts and courts rely on.
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/support/littleserver.h"
#include "tests/support/signedsamples.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace docsig;
using congvanctl::Outcome;
using congvanctl::run;

class TestVerifyCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theObjectHasThePublicForm();
    void severityAndPageAreTold();
    void theSentenceIsInTheChosenLanguage();
    void theExitCodeIsTheVerdicts_data();
    void theExitCodeIsTheVerdicts();
    void theWorstOfSeveralWins_data();
    void theWorstOfSeveralWins();
    void aMissingFileIsUnreadableAndTheOthersAreJudged();
    void trustIsAddedFromFolders_data();
    void trustIsAddedFromFolders();
    void evidenceIsFetchedUnlessOffline();
    void nobodyUnnamedIsAsked();
    void aReportIsWritten();
    void usageIsTold_data();
    void usageIsTold();

private:
    void makeRemote(const QString& address);
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    std::optional<CryptoRuntime> m_crypto;
    QTemporaryDir m_folder;
    std::optional<DemoAuthority> m_authority;
    std::optional<DemoAuthority> m_remote; ///< one that says where its evidence is to be had
};

void TestVerifyCommand::initTestCase() {
    m_crypto.emplace();
    m_authority = DemoAuthority::create(QDateTime::currentDateTimeUtc()).value();
    const auto leader =
        samples::opened(m_authority->issuePerson({u"Trần Thị Bưởi"_s, u"Giám đốc"_s, u"Sở Mẫu"_s}).value());
    QVERIFY(leader);
    const QByteArray good = samples::signedPdf(*leader);
    QByteArray changed = good;
    changed.replace("QUYET DINH", "QUYET DOAN");
    QVERIFY(changed != good);
    QVERIFY(congvanctl::put(path(u"valid.pdf"_s), good));
    QVERIFY(congvanctl::put(path(u"invalid.pdf"_s), changed));
    QVERIFY(congvanctl::put(path(u"unsigned.pdf"_s), handmade::pdfWithTable()));
    QVERIFY(congvanctl::put(path(u"unreadable.pdf"_s), "Kính gửi: Các sở, ban, ngành"));
    QVERIFY(m_authority->writeTrustFolder(path(u"trust"_s)));
}

void TestVerifyCommand::theObjectHasThePublicForm() {
    const Outcome outcome =
        run({u"verify"_s, u"--json"_s, u"--offline"_s, u"--trust"_s, path(u"trust"_s), path(u"valid.pdf"_s)});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.out.count(u'\n'), 1);
    const QJsonObject object = outcome.json();
    QCOMPARE(object[u"file"_s].toString(), path(u"valid.pdf"_s));
    QCOMPARE(object[u"verdict"_s].toString(), u"valid"_s);
    QVERIFY(object[u"findings"_s].isArray());
    const QJsonArray signatures = object[u"signatures"_s].toArray();
    QCOMPARE(signatures.size(), 1);
    const QJsonObject signature = signatures.first().toObject();
    QCOMPARE(signature[u"field"_s].toString(), u"LeaderSignature"_s);
    QCOMPARE(signature[u"kind"_s].toString(), u"signature"_s);
    QCOMPARE(signature[u"subFilter"_s].toString(), u"ETSI.CAdES.detached"_s);
    QVERIFY(signature[u"level"_s].isString());
    QCOMPARE(signature[u"signer"_s].toString(), u"Trần Thị Bưởi"_s);
    const QDateTime signedAt = QDateTime::fromString(signature[u"signingTime"_s].toString(), Qt::ISODate);
    QVERIFY(qAbs(signedAt.secsTo(QDateTime::currentDateTimeUtc())) < 600);
    for (const QString& part : {u"integrity"_s, u"coverage"_s, u"trust"_s, u"algorithm"_s}) {
        QCOMPARE(signature[part].toString(), u"valid"_s);
    }
    QCOMPARE(signature[u"time"_s].toString(), u"cannot-tell"_s);
    QVERIFY(signature[u"findings"_s].isArray());
}

void TestVerifyCommand::severityAndPageAreTold() {
    const QJsonObject object = run({u"verify"_s, u"--json"_s, u"--integrity-only"_s, path(u"invalid.pdf"_s)}).json();
    const QJsonObject signature = object[u"signatures"_s].toArray().first().toObject();
    QCOMPARE(signature[u"integrity"_s].toString(), u"invalid"_s);
    QStringList severities;
    for (const QJsonValue& one : signature[u"findings"_s].toArray()) {
        const QJsonObject finding = one.toObject();
        severities << finding[u"severity"_s].toString();
        QVERIFY(!finding[u"code"_s].toString().isEmpty());
        QVERIFY(!finding[u"text"_s].toString().isEmpty());
        QVERIFY(finding.contains(u"page"_s));
        QVERIFY(finding[u"page"_s].isNull() || finding[u"page"_s].toInt() >= 1);
    }
    QVERIFY2(severities.contains(u"error"_s), qPrintable(severities.join(u' ')));
    QVERIFY2(severities.contains(u"warning"_s), qPrintable(severities.join(u' '))); // no trusted root
}

void TestVerifyCommand::theSentenceIsInTheChosenLanguage() {
    const auto textIn = [&](const QString& language) {
        const QJsonObject object =
            run({u"verify"_s, u"--json"_s, u"--language"_s, language, path(u"unreadable.pdf"_s)}).json();
        return object[u"findings"_s].toArray().first().toObject()[u"text"_s].toString();
    };
    const QString english = textIn(u"en"_s);
    QVERIFY(!english.isEmpty());
    QVERIFY(textIn(u"vi"_s) != english);
}

void TestVerifyCommand::theExitCodeIsTheVerdicts_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("integrity alone") << QStringList{u"--integrity-only"_s, path(u"valid.pdf"_s)} << u"valid"_s << 0;
    QTest::newRow("nobody trusted") << QStringList{u"--offline"_s, path(u"valid.pdf"_s)} << u"cannot-tell"_s << 2;
    QTest::newRow("changed") << QStringList{u"--offline"_s, path(u"invalid.pdf"_s)} << u"invalid"_s << 1;
    QTest::newRow("unsigned") << QStringList{path(u"unsigned.pdf"_s)} << u"unsigned"_s << 3;
    QTest::newRow("no PDF") << QStringList{path(u"unreadable.pdf"_s)} << u"unreadable"_s << 4;
    QTest::newRow("a folder") << QStringList{m_folder.path()} << u"unreadable"_s << 4;
}

void TestVerifyCommand::theExitCodeIsTheVerdicts() {
    QFETCH(QStringList, words);
    QFETCH(QString, verdict);
    QFETCH(int, exitCode);
    const Outcome outcome = run(QStringList{u"verify"_s, u"--json"_s} + words);
    QCOMPARE(outcome.json()[u"verdict"_s].toString(), verdict);
    QCOMPARE(outcome.exitCode, exitCode);
}

void TestVerifyCommand::theWorstOfSeveralWins_data() {
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("exitCode");
    const auto row = [](const QStringList& names, int exitCode) {
        QTest::newRow(qPrintable(names.join(u'+'))) << names << exitCode;
    };
    row({u"valid"_s, u"valid"_s}, 0);
    row({u"valid"_s, u"unsigned"_s}, 3);
    row({u"unsigned"_s, u"valid"_s}, 3);
    row({u"unsigned"_s, u"unreadable"_s, u"valid"_s}, 4);
    row({u"unreadable"_s, u"invalid"_s, u"unsigned"_s}, 1);
    row({u"invalid"_s, u"unreadable"_s}, 1);
}

void TestVerifyCommand::theWorstOfSeveralWins() {
    QFETCH(QStringList, names);
    QFETCH(int, exitCode);
    QStringList words{u"verify"_s, u"--json"_s, u"--integrity-only"_s};
    for (const QString& name : names) {
        words << path(name + u".pdf"_s);
    }
    const Outcome outcome = run(words);
    QCOMPARE(outcome.exitCode, exitCode);
    const QList<QJsonObject> objects = outcome.lines();
    QCOMPARE(objects.size(), names.size());
    for (qsizetype index = 0; index < names.size(); ++index) {
        QCOMPARE(objects[index][u"verdict"_s].toString(), names[index]);
        QCOMPARE(objects[index][u"file"_s].toString(), path(names[index] + u".pdf"_s));
    }
}

void TestVerifyCommand::aMissingFileIsUnreadableAndTheOthersAreJudged() {
    const Outcome outcome = run(
        {u"verify"_s, u"--json"_s, u"--integrity-only"_s, u"không có tệp này.pdf"_s, u"valid.pdf"_s}, m_folder.path());
    QCOMPARE(outcome.exitCode, 4);
    const QList<QJsonObject> objects = outcome.lines();
    QCOMPARE(objects.size(), 2);
    QCOMPARE(objects[0][u"verdict"_s].toString(), u"unreadable"_s);
    QCOMPARE(objects[0][u"file"_s].toString(), u"không có tệp này.pdf"_s);
    QVERIFY(!objects[0][u"findings"_s].toArray().isEmpty());
    QCOMPARE(objects[1][u"verdict"_s].toString(), u"valid"_s);
}

void TestVerifyCommand::trustIsAddedFromFolders_data() {
    QTest::addColumn<QStringList>("folders");
    QTest::addColumn<QString>("trust");
    const QString roots = u"roots only"_s;
    const QString loose = u"loose"_s;
    QVERIFY(QDir(m_folder.path()).mkpath(roots + u"/roots"_s));
    QVERIFY(QDir(m_folder.path()).mkpath(loose));
    QVERIFY(congvanctl::put(path(roots + u"/roots/gốc.der"_s), m_authority->rootCertificate()));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(congvanctl::put(path(loose + u"/1.crl"_s), m_authority->rootCrl(now.addDays(-1), now.addDays(9)).value()));
    QVERIFY(congvanctl::put(path(loose + u"/2.crl"_s),
                            m_authority->intermediateCrl(now.addDays(-1), now.addDays(9)).value()));
    QVERIFY(congvanctl::put(path(loose + u"/3.cer"_s), m_authority->intermediateCertificate()));
    QTest::newRow("no list of the revoked") << QStringList{roots} << u"cannot-tell"_s;
    QTest::newRow("lists and no root") << QStringList{loose} << u"cannot-tell"_s;
    QTest::newRow("both, each from its folder") << QStringList{roots, loose} << u"valid"_s;
}

void TestVerifyCommand::trustIsAddedFromFolders() {
    QFETCH(QStringList, folders);
    QFETCH(QString, trust);
    QStringList words{u"verify"_s, u"--json"_s, u"--offline"_s};
    for (const QString& folder : folders) {
        words << u"--trust"_s << folder; // relative: the worker stands elsewhere
    }
    const QJsonObject object = run(words << u"valid.pdf"_s, m_folder.path()).json();
    QCOMPARE(object[u"signatures"_s].toArray().first().toObject()[u"trust"_s].toString(), trust);
}

/// A signed file whose certificates lead to the address, and a folder with the root alone.
void TestVerifyCommand::makeRemote(const QString& address) {
    m_remote = DemoAuthority::create(QDateTime::currentDateTimeUtc(), {}, address).value();
    const auto leader =
        samples::opened(m_remote->issuePerson({u"Trần Thị Bưởi"_s, u"Giám đốc"_s, u"Sở Mẫu"_s}).value());
    QVERIFY(QDir(m_folder.path()).mkpath(u"remote root"_s));
    QVERIFY(congvanctl::put(path(u"remote.pdf"_s), samples::signedPdf(*leader)));
    QVERIFY(congvanctl::put(path(u"remote root/gốc.cer"_s), m_remote->rootCertificate()));
}

void TestVerifyCommand::evidenceIsFetchedUnlessOffline() {
    const support::LittleServer server([this](const support::LittleServer::Request& request) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        support::LittleServer::Answer answer;
        if (request.path == "/goc.crl") {
            answer.body = m_remote->rootCrl(now.addDays(-1), now.addDays(9)).value();
        } else if (request.path == "/trung-gian.crl") {
            answer.body = m_remote->intermediateCrl(now.addDays(-1), now.addDays(9)).value();
        } else if (request.path == "/trung-gian.der") {
            answer.body = m_remote->intermediateCertificate();
        } else {
            answer.status = 404; // no OCSP today: the lists have to do
        }
        return answer;
    });
    makeRemote(server.url());
    const QStringList words{u"verify"_s,          u"--json"_s,
                            u"--trust"_s,         path(u"remote root"_s),
                            u"--ask"_s,           u"127.0.0.1:%1"_s.arg(server.port()),
                            path(u"remote.pdf"_s)};
    QCOMPARE(run(words + QStringList{u"--offline"_s}).exitCode, 2);
    QVERIFY(server.requests().isEmpty());
    const Outcome online = run(words);
    QVERIFY2(online.exitCode == 0, qPrintable(online.out));
    QVERIFY(!server.requests().isEmpty());
}

void TestVerifyCommand::nobodyUnnamedIsAsked() {
    const support::LittleServer server(
        [](const support::LittleServer::Request&) { return support::LittleServer::Answer{}; });
    makeRemote(server.url());
    // The certificates name the server, but it lies on this machine and nobody allowed it.
    const Outcome outcome =
        run({u"verify"_s, u"--json"_s, u"--trust"_s, path(u"remote root"_s), path(u"remote.pdf"_s)});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(server.requests().isEmpty());
}

void TestVerifyCommand::aReportIsWritten() {
    const QString report = path(u"kết quả.pdf"_s);
    const Outcome outcome = run({u"verify"_s, u"--json"_s, u"--offline"_s, u"--report"_s, report, path(u"valid.pdf"_s),
                                 path(u"unsigned.pdf"_s)});
    QCOMPARE(outcome.exitCode, 2);
    QCOMPARE(outcome.lines().size(), 2);
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.contains("/Count 2"));
    QCOMPARE(run({u"verify"_s, u"--report="_s + path(u"không có/kết quả.pdf"_s), path(u"valid.pdf"_s)}).exitCode, 73);
}

void TestVerifyCommand::usageIsTold_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no file") << QStringList{};
    QTest::newRow("unknown option") << QStringList{u"--all"_s, path(u"valid.pdf"_s)};
    QTest::newRow("no such folder") << QStringList{u"--trust"_s, path(u"không có"_s), path(u"valid.pdf"_s)};
    QTest::newRow("no such time") << QStringList{u"--at"_s, u"hôm qua"_s, path(u"valid.pdf"_s)};
}

void TestVerifyCommand::usageIsTold() {
    QFETCH(QStringList, words);
    const Outcome outcome = run(QStringList{u"verify"_s} + words);
    QCOMPARE(outcome.exitCode, 64);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(!outcome.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestVerifyCommand)
#include "test_verifycommand.moc"
