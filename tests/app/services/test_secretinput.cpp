// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/vietnamtime.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"

#include <QGuiApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::OfficeWorld;

namespace {

const QString passphrase = u"sông Hồng bốn mùa nước đỏ"_s;
const QString secretSubject = u"Phương án bảo vệ kho lúa Bờ Xanh"_s;

/// Looks at memory that may have been given back, as somebody with a debugger would: what was not overwritten stands
/// there still.
#if defined(__clang__) || defined(__GNUC__)
__attribute__((no_sanitize("address"), noinline))
#endif
QChar wordAt(quintptr place, qsizetype index) {
    return QChar(reinterpret_cast<const volatile char16_t*>(place)[index]);
}

} // namespace

/// What is written in secret books comes in by standard input alone, and is wiped where the book let go of it.
class TestSecretInput : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_world.reset(); }

    void nothingSecretStandsOnTheCommandLine();
    void whatStandardInputHoldsIsRead();
    void textsAreWipedWithTheirLastOwner();

private:
    SecretBook& book() { return m_world->clerk(OfficeWorld::finance).secretBook(); }
    QString profileFolder() { return m_world->demo().profile(OfficeWorld::finance, Role::Clerk).folder; }
    QStringList command(const QStringList& words) {
        return words + QStringList{u"--profile"_s, profileFolder(), u"--json"_s, u"--pin-env"_s, u"SECRET_WORDS"_s};
    }

    std::unique_ptr<OfficeWorld> m_world;
};

void TestSecretInput::initTestCase() {
    qputenv("SECRET_WORDS", passphrase.toUtf8());
    m_world = std::make_unique<OfficeWorld>();
    SessionOptions options;
    options.secretCost = {.logN = 10, .r = 8, .p = 1};
    m_world->setOptions(options);
    CONGVAN_VERIFY(book().create(docsig::Pin::fromString(passphrase)));
    book().lock();
}

void TestSecretInput::nothingSecretStandsOnTheCommandLine() {
    m_world->close(OfficeWorld::finance, Role::Clerk);
    const QString ref = u"incoming/%1/1"_s.arg(vietnamToday().year());
    const QList<QStringList> refused{{u"enter"_s, u"incoming"_s},
                                     {u"enter"_s, u"incoming"_s, u"--subject"_s, secretSubject},
                                     {u"enter"_s, u"incoming"_s, u"-"_s, u"--subject="_s + secretSubject},
                                     {u"enter"_s, u"incoming"_s, secretSubject},
                                     {u"enter"_s, u"incoming"_s, u"-"_s, secretSubject},
                                     {u"correct"_s, ref, u"--withheld"_s, u"--reason"_s, secretSubject},
                                     {u"correct"_s, ref, u"-"_s, u"--office"_s, secretSubject},
                                     {u"void"_s, ref, u"--reason"_s, secretSubject}};
    for (const QStringList& words : refused) {
        const auto outcome = congvanctl::run(command(QStringList{u"secret"_s} + words), {},
                                             u"{\"counterpart\":\"Công an tỉnh Mẫu\",\"reason\":\"x\"}"_s.toUtf8());
        QCOMPARE(outcome.exitCode, 64);
        QVERIFY2(outcome.err.contains(u"secret-on-command-line"_s), qPrintable(words.join(u' ') + outcome.err));
        QVERIFY(!(outcome.err + outcome.out).contains(secretSubject)); // nor is it said again
    }
    const auto help = congvanctl::run({u"secret"_s, u"enter"_s, u"--help"_s});
    QVERIFY2(!help.out.contains(u"--subject"_s) && help.out.contains(u"counterpart"_s), qPrintable(help.out));
}

void TestSecretInput::whatStandardInputHoldsIsRead() {
    m_world->close(OfficeWorld::finance, Role::Clerk);
    const auto entered = [&](const QByteArray& input) {
        return congvanctl::run(command({u"secret"_s, u"enter"_s, u"outgoing"_s, u"-"_s}), {}, input);
    };
    const QList<std::pair<QByteArray, QString>> wrong{
        {"", u"secret-input-unreadable"_s},
        {"[1]", u"secret-input-unreadable"_s},
        {"{\"counterpart\":\"A\"", u"secret-input-unreadable"_s},
        {"{\"counterpart\":\"" + QByteArray(70'000, 'a') + "\"}", u"secret-input-unreadable"_s},
        {"{\"counterpart\":7}", u"secret-input-wrong"_s},
        {"{\"counterpart\":\"A\",\"bí mật\":\"B\"}", u"secret-input-wrong"_s},
        {"{\"counterpart\":\"A\",\"degree\":\"none\"}", u"secret-entry-wrong"_s},
        {"{\"counterpart\":\"A\",\"degree\":\"mật\"}", u"secret-input-wrong"_s},
        {"{\"counterpart\":\"A\",\"copies\":\"2\"}", u"secret-input-wrong"_s},
        {"{\"counterpart\":\"A\",\"copies\":1.5}", u"secret-entry-wrong"_s},
        {"{\"counterpart\":\"A\",\"date\":\"hôm qua\"}", u"secret-input-wrong"_s},
        {"{}", u"secret-entry-wrong"_s}};
    for (const auto& [input, code] : wrong) {
        const auto outcome = entered(input);
        QVERIFY2(outcome.exitCode > 0 && outcome.err.contains(code),
                 (input.left(60) + outcome.err.toUtf8()).constData());
    }
    // The passphrase is the first line of standard input where that is asked for, and the fields follow.
    const auto both = congvanctl::run({u"secret"_s, u"enter"_s, u"outgoing"_s, u"-"_s, u"--profile"_s, profileFolder(),
                                       u"--json"_s, u"--pin-stdin"_s},
                                      {}, passphrase.toUtf8() + "\n{\"counterpart\":\"A\",\"subject\":\"B\"}\n");
    QVERIFY2(both.exitCode == 0, qPrintable(both.err));
    QCOMPARE(both.json()[u"subject"_s].toString(), u"B"_s);
}

void TestSecretInput::textsAreWipedWithTheirLastOwner() {
    const QString pattern = u"Kho lúa Bờ Xanh "_s;
    SecretText copy;
    quintptr place = 0;
    {
        const SecretText text = pattern.repeated(8);
        place = reinterpret_cast<quintptr>(text.text().utf16());
        copy = text;
    }
    QCOMPARE(wordAt(place, 64), pattern.at(0)); // somebody has it still
    QString plain = copy;
    copy.wipe();
    QVERIFY(copy.isEmpty());
    QVERIFY(plain.startsWith(pattern)); // a plain string is never changed under its owner
    copy = SecretText(std::move(plain));
    plain = QString();
    copy.wipe();
    QCOMPARE(wordAt(place, 64), QChar(0));
    // What stands in the program is nobody's to be overwritten.
    SecretText literal = u"một chữ của chương trình"_s;
    literal.wipe();
    QCOMPARE(u"một chữ của chương trình"_s.size(), 24);
    // What the book gives out is shared with the book, and gone when both let go of it.
    CONGVAN_VERIFY(book().unlock(docsig::Pin::fromString(passphrase)));
    SecretRef ref;
    {
        const auto entered = book().enter(SecretDirection::Incoming, {.counterpart = u"Công an tỉnh Mẫu"_s,
                                                                      .subject = pattern.repeated(9).trimmed()});
        CONGVAN_VERIFY(entered);
        ref = entered->ref;
        const auto record = book().show(ref);
        CONGVAN_VERIFY(record);
        place = reinterpret_cast<quintptr>(record->entry.subject.text().utf16());
    }
    QCOMPARE(wordAt(place, 64), pattern.at(0));
    book().lock();
    QCOMPARE(wordAt(place, 64), QChar(0));
}

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime crypto;
    TestSecretInput test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_secretinput.moc"
