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
