// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/detect.h"
#include "exchange/envelope/matchkey.h"
#include "exchange/envelope/packetreader.h"
#include "exchange/envelope/safename.h"
#include "exchange/envelope/xmlnode.h"
#include "tests/exchange/envelope/samplepackets.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace exchange;

namespace {

/// Gives its bytes in pieces of a set size, as a slow line does.
class PieceDevice final : public QIODevice {
public:
    PieceDevice(QByteArray bytes, qint64 piece)
        : m_bytes(std::move(bytes))
        , m_piece(piece) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 maximum) override {
        const qint64 size = std::min({maximum, m_piece, m_bytes.size() - m_at});
        std::copy_n(m_bytes.constData() + m_at, size, data);
        m_at += size;
        return size;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_piece;
    qint64 m_at = 0;
};

bool hasFinding(const ReadPacket& read, const char* code, const QString& place = {}) {
    return std::ranges::any_of(read.findings, [&](const Finding& finding) {
        return finding.code == QLatin1StringView(code) && (place.isEmpty() || finding.place.contains(place));
    });
}

QStringList codesOf(const ReadPacket& read) {
    QStringList codes;
    for (const Finding& finding : read.findings) {
        codes.append(finding.code);
    }
    return codes;
}

const DocumentPacket& document(const ReadPacket& read) {
    return std::get<DocumentPacket>(read.packet);
}

QByteArray contentOf(const Attachment& attachment) {
    QFile file(attachment.filePath);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The text of every element without child elements, as an independent parser sees it; contents of attachments and
/// empty ones left out.
QStringList leafTexts(const QByteArray& xml) {
    QXmlStreamReader reader(xml);
    reader.setNamespaceProcessing(false);
    QStringList leaves;
    QString text;
    bool isLeaf = false;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            text.clear();
            isLeaf = true;
            break;
        case QXmlStreamReader::Characters:
            text += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            if (isLeaf && !text.trimmed().isEmpty() && !reader.qualifiedName().endsWith("ContentTransferEncoded"_L1)) {
                leaves.append(text.trimmed());
            }
            isLeaf = false;
            break;
        default:
            break;
        }
    }
    return reader.hasError() ? QStringList() : leaves;
}

} // namespace

class PacketReaderTest : public QObject {
    Q_OBJECT

private:
    [[nodiscard]] Result<ReadPacket> read(const QByteArray& bytes) const {
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        return PacketReader().read(buffer, m_folder->path());
    }
    [[nodiscard]] QStringList filesLeft() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> m_folder;

private slots:
    void init();
    void losesNothing_data();
    void losesNothing();
    void readsTypedFields();
    void readsStatus();
    void readsNamespaceBroken();
    void readsInPieces();
    void readsDefaultNamespaceOnly();
    void tellsOddities_data();
    void tellsOddities();
    void keepsUnknownElements();
    void namesFilesByContent();
    void neverFollowsNames_data();
    void neverFollowsNames();
    void unpacksSingleZip_data();
    void unpacksSingleZip();
    void readsEnvelopeAlone();
    void detectsKind();
    void safeNames_data();
    void safeNames();
    void times_data();
    void times();
    void statusWithMoreThanAStatus();
    void dates_data();
    void dates();
    void matchKeys();
};

void PacketReaderTest::init() {
    m_folder = std::make_unique<QTemporaryDir>(QDir::temp().filePath(u"gói tin XXXXXX"_s));
    QVERIFY(m_folder->isValid());
}

void PacketReaderTest::losesNothing_data() {
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"valid/new.edxml", "valid/update.edxml", "valid/status.edxml", "odd/namespace-broken.edxml"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void PacketReaderTest::losesNothing() {
    QFETCH(QString, name);
    const QByteArray bytes = samples::fixture(name);
    const QStringList leaves = leafTexts(bytes);
    QVERIFY(leaves.size() > 15);
    const auto packet = read(bytes);
    QVERIFY2(packet, packet ? "" : qPrintable(packet.error().code));
    const QStringList typed = samples::typedTexts(packet->packet);
    QString unknown;
    std::visit(
        [&](const auto& value) {
            for (const UnknownElement& element : value.unknown) {
                unknown += element.xml;
            }
        },
        packet->packet);
    for (const QString& leaf : leaves) {
        QVERIFY2(typed.contains(leaf) || unknown.contains(u'>' + escapedText(leaf) + u'<'), qPrintable(leaf));
    }
}

void PacketReaderTest::readsTypedFields() {
    const auto packet = read(samples::fixture(u"valid/update.edxml"_s));
    QVERIFY(packet);
    const DocumentPacket& update = document(*packet);
    QCOMPARE(update.from.organId, u"000.00.00.G99"_s);
    QCOMPARE(update.to.size(), 3);
    QCOMPARE(update.to.at(1).organName, u"Sở Hai"_s);
    QCOMPARE(update.code, (DocumentCode{u"512"_s, u"BM-CĐS"_s}));
    QCOMPARE(update.promulgation.date.date, QDate(2026, 9, 30));
    QCOMPARE(update.bussinessDocType(), BussinessDocType::Update);
    QCOMPARE(update.trace.attributes.size(), 4);
    QCOMPARE(update.trace.hops.first().timestamp.time->toUTC(), QDateTime(QDate(2026, 9, 29), QTime(17, 0), Qt::UTC));
    const auto& info = update.trace.bussiness->documentInfos.first();
    QCOMPARE(info.receivers.at(0), (ReceiverChange{u"000.00.00.H95"_s, NumberText::of(0)}));
    QCOMPARE(info.receivers.at(1), (ReceiverChange{u"000.00.00.H96"_s, NumberText::of(1)}));
    QVERIFY(addresses(update, u"000.00.12.H98"_s));
    QVERIFY(addresses(update, u"000.00.00.H95"_s)); // removed, and must hear of it
    QVERIFY(!addresses(update, u"000.00.00.G99"_s));
    QVERIFY(!addresses(update, {}));
    QCOMPARE(update.attachments.size(), 1);
    QVERIFY(update.attachments.first().zipped);
    QVERIFY(contentOf(*update.mainDocument()).startsWith("%PDF-1.4"));
    QCOMPARE(codesOf(*packet), QStringList{u"packet-signature-unchecked"_s});
}

void PacketReaderTest::readsStatus() {
    const auto packet = read(samples::fixture(u"valid/status.edxml"_s));
    QVERIFY(packet);
    const auto& status = std::get<StatusPacket>(packet->packet);
    QCOMPARE(status.status(), StatusCode::Processing);
    QCOMPARE(status.responseFor.code, u"512/BM-CĐS"_s);
    QCOMPARE(status.staff.size(), 1);
    QCOMPARE(packet->findings, QList<Finding>());
    // The key of the answer is the key of the document that was sent.
    const auto sent = read(samples::fixture(u"valid/update.edxml"_s));
    QVERIFY(sent);
    QCOMPARE(matchKey(status.responseFor), matchKey(document(*sent)));
}

void PacketReaderTest::readsNamespaceBroken() {
    const auto packet = read(samples::fixture(u"odd/namespace-broken.edxml"_s));
    QVERIFY(packet);
    const DocumentPacket& broken = document(*packet);
    QVERIFY(hasFinding(*packet, "packet-prefix-undeclared", u"Reference"_s));
    QVERIFY(hasFinding(*packet, "packet-prefix-undeclared", u"AttachmentEncoded"_s));
    QCOMPARE(broken.code.number, u"77E12"_s);
    QCOMPARE(broken.bussinessDocType(), BussinessDocType::New); // the whole group is missing
    QVERIFY(broken.responseFor.isEmpty());                      // present, but empty
    QCOMPARE(broken.references.first().href, u"cid:5e0a"_s);
    QVERIFY(contentOf(broken.attachments.first()).startsWith("%PDF-1.4"));
    QVERIFY(!broken.attachments.first().zipped);
    QCOMPARE(broken.unknown.size(), 1);
    QVERIFY(broken.unknown.first().xml.startsWith(u"<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\">"_s));
}

void PacketReaderTest::readsInPieces() {
    const QByteArray bytes = samples::fixture(u"odd/namespace-broken.edxml"_s);
    const auto whole = read(bytes);
    QVERIFY(whole);
    for (const qint64 piece : {1, 2, 3, 7, 64, 1000}) {
        PieceDevice device(bytes, piece);
        const auto packet = PacketReader().read(device, m_folder->path());
        QVERIFY2(packet, qPrintable(QString::number(piece)));
        QCOMPARE(packet->packet, whole->packet);
        // Why its signature was not checked differs: of what comes over a line only the beginning is at hand.
        QCOMPARE(codesOf(*packet), codesOf(*whole));
    }
}

void PacketReaderTest::readsDefaultNamespaceOnly() {
    QByteArray bytes = samples::fixture(u"valid/update.edxml"_s);
    const auto prefixed = read(bytes);
    bytes.replace("edXML:", "").replace(" xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"", "");
    const auto plain = read(bytes);
    QVERIFY(prefixed);
    QVERIFY(plain);
    QCOMPARE(plain->packet, prefixed->packet);
}

void PacketReaderTest::tellsOddities_data() {
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("with");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const char* what, const char* with, const char* code) {
        QTest::newRow(name) << QByteArray(what) << QByteArray(with) << QByteArray(code);
    };
    row("30 February", "2026/10/15", "2026/02/30", "packet-date-wrong");
    row("day first", "2026/10/15", "15/10/2026", "packet-date-form");
    row("no date", "2026/10/15", "sớm", "packet-date-wrong");
    row("hour 25", "2026/09/30 00:00:00", "2026/09/30 25:00:00", "packet-time-wrong");
    row("no number", "<edXML:PageAmount>6<", "<edXML:PageAmount>sáu<", "packet-number-wrong");
    row("receiver twice", "000.00.12.H98", "000.00.00.H97", "packet-receiver-named-twice");
    row("odd office", "000.00.12.H98", "h98/../x", "packet-organ-id-odd");
    row("no subject", "<edXML:Subject>V/v cập nhật danh sách nơi nhận</edXML:Subject>", "", "packet-element-missing");
    row("empty notation", "<edXML:CodeNotation>BM-CĐS</edXML:CodeNotation>", "<edXML:CodeNotation/>",
        "packet-element-missing");
    row("two subjects", "<edXML:Content>", "<edXML:Subject>hai</edXML:Subject><edXML:Content>",
        "packet-element-doubled");
    row("unknown element", "<edXML:Content>", "<edXML:Khác>x</edXML:Khác><edXML:Content>", "packet-element-unknown");
    row("unknown attribute", "<edXML:Content>", "<edXML:Content lang='vi'>", "packet-attribute-unknown");
    row("text between", "<edXML:Content>", "lạc<edXML:Content>", "packet-text-stray");
    row("other namespace", "<edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"",
        "<edXML xmlns=\"http://www.e-doc.vn/Schema/\"", "packet-namespace-other");
    row("unlisted", "<ContentId>cid:512</ContentId>", "<ContentId>cid:513</ContentId>", "attachment-unlisted");
    row("missing", "<ContentId>cid:512</ContentId>", "<ContentId>cid:513</ContentId>", "attachment-missing");
    row("a path as name", "<AttachmentName>512-BM-CĐS.pdf<", "<AttachmentName>../../etc/passwd<",
        "attachment-name-unsafe");
    row("turned name", "<AttachmentName>512-BM-CĐS.pdf<",
        "<AttachmentName>bao\xE2\x80\xAE"
        "fdp.exe<",
        "attachment-name-unsafe");
}

void PacketReaderTest::tellsOddities() {
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, with);
    QFETCH(QByteArray, code);
    const auto before = read(samples::fixture(u"valid/update.edxml"_s));
    QVERIFY(before);
    QVERIFY(!hasFinding(*before, code.constData()));
    const auto packet = read(samples::changed(u"valid/update.edxml"_s, what, with));
    QVERIFY2(packet, packet ? "" : qPrintable(packet.error().code));
    QVERIFY2(hasFinding(*packet, code.constData()), qPrintable(codesOf(*packet).join(u' ')));
}

void PacketReaderTest::keepsUnknownElements() {
    const auto packet =
        read(samples::changed(u"valid/update.edxml"_s, "<edXML:Content>",
                              "<x:Thêm xmlns:x='urn:x' x:a='1&amp;2'>một <b>hai</b> ba "
                              "&lt;</x:Thêm><lạ:Nữa/><edXML:Subject>hai</edXML:Subject><edXML:Content>"));
    QVERIFY(packet);
    const auto& unknown = document(*packet).unknown;
    const QString path = u"edXMLEnvelope/edXMLHeader/MessageHeader"_s;
    QVERIFY(unknown.contains(UnknownElement{
        path,
        u"<x:Thêm xmlns:x=\"urn:x\" x:a=\"1&amp;2\">một <b xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\">hai</b> ba &lt;</x:Thêm>"_s}));
    QVERIFY(unknown.contains(UnknownElement{path, u"<lạ:Nữa xmlns:lạ=\"urn:congvan:undeclared:lạ\"/>"_s}));
    QVERIFY(unknown.contains(UnknownElement{
        path, u"<edXML:Subject xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\">hai</edXML:Subject>"_s}));
    QCOMPARE(document(*packet).subject, u"V/v cập nhật danh sách nơi nhận"_s);
}

void PacketReaderTest::namesFilesByContent() {
    const QByteArray content = "xin chào\0thế giới";
    const QByteArray bytes = samples::changed(
        u"odd/namespace-broken.edxml"_s, "</edXML:AttachmentEncoded>",
        "<Attachment><ContentId>2</ContentId><AttachmentName>a.txt</AttachmentName>"
        "<ContentType>text/plain</ContentType><ContentTransferEncoded>" +
            content.toBase64().replace("=", "") + "</ContentTransferEncoded></Attachment></edXML:AttachmentEncoded>");
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    // A remainder of another content under the same name does no harm.
    QFile stale(m_folder->filePath(QString::fromLatin1(hash.toHex())));
    QVERIFY(stale.open(QIODevice::WriteOnly) && stale.write("khác") > 0);
    stale.close();
    const auto packet = read(bytes);
    QVERIFY(packet);
    const Attachment& attachment = document(*packet).attachments.at(1);
    QCOMPARE(attachment.sha256, hash);
    QCOMPARE(attachment.size, content.size());
    QCOMPARE(contentOf(attachment), content);
    QCOMPARE(attachment.filePath, m_folder->filePath(QString::fromLatin1(hash.toHex())));
    QCOMPARE(hasFinding(*packet, "attachment-base64-unpadded"), content.size() % 3 != 0);
    // A second reading finds the files there and gives the same values.
    const auto again = read(bytes);
    QVERIFY(again);
    QCOMPARE(again->packet, packet->packet);
    QCOMPARE(filesLeft().size(), 2);
}

void PacketReaderTest::neverFollowsNames_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("up") << QByteArray("../../ngoài.pdf");
    QTest::newRow("absolute") << QByteArray("/ngoài.pdf");
    QTest::newRow("Windows") << QByteArray("C:\\Windows\\ngoài.pdf");
    QTest::newRow("dots") << QByteArray("..");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("device") << QByteArray("CON.pdf");
    QTest::newRow("line") << QByteArray("a&#10;b.pdf");
}

void PacketReaderTest::neverFollowsNames() {
    QFETCH(QByteArray, name);
    const auto packet = read(
        samples::changed(u"valid/update.edxml"_s, "<AttachmentName>512-BM-CĐS.pdf<", "<AttachmentName>" + name + "<"));
    QVERIFY(packet);
    const Attachment& attachment = document(*packet).attachments.first();
    QVERIFY(isSafeFileName(attachment.safeName));
    QVERIFY(!attachment.safeName.contains(u'/') && !attachment.safeName.contains(u'\\'));
    QVERIFY(hasFinding(*packet, "attachment-name-unsafe"));
    QCOMPARE(QFileInfo(attachment.filePath).absolutePath(), QFileInfo(m_folder->path()).absoluteFilePath());
    QCOMPARE(filesLeft().size(), 1);
}

void PacketReaderTest::unpacksSingleZip_data() {
    QTest::addColumn<QByteArray>("zip");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("unpacked");
    QTest::addColumn<QByteArray>("code");
    const QByteArray pdf = "%PDF-1.4 một";
    const QByteArray one = samples::zipOf({{"0001.pdf", pdf}});
    QTest::newRow("one") << one << QByteArray("vb.pdf") << true << QByteArray();
    QTest::newRow("one, climbing") << samples::zipOf({{"../../ngoài.pdf", pdf}}) << QByteArray("vb.pdf") << true
                                   << QByteArray();
    QTest::newRow("none") << samples::zipOf({}) << QByteArray("vb.pdf") << false << QByteArray();
    QTest::newRow("two") << samples::zipOf({{"a", pdf}, {"b", pdf}}) << QByteArray("vb.pdf") << false
                         << QByteArray("attachment-zip-several");
    QTest::newRow("a zip by its name") << one << QByteArray("hồ sơ.ZIP") << false << QByteArray();
    QTest::newRow("a document that is a zip") << one << QByteArray("tờ trình.docx") << false << QByteArray();
    QTest::newRow("damaged") << one.left(one.size() - 30) << QByteArray("vb.pdf") << false
                             << QByteArray("attachment-zip-damaged");
}

void PacketReaderTest::unpacksSingleZip() {
    QFETCH(QByteArray, zip);
    QFETCH(QByteArray, name);
    QFETCH(bool, unpacked);
    QFETCH(QByteArray, code);
    QByteArray bytes = samples::fixture(u"valid/update.edxml"_s);
    const qsizetype from = bytes.indexOf("QCVN_102_2016\">UEs") + 15;
    bytes.replace(from, bytes.indexOf('<', from) - from, zip.toBase64());
    bytes.replace("<AttachmentName>512-BM-CĐS.pdf", "<AttachmentName>" + name);
    const auto packet = read(bytes);
    QVERIFY2(packet, packet ? "" : qPrintable(packet.error().code));
    const Attachment& attachment = document(*packet).attachments.first();
    QCOMPARE(attachment.zipped, unpacked);
    QCOMPARE(contentOf(attachment), unpacked ? QByteArray("%PDF-1.4 một") : zip);
    QCOMPARE(QCryptographicHash::hash(contentOf(attachment), QCryptographicHash::Sha256), attachment.sha256);
    if (!code.isEmpty()) {
        QVERIFY2(hasFinding(*packet, code.constData()), qPrintable(codesOf(*packet).join(u' ')));
    }
    QCOMPARE(filesLeft().size(), 1);
}

void PacketReaderTest::readsEnvelopeAlone() {
    QByteArray bytes = samples::fixture(u"valid/update.edxml"_s);
    // What stands behind the envelope is not even looked at.
    bytes = bytes.left(bytes.indexOf("</edXML:edXMLEnvelope>") + 22) + "\n<AttachmentEncoded><&&&";
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const auto packet = PacketReader().readEnvelope(buffer);
    QVERIFY2(packet, packet ? "" : qPrintable(packet.error().code));
    QCOMPARE(document(*packet).to.size(), 3);
    QCOMPARE(document(*packet).references.size(), 1);
    QVERIFY(document(*packet).attachments.isEmpty());
    QVERIFY(!hasFinding(*packet, "attachment-missing"));
}

void PacketReaderTest::detectsKind() {
    const auto kindOf = [](QByteArray bytes) {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        return detectKind(buffer);
    };
    QCOMPARE(kindOf(samples::fixture(u"valid/status.edxml"_s)).value(), PacketKind::Status);
    QCOMPARE(kindOf(samples::fixture(u"valid/new.edxml"_s)).value(), PacketKind::Document);
    QCOMPARE(kindOf(samples::fixture(u"odd/namespace-broken.edxml"_s)).value(), PacketKind::Document);
    QCOMPARE(kindOf("<edXML/>").error().code, u"packet-no-header"_s);
    QCOMPARE(kindOf("<!DOCTYPE edXML><edXML/>").error().code, u"packet-dtd"_s);
    QCOMPARE(detectKind(m_folder->filePath(u"thiếu"_s)).error().code, u"packet-not-opened"_s);
}

void PacketReaderTest::safeNames_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << u"Công văn 07.pdf"_s << u"Công văn 07.pdf"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"passwd"_s;
    QTest::newRow("backslash") << u"..\\a\\b.pdf"_s << u"b.pdf"_s;
    QTest::newRow("folder") << u"a/b/"_s << u"attachment"_s;
    QTest::newRow("dots") << u"..."_s << u"attachment"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc"_s;
    QTest::newRow("device") << u"nul.txt"_s << u"_nul.txt"_s;
    QTest::newRow("turned") << u"a\u202Efdp.exe"_s << u"afdp.exe"_s;
    QTest::newRow("zero width") << u"a\u200B.pdf"_s << u"a.pdf"_s;
    QTest::newRow("wildcards") << u"a*b?.pdf"_s << u"a_b_.pdf"_s;
    QTest::newRow("trailing dot") << u"a.pdf. ."_s << u"a.pdf"_s;
    QTest::newRow("decomposed") << u"Co\u0302ng.pdf"_s << u"Công.pdf"_s;
    QTest::newRow("long") << QString(300, u'ă') + u".pdf"_s << QString(98, u'ă') + u".pdf"_s;
}

void PacketReaderTest::safeNames() {
    QFETCH(QString, given);
    QFETCH(QString, safe);
    QCOMPARE(safeFileName(given), safe);
    QVERIFY(isSafeFileName(safe));
    QCOMPARE(uniqueFileName(u"a.pdf"_s, {u"A.PDF"_s, u"a (2).pdf"_s}), u"a (3).pdf"_s);
}

void PacketReaderTest::dates_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date");
    QTest::newRow("standard") << u"2026/03/05"_s << QDate(2026, 3, 5);
    QTest::newRow("dashes") << u"2026-03-05"_s << QDate(2026, 3, 5);
    QTest::newRow("day first") << u" 30/10/2020 "_s << QDate(2020, 10, 30);
    QTest::newRow("with time") << u"2026/03/05 10:11:12"_s << QDate(2026, 3, 5);
    QTest::newRow("ISO") << u"2026-03-05T10:11:12.5+07:00"_s << QDate(2026, 3, 5);
    QTest::newRow("impossible") << u"2014/02/30"_s << QDate();
    QTest::newRow("words") << u"hôm nay"_s << QDate();
    QTest::newRow("empty") << QString() << QDate();
}

void PacketReaderTest::dates() {
    QFETCH(QString, text);
    QFETCH(QDate, date);
    const DateText parsed = DateText::fromText(text);
    QCOMPARE(parsed.date.value_or(QDate()), date);
    QCOMPARE(parsed.raw, text.trimmed());
    QCOMPARE(DateText::fromText(DateText::of(date).raw).date.value_or(QDate()), date);
}

void PacketReaderTest::times_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("vietnam"); // empty: no time
    QTest::addColumn<bool>("usual");
    QTest::newRow("standard") << u"2026/03/05 10:11:12"_s << u"2026-03-05T10:11:12"_s << true;
    QTest::newRow("no zone") << u"2026-03-05T10:11:12"_s << u"2026-03-05T10:11:12"_s << false;
    QTest::newRow("UTC") << u"2026-03-05T20:11:12Z"_s << u"2026-03-06T03:11:12"_s << false;
    QTest::newRow("UTC with parts") << u"2026-03-05T20:11:12.345Z"_s << u"2026-03-06T03:11:12"_s << false;
    QTest::newRow("Vietnam") << u"2026-03-05T10:11:12+07:00"_s << u"2026-03-05T10:11:12"_s << false;
    QTest::newRow("Tokyo") << u"2026-03-05T01:11:12+0900"_s << u"2026-03-04T23:11:12"_s << false;
    QTest::newRow("west") << u"2026-03-05T10:11:12-05:30"_s << u"2026-03-05T22:41:12"_s << false;
    QTest::newRow("no such offset") << u"2026-03-05T10:11:12+99:00"_s << QString() << false;
    QTest::newRow("half an offset") << u"2026-03-05T10:11:12+7"_s << QString() << false;
}

void PacketReaderTest::times() {
    QFETCH(QString, text);
    QFETCH(QString, vietnam);
    QFETCH(bool, usual);
    const TimeText parsed = TimeText::fromText(text);
    QCOMPARE(parsed.raw, text);
    QCOMPARE(parsed.time ? parsed.time->toString(u"yyyy-MM-ddTHH:mm:ss"_s) : QString(), vietnam);
    QVERIFY(!parsed.time || parsed.time->offsetFromUtc() == 7 * 3600);
    const auto packet = read(samples::changed(u"valid/status.edxml"_s, "2026/10/01 11:08:36", text.toUtf8()));
    QVERIFY(packet);
    QCOMPARE(codesOf(*packet),
             usual ? QStringList() : QStringList{vietnam.isEmpty() ? u"packet-time-wrong"_s : u"packet-time-form"_s});
}

/// Nothing of a status is lost without a word.
void PacketReaderTest::statusWithMoreThanAStatus() {
    const QByteArray header = "</edXML:edXMLHeader>";
    const QByteArray trace =
        "<edXML:TraceHeaderList id=\"1\" version=\"1.0\"><edXML:TraceHeader><edXML:OrganId>A.1"
        "</edXML:OrganId><edXML:Timestamp>2026/10/01 11:09:00</edXML:Timestamp></edXML:TraceHeader>"
        "</edXML:TraceHeaderList>";
    const auto traced = read(samples::changed(u"valid/status.edxml"_s, header, trace + header));
    QVERIFY(traced);
    const auto& status = std::get<StatusPacket>(traced->packet);
    QCOMPARE(status.trace.hops.size(), 1);
    QCOMPARE(status.trace.hops.first().organId, u"A.1"_s);
    QCOMPARE(codesOf(*traced), QStringList());

    const QByteArray attachments =
        "<AttachmentEncoded><Attachment><ContentType>application/pdf</ContentType><ContentId>"
        "cid:1</ContentId><ContentTransferEncoded>QUJD</ContentTransferEncoded></Attachment>"
        "</AttachmentEncoded></edXML>";
    const auto carrying = read(samples::changed(u"valid/status.edxml"_s, "</edXML>", attachments));
    QVERIFY(carrying);
    QCOMPARE(codesOf(*carrying), QStringList{u"packet-status-with-content"_s});
    const auto withBody = read(samples::changed(u"valid/status.edxml"_s, header, header + "<edXML:edXMLBody/>"));
    QVERIFY(withBody);
    QCOMPARE(codesOf(*withBody), QStringList{u"packet-status-with-content"_s});
}

void PacketReaderTest::matchKeys() {
    const MatchKey key = matchKey(u"H99.01"_s, {u"07"_s, u"sm-vpđ"_s}, DateText::fromText(u"2026/03/05"_s));
    QCOMPARE(key.toString(), u"H99.01|7|SM-VPĐ|2026/03/05"_s);
    QCOMPARE(matchKey(ResponseFor{u"h99.01 "_s, u"7/SM-VPĐ"_s, DateText::fromText(u"05/03/2026"_s), {}}), key);
    QVERIFY(key.isUsable());
    QVERIFY(!matchKey(ResponseFor{}).isUsable());
    // Dotless i: the key is the same on a Turkish desktop (the tests run there).
    QCOMPARE(matchKey(u"i"_s, {u"1"_s, u"i"_s}, {}).notation, u"I"_s);
    QCOMPARE(statusCodeFrom(u"5"_s), StatusCode::Processing);
    QVERIFY(!statusCodeFrom(u"99"_s));
}

QTEST_GUILESS_MAIN(PacketReaderTest)
#include "tst_packetreader.moc"
