// SPDX-License-Identifier: GPL-3.0-or-later
// The kernel refuses what a worker must never do; what it needs goes on working.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString probe = QStringLiteral(CONGVAN_BIN_DIR "/sandboxprobe");

constexpr int refused = 0;
constexpr int done = 1;
constexpr int notWhole = 2;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true; ///< the sanitizers' own needs open two of the doors
#else
constexpr bool sanitized = false;
#endif

} // namespace

class TestSandbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theKernelRefuses_data();
    void theKernelRefuses();

private:
    [[nodiscard]] QString file(const QString& name, const QString& folder);

    QTemporaryDir m_folder;
    QString m_fonts;
    QString m_font;
    QString m_secret;
};

QString TestSandbox::file(const QString& name, const QString& folder) {
    QFile made(folder + u'/' + name);
    if (!made.open(QIODevice::WriteOnly) || made.write("x") != 1) {
        return {};
    }
    return made.fileName();
}

void TestSandbox::initTestCase() {
    m_fonts = m_folder.filePath(u"phông chữ"_s);
    QVERIFY(m_folder.isValid() && QDir().mkpath(m_fonts));
    m_font = file(u"chữ.ttf"_s, m_fonts);
    m_secret = file(u"khóa bí mật.p12"_s, m_folder.path());
    QVERIFY(!m_font.isEmpty() && !m_secret.isEmpty());
    // The deed is possible without the sandbox, so that a refusal is the sandbox's.
    QVERIFY(QFile(m_secret).open(QIODevice::ReadWrite));
}

void TestSandbox::theKernelRefuses_data() {
    QTest::addColumn<QString>("deed");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("withFonts");
    QTest::addColumn<int>("outcome");
    for (const bool fonts : {false, true}) {
        const auto row = [fonts](const char* name) -> QTestData& {
            return QTest::addRow("%s, %s", name, fonts ? "with fonts" : "without any file");
        };
        row("another file is not read") << u"read"_s << m_secret << fonts << refused;
        row("a system file is not read") << u"read"_s << u"/etc/passwd"_s << fonts << refused;
        row("a font is read where fonts are allowed") << u"read"_s << m_font << fonts << (fonts ? done : refused);
        row("a font is not written") << u"write"_s << m_font << fonts << refused;
        row("no file is made") << u"create"_s << m_fonts + u"/mới"_s << fonts << refused;
        row("no file is removed") << u"remove"_s << m_font << fonts << refused;
        row("no connection") << u"connect"_s << QString() << fonts << refused;
        row("no program") << u"start"_s << QString() << fonts << refused;
        row("no process") << u"fork"_s << QString() << fonts << refused;
        row("no memory to run") << u"run memory"_s << QString() << fonts << refused;
        if (!sanitized) {
            row("no signal to others") << u"signal"_s << QString() << fonts << refused;
        }
    }
}

void TestSandbox::theKernelRefuses() {
    QFETCH(QString, deed);
    QFETCH(QString, path);
    QFETCH(bool, withFonts);
    QFETCH(int, outcome);
    QProcess process;
    process.start(probe, QStringList{deed, path} + (withFonts ? QStringList{m_fonts} : QStringList()));
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    if (process.exitCode() == notWhole) {
        QSKIP("this kernel has no seccomp or no Landlock: the workers warn and run under limits alone");
    }
    QCOMPARE(process.exitCode(), outcome);
    QVERIFY(QFile::exists(m_font));
}

QTEST_GUILESS_MAIN(TestSandbox)
#include "test_sandbox.moc"
