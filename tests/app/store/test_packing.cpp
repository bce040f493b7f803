// SPDX-License-Identifier: GPL-3.0-or-later
// What the store keeps packed comes back byte for byte, or is refused; and a store from before is read as it is.
#include "app/store/packing.h"
#include "app/store/packingwords.h"
#include "exchange/protocol/sha256.h"
#include "fakehub.h"
#include "storetools.h"
#include "tests/world/office/codes.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;

namespace {

const OrganId interior = *OrganId::parse(u"H99.02");
const OrganId finance = *OrganId::parse(u"H99.03");
const Person clerk{.organ = interior, .login = u"dung"_s, .name = u"Dung"_s, .role = Role::Clerk};
const QByteArray packet = "một gói";

QByteArray noise(qsizetype size) {
    QByteArray bytes;
    for (QByteArray block = "seed"; bytes.size() < size; bytes += block) {
        block = exchange::Sha256::hash(block);
    }
    return bytes.first(size);
}

PacketFacts incomingFacts() {
    PacketFacts facts;
    facts.kind = PacketFacts::Kind::Document;
    facts.sha256 = exchange::sha256Hex(packet);
    facts.from = {.id = finance, .name = u"Sở Tài chính"_s};
    facts.number = u"12"_s;
    facts.notation = u"STC-NS"_s;
    facts.kindName = u"Công văn"_s;
    facts.subject = u"V/v lưu trữ gọn"_s;
    facts.contents = {{.sha256 = QByteArray(64, 'a'), .name = u"công văn.pdf"_s, .mediaType = u"application/pdf"_s}};
    return facts;
}

} // namespace

class TestPacking : public QObject {
    Q_OBJECT

    struct World {
        world::FakeHub hub;
        QHash<QByteArray, PacketFacts> packets;
        world::Desk desk{hub, packets, clerk, {u"H99.02/dung"_s, u"H99.02"_s}};
    };

private slots:
    void init() { m_world = std::make_unique<World>(); }
    void cleanup() { m_world.reset(); }

    void textsComeBack_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("atMost"); ///< bytes, as a share of the text
        QTest::newRow("nothing") << QByteArray("") << 1000.0;
        QTest::newRow("one sign") << QByteArray("\x01") << 1000.0;
        QTest::newRow("what looks packed") << packed("{}") << 3.0;
        QTest::newRow("the words themselves") << packingWords() << 0.1;
        QTest::newRow("noise") << noise(100'000) << 1.01;
        QTest::newRow("zeros") << QByteArray(1'000'000, '\0') << 0.01;
        QTest::newRow("longest") << QByteArray(mostUnpacked(), 'x') << 0.01;
        QTest::newRow("a notice") << QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\"?><packet "
                                                "xmlns=\"urn:congvan:packet:1\" sha256=\"") +
                                         noise(32).toHex() +
                                         "\" size=\"20123\" kind=\"edoc\"><from>H99.01</from><to>H99.02</to></packet>\n"
                                  << 0.5;
    }
    void textsComeBack() {
        QFETCH(const QByteArray, text);
        QFETCH(const double, atMost);
        const QByteArray bytes = packed(text);
        QCOMPARE(unpacked(bytes), std::optional(text));
        QVERIFY2(double(bytes.size()) <= atMost * double(qMax(text.size(), 1)),
                 qPrintable(QString::number(bytes.size())));
    }

    void noDamageIsReadAsAText() {
        const QByteArray text = R"({"kind":"document","subject":"V/v thử","urgency":"normal"})";
        const QByteArray bytes = packed(text);
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray other = bytes;
                other[at] = char(other.at(at) ^ (1 << bit));
                QVERIFY(!unpacked(other) || unpacked(other) == text); // bits behind the last block mean nothing
            }
            QVERIFY(!unpacked(bytes.first(at)));
        }
        QVERIFY(!unpacked(bytes + '\0'));
        QVERIFY(!unpacked(text));
    }

    void whatUnpacksWithoutEndIsRefused() {
        QVERIFY(!unpacked(packed(QByteArray(mostUnpacked() + 1, 'x'))));
        QVERIFY(!unpacked(packed(QByteArray(8 * mostUnpacked(), 'x'))));
    }

    void theStoreKeepsItPacked() {
        arrive();
        RawConnection raw(file());
        QCOMPARE(raw.column(u"SELECT typeof(facts) FROM packet"_s), QStringList{u"blob"_s});
        QCOMPARE(raw.column(u"SELECT typeof(detail) FROM document"_s), QStringList{u"blob"_s});
        QCOMPARE(raw.column(u"SELECT packed FROM message"_s), QStringList{u"1"_s});
        QVERIFY(raw.column(u"SELECT length(facts) FROM packet"_s).constFirst().toInt() < 400);
        const auto read = desk().store().messages().stream(m_message.header.stream, 1, 10);
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), 1);
        QCOMPARE(read->constFirst().payload, m_message.payload);
        QCOMPARE(exchange::sha256Hex(read->constFirst().payload), m_message.header.payloadSha256);
    }

    void aStoreFromBeforeIsReadAndPacked() {
        arrive();
        const DocumentId id = documentOfPacket(exchange::sha256Hex(packet));
        const DocumentDetail before = *desk().store().documents().detail(id);
        const QStringList rows = world::derivedRows(desk().store());
        {
            RawConnection raw(file());
            const QString facts =
                QString::fromUtf8(plain(raw, u"SELECT hex(facts) FROM packet"_s)).replace(u'\'', u"''"_s);
            const QString detail = QString::fromUtf8(plain(raw, u"SELECT hex(detail) FROM document"_s));
            const QByteArray payload = m_message.payload.toHex();
            QVERIFY(raw.run(u"UPDATE packet SET facts = '%1'"_s.arg(facts)));
            QVERIFY(raw.run(u"UPDATE document SET detail = '%1'"_s.arg(detail)));
            QVERIFY(raw.run(u"UPDATE message SET packed = 0, payload = x'%1'"_s.arg(QString::fromLatin1(payload))));
            QCOMPARE(raw.column(u"SELECT typeof(detail) FROM document"_s), QStringList{u"text"_s});
        }
        QCOMPARE(*desk().store().documents().detail(id), before);
        QCOMPARE(desk().store().messages().stream(m_message.header.stream, 1, 10)->constFirst().payload,
                 m_message.payload);
        {
            RawConnection raw(file());
            QVERIFY(raw.run(u"UPDATE setting SET value = '8' WHERE key = 'projection-version'"_s));
        }
        desk().reopen();
        QCOMPARE(*desk().store().documents().detail(id), before);
        QCOMPARE(world::derivedRows(desk().store()), rows);
        RawConnection raw(file());
        QCOMPARE(raw.column(u"SELECT typeof(facts) FROM packet"_s), QStringList{u"blob"_s});
        QCOMPARE(raw.column(u"SELECT typeof(detail) FROM document"_s), QStringList{u"blob"_s});
    }

    void aRowThatWasTamperedWithIsRefused_data() {
        QTest::addColumn<QString>("change");
        const QString bomb = QString::fromLatin1(packed(QByteArray(2 * mostUnpacked(), ' ')).toHex());
        const QString other = QString::fromLatin1(packed("<other/>").toHex());
        QTest::newRow("detail cut") << u"UPDATE document SET detail = substr(detail, 1, 40)"_s;
        QTest::newRow("detail without end") << u"UPDATE document SET detail = x'%1'"_s.arg(bomb);
        QTest::newRow("detail of another form") << u"UPDATE document SET detail = x'02' || substr(detail, 2)"_s;
        QTest::newRow("facts empty") << u"UPDATE packet SET facts = x''"_s;
        QTest::newRow("facts of before, cut off") << u"UPDATE packet SET facts = '{\"sha256\"'"_s;
        QTest::newRow("payload of another message") << u"UPDATE message SET payload = x'%1'"_s.arg(other);
    }
    void aRowThatWasTamperedWithIsRefused() {
        QFETCH(const QString, change);
        arrive();
        {
            RawConnection raw(file());
            QVERIFY(raw.run(change));
        }
        const DocumentId id = documentOfPacket(exchange::sha256Hex(packet));
        const QString code = change.contains("document"_L1) ? codeOf(desk().store().documents().detail(id))
                             : change.contains("message"_L1)
                                 ? codeOf(desk().store().messages().stream(m_message.header.stream, 1, 10))
                                 : codeOf(desk().store().rebuild());
        QCOMPARE(code, u"store-row-damaged"_s);
    }

private:
    world::Desk& desk() { return m_world->desk; }
    QString file() { return desk().options().database.file; }
    static QByteArray plain(RawConnection& raw, const QString& sql) {
        return unpacked(QByteArray::fromHex(raw.column(sql).value(0).toLatin1())).value_or(QByteArray());
    }
    void arrive() {
        m_message = m_world->hub.sendPacket(packet, u"edoc"_s, finance.text(), {u"H99.02"_s});
        QVERIFY(desk().store().accept(m_message, incomingFacts()));
    }

    std::unique_ptr<World> m_world;
    exchange::Message m_message;
};

QTEST_GUILESS_MAIN(TestPacking)
#include "test_packing.moc"
