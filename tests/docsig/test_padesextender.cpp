// SPDX-License-Identifier: GPL-3.0-or-later
// The ladder of levels: signing with a stamp, extending, stamping again, and what is said where evidence is missing.
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/pkcs12key.h"
#include "docsig/pades/algorithmends.h"
#include "docsig/pades/byterange.h"
#include "docsig/pades/padesextender.h"
#include "docsig/pades/padessigner.h"
#include "docsig/pades/padesverifier.h"
#include "docsig/pdf/formfields.h"
#include "docsig/pdf/securitystore.h"
#include "tests/docsig/handmadepdf.h"
#include "tests/support/authorities.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace docsig;

namespace {

const QString host = u"http://127.0.0.1:1"_s; // never asked: the evidence comes from memory
const QString stampAddress = host + u"/tsa"_s;

QStringList codesOf(const QList<Finding>& findings) {
    QStringList codes;
    for (const Finding& one : findings) {
        codes << one.code + u'(' + one.detail + u')';
    }
    return codes;
}

QString told(const SignatureReport& report) {
    QStringList all = codesOf(report.findings);
    for (const SignatureResult& one : report.signatures) {
        all << one.fieldName << codesOf(one.findings);
    }
    return all.join(u' ');
}

bool has(const QList<Finding>& findings, const QString& code) {
    return std::ranges::any_of(findings, [&code](const Finding& one) { return one.code == code; });
}

/// Stamps from one demo world, evidence from another.
class SplitEvidence final : public EvidenceSource {
public:
    SplitEvidence(const support::Authorities& evidence, const support::Authorities& stamps)
        : m_evidence(evidence)
        , m_stamps(stamps) {}

    Result<QByteArray> fetch(const EvidenceQuery& query, std::stop_token stop) override {
        return (query.kind == EvidenceQuery::Kind::TimeStamp ? m_stamps : m_evidence).fetch(query, std::move(stop));
    }

private:
    support::MemoryEvidence m_evidence;
    support::MemoryEvidence m_stamps;
};

} // namespace

class TestPadesExtender : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void eachRungIsReached_data();
    void eachRungIsReached();
    void aStampIsInTheSignature();
    void aStampThatCannotBeHadIsTold_data();
    void aStampThatCannotBeHadIsTold();
    void waitingForAStampCanBeStopped();
    void evidenceThatCannotBeHadIsTold();
    void nothingIsAddedTwice();
    void aFileCertifiedAgainstChangesIsExtended();
    void brokenAndUnsignedFilesAreRefused();
    void stampedAgainItOutlivesItsAuthorities();
    void aLaterStampProvesAnEarlierOne();
    void aRevocationAfterTheStampDoesNoHarm();
    void algorithmsEnd();
    void noCutIsValid();
    void pdfsigAgrees();
    void mutoolAgrees();
    void opensslAgrees();
    void euDssGradesEachRung();

private:
    QByteArray plain(bool streams = false) const {
        return streams ? handmade::pdfWithStreams() : handmade::pdfWithTable();
    }
    SignRequest request() const;
    QByteArray signedPlain(int permission = 0) const;
    QStringList ladderOfFiles(); ///< B, T, LT, LTA, then T, LT, LTA by document stamps; named by their levels
    Result<Extension> extended(const QByteArray& pdf, Level target, std::stop_token stop = {}) const;
    SignatureReport verified(const QByteArray& pdf, const QDateTime& at = {}) const;

    std::optional<CryptoRuntime> m_crypto;
    QTemporaryDir m_folder;
    QDateTime m_now = QDateTime::currentDateTimeUtc();
    std::optional<DemoAuthority> m_authority;
    std::optional<support::Authorities> m_services;
    std::optional<support::MemoryEvidence> m_source;
    std::unique_ptr<SigningKey> m_leader;
    TrustStore m_trust; ///< the root alone: evidence comes from the file or from nowhere
};

void TestPadesExtender::initTestCase() {
    m_crypto.emplace();
    m_authority = DemoAuthority::create(m_now, {}, host).value();
    const DemoKey key = m_authority->issuePerson({u"Trần Thị Bưởi"_s, u"Giám đốc"_s, u"Sở Mẫu"_s}).value();
    const Pin pin = Pin::fromString(u"mã thử"_s);
    QVERIFY(key.writePkcs12(m_folder.filePath(u"khóa.p12"_s), pin));
    m_leader = openPkcs12(m_folder.filePath(u"khóa.p12"_s), pin).value();
    m_services.emplace(*m_authority, m_now);
    QVERIFY(m_trust.addRoot(m_authority->rootCertificate()));
}

void TestPadesExtender::init() {
    m_services.emplace(*m_authority, m_now);
    m_source.emplace(*m_services);
}

SignRequest TestPadesExtender::request() const {
    SignRequest request;
    request.fieldName = u"Leader"_s;
    request.place = PagePlace{0, QRectF(330, 200, 113, 45)};
    request.claimedTime = m_now;
    return request;
}

QByteArray TestPadesExtender::signedPlain(int permission) const {
    SignRequest wanted = request();
    wanted.docMdpPermission = permission;
    return PadesSigner().sign(plain(), wanted, *m_leader).value();
}

Result<Extension> TestPadesExtender::extended(const QByteArray& pdf, Level target, std::stop_token stop) const {
    support::MemoryEvidence source(*m_services);
    return PadesExtender(m_trust, source).extend(pdf, {target, stampAddress, m_now}, std::move(stop));
}

SignatureReport TestPadesExtender::verified(const QByteArray& pdf, const QDateTime& at) const {
    return PadesVerifier(m_trust).verify(pdf, {at.isValid() ? at : m_now, false, {}});
}

void TestPadesExtender::eachRungIsReached_data() {
    QTest::addColumn<bool>("streams");
    QTest::addColumn<bool>("stamped");
    QTest::addColumn<Level>("target");
    QTest::addColumn<int>("stamps");
    for (const bool streams : {false, true}) {
        const QByteArray form = streams ? "streams" : "table";
        QTest::addRow("B-B, %s", form.constData()) << streams << false << Level::BB << 0;
        QTest::addRow("B-B to B-T, %s", form.constData()) << streams << false << Level::BT << 1;
        QTest::addRow("B-B to B-LT, %s", form.constData()) << streams << false << Level::BLt << 1;
        QTest::addRow("B-B to B-LTA, %s", form.constData()) << streams << false << Level::BLta << 2;
        QTest::addRow("B-T, %s", form.constData()) << streams << true << Level::BT << 0;
        QTest::addRow("B-T to B-LT, %s", form.constData()) << streams << true << Level::BLt << 0;
        QTest::addRow("B-T to B-LTA, %s", form.constData()) << streams << true << Level::BLta << 1;
    }
}

void TestPadesExtender::eachRungIsReached() {
    QFETCH(bool, streams);
    QFETCH(bool, stamped);
    QFETCH(Level, target);
    QFETCH(int, stamps);
    const PadesSigner signer;
    const QByteArray first =
        stamped ? signer.signWithStamp(plain(streams), request(), *m_leader, {&*m_source, stampAddress, {}}).value().pdf
                : signer.sign(plain(streams), request(), *m_leader).value();
    const auto result = extended(first, target);
    QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().code));
    QVERIFY2(result->missing.isEmpty(), qPrintable(codesOf(result->missing).join(u' ')));
    QCOMPARE(result->reached, target);
    QVERIFY(result->pdf.startsWith(first));
    const SignatureReport report = verified(result->pdf);
    QCOMPARE(report.signatures.size(), 1 + stamps);
    QCOMPARE(report.signatures.constFirst().level, target);
    for (const SignatureResult& one : report.signatures) {
        QVERIFY2(one.integrity == Judgement::Valid && one.coverage == Judgement::Valid, qPrintable(told(report)));
    }
    // Without lists of our own the signature can be trusted only by the evidence in the file.
    const bool complete = target >= Level::BLt;
    QVERIFY2((report.signatures.constFirst().trust == Judgement::Valid) == complete, qPrintable(told(report)));
    QVERIFY2((report.signatures.constFirst().time == Judgement::Valid) == complete, qPrintable(told(report)));
    const auto document = pdf::Document::open(result->pdf).value();
    QCOMPARE(pdf::securityStore(document).isEmpty(), !complete);
    QVERIFY(!complete || pdf::securityStore(document).vriKeys.size() >= 1);
}

void TestPadesExtender::aStampIsInTheSignature() {
    SignRequest wanted = request();
    wanted.appearancePdf = handmade::appearance(113, 45);
    wanted.digest = Digest::Sha384;
    const auto result = PadesSigner().signWithStamp(plain(), wanted, *m_leader, {&*m_source, stampAddress, {}});
    QVERIFY(result && result->missing.isEmpty());
    QCOMPARE(result->reached, Level::BT);
    // The picture here is small; what the rest takes leaves room for one of 8 KiB in 40 KiB.
    QVERIFY2(result->pdf.size() - plain().size() <= 32 * 1024,
             qPrintable(QString::number(result->pdf.size() - plain().size())));
    const SignatureReport report = verified(result->pdf);
    QCOMPARE(report.signatures.constFirst().level, Level::BT);
    QVERIFY(report.signatures.constFirst().stamp);
    QCOMPARE(report.signatures.constFirst().stamp->time.toSecsSinceEpoch(), m_now.toSecsSinceEpoch());
    QCOMPARE(m_source->asked(), QList<QByteArray>({"/tsa"}));
}

void TestPadesExtender::aStampThatCannotBeHadIsTold_data() {
    QTest::addColumn<support::EvidenceFault>("fault");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("why");
    using enum support::EvidenceFault;
    QTest::newRow("server error") << HttpError << stampAddress << u"test-http-error"_s;
    QTest::newRow("refused") << Refused << stampAddress << u"time-stamp-refused"_s;
    QTest::newRow("garbage") << Garbage << stampAddress << u"time-stamp-answer-unreadable"_s;
    QTest::newRow("another's") << OtherImprint << stampAddress << u"time-stamp-answer-foreign"_s;
    QTest::newRow("broken") << Broken << stampAddress << u"time-stamp-answer-wrong"_s;
    QTest::newRow("no authority") << None << QString() << u"time-stamp-no-authority"_s;
}

void TestPadesExtender::aStampThatCannotBeHadIsTold() {
    QFETCH(support::EvidenceFault, fault);
    QFETCH(QString, address);
    QFETCH(QString, why);
    m_services->setFault("/tsa", fault);
    const auto result = PadesSigner().signWithStamp(plain(), request(), *m_leader, {&*m_source, address, {}});
    QVERIFY(result);
    QCOMPARE(result->reached, Level::BB);
    QVERIFY(has(result->missing, u"time-stamp-missing"_s));
    QVERIFY2(result->missing.constFirst().detail.startsWith(why), qPrintable(result->missing.constFirst().detail));
    QCOMPARE(verified(result->pdf).signatures.constFirst().level, Level::BB);
    const auto later = PadesExtender(m_trust, *m_source).extend(result->pdf, {Level::BLta, address, m_now});
    QVERIFY(later);
    QCOMPARE(later->pdf, result->pdf);
    QCOMPARE(later->reached, Level::BB);
    QVERIFY(has(later->missing, u"time-stamp-missing"_s));
}

void TestPadesExtender::waitingForAStampCanBeStopped() {
    m_services->setFault("/tsa", support::EvidenceFault::Hangs);
    std::stop_source stop;
    std::thread impatient([&] {
        while (m_source->asked().isEmpty()) {
            std::this_thread::yield();
        }
        stop.request_stop();
    });
    const auto result =
        PadesSigner().signWithStamp(plain(), request(), *m_leader, {&*m_source, stampAddress, stop.get_token()});
    impatient.join();
    QVERIFY(result);
    QCOMPARE(result->reached, Level::BB);
    QVERIFY(result->missing.constFirst().detail.startsWith(u"test-stopped"));
    const auto extension = extended(signedPlain(), Level::BT, stop.get_token());
    QVERIFY(!extension);
    QCOMPARE(extension.error().code, u"test-stopped"_s);
}

void TestPadesExtender::evidenceThatCannotBeHadIsTold() {
    for (const char* path : {"/ocsp/trung-gian", "/trung-gian.crl"}) {
        m_services->setFault(path, support::EvidenceFault::HttpError);
    }
    const auto result = extended(signedPlain(), Level::BLta);
    QVERIFY(result);
    QCOMPARE(result->reached, Level::BT);
    QVERIFY(!result->missing.isEmpty());
    QCOMPARE(verified(result->pdf).signatures.constFirst().level, Level::BT);
    // The queue comes back when the authority answers again.
    init();
    const auto later = extended(result->pdf, Level::BLta);
    QVERIFY(later && later->pdf.startsWith(result->pdf));
    QCOMPARE(later->reached, Level::BLta);
    QVERIFY2(later->missing.isEmpty(), qPrintable(codesOf(later->missing).join(u' ')));
}

void TestPadesExtender::nothingIsAddedTwice() {
    const auto once = extended(signedPlain(), Level::BLt);
    QVERIFY(once);
    const auto twice = extended(once->pdf, Level::BLt);
    QVERIFY(twice);
    QCOMPARE(twice->pdf, once->pdf);
    QCOMPARE(twice->reached, Level::BLt);
    QVERIFY(twice->missing.isEmpty());
}

void TestPadesExtender::aFileCertifiedAgainstChangesIsExtended() {
    const auto result = extended(signedPlain(1), Level::BLta);
    QVERIFY(result);
    QCOMPARE(result->reached, Level::BLta);
    const SignatureReport report = verified(result->pdf);
    QCOMPARE(report.signatures.constFirst().docMdpPermission, 1);
    QVERIFY2(report.verdict == Verdict::Valid, qPrintable(told(report)));
}

void TestPadesExtender::brokenAndUnsignedFilesAreRefused() {
    const auto unsignedFile = extended(plain(), Level::BT);
    QVERIFY(!unsignedFile);
    QCOMPARE(unsignedFile.error().code, u"extend-unsigned"_s);
    QByteArray changed = signedPlain();
    changed.replace("QUYET", "QUYEN");
    const auto broken = extended(changed, Level::BT);
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, u"extend-not-intact"_s);
    QVERIFY(m_source->asked().isEmpty());
}

void TestPadesExtender::stampedAgainItOutlivesItsAuthorities() {
    const QDateTime start = m_now.addYears(-4);
    DemoAuthority old = DemoAuthority::create(start, u"2022"_s, host).value();
    support::Authorities oldServices(old, start);
    support::MemoryEvidence oldSource(oldServices);
    const Pin pin = Pin::fromString(u"mã thử"_s);
    const QString path = m_folder.filePath(u"cũ.p12"_s);
    QVERIFY(old.issuePerson({u"Nguyễn Văn Mận"_s, {}, {}}).value().writePkcs12(path, pin));
    const auto key = openPkcs12(path, pin).value();
    TrustStore trust = m_trust;
    QVERIFY(trust.addRoot(old.rootCertificate()));
    SignRequest wanted = request();
    wanted.claimedTime = start;
    const auto first = PadesSigner().signWithStamp(plain(), wanted, *key, {&oldSource, stampAddress, {}}).value();
    const auto archived = PadesExtender(trust, oldSource).extend(first.pdf, {Level::BLta, stampAddress, start});
    QVERIFY2(archived && archived->missing.isEmpty(),
             archived ? qPrintable(codesOf(archived->missing).join(u' ')) : "");

    // A year later the stamp still holds; in two it ends with its authority's certificate.
    const SignatureReport young = PadesVerifier(trust).verify(archived->pdf, {start.addYears(1), false, {}});
    QVERIFY2(young.verdict == Verdict::Valid, qPrintable(told(young)));
    const QDateTime before = restampBefore(young);
    QVERIFY2(before > start.addYears(1) && before < start.addYears(3), qPrintable(before.toString(Qt::ISODate)));

    // Not stamped again it proves nothing today.
    const SignatureReport late = PadesVerifier(trust).verify(archived->pdf, {m_now, false, {}});
    QVERIFY2(late.verdict == Verdict::CannotTell, qPrintable(told(late)));
    QVERIFY(late.signatures.constFirst().time != Judgement::Valid);
    QVERIFY(has(late.signatures.constFirst().findings, u"time-stamp-outlived"_s));
    QVERIFY(!restampBefore(late).isValid());

    // Stamped again in time it does: evidence for the last stamp goes in, then a new stamp over all.
    const QDateTime between = start.addYears(1);
    oldServices.setNow(between);
    const auto again = PadesExtender(trust, oldSource).extend(archived->pdf, {Level::BLta, stampAddress, between});
    QVERIFY2(again && again->missing.isEmpty(), again ? qPrintable(codesOf(again->missing).join(u' ')) : "");
    QVERIFY(again->pdf.startsWith(archived->pdf));
    const SignatureReport renewed = PadesVerifier(trust).verify(again->pdf, {between.addDays(1), false, {}});
    QVERIFY2(renewed.verdict == Verdict::Valid, qPrintable(told(renewed)));
    QCOMPARE(renewed.signatures.size(), 3);
    QCOMPARE(renewed.signatures.constFirst().provenTime->toSecsSinceEpoch(), start.toSecsSinceEpoch());
}

void TestPadesExtender::aLaterStampProvesAnEarlierOne() {
    // The first stamp's authority ends two years after the start, the second's a year later.
    const QDateTime start = m_now.addYears(-3);
    const QDateTime year = start.addYears(1);
    DemoAuthority old = DemoAuthority::create(start, u"cũ"_s, host).value();
    DemoAuthority next = DemoAuthority::create(year, u"sau"_s, host).value();
    support::Authorities oldServices(old, start);
    support::Authorities nextServices(next, year);
    support::MemoryEvidence oldSource(oldServices);
    SplitEvidence both(oldServices, nextServices);
    const Pin pin = Pin::fromString(u"mã thử"_s);
    const QString path = m_folder.filePath(u"chuỗi.p12"_s);
    QVERIFY(old.issuePerson({u"Phạm Văn Na"_s, {}, {}}).value().writePkcs12(path, pin));
    const auto key = openPkcs12(path, pin).value();
    TrustStore trust;
    QVERIFY(trust.addRoot(old.rootCertificate()) && trust.addRoot(next.rootCertificate()));
    SignRequest wanted = request();
    wanted.claimedTime = start;
    const auto first = PadesSigner().signWithStamp(plain(), wanted, *key, {&oldSource, stampAddress, {}}).value();
    const auto archived = PadesExtender(trust, oldSource).extend(first.pdf, {Level::BLta, stampAddress, start});
    QVERIFY2(archived && archived->missing.isEmpty(),
             archived ? qPrintable(codesOf(archived->missing).join(u' ')) : "");
    oldServices.setNow(year);
    const auto again = PadesExtender(trust, both).extend(archived->pdf, {Level::BLta, stampAddress, year});
    QVERIFY2(again && again->missing.isEmpty(), again ? qPrintable(codesOf(again->missing).join(u' ')) : "");

    // What is known of the last authority comes from outside; all under its stamp from the file.
    QVERIFY(trust.addIntermediate(next.intermediateCertificate()));
    QVERIFY(trust.addCrl(next.rootCrl(year.addDays(-1), year.addYears(9)).value()));
    QVERIFY(trust.addCrl(next.intermediateCrl(year.addDays(-1), year.addYears(9)).value()));
    const QDateTime later = start.addYears(2).addDays(100);
    const SignatureReport kept = PadesVerifier(trust).verify(again->pdf, {later, false, {}});
    QVERIFY2(kept.verdict == Verdict::Valid, qPrintable(told(kept)));
    QCOMPARE(kept.signatures.constFirst().provenTime->toSecsSinceEpoch(), start.toSecsSinceEpoch());
    QCOMPARE(kept.signatures.constFirst().level, Level::BLta);
    const SignatureReport lost = PadesVerifier(trust).verify(archived->pdf, {later, false, {}});
    QVERIFY2(lost.verdict == Verdict::CannotTell, qPrintable(told(lost)));
}

void TestPadesExtender::aRevocationAfterTheStampDoesNoHarm() {
    DemoAuthority authority = DemoAuthority::create(m_now, u"thu hồi"_s, host).value();
    const DemoKey person = authority.issuePerson({u"Lê Thị Ổi"_s, {}, {}}).value();
    const Pin pin = Pin::fromString(u"mã thử"_s);
    const QString path = m_folder.filePath(u"thu hồi.p12"_s);
    QVERIFY(person.writePkcs12(path, pin));
    const auto key = openPkcs12(path, pin).value();
    TrustStore trust;
    QVERIFY(trust.addRoot(authority.rootCertificate()));
    support::Authorities services(authority, m_now);
    support::MemoryEvidence source(services);
    const QByteArray stamped =
        PadesSigner().signWithStamp(plain(), request(), *key, {&source, stampAddress, {}}).value().pdf;
    authority.revoke(person.certificate, m_now.addSecs(3600));
    services.setNow(m_now.addSecs(7200));
    const auto later = PadesExtender(trust, source).extend(stamped, {Level::BLt, stampAddress, m_now.addSecs(7200)});
    QVERIFY(later);
    const SignatureReport report = PadesVerifier(trust).verify(later->pdf, {m_now.addSecs(7200), false, {}});
    QVERIFY2(report.verdict == Verdict::Valid, qPrintable(told(report)));
    QVERIFY(has(report.signatures.constFirst().findings, u"certificate-revoked-later"_s));
    // Without the stamp nothing says that the signature is older than the revocation.
    const QByteArray bare = PadesSigner().sign(plain(), request(), *key).value();
    const auto bareLater = PadesExtender(trust, source).extend(bare, {Level::BLt, stampAddress, m_now.addSecs(7200)});
    QVERIFY(bareLater);
    QCOMPARE(PadesVerifier(trust).verify(bareLater->pdf, {m_now.addSecs(7200), false, {}}).verdict, Verdict::Invalid);
}

void TestPadesExtender::algorithmsEnd() {
    QVERIFY(endOfDigest(u"SHA1"_s) < m_now);
    QVERIFY(!endOfDigest(u"SHA256"_s).isValid());
    QVERIFY(endOfDigest(u"1.2.3"_s) < m_now);
    QVERIFY(endOfSignature(u"RSA"_s, 1024) < endOfSignature(u"RSA"_s, 2048));
    QVERIFY(!endOfSignature(u"RSA"_s, 4096).isValid());
    QVERIFY(!endOfSignature(u"ECDSA"_s, 256).isValid());
    SignatureReport report;
    QVERIFY(!restampBefore(report).isValid());
    SignatureResult one;
    one.time = Judgement::Valid;
    one.coverage = Judgement::Valid;
    one.stamp = StampFacts{m_now, u"A"_s, m_now.addYears(30), u"SHA256"_s, u"RSA"_s, 2048, {}};
    report.signatures = {one};
    QCOMPARE(restampBefore(report), endOfSignature(u"RSA"_s, 2048));
    one.coveredBytes = 10;
    one.stamp = StampFacts{m_now, u"B"_s, m_now.addYears(1), u"SHA256"_s, u"ECDSA"_s, 256, {}};
    report.signatures << one;
    QCOMPARE(restampBefore(report), m_now.addYears(1));
}

void TestPadesExtender::noCutIsValid() {
    const QByteArray whole = extended(signedPlain(), Level::BLta).value().pdf;
    const QList<qsizetype> ends = pdf::revisionEnds(pdf::Document::open(whole).value());
    for (qsizetype size = 0; size < whole.size(); size += 1999) {
        const QByteArray cut = whole.left(size);
        const bool revision =
            std::ranges::any_of(ends, [size](qsizetype end) { return size <= end && end - size <= 1; });
        QVERIFY2(revision || verified(cut).verdict != Verdict::Valid, qPrintable(QString::number(size)));
        const auto again = PadesExtender(m_trust, *m_source).extend(cut, {Level::BB, {}, m_now});
        QVERIFY2(revision || !again || again->reached <= Level::BLta, "ends in words");
    }
}

QStringList TestPadesExtender::ladderOfFiles() {
    const PadesSigner signer;
    const QByteArray stamped =
        signer.signWithStamp(plain(), request(), *m_leader, {&*m_source, stampAddress, {}}).value().pdf;
    const QList<std::pair<QString, QByteArray>> files{
        {u"BASELINE-B"_s, signedPlain()},
        {u"BASELINE-T"_s, stamped},
        {u"BASELINE-LT"_s, extended(stamped, Level::BLt).value().pdf},
        {u"BASELINE-LTA"_s, extended(stamped, Level::BLta).value().pdf},
        {u"extended BASELINE-T"_s, extended(signedPlain(), Level::BT).value().pdf},
        {u"extended BASELINE-LT"_s, extended(signedPlain(), Level::BLt).value().pdf},
        {u"extended BASELINE-LTA"_s, extended(signedPlain(), Level::BLta).value().pdf},
    };
    QStringList paths;
    for (const auto& [name, bytes] : files) {
        paths << m_folder.filePath(name + u".pdf"_s);
        QFile out(paths.constLast());
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
            return {};
        }
    }
    return paths;
}

void TestPadesExtender::pdfsigAgrees() {
    if (QStandardPaths::findExecutable(u"pdfsig"_s).isEmpty()) {
        QSKIP("pdfsig (poppler-utils) is not installed");
    }
    for (const QString& path : ladderOfFiles()) {
        QProcess judge;
        judge.start(u"pdfsig"_s, {u"-nocert"_s, path});
        QVERIFY(judge.waitForFinished());
        const QByteArray said = judge.readAll();
        QVERIFY2(said.contains("Signature is Valid") && !said.contains("Invalid"), said.constData());
    }
}

void TestPadesExtender::mutoolAgrees() {
    if (QStandardPaths::findExecutable(u"mutool"_s).isEmpty()) {
        QSKIP("mutool (mupdf-tools) is not installed");
    }
    for (const QString& path : ladderOfFiles()) {
        QProcess judge;
        judge.setProcessChannelMode(QProcess::MergedChannels);
        judge.start(u"mutool"_s, {u"sign"_s, u"-v"_s, path});
        QVERIFY(judge.waitForFinished());
        const QByteArray said = judge.readAll();
        // A document stamp over the signature is an edit to it, which it calls valid all the same; the demo root is
        // unknown to it, which it tells apart.
        QVERIFY2(said.contains("unchanged since signing") || said.contains("signature is valid"), said.constData());
        QVERIFY2(!said.contains("invalid") && !said.contains("igest"), said.constData());
    }
}

void TestPadesExtender::opensslAgrees() {
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty()) {
        QSKIP("openssl is not installed");
    }
    const QByteArray file = extended(signedPlain(), Level::BLta).value().pdf;
    const pdf::Document document = pdf::Document::open(file).value();
    const auto fields = pdf::formFields(document).value();
    const pdf::FormField field = pdf::signedFields(document, fields).constFirst();
    const SignedRange range = signedRangeOf(document, field);
    QVERIFY(range.sound);
    const auto written = [this](const QString& name, const QByteArray& bytes) {
        QFile out(m_folder.filePath(name));
        const bool good = out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
        return good ? out.fileName() : QString();
    };
    QByteArray content;
    for (const QByteArrayView part : range.parts(file)) {
        content.append(part);
    }
    const QString cms = written(u"chữ ký.der"_s, range.contents);
    const QString root =
        written(u"gốc.pem"_s, "-----BEGIN CERTIFICATE-----\n" + m_authority->rootCertificate().toBase64() +
                                  "\n-----END CERTIFICATE-----\n");
    for (const bool changed : {false, true}) {
        content[content.size() / 2] = static_cast<char>(content[content.size() / 2] ^ (changed ? 1 : 0));
        QProcess judge;
        judge.start(u"openssl"_s, {u"cms"_s, u"-verify"_s, u"-cades"_s, u"-binary"_s, u"-inform"_s, u"DER"_s, u"-in"_s,
                                   cms, u"-content"_s, written(u"nội dung"_s, content), u"-CAfile"_s, root,
                                   u"-purpose"_s, u"any"_s, u"-out"_s, m_folder.filePath(u"ra"_s)});
        QVERIFY(judge.waitForFinished());
        QVERIFY2((judge.exitCode() == 0) == !changed, judge.readAllStandardError().constData());
    }
}

void TestPadesExtender::euDssGradesEachRung() {
    const QStringList paths = ladderOfFiles();
    QCOMPARE(paths.size(), 7);
    QProcess judge;
    judge.start(QStringLiteral(CONGVAN_SOURCE_DIR) + u"/tests/judges/run"_s, paths);
    QVERIFY(judge.waitForFinished(300'000));
    if (judge.exitCode() == 77) {
        QSKIP(judge.readAllStandardError().trimmed().constData());
    }
    const QString said = QString::fromUtf8(judge.readAllStandardOutput());
    QVERIFY2(judge.exitCode() == 0, judge.readAllStandardError().constData());
    QVERIFY2(!said.contains(u" broken"_s), qPrintable(said));
    for (const QString& path : paths) {
        const QString level = u"PAdES-"_s + path.section(u'/', -1).section(u' ', -1).chopped(4);
        QVERIFY2(said.contains(u"signature "_s + path + u' ' + level + u" intact"_s), qPrintable(said));
    }
}

QTEST_GUILESS_MAIN(TestPadesExtender)
#include "test_padesextender.moc"
