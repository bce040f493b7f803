// SPDX-License-Identifier: GPL-3.0-or-later
// A packet that is kept without the attachments that lie beside it comes back byte for byte, or not at all.
#include "app/store/blobstore.h"
#include "app/store/cutcontent.h"
#include "app/store/packing.h"
#include "exchange/protocol/message.h"
#include "exchange/protocol/sha256.h"
#include "tests/world/office/codes.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;

namespace {

/// Bytes that no compression makes smaller and that look like nothing else.
QByteArray attachment(qsizetype size, int seed) {
    QByteArray bytes;
    for (QByteArray block = QByteArray::number(seed); bytes.size() < size;) {
        block = exchange::Sha256::hash(block);
        bytes += block;
    }
    bytes.truncate(size);
    return bytes;
}

QByteArray inLines(const QByteArray& bytes, qsizetype length, const QByteArray& lineBreak) {
    const QByteArray text = bytes.toBase64();
    QByteArray lines;
    for (qsizetype at = 0; at < text.size(); at += length) {
        lines += (at > 0 ? lineBreak : QByteArray()) + text.mid(at, length);
    }
    return lines;
}

QByteArray packetOf(const QByteArray& text) {
    return "<?xml version=\"1.0\"?><edXML><Subject>V/v th\xe1\xbb\xad</Subject><Attachment a=\"x>y\">" + text +
           "</Attachment><End>\r\n</End></edXML>\n";
}

qint64 bytesBelow(const QString& folder) {
    qint64 bytes = 0;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        bytes += QFileInfo(files.next()).size();
    }
    return bytes;
}

} // namespace

class TestCuts : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_blobs = std::make_unique<BlobStore>(BlobOptions{.folder = objects()});
    }

    void whatIsCutComesBack_data();
    void whatIsCutComesBack();
    void whatCannotComeBackIsNotCut_data();
    void whatCannotComeBackIsNotCut();
    void anAttachmentInAnotherFormStaysInTheCut();
    void aPacketComesOnceMore();
    void aLostAttachmentIsSaid();
    void aDamagedCutIsSaid_data();
    void aDamagedCutIsSaid();
    void whatStandsAroundIsPacked();
    void aCutFromBeforeIsRead();
    void aKillLeavesThePacket();
    void onlyTheAttachmentsThatAreHereAreCutOut();
    void aPacketMayHoldAnother();
    void whatIsNotDurableStaysWhole();
    void aCutThatNamesItselfEnds();

private:
    [[nodiscard]] QString objects() const { return m_folder->path() + u"/objects"_s; }
    [[nodiscard]] QString place(const QByteArray& sha256) const {
        return objects() + u'/' + QString::fromLatin1(sha256.left(2)) + u'/' + QString::fromLatin1(sha256.mid(2));
    }
    QByteArray kept(const QByteArray& bytes) { return m_blobs->put(bytes).value_or(QByteArray()); }
    QByteArray cutPacket(const QByteArray& bytes) {
        const QByteArray sha256 = kept(bytes);
        m_blobs->cut({sha256});
        return sha256;
    }
    static bool write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BlobStore> m_blobs;
};

void TestCuts::whatIsCutComesBack_data() {
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<qsizetype>("line");
    QTest::addColumn<QByteArray>("lineBreak");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray none;
    QTest::newRow("one line") << qsizetype(70'000) << qsizetype(1 << 30) << none << none << none;
    QTest::newRow("one line, padded once") << qsizetype(70'001) << qsizetype(1 << 30) << none << none << none;
    QTest::newRow("one line, padded twice") << qsizetype(69'999) << qsizetype(1 << 30) << none << none << none;
    QTest::newRow("lines of MIME") << qsizetype(200'000) << qsizetype(76) << QByteArray("\r\n") << none << none;
    QTest::newRow("lines of PEM") << qsizetype(200'003) << qsizetype(64) << QByteArray("\n") << none << none;
    QTest::newRow("last line full") << qsizetype(57 * 40) << qsizetype(76) << QByteArray("\n") << none << none;
    QTest::newRow("white space around") << qsizetype(200'001) << qsizetype(76) << QByteArray("\n")
                                        << QByteArray("\n\t\t  ") << QByteArray("\n      ");
    QTest::newRow("shortest lines") << qsizetype(3'000) << qsizetype(4) << QByteArray("\n") << none << none;
    QTest::newRow("one line and its end") << qsizetype(600) << qsizetype(1 << 30) << none << none << QByteArray("\r\n");
}

void TestCuts::whatIsCutComesBack() {
    QFETCH(const qsizetype, size);
    QFETCH(const qsizetype, line);
    QFETCH(const QByteArray, lineBreak);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const QByteArray file = attachment(size, 1);
    const QByteArray packet = packetOf(before + inLines(file, line, lineBreak) + after);
    kept(file);
    const qint64 bytesBefore = bytesBelow(objects());
    const QByteArray sha256 = cutPacket(packet);
    QVERIFY(!QFileInfo::exists(place(sha256)));
    QVERIFY2(bytesBelow(objects()) < bytesBefore + 1000, qPrintable(QString::number(bytesBelow(objects()))));
    QVERIFY(m_blobs->has(sha256));
    QCOMPARE(m_blobs->size(sha256), packet.size());
    QCOMPARE(m_blobs->bytes(sha256), Result<QByteArray>(packet));
    QCOMPARE(*m_blobs->path(sha256), *m_blobs->path(sha256));
    // What was put together for a reader is made again where it is gone.
    QVERIFY(QDir(objects() + u"/whole"_s).removeRecursively());
    QCOMPARE(m_blobs->bytes(sha256), Result<QByteArray>(packet));
}

void TestCuts::whatCannotComeBackIsNotCut_data() {
    QTest::addColumn<QByteArray>("text");
    const QByteArray file = attachment(6'000, 1);
    const QByteArray text = file.toBase64();
    QTest::newRow("lines of two lengths")
        << inLines(file.left(3'000), 76, "\n") + '\n' + inLines(file.mid(3'000), 64, "\n");
    QTest::newRow("two kinds of line ends") << text.left(76) + "\r\n" + text.mid(76, 76) + '\n' + text.mid(152);
    QTest::newRow("empty line") << text.left(76) + "\n\n" + text.mid(76, 76) + "\n\n" + text.mid(152);
    QTest::newRow("indented") << inLines(file, 76, "\n  ");
    QTest::newRow("references") << inLines(file, 76, "&#13;\n");
    QTest::newRow("lines of no whole groups") << inLines(file, 75, "\n");
    QTest::newRow("padding in the middle") << file.left(1'000).toBase64() + file.mid(1'000).toBase64();
    QTest::newRow("another alphabet") << file.toBase64(QByteArray::Base64UrlEncoding);
    QTest::newRow("without padding") << file.left(5'999).toBase64(QByteArray::OmitTrailingEquals);
    QTest::newRow("signs that mean nothing") << text.left(6) + "*" + text.mid(6);
    QTest::newRow("spare bits set") << file.left(1'000).toBase64().replace("==", QByteArray()).chopped(1) + "B==";
    QTest::newRow("short") << file.left(300).toBase64();
    QTest::newRow("white space without end") << text + QByteArray(500'000, ' ') + text;
}

void TestCuts::whatCannotComeBackIsNotCut() {
    QFETCH(const QByteArray, text);
    kept(attachment(6'000, 1));
    const QByteArray packet = packetOf(text);
    const QByteArray sha256 = cutPacket(packet);
    QVERIFY(QFileInfo::exists(place(sha256)));
    QCOMPARE(m_blobs->bytes(sha256), Result<QByteArray>(packet));
    QCOMPARE(QDir(QFileInfo(place(sha256)).path()).entryList({u"*.cut*"_s}), QStringList());
}

void TestCuts::anAttachmentInAnotherFormStaysInTheCut() {
    const QByteArray packet = packetOf(inLines(attachment(90'000, 7), 76, "\r\n"));
    const QByteArray sha256 = cutPacket(packet);
    QVERIFY(!QFileInfo::exists(place(sha256)));
    QVERIFY(bytesBelow(objects()) < 91'000);
    QCOMPARE(m_blobs->bytes(sha256), Result<QByteArray>(packet));
}

void TestCuts::aPacketComesOnceMore() {
    const QByteArray file = attachment(90'000, 1);
    kept(file);
    const QByteArray packet = packetOf(file.toBase64());
    const QByteArray sha256 = cutPacket(packet);
    const qint64 before = bytesBelow(objects());
    QVERIFY(m_blobs->putUnsettled(packet, sha256));
    QCOMPARE(m_blobs->put(packet), Result<QByteArray>(sha256));
    m_blobs->cut({sha256, sha256});
    QCOMPARE(bytesBelow(objects()), before);
}

void TestCuts::aLostAttachmentIsSaid() {
    const QByteArray file = attachment(90'000, 1);
    const QByteArray fileSha256 = kept(file);
    const QByteArray sha256 = cutPacket(packetOf(file.toBase64()));
    QByteArray other = file;
    other[5'000] = char(other[5'000] ^ 1);
    QVERIFY(write(place(fileSha256), other));
    QCOMPARE(codeOf(m_blobs->path(sha256)), u"content-damaged"_s);
    QVERIFY(write(place(fileSha256), file.left(80'000)));
    QCOMPARE(codeOf(m_blobs->bytes(sha256)), u"content-damaged"_s);
    QVERIFY(QFile::remove(place(fileSha256)));
    QCOMPARE(codeOf(m_blobs->path(sha256)), u"content-damaged"_s);
    QVERIFY(write(place(fileSha256), file));
    QVERIFY(m_blobs->path(sha256));
}

void TestCuts::aDamagedCutIsSaid_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray head = "congvan cut 1\n";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another form") << QByteArray("congvan cut 3\n[{\"size\":1}]\na");
    QTest::newRow("packed, but it is not") << QByteArray("congvan cut 2\n[{\"size\":1}]\na");
    QTest::newRow("packed, of other bytes") << "congvan cut 2\n" + packed("[{\"size\":3}]\nabc");
    QTest::newRow("packed without end") << "congvan cut 2\n" + packed(QByteArray(mostUnpacked() + 1, ' '));
    QTest::newRow("no list") << head + "{}\n";
    QTest::newRow("no end") << head + "[{\"size\":1}]";
    QTest::newRow("negative") << head + "[{\"size\":-1}]\n";
    QTest::newRow("enormous") << head + "[{\"size\":9223372036854775807}]\n";
    QTest::newRow("promises more than it has") << head + "[{\"size\":4000000000}]\nabc";
    QTest::newRow("lines of no length") << head + "[{\"inline\":true,\"size\":3,\"line\":1,\"break\":\"\\n\"}]\nabc";
    QTest::newRow("endless lines") << head +
                                          "[{\"inline\":true,\"size\":3,\"line\":2000000000,\"break\":\"\\n\"}]\nabc";
    QTest::newRow("a path for a hash") << head + "[{\"content\":\"../../../etc/passwd\",\"size\":100}]\n";
    QTest::newRow("other bytes") << head + "[{\"size\":3}]\nabc";
    QTest::newRow("too many") << head + '[' + QByteArray("{\"size\":0},").repeated(20'001) + "{\"size\":0}]\n";
}

void TestCuts::aDamagedCutIsSaid() {
    QFETCH(const QByteArray, bytes);
    const QByteArray file = attachment(90'000, 1);
    kept(file);
    const QByteArray sha256 = cutPacket(packetOf(file.toBase64()));
    QVERIFY(write(place(sha256) + u".cut"_s, bytes));
    QCOMPARE(codeOf(m_blobs->path(sha256)), u"content-damaged"_s);
    QVERIFY(!QFileInfo::exists(objects() + u"/whole/"_s + QString::fromLatin1(sha256)));
}

void TestCuts::whatStandsAroundIsPacked() {
    const QByteArray file = attachment(90'000, 1);
    kept(file);
    const auto cutOf = [&](const QByteArray& packet) {
        QFile cut(place(cutPacket(packet)) + u".cut"_s);
        return cut.open(QIODevice::ReadOnly) ? cut.readAll() : QByteArray();
    };
    const QByteArray lines = QByteArray("<To><OrganId>H99.01</OrganId></To>\n").repeated(100);
    const QByteArray small = cutOf(packetOf(file.toBase64() + "</A>" + lines + "<A>"));
    QVERIFY(small.startsWith("congvan cut 2\n"));
    QVERIFY2(small.size() < lines.size() / 5, qPrintable(QString::number(small.size())));
    // What is no envelope is not taken into memory.
    const QByteArray large = packetOf(file.toBase64() + "</A>" + lines.repeated(400) + "<A>");
    QVERIFY(cutOf(large).startsWith("congvan cut 1\n"));
    QCOMPARE(m_blobs->bytes(exchange::sha256Hex(large)), Result<QByteArray>(large));
}

void TestCuts::aCutFromBeforeIsRead() {
    const QByteArray file = attachment(90'000, 1);
    const QByteArray fileSha256 = kept(file);
    const QByteArray packet = packetOf(file.toBase64());
    const qsizetype before = packet.indexOf(file.toBase64());
    const qsizetype after = packet.size() - before - file.toBase64().size();
    const QByteArray sha256 = cutPacket(packet);
    const QByteArray description =
        "[{\"size\":" + QByteArray::number(before) + "},{\"content\":\"" + fileSha256 +
        "\",\"size\":90000,\"line\":0,\"break\":\"\"},{\"size\":" + QByteArray::number(after) + "}]\n";
    QVERIFY(
        write(place(sha256) + u".cut"_s, "congvan cut 1\n" + description + packet.first(before) + packet.last(after)));
    QCOMPARE(m_blobs->size(sha256), packet.size());
    QCOMPARE(m_blobs->bytes(sha256), Result<QByteArray>(packet));
}

void TestCuts::aKillLeavesThePacket() {
    const QByteArray file = attachment(90'000, 1);
    kept(file);
    const QByteArray packet = packetOf(file.toBase64());
    const QByteArray sha256 = kept(packet);
    // Killed while the cut was written, and after a power cut left it empty: the whole file is what counts.
    QVERIFY(write(place(sha256) + u".cut.1-1"_s, "congvan"));
    QVERIFY(write(place(sha256) + u".cut"_s, QByteArray()));
    QCOMPARE(m_blobs->size(sha256), packet.size());
    QCOMPARE(m_blobs->bytes(sha256), Result<QByteArray>(packet));
    m_blobs->cut({sha256});
    QVERIFY(!QFileInfo::exists(place(sha256)));
    QCOMPARE(m_blobs->bytes(sha256), Result<QByteArray>(packet));
}

void TestCuts::onlyTheAttachmentsThatAreHereAreCutOut() {
    const QByteArray here = attachment(50'000, 1);
    const QByteArray away = attachment(50'001, 2);
    kept(here);
    QByteArray packet = packetOf(here.toBase64() + "</A><A>" + away.toBase64() + "</A><A>" + here.toBase64());
    QBuffer device(&packet);
    QVERIFY(device.open(QIODevice::ReadOnly));
    const auto pieces = findPieces(device, [&](const QByteArray& sha256, qint64 size) {
        return sha256 == exchange::Sha256::hash(here).toHex() && size == here.size();
    });
    QVERIFY(pieces.has_value());
    QList<CutPiece::Kind> kinds;
    for (const CutPiece& piece : *pieces) {
        kinds.append(piece.kind);
    }
    using Kind = CutPiece::Kind;
    QCOMPARE(kinds, QList<Kind>({Kind::Plain, Kind::Content, Kind::Plain, Kind::Inline, Kind::Plain, Kind::Content,
                                 Kind::Plain}));
}

void TestCuts::aPacketMayHoldAnother() {
    const QByteArray file = attachment(90'000, 1);
    kept(file);
    const QByteArray inner = packetOf(file.toBase64());
    const QByteArray innerSha256 = kept(inner);
    const QByteArray outer = packetOf(inLines(inner, 76, "\r\n"));
    const QByteArray outerSha256 = kept(outer);
    m_blobs->cut({outerSha256});
    QVERIFY(!QFileInfo::exists(place(outerSha256)));
    m_blobs->cut({innerSha256});
    QVERIFY(!QFileInfo::exists(place(innerSha256)));
    QCOMPARE(m_blobs->bytes(outerSha256), Result<QByteArray>(outer));
    QCOMPARE(m_blobs->bytes(innerSha256), Result<QByteArray>(inner));
    // Both in one go, and a third around them.
    const QByteArray around = packetOf(outer.toBase64());
    const QByteArray aroundSha256 = kept(around);
    m_blobs->cut({innerSha256, outerSha256, aroundSha256});
    QCOMPARE(m_blobs->bytes(aroundSha256), Result<QByteArray>(around));
}

void TestCuts::whatIsNotDurableStaysWhole() {
    int asked = 0;
    bool isDurable = false;
    BlobStore blobs({.folder = objects(), .syncAll = [&](const QString&) {
                         ++asked;
                         return isDurable;
                     }});
    const QByteArray file = attachment(90'000, 1);
    kept(file);
    const QByteArray packet = packetOf(file.toBase64());
    const QByteArray sha256 = kept(packet);
    blobs.cut({sha256});
    QCOMPARE(asked, 1);
    QVERIFY(QFileInfo::exists(place(sha256)));
    isDurable = true;
    blobs.cut({sha256});
    QVERIFY(!QFileInfo::exists(place(sha256)));
    blobs.finishCuts({sha256}); // once more takes nothing away
    QCOMPARE(blobs.bytes(sha256), Result<QByteArray>(packet));
}

void TestCuts::aCutThatNamesItselfEnds() {
    const QByteArray file = attachment(90'000, 1);
    kept(file);
    const QByteArray packet = packetOf(file.toBase64());
    const QByteArray sha256 = cutPacket(packet);
    QVERIFY(write(place(sha256) + u".cut"_s,
                  "congvan cut 1\n[{\"content\":\"" + sha256 + "\",\"size\":90000,\"line\":0,\"break\":\"\"}]\n"));
    QCOMPARE(codeOf(m_blobs->path(sha256)), u"content-damaged"_s);
    // What comes once more takes the place of a cut that makes nothing.
    QVERIFY(m_blobs->putUnsettled(packet, sha256));
    QCOMPARE(m_blobs->bytes(sha256), Result<QByteArray>(packet));
}

QTEST_GUILESS_MAIN(TestCuts)
#include "test_cuts.moc"
