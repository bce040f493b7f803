// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/clientaddress.h"
#include "exchange/hub/core/ratelimit.h"
#include "exchange/hub/http/headerfields.h"
#include "exchange/hub/http/longpolls.h"
#include "exchange/hub/http/multipart.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Part {
    hub::PartHead head;
    QByteArray bytes;
    bool whole = false;
};

/// Reads a form in pieces of `step` bytes; the code that refused it, or "read".
QString readForm(const QByteArray& body, qsizetype step, QList<Part>& parts, const hub::MultipartLimits& limits = {}) {
    parts.clear();
    hub::MultipartEvents events;
    events.begin = [&](const hub::PartHead& head) -> hub::Result<void> {
        parts.append({head, {}, false});
        return {};
    };
    events.bytes = [&](QByteArrayView bytes) -> hub::Result<void> {
        parts.last().bytes.append(bytes);
        return {};
    };
    events.end = [&]() -> hub::Result<void> {
        parts.last().whole = true;
        return {};
    };
    hub::MultipartReader reader("ranh", limits, events);
    for (qsizetype at = 0; at < body.size(); at += step) {
        if (const auto taken = reader.take(QByteArrayView(body).sliced(at, std::min(step, body.size() - at))); !taken) {
            return taken.error().code;
        }
    }
    const auto finished = reader.finish();
    return finished ? u"read"_s : finished.error().code;
}

QByteArray part(const QByteArray& disposition, const QByteArray& content, const QByteArray& more = {}) {
    return "--ranh\r\nContent-Disposition: " + disposition + "\r\n" + more + "\r\n" + content + "\r\n";
}

} // namespace

/// The pure readers under the hub's HTTP: what is taken, and with what code the rest is refused.
class TestHttpParsers : public QObject {
    Q_OBJECT

private slots:
    void aFormIsReadInPiecesOfAnySize() {
        // A content that holds line ends, hyphens and the beginning of a delimiter.
        const QByteArray content = "\r\n--ran\r\n--\r\n\0--ranh\r--ranx\r\n"_ba + QByteArray(1, '\0');
        const QByteArray body =
            part("form-data; name=\"messageType\"", "EDOC") +
            part("form-data; name=file; filename=\"công văn \\\"số 7\\\".edxml\"", content,
                 "Content-Type: Text/XML; charset=UTF-8\r\nContent-Transfer-Encoding: binary\r\nX-Other: 1\r\n") +
            part("FORM-DATA; name=\"empty\"", "") + "--ranh--\r\n";
        for (const qsizetype step : {qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(7), body.size()}) {
            QList<Part> parts;
            QCOMPARE(readForm(body, step, parts), u"read"_s);
            QCOMPARE(parts.size(), 3);
            QVERIFY(std::ranges::all_of(parts, &Part::whole));
            QCOMPARE(parts[0].head.name, "messageType"_ba);
            QCOMPARE(parts[0].bytes, "EDOC"_ba);
            QVERIFY(!parts[0].head.isFile);
            QCOMPARE(parts[1].head.fileName, QByteArray("công văn \"số 7\".edxml"));
            QCOMPARE(parts[1].head.contentType, "text/xml; charset=utf-8"_ba);
            QCOMPARE(parts[1].head.lines.last(), std::pair("x-other"_ba, "1"_ba));
            QCOMPARE(parts[1].bytes, content);
            QVERIFY(parts[2].bytes.isEmpty());
        }
    }

    void formsThatAreRefused_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        const QString bad = u"multipart-malformed"_s;
        const QByteArray good = part("form-data; name=a", "1");
        QTest::newRow("right") << good + "--ranh--" << u"read"_s;
        QTest::newRow("padded delimiter") << "--ranh \t\r\n" + good.sliced(8) + "--ranh--\r\n" << u"read"_s;
        QTest::newRow("no empty line before an empty part's end")
            << QByteArray("--ranh\r\nContent-Disposition: form-data; name=a\r\n\r\n--ranh--") << u"read"_s;
        QTest::newRow("nothing") << QByteArray() << bad;
        QTest::newRow("text before") << "preamble\r\n" + good + "--ranh--" << bad;
        QTest::newRow("text behind") << good + "--ranh--\r\nepilogue" << bad;
        QTest::newRow("no end") << good << bad;
        QTest::newRow("half an end") << good + "--ranh-" << bad;
        QTest::newRow("delimiter with a tail") << good + "--ranhx\r\n\r\n--ranh--" << bad;
        QTest::newRow("bare line feeds") << QByteArray("--ranh\nContent-Disposition: form-data; name=a\n\n1\n--ranh--")
                                         << bad;
        QTest::newRow("folded line") << part("form-data;\r\n name=a", "1") + "--ranh--" << bad;
        QTest::newRow("no name") << part("form-data", "1") + "--ranh--" << bad;
        QTest::newRow("empty name") << part("form-data; name=\"\"", "1") + "--ranh--" << bad;
        QTest::newRow("name twice") << part("form-data; name=a; name=b", "1") + "--ranh--" << bad;
        QTest::newRow("disposition twice")
            << part("form-data; name=a", "1", "content-disposition: form-data; name=b\r\n") + "--ranh--" << bad;
        QTest::newRow("another disposition") << part("attachment; name=a", "1") + "--ranh--" << bad;
        QTest::newRow("open quote") << part("form-data; name=\"a", "1") + "--ranh--" << bad;
        QTest::newRow("blank before the colon")
            << QByteArray("--ranh\r\nContent-Disposition : form-data; name=a\r\n\r\n1\r\n--ranh--") << bad;
        QTest::newRow("NUL in a head") << part("form-data; name=a" + QByteArray(1, '\0'), "1") + "--ranh--" << bad;
        QTest::newRow("base64") << part("form-data; name=a", "MQ==", "Content-Transfer-Encoding: base64\r\n") +
                                       "--ranh--"
                                << bad;
        QTest::newRow("a long line") << part("form-data; name=a", "1", "X: " + QByteArray(9000, 'x') + "\r\n") +
                                            "--ranh--"
                                     << u"too-large"_s;
        QTest::newRow("a line without end") << "--ranh\r\n" + QByteArray(9000, 'x') << u"too-large"_s;
        QTest::newRow("many lines") << part("form-data; name=a", "1", QByteArray("X: y\r\n").repeated(17)) + "--ranh--"
                                    << u"too-large"_s;
        QTest::newRow("many parts") << good.repeated(33) + "--ranh--" << u"too-large"_s;
        QTest::newRow("a large part") << part("form-data; name=a", QByteArray(3001, 'x')) + "--ranh--"
                                      << u"too-large"_s;
        QTest::newRow("a large form") << part("form-data; name=a", QByteArray(2900, 'x')).repeated(12) + "--ranh--"
                                      << u"too-large"_s;
    }

    void formsThatAreRefused() {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        hub::MultipartLimits limits;
        limits.partBytes = 3000;
        limits.allBytes = 30'000;
        QList<Part> parts;
        QCOMPARE(readForm(body, 1, parts, limits), code);
        QCOMPARE(readForm(body, 4096, parts, limits), code);
    }

    void anErrorOfTheEventsEndsTheReading() {
        hub::MultipartEvents events;
        int pieces = 0;
        events.bytes = [&](QByteArrayView) -> hub::Result<void> {
            ++pieces;
            return std::unexpected(hub::Result<void>::error_type{u"hub-files-failed"_s, {}});
        };
        hub::MultipartReader reader("ranh", {}, events);
        const auto first = reader.take(part("form-data; name=a", "1") + "--ranh--");
        QCOMPARE(first.error().code, u"hub-files-failed"_s);
        QCOMPARE(reader.take("more").error().code, u"multipart-malformed"_s);
        QVERIFY(!reader.finish());
        QCOMPARE(pieces, 1);
    }

    void boundaries_data() {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("boundary");
        QTest::newRow("plain") << "multipart/form-data; boundary=abc"_ba << "abc"_ba;
        QTest::newRow("quoted") << "Multipart/Form-Data; charset=utf-8; Boundary=\"a b:c\""_ba << "a b:c"_ba;
        QTest::newRow("70") << "multipart/form-data; boundary="_ba + QByteArray(70, 'x') << QByteArray(70, 'x');
        QTest::newRow("71") << "multipart/form-data; boundary="_ba + QByteArray(71, 'x') << QByteArray();
        QTest::newRow("empty") << "multipart/form-data; boundary=\"\""_ba << QByteArray();
        QTest::newRow("blank at the end") << "multipart/form-data; boundary=\"a \""_ba << QByteArray();
        QTest::newRow("impossible") << "multipart/form-data; boundary=\"a\\\"b\""_ba << QByteArray();
        QTest::newRow("twice") << "multipart/form-data; boundary=a; boundary=b"_ba << QByteArray();
        QTest::newRow("missing") << "multipart/form-data"_ba << QByteArray();
        QTest::newRow("mixed") << "multipart/mixed; boundary=a"_ba << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }

    void boundaries() {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, boundary);
        const auto found = hub::multipartBoundary(header);
        QCOMPARE(found.value_or(QByteArray()), boundary);
        QVERIFY(found || found.error().code == u"multipart-malformed"_s);
    }

    void addresses() {
        QCOMPARE(hub::canonicalAddress("2001:DB8:0:0::7"), u"2001:db8::7"_s);
        QCOMPARE(hub::canonicalAddress(" ::ffff:192.0.2.1"), u"192.0.2.1"_s);
        for (const char* wrong : {"", "192.0.2", "192.0.2.1:80", "[2001:db8::7]", "fe80::1%eth0", "proxy"}) {
            QVERIFY2(hub::canonicalAddress(wrong).isEmpty(), wrong);
        }
        QCOMPARE(hub::addressKey(u"192.0.2.1"_s), u"192.0.2.1"_s);
        QCOMPARE(hub::addressKey(u"2001:db8:1:2:3::7"_s), hub::addressKey(u"2001:db8:1:2::1"_s));
        QVERIFY(hub::addressKey(u"2001:db8:1:2::7"_s) != hub::addressKey(u"2001:db8:1:3::7"_s));
        // Two proxies of ours in a row, then one that nobody vouches for.
        const QStringList proxies{u"127.0.0.1"_s, u"192.0.2.9"_s};
        QCOMPARE(hub::askingAddress(u"127.0.0.1"_s, "198.51.100.1, 203.0.113.5, 192.0.2.9", proxies), u"203.0.113.5"_s);
        QCOMPARE(hub::askingAddress(u"203.0.113.7"_s, "198.51.100.1", proxies), u"203.0.113.7"_s);
        QCOMPARE(hub::askingAddress(u"127.0.0.1"_s, "", proxies), u"127.0.0.1"_s);
        QCOMPARE(hub::askingAddress(u"127.0.0.1"_s, "203.0.113.5, x", proxies), u"127.0.0.1"_s);
    }

    void ratesFillUpWithTime() {
        double now = 100;
        hub::RateLimit limit({2, 4, 100, 1000}, [&now] { return now; });
        for (int i = 0; i < 4; ++i) {
            QVERIFY(limit.take(u"a"_s, 0));
        }
        QCOMPARE(limit.take(u"a"_s, 0).error().code, u"too-fast"_s);
        QCOMPARE(limit.take(u"a"_s, 0).error().detail, u"1"_s);
        QVERIFY(limit.take(u"b"_s, 0));
        now += 0.5;
        QVERIFY(limit.take(u"a"_s, 0));
        QVERIFY(!limit.take(u"a"_s, 0));
        now += 100;
        // A large body is possible, and owed for.
        QVERIFY(limit.take(u"a"_s, 5000));
        QVERIFY(limit.take(u"a"_s, 0));
        QCOMPARE(limit.take(u"a"_s, 1).error().detail, u"41"_s);
        now += 41;
        QVERIFY(limit.take(u"a"_s, 1));
        hub::RateLimit none({}, [&now] { return now; });
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(none.take(u"a"_s, 1 << 30));
        }
    }

    void newsWakeWhomTheyConcern() {
        using std::chrono::steady_clock;
        hub::LongPolls polls;
        QStringList woken;
        const auto wait = [&](const QString& name, const QStringList& mailboxes) {
            hub::LongPolls::Waiter waiter;
            waiter.mailboxes = mailboxes;
            waiter.deadline = steady_clock::now() + std::chrono::hours(1);
            waiter.wake = [&woken, name] { woken.append(name); };
            return polls.enter(std::move(waiter));
        };
        const auto first = wait(u"first"_s, {u"A"_s, u"B"_s});
        const auto second = wait(u"second"_s, {u"B"_s});
        const auto third = wait(u"third"_s, {u"C"_s});
        const auto late = wait(u"late"_s, {u"A"_s});
        QVERIFY(polls.sleep(first, [] {}) && polls.sleep(second, [] {}) && polls.sleep(third, [] {}));
        QCOMPARE(polls.sleeping(), 3);
        polls.tell({u"A"_s, u"X"_s});
        QCOMPARE(woken, QStringList{u"first"_s});
        QVERIFY(!polls.sleep(late, [] {})); // news came before it slept
        polls.leave(second);
        polls.tell({u"B"_s});
        QCOMPARE(woken, QStringList{u"first"_s});
        QCOMPARE(polls.sleeping(), 1);
        polls.end();
        QCOMPARE(woken, (QStringList{u"first"_s, u"third"_s}));
        QVERIFY(!polls.sleep(third, [] {}));
        polls.leave(first);
        polls.leave(third);
        polls.leave(late);
    }
};

QTEST_GUILESS_MAIN(TestHttpParsers)
#include "test_http_parsers.moc"
