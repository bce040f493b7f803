// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/packetreader.h"
#include "exchange/envelope/packetwriter.h"
#include "exchange/envelope/schema.h"
#include "tests/exchange/envelope/samplepackets.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace exchange;

using Change = std::function<void(DocumentPacket&)>;
using StatusChange = std::function<void(StatusPacket&)>;
Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(StatusChange)

namespace {

WriterProfile profileOf(const QString& name) {
    WriterProfile profile = name.startsWith("dotnet"_L1) ? WriterProfile::dotNet() : WriterProfile::axis();
    profile.zipAttachments = name.endsWith("zip"_L1);
    return profile;
}

void profileRows() {
    QTest::addColumn<QString>("profile");
    for (const char* name : {"axis", "axis zip", "dotnet", "dotnet zip"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

/// What a reader must find after the profile wrapped the attachments.
DocumentPacket asSent(DocumentPacket packet, const WriterProfile& profile) {
    if (profile.zipAttachments) {
        for (Attachment& attachment : packet.attachments) {
            attachment.mimeType = attachment.contentType;
            attachment.contentType = u"application/zip"_s;
            attachment.zipped = true;
        }
        for (ManifestReference& reference : packet.references) {
            reference.contentType = u"application/zip"_s;
        }
    }
    return packet;
}

QByteArray written(const Packet& packet, const WriterProfile& profile) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto result = PacketWriter(profile).write(packet, buffer);
    if (!result) {
        qWarning("%s: %s", qPrintable(result.error().code), qPrintable(result.error().detail));
        return {};
    }
    return buffer.data();
}

QString refusal(const Packet& packet, const WriterProfile& profile = WriterProfile::axis()) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto result = PacketWriter(profile).write(packet, buffer);
    return result ? QString() : result.error().code;
}

/// The names of the elements right inside the message header.
QStringList headerOrder(const QByteArray& xml) {
    QXmlStreamReader reader(xml);
    QStringList names;
    int depth = 0;
    bool inside = false;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            ++depth;
            if (inside && depth == 5 && (names.isEmpty() || names.last() != reader.name())) {
                names.append(reader.name().toString());
            }
            inside = inside || reader.name() == "MessageHeader"_L1;
        } else if (reader.isEndElement()) {
            inside = inside && reader.name() != "MessageHeader"_L1;
            --depth;
        }
    }
    return reader.hasError() ? QStringList() : names;
}

/// Text of odd but lawful characters, in NFC, with nothing to trim, at most `longest` characters.
QString oddText(QRandomGenerator& random, int longest) {
    static const QList<char32_t> alphabet{U'a',  U'Z',  U'0', U' ',  U'&', U'<',      U'>',      U'"',     U'\'',
                                          U'\n', U'\t', U']', U'Đ',  U'ệ', U'ă',      U'\u0302', U'😀',    U'ı',
                                          U'İ',  U'{',  U'%', U'\\', U'/', U'\uFEFF', U'漢',     U'\u00A0'};
    QString text;
    const int size = 1 + static_cast<int>(random.bounded(longest));
    for (int index = 0; index < size; ++index) {
        const char32_t character = alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
        text += QString::fromUcs4(&character, 1);
    }
    text = (u"x"_s + text + u"y"_s).normalized(QString::NormalizationForm_C).left(longest);
    return text.isEmpty() || text.back().isHighSurrogate() || text.back().isSpace()
               ? text.left(text.size() - 1).trimmed() + u'z'
               : text;
}

} // namespace

class PacketWriterTest : public QObject {
    Q_OBJECT

private:
    [[nodiscard]] Result<ReadPacket> readBack(const QByteArray& bytes) const {
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        return PacketReader().read(buffer, m_folder->path());
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private slots:
    void init();
    void documentsComeBack_data() { profileRows(); }
    void documentsComeBack();
    void oddValuesComeBack_data() { profileRows(); }
    void oddValuesComeBack();
    void sparseDocumentsComeBack_data() { profileRows(); }
    void sparseDocumentsComeBack();
    void statusesComeBack();
    void ordersAreKept();
    void writesOnePrefix();
    void normalizes();
    void numbersTypesByProfile();
    void forwardsUnknown_data() { profileRows(); }
    void forwardsUnknown();
    void forwardsFixtures_data();
    void forwardsFixtures();
    void sameContentSameBytes_data() { profileRows(); }
    void sameContentSameBytes();
    void refuses_data();
    void refuses();
    void refusesStatuses_data();
    void refusesStatuses();
    void refusesContents();
    void writesFilesWhole();
    void tellsAFullDisk();
    void schemaSaysNo();
    void streamsLargeAttachments();
};

void PacketWriterTest::init() {
    m_folder = std::make_unique<QTemporaryDir>(QDir::temp().filePath(u"gói đi XXXXXX"_s));
    QVERIFY(m_folder->isValid());
}

void PacketWriterTest::documentsComeBack() {
    QFETCH(QString, profile);
    const DocumentPacket packet = samples::fullDocument();
    const auto read = readBack(written(packet, profileOf(profile)));
    QVERIFY(read);
    QCOMPARE(read->findings, QList<Finding>());
    QCOMPARE(samples::typedTexts(read->packet), samples::typedTexts(asSent(packet, profileOf(profile))));
    QVERIFY(std::get<DocumentPacket>(read->packet) == asSent(packet, profileOf(profile)));
}

void PacketWriterTest::oddValuesComeBack() {
    QFETCH(QString, profile);
    QRandomGenerator random(20'260'305);
    for (int round = 0; round < 60; ++round) {
        DocumentPacket packet = samples::fullDocument();
        const auto text = [&](int longest) { return random.bounded(4) == 0 ? QString() : oddText(random, longest); };
        packet.from.organName = oddText(random, 200);
        packet.from.organAdd = text(500);
        packet.documentId = text(255);
        packet.code = {oddText(random, 11), oddText(random, 30)};
        packet.promulgation.place = text(50);
        packet.subject = oddText(random, 500);
        packet.content = text(500);
        packet.signerInfo = {text(100), text(100), text(100)};
        packet.dueDate =
            random.bounded(2) == 0 ? DateText() : DateText::of(QDate(2026, 1, 1).addDays(random.bounded(2000)));
        packet.toPlaces.clear();
        for (int count = random.bounded(4); count > 0; --count) {
            packet.toPlaces.append(oddText(random, 150));
        }
        packet.otherInfo.sphereOfPromulgation = text(100);
        packet.otherInfo.appendixes = random.bounded(2) == 0 ? QStringList() : QStringList{oddText(random, 250)};
        packet.responseFor = random.bounded(2) == 0 ? QList<ResponseFor>()
                                                    : QList<ResponseFor>{{u"H1"_s, text(42), {}, text(255)},
                                                                         {{}, u"1/A"_s, {}, text(255)}};
        packet.steeringType = random.bounded(2) == 0 ? NumberText() : NumberText::of(random.bounded(9));
        packet.applicationType = text(100);
        packet.taskCodes = random.bounded(2) == 0 ? QStringList() : QStringList{oddText(random, 255)};
        packet.trace.bussiness->docReason = text(500);
        packet.trace.bussiness->replacements.first().documentId = oddText(random, 255);
        if (random.bounded(3) == 0) {
            packet.trace.bussiness.reset();
        }
        packet.trace.attributes = {{u"id"_s, oddText(random, 80)}};
        packet.references.first().href = text(80);
        packet.references.first().role = text(80);
        packet.attachments.first().description = text(500);
        QByteArray content(random.bounded(70'000), Qt::Uninitialized);
        std::ranges::generate(content, [&] { return static_cast<char>(random.generate()); });
        addAttachment(packet,
                      Attachment::fromBytes(u"phụ lục %1.bin"_s.arg(round), u"application/octet-stream"_s, content));
        const auto read = readBack(written(packet, profileOf(profile)));
        QVERIFY(read);
        QCOMPARE(samples::typedTexts(read->packet), samples::typedTexts(asSent(packet, profileOf(profile))));
        QVERIFY(std::get<DocumentPacket>(read->packet) == asSent(packet, profileOf(profile)));
        QFile stored(std::get<DocumentPacket>(read->packet).attachments.at(1).filePath);
        QVERIFY(stored.open(QIODevice::ReadOnly));
        QCOMPARE(stored.readAll(), content);
    }
}

void PacketWriterTest::sparseDocumentsComeBack() {
    // Every subset of the optional groups of the header's tail: the schema takes each in both orders.
    QFETCH(QString, profile);
    for (int mask = 0; mask < 128; ++mask) {
        DocumentPacket packet = samples::fullDocument();
        const auto drop = [&](int bit, auto& value) {
            if ((mask & (1 << bit)) != 0) {
                value = std::remove_reference_t<decltype(value)>{};
            }
        };
        drop(0, packet.otherInfo);
        drop(1, packet.responseFor);
        drop(2, packet.steeringType);
        drop(3, packet.taskCodes);
        drop(4, packet.applicationType);
        drop(5, packet.toPlaces);
        drop(6, packet.documentId);
        const auto read = readBack(written(packet, profileOf(profile)));
        QVERIFY2(read, qPrintable(QString::number(mask)));
        QVERIFY(std::get<DocumentPacket>(read->packet) == asSent(packet, profileOf(profile)));
    }
}

void PacketWriterTest::statusesComeBack() {
    for (const StatusWords& words : statusWords()) {
        StatusPacket packet = samples::fullStatus();
        packet.statusCode = words.number;
        packet.description = words.vietnamese;
        const auto read = readBack(written(packet, WriterProfile::axis()));
        QVERIFY(read);
        QCOMPARE(read->findings, QList<Finding>());
        QVERIFY(std::get<StatusPacket>(read->packet) == packet);
    }
}

void PacketWriterTest::ordersAreKept() {
    const DocumentPacket packet = samples::fullDocument();
    QCOMPARE(headerOrder(written(packet, WriterProfile::axis())),
             (QStringList{u"From"_s, u"To"_s, u"DocumentId"_s, u"Code"_s, u"PromulgationInfo"_s, u"DocumentType"_s,
                          u"Subject"_s, u"Content"_s, u"SignerInfo"_s, u"DueDate"_s, u"OtherInfo"_s, u"ResponseFor"_s,
                          u"SteeringType"_s, u"ResponseForTask"_s, u"ApplicationType"_s, u"ToPlaces"_s}));
    QCOMPARE(headerOrder(written(packet, WriterProfile::dotNet())),
             (QStringList{u"From"_s, u"To"_s, u"Code"_s, u"PromulgationInfo"_s, u"DocumentType"_s, u"Subject"_s,
                          u"Content"_s, u"SignerInfo"_s, u"DueDate"_s, u"ToPlaces"_s, u"OtherInfo"_s, u"ResponseFor"_s,
                          u"SteeringType"_s, u"ResponseForTask"_s, u"ApplicationType"_s, u"DocumentId"_s}));
}

void PacketWriterTest::writesOnePrefix() {
    const QByteArray xml = written(samples::fullDocument(), WriterProfile::axis());
    QCOMPARE(xml.count("xmlns"), 2);
    QCOMPARE(xml.count("xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\""), 1);
    QVERIFY(xml.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<edXML "));
    QVERIFY(xml.contains("<edXML:OrganName>Vụ Thử nghiệm &amp; Đánh giá &lt;1&gt;</edXML:OrganName>"));
}

void PacketWriterTest::normalizes() {
    DocumentPacket packet = samples::fullDocument();
    packet.subject = u"  Co\u0302ng va\u0306n \n"_s;
    packet.dueDate = DateText::fromText(u"1/4/2026"_s);
    const auto read = readBack(written(packet, WriterProfile::axis()));
    QVERIFY(read);
    QCOMPARE(std::get<DocumentPacket>(read->packet).subject, u"Công văn"_s);
    QCOMPARE(std::get<DocumentPacket>(read->packet).dueDate.raw, u"2026/04/01"_s);
}

void PacketWriterTest::numbersTypesByProfile() {
    const auto typeAfter = [this](const WriterProfile& profile, const QString& name) {
        DocumentPacket packet = samples::fullDocument();
        packet.documentType = {{}, {}, name};
        const auto read = readBack(written(packet, profile));
        return read ? std::get<DocumentPacket>(read->packet).documentType.type.value.value_or(-1) : -2;
    };
    QCOMPARE(typeAfter(WriterProfile::axis(), u"Công văn"_s), 1);
    QCOMPARE(typeAfter(WriterProfile::dotNet(), u"Công văn"_s), 18);
    QCOMPARE(typeAfter(WriterProfile::dotNet(), u"QUYẾT ĐỊNH"_s), 2);
    QCOMPARE(WriterProfile::dotNet().documentTypes.size(), 29);
    QCOMPARE(WriterProfile::axis().steeringType(Steering::None), 1);
    QCOMPARE(WriterProfile::dotNet().steeringType(Steering::Reporting), 2);
}

void PacketWriterTest::forwardsUnknown() {
    QFETCH(QString, profile);
    DocumentPacket packet = samples::fullDocument();
    const QString element = u"<x:Thêm xmlns:x=\"urn:x\" x:a=\"1&amp;2\">một <b>hai</b></x:Thêm>"_s;
    for (const QString& path :
         {QString(), u"edXMLEnvelope"_s, u"edXMLEnvelope/edXMLHeader"_s, u"edXMLEnvelope/edXMLHeader/MessageHeader"_s,
          u"edXMLEnvelope/edXMLHeader/MessageHeader/To[2]"_s, u"edXMLEnvelope/edXMLHeader/MessageHeader/Subject"_s,
          u"edXMLEnvelope/edXMLHeader/TraceHeaderList/Bussiness/StaffInfo[1]"_s,
          u"edXMLEnvelope/edXMLBody/edXMLManifest/Reference[1]"_s, u"AttachmentEncoded/Attachment[1]"_s}) {
        packet.unknown.append({path, element});
    }
    const auto first = readBack(written(packet, profileOf(profile)));
    QVERIFY(first);
    const auto& once = std::get<DocumentPacket>(first->packet);
    QCOMPARE(once.unknown.size(), packet.unknown.size());
    for (const UnknownElement& unknown : std::as_const(packet.unknown)) {
        // <b> inherits the default namespace of the packet; everything else is as it was.
        const bool found = std::ranges::any_of(once.unknown, [&](const UnknownElement& other) {
            return other.path == unknown.path &&
                   other.xml.startsWith(u"<x:Thêm xmlns:x=\"urn:x\" x:a=\"1&amp;2\">một <b"_s);
        });
        QVERIFY2(found, qPrintable(unknown.path));
    }
    // From the second time on nothing changes any more.
    const auto second = readBack(written(once, profileOf(profile)));
    QVERIFY(second);
    QVERIFY(std::get<DocumentPacket>(second->packet) == once);
}

void PacketWriterTest::forwardsFixtures_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("new") << u"valid/new.edxml"_s;
    QTest::newRow("update") << u"valid/update.edxml"_s;
    QTest::newRow("broken") << u"odd/namespace-broken.edxml"_s;
    QTest::newRow("status") << u"valid/status.edxml"_s;
}

void PacketWriterTest::forwardsFixtures() {
    QFETCH(QString, name);
    auto first = readBack(samples::fixture(name));
    QVERIFY(first);
    if (auto* document = std::get_if<DocumentPacket>(&first->packet)) {
        // A date that does not exist, an empty reason: the strict writer wants them mended, everything else goes as it
        // came.
        document->promulgation.date = DateText::of(document->promulgation.date.date.value());
        for (ManifestReference& reference : document->references) {
            reference.contentType = u"application/pdf"_s;
        }
        for (Attachment& attachment : document->attachments) {
            attachment.zipped = false;
            attachment.contentType = u"application/pdf"_s;
        }
    }
    const auto second = readBack(written(first->packet, WriterProfile::dotNet()));
    QVERIFY(second);
    QCOMPARE(samples::typedTexts(second->packet), samples::typedTexts(first->packet));
    QVERIFY(second->packet == first->packet);
}

void PacketWriterTest::sameContentSameBytes() {
    QFETCH(QString, profile);
    const QByteArray first = written(samples::fullDocument(), profileOf(profile));
    QVERIFY(!first.isEmpty());
    QCOMPARE(written(samples::fullDocument(), profileOf(profile)), first);
}

void PacketWriterTest::refuses_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const Change& change, const char* code) {
        QTest::newRow(name) << change << QString::fromLatin1(code);
    };
    using P = DocumentPacket;
    row("long subject", [](P& p) { p.subject = QString(501, u'ă'); }, "packet-subject-too-long");
    row("long name", [](P& p) { p.to[1].organName = QString(201, u'a'); }, "packet-field-too-long");
    row("long number", [](P& p) { p.code.number = u"123456789012"_s; }, "packet-field-too-long");
    row("long appendix", [](P& p) { p.otherInfo.appendixes = {QString(251, u'a')}; }, "packet-field-too-long");
    row("no subject", [](P& p) { p.subject = u" \n"_s; }, "packet-field-missing");
    row("no number", [](P& p) { p.code.number.clear(); }, "packet-field-missing");
    row("no sender", [](P& p) { p.from.organId.clear(); }, "packet-field-missing");
    row("no date", [](P& p) { p.promulgation.date = {}; }, "packet-field-missing");
    row("control", [](P& p) { p.subject = u"a\u0001b"_s; }, "packet-control-character");
    row("C1 control", [](P& p) { p.subject = u"a\u0085b"_s; }, "packet-control-character");
    row("return", [](P& p) { p.subject = u"a\rb"_s; }, "packet-control-character");
    row("turned", [](P& p) { p.signerInfo.fullName = u"a\u202Eb"_s; }, "packet-control-character");
    row("half a pair", [](P& p) { p.subject = u"a"_s + QChar(0xD800) + u"b"_s; }, "packet-control-character");
    row("no character", [](P& p) { p.subject = u"a\uFFFFb"_s; }, "packet-control-character");
    row("30 February", [](P& p) { p.dueDate = DateText::fromText(u"2026/02/30"_s); }, "packet-date-invalid");
    row(
        "bad time", [](P& p) { p.trace.hops[0].timestamp = TimeText::fromText(u"2026/02/03 26:00"_s); },
        "packet-time-invalid");
    row("bad number", [](P& p) { p.otherInfo.pageAmount = NumberText::fromText(u"hai"_s); }, "packet-number-invalid");
    row("priority 7", [](P& p) { p.otherInfo.priority = NumberText::of(7); }, "packet-schema");
    row("direction", [](P& p) { p.otherInfo.direction = u"có"_s; }, "packet-schema");
    row("no receiver", [](P& p) { p.to.clear(); }, "packet-no-receiver");
    row("receiver twice", [](P& p) { p.to.append(p.to.first()); }, "packet-receiver-doubled");
    row("odd office", [](P& p) { p.to[0].organId = u"H99/01"_s; }, "packet-organ-id-invalid");
    row("manifest short", [](P& p) { p.references.clear(); }, "packet-manifest-mismatch");
    row("attachments short", [](P& p) { p.attachments.clear(); }, "packet-manifest-mismatch");
    row(
        "same id twice",
        [](P& p) {
            addAttachment(p, Attachment::fromBytes(u"b"_s, u"text/plain"_s, "b"));
            p.attachments[1].contentId = p.references[1].contentId = p.attachments[0].contentId;
        },
        "packet-manifest-mismatch");
    row("path as name", [](P& p) { p.attachments[0].name = u"../a.pdf"_s; }, "packet-attachment-name");
    row("odd trace", [](P& p) { p.trace.attributes = {{u"x y=\"1\""_s, u"1"_s}}; }, "packet-trace-attribute");
    row("broken forward", [](P& p) { p.unknown = {{{}, u"<a><b></a>"_s}}; }, "packet-forward-malformed");
    row("forward breaks out", [](P& p) { p.unknown = {{{}, u"<a/></edXML><edXML>"_s}}; }, "packet-forward-malformed");
    row("two forwards in one", [](P& p) { p.unknown = {{{}, u"<a/><b/>"_s}}; }, "packet-forward-malformed");
    row("text behind", [](P& p) { p.unknown = {{{}, u"<a/>x"_s}}; }, "packet-forward-malformed");
    row("entity in forward", [](P& p) { p.unknown = {{{}, u"<a>&x;</a>"_s}}; }, "packet-forward-malformed");
    row(
        "document type in forward", [](P& p) { p.unknown = {{{}, u"<!DOCTYPE a><a/>"_s}}; },
        "packet-forward-malformed");
    row("undeclared forward", [](P& p) { p.unknown = {{{}, u"<q:a/>"_s}}; }, "packet-forward-malformed");
    row(
        "forward to nowhere",
        [](P& p) { p.unknown = {{u"edXMLEnvelope/edXMLHeader/MessageHeader/To[9]"_s, u"<a/>"_s}}; },
        "packet-forward-misplaced");
}

void PacketWriterTest::refuses() {
    QFETCH(Change, change);
    QFETCH(QString, code);
    DocumentPacket packet = samples::fullDocument();
    QCOMPARE(refusal(packet), QString());
    change(packet);
    QCOMPARE(refusal(packet), code);
    QCOMPARE(refusal(packet, WriterProfile::dotNet()), code);
}

void PacketWriterTest::refusesStatuses_data() {
    QTest::addColumn<StatusChange>("change");
    QTest::addColumn<QString>("code");
    using P = StatusPacket;
    QTest::newRow("unknown") << StatusChange([](P& p) { p.statusCode = u"07"_s; }) << u"packet-status-invalid"_s;
    QTest::newRow("no reason") << StatusChange([](P& p) {
        p.statusCode = u"02"_s;
        p.description = u" "_s;
    }) << u"packet-reason-missing"_s;
    QTest::newRow("nobody") << StatusChange([](P& p) { p.responseFor.organId.clear(); })
                            << u"packet-status-for-nobody"_s;
    QTest::newRow("no time") << StatusChange([](P& p) { p.timestamp = {}; }) << u"packet-field-missing"_s;
}

void PacketWriterTest::refusesStatuses() {
    QFETCH(StatusChange, change);
    QFETCH(QString, code);
    StatusPacket packet = samples::fullStatus();
    QCOMPARE(refusal(packet), QString());
    change(packet);
    QCOMPARE(refusal(packet), code);
}

void PacketWriterTest::refusesContents() {
    DocumentPacket packet = samples::fullDocument();
    packet.attachments[0].bytes += " đã sửa";
    QCOMPARE(refusal(packet), u"packet-attachment-changed"_s);
    WriterProfile zip = WriterProfile::axis();
    zip.zipAttachments = true;
    QCOMPARE(refusal(packet, zip), u"packet-attachment-changed"_s);
    packet.attachments[0].filePath = m_folder->filePath(u"thiếu.pdf"_s);
    QCOMPARE(refusal(packet), u"packet-attachment-unreadable"_s);
}

void PacketWriterTest::writesFilesWhole() {
    const QString file = m_folder->filePath(u"gói 07.edxml"_s);
    const auto result = PacketWriter(WriterProfile::axis()).write(samples::fullDocument(), file);
    QVERIFY(result);
    QFile stored(file);
    QVERIFY(stored.open(QIODevice::ReadOnly));
    const QByteArray bytes = stored.readAll();
    QCOMPARE(result->size, bytes.size());
    QCOMPARE(result->sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    // A packet that can't be written leaves the old file alone, and no remainder.
    DocumentPacket bad = samples::fullDocument();
    bad.attachments[0].bytes = "khác";
    QVERIFY(!PacketWriter(WriterProfile::axis()).write(bad, file));
    QVERIFY(stored.seek(0));
    QCOMPARE(stored.readAll(), bytes);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    const auto nowhere =
        PacketWriter(WriterProfile::axis()).write(samples::fullDocument(), m_folder->filePath(u"không/có.edxml"_s));
    QCOMPARE(nowhere.error().code, u"packet-not-created"_s);
}

void PacketWriterTest::tellsAFullDisk() {
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        QSKIP("this system has no /dev/full");
    }
    const auto result = PacketWriter(WriterProfile::axis()).write(samples::fullDocument(), full);
    QVERIFY(!result);
    QCOMPARE(result.error().code, u"packet-write-failed"_s);
}

void PacketWriterTest::schemaSaysNo() {
    const QByteArray good = written(samples::fullStatus(), WriterProfile::axis());
    QVERIFY(checkSchema(good));
    QByteArray bad = good;
    bad.replace("edXML:StatusCode>", "edXML:TrạngThái>");
    QCOMPARE(checkSchema(bad).error().code, u"packet-schema"_s);
    QCOMPARE(checkSchema("<edXML/>").error().code, u"packet-schema"_s);
    QCOMPARE(checkSchema("không phải XML").error().code, u"packet-schema"_s);
}

void PacketWriterTest::streamsLargeAttachments() {
    // Larger than libxml2 takes in one text (10,000,000 characters).
    QRandomGenerator random(7);
    QFile large(m_folder->filePath(u"lớn.bin"_s));
    QVERIFY(large.open(QIODevice::ReadWrite));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray part(1'000'003, Qt::Uninitialized);
    for (int count = 0; count < 12; ++count) {
        std::ranges::generate(part, [&] { return static_cast<char>(random.generate()); });
        QCOMPARE(large.write(part), part.size());
        hash.addData(part);
    }
    large.close();
    DocumentPacket packet = samples::fullDocument();
    Attachment attachment;
    attachment.name = attachment.safeName = u"lớn.bin"_s;
    attachment.contentType = u"application/octet-stream"_s;
    attachment.filePath = large.fileName();
    attachment.sha256 = hash.result();
    attachment.size = 12 * part.size();
    addAttachment(packet, attachment);
    const QString file = m_folder->filePath(u"lớn.edxml"_s);
    QVERIFY(PacketWriter(WriterProfile::axis()).write(packet, file));
    const auto read = PacketReader().read(file, m_folder->path());
    QVERIFY(read);
    QVERIFY(std::get<DocumentPacket>(read->packet) == packet);
}

QTEST_GUILESS_MAIN(PacketWriterTest)
#include "tst_packetwriter.moc"
