// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/packetreader.h"
#include "exchange/envelope/packetwriter.h"
#include "tests/exchange/envelope/samplepackets.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace exchange;

using Change = std::function<void(Bussiness&)>;
Q_DECLARE_METATYPE(Change)

/// What senders do in their own way is read, and each way has a code; what packets of the four kinds must say; and what
/// servers disagree about is a table.
class LeniencyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachWayIsTold_data();
    void eachWayIsTold();
    void whatIsRightIsNotTold_data();
    void whatIsRightIsNotTold();
    void whatWeWriteIsNotTold();
    void datesAreComparedWithTheDayGiven();
    void allFourKindsAreReadAndWrittenAgain_data();
    void allFourKindsAreReadAndWrittenAgain();
    void changesMustNameWhatTheyChange_data();
    void changesMustNameWhatTheyChange();
    void profilesComeFromTheTable();
    void aServersLimitIsKept();

private:
    [[nodiscard]] Result<ReadPacket> read(const QByteArray& bytes, std::optional<QDate> today = {}) const {
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        return PacketReader({}, today).read(buffer, m_folder.path());
    }
    /// The codes of the findings; "refused" and the code where the packet was not read.
    [[nodiscard]] QStringList codes(const QByteArray& bytes, std::optional<QDate> today = {}) const {
        const auto packet = read(bytes, today);
        if (!packet) {
            return {u"refused"_s, packet.error().code};
        }
        QStringList codes;
        for (const Finding& finding : packet->findings) {
            codes.append(finding.code);
        }
        return codes;
    }

    QTemporaryDir m_folder{QDir::temp().filePath(u"gói lạ XXXXXX"_s)};
};

namespace {

QByteArray withoutBetween(QByteArray bytes, const QByteArray& from, const QByteArray& to) {
    const qsizetype start = bytes.indexOf(from);
    const qsizetype end = bytes.indexOf(to, start);
    return start < 0 || end < 0 ? QByteArray() : bytes.remove(start, end + to.size() - start);
}

} // namespace

void LeniencyTest::eachWayIsTold_data() {
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("with");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* what, const char* with, const char* code,
                        const char* fixture = "valid/withdraw.edxml") {
        QTest::newRow(name) << QString::fromLatin1(fixture) << QByteArray(what) << QByteArray(with)
                            << QString::fromLatin1(code);
    };
    row("empty response", "<edXML:SteeringType>",
        "<edXML:ResponseFor><edXML:OrganId/><edXML:Code/></edXML:ResponseFor><edXML:SteeringType>",
        "packet-group-empty");
    row("empty appendixes", "<edXML:Direction>true</edXML:Direction>",
        "<edXML:Direction>true</edXML:Direction><edXML:Appendixes/>", "packet-group-empty");
    row("mixed order", "<edXML:Subject>V/v thu hồi Công văn số 498/BM-CĐS</edXML:Subject>",
        "<edXML:SteeringType>2</edXML:SteeringType><edXML:Subject>V/v thu hồi</edXML:Subject>", "packet-order-unknown");
    row("style sheet", "<edXML xmlns=",
        "<?xml-stylesheet type=\"text/xsl\" href=\"http://127.0.0.1:9/x.xsl\"?><edXML xmlns=", "packet-instruction");
    row("instruction inside", "<edXML:DueDate>", "<?php echo 1; ?><edXML:DueDate>", "packet-instruction");
    row("schema location", "<edXML xmlns=",
        "<edXML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        "xsi:schemaLocation=\"urn:x http://127.0.0.1:9/x.xsd\" xmlns=",
        "packet-schema-hint");
    row("schema location deep", "<edXML:DueDate>",
        "<edXML:DueDate xmlns:q=\"http://www.w3.org/2001/XMLSchema-instance\" q:type=\"x\">", "packet-schema-hint");
    row("response with a group", "<edXML:SteeringType>",
        "<edXML:ResponseFor><edXML:OrganId>H99</edXML:OrganId><edXML:Code><edXML:CodeNumber>1</edXML:CodeNumber>"
        "<edXML:CodeNotation>A</edXML:CodeNotation></edXML:Code></edXML:ResponseFor><edXML:SteeringType>",
        "packet-reply-code-form");
    row("cid on one side", "<ContentId>cid:512</ContentId>", "<ContentId>512</ContentId>", "attachment-id-form");
    row("one digit", "<edXML:StatusCode>05<", "<edXML:StatusCode>5<", "packet-status-form", "valid/status.edxml");
}

void LeniencyTest::eachWayIsTold() {
    QFETCH(QString, fixture);
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, with);
    QFETCH(QString, code);
    QVERIFY2(!codes(samples::fixture(fixture)).contains(code), qPrintable(codes(samples::fixture(fixture)).join(u' ')));
    const QStringList found = codes(samples::changed(fixture, what, with));
    QVERIFY2(found.contains(code), qPrintable(found.join(u' ')));
    QCOMPARE(found.count(code), 1);
}

void LeniencyTest::whatIsRightIsNotTold_data() {
    QTest::addColumn<QString>("fixture");
    for (const QString& name : {u"withdraw"_s, u"replace"_s, u"status"_s}) {
        QTest::newRow(qPrintable(name)) << u"valid/%1.edxml"_s.arg(name);
    }
}

void LeniencyTest::whatIsRightIsNotTold() {
    QFETCH(QString, fixture);
    // The samples that follow real packets have an id with an impossible date in it; ids are opaque, so that is no
    // oddity.
    QCOMPARE(codes(samples::fixture(fixture)), QStringList());
}

void LeniencyTest::whatWeWriteIsNotTold() {
    for (const QString& name : WriterProfile::names()) {
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::ReadWrite));
        QVERIFY(PacketWriter(*WriterProfile::byName(name)).write(samples::fullDocument(), buffer));
        const QStringList found = codes(buffer.data());
        QVERIFY2(found.isEmpty(), qPrintable(name + u": "_s + found.join(u' ')));
    }
}

void LeniencyTest::datesAreComparedWithTheDayGiven() {
    const QByteArray bytes = samples::fixture(u"valid/withdraw.edxml"_s); // dated 30 September 2026
    QVERIFY(codes(bytes, QDate(2026, 9, 29)).contains(u"packet-date-future"_s));
    QVERIFY(!codes(bytes, QDate(2026, 9, 30)).contains(u"packet-date-future"_s));
    QVERIFY(!codes(bytes).contains(u"packet-date-future"_s));
    const QByteArray bare = withoutBetween(bytes, "<edXML:Bussiness>", "</edXML:Bussiness>");
    QVERIFY(codes(bare).contains(u"packet-bussiness-missing"_s));
    QVERIFY(!codes(bytes).contains(u"packet-bussiness-missing"_s));
}

void LeniencyTest::allFourKindsAreReadAndWrittenAgain_data() {
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<int>("kind");
    QTest::newRow("new") << u"valid/new.edxml"_s << int(BussinessDocType::New);
    QTest::newRow("withdraw") << u"valid/withdraw.edxml"_s << int(BussinessDocType::Withdraw);
    QTest::newRow("update") << u"valid/update.edxml"_s << int(BussinessDocType::Update);
    QTest::newRow("replace") << u"valid/replace.edxml"_s << int(BussinessDocType::Replace);
}

void LeniencyTest::allFourKindsAreReadAndWrittenAgain() {
    QFETCH(QString, fixture);
    QFETCH(int, kind);
    const auto first = read(samples::fixture(fixture));
    QVERIFY(first);
    const auto& document = std::get<DocumentPacket>(first->packet);
    QVERIFY(document.bussinessDocType());
    QCOMPARE(int(*document.bussinessDocType()), kind);
    for (const QString& name : WriterProfile::names()) {
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::ReadWrite));
        const auto written = PacketWriter(*WriterProfile::byName(name)).write(first->packet, buffer);
        QVERIFY2(written, written ? "" : qPrintable(written.error().code + written.error().detail));
        const auto second = read(buffer.data());
        QVERIFY(second);
        QCOMPARE(std::get<DocumentPacket>(second->packet).trace, document.trace);
        QCOMPARE(std::get<DocumentPacket>(second->packet).unknown, document.unknown);
    }
}

void LeniencyTest::changesMustNameWhatTheyChange_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const Change& change, const char* code) {
        QTest::newRow(name) << change << QString::fromLatin1(code);
    };
    row(
        "withdraw of nothing",
        [](Bussiness& b) {
            b.docType = NumberText::of(1);
            b.documentId = u" "_s;
        },
        "packet-withdraw-without-document");
    row(
        "update of nothing",
        [](Bussiness& b) {
            b.docType = NumberText::of(2);
            b.documentInfos.clear();
        },
        "packet-update-empty");
    row(
        "update that changes nothing",
        [](Bussiness& b) {
            b.docType = NumberText::of(2);
            b.documentInfos = {{NumberText::of(0), NumberText::of(0), {}}};
        },
        "packet-update-empty");
    row(
        "replacement of nothing",
        [](Bussiness& b) {
            b.docType = NumberText::of(3);
            b.replacements.clear();
        },
        "packet-replacement-empty");
}

void LeniencyTest::changesMustNameWhatTheyChange() {
    QFETCH(Change, change);
    QFETCH(QString, code);
    auto packet = read(samples::fixture(u"valid/update.edxml"_s));
    QVERIFY(packet);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::ReadWrite));
    QVERIFY(PacketWriter(WriterProfile::axis()).write(packet->packet, buffer));
    change(*std::get<DocumentPacket>(packet->packet).trace.bussiness);
    const auto written = PacketWriter(WriterProfile::axis()).write(packet->packet, buffer);
    QVERIFY(!written);
    QCOMPARE(written.error().code, code);
}

void LeniencyTest::profilesComeFromTheTable() {
    QCOMPARE(WriterProfile::names(), (QStringList{u"axis"_s, u"dotnet"_s, u"java-zip"_s}));
    QVERIFY(!WriterProfile::byName(u"không có"_s));
    for (const QString& name : WriterProfile::names()) {
        const auto profile = WriterProfile::byName(name);
        QVERIFY2(profile, qPrintable(name));
        for (const Steering steering : {Steering::None, Steering::Directing, Steering::Reporting}) {
            QVERIFY2(profile->steeringType(steering), qPrintable(name));
        }
    }
    // The same number means different things to different servers: that is why it is a table.
    QCOMPARE(WriterProfile::axis().steeringType(Steering::None), std::optional(1));
    QCOMPARE(WriterProfile::dotNet().steeringType(Steering::Directing), std::optional(1));
    QVERIFY(WriterProfile::byName(u"java-zip"_s)->zipAttachments);
}

void LeniencyTest::aServersLimitIsKept() {
    WriterProfile profile = WriterProfile::axis();
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::ReadWrite));
    const auto fits = PacketWriter(profile).write(samples::fullDocument(), buffer);
    QVERIFY(fits);
    profile.largestBytes = fits->size - 1;
    const auto tooLarge = PacketWriter(profile).write(samples::fullDocument(), buffer);
    QVERIFY(!tooLarge);
    QCOMPARE(tooLarge.error().code, u"packet-over-server-limit"_s);
    profile.largestBytes = fits->size;
    QVERIFY(PacketWriter(profile).write(samples::fullDocument(), buffer));
}

QTEST_GUILESS_MAIN(LeniencyTest)
#include "tst_leniency.moc"
