// SPDX-License-Identifier: GPL-3.0-or-later
// Several documents of the office under one PIN: in the program, and with congvanctl from outside.
#include "app/domain/streams.h"
#include "app/services/signdocuments.h"
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/pkcs12key.h"
#include "tests/world/office/codes.h"
#include "tests/world/office/onedesk.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OneDesk;
using State = PileResult::State;

namespace {

/// A key that is gone after some signatures.
class LeavingKey final : public docsig::SigningKey {
public:
    LeavingKey(std::unique_ptr<docsig::SigningKey> key, int signatures)
        : m_key(std::move(key))
        , m_left(signatures) {}
    docsig::KeyKind kind() const override { return m_key->kind(); }
    QList<QByteArray> chain() const override { return m_key->chain(); }
    docsig::Result<QByteArray> sign(QByteArrayView message, docsig::Digest digest,
                                    docsig::SignatureScheme scheme) override {
        return m_left-- > 0 ? m_key->sign(message, digest, scheme) : docsig::fail("token-removed");
    }

private:
    std::unique_ptr<docsig::SigningKey> m_key;
    int m_left;
};

QList<State> statesOf(const PileOutcome& outcome) {
    QList<State> states;
    for (const PileResult& one : outcome.results) {
        states.append(one.state);
    }
    return states;
}

QStringList statesOf(const QByteArray& json) {
    QStringList states;
    for (const QJsonValue& one : QJsonDocument::fromJson(json).object().value(u"results"_s).toArray()) {
        states.append(one.toObject().value(u"state"_s).toString());
    }
    return states;
}

} // namespace

class TestSignDocuments : public QObject {
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<OneDesk>(); }
    void cleanup() { m_desk.reset(); }

    void onePinSignsAndSealsAll();
    void aWrongPinStopsBeforeTheFirst();
    void aKeyThatLeavesStopsTheRest();
    void aCancelStopsBeforeTheNext();
    void oneThatCannotBeSignedStopsNoOther();
    void theStateMovedOnMeanwhile();
    void aKillLosesNothing();
    void theCommandLineTellsEachDocument();

private:
    QList<DocumentId> submitted(int count);
    [[nodiscard]] SignDocuments signing() { return {m_desk->as(Role::Leader), PileAct::Sign}; }
    [[nodiscard]] SigningSession session(int signatures);
    /// The command line over these documents, its PIN on standard input.
    [[nodiscard]] QStringList words(const QList<DocumentId>& ids, const QStringList& more) const;
    static void start(QProcess& program, const QStringList& words, const QByteArray& pin);

    std::unique_ptr<OneDesk> m_desk;
};

QList<DocumentId> TestSignDocuments::submitted(int count) {
    QList<DocumentId> ids;
    for (int made = 0; made < count; ++made) {
        const auto id = m_desk->draft();
        if (!id || !m_desk->submit(*id)) {
            return {};
        }
        ids.append(*id);
    }
    return ids;
}

SigningSession TestSignDocuments::session(int signatures) {
    auto key = docsig::openPkcs12(std::get<Pkcs12File>(m_desk->signatureKey()).path, OneDesk::pin());
    return SigningSession(std::make_unique<LeavingKey>(std::move(*key), signatures));
}

QStringList TestSignDocuments::words(const QList<DocumentId>& ids, const QStringList& more) const {
    QStringList all{u"sign"_s,        u"--profile"_s, m_desk->writeProfileFolder(Role::Leader),
                    u"--pin-stdin"_s, u"--key"_s,     std::get<Pkcs12File>(m_desk->signatureKey()).path};
    for (const DocumentId& id : ids) {
        all.append(id.text());
    }
    return all + more;
}

void TestSignDocuments::start(QProcess& program, const QStringList& words, const QByteArray& pin) {
    program.start(QStringLiteral(CONGVAN_BIN_DIR "/congvanctl"), words);
    program.write(pin + '\n');
    program.closeWriteChannel();
}

void TestSignDocuments::onePinSignsAndSealsAll() {
    const QList<DocumentId> ids = submitted(3);
    QCOMPARE(ids.size(), 3);
    SignDocuments leader = signing();
    const PileView view = leader.open({ids[0], ids[1], ids[0], ids[2]});
    QCOMPARE(view.checks.size(), 3); // none twice
    QCOMPARE(view.open(), 3);
    QVERIFY(!view.checks.first().summary.subject.isEmpty());
    QList<qsizetype> told;
    const auto outcome =
        leader.sign(view.checks, m_desk->signatureKey(), OneDesk::pin(),
                    [&told](qsizetype index, qsizetype total, const DocumentSummary&) { told << index << total; });
    CONGVAN_VERIFY(outcome);
    QVERIFY(outcome->isComplete() && !outcome->stopped);
    QCOMPARE(told, (QList<qsizetype>{0, 3, 1, 3, 2, 3}));
    for (const PileResult& one : outcome->results) {
        QVERIFY(one.receipt);
        QCOMPARE(int(one.receipt->report.verdict), int(docsig::Verdict::Valid));
        QCOMPARE(m_desk->state(one.summary.id), DocumentState::Signed);
        CONGVAN_VERIFY(m_desk->number(one.summary.id));
    }
    SignDocuments clerk(m_desk->as(Role::Clerk), PileAct::Seal);
    const auto sealed = clerk.sign(clerk.open(ids).checks, m_desk->sealKey(), OneDesk::pin());
    CONGVAN_VERIFY(sealed);
    QCOMPARE(statesOf(*sealed), QList<State>(3, State::Signed));
    QCOMPARE(m_desk->state(ids.last()), DocumentState::Sealed);
}

void TestSignDocuments::aWrongPinStopsBeforeTheFirst() {
    const QList<DocumentId> ids = submitted(2);
    QCOMPARE(ids.size(), 2);
    SignDocuments leader = signing();
    const PileView view = leader.open(ids);
    QCOMPARE(codeOf(leader.sign(view.checks, m_desk->signatureKey(), docsig::Pin::fromString(u"sai"))),
             u"pkcs12-wrong-pin"_s);
    for (const DocumentId& id : ids) {
        QCOMPARE(m_desk->state(id), DocumentState::WaitingForSignature);
    }
}

void TestSignDocuments::aKeyThatLeavesStopsTheRest() {
    const QList<DocumentId> ids = submitted(3);
    QCOMPARE(ids.size(), 3);
    SignDocuments leader = signing();
    SigningSession once = session(1);
    const PileOutcome outcome = leader.sign(leader.open(ids).checks, once);
    QCOMPARE(statesOf(outcome), (QList<State>{State::Signed, State::Failed, State::NotReached}));
    QVERIFY(outcome.stopped);
    QCOMPARE(outcome.stopped->code, u"token-removed"_s);
    QCOMPARE(m_desk->state(ids[0]), DocumentState::Signed); // kept as soon as it was made
    // Another run goes on with the rest.
    const PileView again = leader.open(ids);
    QCOMPARE(again.open(), 2);
    const auto rest = leader.sign(again.checks, m_desk->signatureKey(), OneDesk::pin());
    CONGVAN_VERIFY(rest);
    QCOMPARE(statesOf(*rest), (QList<State>{State::SignedBefore, State::Signed, State::Signed}));
    // And where nothing is left no key is opened.
    const auto none = leader.sign(leader.open(ids).checks, Pkcs12File{u"không có"_s}, OneDesk::pin());
    CONGVAN_VERIFY(none);
    QVERIFY(none->isComplete());
}

void TestSignDocuments::aCancelStopsBeforeTheNext() {
    const QList<DocumentId> ids = submitted(3);
    QCOMPARE(ids.size(), 3);
    SignDocuments leader = signing();
    std::stop_source stop;
    const auto outcome = leader.sign(
        leader.open(ids).checks, m_desk->signatureKey(), OneDesk::pin(),
        [&stop](qsizetype index, qsizetype, const DocumentSummary&) {
            if (index == 1) {
                stop.request_stop(); // while the second is being signed
            }
        },
        stop.get_token());
    CONGVAN_VERIFY(outcome);
    QCOMPARE(statesOf(*outcome), (QList<State>{State::Signed, State::Signed, State::NotReached}));
    QVERIFY(!outcome->stopped);
    QCOMPARE(m_desk->state(ids[1]), DocumentState::Signed);
    QCOMPARE(m_desk->state(ids[2]), DocumentState::WaitingForSignature);
}

void TestSignDocuments::oneThatCannotBeSignedStopsNoOther() {
    const QList<DocumentId> ids = submitted(2);
    const auto draft = m_desk->draft();
    CONGVAN_VERIFY(draft);
    // A document whose signature was broken on the way: its bytes are kept, and never signed.
    CONGVAN_VERIFY(m_desk->sign(ids[0]));
    QByteArray broken = m_desk->pdf(ids[0]);
    broken[broken.indexOf("stream\n") + 40] = char(broken[broken.indexOf("stream\n") + 40] ^ 1);
    const DocumentId tampered = DocumentId::create();
    OfficeDesk& desk = m_desk->as(Role::Leader);
    const auto stored = desk.store().putContent(broken);
    CONGVAN_VERIFY(stored);
    CONGVAN_VERIFY(desk.store().record({.stream = desk.caseOf(tampered),
                                        .body = acts::Submitted{.document = tampered,
                                                                .subject = u"Bị sửa"_s,
                                                                .signer = {.mailbox = desk.person().mailbox()},
                                                                .pdfSha256 = *stored,
                                                                .pdfName = u"x.pdf"_s},
                                        .participants = {},
                                        .cites = {*stored}}));
    SignDocuments leader = signing();
    const PileView view = leader.open({*draft, tampered, DocumentId::create(), ids[1]});
    QCOMPARE(view.open(), 1);
    QCOMPARE(view.checks[0].error->code, u"action-not-allowed"_s); // a draft was not submitted
    QCOMPARE(view.checks[1].error->code, u"pile-document-unsound"_s);
    QCOMPARE(view.checks[2].error->code, u"document-not-found"_s);
    const auto outcome = leader.sign(view.checks, m_desk->signatureKey(), OneDesk::pin());
    CONGVAN_VERIFY(outcome);
    QCOMPARE(statesOf(*outcome), (QList<State>{State::Failed, State::Failed, State::Failed, State::Signed}));
    QVERIFY(!outcome->isComplete() && !outcome->stopped);
}

void TestSignDocuments::theStateMovedOnMeanwhile() {
    const QList<DocumentId> ids = submitted(2);
    QCOMPARE(ids.size(), 2);
    SignDocuments leader = signing();
    PileView view = leader.open(ids);
    view.checks[0].sha256 = QByteArray(64, 'a'); // as if the bytes had changed after they were shown
    const auto outcome = leader.sign(view.checks, m_desk->signatureKey(), OneDesk::pin());
    CONGVAN_VERIFY(outcome);
    QCOMPARE(outcome->results[0].error->code, u"signing-other-bytes"_s);
    QCOMPARE(outcome->results[1].state, State::Signed);
}

void TestSignDocuments::aKillLosesNothing() {
    const QList<DocumentId> ids = submitted(3);
    QCOMPARE(ids.size(), 3);
    QProcess program;
    start(program, words(ids, {}), OneDesk::pin().utf8().toByteArray());
    QByteArray said;
    while (!said.contains("2/3") && program.waitForReadyRead(60'000)) {
        said += program.readAllStandardOutput();
    }
    QVERIFY2(said.contains("2/3"), program.readAllStandardError().constData());
    program.kill();
    QVERIFY(program.waitForFinished());
    // The first stands, whatever became of the second: a signature and its act are stored together or not at all.
    QCOMPARE(m_desk->state(ids[0]), DocumentState::Signed);
    const PileView rest = signing().open(ids);
    QVERIFY(rest.checks[0].signedBefore);
    QVERIFY(rest.open() >= 1 && !rest.checks[1].error && !rest.checks[2].error);
    QProcess again;
    start(again, words(ids, {u"--json"_s}), OneDesk::pin().utf8().toByteArray());
    QVERIFY(again.waitForFinished(120'000));
    QCOMPARE(again.exitCode(), 0);
    QCOMPARE(statesOf(again.readAllStandardOutput()).first(), u"signed-before"_s);
    for (const DocumentId& id : ids) {
        QCOMPARE(m_desk->state(id), DocumentState::Signed);
    }
}

void TestSignDocuments::theCommandLineTellsEachDocument() {
    const QList<DocumentId> ids = submitted(2);
    QCOMPARE(ids.size(), 2);
    CONGVAN_VERIFY(m_desk->sign(ids[0]));
    CONGVAN_VERIFY(m_desk->number(ids[0]));
    CONGVAN_VERIFY(m_desk->seal(ids[0]));
    QProcess wrong;
    start(wrong, words(ids, {u"--json"_s}), "sai");
    QVERIFY(wrong.waitForFinished(120'000));
    QCOMPARE(wrong.exitCode(), 77);
    QCOMPARE(m_desk->state(ids[1]), DocumentState::WaitingForSignature);
    QProcess program;
    start(program, words(ids, {u"--json"_s}), OneDesk::pin().utf8().toByteArray());
    QVERIFY(program.waitForFinished(120'000));
    const QByteArray out = program.readAllStandardOutput();
    QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
    QCOMPARE(statesOf(out), (QStringList{u"signed-before"_s, u"signed"_s}));
    const QJsonObject second = QJsonDocument::fromJson(out).object().value(u"results"_s).toArray().at(1).toObject();
    QCOMPARE(second.value(u"document"_s).toString(), ids[1].text());
    QVERIFY(!second.value(u"subject"_s).toString().isEmpty());
    QCOMPARE(second.value(u"sha256"_s).toString().size(), 64);
    QCOMPARE(second.value(u"level"_s).toString(), u"B-B"_s);
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime crypto;
    TestSignDocuments test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_signdocuments.moc"
