// SPDX-License-Identifier: GPL-3.0-or-later
// `congvanctl packet` from outside: a packet is signed, judged, changed and attacked.
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "tests/exchange/hub/samples.h"
#include "tests/support/congvanctl.h"

#include <QDir>
#include <QJsonArray>
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

QTEST_GUILESS_MAIN(TestPacketCommand)
#include "test_packetcommand.moc"
