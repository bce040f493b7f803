// SPDX-License-Identifier: GPL-3.0-or-later
// Many files, one PIN: places, results, restarts, and what stops a batch.
#include "app/layout/appearances.h"
#include "app/services/signbatch.h"
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "docsig/pades/padesverifier.h"
#include "tests/docsig/handmadepdf.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using namespace Qt::Literals::StringLiterals;
using State = BatchResult::State;

namespace {

/// A page with a signer's name twice; the lower one is the signer's own.
QByteArray letter() {
    QList<QByteArray> objects = handmade::onePage();
    objects[3] = handmade::stream("BT /F1 14 Tf 100 750 Td (Gui ong Tran Van Binh) Tj ET\n"
                                  "BT /F1 14 Tf 300 200 Td (Tran Van Binh) Tj ET");
    return handmade::withTable(objects);
}

/// A key that counts, and that fails with a code from some signature on.
class CountingKey final : public docsig::SigningKey {
public:
    explicit CountingKey(docsig::SigningKey& key, int& count, int failsFrom = -1, const char* code = "token-removed")
        : m_key(key)
        , m_count(count)
        , m_failsFrom(failsFrom)
        , m_code(code) {}
    docsig::KeyKind kind() const override { return m_key.kind(); }
    QList<QByteArray> chain() const override { return m_key.chain(); }
    docsig::Result<QByteArray> sign(QByteArrayView message, docsig::Digest digest,
                                    docsig::SignatureScheme scheme) override {
        ++m_count;
        if (m_failsFrom >= 0 && m_count > m_failsFrom) {
            return docsig::fail(m_code);
        }
        return m_key.sign(message, digest, scheme);
    }

private:
    docsig::SigningKey& m_key;
    int& m_count;
    int m_failsFrom;
    const char* m_code;
};

QList<State> statesOf(const Result<BatchOutcome>& outcome) {
    QList<State> states;
    for (const BatchResult& one : outcome ? outcome->results : QList<BatchResult>()) {
        states.append(one.state);
    }
    return states;
}

} // namespace

class TestSignBatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void textIsFound_data();
    void textIsFound();
    void everyKindOfPlace();
    void badPlacesAreToldBeforeThePin_data();
    void badPlacesAreToldBeforeThePin();
    void aFailingDocumentDoesNotStopTheRest();
    void whatTheKeySaysStopsTheRest_data();
    void whatTheKeySaysStopsTheRest();
    void aRestartSignsNothingTwice();
    void aRunThatWasCutOffIsTakenUp();
    void foreignOutputsAreLeftAlone();
    void otherBytesThanThoseLookedAtAreNotSigned();
    void twoOutputsOfOneName();
    void anExpiredCertificateSignsNothing();
    void oneRunAtATime();

private:
    QString put(const QString& name, const QByteArray& bytes) const;
    QByteArray bytesOf(const QString& path) const;
    [[nodiscard]] QString out(const QString& name) const { return m_folder->filePath(u"đã ký/"_s + name); }
    [[nodiscard]] QString journal() const { return out(u"nhật ký.jsonl"_s); }
    QList<BatchItem> letters(int count) const;
    SignBatch batch() const;
    SigningSession session(int failsFrom = -1, const char* code = "token-removed");

    docsig::CryptoRuntime m_crypto;
    QTemporaryDir m_keys;
    std::optional<docsig::TrustStore> m_trust;
    std::unique_ptr<docsig::SigningKey> m_key;
    std::unique_ptr<docsig::SigningKey> m_expired;
    std::unique_ptr<docsig::VerifyClient> m_client;
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_signatures = 0;
};

void TestSignBatch::initTestCase() {
    auto authority = docsig::DemoAuthority::create(QDateTime::currentDateTimeUtc());
    QVERIFY(authority && authority->writeTrustFolder(m_keys.filePath(u"trust"_s)));
    const auto open = [&](const QString& name, docsig::DemoFlaw flaw) {
        const docsig::Pin pin = docsig::Pin::fromUtf8("1");
        const auto person = authority->issuePerson({u"Trần Văn Bình"_s, {}, u"Sở Nội vụ"_s}, flaw);
        const QString path = m_keys.filePath(name);
        return person && person->writePkcs12(path, pin) ? docsig::openPkcs12(path, pin).value() : nullptr;
    };
    m_key = open(u"a.p12"_s, docsig::DemoFlaw::None);
    m_expired = open(u"b.p12"_s, docsig::DemoFlaw::Expired);
    auto trust = docsig::TrustStore::load(m_keys.filePath(u"trust"_s));
    QVERIFY(m_key && m_expired && trust);
    m_trust.emplace(std::move(*trust));
    m_client = std::make_unique<docsig::VerifyClient>(QStringLiteral(CONGVAN_BIN_DIR "/congvan-verify"),
                                                      m_keys.filePath(u"trust"_s));
}

void TestSignBatch::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_signatures = 0;
    QVERIFY(QDir(m_folder->path()).mkpath(u"đã ký"_s));
}

QString TestSignBatch::put(const QString& name, const QByteArray& bytes) const {
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

QByteArray TestSignBatch::bytesOf(const QString& path) const {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<BatchItem> TestSignBatch::letters(int count) const {
    QList<BatchItem> items;
    for (int i = 0; i < count; ++i) {
        const QString name = u"thư %1.pdf"_s.arg(i);
        items.append({put(name, letter()), out(name), PagePosition{0, {100, 200, 50, 20}}});
    }
    return items;
}

SignBatch TestSignBatch::batch() const {
    return SignBatch({*m_client, *m_trust, QStringLiteral(CONGVAN_BIN_DIR "/congvan-render"), {}}, {});
}

SigningSession TestSignBatch::session(int failsFrom, const char* code) {
    return SigningSession(std::make_unique<CountingKey>(*m_key, m_signatures, failsFrom, code));
}

void TestSignBatch::textIsFound_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("first"); // -1: not there
    QTest::addColumn<int>("last");
    QTest::newRow("words") << QStringList{u"Trần"_s, u"Thị"_s, u"B"_s} << u"Trần Thị B"_s << 0 << 2;
    QTest::newRow("last of two") << QStringList{u"An"_s, u"và"_s, u"An"_s} << u"An"_s << 2 << 2;
    QTest::newRow("capitals") << QStringList{u"TRẦN"_s, u"B"_s} << u"Trần B"_s << 0 << 1;
    QTest::newRow("decomposed") << QStringList{u"Trần"_s.normalized(QString::NormalizationForm_D)} << u"Trần"_s << 0
                                << 0;
    QTest::newRow("cut apart") << QStringList{u"Tr"_s, u"ần"_s, u"B"_s} << u"Trần B"_s << 0 << 2;
    QTest::newRow("comma behind") << QStringList{u"An,"_s, u"x"_s} << u"An"_s << 0 << 0;
    QTest::newRow("longer name") << QStringList{u"Trần"_s, u"Bình"_s} << u"Trần B"_s << -1 << -1;
    QTest::newRow("inside a word") << QStringList{u"Văn"_s} << u"ăn"_s << -1 << -1;
    QTest::newRow("an earlier one stands alone") << QStringList{u"An"_s, u"Anh"_s} << u"An"_s << 0 << 0;
    QTest::newRow("nothing") << QStringList{u"An"_s} << u"  "_s << -1 << -1;
}

void TestSignBatch::textIsFound() {
    QFETCH(QStringList, words);
    QFETCH(QString, text);
    QFETCH(int, first);
    QFETCH(int, last);
    QList<TextWord> page;
    for (qsizetype i = 0; i < words.size(); ++i) {
        page.append({words[i], QRectF(double(i) * 10, 0, 9, 10)});
    }
    const auto found = findText(page, text);
    QCOMPARE(found.has_value(), first >= 0);
    if (found) {
        QCOMPARE(*found, QRectF(first * 10, 0, (last - first) * 10 + 9, 10));
    }
}

void TestSignBatch::everyKindOfPlace() {
    const QByteArray reserved =
        docsig::addFlowFields(letter(), {{{u"Lãnh đạo"_s, {0, {300, 220, 140, 60}}, {}}}, {}}).value();
    const QList<BatchItem> items{{put(u"a.pdf"_s, reserved), out(u"a.pdf"_s), ReservedField{u"Lãnh đạo"_s}},
                                 {put(u"b.pdf"_s, letter()), out(u"b.pdf"_s), AnchorText{.text = u"Tran Van Binh"_s}},
                                 {put(u"c.pdf"_s, letter()), out(u"c.pdf"_s), PagePosition{0, {100, 200, 50, 20}}}};
    const auto checks = batch().check(items);
    QVERIFY(checks);
    for (const BatchCheck& check : *checks) {
        QVERIFY2(!check.error, qPrintable(check.error ? check.error->code : QString()));
    }
    QVERIFY(!checks->at(0).request.place);
    const QRectF above = checks->at(1).request.place->rect;
    QVERIFY2(above.top() > 200 && above.top() < 225, qPrintable(QString::number(above.top()))); // the lower name
    QVERIFY2(qAbs(above.center().x() - 340) < 12, qPrintable(QString::number(above.center().x())));
    QVERIFY(qAbs(above.width() - toPoints(50)) < 0.01);
    const QRectF measured = checks->at(2).request.place->rect;
    QVERIFY(qAbs(measured.left() - toPoints(100)) < 0.01);
    QVERIFY(qAbs(measured.bottom() - (842 - toPoints(200))) < 0.01);

    auto key = session();
    const auto outcome = batch().sign(*checks, key, journal());
    QCOMPARE(statesOf(outcome), (QList<State>{State::Signed, State::Signed, State::Signed}));
    QVERIFY(outcome->isComplete());
    QCOMPARE(m_signatures, 3);
    for (const BatchItem& item : items) {
        const QByteArray made = bytesOf(item.output);
        QVERIFY(made.startsWith(bytesOf(item.input)));
        const auto report = docsig::PadesVerifier(*m_trust).verify(made, {});
        QCOMPARE(report.signatures.size(), 1);
        QCOMPARE(report.verdict, docsig::Verdict::Valid);
    }
    QCOMPARE(bytesOf(items[1].input), letter());
}

void TestSignBatch::badPlacesAreToldBeforeThePin_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such field") << 0 << u"batch-field-missing"_s;
    QTest::newRow("no such text") << 1 << u"batch-anchor-missing"_s;
    QTest::newRow("no such page") << 2 << u"batch-page-missing"_s;
    QTest::newRow("outside") << 3 << u"batch-place-outside"_s;
}

void TestSignBatch::badPlacesAreToldBeforeThePin() {
    QFETCH(int, kind);
    QFETCH(QString, code);
    const QList<BatchPlace> places{ReservedField{u"x"_s}, AnchorText{.text = u"Tran Van"_s + u"Q"_s},
                                   PagePosition{4, {10, 10, 50, 20}}, PagePosition{0, {190, 10, 50, 20}}};
    const auto checks = batch().check({{put(u"a.pdf"_s, letter()), out(u"a.pdf"_s), places[kind]}});
    QVERIFY(checks && checks->constFirst().error);
    QCOMPARE(checks->constFirst().error->code, code);
    auto key = session();
    QCOMPARE(statesOf(batch().sign(*checks, key, journal())), QList<State>{State::Failed});
    QCOMPARE(m_signatures, 0);
}

void TestSignBatch::aFailingDocumentDoesNotStopTheRest() {
    QList<BatchItem> items = letters(4);
    put(u"thư 1.pdf"_s, "this is no PDF");
    items[2].input = m_folder->filePath(u"không có.pdf"_s);
    const auto checks = batch().check(items);
    QVERIFY(checks);
    auto key = session();
    const auto outcome = batch().sign(*checks, key, journal());
    QCOMPARE(statesOf(outcome), (QList<State>{State::Signed, State::Failed, State::Failed, State::Signed}));
    QCOMPARE(outcome->results[1].error->code, u"batch-document-unreadable"_s);
    QCOMPARE(outcome->results[2].error->code, u"batch-input-unreadable"_s);
    QVERIFY(!outcome->isComplete() && !outcome->stopped);
    QVERIFY(!QFile::exists(items[1].output));
}

void TestSignBatch::whatTheKeySaysStopsTheRest_data() {
    QTest::addColumn<QByteArray>("code");
    for (const char* code : {"token-removed", "token-wrong-pin", "token-last-try", "token-locked", "token-cancelled",
                             "remote-cancelled"}) {
        QTest::newRow(code) << QByteArray(code);
    }
}

void TestSignBatch::whatTheKeySaysStopsTheRest() {
    QFETCH(QByteArray, code);
    const QList<BatchItem> items = letters(4);
    const auto checks = batch().check(items);
    auto key = session(1, code.constData());
    const auto outcome = batch().sign(*checks, key, journal());
    QCOMPARE(statesOf(outcome), (QList<State>{State::Signed, State::Failed, State::NotReached, State::NotReached}));
    QCOMPARE(outcome->stopped->code, QString::fromLatin1(code));
    QCOMPARE(m_signatures, 2); // not asked a third time
    QVERIFY(!QFile::exists(items[1].output) && !QFile::exists(items[2].output));
}

void TestSignBatch::aRestartSignsNothingTwice() {
    const auto checks = batch().check(letters(4));
    std::stop_source stop;
    auto first = session();
    const auto cut = batch().sign(
        *checks, first, journal(),
        [&](qsizetype index, const BatchItem&) {
            if (index == 2) {
                stop.request_stop();
            }
        },
        stop.get_token());
    QCOMPARE(statesOf(cut), (QList<State>{State::Signed, State::Signed, State::Signed, State::NotReached}));
    auto second = session();
    const auto rest = batch().sign(*checks, second, journal());
    QCOMPARE(statesOf(rest),
             (QList<State>{State::SignedBefore, State::SignedBefore, State::SignedBefore, State::Signed}));
    QCOMPARE(m_signatures, 4);
    QCOMPARE(rest->results[0].sha256, cut->results[0].sha256);
}

void TestSignBatch::aRunThatWasCutOffIsTakenUp() {
    const QList<BatchItem> items = letters(2);
    const auto checks = batch().check(items);
    auto first = session();
    QVERIFY(batch().sign(*checks, first, journal()));
    // Killed before the last line was written, in the middle of it: the output is there.
    QByteArray lines = bytesOf(journal());
    lines.truncate(lines.lastIndexOf('\n', lines.size() - 2) + 9);
    QFile file(journal());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size());
    file.close();
    auto second = session();
    QCOMPARE(statesOf(batch().sign(*checks, second, journal())),
             (QList<State>{State::SignedBefore, State::SignedBefore}));
    QCOMPARE(m_signatures, 2);

    // Killed before the output was written: nothing was given out, and it is signed.
    file.setFileName(journal());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size());
    file.close();
    QVERIFY(QFile::remove(items[1].output));
    auto third = session();
    QCOMPARE(statesOf(batch().sign(*checks, third, journal())), (QList<State>{State::SignedBefore, State::Signed}));
    QCOMPARE(m_signatures, 3);
}

void TestSignBatch::foreignOutputsAreLeftAlone() {
    const QList<BatchItem> items = letters(2);
    put(u"đã ký/thư 0.pdf"_s, "somebody's file");
    const auto checks = batch().check(items);
    auto first = session();
    const auto outcome = batch().sign(*checks, first, journal());
    QCOMPARE(statesOf(outcome), (QList<State>{State::Failed, State::Signed}));
    QCOMPARE(outcome->results[0].error->code, u"batch-output-exists"_s);
    QCOMPARE(bytesOf(items[0].output), QByteArray("somebody's file"));
    // A result that was taken away is not signed again unasked.
    QVERIFY(QFile::remove(items[1].output));
    auto second = session();
    const auto again = batch().sign(*checks, second, journal());
    QCOMPARE(again->results[1].error->code, u"batch-output-missing"_s);
    QCOMPARE(m_signatures, 1);
}

void TestSignBatch::otherBytesThanThoseLookedAtAreNotSigned() {
    const QList<BatchItem> items = letters(1);
    const auto checks = batch().check(items);
    put(u"thư 0.pdf"_s, handmade::pdfWithTable());
    auto key = session();
    const auto outcome = batch().sign(*checks, key, journal());
    QCOMPARE(outcome->results[0].error->code, u"sign-other-bytes"_s);
    QCOMPARE(m_signatures, 0);
    QVERIFY(!QFile::exists(items[0].output));
}

void TestSignBatch::twoOutputsOfOneName() {
    QList<BatchItem> items = letters(2);
    items[1].output = items[0].output;
    const auto checks = batch().check(items);
    QVERIFY(!checks);
    QCOMPARE(checks.error().code, u"batch-output-twice"_s);
}

void TestSignBatch::anExpiredCertificateSignsNothing() {
    const auto checks = batch().check(letters(1));
    SigningSession expired(std::make_unique<CountingKey>(*m_expired, m_signatures));
    const auto outcome = batch().sign(*checks, expired, journal());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, u"batch-certificate-refused"_s);
    QCOMPARE(m_signatures, 0);
}

void TestSignBatch::oneRunAtATime() {
    const auto checks = batch().check(letters(1));
    auto outer = session();
    QString inner;
    const auto outcome = batch().sign(*checks, outer, journal(), [&](qsizetype, const BatchItem&) {
        auto other = session();
        const auto second = batch().sign(*checks, other, journal());
        inner = second ? QString() : second.error().code;
    });
    QVERIFY(outcome && outcome->isComplete());
    QCOMPARE(inner, u"batch-running"_s);
    QCOMPARE(m_signatures, 1);
}

QTEST_MAIN(TestSignBatch)
#include "test_signbatch.moc"
