// SPDX-License-Identifier: GPL-3.0-or-later
// `congvanctl sign` over files on disk, from outside.
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "tests/docsig/handmadepdf.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Outcome {
    int exitCode = -1;
    QJsonObject json;
    QString err;

    [[nodiscard]] QStringList states() const {
        QStringList states;
        for (const QJsonValue& one : json.value(u"results"_s).toArray()) {
            states.append(one.toObject().value(u"state"_s).toString());
        }
        return states;
    }
};

} // namespace

class TestSignFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aBatchIsSignedOnce();
    void aWrongPinSignsNothing();
    void wrongWords_data();
    void wrongWords();

private:
    QString put(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] Outcome sign(const QStringList& words, const QByteArray& pin = "mã thử\n") const;

    docsig::CryptoRuntime m_crypto;
    QTemporaryDir m_folder;
};

void TestSignFiles::initTestCase() {
    auto authority = docsig::DemoAuthority::create(QDateTime::currentDateTimeUtc());
    const auto person = authority->issuePerson({u"Trần Văn Bình"_s, {}, u"Sở Nội vụ"_s});
    QVERIFY(person && person->writePkcs12(m_folder.filePath(u"khóa.p12"_s), docsig::Pin::fromString(u"mã thử")));
    QVERIFY(authority->writeTrustFolder(m_folder.filePath(u"trust"_s)));
    QVERIFY(!put(u"a.pdf"_s, handmade::pdfWithTable()).isEmpty() &&
            !put(u"b.pdf"_s, handmade::pdfWithStreams()).isEmpty());
}

QString TestSignFiles::put(const QString& name, const QByteArray& bytes) const {
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

Outcome TestSignFiles::sign(const QStringList& words, const QByteArray& pin) const {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"CONGVAN_PROFILE"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CONGVAN_BIN_DIR "/congvanctl"),
                  QStringList{u"sign"_s, u"--json"_s, u"--pin-stdin"_s, u"--key"_s, m_folder.filePath(u"khóa.p12"_s),
                              u"--trust"_s, m_folder.filePath(u"trust"_s)} +
                      words);
    process.write(pin);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestSignFiles::aBatchIsSignedOnce() {
    const QString out = m_folder.filePath(u"đã ký"_s);
    const QString list = put(u"danh sách"_s, "# hai văn bản\n" + m_folder.filePath(u"a.pdf"_s).toUtf8() +
                                                 "\tanchor=Quyet dinh\n\n" + m_folder.filePath(u"b.pdf"_s).toUtf8() +
                                                 "\n" + m_folder.filePath(u"không có.pdf"_s).toUtf8() + "\n");
    const QStringList words{u"--list"_s,          list,          u"--output-dir"_s, out,           u"--at"_s,
                            u"1,100,200,50,20"_s, u"--scheme"_s, u"pss"_s,          u"--digest"_s, u"sha384"_s};
    const Outcome first = sign(words);
    QVERIFY2(first.exitCode == 1, qPrintable(first.err));
    QCOMPARE(first.states(), (QStringList{u"signed"_s, u"signed"_s, u"not-signed"_s}));
    QProcess verify;
    verify.start(QStringLiteral(CONGVAN_BIN_DIR "/congvanctl"),
                 {u"verify"_s, u"--trust"_s, m_folder.filePath(u"trust"_s), out + u"/a.pdf"_s});
    QVERIFY(verify.waitForFinished());
    QCOMPARE(verify.exitCode(), 0);
    const Outcome second = sign(words);
    QCOMPARE(second.states(), (QStringList{u"signed-before"_s, u"signed-before"_s, u"not-signed"_s}));
}

void TestSignFiles::aWrongPinSignsNothing() {
    const QString out = m_folder.filePath(u"sai"_s);
    const Outcome outcome =
        sign({u"--output-dir"_s, out, u"--at"_s, u"1,100,200,50,20"_s, m_folder.filePath(u"a.pdf"_s)}, "sai\n");
    QCOMPARE(outcome.exitCode, 77);
    QVERIFY2(outcome.err.contains(u"[pkcs12-wrong-pin]"_s), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(out + u"/a.pdf"_s));
}

void TestSignFiles::wrongWords_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("code");
    const QStringList out{u"--output-dir"_s, u"x"_s};
    QTest::newRow("no place") << out << u"batch-place-unreadable"_s;
    QTest::newRow("place of four numbers") << out + QStringList{u"--at"_s, u"1,2,3,4"_s} << u"batch-place-unreadable"_s;
    QTest::newRow("page 0") << out + QStringList{u"--at"_s, u"0,2,3,4,5"_s} << u"batch-place-unreadable"_s;
    QTest::newRow("digest") << out + QStringList{u"--field"_s, u"x"_s, u"--digest"_s, u"md5"_s}
                            << u"sign-method-unknown"_s;
    QTest::newRow("scheme") << out + QStringList{u"--field"_s, u"x"_s, u"--scheme"_s, u"raw"_s}
                            << u"sign-method-unknown"_s;
    QTest::newRow("picture") << out + QStringList{u"--field"_s, u"x"_s, u"--picture"_s, u"không có.png"_s}
                             << u"sign-picture-unreadable"_s;
    QTest::newRow("list") << out + QStringList{u"--field"_s, u"x"_s, u"--list"_s, u"không có"_s}
                          << u"batch-list-unreadable"_s;
}

void TestSignFiles::wrongWords() {
    QFETCH(QStringList, words);
    QFETCH(QString, code);
    const Outcome outcome = sign(words + QStringList{m_folder.filePath(u"a.pdf"_s)});
    QVERIFY2(outcome.err.contains(u'[' + code + u']'), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(u"x"_s));
}

QTEST_GUILESS_MAIN(TestSignFiles)
#include "test_signfiles.moc"
