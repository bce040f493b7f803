// SPDX-License-Identifier: GPL-3.0-or-later
// The Document Security Store: what is written is read again, foreign ones are kept, hostile ones end.
#include "docsig/pdf/securitystore.h"
#include "tests/docsig/handmadepdf.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTest>

using namespace docsig::pdf;

namespace {

const QByteArray contents("30820000");

/// An item that compresses well, so that a test sees whether it was compressed.
QByteArray item(char letter) {
    return QByteArray(2000, letter);
}

VriEntry entryOf(const QByteArray& of, const QList<QByteArray>& certificates, const QList<QByteArray>& lists = {},
                 const QList<QByteArray>& responses = {}) {
    return {of, QDateTime({2026, 11, 25}, {9, 0}, Qt::UTC), certificates, lists, responses};
}

QByteArray added(const QByteArray& file, const QList<VriEntry>& entries) {
    const Document document = Document::open(file).value();
    IncrementalUpdate update(document);
    return addToSecurityStore(update, entries) ? update.write() : file;
}

SecurityStore storeIn(const QByteArray& file) {
    return securityStore(Document::open(file).value());
}

/// A file whose catalog says that about its store.
QByteArray withStore(const QByteArray& store, QList<QByteArray> more = {}) {
    return handmade::withTable(handmade::onePage("/DSS " + store) + more);
}

} // namespace

class TestSecurityStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void theKeyIsThatOfTheStandard();
    void nothingIsWrittenTwice();
    void aForeignStoreIsKept();
    void hostileStoresEnd_data();
    void hostileStoresEnd();
};

void TestSecurityStore::whatIsWrittenIsRead_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("cross-reference table") << handmade::pdfWithTable();
    QTest::newRow("cross-reference stream") << handmade::pdfWithStreams();
}

void TestSecurityStore::whatIsWrittenIsRead() {
    QFETCH(QByteArray, file);
    QVERIFY(storeIn(file).isEmpty());
    const QByteArray once =
        added(file, {entryOf(contents, {item('a'), item('b')}, {item('c')}, {item('d')}), entryOf("x", {item('a')})});
    QVERIFY(once.startsWith(file));
    QVERIFY2(once.size() - file.size() < 3000, "the streams are compressed and shared");
    const SecurityStore store = storeIn(once);
    QCOMPARE(store.certificates, QList<QByteArray>({item('a'), item('b')}));
    QCOMPARE(store.lists, QList<QByteArray>({item('c')}));
    QCOMPARE(store.ocspResponses, QList<QByteArray>({item('d')}));
    QCOMPARE(QSet<QByteArray>(store.vriKeys.begin(), store.vriKeys.end()),
             QSet<QByteArray>({vriKey(contents), vriKey("x")}));
    const Document document = Document::open(once).value();
    const Value place = document.catalog().value("DSS");
    QVERIFY(place.asReference() != nullptr);
    QVERIFY(once.contains("/TU (D:20261125090000+00'00')"));
}

void TestSecurityStore::theKeyIsThatOfTheStandard() {
    // FIPS 180-1's example, in upper case.
    QCOMPARE(vriKey("abc"), QByteArray("A9993E364706816ABA3E25717850C26C9CD0D89D"));
}

void TestSecurityStore::nothingIsWrittenTwice() {
    const VriEntry entry = entryOf(contents, {item('a'), item('a')}, {item('c')});
    const QByteArray once = added(handmade::pdfWithTable(), {entry});
    QCOMPARE(added(once, {entry}), once);
    const QByteArray twice = added(once, {entryOf(contents, {item('a'), item('b')})});
    QVERIFY(twice.startsWith(once) && twice != once);
    QCOMPARE(storeIn(twice).certificates, QList<QByteArray>({item('a'), item('b')}));
    QCOMPARE(storeIn(twice).lists, QList<QByteArray>({item('c')}));
    QCOMPARE(storeIn(twice).vriKeys.size(), 1);
}

void TestSecurityStore::aForeignStoreIsKept() {
    // Items in a VRI entry alone, arrays as objects, a key that nobody knows, a store that lies in the catalog.
    const QByteArray file =
        withStore("<< /Certs 6 0 R /Custom (kept) /VRI << /AA << /CRL [8 0 R] /TS 9 0 R >> >> >>",
                  {"[7 0 R]", handmade::stream(item('a')), handmade::stream(item('c')), handmade::stream("stamp")});
    QCOMPARE(storeIn(file).certificates, QList<QByteArray>({item('a')}));
    QCOMPARE(storeIn(file).lists, QList<QByteArray>({item('c')}));
    const QByteArray more = added(file, {entryOf(contents, {item('a'), item('b')}, {item('c')})});
    QVERIFY(more.startsWith(file));
    const SecurityStore store = storeIn(more);
    QCOMPARE(store.certificates, QList<QByteArray>({item('a'), item('b')}));
    QCOMPARE(store.lists, QList<QByteArray>({item('c')}));
    QCOMPARE(store.vriKeys, QList<QByteArray>({vriKey(contents), "AA"})); // in the order of names
    const Document document = Document::open(more).value();
    const Dictionary written = document.get(document.catalog(), "DSS").dictionary();
    QVERIFY(written.contains("Custom"));
    QVERIFY(document.get(document.get(written, "VRI").dictionary(), "AA").dictionary().contains("TS"));
}

void TestSecurityStore::hostileStoresEnd_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<qsizetype>("most");
    QTest::newRow("a store that is its own array")
        << withStore("6 0 R", {"<< /Certs 6 0 R /VRI 6 0 R >>"}) << qsizetype(0);
    QTest::newRow("references in a circle") << withStore("6 0 R", {"7 0 R", "6 0 R"}) << qsizetype(0);
    QTest::newRow("an array that holds itself") << withStore("<< /Certs 6 0 R >>", {"[6 0 R]"}) << qsizetype(0);
    QTest::newRow("not a dictionary") << withStore("[1 2 3]") << qsizetype(0);
    QTest::newRow("items that are none") << withStore("<< /Certs [1 (x) /y null 2 0 R 99 0 R] /CRLs 3 /VRI 4 >>")
                                         << qsizetype(0);
    QTest::newRow("one item a hundred thousand times")
        << withStore("<< /Certs [" + QByteArray("6 0 R ").repeated(100'000) + "] >>", {handmade::stream("one")})
        << qsizetype(1);
    QList<QByteArray> many;
    QByteArray names;
    for (int index = 0; index < 12'000; ++index) {
        many << handmade::stream(QByteArray::number(index));
        names += QByteArray::number(6 + index) + " 0 R ";
    }
    QTest::newRow("twelve thousand items") << withStore("<< /CRLs [" + names + "] >>", many) << qsizetype(10'000);
    const QByteArray bomb = qCompress(QByteArray(17 << 20, 'x'), 9).mid(4);
    QTest::newRow("an item of 17 MiB, packed")
        << withStore("<< /Certs [6 0 R] >>", {"<< /Filter /FlateDecode /Length " + QByteArray::number(bomb.size()) +
                                              " >>\nstream\n" + bomb + "\nendstream"})
        << qsizetype(0);
}

void TestSecurityStore::hostileStoresEnd() {
    QFETCH(QByteArray, file);
    QFETCH(qsizetype, most);
    QElapsedTimer timer;
    timer.start();
    const SecurityStore store = storeIn(file);
    QCOMPARE(store.certificates.size() + store.lists.size() + store.ocspResponses.size(), most);
    const QByteArray more = added(file, {entryOf(contents, {item('a')})});
    QVERIFY(storeIn(more).certificates.contains(item('a')) || most == 10'000);
    QVERIFY2(timer.elapsed() < 10'000, "bounded");
}

QTEST_GUILESS_MAIN(TestSecurityStore)
#include "test_securitystore.moc"
