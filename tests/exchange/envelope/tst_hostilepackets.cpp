// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/packetreader.h"
#include "tests/exchange/envelope/samplepackets.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace exchange;

/// Packets made to harm: each attack sits inside an otherwise valid packet, is refused with its own code and leaves no
/// file.
class HostilePacketsTest : public QObject {
    Q_OBJECT

private:
    [[nodiscard]] Result<ReadPacket> read(const QByteArray& bytes, const ReaderLimits& limits = {}) const {
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        return PacketReader(limits).read(buffer, m_folder->path());
    }
    /// The code of the refusal; empty where the packet was read.
    [[nodiscard]] QString refusal(const QByteArray& bytes, const ReaderLimits& limits = {}) const {
        const auto result = read(bytes, limits);
        return result ? QString() : result.error().code;
    }
    [[nodiscard]] QStringList filesLeft() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> m_folder;

private slots:
    void init();
    void refuses_data();
    void refuses();
    void refusesOverLimits_data();
    void refusesOverLimits();
    void leavesNothingBehind();
    void refusesZipBomb();
    void tellsWhoseFault();
};

void HostilePacketsTest::init() {
    m_folder = std::make_unique<QTemporaryDir>(QDir::temp().filePath(u"gói xấu XXXXXX"_s));
    QVERIFY(m_folder->isValid());
}

void HostilePacketsTest::refuses_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QString name = u"valid/new.edxml"_s;
    const QByteArray start = "<edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\">";
    const QByteArray declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    const QByteArray subject = "Báo cáo kinh phí thử nghiệm quý III<";
    const QByteArray valid = samples::fixture(name);
    const auto row = [](const char* title, const QByteArray& bytes, const char* code) {
        QTest::newRow(title) << bytes << QString::fromLatin1(code);
    };
    const auto changedRow = [&](const char* title, const QByteArray& what, const QByteArray& with, const char* code) {
        row(title, samples::changed(name, what, with), code);
    };

    row("empty", "", "packet-not-xml");
    row("a mark alone", "\xEF\xBB\xBF", "packet-not-xml");
    row("not XML", "%PDF-1.7\n1 0 obj", "packet-not-xml");
    row("JSON", "{\"edXML\": {}}", "packet-not-xml");
    row("truncated", valid.left(valid.size() / 2), "packet-not-xml");
    row("end cut", valid.left(valid.lastIndexOf("</edXML>")), "packet-not-xml");
    row("two roots", valid + "<edXML/>", "packet-not-xml");
    changedRow("broken UTF-8", subject, "B\xC3\x28o\xFF\xFE<", "packet-not-xml");
    changedRow("zero byte", subject, QByteArray("a\0b<", 4), "packet-not-xml");
    changedRow("doubled attribute", "<edXML:edXMLManifest version=\"1.0\">",
               "<edXML:edXMLManifest version=\"1.0\" version=\"2.0\">", "packet-not-xml");
    changedRow("unknown entity", subject, "&x;<", "packet-not-xml");
    changedRow("control as reference", subject, "&#1;<", "packet-not-xml");

    const auto entity = [&](const QByteArray& subset, const QByteArray& reference) {
        QByteArray bytes = samples::changed(name, start, "<!DOCTYPE edXML " + subset + ">" + start);
        return bytes.replace(subject, reference + "<");
    };
    QByteArray laughs = "[<!ENTITY l0 \"lol\">";
    for (int level = 1; level < 10; ++level) {
        laughs += "<!ENTITY l" + QByteArray::number(level) + " \"" +
                  ("&l" + QByteArray::number(level - 1) + ";").repeated(10) + "\">";
    }
    row("billion laughs", entity(laughs + "]", "&l9;"), "packet-dtd");
    row("quadratic", entity("[<!ENTITY a \"" + QByteArray(50'000, 'a') + "\">]", QByteArray("&a;").repeated(50'000)),
        "packet-dtd");
    row("recursion", entity("[<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]", "&a;"), "packet-dtd");
    row("parameter entities", entity("[<!ENTITY % a \"x\"><!ENTITY % b \"%a;%a;\"> %b; ]", "x"), "packet-dtd");
    row("entities in an attribute",
        samples::changed(name, start,
                         "<!DOCTYPE edXML [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                         "<edXML lang=\"&b;&b;\" xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\">"),
        "packet-dtd");
    row("entity that is signed", entity("[<!ENTITY x \"Sở khác\">]", "&x;"), "packet-dtd");
    row("external entity", entity("[<!ENTITY x SYSTEM \"file:///etc/hostname\">]", "&x;"), "packet-dtd");
    row("external subset", entity("SYSTEM \"file:///etc/hostname\"", "x"), "packet-dtd");
    row("subset over http", entity("PUBLIC \"-//x//y\" \"http://127.0.0.1:9/x.dtd\"", "x"), "packet-dtd");
    row("out of band", entity("[<!ENTITY % p SYSTEM \"http://127.0.0.1:9/evil.dtd\"> %p;]", "x"), "packet-dtd");
    changedRow("harmless document type", start, "<!DOCTYPE edXML>" + start, "packet-dtd");
    row("document type behind a mark", "\xEF\xBB\xBF" + samples::changed(name, start, "<!DOCTYPE edXML>" + start),
        "packet-dtd");
    changedRow("document type behind a comment", start, "<!-- <a b='\"> --><!DOCTYPE edXML>" + start, "packet-dtd");
    changedRow("declaration in the middle", subject, "<!ENTITY a 'b'><", "packet-dtd");

    changedRow("UTF-7", declaration, "<?xml version=\"1.0\" encoding=\"UTF-7\"?>", "packet-encoding");
    changedRow("Latin-1", declaration, "<?xml version=\"1.0\" encoding='ISO-8859-1'?>", "packet-encoding");
    // Blanks before the encoding: what the guard does not see, the parser must not obey.
    changedRow("padded UTF-7", declaration, "<?xml version=\"1.0\"" + QByteArray(600, ' ') + "encoding=\"UTF-7\"?>",
               "packet-encoding");
    changedRow("padded Latin-1", declaration,
               "<?xml version=\"1.0\"" + QByteArray(600, ' ') + "encoding=\"ISO-8859-1\"?>", "packet-encoding");
    changedRow("UTF-16 declared", declaration, "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "packet-encoding");
    changedRow("EBCDIC declared", declaration, "<?xml version=\"1.0\" encoding=\"IBM037\"?>", "packet-encoding");
    row("EBCDIC", QByteArray("\x4C\x6F\xA7\x94\x93\x40", 6), "packet-not-xml");
    changedRow("overlong UTF-8", subject,
               "\xC0\xBC"
               "b\xC0\xBE<",
               "packet-not-xml");
    changedRow("surrogate in UTF-8", subject, "\xED\xA0\x80<", "packet-not-xml");
    const QString text = QString::fromUtf8(valid);
    row("UTF-16", QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2), "packet-encoding");
    row("UTF-16 with a mark", "\xFF\xFE" + QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2),
        "packet-encoding");
    row("UTF-32", QByteArray("\xFF\xFE\0\0<\0\0\0", 8), "packet-encoding");

    const QByteArray include =
        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\" parse=\"text\"/>";
    changedRow("XInclude", subject, include + "<", "packet-xinclude");

    changedRow("XInclude of itself", subject,
               "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"\" parse=\"xml\"/><",
               "packet-xinclude");

    changedRow("too deep", subject, QByteArray("<a>").repeated(2000) + QByteArray("</a>").repeated(2000) + "<",
               "packet-too-deep");
    QByteArray scopes;
    for (int level = 0; level < 200; ++level) {
        scopes += "<b xmlns:n" + QByteArray::number(level) + "='urn:" + QByteArray::number(level) + "'>";
    }
    changedRow("nested namespaces", subject, scopes + QByteArray("</b>").repeated(200) + "<", "packet-too-deep");
    QByteArray attributes;
    for (int number = 0; number < 100'000; ++number) {
        attributes += " a" + QByteArray::number(number) + "='1'";
    }
    changedRow("many attributes", "<edXML:Content>", "<edXML:Content" + attributes + ">", "packet-too-many-attributes");
    changedRow("many namespaces", "<edXML:Content>",
               "<edXML:Content" + QByteArray(attributes).replace(" a", " xmlns:a") + ">", "packet-too-many-attributes");
    changedRow("endless tag", "<edXML:Content>", "<edXML:Content a='" + QByteArray(100'000, 'x') + "'>",
               "packet-tag-too-long");
    changedRow("endless instruction", subject, "<?x " + QByteArray(100'000, 'x') + "?><", "packet-tag-too-long");
    changedRow("endless comment", subject, "<!--" + QByteArray(2'000'000, 'x') + "--><", "packet-tag-too-long");
    changedRow("endless text", subject, QByteArray(2'000'000, 'x') + "<", "packet-text-too-long");
    changedRow("endless section", subject, "<![CDATA[" + QByteArray(2'000'000, 'x') + "]]><", "packet-text-too-long");
    changedRow("many elements", subject, QByteArray("<a/>").repeated(30'000) + "<", "packet-too-many-elements");
    changedRow("much text", "<edXML:Content>",
               ("<a>" + QByteArray(900'000, 'x') + "</a>").repeated(12) + "<edXML:Content>", "packet-too-large");

    row("another root", "<html><body/></html>", "packet-not-edxml");
    row("no envelope", "<edXML/>", "packet-no-header");
    row("no header", "<edXML><edXMLEnvelope><edXMLHeader/></edXMLEnvelope></edXML>", "packet-no-header");

    changedRow("base64 damaged", "UEsDB", "UEs*B", "packet-base64-bad");
    changedRow("base64 goes on", "</edXML:ContentTransferEncoded>", "AAAA=AA</edXML:ContentTransferEncoded>",
               "packet-base64-bad");
    changedRow("element in content", "</edXML:ContentTransferEncoded>", "<b/></edXML:ContentTransferEncoded>",
               "packet-content-nested");
    changedRow("two contents", "</Attachment>", "<ContentTransferEncoded>AAAA</ContentTransferEncoded></Attachment>",
               "packet-content-doubled");
    changedRow("two blocks", "</AttachmentEncoded>", "</AttachmentEncoded><AttachmentEncoded/>",
               "packet-attachments-doubled");
}

void HostilePacketsTest::refuses() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QCOMPARE(refusal(bytes), code);
    QCOMPARE(filesLeft(), QStringList());
}

void HostilePacketsTest::refusesOverLimits_data() {
    QTest::addColumn<QString>("limit");
    QTest::addColumn<QString>("code");
    QTest::newRow("one attachment") << u"attachmentBytes"_s << u"packet-attachment-too-large"_s;
    QTest::newRow("all attachments") << u"allAttachmentBytes"_s << u"packet-attachment-too-large"_s;
    QTest::newRow("how many") << u"attachments"_s << u"packet-too-many-attachments"_s;
}

void HostilePacketsTest::refusesOverLimits() {
    QFETCH(QString, limit);
    QFETCH(QString, code);
    const QByteArray two = samples::changed(
        u"valid/new.edxml"_s, "</AttachmentEncoded>",
        "<Attachment><ContentId>2</ContentId><AttachmentName>hai.bin</AttachmentName>"
        "<ContentType>application/octet-stream</ContentType><ContentTransferEncoded>" +
            QByteArray(3000, 'a').toBase64() + "</ContentTransferEncoded></Attachment></AttachmentEncoded>");
    QCOMPARE(refusal(two), QString());
    init();
    ReaderLimits limits;
    if (limit == "attachments"_L1) {
        limits.attachments = 1;
    } else if (limit == "attachmentBytes"_L1) {
        limits.attachmentBytes = 2999;
    } else {
        limits.allAttachmentBytes = 3100;
    }
    QCOMPARE(refusal(two, limits), code);
    QCOMPARE(filesLeft(), QStringList());
}

void HostilePacketsTest::leavesNothingBehind() {
    // The first attachment is good, the second is not: neither stays. What was there before stays.
    const auto good = read(samples::fixture(u"odd/namespace-broken.edxml"_s));
    QVERIFY(good);
    const QStringList before = filesLeft();
    QCOMPARE(before.size(), 1);
    const QByteArray bad = samples::changed(
        u"valid/new.edxml"_s, "</AttachmentEncoded>",
        "<Attachment><ContentTransferEncoded>YWJj</ContentTransferEncoded></Attachment>"
        "<Attachment><ContentTransferEncoded>Y*</ContentTransferEncoded></Attachment></AttachmentEncoded>");
    QCOMPARE(refusal(bad), u"packet-base64-bad"_s);
    QCOMPARE(filesLeft(), before);
    QBuffer buffer;
    buffer.setData(samples::fixture(u"valid/new.edxml"_s));
    buffer.open(QIODevice::ReadOnly);
    const auto nowhere = PacketReader().read(buffer, m_folder->filePath(u"không có"_s));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, u"packet-attachment-not-stored"_s);
    const auto missing = PacketReader().read(m_folder->filePath(u"thiếu.edxml"_s), m_folder->path());
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, u"packet-not-opened"_s);
}

void HostilePacketsTest::refusesZipBomb() {
    QByteArray bytes = samples::fixture(u"valid/update.edxml"_s);
    const qsizetype from = bytes.indexOf("QCVN_102_2016\">UEs") + 15;
    const QByteArray bomb = samples::zipOf({{"0001.pdf", QByteArray(20'000'000, '\0')}});
    QVERIFY(bomb.size() < 100'000);
    bytes.replace(from, bytes.indexOf('<', from) - from, bomb.toBase64());
    QCOMPARE(refusal(bytes), u"packet-zip-bomb"_s);
    QCOMPARE(filesLeft(), QStringList());
}

void HostilePacketsTest::tellsWhoseFault() {
    const auto damaged = read("<edXML>");
    QVERIFY(!damaged);
    QVERIFY(blamesPacket(damaged.error()));
    QBuffer good;
    good.setData(samples::fixture(u"valid/new.edxml"_s));
    QVERIFY(good.open(QIODevice::ReadOnly));
    const auto nowhere = PacketReader().read(good, m_folder->filePath(u"không có"_s));
    QVERIFY(!nowhere);
    QVERIFY(!blamesPacket(nowhere.error()));
    const auto missing = PacketReader().readEnvelope(m_folder->filePath(u"thiếu.edxml"_s));
    QVERIFY(!missing);
    QVERIFY(!blamesPacket(missing.error()));
}

QTEST_GUILESS_MAIN(HostilePacketsTest)
#include "tst_hostilepackets.moc"
