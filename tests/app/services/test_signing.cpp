// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/vietnamtime.h"
#include "app/services/draftdocument.h"
#include "app/services/importpdf.h"
#include "app/services/numberdocument.h"
#include "app/services/sealdocument.h"
#include "app/services/senddocument.h"
#include "app/services/signdocument.h"
#include "app/services/storepacket.h"
#include "app/services/submitforsignature.h"
#include "docsig/keys/certificate.h"
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/pkcs12key.h"
#include "docsig/pades/padessigner.h"
#include "exchange/envelope/packetreader.h"
#include "tests/support/softhsmtoken.h"
#include "tests/world/office/codes.h"
#include "tests/world/office/onedesk.h"

#include <QFile>
#include <QGuiApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using support::SoftHsmToken;
using world::codeOf;
using world::OneDesk;

namespace {

/// A disk without room.
class FullDevice : public QIODevice {
public:
    FullDevice() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64) override { return -1; }
};

} // namespace

class TestSigning : public QObject {
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<OneDesk>(); }
    void cleanup() { m_desk.reset(); }

    void inLegalOrder();
    void decisionInLegalOrder();
    void wrongPinLosesNothing();
    void otherBytesAreNotSigned();
    void missingKeyFileAndModule();
    void tokenSigns();
    void tokenThatCannotSign();
    void expiredCertificateIsRefused();
    void revokedCertificateIsRefused();
    void sealOfAnotherOfficeIsRefused();
    void orderIsKept();
    void secretIsNeverSubmitted();
    void signerMustLead();
    void receiversAreChecked();
    void badPdfsAreNotImported_data();
    void badPdfsAreNotImported();
    void fullDiskLosesNothing();
    void packetsAreWrittenForTheServer_data();
    void packetsAreWrittenForTheServer();
    void unknownMannerOfPacketsSendsNothing();
    void packetIsSignedByChoice();
    void sealOfAnotherOfficeSignsNoPacket();
    void packetTooLargeForASignatureGoesWithout();
    void brokenSpoolSendsNothing();

private:
    DocumentId sealedDraft();
    /// The packet in the store, as a receiver reads it.
    exchange::ReadPacket readBack(const QByteArray& sha256);

    std::unique_ptr<OneDesk> m_desk;
};

void TestSigning::inLegalOrder() {
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_desk->submit(*id));
    const QByteArray submitted = m_desk->pdf(*id);
    CONGVAN_VERIFY(m_desk->sign(*id));
    const QByteArray signedPdf = m_desk->pdf(*id);
    QVERIFY(signedPdf.startsWith(submitted));
    CONGVAN_VERIFY(m_desk->number(*id));
    const QByteArray numbered = m_desk->pdf(*id);
    QVERIFY(numbered.startsWith(signedPdf));
    CONGVAN_VERIFY(m_desk->seal(*id));
    const QByteArray sealed = m_desk->pdf(*id);
    QVERIFY(sealed.startsWith(numbered));
    const QString path = m_desk->file(u"niêm phong.pdf"_s, sealed);
    const auto report =
        m_desk->as(Role::Clerk).verifyClient().verifyFile(path, {.at = QDateTime::currentDateTimeUtc()});
    QCOMPARE(int(report.verdict), int(docsig::Verdict::Valid));
    QCOMPARE(report.signatures.size(), 2);
    const QDateTime claimed = report.signatures.first().claimedTime;
    QVERIFY(claimed.isValid() && qAbs(claimed.secsTo(QDateTime::currentDateTimeUtc())) < 600);
    QCOMPARE(report.signatures.first().docMdpPermission, 2);
    QCOMPARE(report.signatures.last().lockedFields.size(), 2);
    QCOMPARE(report.fieldValues.value(u"DocumentNumber"_s), u"01"_s);
    QVERIFY(sealed.size() - numbered.size() < 25 * 1024);
    // Nothing is left in the working folder.
    QVERIFY(QDir(m_desk->path(u"spool"_s)).isEmpty());
}

void TestSigning::decisionInLegalOrder() {
    const auto id = m_desk->draft(DocumentKind::QuyetDinh);
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_desk->submit(*id));
    CONGVAN_VERIFY(m_desk->sign(*id));
    CONGVAN_VERIFY(m_desk->number(*id));
    CONGVAN_VERIFY(m_desk->seal(*id));
    const auto sent = SendDocument(m_desk->as(Role::Clerk)).send(*id);
    CONGVAN_VERIFY(sent);
    QVERIFY(QFile::exists(sent->packetPath));
    QCOMPARE(sent->receivers.size(), 1);
    QCOMPARE(m_desk->state(*id), DocumentState::Sent);
    QCOMPARE(codeOf(SendDocument(m_desk->as(Role::Clerk)).send(*id)), u"action-not-allowed"_s);
}

void TestSigning::wrongPinLosesNothing() {
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_desk->submit(*id));
    const QByteArray before = m_desk->pdf(*id);
    SignDocument signing(m_desk->as(Role::Leader));
    const auto view = signing.open(*id);
    CONGVAN_VERIFY(view);
    const auto wrong = signing.sign(*id, view->sha256, m_desk->signatureKey(), docsig::Pin::fromString(u"sai"));
    QCOMPARE(codeOf(wrong), u"pkcs12-wrong-pin"_s);
    QCOMPARE(m_desk->state(*id), DocumentState::WaitingForSignature);
    QCOMPARE(m_desk->pdf(*id), before);
    CONGVAN_VERIFY(m_desk->sign(*id));
}

void TestSigning::otherBytesAreNotSigned() {
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_desk->submit(*id));
    SignDocument signing(m_desk->as(Role::Leader));
    const auto done = signing.sign(*id, QByteArray(64, 'a'), m_desk->signatureKey(), OneDesk::pin());
    QCOMPARE(codeOf(done), u"signing-other-bytes"_s);
    QCOMPARE(m_desk->state(*id), DocumentState::WaitingForSignature);
}

void TestSigning::missingKeyFileAndModule() {
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_desk->submit(*id));
    SignDocument signing(m_desk->as(Role::Leader));
    const auto view = signing.open(*id);
    CONGVAN_VERIFY(view);
    QCOMPARE(codeOf(signing.sign(*id, view->sha256, Pkcs12File{m_desk->path(u"không có.p12"_s)}, OneDesk::pin())),
             u"pkcs12-unreadable"_s);
    const TokenKey token{.modulePath = m_desk->path(u"không có.so"_s), .tokenLabel = u"x"_s, .keyId = {}};
    QCOMPARE(codeOf(signing.sign(*id, view->sha256, token, OneDesk::pin())), u"token-module-missing"_s);
    QCOMPARE(m_desk->state(*id), DocumentState::WaitingForSignature);
}

void TestSigning::tokenSigns() {
    QVERIFY2(!SoftHsmToken::modulePath().isEmpty(), "the package softhsm2 is needed");
    SoftHsmToken token(u"Thẻ lãnh đạo"_s, "123456");
    QVERIFY2(token.fault().isEmpty(), qPrintable(token.fault()));
    QVERIFY(token.addKey("\x01", m_desk->leaderKey().privateKey));
    QVERIFY(token.addCertificate("\x01", m_desk->leaderKey().certificate));
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_desk->submit(*id));
    SignDocument signing(m_desk->as(Role::Leader));
    const auto view = signing.open(*id);
    CONGVAN_VERIFY(view);
    const TokenKey key{.modulePath = SoftHsmToken::modulePath(), .tokenLabel = u"Thẻ lãnh đạo"_s, .keyId = {}};
    const auto wrong = signing.sign(*id, view->sha256, key, docsig::Pin::fromUtf8("000000"));
    QVERIFY2(codeOf(wrong) == u"token-wrong-pin"_s, qPrintable(codeOf(wrong)));
    QCOMPARE(m_desk->state(*id), DocumentState::WaitingForSignature);
    const auto done = signing.sign(*id, view->sha256, key, docsig::Pin::fromUtf8("123456"));
    CONGVAN_VERIFY(done);
    QCOMPARE(int(done->report.verdict), int(docsig::Verdict::Valid));
    QCOMPARE(done->certificate.commonName, u"Trần Thị Bích Ngọc"_s);
}

void TestSigning::tokenThatCannotSign() {
    QVERIFY2(!SoftHsmToken::modulePath().isEmpty(), "the package softhsm2 is needed");
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_desk->submit(*id));
    SoftHsmToken token(u"Trống"_s, "123456");
    QVERIFY2(token.fault().isEmpty(), qPrintable(token.fault()));
    SignDocument signing(m_desk->as(Role::Leader));
    const auto view = signing.open(*id);
    CONGVAN_VERIFY(view);
    TokenKey key{.modulePath = SoftHsmToken::modulePath(), .tokenLabel = u"Trống"_s, .keyId = {}};
    QCOMPARE(codeOf(signing.sign(*id, view->sha256, key, docsig::Pin::fromUtf8("123456"))), u"token-empty"_s);
    key.tokenLabel = u"Khác"_s;
    QCOMPARE(codeOf(signing.sign(*id, view->sha256, key, docsig::Pin::fromUtf8("123456"))), u"token-not-found"_s);
    QCOMPARE(m_desk->state(*id), DocumentState::WaitingForSignature);
}

void TestSigning::expiredCertificateIsRefused() {
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_desk->submit(*id));
    const auto key = m_desk->authority().issuePerson(
        {.commonName = u"Trần Thị Bích Ngọc"_s, .title = {}, .organisation = {}}, docsig::DemoFlaw::Expired);
    QVERIFY(key);
    QVERIFY(key->writePkcs12(m_desk->path(u"hết hạn.p12"_s), OneDesk::pin()));
    SignDocument signing(m_desk->as(Role::Leader));
    const auto view = signing.open(*id);
    CONGVAN_VERIFY(view);
    const auto done = signing.sign(*id, view->sha256, Pkcs12File{m_desk->path(u"hết hạn.p12"_s)}, OneDesk::pin());
    QCOMPARE(codeOf(done), u"certificate-not-usable"_s);
    QCOMPARE(m_desk->state(*id), DocumentState::WaitingForSignature);
}

void TestSigning::revokedCertificateIsRefused() {
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_desk->submit(*id));
    const auto key =
        m_desk->authority().issuePerson({.commonName = u"Người bị thu hồi"_s, .title = {}, .organisation = {}});
    QVERIFY(key);
    QVERIFY(key->writePkcs12(m_desk->path(u"thu hồi.p12"_s), OneDesk::pin()));
    m_desk->authority().revoke(key->certificate, QDateTime::currentDateTimeUtc().addDays(-1));
    QVERIFY(m_desk->authority().writeTrustFolder(m_desk->path(u"trust"_s)));
    SignDocument signing(m_desk->as(Role::Leader));
    const auto view = signing.open(*id);
    CONGVAN_VERIFY(view);
    const auto done = signing.sign(*id, view->sha256, Pkcs12File{m_desk->path(u"thu hồi.p12"_s)}, OneDesk::pin());
    QCOMPARE(codeOf(done), u"certificate-not-usable"_s);
    QCOMPARE(m_desk->state(*id), DocumentState::WaitingForSignature);
}

void TestSigning::sealOfAnotherOfficeIsRefused() {
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_desk->submit(*id));
    CONGVAN_VERIFY(m_desk->sign(*id));
    CONGVAN_VERIFY(m_desk->number(*id));
    const auto key = m_desk->authority().issueSeal({.officeName = u"Sở Tài chính"_s, .organId = u"H99.03"_s});
    QVERIFY(key);
    QVERIFY(key->writePkcs12(m_desk->path(u"khác.p12"_s), OneDesk::pin()));
    SealDocument sealing(m_desk->as(Role::Clerk));
    const auto view = sealing.open(*id);
    CONGVAN_VERIFY(view);
    QCOMPARE(codeOf(sealing.seal(*id, view->sha256, Pkcs12File{m_desk->path(u"khác.p12"_s)}, OneDesk::pin())),
             u"seal-of-another-office"_s);
    QCOMPARE(m_desk->state(*id), DocumentState::Numbered);
}

void TestSigning::orderIsKept() {
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_desk->submit(*id));
    // The clerk does not take part before the signature; the store is one here, so the rules alone hold the order.
    QCOMPARE(codeOf(SealDocument(m_desk->as(Role::Clerk)).open(*id)), u"seal-before-signature"_s);
    QCOMPARE(codeOf(SendDocument(m_desk->as(Role::Clerk)).send(*id)), u"send-before-seal"_s);
    QCOMPARE(codeOf(NumberDocument(m_desk->as(Role::Clerk)).number(*id, vietnamToday())), u"action-not-allowed"_s);
    QCOMPARE(codeOf(SignDocument(m_desk->as(Role::Clerk)).open(*id)), u"action-not-allowed"_s);
    CONGVAN_VERIFY(m_desk->sign(*id));
    QCOMPARE(codeOf(SignDocument(m_desk->as(Role::Leader)).open(*id)), u"action-not-allowed"_s);
    QCOMPARE(codeOf(SealDocument(m_desk->as(Role::Clerk)).open(*id)), u"seal-before-number"_s);
    QCOMPARE(codeOf(SendDocument(m_desk->as(Role::Clerk)).send(*id)), u"send-before-seal"_s);
    m_desk->serverIsAway = true;
    QCOMPARE(codeOf(NumberDocument(m_desk->as(Role::Clerk)).number(*id, vietnamToday())), u"number-needs-server"_s);
    m_desk->serverIsAway = false;
    CONGVAN_VERIFY(m_desk->number(*id));
    QCOMPARE(codeOf(SendDocument(m_desk->as(Role::Clerk)).send(*id)), u"send-before-seal"_s);
    CONGVAN_VERIFY(m_desk->seal(*id));
}

void TestSigning::secretIsNeverSubmitted() {
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    DraftDocument drafts(m_desk->as(Role::Officer));
    auto text = drafts.load(*id);
    CONGVAN_VERIFY(text);
    text->secrecy = Secrecy::Confidential;
    QCOMPARE(codeOf(drafts.save(*text)), u"secret-book-instead"_s);
    // One that an earlier version kept goes nowhere.
    CONGVAN_VERIFY(m_desk->as(Role::Officer).store().drafts().save(*text));
    QCOMPARE(codeOf(m_desk->submit(*id)), u"secret-never-sent"_s);
    QVERIFY(m_desk->as(Role::Officer).store().outbox().open()->isEmpty());
}

void TestSigning::signerMustLead() {
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    SubmitForSignature submitting(m_desk->as(Role::Officer));
    QCOMPARE(codeOf(submitting.submit(*id, u"H99.02/vanthu"_s)), u"signer-not-a-leader"_s);
    QCOMPARE(codeOf(submitting.submit(*id, u"H99.03/lanhdao"_s)), u"signer-not-a-leader"_s);
    QCOMPARE(codeOf(submitting.submit(DocumentId::create(), u"H99.02/lanhdao"_s)), u"draft-not-found"_s);
}

void TestSigning::receiversAreChecked() {
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_desk->submit(*id));
    CONGVAN_VERIFY(m_desk->sign(*id));
    CONGVAN_VERIFY(m_desk->number(*id));
    CONGVAN_VERIFY(m_desk->seal(*id));
    SendDocument sending(m_desk->as(Role::Clerk));
    for (const QStringView wrong : {u"H77", u"H99.02"}) {
        QCOMPARE(codeOf(sending.send(*id, {*OrganId::parse(wrong)})), u"receiver-not-possible"_s);
    }
    QCOMPARE(m_desk->state(*id), DocumentState::Sealed);
}

void TestSigning::badPdfsAreNotImported_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("not a PDF") << u"text"_s << u"pdf-not-a-pdf"_s;
    QTest::newRow("truncated") << u"half"_s << u"pdf-truncated"_s;
    QTest::newRow("encrypted") << u"encrypted"_s << u"pdf-encrypted"_s;
    QTest::newRow("certified without changes") << u"certified"_s << u"pdf-certified"_s;
    QTest::newRow("no file") << u"none"_s << u"content-unreadable"_s;
}

void TestSigning::badPdfsAreNotImported() {
    QFETCH(QString, change);
    QFETCH(QString, code);
    DraftDocument drafts(m_desk->as(Role::Officer));
    auto text = drafts.start(DocumentKind::CongVan);
    CONGVAN_VERIFY(text);
    text->subject = u"thử"_s;
    const auto page = drafts.preview(*text);
    CONGVAN_VERIFY(page);
    QByteArray bytes = page->pdf;
    if (change == u"text"_s) {
        bytes = "Kính gửi: đây không phải tệp PDF";
    } else if (change == u"half"_s) {
        bytes.truncate(bytes.size() / 2);
    } else if (change == u"encrypted"_s) {
        const qsizetype trailer = bytes.lastIndexOf("trailer");
        QVERIFY(trailer > 0);
        bytes.insert(bytes.indexOf("<<", trailer) + 2, "/Encrypt <</Filter /Standard /V 1 /R 2 /O () /U () /P -4>>");
    } else if (change == u"certified"_s) {
        const auto key = docsig::openPkcs12(std::get<Pkcs12File>(m_desk->signatureKey()).path, OneDesk::pin());
        QVERIFY(key);
        docsig::SignRequest request;
        request.fieldName = u"Certifier"_s;
        request.place = docsig::PagePlace{};
        request.docMdpPermission = 1;
        request.claimedTime = QDateTime::currentDateTimeUtc();
        const auto certified = docsig::PadesSigner().sign(bytes, request, **key);
        QVERIFY2(certified.has_value(), certified ? "" : qPrintable(certified.error().code));
        bytes = *certified;
    }
    const QString path = change == u"none"_s ? m_desk->path(u"không có.pdf"_s) : m_desk->file(u"ngoài.pdf"_s, bytes);
    const auto imported = ImportPdf(m_desk->as(Role::Officer)).import(path, *text);
    QCOMPARE(codeOf(imported), code);
    QCOMPARE(drafts.list()->size(), 0);
}

void TestSigning::fullDiskLosesNothing() {
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_desk->submit(*id));
    const QByteArray before = m_desk->pdf(*id);
    m_desk->setOptions(0, [](QFileDevice&) { return std::make_unique<FullDevice>(); });
    SignDocument signing(m_desk->as(Role::Leader));
    const auto view = signing.open(*id);
    CONGVAN_VERIFY(view);
    QCOMPARE(codeOf(signing.sign(*id, view->sha256, m_desk->signatureKey(), OneDesk::pin())), u"disk-full"_s);
    QCOMPARE(m_desk->state(*id), DocumentState::WaitingForSignature);
    m_desk->setOptions(0, {});
    std::ignore = m_desk->as(Role::Leader);
    QCOMPARE(m_desk->state(*id), DocumentState::WaitingForSignature);
    QCOMPARE(m_desk->pdf(*id), before);
    CONGVAN_VERIFY(m_desk->sign(*id));
}

DocumentId TestSigning::sealedDraft() {
    const auto id = m_desk->draft();
    const bool isSealed = id && m_desk->submit(*id) && m_desk->sign(*id) && m_desk->number(*id) && m_desk->seal(*id);
    if (!isSealed) {
        qFatal("no sealed document");
    }
    return *id;
}

exchange::ReadPacket TestSigning::readBack(const QByteArray& sha256) {
    QDir().mkpath(m_desk->path(u"đọc"_s));
    const auto file = m_desk->as(Role::Clerk).store().blobs().path(sha256);
    auto read = exchange::PacketReader().read(file.value_or(QString()), m_desk->path(u"đọc"_s));
    return read ? *std::move(read) : exchange::ReadPacket();
}

void TestSigning::packetsAreWrittenForTheServer_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("steering");
    QTest::addColumn<bool>("zipped");
    QTest::newRow("dotnet") << 18 << 0 << false;
    QTest::newRow("axis") << 1 << 1 << false;
    QTest::newRow("java-zip") << 1 << 1 << true;
}

void TestSigning::packetsAreWrittenForTheServer() {
    QFETCH(int, type);
    QFETCH(int, steering);
    QFETCH(bool, zipped);
    const DocumentId id = sealedDraft();
    OfficeDesk& desk = m_desk->as(Role::Clerk);
    Profile profile = desk.profile();
    profile.packetProfile = QString::fromLatin1(QTest::currentDataTag());
    desk.setProfile(profile);
    const auto sent = SendDocument(desk).send(id);
    CONGVAN_VERIFY(sent);
    QCOMPARE(sent->sealing, PacketSealing::NotWanted);
    const exchange::ReadPacket read = readBack(sent->packetSha256);
    const auto& packet = std::get<exchange::DocumentPacket>(read.packet);
    QCOMPARE(packet.documentType.type.value, std::optional(type));
    QCOMPARE(packet.steeringType.value, std::optional(steering));
    QCOMPARE(packet.attachments.first().zipped, zipped);
    QCOMPARE(packet.attachments.first().sha256.toHex(), exchange::sha256Hex(m_desk->pdf(id)));
    QCOMPARE(read.signature.state, exchange::PacketSignature::State::None);
    QVERIFY(QDir(m_desk->path(u"spool"_s)).isEmpty());
}

void TestSigning::unknownMannerOfPacketsSendsNothing() {
    const DocumentId id = sealedDraft();
    OfficeDesk& desk = m_desk->as(Role::Clerk);
    Profile profile = desk.profile();
    profile.packetProfile = u"trục khác"_s;
    desk.setProfile(profile);
    const auto sent = SendDocument(desk).send(id);
    QCOMPARE(codeOf(sent), u"packet-profile-unknown"_s);
    QVERIFY(sent.error().detail.contains(u"axis, dotnet, java-zip"_s));
    QCOMPARE(m_desk->state(id), DocumentState::Sealed);
    QCOMPARE(desk.store().outbox().state()->waiting, 0);
}

void TestSigning::packetIsSignedByChoice() {
    const DocumentId id = sealedDraft();
    SendDocument sending(m_desk->as(Role::Clerk));
    const docsig::Pin wrong = docsig::Pin::fromString(u"sai");
    const PacketSeal refused{.key = m_desk->sealKey(), .pin = wrong};
    QCOMPARE(codeOf(sending.send(id, {}, &refused)), u"pkcs12-wrong-pin"_s);
    QCOMPARE(m_desk->state(id), DocumentState::Sealed);
    QVERIFY(QDir(m_desk->path(u"spool"_s)).isEmpty());
    const docsig::Pin pin = OneDesk::pin();
    const PacketSeal seal{.key = m_desk->sealKey(), .pin = pin};
    const auto sent = sending.send(id, {}, &seal);
    CONGVAN_VERIFY(sent);
    QCOMPARE(sent->sealing, PacketSealing::Signed);
    const exchange::ReadPacket read = readBack(sent->packetSha256);
    QCOMPARE(read.signature.state, exchange::PacketSignature::State::Valid);
    QVERIFY(docsig::describe(read.signature.certificate)->organisationIdentifier == u"H99.02"_s);
    QVERIFY(QDir(m_desk->path(u"spool"_s)).isEmpty());
}

void TestSigning::sealOfAnotherOfficeSignsNoPacket() {
    const DocumentId id = sealedDraft();
    const auto other =
        m_desk->authority().issueSeal({.officeName = u"Sở Tài chính tỉnh Mẫu"_s, .organId = u"H99.03"_s});
    QVERIFY(other && other->writePkcs12(m_desk->path(u"keys/dấu khác.p12"_s), OneDesk::pin()));
    const docsig::Pin pin = OneDesk::pin();
    const PacketSeal seal{.key = Pkcs12File{m_desk->path(u"keys/dấu khác.p12"_s)}, .pin = pin};
    QCOMPARE(codeOf(SendDocument(m_desk->as(Role::Clerk)).send(id, {}, &seal)), u"seal-of-another-office"_s);
    QCOMPARE(m_desk->state(id), DocumentState::Sealed);
}

void TestSigning::packetTooLargeForASignatureGoesWithout() {
    OfficeDesk& desk = m_desk->as(Role::Clerk);
    exchange::DocumentPacket packet;
    packet.from = {u"H99.02"_s, {}, u"Sở Nội vụ"_s, {}, {}, {}, {}, {}};
    packet.to = {{u"H99.03"_s, {}, u"Sở Tài chính"_s, {}, {}, {}, {}, {}}};
    packet.documentId = u"H99.02,2026/03/05,07/SNV-VP"_s;
    packet.code = {u"07"_s, u"SNV-VP"_s};
    packet.promulgation.date = exchange::DateText::of(QDate(2026, 3, 5));
    packet.documentType.typeName = u"Công văn"_s;
    packet.subject = u"V/v bản quét"_s;
    exchange::Attachment attachment;
    attachment.name = u"bản quét.bin"_s;
    attachment.contentType = u"application/octet-stream"_s;
    attachment.filePath = m_desk->file(u"bản quét.bin"_s, QByteArray(16 << 20, 'q'));
    attachment.size = 16 << 20;
    exchange::addAttachment(packet, attachment);
    const docsig::Pin pin = OneDesk::pin();
    const PacketSeal seal{.key = m_desk->sealKey(), .pin = pin};
    const auto stored = storeSealedPacket(desk, packet, &seal);
    CONGVAN_VERIFY(stored);
    QCOMPARE(stored->sealing, PacketSealing::TooLarge);
    QVERIFY(desk.store().blobs().size(stored->sha256) > exchange::largestSignedPacket);
    QVERIFY(QDir(m_desk->path(u"spool"_s)).isEmpty());
}

void TestSigning::brokenSpoolSendsNothing() {
    const DocumentId id = sealedDraft();
    QVERIFY(QDir(m_desk->path(u"spool"_s)).removeRecursively());
    OfficeDesk& desk = m_desk->as(Role::Clerk);
    QCOMPARE(codeOf(SendDocument(desk).send(id)), u"packet-spool-failed"_s);
    QCOMPARE(m_desk->state(id), DocumentState::Sealed);
    QVERIFY(QDir().mkpath(m_desk->path(u"spool"_s)));
    CONGVAN_VERIFY(SendDocument(desk).send(id));
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime crypto;
    TestSigning test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_signing.moc"
