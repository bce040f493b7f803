// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/httpevidencesource.h"
#include "app/runtime/publicaddress.h"
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/trust/evidencefacts.h"
#include "tests/support/littleserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/x509v3.h>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using support::LittleServer;
using Kind = docsig::EvidenceQuery::Kind;

namespace {

LittleServer::Answer plain(const QByteArray& body) {
    return {.body = body};
}

EvidenceSourceOptions naming(const LittleServer& server) {
    EvidenceSourceOptions options;
    options.access.allow(server.url());
    return options;
}

QString codeOf(const docsig::Result<QByteArray>& result) {
    return result ? u"-"_s : result.error().code;
}

/// A self-signed certificate with one extension, as openssl.cnf would write it.
QByteArray certificateNaming(const char* name, int extension, const char* value) {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_NAME* subject = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
    X509_set_issuer_name(certificate, subject);
    X509_set_pubkey(certificate, key);
    X509_EXTENSION* made = X509V3_EXT_conf_nid(nullptr, nullptr, extension, value);
    X509_add_ext(certificate, made, -1);
    X509_sign(certificate, key, EVP_sha256());
    QByteArray der(i2d_X509(certificate, nullptr), '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    i2d_X509(certificate, &out);
    X509_EXTENSION_free(made);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return der;
}

docsig::EvidenceQuery stampAt(const QString& address) {
    return {.kind = Kind::TimeStamp, .address = address, .body = "câu hỏi"};
}

} // namespace

class TestEvidenceSource : public QObject {
    Q_OBJECT

private slots:
    void asksAndAnswers();
    void strangersAreNotAsked();
    void wordsBecomePlaces_data();
    void wordsBecomePlaces();
    void privateNetworkWantsTheSettings();
    void addressRanges_data();
    void addressRanges();
    void linesThatFail();
    void tooMuchIsCut();
    void redirectsLeadNowhere();
    void proxyOfTheEnvironmentIsIgnored();
    void slowServerRunsOut();
    void silentAuthorityIsCancelled();
    void cacheLastsAsLongAsTheList();
    void damagedCacheIsAskedAgain();
    void whatNamesNoEndIsNotKept();
    void storeNamesItsAddresses();
};

void TestEvidenceSource::asksAndAnswers() {
    LittleServer server([](const LittleServer::Request& request) { return plain("trả lời " + request.body); });
    HttpEvidenceSource source(naming(server));
    const auto answer = source.fetch(stampAt(server.url(u"/tsa"_s)), {});
    QVERIFY2(answer, qPrintable(codeOf(answer)));
    QCOMPARE(*answer, QByteArray("trả lời câu hỏi"));
    const auto list = source.fetch({.kind = Kind::Crl, .address = server.url(u"/a%20b.crl?x=1"_s), .body = {}}, {});
    QVERIFY(list);
    const auto asked = server.requests();
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.at(0).method, QByteArray("POST"));
    QCOMPARE(asked.at(0).path, QByteArray("/tsa"));
    QCOMPARE(asked.at(0).contentType, QByteArray("application/timestamp-query"));
    QCOMPARE(asked.at(1).method, QByteArray("GET"));
    QCOMPARE(asked.at(1).path, QByteArray("/a%20b.crl?x=1"));
}

void TestEvidenceSource::strangersAreNotAsked() {
    LittleServer server([](const LittleServer::Request&) { return plain("x"); });
    HttpEvidenceSource nobody({});
    QCOMPARE(codeOf(nobody.fetch(stampAt(server.url()), {})), u"evidence-address-refused"_s);
    // Another port of a host that is named is another place.
    LittleServer other([](const LittleServer::Request&) { return plain("x"); });
    HttpEvidenceSource source(naming(server));
    QCOMPARE(codeOf(source.fetch(stampAt(other.url()), {})), u"evidence-address-refused"_s);
    const QString port = QString::number(server.port());
    for (const QString& address :
         {u"file:///etc/passwd"_s, u"ftp://127.0.0.1:%1/"_s.arg(port), u"gopher://127.0.0.1:%1/_x"_s.arg(port),
          u"http://u:p@127.0.0.1:%1/"_s.arg(port), u"http://127.0.0.1:%1@elsewhere.example/"_s.arg(port), u"http://"_s,
          QString(), u"127.0.0.1"_s, u"http://127.0.0.1\\@elsewhere.example/"_s, u"ldap://127.0.0.1/cn=CA"_s}) {
        QCOMPARE(codeOf(source.fetch(stampAt(address), {})), u"evidence-address-refused"_s);
    }
    QVERIFY(server.requests().isEmpty());
    QVERIFY(other.requests().isEmpty());
}

void TestEvidenceSource::wordsBecomePlaces_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("places");
    QTest::newRow("host") << u" Ca.Gov.VN "_s << QStringList{u"ca.gov.vn:80"_s, u"ca.gov.vn:443"_s};
    QTest::newRow("host and port") << u"ca.gov.vn:8080"_s << QStringList{u"ca.gov.vn:8080"_s};
    QTest::newRow("http") << u"http://tsa.ca.gov.vn/x?y"_s << QStringList{u"tsa.ca.gov.vn:80"_s};
    QTest::newRow("https") << u"https://tsa.ca.gov.vn"_s << QStringList{u"tsa.ca.gov.vn:443"_s};
    QTest::newRow("IPv6") << u"http://[::1]:8080/"_s << QStringList{u"::1:8080"_s};
    QTest::newRow("path") << u"ca.gov.vn/x"_s << QStringList{};
    QTest::newRow("file") << u"file:///x"_s << QStringList{};
    QTest::newRow("empty") << QString() << QStringList{};
    QTest::newRow("space") << u"hai máy"_s << QStringList{};
}

void TestEvidenceSource::wordsBecomePlaces() {
    QFETCH(QString, words);
    QFETCH(QStringList, places);
    QCOMPARE(EvidenceAccess::placesOf(words), places);
    EvidenceAccess access;
    QCOMPARE(access.allow(words), !places.isEmpty());
}

void TestEvidenceSource::privateNetworkWantsTheSettings() {
    LittleServer server([](const LittleServer::Request&) { return plain("x"); });
    EvidenceSourceOptions options;
    // A certificate of the trust store names it, the settings do not.
    options.access.trusted = EvidenceAccess::placesOf(server.url());
    options.access.trusted += u"localhost:%1"_s.arg(server.port());
    HttpEvidenceSource source(options);
    QCOMPARE(codeOf(source.fetch(stampAt(server.url()), {})), u"evidence-address-private"_s);
    const QString byName = u"http://localhost:%1/"_s.arg(server.port());
    QCOMPARE(codeOf(source.fetch(stampAt(byName), {})), u"evidence-address-private"_s);
    QVERIFY(server.requests().isEmpty());
}

void TestEvidenceSource::addressRanges_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isPublic");
    for (const auto* address : {"8.8.8.8", "123.30.1.2", "172.15.255.255", "172.32.0.1", "192.169.0.1", "2001:4860::1",
                                "2002:808:808::1", "64:ff9b::808:808"}) {
        QTest::newRow(address) << QString::fromLatin1(address) << true;
    }
    for (const auto* address : {"0.0.0.0",
                                "10.1.2.3",
                                "100.64.0.1",
                                "127.0.0.1",
                                "127.255.255.254",
                                "169.254.169.254",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.168.1.1",
                                "198.18.0.1",
                                "224.0.0.1",
                                "255.255.255.255",
                                "::",
                                "::1",
                                "::ffff:127.0.0.1",
                                "::ffff:8.8.8.8",
                                "fe80::1",
                                "fd00::1",
                                "ff02::1",
                                "64:ff9b::7f00:1",
                                "2002:7f00:1::1",
                                "2001:db8::1"}) {
        QTest::newRow(address) << QString::fromLatin1(address) << false;
    }
}

void TestEvidenceSource::addressRanges() {
    QFETCH(QString, address);
    QFETCH(bool, isPublic);
    const QByteArray text = address.toLatin1();
    sockaddr_storage storage{};
    if (text.contains(':')) {
        auto* six = reinterpret_cast<sockaddr_in6*>(&storage);
        six->sin6_family = AF_INET6;
        QCOMPARE(inet_pton(AF_INET6, text.constData(), &six->sin6_addr), 1);
    } else {
        auto* four = reinterpret_cast<sockaddr_in*>(&storage);
        four->sin_family = AF_INET;
        QCOMPARE(inet_pton(AF_INET, text.constData(), &four->sin_addr), 1);
    }
    QCOMPARE(isPublicAddress(reinterpret_cast<const sockaddr*>(&storage)), isPublic);
}

void TestEvidenceSource::linesThatFail() {
    QString goneUrl;
    {
        LittleServer gone([](const LittleServer::Request&) { return plain("x"); });
        goneUrl = gone.url();
    }
    EvidenceSourceOptions options;
    options.access.allow(goneUrl);
    QCOMPARE(codeOf(HttpEvidenceSource(options).fetch(stampAt(goneUrl), {})), u"evidence-offline"_s);

    for (const int status : {204, 302, 403, 404, 500}) {
        LittleServer server(
            [status](const LittleServer::Request&) { return LittleServer::Answer{.status = status, .body = "không"}; });
        HttpEvidenceSource source(naming(server));
        const auto answer = source.fetch(stampAt(server.url()), {});
        // 204 has no body by definition; whatever the server sends, it is no evidence.
        QCOMPARE(codeOf(answer), u"evidence-http-status"_s);
        QVERIFY(answer.error().detail.contains(QString::number(status)));
    }
    LittleServer cut(
        [](const LittleServer::Request&) { return LittleServer::Answer{.body = "nửa", .claimedLength = 1000}; });
    HttpEvidenceSource source(naming(cut));
    QCOMPARE(codeOf(source.fetch(stampAt(cut.url()), {})), u"evidence-cut"_s);
}

void TestEvidenceSource::tooMuchIsCut() {
    for (const bool endless : {false, true}) {
        LittleServer server([endless](const LittleServer::Request&) {
            return endless ? LittleServer::Answer{.endless = 1LL << 40}
                           : LittleServer::Answer{.body = QByteArray((1 << 20) + 1, 'x')};
        });
        HttpEvidenceSource source(naming(server));
        QCOMPARE(codeOf(source.fetch(stampAt(server.url()), {})), u"evidence-too-large"_s);
    }
    // A list may be larger.
    LittleServer server([](const LittleServer::Request&) { return plain(QByteArray(5 << 20, 'x')); });
    HttpEvidenceSource source(naming(server));
    const auto list = source.fetch({.kind = Kind::Crl, .address = server.url(), .body = {}}, {});
    QVERIFY(list);
    QCOMPARE(list->size(), 5 << 20);
}

void TestEvidenceSource::redirectsLeadNowhere() {
    LittleServer inner([](const LittleServer::Request&) { return plain("bí mật"); });
    LittleServer server([&](const LittleServer::Request&) {
        return LittleServer::Answer{.status = 302, .headers = {"Location: " + inner.url().toLatin1()}};
    });
    EvidenceSourceOptions options = naming(server);
    options.access.allow(inner.url());
    HttpEvidenceSource source(options);
    QCOMPARE(codeOf(source.fetch(stampAt(server.url()), {})), u"evidence-http-status"_s);
    QVERIFY(inner.requests().isEmpty());
}

void TestEvidenceSource::proxyOfTheEnvironmentIsIgnored() {
    LittleServer proxy([](const LittleServer::Request&) { return plain("giả"); });
    LittleServer server([](const LittleServer::Request&) { return plain("thật"); });
    qputenv("http_proxy", proxy.url().toLatin1());
    HttpEvidenceSource source(naming(server));
    const auto answer = source.fetch(stampAt(server.url()), {});
    qunsetenv("http_proxy");
    QVERIFY(answer);
    QCOMPARE(*answer, QByteArray("thật"));
    QVERIFY(proxy.requests().isEmpty());
}

void TestEvidenceSource::slowServerRunsOut() {
    LittleServer server([](const LittleServer::Request&) { return LittleServer::Answer{.silent = true}; });
    EvidenceSourceOptions options = naming(server);
    options.limits.stampMilliseconds = 100;
    options.limits.answerMilliseconds = 100;
    HttpEvidenceSource source(options);
    QCOMPARE(codeOf(source.fetch(stampAt(server.url()), {})), u"evidence-timed-out"_s);
    QCOMPARE(codeOf(source.fetch({.kind = Kind::Ocsp, .address = server.url(), .body = "x"}, {})),
             u"evidence-timed-out"_s);
}

void TestEvidenceSource::silentAuthorityIsCancelled() {
    LittleServer server([](const LittleServer::Request&) { return LittleServer::Answer{.silent = true}; });
    HttpEvidenceSource source(naming(server));
    std::stop_source stop;
    QElapsedTimer sinceStop;
    std::jthread canceller([&] {
        if (server.waitForRequests(1)) { // the authority has the question and thinks
            sinceStop.start();
            stop.request_stop();
        }
    });
    QCOMPARE(codeOf(source.fetch(stampAt(server.url()), stop.get_token())), u"evidence-cancelled"_s);
    canceller.join();
    QVERIFY2(sinceStop.elapsed() < 200, qPrintable(QString::number(sinceStop.elapsed())));
    // Cancelled before it began: nobody is asked.
    QCOMPARE(codeOf(source.fetch(stampAt(server.url()), stop.get_token())), u"evidence-cancelled"_s);
    QCOMPARE(server.requests().size(), 1);
}

void TestEvidenceSource::cacheLastsAsLongAsTheList() {
    const docsig::CryptoRuntime crypto;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto authority = docsig::DemoAuthority::create(now);
    QVERIFY(authority);
    const auto list = authority->intermediateCrl(now.addSecs(-60), now.addDays(2));
    QVERIFY(list);
    LittleServer server([&](const LittleServer::Request&) { return plain(*list); });
    const QTemporaryDir folder;
    QDateTime clock = now;
    EvidenceSourceOptions options = naming(server);
    options.cacheFolder = folder.filePath(u"evidence"_s);
    options.clock = [&] { return clock; };
    HttpEvidenceSource source(options);
    const docsig::EvidenceQuery query{.kind = Kind::Crl, .address = server.url(u"/a.crl"_s), .body = {}};
    for (int round = 0; round < 3; ++round) {
        const auto answer = source.fetch(query, {});
        QVERIFY(answer);
        QCOMPARE(*answer, *list);
    }
    QCOMPARE(server.requests().size(), 1);
    // Another address is another list.
    QVERIFY(source.fetch({.kind = Kind::Crl, .address = server.url(u"/b.crl"_s), .body = {}}, {}));
    QCOMPARE(server.requests().size(), 2);
    // Who may ask nobody still has what is kept, and nothing else.
    EvidenceSourceOptions nobody = options;
    nobody.access = {};
    HttpEvidenceSource kept(nobody);
    QCOMPARE(kept.fetch(query, {}).value_or(QByteArray()), *list);
    const auto unknown = kept.fetch({.kind = Kind::Crl, .address = server.url(u"/c.crl"_s), .body = {}}, {});
    QCOMPARE(codeOf(unknown), u"evidence-address-refused"_s);
    QCOMPARE(server.requests().size(), 2);
    clock = now.addDays(2).addSecs(1);
    QVERIFY(source.fetch(query, {}));
    QCOMPARE(server.requests().size(), 3);
    clock = now;
    // A person asks for fresh evidence.
    EvidenceSourceOptions fresh = options;
    fresh.access.fresh = true;
    QVERIFY(HttpEvidenceSource(fresh).fetch(query, {}));
    QCOMPARE(server.requests().size(), 4);
}

void TestEvidenceSource::damagedCacheIsAskedAgain() {
    LittleServer server([](const LittleServer::Request&) { return plain("chứng thư"); });
    const QTemporaryDir folder;
    EvidenceSourceOptions options = naming(server);
    options.cacheFolder = folder.path();
    HttpEvidenceSource source(options);
    const docsig::EvidenceQuery query{.kind = Kind::Issuer, .address = server.url(), .body = {}};
    QVERIFY(source.fetch(query, {}));
    QVERIFY(source.fetch(query, {}));
    QCOMPARE(server.requests().size(), 1);
    const QStringList kept = QDir(folder.path()).entryList(QDir::Files);
    QCOMPARE(kept.size(), 1);
    QFile entry(folder.filePath(kept.first()));
    QVERIFY(entry.open(QIODevice::ReadOnly));
    const QByteArray whole = entry.readAll();
    entry.close();
    int asked = 1;
    for (const QByteArray& damaged : {whole.left(whole.size() - 1), whole + 'x', QByteArray(), QByteArray("\0\0", 2),
                                      QByteArray(whole).replace("chứng", "chưng"), whole.left(10)}) {
        QVERIFY(entry.open(QIODevice::WriteOnly | QIODevice::Truncate));
        entry.write(damaged);
        entry.close();
        const auto answer = source.fetch(query, {});
        QVERIFY(answer);
        QCOMPARE(*answer, QByteArray("chứng thư"));
        QCOMPARE(server.requests().size(), ++asked);
    }
}

void TestEvidenceSource::whatNamesNoEndIsNotKept() {
    LittleServer server([](const LittleServer::Request&) { return plain("không phải DER"); });
    const QTemporaryDir folder;
    EvidenceSourceOptions options = naming(server);
    options.cacheFolder = folder.path();
    HttpEvidenceSource source(options);
    int asked = 0;
    for (const auto kind : {Kind::Crl, Kind::Ocsp, Kind::TimeStamp}) {
        QVERIFY(source.fetch({.kind = kind, .address = server.url(), .body = {}}, {}));
        QVERIFY(source.fetch({.kind = kind, .address = server.url(), .body = {}}, {}));
        asked += 2;
        QCOMPARE(server.requests().size(), asked);
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestEvidenceSource::storeNamesItsAddresses() {
    const docsig::CryptoRuntime crypto;
    QVERIFY(docsig::namedAddresses(docsig::TrustStore()).isEmpty());
    docsig::TrustStore store;
    QVERIFY(store.addRoot(certificateNaming("CRL", NID_crl_distribution_points,
                                            "URI:http://ca.example/root.crl,URI:ldap://ca.example/cn=x")));
    QVERIFY(store.addIntermediate(certificateNaming(
        "AIA", NID_info_access,
        "OCSP;URI:http://ocsp.example:8080/,caIssuers;URI:HTTPS://ca.example/root.cer,OCSP;URI:file:///etc/passwd")));
    QCOMPARE(docsig::namedAddresses(store),
             (QStringList{u"HTTPS://ca.example/root.cer"_s, u"http://ca.example/root.crl"_s,
                          u"http://ocsp.example:8080/"_s}));
    EvidenceAccess access;
    for (const QString& address : docsig::namedAddresses(store)) {
        access.trusted += EvidenceAccess::placesOf(address);
    }
    QVERIFY(access.mayAsk(EvidenceAccess::placeOf(u"http://ca.example/other.crl"_s)));
    QVERIFY(access.mayAsk(u"ca.example:443"_s) && access.mayAsk(u"ocsp.example:8080"_s));
    QVERIFY(!access.mayAsk(u"ocsp.example:80"_s) && !access.mayAsk(QString()));
    QVERIFY(!access.mayBePrivate(u"ca.example:80"_s));
}

QTEST_GUILESS_MAIN(TestEvidenceSource)
#include "test_evidencesource.moc"
