// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs11.h"
#include "tests/support/softhsmtoken.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <p11-kit/pkcs11.h>

using namespace docsig;
using namespace Qt::Literals::StringLiterals;
using support::SoftHsmToken;

class TokenTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void signs_data();
    void signs();
    void largeCurveTakesTheLargerDigest();
    void pssIsByChoice();
    void mechanismIsTheOneThatTheTokenHas_data();
    void mechanismIsTheOneThatTheTokenHas();
    void onePinServesAKeyThatAsksEachTime();
    void refusedPinIsNotTriedForTheNextSignature();
    void signingAnswers_data();
    void signingAnswers();
    void modulesOfTheSystemAreAllAsked();
    void severalTokensAreToldApartByTheKey();
    void keyIsChosenByItsId();
    void keysAreListedWithoutPin();
    void wrongPinIsCountedOnce();
    void emptyTokenIsNamed();
    void keyWithoutCertificateIsEmpty();
    void certificateOfAnotherKeyIsNotTrusted();
    void missingModule();
    void brokenModule();
    void tokenIsFoundByLabelOrSerial();
    void loginAnswers_data();
    void loginAnswers();
    void lockedTokenIsNotAsked();
    void emptyPinIsNotTried();
    void twoOfOneNameAreAmbiguous();

private:
    static QString obedientModule() { return QStringLiteral(CONGVAN_BIN_DIR "/congvan_obedient_module.so"); }
    [[nodiscard]] qint64 loginsTried() const { return QFile(m_log).size(); }
    [[nodiscard]] QByteArray logged(const QString& name) const;
    /// The told module's token gets the RSA key.
    void giveTheToldModuleItsKey();
    [[nodiscard]] QString put(const QString& name, const QByteArray& bytes) const;

    CryptoRuntime m_runtime;
    QTemporaryDir m_folder;
    QString m_log;
    DemoKey m_rsa;
    DemoKey m_elliptic;
};

void TokenTest::initTestCase() {
    QVERIFY2(!SoftHsmToken::modulePath().isEmpty(), "the package softhsm2 is needed");
    auto authority = DemoAuthority::create(QDateTime::currentDateTimeUtc());
    QVERIFY(authority);
    const auto rsa = authority->issuePerson({u"Nguyễn Văn A"_s, {}, {}});
    const auto elliptic = authority->issuePerson({u"Trần Thị B"_s, {}, {}}, DemoFlaw::None, KeyKind::EllipticCurve);
    QVERIFY(rsa && elliptic);
    m_rsa = *rsa;
    m_elliptic = *elliptic;
}

void TokenTest::init() {
    m_log = m_folder.filePath(u"logins"_s);
    QFile::remove(m_log);
    qputenv("CONGVAN_LOGIN_LOG", QFile::encodeName(m_log));
    qputenv("CONGVAN_LOGIN_RESULT", "0");
    qputenv("CONGVAN_TOKEN_FLAGS", "0");
    for (const char* name :
         {"CONGVAN_CONTEXT_RESULT", "CONGVAN_SIGN_RESULT", "CONGVAN_SLOT_EMPTY", "CONGVAN_KEY", "CONGVAN_CERTIFICATE",
          "CONGVAN_KEY_SLOT", "CONGVAN_ALWAYS_AUTHENTICATE", "CONGVAN_MECHANISMS", "CONGVAN_TOKENS"}) {
        qunsetenv(name);
    }
    const QString mechanisms = m_folder.filePath(u"mechanisms"_s);
    QFile::remove(mechanisms);
    qputenv("CONGVAN_MECHANISM_LOG", QFile::encodeName(mechanisms));
}

QByteArray TokenTest::logged(const QString& name) const {
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString TokenTest::put(const QString& name, const QByteArray& bytes) const {
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void TokenTest::giveTheToldModuleItsKey() {
    qputenv("CONGVAN_KEY", QFile::encodeName(put(u"key.der"_s, m_rsa.privateKey)));
    qputenv("CONGVAN_CERTIFICATE", QFile::encodeName(put(u"certificate.der"_s, m_rsa.certificate)));
}

void TokenTest::signs_data() {
    QTest::addColumn<bool>("rsa");
    QTest::addColumn<int>("digest");
    for (const bool rsa : {true, false}) {
        for (const Digest digest : {Digest::Sha256, Digest::Sha384, Digest::Sha512}) {
            QTest::addRow("%s/%d", rsa ? "RSA" : "ECDSA", int(digest)) << rsa << int(digest);
        }
    }
}

void TokenTest::signs() {
    QFETCH(bool, rsa);
    QFETCH(int, digest);
    const DemoKey& issued = rsa ? m_rsa : m_elliptic;
    SoftHsmToken token(u"Thẻ của tôi"_s, "123456");
    QCOMPARE(token.fault(), QString());
    QVERIFY(token.addKey("\x01", issued.privateKey));
    QVERIFY(token.addCertificate("\x01", issued.certificate));
    QVERIFY(token.addCertificate("\x02", issued.issuers.constFirst()));

    const auto key = openToken(SoftHsmToken::modulePath(), u"Thẻ của tôi"_s, Pin::fromUtf8("123456"));
    QVERIFY2(key, qPrintable(key ? QString() : key.error().code + key.error().detail));
    QCOMPARE((*key)->kind(), issued.kind);
    QCOMPARE((*key)->chain(), (QList<QByteArray>{issued.certificate, issued.issuers.constFirst()}));
    // sign() itself refuses a value that the certificate's key does not verify.
    const auto first = (*key)->sign(QByteArray("văn bản"), Digest(digest));
    const auto second = (*key)->sign(QByteArray("văn bản khác"), Digest(digest));
    QVERIFY2(first, qPrintable(first ? QString() : first.error().code));
    QVERIFY(second);
    QVERIFY(*first != *second);
}

void TokenTest::largeCurveTakesTheLargerDigest() {
    auto authority = DemoAuthority::create(QDateTime::currentDateTimeUtc());
    const auto issued =
        authority->issuePerson({u"Lê C"_s, {}, {}}, DemoFlaw::None, KeyKind::EllipticCurve, DemoCurve::P384);
    QVERIFY(issued);
    SoftHsmToken token(u"T"_s, "123456");
    QVERIFY(token.addKey("\x01", issued->privateKey) && token.addCertificate("\x01", issued->certificate));
    const auto key = openToken(SoftHsmToken::modulePath(), u"T"_s, Pin::fromUtf8("123456"));
    QVERIFY(key);
    QCOMPARE((*key)->fittingDigest(), Digest::Sha384);
    const auto value = (*key)->sign(QByteArray("văn bản"), (*key)->fittingDigest());
    QVERIFY2(value, qPrintable(value ? QString() : value.error().code));
    const auto pss = (*key)->sign(QByteArray("văn bản"), Digest::Sha384, SignatureScheme::RsaPss);
    QVERIFY(!pss);
    QCOMPARE(pss.error().code, u"key-scheme-unfit"_s);
}

void TokenTest::pssIsByChoice() {
    SoftHsmToken token(u"T"_s, "123456");
    QVERIFY(token.addKey("\x01", m_rsa.privateKey) && token.addCertificate("\x01", m_rsa.certificate));
    const auto key = openToken(SoftHsmToken::modulePath(), u"T"_s, Pin::fromUtf8("123456"));
    QVERIFY(key);
    QCOMPARE((*key)->fittingDigest(), Digest::Sha256);
    for (const Digest digest : {Digest::Sha256, Digest::Sha384, Digest::Sha512}) {
        const auto first = (*key)->sign(QByteArray("văn bản"), digest, SignatureScheme::RsaPss);
        const auto second = (*key)->sign(QByteArray("văn bản"), digest, SignatureScheme::RsaPss);
        QVERIFY2(first && second, qPrintable(first ? QString() : first.error().code + first.error().detail));
        QVERIFY(*first != *second); // salted; v1.5 gives the same value twice
    }
    QCOMPARE((*key)->sign(QByteArray("x"), Digest::Sha256).value(),
             (*key)->sign(QByteArray("x"), Digest::Sha256).value());
}

void TokenTest::mechanismIsTheOneThatTheTokenHas_data() {
    QTest::addColumn<QByteArray>("mechanisms");
    QTest::addColumn<bool>("pss");
    QTest::addColumn<QByteArray>("asked"); // empty: refused
    QTest::newRow("all") << QByteArray("1,d,40,43") << false << QByteArray("1,");
    QTest::newRow("hashes itself alone") << QByteArray("40,43") << false << QByteArray("40,");
    QTest::newRow("all, PSS") << QByteArray("1,d,40,43") << true << QByteArray("d,");
    QTest::newRow("PSS with its own hash alone") << QByteArray("1,43") << true << QByteArray("43,");
    QTest::newRow("no PSS") << QByteArray("1,40") << true << QByteArray();
    QTest::newRow("no RSA") << QByteArray("1041") << false << QByteArray();
}

void TokenTest::mechanismIsTheOneThatTheTokenHas() {
    QFETCH(QByteArray, mechanisms);
    QFETCH(bool, pss);
    QFETCH(QByteArray, asked);
    giveTheToldModuleItsKey();
    qputenv("CONGVAN_MECHANISMS", mechanisms);
    const auto key = openToken(obedientModule(), u"T"_s, Pin::fromUtf8("1234"));
    QVERIFY2(key, qPrintable(key ? QString() : key.error().code));
    const auto value =
        (*key)->sign(QByteArray("văn bản"), Digest::Sha256, pss ? SignatureScheme::RsaPss : SignatureScheme::Standard);
    QCOMPARE(logged(u"mechanisms"_s), asked);
    QCOMPARE(value.has_value(), !asked.isEmpty());
    if (!value) {
        QCOMPARE(value.error().code, u"token-mechanism-missing"_s);
    }
}

void TokenTest::onePinServesAKeyThatAsksEachTime() {
    giveTheToldModuleItsKey();
    qputenv("CONGVAN_ALWAYS_AUTHENTICATE", "1");
    const auto key = openToken(obedientModule(), u"T"_s, Pin::fromUtf8("1234"));
    QVERIFY2(key, qPrintable(key ? QString() : key.error().code));
    for (int i = 0; i < 3; ++i) {
        const auto value = (*key)->sign(QByteArray("văn bản"), Digest::Sha256);
        QVERIFY2(value, qPrintable(value ? QString() : value.error().code + value.error().detail));
    }
    QCOMPARE(logged(u"logins"_s), QByteArray("1ccc"));
}

void TokenTest::refusedPinIsNotTriedForTheNextSignature() {
    giveTheToldModuleItsKey();
    qputenv("CONGVAN_ALWAYS_AUTHENTICATE", "1");
    qputenv("CONGVAN_CONTEXT_RESULT", QByteArray::number(qulonglong(CKR_PIN_INCORRECT), 16));
    const auto key = openToken(obedientModule(), u"T"_s, Pin::fromUtf8("1234"));
    QVERIFY(key);
    for (int i = 0; i < 3; ++i) {
        const auto value = (*key)->sign(QByteArray("văn bản"), Digest::Sha256);
        QVERIFY(!value);
        QCOMPARE(value.error().code, u"token-wrong-pin"_s);
    }
    QCOMPARE(logged(u"logins"_s), QByteArray("1c"));
}

void TokenTest::signingAnswers_data() {
    QTest::addColumn<qulonglong>("answer");
    QTest::addColumn<bool>("slotEmpty");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, CK_RV answer, bool slotEmpty, const QString& code) {
        QTest::newRow(name) << qulonglong(answer) << slotEmpty << code;
    };
    row("taken out", CKR_DEVICE_REMOVED, false, u"token-removed"_s);
    row("taken out, told badly", CKR_DEVICE_ERROR, true, u"token-removed"_s);
    row("broken", CKR_DEVICE_ERROR, false, u"token-failed"_s);
    row("cancelled", CKR_FUNCTION_CANCELED, false, u"token-cancelled"_s);
    row("refused on the keypad", CKR_FUNCTION_REJECTED, false, u"token-cancelled"_s);
    row("locked meanwhile", CKR_PIN_LOCKED, false, u"token-locked"_s);
}

void TokenTest::signingAnswers() {
    QFETCH(qulonglong, answer);
    QFETCH(bool, slotEmpty);
    QFETCH(QString, code);
    giveTheToldModuleItsKey();
    const auto key = openToken(obedientModule(), u"T"_s, Pin::fromUtf8("1234"));
    QVERIFY(key);
    QVERIFY((*key)->sign(QByteArray("văn bản"), Digest::Sha256));
    qputenv("CONGVAN_SIGN_RESULT", QByteArray::number(answer, 16));
    if (slotEmpty) {
        qputenv("CONGVAN_SLOT_EMPTY", "1");
    }
    const auto value = (*key)->sign(QByteArray("văn bản"), Digest::Sha256);
    QVERIFY(!value);
    QCOMPARE(value.error().code, code);
    QCOMPARE(logged(u"logins"_s), QByteArray("1"));
}

void TokenTest::modulesOfTheSystemAreAllAsked() {
    // p11-kit takes no configuration of a test's own where it runs as root: the package's has to be there.
    if (!QFile::exists(u"/usr/share/p11-kit/modules/softhsm2.module"_s)) {
        QSKIP("p11-kit's configuration does not name SoftHSM2 here");
    }
    SoftHsmToken token(u"Thẻ SoftHSM"_s, "123456");
    QVERIFY(token.addKey("\x05", m_elliptic.privateKey) && token.addCertificate("\x05", m_elliptic.certificate));
    const auto named = openToken({}, u"Thẻ SoftHSM"_s, Pin::fromUtf8("123456"));
    QVERIFY2(named, qPrintable(named ? QString() : named.error().code));
    const auto byKey = openToken({}, {}, Pin::fromUtf8("123456"), "\x05");
    QVERIFY2(byKey, qPrintable(byKey ? QString() : byKey.error().code));
    QCOMPARE((*named)->chain().constFirst(), m_elliptic.certificate);
    QCOMPARE((*byKey)->chain().constFirst(), m_elliptic.certificate);
}

void TokenTest::severalTokensAreToldApartByTheKey() {
    giveTheToldModuleItsKey();
    qputenv("CONGVAN_TOKENS", "3");
    qputenv("CONGVAN_KEY_SLOT", "2");
    QVERIFY(openToken(obedientModule(), {}, Pin::fromUtf8("1"), "\x01"));
    QCOMPARE(logged(u"logins"_s), QByteArray("1"));
    QVERIFY(openToken(obedientModule(), u"2"_s, Pin::fromUtf8("1")));
    const auto empty = openToken(obedientModule(), u"3"_s, Pin::fromUtf8("1"));
    QVERIFY(!empty);
    QCOMPARE(empty.error().code, u"token-empty"_s);
    qunsetenv("CONGVAN_KEY_SLOT");
    const auto doubled = openToken(obedientModule(), {}, Pin::fromUtf8("1"), "\x01");
    QVERIFY(!doubled);
    QCOMPARE(doubled.error().code, u"token-ambiguous"_s);
}

void TokenTest::keyIsChosenByItsId() {
    SoftHsmToken token(u"T"_s, "123456");
    QVERIFY(token.addKey("\x01", m_rsa.privateKey) && token.addCertificate("\x01", m_rsa.certificate));
    QVERIFY(token.addKey("\x02", m_elliptic.privateKey) && token.addCertificate("\x02", m_elliptic.certificate));
    for (const auto& [id, issued] : {std::pair{"\x01", &m_rsa}, std::pair{"\x02", &m_elliptic}}) {
        const auto key = openToken(SoftHsmToken::modulePath(), u"T"_s, Pin::fromUtf8("123456"), id);
        QVERIFY(key);
        QCOMPARE((*key)->chain().constFirst(), issued->certificate);
    }
    const auto none = openToken(SoftHsmToken::modulePath(), u"T"_s, Pin::fromUtf8("123456"), "\x03");
    QVERIFY(!none);
    QCOMPARE(none.error().code, u"token-empty"_s);
}

void TokenTest::keysAreListedWithoutPin() {
    SoftHsmToken token(u"T"_s, "123456");
    QVERIFY(token.addKey("\x07", m_elliptic.privateKey) && token.addCertificate("\x07", m_elliptic.certificate));
    QVERIFY(token.addCertificate("\x08", m_rsa.certificate, false));
    const auto keys = listTokenKeys(SoftHsmToken::modulePath(), u"T"_s);
    QVERIFY(keys);
    QCOMPARE(keys->size(), 1);
    QCOMPARE(keys->constFirst().id, QByteArray("\x07"));
    QCOMPARE(keys->constFirst().kind, KeyKind::EllipticCurve);
    QCOMPARE(keys->constFirst().certificate.commonName, u"Trần Thị B"_s);
}

void TokenTest::wrongPinIsCountedOnce() {
    SoftHsmToken token(u"T"_s, "123456");
    const auto key = openToken(SoftHsmToken::modulePath(), u"T"_s, Pin::fromUtf8("654321"));
    QVERIFY(!key);
    QCOMPARE(key.error().code, u"token-wrong-pin"_s);
    const auto tokens = listTokens(SoftHsmToken::modulePath());
    QVERIFY(tokens);
    QVERIFY(std::any_of(tokens->begin(), tokens->end(),
                        [](const TokenInfo& one) { return one.label == u"T"_s && one.countLow && !one.locked; }));
}

void TokenTest::emptyTokenIsNamed() {
    SoftHsmToken token(u"T"_s, "123456");
    const auto key = openToken(SoftHsmToken::modulePath(), u"T"_s, Pin::fromUtf8("123456"));
    QVERIFY(!key);
    QCOMPARE(key.error().code, u"token-empty"_s);
}

void TokenTest::keyWithoutCertificateIsEmpty() {
    SoftHsmToken token(u"T"_s, "123456");
    QVERIFY(token.addKey("\x01", m_rsa.privateKey));
    QVERIFY(token.addCertificate("\x02", m_rsa.certificate));
    const auto key = openToken(SoftHsmToken::modulePath(), u"T"_s, Pin::fromUtf8("123456"));
    QVERIFY(!key);
    QCOMPARE(key.error().code, u"token-empty"_s);
}

void TokenTest::certificateOfAnotherKeyIsNotTrusted() {
    auto authority = DemoAuthority::create(QDateTime::currentDateTimeUtc());
    const auto other = authority->issuePerson({u"Người khác"_s, {}, {}});
    QVERIFY(other);
    SoftHsmToken token(u"T"_s, "123456");
    QVERIFY(token.addKey("\x01", m_rsa.privateKey) && token.addCertificate("\x01", other->certificate));
    const auto key = openToken(SoftHsmToken::modulePath(), u"T"_s, Pin::fromUtf8("123456"));
    QVERIFY(key);
    const auto value = (*key)->sign(QByteArray("x"), Digest::Sha256);
    QVERIFY(!value);
    QCOMPARE(value.error().code, u"key-signature-wrong"_s);
}

void TokenTest::missingModule() {
    const auto key = openToken(m_folder.filePath(u"không có.so"_s), {}, Pin::fromUtf8("1"));
    QVERIFY(!key);
    QCOMPARE(key.error().code, u"token-module-missing"_s);
    const auto tokens = listTokens(m_folder.filePath(u"không có.so"_s));
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().code, u"token-module-missing"_s);
}

void TokenTest::brokenModule() {
    QFile file(m_folder.filePath(u"hỏng.so"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a library");
    file.close();
    const auto tokens = listTokens(file.fileName());
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().code, u"token-module-broken"_s);
}

void TokenTest::tokenIsFoundByLabelOrSerial() {
    SoftHsmToken token(u"Thẻ ký số"_s, "123456");
    QVERIFY(token.addKey("\x01", m_elliptic.privateKey) && token.addCertificate("\x01", m_elliptic.certificate));
    const auto tokens = listTokens(SoftHsmToken::modulePath());
    QVERIFY(tokens);
    const auto mine =
        std::find_if(tokens->begin(), tokens->end(), [](const TokenInfo& one) { return one.initialised; });
    QVERIFY(mine != tokens->end());
    QCOMPARE(mine->label, u"Thẻ ký số"_s);
    QVERIFY(mine->loginRequired);
    QVERIFY(openToken(SoftHsmToken::modulePath(), mine->serial, Pin::fromUtf8("123456")));
    QVERIFY(openToken(SoftHsmToken::modulePath(), {}, Pin::fromUtf8("123456")));
    const auto none = openToken(SoftHsmToken::modulePath(), u"Thẻ khác"_s, Pin::fromUtf8("123456"));
    QVERIFY(!none);
    QCOMPARE(none.error().code, u"token-not-found"_s);
}

void TokenTest::loginAnswers_data() {
    QTest::addColumn<qulonglong>("answer");
    QTest::addColumn<qulonglong>("flags");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, CK_RV answer, CK_FLAGS flags, const QString& code) {
        QTest::newRow(name) << qulonglong(answer) << qulonglong(flags) << code;
    };
    row("wrong", CKR_PIN_INCORRECT, CKF_USER_PIN_COUNT_LOW, u"token-wrong-pin"_s);
    row("too short", CKR_PIN_LEN_RANGE, 0, u"token-wrong-pin"_s);
    row("wrong, one try left", CKR_PIN_INCORRECT, CKF_USER_PIN_FINAL_TRY, u"token-last-try"_s);
    row("locked now", CKR_PIN_LOCKED, 0, u"token-locked"_s);
    row("expired", CKR_PIN_EXPIRED, 0, u"token-pin-expired"_s);
    row("taken out", CKR_DEVICE_REMOVED, 0, u"token-removed"_s);
    row("no token", CKR_TOKEN_NOT_PRESENT, 0, u"token-removed"_s);
    row("cancelled", CKR_FUNCTION_CANCELED, 0, u"token-cancelled"_s);
    row("something else", CKR_DEVICE_ERROR, 0, u"token-failed"_s);
}

void TokenTest::loginAnswers() {
    QFETCH(qulonglong, answer);
    QFETCH(qulonglong, flags);
    QFETCH(QString, code);
    qputenv("CONGVAN_LOGIN_RESULT", QByteArray::number(answer, 16));
    qputenv("CONGVAN_TOKEN_FLAGS", QByteArray::number(flags, 16));
    const auto key = openToken(obedientModule(), u"T"_s, Pin::fromUtf8("1234"));
    QVERIFY(!key);
    QCOMPARE(key.error().code, code);
    QCOMPARE(loginsTried(), 1);
}

void TokenTest::lockedTokenIsNotAsked() {
    qputenv("CONGVAN_TOKEN_FLAGS", QByteArray::number(qulonglong(CKF_USER_PIN_LOCKED), 16));
    const auto tokens = listTokens(obedientModule());
    QVERIFY(tokens);
    QVERIFY(tokens->constFirst().locked);
    const auto key = openToken(obedientModule(), {}, Pin::fromUtf8("1234"));
    QVERIFY(!key);
    QCOMPARE(key.error().code, u"token-locked"_s);
    QCOMPARE(loginsTried(), 0);
}

void TokenTest::emptyPinIsNotTried() {
    const auto key = openToken(obedientModule(), {}, Pin());
    QVERIFY(!key);
    QCOMPARE(key.error().code, u"token-wrong-pin"_s);
    QCOMPARE(loginsTried(), 0);
}

void TokenTest::twoOfOneNameAreAmbiguous() {
    qputenv("CONGVAN_TOKENS", "2");
    const auto key = openToken(obedientModule(), u"T"_s, Pin::fromUtf8("1234"));
    qunsetenv("CONGVAN_TOKENS");
    QVERIFY(!key);
    QCOMPARE(key.error().code, u"token-ambiguous"_s);
    QCOMPARE(loginsTried(), 0);
}

QTEST_GUILESS_MAIN(TokenTest)
#include "tokentest.moc"
