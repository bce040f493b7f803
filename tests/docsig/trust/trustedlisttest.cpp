// SPDX-License-Identifier: GPL-3.0-or-later
// Trusted lists made and signed here: what is read of a good one, and that nothing is read of any other.
#include "docsig/trust/trustedlist.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/trust/truststore.h"
#include "tests/support/signedlist.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace docsig;
using support::signedXml;

namespace {

QByteArray service(const QByteArray& type, const QByteArray& certificate, const QByteArray& status,
                   const QByteArray& from, const QByteArray& history = {}) {
    return "<TSPService><ServiceInformation><ServiceTypeIdentifier>http://uri.etsi.org/TrstSvc/Svctype/" + type +
           "</ServiceTypeIdentifier><ServiceName><Name xml:lang=\"vi\">Dịch vụ</Name><Name "
           "xml:lang=\"en\">Service</Name></ServiceName><ServiceDigitalIdentity><DigitalId><X509Certificate>" +
           certificate.toBase64() +
           "</X509Certificate></DigitalId></ServiceDigitalIdentity><ServiceStatus>http://uri.etsi.org/TrstSvc/"
           "TrustedList/Svcstatus/" +
           status + "</ServiceStatus><StatusStartingTime>" + from + "</StatusStartingTime></ServiceInformation>" +
           history + "</TSPService>";
}

QByteArray past(const QByteArray& status, const QByteArray& from) {
    return "<ServiceHistoryInstance><ServiceTypeIdentifier>http://uri.etsi.org/TrstSvc/Svctype/CA/QC"
           "</ServiceTypeIdentifier><ServiceStatus>http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/" +
           status + "</ServiceStatus><StatusStartingTime>" + from + "</StatusStartingTime></ServiceHistoryInstance>";
}

QByteArray list(const QByteArray& services) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TrustServiceStatusList "
           "xmlns=\"http://uri.etsi.org/02231/v2#\" Id=\"list-1\"><SchemeInformation><TSLSequenceNumber>7"
           "</TSLSequenceNumber><SchemeOperatorName><Name xml:lang=\"en\">Operator</Name></SchemeOperatorName>"
           "<SchemeName><Name xml:lang=\"en\">VN: trusted list</Name></SchemeName><SchemeTerritory>VN</SchemeTerritory>"
           "<ListIssueDateTime>2026-11-01T00:00:00Z</ListIssueDateTime><NextUpdate><dateTime>2027-05-01T00:00:00Z"
           "</dateTime></NextUpdate></SchemeInformation><TrustServiceProviderList><TrustServiceProvider>"
           "<TSPInformation><TSPName><Name xml:lang=\"en\">Provider</Name></TSPName></TSPInformation><TSPServices>" +
           services + "</TSPServices></TrustServiceProvider></TrustServiceProviderList></TrustServiceStatusList>";
}

QString codeOf(const Result<TrustedList>& read) {
    return read ? u"read"_s : read.error().code;
}

} // namespace

class TrustedListTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aGoodListIsRead_data();
    void aGoodListIsRead();
    void theStatusIsThatOfTheTime();
    void hostileListsAreRefused_data();
    void hostileListsAreRefused();
    void noChangedByteIsBelieved();
    void anOutdatedListIsTold();
    void theJsonFormLosesNothing();
    void aPathIsJudgedByTheStatusAtTheTime_data();
    void aPathIsJudgedByTheStatusAtTheTime();
    void anIssuingAuthorityMayBeTheAnchor();
    void theFolderIsRead();

private:
    [[nodiscard]] Result<TrustedList> read(const QByteArray& xml) const {
        return readTrustedList(xml, m_operator.certificate);
    }

    const QDateTime m_now = QDateTime({2026, 11, 23}, {9, 0}, Qt::UTC);
    std::optional<DemoAuthority> m_authority;
    DemoKey m_operator;
    DemoKey m_other;
    DemoKey m_person;
    QByteArray m_root;
    QByteArray m_good;
};

void TrustedListTest::initTestCase() {
    m_authority = DemoAuthority::create(m_now).value();
    m_operator = m_authority->issuePerson({u"Đơn vị vận hành"_s, {}, {}}).value();
    m_other = m_authority->issuePerson({u"Kẻ lạ"_s, {}, {}}).value();
    m_person = m_authority->issuePerson({u"Nguyễn Văn A"_s, {}, {}}).value();
    m_root = m_authority->rootCertificate();
    QCOMPARE(codeOf(read("<a/>")), u"trusted-list-unsigned"_s); // which also makes xmlsec ready for the templates here
    m_good =
        signedXml(list(service("CA/QC", m_root, "withdrawn", "2026-06-01T00:00:00Z",
                               "<ServiceHistory>" + past("granted", "2020-01-01T00:00:00Z") + "</ServiceHistory>") +
                       service("TSA/QTST", m_other.certificate, "granted", "2026-01-01T00:00:00Z")),
                  m_operator);
    QVERIFY(!m_good.isEmpty());
}

void TrustedListTest::aGoodListIsRead_data() {
    QTest::addColumn<QByteArray>("xml");
    const QByteArray plain = list(service("CA/QC", m_root, "granted", "2020-01-01T00:00:00Z"));
    QTest::newRow("the whole document") << signedXml(plain, m_operator);
    QTest::newRow("the root by its Id") << signedXml(plain, m_operator, "#list-1");
}

void TrustedListTest::aGoodListIsRead() {
    QFETCH(QByteArray, xml);
    const auto found = read(xml);
    QCOMPARE(codeOf(found), u"read"_s);
    QCOMPARE(found->territory, u"VN"_s);
    QCOMPARE(found->operatorName, u"Operator"_s);
    QCOMPARE(found->sequence, 7);
    QCOMPARE(found->nextUpdate, QDateTime({2027, 5, 1}, {0, 0}, Qt::UTC));
    QCOMPARE(found->operatorSha256,
             QCryptographicHash::hash(m_operator.certificate, QCryptographicHash::Sha256).toHex());
    QCOMPARE(found->services.size(), 1);
    const TrustedService& only = found->services.first();
    QCOMPARE(int(only.kind), int(TrustedService::Kind::Authority));
    QCOMPARE(only.provider, u"Provider"_s);
    QCOMPARE(only.name, u"Service"_s);
    QCOMPARE(only.certificates, QList<QByteArray>{m_root});
}

void TrustedListTest::theStatusIsThatOfTheTime() {
    const auto found = read(m_good);
    QVERIFY(found);
    const TrustedService& authority = found->services.first();
    QCOMPARE(int(found->services.last().kind), int(TrustedService::Kind::TimeStamping));
    QVERIFY(!authority.statusAt(QDateTime({2019, 1, 1}, {0, 0}, Qt::UTC)));
    QVERIFY(authority.statusAt(QDateTime({2026, 5, 31}, {0, 0}, Qt::UTC))->granted);
    QVERIFY(!authority.statusAt(QDateTime({2026, 6, 1}, {0, 0}, Qt::UTC))->granted);
    QCOMPARE(authority.statusAt(m_now)->word, u"withdrawn"_s);
}

void TrustedListTest::hostileListsAreRefused_data() {
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("code");
    const QByteArray plain = list(service("CA/QC", m_root, "granted", "2020-01-01T00:00:00Z"));
    const QByteArray good = signedXml(plain, m_operator);
    const auto row = [](const char* name, const QByteArray& xml, const QString& code) {
        QTest::newRow(name) << xml << code;
    };
    row("no XML", "Kính gửi", u"trusted-list-not-xml"_s);
    row("nothing", {}, u"trusted-list-not-xml"_s);
    row("a document type", QByteArray(good).replace("?>\n", "?>\n<!DOCTYPE a [<!ENTITY b \"c\">]>"),
        u"trusted-list-not-xml"_s);
    QByteArray bomb = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\">";
    for (char name = 'b'; name <= 'm'; ++name) {
        const char before = char(name - 1);
        bomb += QByteArray("<!ENTITY ") + name + " \"" + (QByteArray("&") + before + ';').repeated(10) + "\">";
    }
    row("entities without end", bomb + "]><l>&m;</l>", u"trusted-list-not-xml"_s);
    row("too deep", QByteArray("<a>").repeated(100'000), u"trusted-list-not-xml"_s);
    QByteArray attributes = "<a";
    for (int i = 0; i < 100'000; ++i) {
        attributes += " a" + QByteArray::number(i) + "=''";
    }
    row("a tag without end", attributes + "/>", u"trusted-list-too-large"_s);
    row("too large", QByteArray(33 << 20, ' '), u"trusted-list-too-large"_s);
    row("unsigned", plain, u"trusted-list-unsigned"_s);
    row("signed by another", signedXml(plain, m_other), u"trusted-list-signature-wrong"_s);
    row("over SHA-1", signedXml(plain, m_operator, "", xmlSecTransformSha1Id), u"trusted-list-signature-wrong"_s);
    row("signed twice", signedXml(good, m_operator), u"trusted-list-unsigned"_s);
    row("status changed", QByteArray(good).replace("Svcstatus/granted", "Svcstatus/accredited"),
        u"trusted-list-signature-wrong"_s);
    // The good list, wrapped: its signature still holds for what it names, but not for what would be read.
    const QByteArray inner = signedXml(plain, m_operator, "#list-1");
    const qsizetype begin = inner.indexOf("<TrustServiceStatusList");
    const QByteArray body = inner.mid(begin);
    const QByteArray evil = list(service("CA/QC", m_other.certificate, "granted", "2020-01-01T00:00:00Z"));
    row("the good list inside another",
        QByteArray(evil)
            .replace(" Id=\"list-1\"", "")
            .replace("</TrustServiceStatusList>", "<x>" + body + "</x></TrustServiceStatusList>"),
        u"trusted-list-unsigned"_s);
    const qsizetype signature = body.indexOf("<Signature");
    const QByteArray moved = body.mid(signature, body.indexOf("</Signature>") + 12 - signature);
    row("the good list beside the signature",
        QByteArray(evil)
            .replace(" Id=\"list-1\"", " Id=\"evil\"")
            .replace("</TrustServiceStatusList>",
                     "<x>" + QByteArray(body).replace(moved, "") + "</x>" + moved + "</TrustServiceStatusList>"),
        u"trusted-list-signature-wrong"_s);
    row("two roots of one Id",
        QByteArray(evil).replace("</TrustServiceStatusList>", "<x>" + QByteArray(body).replace(moved, "") + "</x>" +
                                                                  moved + "</TrustServiceStatusList>"),
        u"trusted-list-signature-wrong"_s);
    row("signed, and no list", signedXml("<a xmlns=\"urn:b\"><c/></a>", m_operator), u"trusted-list-malformed"_s);
    row("a service without a time", signedXml(QByteArray(plain).replace("2020-01-01T00:00:00Z", "hôm qua"), m_operator),
        u"trusted-list-malformed"_s);
    row("no service is lost silently by a comment in its status",
        QByteArray(good).replace("Svcstatus/granted", "Svcstatus/<!-- with -->granted"), u"read"_s);
}

void TrustedListTest::hostileListsAreRefused() {
    QFETCH(QByteArray, xml);
    QFETCH(QString, code);
    const auto found = read(xml);
    QCOMPARE(codeOf(found), code);
    if (found) { // a comment is not signed and must not be able to change what is read
        QVERIFY(found->services.first().statuses.first().granted);
        QCOMPARE(found->services.first().statuses.first().word, u"granted"_s);
    }
}

void TrustedListTest::noChangedByteIsBelieved() {
    const TrustedList good = read(m_good).value();
    for (qsizetype at = 40; at < m_good.size(); at += 37) {
        QByteArray changed = m_good;
        changed[at] = char(changed[at] ^ 1);
        const auto found = read(changed);
        QVERIFY2(!found || *found == good, qPrintable(QString::number(at)));
    }
}

void TrustedListTest::anOutdatedListIsTold() {
    const TrustedList found = read(m_good).value();
    QVERIFY(concernsOf(found, m_now).isEmpty());
    QCOMPARE(concernsOf(found, m_now.addYears(1)).first().code, u"trusted-list-outdated"_s);
}

void TrustedListTest::theJsonFormLosesNothing() {
    const TrustedList found = read(m_good).value();
    QCOMPARE(trustedListFromJson(toJson(found)), std::optional(found));
    QJsonObject broken = toJson(found);
    broken.remove(u"services"_s);
    QVERIFY(!trustedListFromJson(broken));
}

void TrustedListTest::aPathIsJudgedByTheStatusAtTheTime_data() {
    QTest::addColumn<QDateTime>("at");
    QTest::addColumn<QString>("code");
    QTest::newRow("approved then") << QDateTime({2026, 5, 1}, {0, 0}, Qt::UTC) << QString();
    QTest::newRow("withdrawn then") << m_now << u"trust-service-not-granted"_s;
}

void TrustedListTest::aPathIsJudgedByTheStatusAtTheTime() {
    QFETCH(QDateTime, at);
    QFETCH(QString, code);
    auto authority = DemoAuthority::create(at).value();
    const auto person = authority.issuePerson({u"Nguyễn Văn A"_s, {}, {}}).value();
    TrustedList found = read(m_good).value();
    found.services.first().certificates = {authority.rootCertificate()};
    TrustStore store;
    store.addTrustedList(found);
    store.addCrl(authority.rootCrl(at.addDays(-1), at.addDays(9)).value());
    store.addCrl(authority.intermediateCrl(at.addDays(-1), at.addDays(9)).value());
    TrustStore copied;
    copied.add(store);
    const PathJudgement judgement = judgePath(person.certificate, person.issuers, copied, at);
    QCOMPARE(judgement.findings.isEmpty() ? QString() : judgement.findings.first().code, code);
    QCOMPARE(int(judgement.trust), int(code.isEmpty() ? Judgement::Valid : Judgement::CannotTell));
}

void TrustedListTest::anIssuingAuthorityMayBeTheAnchor() {
    TrustedList found = read(m_good).value();
    found.services.first().certificates = {m_authority->intermediateCertificate()};
    found.services.first().statuses = {{m_now.addYears(-2), true, u"granted"_s}};
    TrustStore store;
    store.addTrustedList(found);
    store.addCrl(m_authority->intermediateCrl(m_now.addDays(-1), m_now.addDays(9)).value());
    QCOMPARE(int(judgePath(m_person.certificate, {}, store, m_now).trust), int(Judgement::Valid));
    QCOMPARE(int(judgePath(m_person.certificate, m_person.issuers, TrustStore(), m_now).trust),
             int(Judgement::CannotTell));
}

void TrustedListTest::theFolderIsRead() {
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"lists"_s));
    const auto put = [&](const QByteArray& bytes) {
        QFile file(folder.filePath(u"lists/1.json"_s));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(put(QJsonDocument(toJson(read(m_good).value())).toJson()));
    const auto store = TrustStore::load(folder.path());
    QVERIFY(store);
    QCOMPARE(store->rootCount(), 2);
    QVERIFY(put("{}"));
    QCOMPARE(TrustStore::load(folder.path()).error().code, u"trust-list-file-malformed"_s);
}

QTEST_GUILESS_MAIN(TrustedListTest)
#include "trustedlisttest.moc"
