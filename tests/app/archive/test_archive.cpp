// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/dossierexport.h"
#include "app/archive/manifest.h"
#include "exchange/protocol/message.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

} // namespace

class TestArchive : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_folder.reset(); }

    void exportHoldsEveryByte();
    void manifestIsReadBySha256sum();
    void changesAreFound_data();
    void changesAreFound();
    void brokenExportsAreRefused_data();
    void brokenExportsAreRefused();
    void takenFolderIsLeftAlone();
    void changedSourceIsNotExported();
    void unwritableTargetLeavesNothing();

private:
    QString path(const QString& relative) const { return m_folder->filePath(relative); }
    ExportFile source(const QString& name, const QByteArray& bytes, const QString& role);
    Result<ExportReceipt> writeSample();

    std::unique_ptr<QTemporaryDir> m_folder;
    ExportDossier m_dossier;
};

ExportFile TestArchive::source(const QString& name, const QByteArray& bytes, const QString& role) {
    const QString file = path(u"source-"_s + name);
    put(file, bytes);
    return {.sourcePath = file, .sha256 = exchange::sha256Hex(bytes), .name = name, .role = role};
}

void TestArchive::init() {
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/hồ sơ XXXXXX"_s);
    QVERIFY(m_folder->isValid());
    ExportDocument letter;
    letter.id = u"1"_s;
    letter.kindName = u"Công văn"_s;
    letter.subject = u"<đề nghị> & \"góp ý\""_s;
    letter.direction = u"outgoing"_s;
    letter.date = QDate(2026, 11, 23);
    letter.files = {source(u"document.pdf"_s, "%PDF-letter", u"document"_s),
                    source(u"packet.edxml"_s, QByteArray(3 << 20, 'x'), u"packet"_s)};
    ExportDocument answer = letter;
    answer.id = u"2"_s;
    answer.direction = u"incoming"_s;
    answer.files = {source(u"answer.pdf"_s, "%PDF-answer", u"document"_s)};
    m_dossier.code = u"H99.02.2026.01"_s;
    m_dossier.title = u"Hồ sơ thử"_s;
    m_dossier.documents = {letter, answer};
}

Result<ExportReceipt> TestArchive::writeSample() {
    return writeDossier(m_dossier, path(u"xuất/gói 1"_s));
}

void TestArchive::exportHoldsEveryByte() {
    const auto receipt = writeSample();
    QVERIFY2(receipt, qPrintable(receipt ? QString() : receipt.error().detail));
    QCOMPARE(receipt->documents, 2);
    QCOMPARE(receipt->files, 3);
    for (qsizetype index = 0; index < m_dossier.documents.size(); ++index) {
        for (const ExportFile& file : m_dossier.documents.at(index).files) {
            const QString copy =
                receipt->folder + u"/documents/%1/"_s.arg(index + 1, 4, 10, QLatin1Char('0')) + file.name;
            QCOMPARE(contentOf(copy), contentOf(file.sourcePath));
        }
    }
    const auto check = checkDossier(receipt->folder);
    QVERIFY(check);
    QVERIFY(check->holds());
    QCOMPARE(check->documents, 2);
    QCOMPARE(check->files, 3);
    // Nothing unfinished lies beside it.
    QCOMPARE(QDir(path(u"xuất"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
}

void TestArchive::manifestIsReadBySha256sum() {
    const QString program = QStandardPaths::findExecutable(u"sha256sum"_s);
    if (program.isEmpty()) {
        QSKIP("sha256sum is not installed here, so its agreement cannot be tried");
    }
    const auto receipt = writeSample();
    QVERIFY(receipt);
    QProcess process;
    process.setWorkingDirectory(receipt->folder);
    process.start(program, {u"--check"_s, u"--strict"_s, u"--quiet"_s, QString::fromLatin1(manifestName)});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void TestArchive::changesAreFound_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("changed byte") << u"change"_s << u"export-file-changed"_s;
    QTest::newRow("removed file") << u"remove"_s << u"export-file-missing"_s;
    QTest::newRow("added file") << u"add"_s << u"export-file-unlisted"_s;
    QTest::newRow("link in place of a file") << u"link"_s << u"export-file-missing"_s;
    QTest::newRow("file and line taken away together") << u"unlist"_s << u"export-metadata-differs"_s;
}

void TestArchive::changesAreFound() {
    QFETCH(QString, change);
    QFETCH(QString, code);
    const auto receipt = writeSample();
    QVERIFY(receipt);
    const QString victim = receipt->folder + u"/documents/0002/answer.pdf"_s;
    const QString manifest = receipt->folder + u'/' + QLatin1StringView(manifestName);
    if (change == u"change"_s) {
        put(victim, "%PDF-answeR");
    } else if (change == u"add"_s) {
        put(receipt->folder + u"/documents/0001/.hidden"_s, "x");
    } else {
        QVERIFY(QFile::remove(victim));
    }
    if (change == u"link"_s) {
        QVERIFY(QFile::link(m_dossier.documents.at(1).files.first().sourcePath, victim));
    } else if (change == u"unlist"_s) {
        QByteArrayList lines = contentOf(manifest).split('\n');
        lines.removeIf([](const QByteArray& line) { return line.endsWith("answer.pdf"); });
        put(manifest, lines.join('\n'));
    }
    const auto check = checkDossier(receipt->folder);
    QVERIFY(check);
    QVERIFY(!check->holds());
    QCOMPARE(check->problems.size(), 1);
    QCOMPARE(check->problems.first().code, code);
}

void TestArchive::brokenExportsAreRefused_data() {
    QTest::addColumn<QByteArray>("manifest");
    QTest::addColumn<QString>("code");
    const QByteArray hash(64, 'a');
    QTest::newRow("leaves the folder") << hash + "  ../source-answer.pdf\n" << u"export-manifest-unreadable"_s;
    QTest::newRow("absolute path") << hash + "  /etc/passwd\n" << u"export-manifest-unreadable"_s;
    QTest::newRow("no hash") << QByteArray("nonsense\n") << u"export-manifest-unreadable"_s;
    QTest::newRow("named twice") << hash + "  dossier.xml\n" + hash + "  dossier.xml\n"
                                 << u"export-manifest-unreadable"_s;
    QTest::newRow("empty") << QByteArray() << u"export-manifest-unreadable"_s;
    QTest::newRow("no manifest") << QByteArray("-") << u"export-not-found"_s;
}

void TestArchive::brokenExportsAreRefused() {
    QFETCH(QByteArray, manifest);
    QFETCH(QString, code);
    const auto receipt = writeSample();
    QVERIFY(receipt);
    const QString file = receipt->folder + u'/' + QLatin1StringView(manifestName);
    if (manifest == "-") {
        QVERIFY(QFile::remove(file));
    } else {
        put(file, manifest);
    }
    const auto check = checkDossier(receipt->folder);
    QVERIFY(!check);
    QCOMPARE(check.error().code, code);
}

void TestArchive::takenFolderIsLeftAlone() {
    QVERIFY(QDir(m_folder->path()).mkpath(u"xuất/gói 1"_s));
    put(path(u"xuất/gói 1/mine.txt"_s), "mine");
    const auto receipt = writeSample();
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().code, u"export-folder-taken"_s);
    QCOMPARE(contentOf(path(u"xuất/gói 1/mine.txt"_s)), QByteArray("mine"));
}

void TestArchive::changedSourceIsNotExported() {
    put(m_dossier.documents.first().files.first().sourcePath, "%PDF-lettex");
    const auto receipt = writeSample();
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().code, u"export-source-changed"_s);
    QVERIFY(QDir(path(u"xuất"_s)).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestArchive::unwritableTargetLeavesNothing() {
    put(path(u"file"_s), "in the way");
    const auto receipt = writeDossier(m_dossier, path(u"file/export"_s));
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().code, u"export-write-failed"_s);
}

QTEST_GUILESS_MAIN(TestArchive)
#include "test_archive.moc"
