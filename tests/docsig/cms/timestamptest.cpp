// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/cms/berelement.h"
#include "docsig/cms/cadesbuilder.h"
#include "docsig/cms/cmsreader.h"
#include "docsig/cms/derwriter.h"
#include "docsig/cms/timestamprequest.h"
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "tests/support/timestamper.h"

#include <QTemporaryDir>
#include <QTest>

using namespace docsig;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The same with indefinite lengths where BER allows it, so deep.
QByteArray indefinite(const BerElement& element, int depth) {
    const bool constructed = (element.tag & 0x20U) != 0;
    const auto children = constructed && depth > 0 ? element.children() : std::nullopt;
    if (!children) {
        return element.whole.toByteArray();
    }
    QByteArray content;
    for (const BerElement& one : *children) {
        // What is signed stays DER: the signer info's signed attributes are encoded anew anyway.
        content += indefinite(one, one.tag == 0x31 || one.tag == 0x30 || one.tag == 0xa0 ? depth - 1 : 0);
    }
    return QByteArray(1, char(element.tag)) + '\x80' + content + QByteArray(2, '\0');
}

QByteArray codeOf(const Result<QByteArray>& result) {
    return result ? QByteArray("good") : result.error().code.toLatin1();
}

} // namespace

class TimeStampTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void answersAreTaken_data();
    void answersAreTaken();
    void requestsDiffer();
    void wrongDigestSizeIsRefused();
    void wrongAnswersAreRefused_data();
    void wrongAnswersAreRefused();
    void rubbishIsUnreadable_data();
    void rubbishIsUnreadable();
    void refusalKeepsTheAuthoritysWords();
    void anyChangedByteIsNoticed();
    void stampGoesIntoASignature();
    void stampGoesIntoBer();
    void paddingIsLeftBehind();
    void secondStampIsAddedToo();
    void whatIsNoSignatureGetsNoStamp();

private:
    [[nodiscard]] QByteArray signature();
    [[nodiscard]] QByteArray tokenOver(const QByteArray& bytes, Digest digest = Digest::Sha256);
    void checkStamped(const QByteArray& stamped, const QByteArray& token);

    CryptoRuntime m_runtime;
    QTemporaryDir m_folder;
    std::optional<DemoAuthority> m_authority;
    DemoKey m_stamper;
    const QDateTime m_now = QDateTime({2026, 11, 23}, {9, 0}, Qt::UTC);
    const QByteArray m_content = "%PDF-1.7 nội dung văn bản";
};

void TimeStampTest::initTestCase() {
    auto authority = DemoAuthority::create(m_now);
    QVERIFY(authority);
    m_authority = std::move(*authority);
    m_stamper = m_authority->issueTimeStamper(u"Dấu thời gian"_s).value();
}

QByteArray TimeStampTest::signature() {
    const auto person = m_authority->issuePerson({u"Nguyễn Văn A"_s, {}, {}});
    const QString path = m_folder.filePath(u"khóa.p12"_s);
    if (!person || !person->writePkcs12(path, Pin::fromUtf8("1"))) {
        return {};
    }
    auto key = openPkcs12(path, Pin::fromUtf8("1"));
    return key ? buildDetachedCades(digestOf({m_content}, Digest::Sha256), **key).value_or(QByteArray()) : QByteArray();
}

QByteArray TimeStampTest::tokenOver(const QByteArray& bytes, Digest digest) {
    const auto request = makeTimeStampRequest(digestOf({bytes}, digest), digest);
    return request ? tokenFromAnswer(support::timeStampAnswer(m_stamper, request->der, m_now), *request)
                         .value_or(QByteArray())
                   : QByteArray();
}

void TimeStampTest::answersAreTaken_data() {
    QTest::addColumn<int>("digest");
    QTest::newRow("256") << int(Digest::Sha256);
    QTest::newRow("384") << int(Digest::Sha384);
    QTest::newRow("512") << int(Digest::Sha512);
}

void TimeStampTest::answersAreTaken() {
    QFETCH(int, digest);
    const QByteArray token = tokenOver(m_content, Digest(digest));
    QVERIFY(!token.isEmpty());
    const CmsReading reading = readCms(token, CmsForm::TimeStamp, {m_content});
    QCOMPARE(reading.integrity, Judgement::Valid);
    QCOMPARE(reading.stampedTime, std::optional(m_now));
    QCOMPARE(reading.signerCertificate, m_stamper.certificate);
    QCOMPARE(readCms(token, CmsForm::TimeStamp, {QByteArrayView("other")}).integrity, Judgement::Invalid);
}

void TimeStampTest::requestsDiffer() {
    const QByteArray imprint = digestOf({m_content}, Digest::Sha256);
    const auto one = makeTimeStampRequest(imprint);
    const auto other = makeTimeStampRequest(imprint);
    QVERIFY(one && other);
    QVERIFY(one->nonce != other->nonce);
    QVERIFY(one->nonce.size() == 8 && one->nonce.front() > 0);
    QVERIFY(one->der.contains(one->nonce) && one->der.contains(imprint));
    // The answer to the one is none to the other.
    QCOMPARE(codeOf(tokenFromAnswer(support::timeStampAnswer(m_stamper, one->der, m_now), *other)),
             "time-stamp-answer-foreign");
}

void TimeStampTest::wrongDigestSizeIsRefused() {
    const auto request = makeTimeStampRequest(QByteArray(20, 'x'));
    QVERIFY(!request);
    QCOMPARE(request.error().code, u"time-stamp-request-failed"_s);
}

void TimeStampTest::wrongAnswersAreRefused_data() {
    QTest::addColumn<int>("fault");
    QTest::addColumn<QByteArray>("code");
    using support::StampFault;
    QTest::newRow("none") << int(StampFault::None) << QByteArray("good");
    QTest::newRow("refused") << int(StampFault::Refused) << QByteArray("time-stamp-refused");
    QTest::newRow("other nonce") << int(StampFault::OtherNonce) << QByteArray("time-stamp-answer-foreign");
    QTest::newRow("other imprint") << int(StampFault::OtherImprint) << QByteArray("time-stamp-answer-foreign");
    QTest::newRow("broken") << int(StampFault::BrokenSignature) << QByteArray("time-stamp-answer-wrong");
}

void TimeStampTest::wrongAnswersAreRefused() {
    QFETCH(int, fault);
    QFETCH(QByteArray, code);
    const auto request = makeTimeStampRequest(digestOf({m_content}, Digest::Sha256));
    QVERIFY(request);
    const QByteArray answer = support::timeStampAnswer(m_stamper, request->der, m_now, support::StampFault(fault));
    QVERIFY(!answer.isEmpty());
    QCOMPARE(codeOf(tokenFromAnswer(answer, *request)), code);
}

void TimeStampTest::rubbishIsUnreadable_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a page") << QByteArray("<html>please log in</html>");
    QTest::newRow("zeros") << QByteArray(5000, '\0');
    QTest::newRow("granted, and no token") << QByteArray::fromHex("30053003020100");
    QTest::newRow("granted, and plain data") << QByteArray::fromHex("30163003020100300f06092a864886f70d010701a0020400");
    QTest::newRow("no status") << QByteArray::fromHex("30023000");
    QTest::newRow("too many members") << QByteArray::fromHex("300930030201000500"
                                                             "0500");
    QTest::newRow("length beyond the end") << QByteArray::fromHex("3084ffffffff3003020100");
    QTest::newRow("too large") << derElement(0x30, QByteArray(2 * 1024 * 1024, '\0'));
    QTest::newRow("endless nesting") << QByteArray(2000, '\x30').replace("\x30\x30", "\x30\x80");
}

void TimeStampTest::rubbishIsUnreadable() {
    QFETCH(QByteArray, answer);
    const auto request = makeTimeStampRequest(digestOf({m_content}, Digest::Sha256));
    QVERIFY(request);
    QCOMPARE(codeOf(tokenFromAnswer(answer, *request)), "time-stamp-answer-unreadable");
}

void TimeStampTest::refusalKeepsTheAuthoritysWords() {
    const auto request = makeTimeStampRequest(digestOf({m_content}, Digest::Sha256));
    const auto refused = tokenFromAnswer(
        support::timeStampAnswer(m_stamper, request->der, m_now, support::StampFault::Refused), *request);
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.startsWith(u"status 2; failure 0; "_s), qPrintable(refused.error().detail));
    QVERIFY(refused.error().detail.size() > 25);
}

void TimeStampTest::anyChangedByteIsNoticed() {
    const auto request = makeTimeStampRequest(digestOf({m_content}, Digest::Sha256));
    const QByteArray answer = support::timeStampAnswer(m_stamper, request->der, m_now);
    const auto whole = tokenFromAnswer(answer, *request);
    QVERIFY(whole);
    const CmsReading genuine = readCms(*whole, CmsForm::TimeStamp, {m_content});
    for (qsizetype at = 0; at < answer.size(); at += 7) {
        QByteArray changed = answer;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        const auto token = tokenFromAnswer(changed, *request);
        if (token) { // nothing that matters was changed: names in the certificate, unsigned lengths
            const CmsReading reading = readCms(*token, CmsForm::TimeStamp, {m_content});
            QCOMPARE(reading.integrity, Judgement::Valid);
            QCOMPARE(reading.stampedTime, genuine.stampedTime);
        }
    }
}

void TimeStampTest::checkStamped(const QByteArray& stamped, const QByteArray& token) {
    const CmsReading reading = readCms(stamped, CmsForm::Cades, {m_content});
    QCOMPARE(reading.integrity, Judgement::Valid);
    QCOMPARE(reading.timeStampToken, token);
    const CmsReading stamp =
        readCms(reading.timeStampToken, CmsForm::TimeStamp, {QByteArrayView(reading.signatureValue)});
    QCOMPARE(stamp.integrity, Judgement::Valid);
    QCOMPARE(stamp.stampedTime, std::optional(m_now));
}

void TimeStampTest::stampGoesIntoASignature() {
    const QByteArray cms = signature();
    const CmsReading before = readCms(cms, CmsForm::Cades, {m_content});
    QCOMPARE(before.integrity, Judgement::Valid);
    const QByteArray token = tokenOver(before.signatureValue);
    const auto stamped = withSignatureTimeStamp(cms, token);
    QVERIFY(stamped);
    checkStamped(*stamped, token);
    // Behind the lengths at the front, every old byte is where it was.
    const QByteArray tail = cms.sliced(30);
    QVERIFY(stamped->contains(tail.first(tail.size() - before.signatureValue.size() - 600)));
    QVERIFY(stamped->size() - cms.size() - token.size() < 40);
}

void TimeStampTest::stampGoesIntoBer() {
    const QByteArray der = signature();
    const auto element = firstBerElement(der);
    QVERIFY(element);
    for (int depth = 1; depth < 6; ++depth) {
        const QByteArray ber = indefinite(*element, depth);
        QVERIFY(ber != der);
        const CmsReading before = readCms(ber, CmsForm::Cades, {m_content});
        QCOMPARE(before.integrity, Judgement::Valid);
        const QByteArray token = tokenOver(before.signatureValue);
        const auto stamped = withSignatureTimeStamp(ber, token);
        QVERIFY(stamped);
        QVERIFY(stamped->startsWith(ber.first(2)));
        checkStamped(*stamped, token);
    }
}

void TimeStampTest::paddingIsLeftBehind() {
    const QByteArray cms = signature();
    const QByteArray token = tokenOver(readCms(cms, CmsForm::Cades, {m_content}).signatureValue);
    QCOMPARE(withSignatureTimeStamp(cms + QByteArray(5000, '\0'), token), withSignatureTimeStamp(cms, token));
}

void TimeStampTest::secondStampIsAddedToo() {
    const QByteArray cms = signature();
    const QByteArray value = readCms(cms, CmsForm::Cades, {m_content}).signatureValue;
    const auto once = withSignatureTimeStamp(cms, tokenOver(value));
    QVERIFY(once);
    const QByteArray other = tokenOver(value, Digest::Sha512);
    const auto twice = withSignatureTimeStamp(*once, other);
    QVERIFY(twice);
    QVERIFY(twice->contains(other));
    QCOMPARE(readCms(*twice, CmsForm::Cades, {m_content}).integrity, Judgement::Valid);
}

void TimeStampTest::whatIsNoSignatureGetsNoStamp() {
    const QByteArray cms = signature();
    const QByteArray token = tokenOver("x");
    const QList<QByteArray> rubbish{{},
                                    "rubbish",
                                    QByteArray(100, '\0'),
                                    cms.first(cms.size() - 1),
                                    cms + 'x',
                                    QByteArray::fromHex("300f06092a864886f70d010701a0020400"),
                                    QByteArray::fromHex("302306092a864886f70d010702a01630140201013100300b06092a86"
                                                        "4886f70d0107013100")};
    for (const QByteArray& one : rubbish) {
        QCOMPARE(codeOf(withSignatureTimeStamp(one, token)), "cms-attribute-not-added");
    }
    for (const QByteArray& one : {QByteArray(), QByteArray("rubbish"), token + 'x', token.first(token.size() - 1)}) {
        QCOMPARE(codeOf(withSignatureTimeStamp(cms, one)), "cms-attribute-not-added");
    }
}

QTEST_GUILESS_MAIN(TimeStampTest)
#include "timestamptest.moc"
