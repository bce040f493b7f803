// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "docsig/trust/trustedlist.h"
#include "exchange/envelope/packetreader.h"
#include "exchange/envelope/packetwriter.h"
#include "tests/exchange/envelope/samplepackets.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace exchange;
using State = PacketSignature::State;

namespace {

/// A key of docsig as the exchange's port.
class KeySigner final : public PacketSigner {
public:
    explicit KeySigner(std::unique_ptr<docsig::SigningKey> key)
        : m_key(std::move(key)) {}

    [[nodiscard]] QList<QByteArray> chain() const override { return m_key->chain(); }
    [[nodiscard]] bool isElliptic() const override { return m_key->kind() == docsig::KeyKind::EllipticCurve; }
    [[nodiscard]] Result<QByteArray> sign(QByteArrayView message) override {
        auto made = m_key->sign(message, docsig::Digest::Sha256);
        return made ? Result<QByteArray>(*made) : std::unexpected(Error{made.error().code, made.error().detail});
    }

private:
    std::unique_ptr<docsig::SigningKey> m_key;
};

/// The part of a text from `begin` to behind `end`.
QByteArray part(const QByteArray& text, const QByteArray& begin, const QByteArray& end) {
    const qsizetype from = text.indexOf(begin);
    const qsizetype to = text.indexOf(end, from);
    return from < 0 || to < 0 ? QByteArray() : text.sliced(from, to + end.size() - from);
}

} // namespace

/// The signature of a packet: made, judged, and attacked in every way that is known against XML signatures.
class PacketSignatureTest : public QObject {
    Q_OBJECT

private:
    [[nodiscard]] Result<ReadPacket> read(const QByteArray& bytes) const {
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        return PacketReader().read(buffer, m_contents->path());
    }
    [[nodiscard]] std::unique_ptr<KeySigner> signer(docsig::KeyKind kind);
    /// Signed by hand over whatever SignedInfo says.
    [[nodiscard]] QByteArray signedAgain(const QByteArray& packet, const QByteArray& signedInfo);
    [[nodiscard]] QStringList filesLeft() const { return QDir(m_contents->path()).entryList(QDir::Files); }

    docsig::CryptoRuntime m_crypto;
    QTemporaryDir m_folder{QDir::temp().filePath(u"chữ ký gói XXXXXX"_s)};
    std::unique_ptr<QTemporaryDir> m_contents;
    std::optional<docsig::DemoAuthority> m_authority;
    QByteArray m_plain;
    QByteArray m_signed;
    QByteArray m_signature; ///< the element in m_signed

private slots:
    void initTestCase();
    void init() { m_contents = std::make_unique<QTemporaryDir>(); }
    void whatWasSignedHolds_data();
    void whatWasSignedHolds();
    void changesAreTold_data();
    void changesAreTold();
    void sameMeaningSameSignature();
    void whatCannotBeCheckedIsNotCalledValid_data();
    void whatCannotBeCheckedIsNotCalledValid();
    void attacksAreRefused_data();
    void attacksAreRefused();
    void aSecondCertificateChangesNothing();
    void refusesToSign();
    void trustedListsComeSecond();
};

std::unique_ptr<KeySigner> PacketSignatureTest::signer(docsig::KeyKind kind) {
    const auto person = m_authority->issueSeal({u"Sở Mẫu"_s, u"H99.01"_s}, docsig::DemoFlaw::None, kind);
    const docsig::Pin pin = docsig::Pin::fromString(u"123456"_s);
    const QString path = m_folder.filePath(u"khóa.p12"_s);
    if (!person || !person->writePkcs12(path, pin)) {
        return nullptr;
    }
    auto key = docsig::openPkcs12(path, pin);
    QFile::remove(path);
    return key ? std::make_unique<KeySigner>(std::move(*key)) : nullptr;
}

void PacketSignatureTest::initTestCase() {
    auto authority = docsig::DemoAuthority::create(QDateTime::currentDateTimeUtc());
    QVERIFY(authority);
    m_authority = std::move(*authority);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    DocumentPacket packet = samples::fullDocument();
    QVERIFY(PacketWriter(WriterProfile::dotNet()).write(packet, buffer));
    m_plain = buffer.data();
    const auto made = signPacket(m_plain, *signer(docsig::KeyKind::Rsa));
    QVERIFY2(made, made ? "" : qPrintable(made.error().code + made.error().detail));
    m_signed = *made;
    m_signature = part(m_signed, "<ds:Signature ", "</ds:Signature>");
    QVERIFY(!m_signature.isEmpty());
}

void PacketSignatureTest::whatWasSignedHolds_data() {
    QTest::addColumn<docsig::KeyKind>("kind");
    QTest::addColumn<QString>("algorithm");
    QTest::newRow("RSA") << docsig::KeyKind::Rsa << u"rsa-sha256"_s;
    QTest::newRow("ECDSA") << docsig::KeyKind::EllipticCurve << u"ecdsa-sha256"_s;
}

void PacketSignatureTest::whatWasSignedHolds() {
    QFETCH(docsig::KeyKind, kind);
    QFETCH(QString, algorithm);
    // Often enough that an ECDSA value with a short coordinate comes by.
    const auto key = signer(kind);
    QVERIFY(key);
    for (int round = 0; round < (kind == docsig::KeyKind::Rsa ? 1 : 40); ++round) {
        const auto made = signPacket(m_plain, *key);
        QVERIFY2(made, made ? "" : qPrintable(made.error().code + made.error().detail));
        QByteArray without = *made;
        without.remove(without.indexOf("<ds:Signature "), part(without, "<ds:Signature ", "</ds:Signature>").size());
        QCOMPARE(without, m_plain);
        const auto found = read(*made);
        QVERIFY(found);
        QCOMPARE(found->signature.state, State::Valid);
        QCOMPARE(found->signature.algorithm, algorithm);
        QCOMPARE(found->signature.certificate, key->chain().first());
        QVERIFY(found->findings.isEmpty());
    }
    const auto plain = read(m_plain);
    QVERIFY(plain);
    QCOMPARE(plain->signature.state, State::None);
}

void PacketSignatureTest::changesAreTold_data() {
    QTest::addColumn<QByteArray>("packet");
    const auto changed = [this](const char* title, const QByteArray& what, const QByteArray& with) {
        QByteArray packet = m_signed;
        const qsizetype at = packet.indexOf(what);
        QVERIFY(at >= 0);
        QTest::newRow(title) << packet.replace(at, what.size(), with);
    };
    changed("a receiver", "<edXML:OrganId>G99.02</edXML:OrganId>", "<edXML:OrganId>G99.03</edXML:OrganId>");
    changed("an attribute", "edXMLManifest version=\"1.0\"", "edXMLManifest version=\"1.1\"");
    changed("a comment in the digest", "<ds:DigestValue>", "<ds:DigestValue>AAAA<!-- -->");
    changed("the value", "<ds:SignatureValue>", "<ds:SignatureValue>AAAA");
    changed("an element more", "</edXML:edXMLHeader>", "<edXML:X/></edXML:edXMLHeader>");
    changed("an instruction", "</edXML:edXMLHeader>", "<?x y?></edXML:edXMLHeader>");
    changed("a blank", "</edXML:edXMLHeader>", " </edXML:edXMLHeader>");
    QByteArray content = m_signed;
    const qsizetype at = content.indexOf("ContentTransferEncoded>") + 30;
    content[at] = content[at] == 'A' ? 'B' : 'A';
    QTest::newRow("an attachment") << content;
    auto stranger = signer(docsig::KeyKind::Rsa);
    QByteArray swapped = m_signed;
    const QByteArray own = part(swapped, "<ds:X509Certificate>", "</ds:X509Certificate>");
    QTest::newRow("another certificate") << swapped.replace(
        own, "<ds:X509Certificate>" + stranger->chain().first().toBase64() + "</ds:X509Certificate>");
}

void PacketSignatureTest::changesAreTold() {
    QFETCH(QByteArray, packet);
    const auto found = read(packet);
    QVERIFY2(found, found ? "" : qPrintable(found.error().code));
    QCOMPARE(found->signature.state, State::Wrong);
    QVERIFY(
        std::ranges::any_of(found->findings, [](const Finding& one) { return one.code == u"packet-signature-wrong"; }));
}

/// What a reader takes for the same is the same to the signature, too: a comment, a CDATA section, other quotes.
void PacketSignatureTest::sameMeaningSameSignature() {
    const QByteArray subject = part(m_signed, "<edXML:Subject>", "</edXML:Subject>");
    QByteArray text = subject.sliced(15, subject.size() - 15 - 16);
    for (const QByteArray& written :
         {"<!-- x -->" + text, text.first(3) + "<!-- cắt -->" + text.sliced(3), "<![CDATA[" + text + "]]>"}) {
        QByteArray packet = m_signed;
        packet.replace(subject, "<edXML:Subject>" + written + "</edXML:Subject>");
        const auto found = read(packet);
        QVERIFY(found);
        QCOMPARE(found->signature.state, State::Valid);
        // All of the text, not what stands before the comment.
        QCOMPARE(std::get<DocumentPacket>(found->packet).subject, QString::fromUtf8(text));
    }
}

void PacketSignatureTest::whatCannotBeCheckedIsNotCalledValid_data() {
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<QString>("reason");
    const auto changed = [this](const QByteArray& what, const QByteArray& with) {
        return QByteArray(m_signed).replace(what, with);
    };
    QTest::newRow("SHA-1 value") << changed("2001/04/xmldsig-more#rsa-sha256", "2000/09/xmldsig#rsa-sha1")
                                 << u"packet-signature-algorithm"_s;
    QTest::newRow("SHA-1 digest") << changed("2001/04/xmlenc#sha256", "2000/09/xmldsig#sha1")
                                  << u"packet-signature-algorithm"_s;
    QTest::newRow("unknown") << changed("xmldsig-more#rsa-sha256", "xmldsig-more#rsa-sha999")
                             << u"packet-signature-algorithm"_s;
    QTest::newRow("no certificate") << changed(part(m_signed, "<ds:KeyInfo>", "</ds:KeyInfo>"), "")
                                    << u"packet-signature-without-certificate"_s;
    QTest::newRow("undeclared prefix") << changed("</edXML:edXMLHeader>", "<no:X/></edXML:edXMLHeader>")
                                       << u"packet-signature-namespaces"_s;
    QByteArray scopes;
    for (int number = 0; number < 30; ++number) {
        scopes += " xmlns:n" + QByteArray::number(number) + "='urn:n'";
    }
    QTest::newRow("many namespaces in scope")
        << changed("</edXML:edXMLHeader>", "<a" + scopes + "><b" + QByteArray(scopes).replace("xmlns:n", "xmlns:m") +
                                               "><c" + QByteArray(scopes).replace("xmlns:n", "xmlns:o") +
                                               "/></b></a></edXML:edXMLHeader>")
        << u"packet-signature-namespaces"_s;
    QTest::newRow("the placeholder of real packets")
        << samples::fixture(u"valid/new.edxml"_s) << u"packet-signature-unchecked"_s;
}

void PacketSignatureTest::whatCannotBeCheckedIsNotCalledValid() {
    QFETCH(QByteArray, packet);
    QFETCH(QString, reason);
    const auto found = read(packet);
    QVERIFY2(found, found ? "" : qPrintable(found.error().code));
    QCOMPARE(found->signature.state, State::Unchecked);
    QCOMPARE(found->signature.reason.code, reason);
    QVERIFY(std::ranges::any_of(found->findings,
                                [](const Finding& one) { return one.code == u"packet-signature-unchecked"; }));
}

void PacketSignatureTest::attacksAreRefused_data() {
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<QString>("code");
    const QByteArray headerEnd = "</edXML:edXMLHeader>";
    const QByteArray info = part(m_signature, "<ds:SignedInfo", "</ds:SignedInfo>");
    const QByteArray reference = part(m_signature, "<ds:Reference", "</ds:Reference>");
    const QByteArray transforms = part(m_signature, "<ds:Transforms>", "</ds:Transforms>");
    const auto row = [](const char* title, const QByteArray& packet, const char* code) {
        QTest::newRow(title) << packet << QString::fromLatin1(code);
    };
    const auto changed = [this](const QByteArray& what, const QByteArray& with) {
        return QByteArray(m_signed).replace(what, with);
    };
    const auto withUri = [&](const QByteArray& uri) { return changed("URI=\"\"", "URI=\"" + uri + "\""); };
    // The whole genuine packet kept somewhere, the evil one around it (XSW 1 to 8).
    QByteArray genuine = m_signed;
    genuine.remove(0, genuine.indexOf("<edXML"));
    const QByteArray evil = QByteArray(m_plain).replace("<edXML:Subject>", "<edXML:Subject>Sửa: ");
    row("original in the header", QByteArray(evil).replace(headerEnd, "<Wrapped>" + genuine + "</Wrapped>" + headerEnd),
        "packet-signature-misplaced");
    row("original behind the envelope",
        QByteArray(evil).replace("</edXML:edXMLEnvelope>", "</edXML:edXMLEnvelope><Wrapped>" + genuine + "</Wrapped>"),
        "packet-signature-misplaced");
    row("original in the signature's object",
        QByteArray(evil).replace(
            headerEnd, QByteArray(m_signature)
                               .replace("</ds:Signature>", "<ds:Object>" + genuine + "</ds:Object></ds:Signature>") +
                           headerEnd),
        "packet-signature-several");
    row("signature in the body", QByteArray(evil).replace("<edXML:edXMLBody>", "<edXML:edXMLBody>" + m_signature),
        "packet-signature-misplaced");
    row("signature in another header",
        QByteArray(evil).replace("</edXML:edXMLBody>",
                                 "<x><edXMLHeader>" + m_signature + "</edXMLHeader></x></edXML:edXMLBody>"),
        "packet-signature-misplaced");
    row("two signatures", changed(m_signature, m_signature + m_signature), "packet-signature-several");
    row("reference to a part", withUri("#body"), "packet-signature-not-whole");
    row("reference to a file", withUri("file:///etc/hostname"), "packet-signature-not-whole");
    row("reference over http", withUri("http://127.0.0.1:9/x"), "packet-signature-not-whole");
    row("reference by XPointer", withUri("#xpointer(/)"), "packet-signature-not-whole");
    row("no URI", changed(" URI=\"\"", ""), "packet-signature-not-whole");
    row("two references", changed(reference, reference + reference), "packet-signature-not-whole");
    row("3,000 references", changed(reference, QByteArray(reference).repeated(3000)), "packet-signature-not-whole");
    row("3,000 transforms",
        changed(transforms,
                "<ds:Transforms>" +
                    QByteArray("<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>").repeated(3000) +
                    "</ds:Transforms>"),
        "packet-signature-not-whole");
    for (const char* algorithm :
         {"http://www.w3.org/TR/1999/REC-xslt-19991116", "http://www.w3.org/TR/1999/REC-xpath-19991116",
          "http://www.w3.org/2002/06/xmldsig-filter2", "http://www.w3.org/2000/09/xmldsig#base64"}) {
        row(algorithm,
            changed("http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:Transform>",
                    QByteArray(algorithm) + "\"></ds:Transform>"),
            "packet-signature-not-whole");
    }
    row("not enveloped", changed("xmldsig#enveloped-signature", "xmldsig#base64"), "packet-signature-not-whole");
    row("no transforms", changed(transforms, ""), "packet-signature-not-whole");
    row("SignedInfo by XSLT",
        changed("<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"",
                "<ds:CanonicalizationMethod Algorithm=\"urn:x\""),
        "packet-signature-not-whole");
    row("two SignedInfo", changed(info, info + info), "packet-signature-incomplete");
    row("no SignedInfo", changed(info, ""), "packet-signature-incomplete");
    row("no reference", changed(reference, ""), "packet-signature-incomplete");
    row("no value", changed(part(m_signature, "<ds:SignatureValue>", "</ds:SignatureValue>"), ""),
        "packet-signature-incomplete");
    const QByteArray manifest =
        "<ds:Object><ds:Manifest>" + QByteArray(reference).repeated(500) + "</ds:Manifest></ds:Object></ds:Signature>";
    row("a manifest of references", changed("</ds:Signature>", manifest), "packet-signature-extra");
    row("an object", changed("</ds:Signature>", "<ds:Object>x</ds:Object></ds:Signature>"), "packet-signature-extra");
    row("an element of another space", changed("</ds:Signature>", "<x>y</x></ds:Signature>"), "packet-signature-extra");
    row("two KeyInfo", changed("<ds:KeyInfo>", "<ds:KeyInfo/><ds:KeyInfo>"), "packet-signature-extra");
    row("more in SignedInfo", changed("</ds:SignedInfo>", "<ds:Object/></ds:SignedInfo>"), "packet-signature-extra");
    row("HMAC", changed("2001/04/xmldsig-more#rsa-sha256", "2000/09/xmldsig#hmac-sha1"), "packet-signature-hmac");
    row("HMAC of no bits",
        changed("2001/04/xmldsig-more#rsa-sha256\">",
                "2001/04/xmldsig-more#hmac-sha256\"><ds:HMACOutputLength>0</ds:HMACOutputLength>"),
        "packet-signature-hmac");
    row("document type", changed("<edXML ", "<!DOCTYPE edXML [<!ATTLIST x Id ID #IMPLIED>]><edXML "), "packet-dtd");
}

void PacketSignatureTest::attacksAreRefused() {
    QFETCH(QByteArray, packet);
    QFETCH(QString, code);
    QVERIFY(packet != m_signed && packet != m_plain);
    const auto found = read(packet);
    QCOMPARE(found ? QString() : found.error().code, code);
    QVERIFY(blamesPacket(found.error()));
    QCOMPARE(filesLeft(), QStringList());
}

/// A second certificate, first or last, is not taken for the signer's.
void PacketSignatureTest::aSecondCertificateChangesNothing() {
    const auto stranger = signer(docsig::KeyKind::Rsa);
    const QByteArray evil = "<ds:X509Certificate>" + stranger->chain().first().toBase64() + "</ds:X509Certificate>";
    const QByteArray own = part(m_signature, "<ds:X509Certificate>", "</ds:X509Certificate>");
    const QByteArray der = QByteArray::fromBase64(own.sliced(20, own.size() - 41));
    for (const QByteArray& both : {evil + own, own + evil}) {
        const auto found = read(QByteArray(m_signed).replace(own, both));
        QVERIFY(found);
        QCOMPARE(found->signature.state, State::Valid);
        QCOMPARE(found->signature.certificate, der);
    }
}

void PacketSignatureTest::refusesToSign() {
    const auto key = signer(docsig::KeyKind::Rsa);
    const auto codeOf = [&](const QByteArray& packet) {
        const auto made = signPacket(packet, *key);
        return made ? QString() : made.error().code;
    };
    QCOMPARE(codeOf(m_signed), u"packet-signed-already"_s);
    QCOMPARE(codeOf("<edXML/>"), u"packet-not-signed"_s);
    QCOMPARE(codeOf("%PDF-1.7"), u"packet-not-signed"_s);
    // What would bring a parser without limits down.
    const QByteArray headerEnd = "</edXML:edXMLHeader>";
    QCOMPARE(codeOf(QByteArray(m_plain).replace(headerEnd, QByteArray("<a>").repeated(1'000'000) + headerEnd)),
             u"packet-not-signed"_s);
    QCOMPARE(codeOf(QByteArray(m_plain).replace("<edXML ", "<!DOCTYPE edXML [<!ENTITY a 'b'>]><edXML ")),
             u"packet-not-signed"_s);
    QByteArray large = m_plain;
    large.replace("<edXML:Subject>", "<edXML:Subject>" + QByteArray(largestSignedPacket, 'x'));
    QCOMPARE(codeOf(large), u"packet-too-large-to-sign"_s);
}

/// Both islands use one library, which must be started once.
void PacketSignatureTest::trustedListsComeSecond() {
    const auto holds = [this] {
        const auto found = read(m_signed);
        return found && found->signature.state == State::Valid;
    };
    QVERIFY(holds());
    // Starts the library for the other island, and finds a list without a signature.
    const QByteArray list = "<TrustServiceStatusList xmlns=\"http://uri.etsi.org/02231/v2#\"/>";
    const auto listed = docsig::readTrustedList(list, m_authority->rootCertificate());
    QVERIFY(!listed);
    QCOMPARE(listed.error().code, u"trusted-list-unsigned"_s);
    QVERIFY(holds());
}

QTEST_GUILESS_MAIN(PacketSignatureTest)
#include "tst_packetsignature.moc"
