// SPDX-License-Identifier: GPL-3.0-or-later
// `congvanctl packet` from outside: a packet is signed, judged, changed and attacked.
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "tests/exchange/hub/samples.h"
#include "tests/support/congvanctl.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using congvanctl::Outcome;
using congvanctl::run;

class TestPacketCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPacketIsSignedAndChecked();
    void changesAndAttacksAreTold();
    void aWrongPinSignsNothing();
    void aPacketGoesThroughAFolder();
    void whatIsUncertainIsSettledByAPerson();
    void profilesAreReadStrictly_data();
    void profilesAreReadStrictly();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] Outcome sign(const QString& packet, const QString& output, const QString& pinFile) const {
        return run({u"packet"_s, u"sign"_s, packet, u"--output"_s, output, u"--key"_s, path(u"dấu.p12"_s),
                    u"--pin-file"_s, pinFile, u"--json"_s});
    }
    [[nodiscard]] static Outcome check(const QString& file) {
        return run({u"packet"_s, u"check"_s, file, u"--json"_s});
    }
    [[nodiscard]] static QString stateOf(const Outcome& outcome) {
        return outcome.json()[u"signature"_s][u"state"_s].toString();
    }

    /// The profile of a pair of folders, with what is said beside.
    [[nodiscard]] QString folderProfile(const QString& name, const QString& out, const QString& in) const {
        const QString file = path(name);
        const QJsonObject object{{u"kind"_s, u"folder"_s}, {u"out"_s, out}, {u"in"_s, in}, {u"stableSeconds"_s, 0}};
        return congvanctl::put(file, QJsonDocument(object).toJson()) ? file : QString();
    }
    [[nodiscard]] static Outcome exchange(const QStringList& words, const QString& profile, const QString& folder) {
        return run(QStringList{u"packet"_s} + words +
                   QStringList{u"--server"_s, profile, u"--folder"_s, folder, u"--json"_s});
    }

    docsig::CryptoRuntime m_crypto;
    QTemporaryDir m_folder{QDir::temp().filePath(u"gói tin XXXXXX"_s)};
    QByteArray m_signed;
};

void TestPacketCommand::initTestCase() {
    auto authority = docsig::DemoAuthority::create(QDateTime::currentDateTimeUtc());
    QVERIFY(authority);
    const auto seal = authority->issueSeal({u"Sở Mẫu"_s, u"H99.01"_s});
    QVERIFY(seal && seal->writePkcs12(path(u"dấu.p12"_s), docsig::Pin::fromString(u"123456"_s)));
    QVERIFY(congvanctl::put(path(u"pin"_s), "123456") && congvanctl::put(path(u"sai"_s), "654321"));
    QVERIFY(congvanctl::put(path(u"gói.edxml"_s), samples::documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"Thử"_s)));
}

void TestPacketCommand::aPacketIsSignedAndChecked() {
    const Outcome before = check(path(u"gói.edxml"_s));
    QCOMPARE(before.exitCode, 0);
    QCOMPARE(stateOf(before), u"none"_s);
    QCOMPARE(before.json()[u"purpose"_s].toString(), u"new"_s);
    const Outcome made = sign(path(u"gói.edxml"_s), path(u"đã ký.edxml"_s), path(u"pin"_s));
    QVERIFY2(made.exitCode == 0, qPrintable(made.err + made.out));
    const Outcome after = check(path(u"đã ký.edxml"_s));
    QCOMPARE(after.exitCode, 0);
    QCOMPARE(stateOf(after), u"valid"_s);
    QCOMPARE(after.json()[u"signature"_s][u"signer"_s].toString(), u"Sở Mẫu"_s);
    QCOMPARE(after.json()[u"signature"_s][u"algorithm"_s].toString(), u"rsa-sha256"_s);
    QCOMPARE(after.json()[u"subject"_s].toString(), u"Thử"_s);
    m_signed = samples::readFile(path(u"đã ký.edxml"_s));
    QCOMPARE(sign(path(u"đã ký.edxml"_s), path(u"hai.edxml"_s), path(u"pin"_s)).json()[u"error"_s].toString(),
             u"packet-signed-already"_s);
}

void TestPacketCommand::changesAndAttacksAreTold() {
    QVERIFY(!m_signed.isEmpty());
    QVERIFY(congvanctl::put(path(u"sửa.edxml"_s), QByteArray(m_signed).replace("H99.02", "H99.03")));
    const Outcome changed = check(path(u"sửa.edxml"_s));
    QCOMPARE(changed.exitCode, 0); // readable, and said to be changed
    QCOMPARE(stateOf(changed), u"wrong"_s);
    QVERIFY(congvanctl::put(path(u"bọc.edxml"_s), QByteArray(m_signed).replace("URI=\"\"", "URI=\"#x\"")));
    const Outcome wrapped = check(path(u"bọc.edxml"_s));
    QCOMPARE(wrapped.exitCode, 65);
    QCOMPARE(wrapped.json()[u"error"_s].toString(), u"packet-signature-not-whole"_s);
}

void TestPacketCommand::aWrongPinSignsNothing() {
    const Outcome refused = sign(path(u"gói.edxml"_s), path(u"không.edxml"_s), path(u"sai"_s));
    QVERIFY(refused.exitCode != 0);
    QVERIFY(!QFile::exists(path(u"không.edxml"_s)));
}

void TestPacketCommand::aPacketGoesThroughAFolder() {
    const QString ours = folderProfile(u"ta.json"_s, u"đường/đi"_s, u"đường/đến"_s);
    const QString theirs = folderProfile(u"họ.json"_s, u"đường/đến"_s, u"đường/đi"_s);
    const Outcome sent = exchange({u"send"_s, path(u"gói.edxml"_s)}, ours, path(u"sổ ta"_s));
    QVERIFY2(sent.exitCode == 0, qPrintable(sent.out + sent.err));
    QCOMPARE(sent.json()[u"state"_s].toString(), u"done"_s);
    const Outcome received = exchange({u"receive"_s}, theirs, path(u"sổ họ"_s));
    QVERIFY2(received.exitCode == 0, qPrintable(received.out + received.err));
    QCOMPARE(received.json()[u"stored"_s].toInt(), 1);
    QCOMPARE(received.json()[u"acknowledged"_s].toInt(), 1);
    const QDir in(received.json()[u"folder"_s].toString());
    QCOMPARE(in.entryList(QDir::Files).size(), 1);
    QCOMPARE(samples::readFile(in.filePath(in.entryList(QDir::Files).first())),
             samples::readFile(path(u"gói.edxml"_s)));
    // Once: neither is sent again nor stored again.
    QCOMPARE(exchange({u"send"_s, path(u"gói.edxml"_s)}, ours, path(u"sổ ta"_s)).exitCode, 0);
    QCOMPARE(QDir(path(u"đường/đi"_s)).entryList(QDir::Files), QStringList());
    QCOMPARE(exchange({u"receive"_s}, theirs, path(u"sổ họ"_s)).json()[u"listed"_s].toInt(), 0);
    // What is no packet is not owed to anybody.
    const Outcome none = exchange({u"send"_s, path(u"pin"_s)}, ours, path(u"sổ ta"_s));
    QCOMPARE(none.exitCode, 65);
    QVERIFY(run({u"packet"_s, u"send"_s, u"--help"_s}).out.contains(u"--server"_s));
}

void TestPacketCommand::whatIsUncertainIsSettledByAPerson() {
    const QString profile = folderProfile(u"ta.json"_s, u"đường hai/đi"_s, u"đường hai/đến"_s);
    const QString folder = path(u"sổ hai"_s);
    const Outcome sent = exchange({u"send"_s, path(u"gói.edxml"_s)}, profile, folder);
    QCOMPARE(sent.exitCode, 0);
    const QString id = sent.json()[u"id"_s].toString();
    // As if the computer had stopped behind the sending, and the other program had taken the file.
    QByteArray journal = samples::readFile(folder + u"/journal.json"_s);
    QVERIFY(journal.contains("\"state\":2"));
    QVERIFY(congvanctl::put(folder + u"/journal.json"_s, journal.replace("\"state\":2", "\"state\":1")));
    QVERIFY(QDir(path(u"đường hai"_s)).removeRecursively());
    const Outcome uncertain = exchange({u"send"_s, path(u"gói.edxml"_s)}, profile, folder);
    QCOMPARE(uncertain.exitCode, 65);
    QCOMPARE(uncertain.json()[u"error"_s].toString(), u"packet-send-uncertain"_s);
    QCOMPARE(exchange({u"send"_s, path(u"gói.edxml"_s)}, profile, folder).exitCode, 65); // never alone
    QCOMPARE(QDir(path(u"đường hai/đi"_s)).entryList(QDir::Files), QStringList());
    const QStringList settle{u"packet"_s, u"settle"_s, id, u"--folder"_s, folder, u"--json"_s};
    QCOMPARE(run(settle).json()[u"error"_s].toString(), u"option-missing"_s);
    QCOMPARE(run(settle + QStringList{u"--again"_s}).json()[u"state"_s].toString(), u"planned"_s);
    QCOMPARE(exchange({u"send"_s, path(u"gói.edxml"_s)}, profile, folder).exitCode, 0);
    QCOMPARE(QDir(path(u"đường hai/đi"_s)).entryList(QDir::Files).size(), 1);
}

void TestPacketCommand::profilesAreReadStrictly_data() {
    QTest::addColumn<QByteArray>("profile");
    QTest::addColumn<QString>("code");
    const QByteArray axis = "{\"kind\":\"axis\",\"url\":\"http://127.0.0.1:1/x\",\"systemId\":\"H99\",";
    QTest::newRow("good") << axis + "\"secretFile\":\"kín\",\"switches\":{\"sdkHash\":true}}"
                          << u"server-unreachable"_s;
    QTest::newRow("switch that is not known")
        << axis + "\"secretFile\":\"kín\",\"switches\":{\"sdkhash\":true}}" << u"packet-profile-wrong"_s;
    QTest::newRow("switch of another type")
        << axis + "\"secretFile\":\"kín\",\"switches\":{\"sdkHash\":1}}" << u"packet-profile-wrong"_s;
    QTest::newRow("number too large") << axis + "\"secretFile\":\"kín\",\"lookBackDays\":9999}"
                                      << u"packet-profile-wrong"_s;
    QTest::newRow("secret itself") << axis + "\"secret\":\"abc\"}" << u"packet-profile-wrong"_s;
    QTest::newRow("secret open to all") << axis + "\"secretFile\":\"hở\"}" << u"packet-secret-open"_s;
    QTest::newRow("no secret") << axis + "\"secretFile\":\"không có\"}" << u"packet-secret-unreadable"_s;
    QTest::newRow("no kind") << QByteArray("{}") << u"packet-profile-wrong"_s;
    QTest::newRow("no JSON") << QByteArray("kind=axis") << u"packet-profile-wrong"_s;
    QTest::newRow("provincial") << QByteArray("{\"kind\":\"provincial\",\"url\":\"http://127.0.0.1:1\",\"user\":\"u\","
                                              "\"passwordFile\":\"kín\",\"systemId\":\"S\",\"secretKeyFile\":\"chìa\"}")
                                << u"server-unreachable"_s;
    QTest::newRow("key that no header carries")
        << QByteArray("{\"kind\":\"provincial\",\"url\":\"http://127.0.0.1:1\",\"user\":\"u\","
                      "\"passwordFile\":\"kín\",\"systemId\":\"S\",\"secretKeyFile\":\"kín\"}")
        << u"packet-profile-wrong"_s;
    QTest::newRow("plain http far away") << QByteArray(axis).replace("127.0.0.1:1", "192.0.2.1") +
                                                "\"secretFile\":\"kín\"}"
                                         << u"address-refused"_s;
}

void TestPacketCommand::profilesAreReadStrictly() {
    QFETCH(QByteArray, profile);
    QFETCH(QString, code);
    QVERIFY(congvanctl::put(path(u"kín"_s), "bí mật\n") && congvanctl::put(path(u"hở"_s), "bí mật\n"));
    QVERIFY(QFile::setPermissions(path(u"kín"_s), QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(congvanctl::put(path(u"chìa"_s), "key-1\n"));
    QVERIFY(QFile::setPermissions(path(u"chìa"_s), QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(QFile::setPermissions(path(u"hở"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(congvanctl::put(path(u"máy chủ.json"_s), profile));
    const Outcome outcome = exchange({u"send"_s, path(u"gói.edxml"_s)}, path(u"máy chủ.json"_s),
                                     path(u"sổ "_s + QString::fromLatin1(QTest::currentDataTag())));
    QCOMPARE(outcome.json()[u"error"_s].toString(), code);
    QVERIFY(!outcome.out.contains(u"bí mật"_s) && !outcome.err.contains(u"bí mật"_s));
}

QTEST_GUILESS_MAIN(TestPacketCommand)
#include "test_packetcommand.moc"
