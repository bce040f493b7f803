// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/folder/folderexchange.h"
#include "tests/exchange/client/fakepacketserver.h"
#include "tests/exchange/client/suites.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace exchange;
using namespace Qt::Literals::StringLiterals;

class TestFolder final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QDateTime m_now;

    FolderProfile profile() const {
        FolderProfile made;
        made.outFolder = m_folder->filePath(u"ra"_s);
        made.inFolder = m_folder->filePath(u"vào"_s);
        return made;
    }
    QString in(const QString& name) const { return m_folder->filePath(u"vào/"_s + name); }
    FolderExchange make() {
        FolderExchange exchange(profile(), [this] { return m_now; });
        if (!exchange.login()) {
            qFatal("no folders");
        }
        return exchange;
    }
    static PacketIdentity packet(const QByteArray& sha256) {
        PacketIdentity made;
        made.sha256 = sha256;
        made.kind = u"edoc"_s;
        return made;
    }
    QStringList listed(FolderExchange& exchange, const QString& kind) {
        QStringList names;
        const auto packets = exchange.listReceived(kind, {}, {});
        for (const ListedPacket& one : packets.value_or(QList<ListedPacket>())) {
            names.append(one.docId.section(u'-', 2));
        }
        names.sort();
        return names;
    }

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_now = QDateTime::currentDateTimeUtc().addSecs(60); // a minute later than what the test writes
    }

    void whatIsSentStandsWhole() {
        FolderExchange exchange = make();
        const QString file = m_folder->filePath(u"gói.edxml"_s);
        const QByteArray sha256 = samples::writeFile(file, "<edXML>gửi</edXML>");
        QCOMPARE(exchange.hasSent(packet(sha256)), Result<Known>(Known::CannotTell));
        const auto sent = exchange.send(file, packet(sha256));
        QVERIFY(sent);
        QCOMPARE(*sent, u"edoc-"_s + QString::fromLatin1(sha256) + u".edxml"_s);
        QCOMPARE(QDir(profile().outFolder).entryList(QDir::Files), QStringList{*sent}); // and no part
        QCOMPARE(samples::readFile(profile().outFolder + u'/' + *sent), QByteArray("<edXML>gửi</edXML>"));
        QCOMPARE(exchange.hasSent(packet(sha256)), Result<Known>(Known::Yes));
        QCOMPARE(exchange.send(file, packet(sha256)), sent); // the same again: one file
        // Taken by the other program: nobody knows where it is.
        QVERIFY(QFile::remove(profile().outFolder + u'/' + *sent));
        QCOMPARE(exchange.hasSent(packet(sha256)), Result<Known>(Known::CannotTell));
    }

    void halfAPacketOfADeadProcessIsWrittenAnew() {
        FolderExchange exchange = make();
        const QString file = m_folder->filePath(u"gói.edxml"_s);
        const QByteArray sha256 = samples::writeFile(file, "<edXML>gửi</edXML>");
        const QString name = u"/edoc-"_s + QString::fromLatin1(sha256) + u".edxml"_s;
        samples::writeFile(profile().outFolder + name + u".part"_s, "<edXML>g");
        QCOMPARE(exchange.hasSent(packet(sha256)), Result<Known>(Known::CannotTell));
        QVERIFY(exchange.send(file, packet(sha256)));
        QCOMPARE(samples::readFile(profile().outFolder + name), QByteArray("<edXML>gửi</edXML>"));
        QVERIFY(!QFile::exists(profile().outFolder + name + u".part"_s));
    }

    void onlyWhatIsWholeIsTaken() {
        FolderExchange exchange = make();
        samples::writeFile(in(u"văn bản-1.edxml"_s), samples::documentPacket(u"G99.02"_s, {u"H99.01"_s}, u"một"_s));
        samples::writeFile(in(u"trạng thái.edxml"_s), samples::statusPacket(u"G99.02"_s, u"H99.01"_s));
        samples::writeFile(in(u"hỏng.edxml"_s), "<edXML");
        samples::writeFile(in(u"đang ghi.edxml.part"_s), "<edXML");
        samples::writeFile(in(u"trống.edxml"_s), "");
        samples::writeFile(in(u"khóa.edxml"_s), "<edXML/>");
        samples::writeFile(in(u"khóa.edxml.lock"_s), "");
        QVERIFY(QFile::link(in(u"hỏng.edxml"_s), in(u"liên kết.edxml"_s)));
        QCOMPARE(listed(exchange, u"edoc"_s), (QStringList{u"hỏng.edxml"_s, u"văn bản-1.edxml"_s}));
        QCOMPARE(listed(exchange, u"status"_s), (QStringList{u"trạng thái.edxml"_s}));
        m_now = m_now.addSecs(-57); // three seconds after they were written
        QCOMPARE(listed(exchange, u"edoc"_s), QStringList());
    }

    void whatIsTakenMovesAway() {
        FolderExchange exchange = make();
        samples::writeFile(in(u"a-1.edxml"_s), "<edXML>a</edXML>");
        samples::writeFile(in(u"b.edxml"_s), "<edXML>b</edXML>");
        const auto packets = exchange.listReceived(u"edoc"_s, {}, {});
        QVERIFY(packets);
        QCOMPARE(packets->size(), 2);
        for (const ListedPacket& one : *packets) {
            const bool good = one.docId.endsWith(u"a-1.edxml"_s);
            const auto taken = good ? PacketServer::Taken::Done : PacketServer::Taken::Failed;
            QVERIFY(exchange.acknowledge(one.docId, PacketServer::Taken::Processing));
            QVERIFY(exchange.fetch(one.docId, m_folder->filePath(u"gói"_s)));
            QVERIFY(exchange.acknowledge(one.docId, taken));
            QVERIFY(exchange.acknowledge(one.docId, taken)); // said again after a death: no fault
            const QString folder = in(good ? u"done"_s : u"failed"_s);
            QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{one.docId});
            QCOMPARE(exchange.fetch(one.docId, m_folder->filePath(u"gói"_s)).error().code, u"folder-packet-gone"_s);
        }
        QCOMPARE(listed(exchange, u"edoc"_s), QStringList());
    }

    void anotherFileOfTheSameNameIsAnotherPacket() {
        FolderExchange exchange = make();
        samples::writeFile(in(u"a.edxml"_s), "<edXML>a</edXML>");
        const QString first = exchange.listReceived(u"edoc"_s, {}, {})->at(0).docId;
        samples::writeFile(in(u"a.edxml"_s), "<edXML>another</edXML>");
        QCOMPARE(exchange.fetch(first, m_folder->filePath(u"gói"_s)).error().code, u"folder-packet-gone"_s);
        QCOMPARE(exchange.acknowledge(first, PacketServer::Taken::Done).error().code, u"folder-packet-gone"_s);
        QVERIFY(QFile::exists(in(u"a.edxml"_s)));
        QVERIFY(exchange.listReceived(u"edoc"_s, {}, {})->at(0).docId != first);
    }

    void aNameFromOutsideLeavesNoFolder() {
        FolderExchange exchange = make();
        samples::writeFile(m_folder->filePath(u"bí mật"_s), "x");
        const QFileInfo secret(m_folder->filePath(u"bí mật"_s));
        const QString stamp = u"%1-%2-"_s.arg(secret.lastModified().toMSecsSinceEpoch()).arg(secret.size());
        for (const QString& name : {u"../bí mật"_s, secret.filePath()}) {
            QCOMPARE(exchange.fetch(stamp + name, m_folder->filePath(u"gói"_s)).error().code, u"folder-packet-gone"_s);
            QCOMPARE(exchange.acknowledge(stamp + name, PacketServer::Taken::Done).error().code,
                     u"folder-packet-gone"_s);
        }
        QVERIFY(QFile::exists(secret.filePath()));
    }

    void aRoundThroughFolders() {
        FolderExchange exchange = make();
        samples::writeFile(in(u"a.edxml"_s), samples::documentPacket(u"G99.02"_s, {u"H99.01"_s}, u"một"_s));
        samples::writeFile(in(u"s.edxml"_s), samples::statusPacket(u"G99.02"_s, u"H99.01"_s));
        const QString file = m_folder->filePath(u"gói.edxml"_s);
        samples::MemoryPacketJournal journal;
        OutgoingPacket owed;
        owed.id = u"x"_s;
        owed.path = file;
        owed.packet = packet(samples::writeFile(file, "<edXML>gửi</edXML>"));
        journal.out = {owed};
        PacketSyncOptions options;
        options.spoolFolder = m_folder->path();
        options.clock = [this] { return m_now; };
        PacketSync sync(exchange, journal, journal, options);
        const auto result = sync.run();
        QVERIFY(result);
        QCOMPARE(result->stored, 2);
        QCOMPARE(result->sent, 1);
        QCOMPARE(result->failures.size(), 0);
        // Died between the sending and its note, and the other program was fast: uncertain, never written again.
        journal.out[0].state = OutgoingPacket::State::Started;
        QVERIFY(QDir(profile().outFolder).removeRecursively());
        QVERIFY(sync.run());
        QCOMPARE(journal.out.at(0).state, OutgoingPacket::State::Uncertain);
        QCOMPARE(QDir(profile().outFolder).entryList(QDir::Files), QStringList());
    }

    void withoutFoldersNothingBegins() {
        samples::writeFile(m_folder->filePath(u"tệp"_s), "");
        FolderExchange none({m_folder->filePath(u"tệp/ra"_s), m_folder->filePath(u"vào"_s), {}, {}, 5});
        QCOMPARE(none.login().error().code, u"folder-unusable"_s);
        QCOMPARE(none.agencies(0).error().code, u"directory-not-offered"_s);
    }
};

int runTestFolder(int argc, char** argv) {
    TestFolder test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_folder.moc"
