// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/hubserver.h"
#include "exchange/hub/store_sqlite/sqlitestore.h"
#include "tests/exchange/hub/rawline.h"
#include "tests/exchange/hub/samples.h"
#include "tests/world/hubfixture.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray version = "Tus-Resumable: 1.0.0\r\n";
const QByteArray partType = "Content-Type: application/offset+octet-stream\r\n";

QByteArray metadata(const QByteArray& bytes) {
    return "Upload-Metadata: filename " + QByteArray("công văn.pdf").toBase64() + ",sha256 " +
           exchange::sha256Hex(bytes).toBase64() + ",empty\r\n";
}

QByteArray lengthLine(qint64 length) {
    return "Upload-Length: " + QByteArray::number(length) + "\r\n";
}

QByteArray offsetLine(qint64 offset) {
    return "Upload-Offset: " + QByteArray::number(offset) + "\r\n";
}

} // namespace

/// Uploads by tus 1.0 as any client may write them, and downloads of parts, by raw lines.
class TestUploads : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<world::HubFixture> m_hub;
    QTemporaryDir m_folder;
    qint64 m_clockOffset = 0;
    const QString m_clerk = u"H99.01/clerk"_s;

    int port() const { return m_hub->directUrl().port(); }
    raw::Answer ask(raw::Call call, const QString& who = u"H99.01/clerk"_s) {
        call.clockOffset = m_clockOffset;
        return raw::ask(port(), raw::requestText(m_hub->account(who), call));
    }
    raw::Answer create(const QByteArray& bytes) {
        return ask({.method = "POST",
                    .path = "/office/v1/uploads",
                    .extra = version + lengthLine(bytes.size()) + metadata(bytes)});
    }
    raw::Answer patch(const QByteArray& place, qint64 offset, const QByteArray& bytes, const QByteArray& extra = {}) {
        return ask({.method = "PATCH",
                    .path = place,
                    .body = bytes,
                    .extra = version + partType + offsetLine(offset) + extra});
    }
    raw::Answer head(const QByteArray& place) { return ask({.method = "HEAD", .path = place, .extra = version}); }

    /// A content in a stream of the office: its hash.
    QByteArray storedContent(const QByteArray& bytes) {
        const QByteArray known = exchange::sha256Hex(bytes);
        if (m_hub->client(m_clerk)->messages(u"case/H99.01/1"_s, 1, 1)) {
            return known;
        }
        const QString path = m_folder.filePath(u"nội dung"_s);
        const QByteArray sha256 = samples::writeFile(path, bytes);
        auto client = m_hub->client(m_clerk);
        exchange::Append citing = samples::append(u"case/H99.01/1"_s, 1, {u"H99.01"_s});
        citing.cites = {sha256};
        return client->upload(path, sha256) && client->append(citing) ? sha256 : QByteArray();
    }

private slots:
    void initTestCase() {
        hub::HubOptions options;
        options.clock = [this] { return QDateTime::currentDateTimeUtc().addSecs(m_clockOffset); };
        m_hub = std::make_unique<world::HubFixture>(options);
        m_hub->addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        m_hub->addOffice(u"H99.02"_s, u"Sở Thử"_s);
    }

    void cleanup() { m_clockOffset = 0; }
    void cleanupTestCase() { m_hub.reset(); }

    void whatIsOfferedIsTold() {
        // tus: OPTIONS needs no Tus-Resumable; it needs no account here either.
        for (const QByteArray& path : {"/office/v1/uploads"_ba, "/office/v1/uploads/abc"_ba}) {
            const raw::Answer answer =
                raw::ask(port(), "OPTIONS " + path + " HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n");
            QCOMPARE(answer.status, 204);
            QCOMPARE(answer.header("Tus-Version"), "1.0.0"_ba);
            QCOMPARE(answer.header("Tus-Resumable"), "1.0.0"_ba);
            QCOMPARE(answer.header("Tus-Extension"), "creation,expiration,checksum,termination"_ba);
            QCOMPARE(answer.header("Tus-Checksum-Algorithm"), "sha1,sha256"_ba);
            QCOMPARE(answer.header("Tus-Max-Size").toLongLong(), hub::HubLimits().contentBytes);
        }
    }

    void anUploadInParts() {
        const QByteArray bytes = "nội dung của văn bản";
        const raw::Answer created = create(bytes);
        QCOMPARE(created.status, 201);
        QCOMPARE(created.header("Tus-Resumable"), "1.0.0"_ba);
        QVERIFY(created.header("Upload-Expires").endsWith(" GMT"));
        const QByteArray place = created.header("Location");
        QVERIFY(place.startsWith("/office/v1/uploads/"));

        raw::Answer stands = head(place);
        QCOMPARE(stands.status, 200);
        QCOMPARE(stands.header("Upload-Offset"), "0"_ba);
        QCOMPARE(stands.header("Upload-Length").toLongLong(), bytes.size());
        QCOMPARE(stands.header("Cache-Control"), "no-store"_ba);
        QVERIFY(stands.body.isEmpty());

        const raw::Answer first = patch(place, 0, bytes.left(7));
        QCOMPARE(first.status, 204);
        QCOMPARE(first.header("Upload-Offset"), "7"_ba);
        QCOMPARE(first.header("Tus-Resumable"), "1.0.0"_ba);
        QVERIFY(first.header("Upload-Expires").endsWith(" GMT"));
        QVERIFY(first.body.isEmpty());
        QCOMPARE(head(place).header("Upload-Offset"), "7"_ba);
        QCOMPARE(patch(place, 0, bytes.left(7)).code(), u"upload-offset-wrong"_s);
        QCOMPARE(patch(place, 7, bytes + "quá dài").code(), u"upload-offset-wrong"_s);
        QCOMPARE(patch(place, 7, bytes.mid(7)).status, 204);
        // The standard wants the offset of a finished upload, too.
        stands = head(place);
        QCOMPARE(stands.header("Upload-Offset").toLongLong(), bytes.size());
        QCOMPARE(patch(place, bytes.size(), "").status, 204);

        // It is content now, of this account.
        exchange::Append citing = samples::append(u"case/H99.01/2"_s, 1, {u"H99.01"_s});
        citing.cites = {exchange::sha256Hex(bytes)};
        QVERIFY(m_hub->client(m_clerk)->append(citing).has_value());
        const QByteArray again = create(bytes).header("Location");
        QCOMPARE(again, place);
    }

    /// The hub died behind the last part, before or after it had looked at the whole: a client that only asks where the
    /// upload stands comes to the end of it.
    void anUploadThatWasCutAtItsEnd_data() {
        QTest::addColumn<bool>("isContent");
        QTest::newRow("all bytes are here") << false;
        QTest::newRow("they became content") << true;
    }

    void anUploadThatWasCutAtItsEnd() {
        QFETCH(bool, isContent);
        const QByteArray bytes = isContent ? "thành nội dung" : "chưa thành nội dung";
        const QByteArray sha256 = exchange::sha256Hex(bytes);
        const QByteArray place = create(bytes).header("Location");
        const QByteArray id = place.mid(place.lastIndexOf('/') + 1);
        QCOMPARE(patch(place, 0, bytes.left(4)).status, 204);
        // What the last part leaves on the disk before its end is noted.
        const QString uploads = m_hub->dataFolder() + u"/uploads/"_s + QString::fromLatin1(id);
        const QString content = m_hub->dataFolder() + u"/content/"_s + QString::fromLatin1(sha256.left(2));
        QVERIFY(QDir().mkpath(content));
        samples::writeFile(uploads, bytes);
        if (isContent) {
            QVERIFY(QFile::rename(uploads, content + u'/' + QString::fromLatin1(sha256)));
        }
        {
            const auto store = hub::SqliteStore::open(m_hub->dataFolder() + u"/hub.sqlite"_s, false);
            QVERIFY(store.has_value());
            const auto noted = (*store)->write([&](hub::StoreSession& session) -> hub::Result<void> {
                session.putUpload({id, m_clerk, sha256, bytes.size(), bytes.size()});
                return {};
            });
            QVERIFY(noted.has_value());
        }
        // By the standard: HEAD, then PATCH from there while something is missing.
        qint64 offset = head(place).header("Upload-Offset").toLongLong();
        QCOMPARE(offset, isContent ? 0 : bytes.size());
        if (offset < bytes.size()) {
            QCOMPARE(patch(place, offset, bytes.mid(offset)).status, 204);
            offset = head(place).header("Upload-Offset").toLongLong();
        }
        QCOMPARE(offset, bytes.size());
        exchange::Append citing = samples::append(u"case/H99.01/%1"_s.arg(isContent ? 8 : 9), 1, {u"H99.01"_s});
        citing.cites = {sha256};
        QVERIFY(m_hub->client(m_clerk)->append(citing).has_value());
    }

    void emptyUploadsAreComplete() {
        const raw::Answer created = create("");
        QCOMPARE(created.status, 201);
        exchange::Append citing = samples::append(u"case/H99.01/3"_s, 1, {u"H99.01"_s});
        citing.cites = {exchange::sha256Hex("")};
        QVERIFY(m_hub->client(m_clerk)->append(citing).has_value());
    }

    void creationsThatAreRefused_data() {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("status");
        const QByteArray bytes = "x";
        QTest::newRow("right") << version + lengthLine(1) + metadata(bytes) << 201;
        QTest::newRow("no version") << lengthLine(1) + metadata(bytes) << 412;
        QTest::newRow("another version") << "Tus-Resumable: 0.2.2\r\n" + lengthLine(1) + metadata(bytes) << 412;
        QTest::newRow("no length") << version + metadata(bytes) << 400;
        QTest::newRow("a length told later") << version + "Upload-Defer-Length: 1\r\n" + metadata(bytes) << 400;
        QTest::newRow("a negative length") << version + "Upload-Length: -1\r\n" + metadata(bytes) << 400;
        QTest::newRow("a huge length") << version + "Upload-Length: 99999999999999999999\r\n" + metadata(bytes) << 400;
        QTest::newRow("too large") << version + lengthLine(hub::HubLimits().contentBytes + 1) + metadata(bytes) << 413;
        QTest::newRow("no hash") << version + lengthLine(1) << 400;
        QTest::newRow("no base64") << version + lengthLine(1) + "Upload-Metadata: sha256 ***\r\n" << 400;
        QTest::newRow("hash twice") << version + lengthLine(1) + metadata(bytes).chopped(2) + ",sha256 eA==\r\n" << 400;
    }

    void creationsThatAreRefused() {
        QFETCH(QByteArray, lines);
        QFETCH(int, status);
        const raw::Answer answer = ask({.method = "POST", .path = "/office/v1/uploads", .extra = lines});
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.header("Tus-Resumable"), "1.0.0"_ba);
        QCOMPARE(!answer.header("Tus-Version").isNull(), status == 412);
        QVERIFY(status == 201 || answer.header("Location").isNull());
    }

    void partsThatAreRefused_data() {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("status");
        QTest::newRow("right") << version + partType + offsetLine(0) << 204;
        QTest::newRow("no version") << partType + offsetLine(0) << 412;
        QTest::newRow("another version") << "Tus-Resumable: 2.0.0\r\n" + partType + offsetLine(0) << 412;
        QTest::newRow("another type") << version + offsetLine(0) + "Content-Type: application/octet-stream\r\n" << 415;
        QTest::newRow("no type") << version + offsetLine(0) << 415;
        QTest::newRow("no offset") << version + partType << 400;
        QTest::newRow("a strange offset") << version + partType + "Upload-Offset: 0x0\r\n" << 400;
        QTest::newRow("another offset") << version + partType + offsetLine(1) << 409;
        const QByteArray sha1 = QCryptographicHash::hash("part", QCryptographicHash::Sha1).toBase64();
        QTest::newRow("right checksum") << version + partType + offsetLine(0) + "Upload-Checksum: sha1 " + sha1 + "\r\n"
                                        << 204;
        QTest::newRow("wrong checksum") << version + partType + offsetLine(0) + "Upload-Checksum: sha256 " +
                                               QByteArray(32, 'x').toBase64() + "\r\n"
                                        << 460;
        QTest::newRow("unknown checksum") << version + partType + offsetLine(0) + "Upload-Checksum: crc32 AAAAAA==\r\n"
                                          << 400;
    }

    void partsThatAreRefused() {
        QFETCH(QByteArray, lines);
        QFETCH(int, status);
        const QByteArray place = create(QByteArray("part and more, ") + QTest::currentDataTag()).header("Location");
        const raw::Answer answer = ask({.method = "PATCH", .path = place, .body = "part", .extra = lines});
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.header("Tus-Resumable"), "1.0.0"_ba);
        // Nothing of a refused part is kept.
        QCOMPARE(head(place).header("Upload-Offset"), status == 204 ? "4"_ba : "0"_ba);
    }

    void anUploadIsTheAccountsOwnAndCanBeEnded() {
        const QByteArray place = create("abc").header("Location");
        const raw::Call foreign{.method = "HEAD", .path = place, .extra = version};
        QCOMPARE(ask(foreign, u"H99.02/clerk"_s).status, 404);
        QVERIFY(ask(foreign, u"H99.02/clerk"_s).header("Upload-Offset").isNull());
        const raw::Call end{.method = "DELETE", .path = place, .extra = version};
        QCOMPARE(ask(end, u"H99.02/clerk"_s).status, 404);
        QCOMPARE(ask({.method = "DELETE", .path = place}).status, 412);
        QCOMPARE(patch(place, 0, "a").status, 204);
        QCOMPARE(ask(end).status, 204);
        QCOMPARE(head(place).status, 404);
        QCOMPARE(ask({.method = "DELETE", .path = place, .extra = version}).code(), u"upload-unknown"_s);
        QVERIFY(create("abc").header("Location") != place);
    }

    void anUploadExpires() {
        const QByteArray place = create("hết hạn").header("Location");
        m_clockOffset = hub::HubLimits().uploadSeconds - 60;
        QCOMPARE(patch(place, 0, "a").status, 204);
        m_clockOffset = hub::HubLimits().uploadSeconds + 60;
        QCOMPARE(patch(place, 1, "b").code(), u"upload-expired"_s);
        QCOMPARE(head(place).status, 410);
        // It begins again, elsewhere.
        const raw::Answer again = create("hết hạn");
        QVERIFY(again.header("Location") != place);
        QCOMPARE(head(again.header("Location")).header("Upload-Offset"), "0"_ba);
    }

    void aMethodCanBeNamedInAHeader() {
        const QByteArray place = create("đổi lệnh").header("Location");
        const raw::Call part{.method = "POST",
                             .path = place,
                             .body = "ab",
                             .signedMethod = "PATCH",
                             .extra = version + partType + offsetLine(0) + "X-HTTP-Method-Override: PATCH\r\n"};
        QCOMPARE(ask(part).status, 204);
        // Whoever changes the header on its way has no signature for it.
        raw::Call changed = part;
        changed.signedMethod = "PATCH";
        changed.body.clear();
        changed.nonce = exchange::randomHex(16);
        changed.extra = version + "X-HTTP-Method-Override: DELETE\r\n";
        QCOMPARE(ask(changed).code(), u"auth-failed"_s);
        QCOMPARE(head(place).header("Upload-Offset"), "2"_ba);
    }

    void partsOfAContent_data() {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QByteArray>("body");
        const QByteArray tag = "\"" + exchange::sha256Hex("0123456789") + "\"";
        QTest::newRow("whole") << QByteArray() << 200 << QByteArray() << "0123456789"_ba;
        QTest::newRow("middle") << "Range: bytes=2-5\r\n"_ba << 206 << "bytes 2-5/10"_ba << "2345"_ba;
        QTest::newRow("open") << "Range: bytes=7-\r\n"_ba << 206 << "bytes 7-9/10"_ba << "789"_ba;
        QTest::newRow("suffix") << "Range: bytes=-3\r\n"_ba << 206 << "bytes 7-9/10"_ba << "789"_ba;
        QTest::newRow("long suffix") << "Range: bytes=-30\r\n"_ba << 206 << "bytes 0-9/10"_ba << "0123456789"_ba;
        QTest::newRow("beyond") << "Range: bytes=8-100\r\n"_ba << 206 << "bytes 8-9/10"_ba << "89"_ba;
        QTest::newRow("behind") << "Range: bytes=10-\r\n"_ba << 416 << "bytes */10"_ba << QByteArray();
        QTest::newRow("suffix of nothing") << "Range: bytes=-0\r\n"_ba << 416 << "bytes */10"_ba << QByteArray();
        QTest::newRow("several") << "Range: bytes=0-1,4-5\r\n"_ba << 200 << QByteArray() << "0123456789"_ba;
        QTest::newRow("backwards") << "Range: bytes=5-2\r\n"_ba << 200 << QByteArray() << "0123456789"_ba;
        QTest::newRow("another unit") << "Range: lines=1-2\r\n"_ba << 200 << QByteArray() << "0123456789"_ba;
        QTest::newRow("if the same") << "Range: bytes=7-\r\nIf-Range: " + tag + "\r\n"
                                     << 206 << "bytes 7-9/10"_ba
                                     << "789"_ba;
        QTest::newRow("if another") << "Range: bytes=7-\r\nIf-Range: \"other\"\r\n"_ba << 200 << QByteArray()
                                    << "0123456789"_ba;
        QTest::newRow("if weak") << "Range: bytes=7-\r\nIf-Range: W/" + tag + "\r\n"
                                 << 200 << QByteArray() << "0123456789"_ba;
    }

    void partsOfAContent() {
        QFETCH(QByteArray, lines);
        QFETCH(int, status);
        QFETCH(QByteArray, place);
        QFETCH(QByteArray, body);
        const QByteArray sha256 = storedContent("0123456789");
        const raw::Answer answer =
            ask({.path = "/office/v1/content/" + sha256 + "?stream=case%2FH99.01%2F1", .extra = lines});
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.header("Content-Range"), place);
        if (status == 416) {
            QCOMPARE(answer.code(), u"range-wrong"_s);
        } else {
            QCOMPARE(answer.body, body);
            QCOMPARE(answer.header("ETag"), "\"" + sha256 + "\"");
            QCOMPARE(answer.header("Accept-Ranges"), "bytes"_ba);
        }
    }
};

QTEST_GUILESS_MAIN(TestUploads)
#include "test_uploads.moc"
