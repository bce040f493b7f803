// SPDX-License-Identifier: GPL-3.0-or-later
// congvanctl from outside: words in, exit code, standard output and standard error out.
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestRun = 240'000;

struct Outcome {
    int exitCode = -1;
    QString out;
    QString err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

Outcome run(const QStringList& words, const QByteArray& input = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"CONGVAN_PROFILE"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CONGVAN_BIN_DIR "/congvanctl"), words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(longestRun)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

QString put(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes) {
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        return {};
    }
    return file.fileName();
}

/// A whole PDF of one empty page, made by arithmetic.
QByteArray emptyPdf() {
    QByteArray pdf = "%PDF-1.7\n";
    QList<qsizetype> offsets;
    const QList<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>"};
    for (qsizetype index = 0; index < objects.size(); ++index) {
        offsets << pdf.size();
        pdf += QByteArray::number(index + 1) + " 0 obj\n" + objects[index] + "\nendobj\n";
    }
    const qsizetype table = pdf.size();
    pdf += "xref\n0 4\n0000000000 65535 f \n";
    for (const qsizetype offset : offsets) {
        pdf += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    }
    return pdf + "trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
}

} // namespace

class TestCongvanctl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void helpOfEveryCommandTellsItsExitCodes();
    void errorsAreOneSentenceWithACode_data();
    void errorsAreOneSentenceWithACode();
    void verifyAnswersByExitCode_data();
    void verifyAnswersByExitCode();
    void verifyPrintsOneJsonObject();
    void everyCodeHasASentenceInBothLanguages();
    void theLanguageIsChosen();
    void packetCheckRefusesWhatIsNoPacket();
    void evidenceSettingsAreKept();
    void packetSettingsAreKept();
    void pdfaCheckNamesTheClause();
    void theStampHasItsSize();
    void theWholeJobHoldsTwice();

private:
    void purposesHoldIn(const QString& world, const QString& exported);
};

void TestCongvanctl::helpOfEveryCommandTellsItsExitCodes() {
    const Outcome overview = run({u"--help"_s});
    QCOMPARE(overview.exitCode, 0);
    const QStringList lines = overview.out.section(u"commands:\n"_s, 1).section(u"\n\n"_s, 0, 0).split(u'\n');
    QVERIFY(lines.size() > 25);
    for (const QString& line : lines) {
        const QString name = line.mid(2, 26).trimmed();
        const Outcome help = run(name.split(u' ') + QStringList{u"--help"_s});
        QVERIFY2(help.exitCode == 0, qPrintable(name));
        QVERIFY2(help.out.contains(u"exit codes:"_s) && help.out.startsWith(u"usage: congvanctl "_s + name),
                 qPrintable(name));
    }
}

void TestCongvanctl::errorsAreOneSentenceWithACode_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("exitCode");
    const auto row = [](const char* name, const QStringList& words, const QString& code, int exitCode) {
        QTest::newRow(name) << words << code << exitCode;
    };
    row("no such command", {u"fly"_s}, u"command-unknown"_s, 64);
    row("no such option", {u"verify"_s, u"--fly"_s}, u"option-unknown"_s, 64);
    row("option without value", {u"verify"_s, u"--trust"_s}, u"option-without-value"_s, 64);
    row("option twice", {u"verify"_s, u"--at=1"_s, u"--at=2"_s, u"x"_s}, u"option-twice"_s, 64);
    row("argument missing", {u"verify"_s}, u"argument-missing"_s, 64);
    row("no profile named", {u"inbox"_s}, u"profile-not-named"_s, 64);
    row("no profile there", {u"inbox"_s, u"--profile"_s, u"không có hồ sơ"_s}, u"profile-missing"_s, 66);
    row("no such folder", {u"list"_s, u"attic"_s}, u"folder-unknown"_s, 64);
    row("date that is none", {u"number"_s, u"x"_s, u"--date"_s, u"30/02/2026"_s}, u"date-unreadable"_s, 64);
    row("purpose that is none", {u"sign-as"_s, u"fly"_s, u"x"_s}, u"purpose-unknown"_s, 64);
    row("kind of copy that is none", {u"sign-as"_s, u"copy"_s, u"x"_s, u"--kind"_s, u"sao"_s}, u"copy-kind-unknown"_s,
        64);
    row("place that is none", {u"stamp"_s, u"x"_s, u"--place"_s, u"10"_s}, u"place-unreadable"_s, 64);
    row("no file to check", {u"pdfa"_s, u"check"_s, u"không có.pdf"_s}, u"input-unreadable"_s, 66);
    row("export that is not there", {u"dossier"_s, u"check"_s, u"không có"_s}, u"export-not-found"_s, 66);
}

void TestCongvanctl::errorsAreOneSentenceWithACode() {
    QFETCH(QStringList, words);
    QFETCH(QString, code);
    QFETCH(int, exitCode);
    const Outcome outcome = run(words);
    QVERIFY2(outcome.err.contains(u'[' + code + u']'), qPrintable(outcome.err));
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY(outcome.err.startsWith(u"congvanctl: "_s));
    QCOMPARE(outcome.exitCode, exitCode);
}

void TestCongvanctl::verifyAnswersByExitCode_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("not a PDF") << QByteArray("Kính gửi: Các sở, ban, ngành") << u"unreadable"_s << 4;
    QTest::newRow("nothing") << QByteArray() << u"unreadable"_s << 4;
    QTest::newRow("no signature") << emptyPdf() << u"unsigned"_s << 3;
}

void TestCongvanctl::verifyAnswersByExitCode() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, verdict);
    QFETCH(int, exitCode);
    const QTemporaryDir folder;
    const QString path = put(folder, u"văn bản đến.pdf"_s, bytes);
    const Outcome outcome = run({u"verify"_s, u"--json"_s, u"--offline"_s, u"--integrity-only"_s, path});
    QCOMPARE(outcome.json().value(u"verdict"_s).toString(), verdict);
    QCOMPARE(outcome.exitCode, exitCode);
}

void TestCongvanctl::verifyPrintsOneJsonObject() {
    const QTemporaryDir folder;
    const Outcome outcome = run({u"verify"_s, u"--json"_s, put(folder, u"a.pdf"_s, "x")});
    QCOMPARE(outcome.out.count(u'\n'), 1);
    QVERIFY(!outcome.json().value(u"findings"_s).toArray().isEmpty());
}

void TestCongvanctl::everyCodeHasASentenceInBothLanguages() {
    const QJsonArray vietnamese =
        run({u"codes"_s, u"--json"_s, u"--language"_s, u"vi"_s}).json().value(u"codes"_s).toArray();
    const QJsonArray english =
        run({u"codes"_s, u"--json"_s, u"--language"_s, u"en"_s}).json().value(u"codes"_s).toArray();
    QVERIFY(vietnamese.size() > 50);
    QCOMPARE(vietnamese.size(), english.size());
    for (qsizetype index = 0; index < english.size(); ++index) {
        const QString one = english[index].toObject().value(u"sentence"_s).toString();
        const QString other = vietnamese[index].toObject().value(u"sentence"_s).toString();
        const QString code = english[index].toObject().value(u"code"_s).toString();
        QVERIFY2(!one.isEmpty() && !other.isEmpty() && one != other, qPrintable(code));
        QVERIFY2(!one.contains(u'!') && !other.contains(u'!'), qPrintable(code));
    }
}

void TestCongvanctl::theLanguageIsChosen() {
    const Outcome vietnamese = run({u"inbox"_s, u"--language"_s, u"vi"_s});
    const Outcome english = run({u"inbox"_s, u"--language"_s, u"en"_s});
    QVERIFY2(vietnamese.err.contains(u"thư mục hồ sơ"_s), qPrintable(vietnamese.err));
    QVERIFY2(english.err.contains(u"Name the profile folder"_s), qPrintable(english.err));
}

void TestCongvanctl::packetCheckRefusesWhatIsNoPacket() {
    const QTemporaryDir folder;
    const Outcome outcome = run({u"packet"_s, u"check"_s, put(folder, u"gói.edxml"_s, "no XML at all"), u"--json"_s});
    QCOMPARE(outcome.exitCode, 65);
    QVERIFY(!outcome.json().value(u"error"_s).toString().isEmpty());
}

void TestCongvanctl::evidenceSettingsAreKept() {
    const QTemporaryDir folder;
    // A profile whose server is away: settings need none.
    put(folder, u"profile.json"_s, R"({"organId": "H99.02", "login": "an", "name": "An", "role": "officer"})");
    put(folder, u"secret.key"_s, "0123456789abcdef");
    QFile(folder.filePath(u"secret.key"_s)).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const auto office = [&](QStringList words) { return run(words << u"--profile"_s << folder.path()); };
    const auto evidence = [&] {
        return office({u"office"_s, u"show"_s, u"--json"_s}).json()[u"evidence"_s].toObject();
    };
    // An old profile says nothing about evidence: everything stays as it was.
    QCOMPARE(evidence()[u"signatureLevel"_s].toString(), u"B-B"_s);
    QCOMPARE(evidence()[u"sealLevel"_s].toString(), u"B-B"_s);
    const Outcome set = office({u"office"_s, u"set"_s, u"--tsa"_s, u"http://tsa.example/x"_s, u"--allow-host"_s,
                                u"ocsp.example"_s, u"--allow-host"_s, u"crl.example:8080"_s});
    QCOMPARE(set.exitCode, 0);
    QVERIFY2(set.out.contains(u"B-LTA"_s) && set.out.contains(u"http://tsa.example/x"_s), qPrintable(set.out));
    QCOMPARE(evidence()[u"signatureLevel"_s].toString(), u"B-T"_s);
    QCOMPARE(evidence()[u"sealLevel"_s].toString(), u"B-LTA"_s);
    QCOMPARE(evidence()[u"evidenceHosts"_s].toArray().size(), 2);
    QCOMPARE(office({u"office"_s, u"set"_s, u"--level"_s, u"B-LT"_s, u"--forget-host"_s, u"ocsp.example"_s}).exitCode,
             0);
    QCOMPARE(evidence()[u"signatureLevel"_s].toString(), u"B-LT"_s);
    QCOMPARE(evidence()[u"evidenceHosts"_s].toArray().size(), 1);
    const QList<std::pair<QStringList, QString>> wrong{{{u"--level"_s, u"B-X"_s}, u"level-unknown"_s},
                                                       {{u"--tsa"_s, u"ftp://x/"_s}, u"time-stamp-address-wrong"_s},
                                                       {{u"--allow-host"_s, u"a b"_s}, u"evidence-host-wrong"_s}};
    for (const auto& [words, code] : wrong) {
        const Outcome refused = office(QStringList{u"office"_s, u"set"_s} + words);
        QCOMPARE(refused.exitCode, 64);
        QVERIFY2(refused.err.contains(code), qPrintable(refused.err));
    }
    QCOMPARE(office({u"office"_s, u"set"_s, u"--tsa"_s, QString(), u"--level"_s, u"default"_s}).exitCode, 0);
    QCOMPARE(evidence()[u"sealLevel"_s].toString(), u"B-B"_s);
}

void TestCongvanctl::packetSettingsAreKept() {
    const QTemporaryDir folder;
    put(folder, u"profile.json"_s, R"({"organId": "H99.02", "login": "an", "name": "An", "role": "clerk"})");
    put(folder, u"secret.key"_s, "0123456789abcdef");
    QFile(folder.filePath(u"secret.key"_s)).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const auto office = [&](QStringList words) { return run(words << u"--profile"_s << folder.path()); };
    const auto packets = [&] { return office({u"office"_s, u"show"_s, u"--json"_s}).json()[u"packets"_s].toObject(); };
    // An old profile says nothing about packets: they are written as they always were.
    QCOMPARE(packets(),
             (QJsonObject{{u"packetProfile"_s, u"dotnet"_s}, {u"signPackets"_s, false}, {u"showTestUnits"_s, false}}));
    QCOMPARE(office({u"office"_s, u"set"_s, u"--packet-profile"_s, u"axis"_s, u"--sign-packets"_s, u"yes"_s,
                     u"--test-units"_s, u"yes"_s})
                 .exitCode,
             0);
    const QJsonObject kept{{u"packetProfile"_s, u"axis"_s}, {u"signPackets"_s, true}, {u"showTestUnits"_s, true}};
    QCOMPARE(packets(), kept);
    const QList<std::pair<QStringList, QString>> wrong{
        {{u"--packet-profile"_s, u"trục"_s}, u"packet-profile-unknown"_s},
        {{u"--sign-packets"_s, u"maybe"_s}, u"yes-or-no-wrong"_s},
        {{u"--test-units"_s, QString()}, u"yes-or-no-wrong"_s}};
    for (const auto& [words, code] : wrong) {
        const Outcome refused = office(QStringList{u"office"_s, u"set"_s} + words);
        QCOMPARE(refused.exitCode, 64);
        QVERIFY2(refused.err.contains(code), qPrintable(refused.err));
    }
    QCOMPARE(packets(), kept);
}

void TestCongvanctl::pdfaCheckNamesTheClause() {
    const QTemporaryDir folder;
    const Outcome outcome = run({u"pdfa"_s, u"check"_s, put(folder, u"a.pdf"_s, emptyPdf()), u"--json"_s});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.json().value(u"holds"_s).toBool(true), false);
    QStringList clauses;
    for (const QJsonValue& finding : outcome.json().value(u"findings"_s).toArray()) {
        clauses << finding.toObject().value(u"clause"_s).toString();
    }
    QVERIFY2(clauses.contains(u"6.1.3"_s) && clauses.contains(u"6.6.2"_s), qPrintable(clauses.join(u' ')));
    QVERIFY(run({u"pdfa"_s, u"clauses"_s, u"--json"_s}).json().value(u"clauses"_s).toArray().size() > 40);
}

void TestCongvanctl::theStampHasItsSize() {
    const QTemporaryDir folder;
    const QString input = put(folder, u"đến.pdf"_s, emptyPdf());
    const QString output = folder.filePath(u"bản đóng dấu.pdf"_s);
    const Outcome outcome = run({u"stamp"_s, input, u"--number"_s, u"45"_s, u"--agency"_s, u"Sở Tài chính"_s,
                                 u"--date"_s, u"2026-11-26"_s, u"--output"_s, output, u"--json"_s});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    const QJsonObject made = outcome.json();
    QVERIFY(qAbs(made.value(u"width"_s).toDouble() - 50) < 0.01 &&
            qAbs(made.value(u"height"_s).toDouble() - 35) < 0.01);
    QCOMPARE(made.value(u"text"_s).toString(), u"ĐẾN: 45, 26/11/2026"_s);
    QFile stamped(output);
    QVERIFY(stamped.open(QIODevice::ReadOnly));
    QVERIFY(stamped.readAll().startsWith(emptyPdf()));
    const Outcome nameless = run({u"stamp"_s, input, u"--number"_s, u"45"_s});
    QVERIFY2(nameless.err.contains(u"[purpose-text-missing]"_s), qPrintable(nameless.err));
}

/// What the job has made is PDF/A-2b to the last signature, and stays so when it is stamped and copied.
void TestCongvanctl::purposesHoldIn(const QString& world, const QString& exported) {
    const QString document = exported + u"/documents/0001/document.pdf"_s;
    const Outcome archive = run({u"pdfa"_s, u"check"_s, document});
    QVERIFY2(archive.exitCode == 0, qPrintable(archive.out));
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"sao y.pdf"_s);
    const QString key = world + u"/profiles/H99.02-vanthu/keys/seal.p12"_s;
    const Outcome copied = run({u"sign-as"_s, u"copy"_s, document, u"--agency"_s, u"Sở Nội vụ tỉnh Mẫu"_s, u"--key"_s,
                                key, u"--pin-stdin"_s, u"--output"_s, copy, u"--json"_s},
                               "CongVan-Demo-2026\n");
    QVERIFY2(copied.exitCode == 0, qPrintable(copied.err));
    QVERIFY(copied.json().value(u"text"_s).toString().startsWith(u"SAO Y; Sở Nội vụ tỉnh Mẫu; "_s));
    // A signature with its text, and the copied ones before it, hold; it adds at most 25 KB.
    QCOMPARE(run({u"verify"_s, u"--integrity-only"_s, copy}).exitCode, 0);
    QCOMPARE(run({u"pdfa"_s, u"check"_s, copy}).exitCode, 0);
    QVERIFY(QFileInfo(copy).size() - QFileInfo(document).size() <= 25 * 1024);

    const QString clerk = world + u"/profiles/H99.03-vanthu"_s;
    const QJsonArray accepted =
        run({u"list"_s, u"to-handle"_s, u"--profile"_s, clerk, u"--json"_s}).json().value(u"documents"_s).toArray();
    QVERIFY(!accepted.isEmpty());
    const QString stamped = folder.filePath(u"đến.pdf"_s);
    const Outcome arrival = run({u"arrival-copy"_s, accepted.first().toObject().value(u"id"_s).toString(),
                                 u"--profile"_s, clerk, u"--output"_s, stamped});
    QVERIFY2(arrival.exitCode == 0, qPrintable(arrival.err));
    QCOMPARE(run({u"pdfa"_s, u"check"_s, stamped}).exitCode, 0);
    // Laid over the page after signing, and said so: the original alone proves.
    QCOMPARE(run({u"verify"_s, u"--integrity-only"_s, stamped}).exitCode, 1);
}

void TestCongvanctl::theWholeJobHoldsTwice() {
    const QTemporaryDir folder;
    const QString world = folder.filePath(u"thế giới thử"_s);
    QString exported;
    for (int round = 0; round < 2; ++round) {
        const Outcome outcome = run({u"demo"_s, u"--folder"_s, world, u"--json"_s});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.out + outcome.err));
        const QJsonArray steps = outcome.json().value(u"steps"_s).toArray();
        QVERIFY(steps.size() > 20);
        for (const QJsonValue& step : steps) {
            const QString file = step.toObject().value(u"file"_s).toString();
            QVERIFY2(file.isEmpty() || QFile::exists(file), qPrintable(file));
        }
        exported = outcome.json().value(u"export"_s).toString();
    }
    QCOMPARE(run({u"dossier"_s, u"check"_s, exported}).exitCode, 0);

    purposesHoldIn(world, exported);
    QFile page(exported + u"/dossier.xml"_s);
    QVERIFY(page.open(QIODevice::ReadWrite | QIODevice::Append));
    QVERIFY(page.write(" ") == 1);
    page.close();
    const Outcome changed = run({u"dossier"_s, u"check"_s, exported, u"--json"_s});
    QCOMPARE(changed.exitCode, 1);
    QCOMPARE(changed.json().value(u"holds"_s).toBool(true), false);
}

QTEST_GUILESS_MAIN(TestCongvanctl)
#include "test_congvanctl.moc"
