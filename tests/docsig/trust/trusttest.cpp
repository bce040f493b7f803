// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/demoauthority.h"
#include "docsig/trust/truststore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace docsig;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList codesOf(const PathJudgement& judgement) {
    QStringList codes;
    for (const Finding& one : judgement.findings) {
        codes.append(one.code);
    }
    return codes;
}

} // namespace

class TrustTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void goodPathIsValid();
    void sealIsValid();
    void unknownRoot();
    void emptyStoreTrustsNobody();
    void missingIntermediate();
    void expiredCertificate();
    void notYetValidCertificate();
    void wrongPurpose();
    void timeStamperSignsNoDocuments();
    void noRevocationData();
    void staleRevocationData();
    void listNewerThanTheTimeCounts();
    void revoked();
    void revokedAfterTheProvenTime();
    void forgedList();
    void forgedCertificate();
    void unreadableCertificate();
    void storeIsReadFromAFolder();
    void looseFilesAreTakenByTheirKind();
    void whatIsThereTwiceIsTakenOnce();
    void storeRefusesWhatItCannotRead();
    void copiesAreIndependent();
    void whatIsRememberedChangesNothing();
    void severalThreadsMayAskOneStore();

private:
    [[nodiscard]] TrustStore storeWith(const QDateTime& from, const QDateTime& until) const;
    [[nodiscard]] TrustStore usualStore() const { return storeWith(m_now.addDays(-1), m_now.addDays(30)); }
    [[nodiscard]] PathJudgement judge(const DemoKey& key, const TrustStore& store) const;

    const QDateTime m_now = QDateTime({2026, 11, 23}, {9, 0}, Qt::UTC);
    std::optional<DemoAuthority> m_authority;
    DemoKey m_person;
};

TrustStore TrustTest::storeWith(const QDateTime& from, const QDateTime& until) const {
    TrustStore store;
    store.addRoot(m_authority->rootCertificate());
    store.addCrl(m_authority->rootCrl(from, until).value_or(QByteArray()));
    store.addCrl(m_authority->intermediateCrl(from, until).value_or(QByteArray()));
    return store;
}

PathJudgement TrustTest::judge(const DemoKey& key, const TrustStore& store) const {
    return judgePath(key.certificate, key.issuers, store, m_now);
}

void TrustTest::initTestCase() {
    auto authority = DemoAuthority::create(m_now);
    QVERIFY(authority);
    m_authority = std::move(*authority);
    const auto person = m_authority->issuePerson({u"Nguyễn Văn A"_s, u"Giám đốc"_s, u"Sở Nội vụ"_s});
    QVERIFY(person);
    m_person = *person;
}

void TrustTest::goodPathIsValid() {
    const PathJudgement judgement = judge(m_person, usualStore());
    QCOMPARE(codesOf(judgement), QStringList());
    QCOMPARE(judgement.trust, Judgement::Valid);
    QCOMPARE(judgement.path.size(), 3);
    QCOMPARE(judgement.path.constFirst().commonName, u"Nguyễn Văn A"_s);
    QCOMPARE(judgement.path.constLast().der, m_authority->rootCertificate());
}

void TrustTest::sealIsValid() {
    const auto seal =
        m_authority->issueSeal({u"Sở Nội vụ"_s, u"000.00.15.H99"_s}, DemoFlaw::None, KeyKind::EllipticCurve);
    QVERIFY(seal);
    QCOMPARE(judge(*seal, usualStore()).trust, Judgement::Valid);
}

void TrustTest::unknownRoot() {
    auto stranger = DemoAuthority::create(m_now, u"Kẻ lạ"_s);
    QVERIFY(stranger);
    const auto key = stranger->issuePerson({u"Nguyễn Văn A"_s, u"Bộ trưởng"_s, u"Bộ Nội vụ"_s});
    QVERIFY(key);
    const PathJudgement judgement = judge(*key, usualStore());
    QCOMPARE(judgement.trust, Judgement::CannotTell);
    QCOMPARE(codesOf(judgement), QStringList{u"path-unknown-root"_s});
    // Its root in the signature's own certificates helps nobody.
    QList<QByteArray> others = key->issuers;
    others.append(stranger->rootCertificate());
    const PathJudgement withRoot = judgePath(key->certificate, others, usualStore(), m_now);
    QCOMPARE(withRoot.trust, Judgement::CannotTell);
    QVERIFY(codesOf(withRoot).contains(u"path-unknown-root"_s));
}

void TrustTest::emptyStoreTrustsNobody() {
    const PathJudgement judgement = judge(m_person, TrustStore());
    QCOMPARE(judgement.trust, Judgement::CannotTell);
    QCOMPARE(codesOf(judgement), QStringList{u"path-unknown-root"_s});
}

void TrustTest::missingIntermediate() {
    TrustStore store = usualStore();
    QCOMPARE(codesOf(judgePath(m_person.certificate, {}, store, m_now)), QStringList{u"path-unknown-root"_s});
    QVERIFY(store.addIntermediate(m_authority->intermediateCertificate()));
    QCOMPARE(judgePath(m_person.certificate, {}, store, m_now).trust, Judgement::Valid);
}

void TrustTest::expiredCertificate() {
    const auto key = m_authority->issuePerson({u"Người cũ"_s, {}, {}}, DemoFlaw::Expired);
    QVERIFY(key);
    const TrustStore store = usualStore();
    const PathJudgement now = judge(*key, store);
    QCOMPARE(now.trust, Judgement::CannotTell);
    QVERIFY(codesOf(now).contains(u"certificate-expired"_s));
    QCOMPARE(now.findings.constFirst().place, u"Người cũ"_s);
    // At a proven time the end of validity is no question of belief.
    const PathJudgement proven =
        judgePath(key->certificate, key->issuers, store, m_now, Purpose::DocumentSigning, true);
    QCOMPARE(proven.trust, Judgement::Invalid);
    // At a proven time within its validity, with a list of that time, it is good.
    const QDateTime then = m_now.addMonths(-2);
    const PathJudgement earlier =
        judgePath(key->certificate, key->issuers, storeWith(then.addDays(-1), then.addDays(1)), then,
                  Purpose::DocumentSigning, true);
    QCOMPARE(codesOf(earlier), QStringList());
    QCOMPARE(earlier.trust, Judgement::Valid);
}

void TrustTest::notYetValidCertificate() {
    const auto key = m_authority->issuePerson({u"Người mới"_s, {}, {}}, DemoFlaw::NotYetValid);
    QVERIFY(key);
    const PathJudgement judgement = judge(*key, usualStore());
    QCOMPARE(judgement.trust, Judgement::CannotTell);
    QCOMPARE(codesOf(judgement), QStringList{u"certificate-not-yet-valid"_s});
}

void TrustTest::wrongPurpose() {
    const auto key = m_authority->issuePerson({u"Máy chủ"_s, {}, {}}, DemoFlaw::WrongUsage);
    QVERIFY(key);
    const PathJudgement judgement = judge(*key, usualStore());
    QCOMPARE(judgement.trust, Judgement::Invalid);
    QCOMPARE(codesOf(judgement), QStringList{u"certificate-wrong-purpose"_s});
}

void TrustTest::timeStamperSignsNoDocuments() {
    const auto stamper = m_authority->issueTimeStamper(u"Dấu thời gian"_s);
    QVERIFY(stamper);
    QCOMPARE(codesOf(judge(*stamper, usualStore())), QStringList{u"certificate-wrong-purpose"_s});
    QCOMPARE(judgePath(stamper->certificate, stamper->issuers, usualStore(), m_now, Purpose::TimeStamping).trust,
             Judgement::Valid);
    QCOMPARE(judgePath(m_person.certificate, m_person.issuers, usualStore(), m_now, Purpose::TimeStamping).trust,
             Judgement::Invalid);
}

void TrustTest::noRevocationData() {
    TrustStore store;
    store.addRoot(m_authority->rootCertificate());
    const PathJudgement judgement = judge(m_person, store);
    QCOMPARE(judgement.trust, Judgement::CannotTell);
    QCOMPARE(codesOf(judgement), (QStringList{u"revocation-unknown"_s, u"revocation-unknown"_s}));
    QVERIFY(judgement.findings[0].place != judgement.findings[1].place);
}

void TrustTest::staleRevocationData() {
    const PathJudgement judgement = judge(m_person, storeWith(m_now.addDays(-10), m_now.addDays(-3)));
    QCOMPARE(judgement.trust, Judgement::CannotTell);
    QCOMPARE(codesOf(judgement), (QStringList{u"revocation-stale"_s, u"revocation-stale"_s}));
}

void TrustTest::listNewerThanTheTimeCounts() {
    const PathJudgement judgement = judge(m_person, storeWith(m_now.addDays(1), m_now.addDays(8)));
    QCOMPARE(codesOf(judgement), QStringList());
    QCOMPARE(judgement.trust, Judgement::Valid);
}

void TrustTest::revoked() {
    const auto key = m_authority->issuePerson({u"Người bị thu hồi"_s, {}, {}}, DemoFlaw::None, KeyKind::EllipticCurve);
    QVERIFY(key);
    m_authority->revoke(key->certificate, m_now.addSecs(-3600));
    const PathJudgement judgement = judge(*key, usualStore());
    QCOMPARE(judgement.trust, Judgement::Invalid);
    QCOMPARE(codesOf(judgement), QStringList{u"certificate-revoked"_s});
    QCOMPARE(judge(m_person, usualStore()).trust, Judgement::Valid);
    // A fresher list without the entry does not wash it clean.
    TrustStore store = usualStore();
    auto again = DemoAuthority::create(m_now);
    QVERIFY(again);
    store.addCrl(*again->intermediateCrl(m_now, m_now.addDays(60)));
    QCOMPARE(judge(*key, store).trust, Judgement::Invalid);
}

void TrustTest::revokedAfterTheProvenTime() {
    const auto key = m_authority->issuePerson({u"Thu hồi sau"_s, {}, {}}, DemoFlaw::None, KeyKind::EllipticCurve);
    QVERIFY(key);
    m_authority->revoke(key->certificate, m_now.addDays(2));
    const PathJudgement judgement = judge(*key, usualStore());
    QCOMPARE(judgement.trust, Judgement::Valid);
    QCOMPARE(codesOf(judgement), QStringList{u"certificate-revoked-later"_s});
}

void TrustTest::forgedList() {
    // A list of the right name that another key signed says nothing.
    auto twin = DemoAuthority::create(m_now);
    QVERIFY(twin);
    TrustStore store;
    store.addRoot(m_authority->rootCertificate());
    store.addCrl(*twin->rootCrl(m_now.addDays(-1), m_now.addDays(30)));
    store.addCrl(*twin->intermediateCrl(m_now.addDays(-1), m_now.addDays(30)));
    QCOMPARE(codesOf(judge(m_person, store)), (QStringList{u"revocation-unknown"_s, u"revocation-unknown"_s}));
}

void TrustTest::forgedCertificate() {
    QByteArray forged = m_person.certificate;
    const qsizetype at = forged.indexOf(QByteArray("Nguyễn Văn A"));
    QVERIFY(at > 0);
    forged.replace(at, qsizetype(QByteArray("Nguyễn Văn A").size()), "Nguyễn Văn B");
    const PathJudgement judgement = judgePath(forged, m_person.issuers, usualStore(), m_now);
    QCOMPARE(judgement.trust, Judgement::Invalid);
    QVERIFY(codesOf(judgement).contains(u"path-broken"_s));
    // A person's certificate is no authority.
    const auto below = m_authority->issuePerson({u"Ai đó"_s, {}, {}});
    QVERIFY(below);
    TrustStore store;
    store.addRoot(m_person.certificate);
    QVERIFY(judgePath(below->certificate, below->issuers, store, m_now).trust != Judgement::Valid);
}

void TrustTest::unreadableCertificate() {
    const PathJudgement judgement = judgePath("rubbish", {}, usualStore(), m_now);
    QCOMPARE(judgement.trust, Judgement::CannotTell);
    QCOMPARE(codesOf(judgement), QStringList{u"certificate-unreadable"_s});
    QCOMPARE(
        judgePath(m_person.certificate, {QByteArray("rubbish"), m_person.issuers.constFirst()}, usualStore(), m_now)
            .trust,
        Judgement::Valid);
}

void TrustTest::storeIsReadFromAFolder() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"tin cậy"_s);
    QVERIFY(m_authority->writeTrustFolder(path));
    const auto store = TrustStore::load(path);
    QVERIFY(store);
    QCOMPARE(store->rootCount(), 1);
    QCOMPARE(store->crlCount(), 2);
    QCOMPARE(judgePath(m_person.certificate, {}, *store, m_now).trust, Judgement::Valid);
    QVERIFY(QDir().mkpath(folder.filePath(u"trống"_s)));
    const auto empty = TrustStore::load(folder.filePath(u"trống"_s));
    QVERIFY(empty);
    QCOMPARE(empty->rootCount(), 0);
}

void TrustTest::looseFilesAreTakenByTheirKind() {
    const QTemporaryDir folder;
    const auto put = [&folder](const QString& name, const QByteArray& bytes) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(put(u"a.cer"_s, m_authority->rootCertificate()));
    QVERIFY(put(u"b.der"_s, m_authority->intermediateCertificate()));
    QVERIFY(put(u"c.crl"_s, m_authority->rootCrl(m_now.addDays(-1), m_now.addDays(1)).value()));
    QVERIFY(put(u"d.crl"_s, m_authority->intermediateCrl(m_now.addDays(-1), m_now.addDays(1)).value()));
    const auto store = TrustStore::load(folder.path());
    QVERIFY(store);
    QCOMPARE(store->rootCount(), 1); // the intermediate is no root, wherever it lies
    QCOMPARE(store->crlCount(), 2);
    QCOMPARE(judgePath(m_person.certificate, {}, *store, m_now).trust, Judgement::Valid);
    QVERIFY(put(u"e.pem"_s, "rubbish"));
    QCOMPARE(TrustStore::load(folder.path()).error().code, u"trust-file-malformed"_s);
}

void TrustTest::whatIsThereTwiceIsTakenOnce() {
    const TrustStore usual = usualStore();
    TrustStore store = usual;
    QVERIFY(store.addRoot(m_authority->rootCertificate()));
    store.add(usual);
    QCOMPARE(store.rootCount(), 1);
    QCOMPARE(store.crlCount(), 2);
    TrustStore other;
    other.add(store);
    QCOMPARE(judge(m_person, other).trust, Judgement::Valid);
}

void TrustTest::storeRefusesWhatItCannotRead() {
    const QTemporaryDir folder;
    const auto none = TrustStore::load(folder.filePath(u"không có"_s));
    QVERIFY(!none);
    QCOMPARE(none.error().code, u"trust-folder-missing"_s);
    const QDir top(folder.path());
    QVERIFY(top.mkpath(u"roots"_s));
    QFile file(top.filePath(u"roots/hỏng.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("-----BEGIN CERTIFICATE-----\nrubbish\n-----END CERTIFICATE-----\n");
    file.close();
    const auto malformed = TrustStore::load(folder.path());
    QVERIFY(!malformed);
    QCOMPARE(malformed.error().code, u"trust-file-malformed"_s);
    QVERIFY(file.resize(65 * 1024 * 1024));
    const auto large = TrustStore::load(folder.path());
    QVERIFY(!large);
    QCOMPARE(large.error().code, u"trust-folder-too-large"_s);
}

/// The second question is answered from what the first one parsed: a forgery must not become good by being known, and a
/// flood of strangers must not push anybody's certificate out into a wrong answer.
void TrustTest::whatIsRememberedChangesNothing() {
    const auto revoked = m_authority->issuePerson({u"Bị thu hồi"_s, {}, {}}, DemoFlaw::None, KeyKind::EllipticCurve);
    QVERIFY(revoked);
    m_authority->revoke(revoked->certificate, m_now.addSecs(-3600));
    auto impostor = DemoAuthority::create(m_now);
    QVERIFY(impostor);
    TrustStore store;
    store.addRoot(m_authority->rootCertificate());
    QVERIFY(store.addCrl(m_authority->rootCrl(m_now.addDays(-1), m_now.addDays(30)).value_or(QByteArray())));
    QVERIFY(store.addCrl(impostor->intermediateCrl(m_now.addDays(-1), m_now.addDays(30)).value_or(QByteArray())));
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(codesOf(judge(m_person, store)), QStringList{u"revocation-unknown"_s});
    }
    const TrustStore whole = usualStore();
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(judge(m_person, whole).trust, Judgement::Valid);
        QCOMPARE(judge(*revoked, whole).trust, Judgement::Invalid);
    }
    QByteArray stranger = m_person.certificate;
    for (int index = 0; index < 3000; ++index) {
        stranger[stranger.size() - 1] = static_cast<char>(index);
        stranger[stranger.size() - 2] = static_cast<char>(index >> 8);
        const PathJudgement forged = judgePath(stranger, m_person.issuers, whole, m_now);
        QVERIFY(stranger == m_person.certificate || forged.trust == Judgement::Invalid);
    }
    QCOMPARE(judge(m_person, whole).trust, Judgement::Valid);
    QCOMPARE(judge(*revoked, whole).trust, Judgement::Invalid);
}

void TrustTest::severalThreadsMayAskOneStore() {
    const TrustStore store = usualStore();
    std::atomic<int> good = 0;
    {
        // Threads of its own that end here: OpenSSL gives back what it keeps for a thread when that ends.
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([this, &store, &good] {
                for (int round = 0; round < 50; ++round) {
                    good += judge(m_person, store).trust == Judgement::Valid ? 1 : 0;
                }
            });
        }
    }
    QCOMPARE(good.load(), 200);
}

void TrustTest::copiesAreIndependent() {
    TrustStore first = usualStore();
    const TrustStore second = first;
    QVERIFY(first.addRoot(m_person.certificate));
    QCOMPARE(first.rootCount(), 2);
    QCOMPARE(second.rootCount(), 1);
    QVERIFY(!first.addRoot("rubbish"));
    QVERIFY(!first.addCrl("rubbish"));
    QVERIFY(!first.addIntermediate("rubbish"));
}

QTEST_GUILESS_MAIN(TrustTest)
#include "trusttest.moc"
