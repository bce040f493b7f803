// SPDX-License-Identifier: GPL-3.0-or-later
// The verify worker: the same report as without it, and one finding for whatever goes wrong in it.
#include "docsig/pades/padesverifier.h"
#include "docsig/report/reportjson.h"
#include "docsig/worker/verifyclient.h"
#include "tests/docsig/handmadepdf.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace docsig;

namespace {

const QString worker = QStringLiteral(CONGVAN_BIN_DIR "/congvan-verify");

} // namespace

class TestVerifyWorker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theReportIsTheVerifiersOwn();
    void filesAndBytesGiveTheSame();
    void aMissingTrustFolderIsTold();
    void brokenWorkersAreOneFinding_data();
    void brokenWorkersAreOneFinding();
    void aMissingWorkerIsTold();
    void aMissingFileIsTold();
    void cancellingEndsTheWorker();
    void nothingIsInherited();
    void byHandTheExitCodeIsTheVerdict_data();
    void byHandTheExitCodeIsTheVerdict();

private:
    QString program(const QByteArray& script);

    QTemporaryDir m_folder;
};

QString TestVerifyWorker::program(const QByteArray& script) {
    const QString path = m_folder.filePath(u"chương trình %1"_s.arg(qHash(script)));
    QFile file(path);
    const QByteArray text = "#!/bin/sh\n" + script + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        return {};
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

void TestVerifyWorker::theReportIsTheVerifiersOwn() {
    for (const QByteArray& pdf : {handmade::pdfWithTable(), handmade::pdfWithStreams(), handmade::certifiedPdf(),
                                  QByteArray("no PDF"), QByteArray()}) {
        const SignatureReport direct = PadesVerifier(TrustStore()).verify(pdf, {});
        QCOMPARE(VerifyClient(worker, {}).verifyBytes(pdf, {}), direct);
    }
}

void TestVerifyWorker::filesAndBytesGiveTheSame() {
    const QString path = m_folder.filePath(u"Quyết định số 7.pdf"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(handmade::pdfWithTable()) > 0);
    file.close();
    const VerifyClient client(worker, {});
    const SignatureReport report = client.verifyFile(path, {});
    QCOMPARE(report.verdict, Verdict::Unsigned);
    QCOMPARE(report, client.verifyBytes(handmade::pdfWithTable(), {}));
}

void TestVerifyWorker::aMissingTrustFolderIsTold() {
    const SignatureReport report =
        VerifyClient(worker, m_folder.filePath(u"không có"_s)).verifyBytes(handmade::pdfWithTable(), {});
    QCOMPARE(report.findings.size(), 1);
    QCOMPARE(report.findings.constFirst().code, u"trust-folder-missing"_s);
}

void TestVerifyWorker::brokenWorkersAreOneFinding_data() {
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("code");
    QTest::newRow("crash") << QByteArray("kill -SEGV $$") << u"worker-died"_s;
    QTest::newRow("exit code") << QByteArray("exit 3") << u"worker-died"_s;
    QTest::newRow("no answer") << QByteArray("exit 0") << u"worker-died"_s;
    QTest::newRow("garbage") << QByteArray("echo '{\"verdict\": \"valid\"'") << u"worker-died"_s;
    QTest::newRow("a report that says too little") << QByteArray("echo '{\"verdict\": \"valid\"}'") << u"worker-died"_s;
    QTest::newRow("hangs") << QByteArray("exec sleep 600") << u"worker-timeout"_s;
    QTest::newRow("counts for ever") << QByteArray("while :; do :; done") << u"worker-timeout"_s;
    QTest::newRow("talks for ever") << QByteArray("exec yes") << u"worker-too-talkative"_s;
}

void TestVerifyWorker::brokenWorkersAreOneFinding() {
    QFETCH(QByteArray, script);
    QFETCH(QString, code);
    const bool talks = code == u"worker-too-talkative";
    const WorkerLimits limits{2LL << 30, 1, talks ? 60'000 : script.startsWith("while") ? 30'000 : 500};
    const WorkerLimits patient{2LL << 30, 20, 30'000};
    const SignatureReport report = VerifyClient(program(script), {}, code == u"worker-died" || talks ? patient : limits)
                                       .verifyBytes(handmade::pdfWithTable(), {});
    QCOMPARE(report.verdict, Verdict::Unreadable);
    QCOMPARE(report.findings.size(), 1);
    QCOMPARE(report.findings.constFirst().code, code);
}

void TestVerifyWorker::aMissingWorkerIsTold() {
    const SignatureReport report = VerifyClient(m_folder.filePath(u"không có"_s), {}).verifyBytes("x", {});
    QCOMPARE(report.findings.constFirst().code, u"worker-not-started"_s);
}

void TestVerifyWorker::aMissingFileIsTold() {
    const SignatureReport report = VerifyClient(worker, {}).verifyFile(m_folder.filePath(u"không có.pdf"_s), {});
    QCOMPARE(report.verdict, Verdict::Unreadable);
    QCOMPARE(report.findings.constFirst().code, u"worker-file-unreadable"_s);
}

void TestVerifyWorker::cancellingEndsTheWorker() {
    std::stop_source source;
    source.request_stop();
    const SignatureReport report = VerifyClient(program("exec sleep 600"), {}).verifyBytes("x", {}, source.get_token());
    QCOMPARE(report.findings.constFirst().code, u"worker-cancelled"_s);
}

/// Neither the caller's open files nor its environment reach the worker.
void TestVerifyWorker::nothingIsInherited() {
    const int open = ::open("/dev/null", O_RDONLY); // without close-on-exec
    QVERIFY(open > 2);
    qputenv("CONGVAN_SECRET", "x");
    const QByteArray answer =
        QJsonDocument(toJson(PadesVerifier(TrustStore()).verify("no PDF", {}))).toJson(QJsonDocument::Compact);
    const QByteArray script = "if [ -e /proc/$$/fd/" + QByteArray::number(open) + " ] && [ \"$(readlink /proc/$$/fd/" +
                              QByteArray::number(open) + ")\" = /dev/null ]; then exit 5; fi\n" +
                              "if [ -n \"$CONGVAN_SECRET\" ]; then exit 6; fi\n" + "printf '%s' '" + answer + "'";
    const SignatureReport report = VerifyClient(program(script), {}).verifyBytes("no PDF", {});
    ::close(open);
    qunsetenv("CONGVAN_SECRET");
    QCOMPARE(report.findings.constFirst().code, u"pdf-not-a-pdf"_s);
}

void TestVerifyWorker::byHandTheExitCodeIsTheVerdict_data() {
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<int>("code");
    QTest::newRow("unsigned") << handmade::pdfWithTable() << 3;
    QTest::newRow("unreadable") << QByteArray("no PDF") << 4;
}

void TestVerifyWorker::byHandTheExitCodeIsTheVerdict() {
    QFETCH(QByteArray, pdf);
    QFETCH(int, code);
    const QString path = m_folder.filePath(u"tệp.pdf"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size());
    file.close();
    QProcess process;
    process.start(worker, {u"verify"_s, u"--json"_s, u"--offline"_s, u"--integrity-only"_s, path});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), code);
    QVERIFY(fromJson(QJsonDocument::fromJson(process.readAllStandardOutput()).object()));
}

QTEST_GUILESS_MAIN(TestVerifyWorker)
#include "test_verifyworker.moc"
