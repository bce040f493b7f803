// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"
#include "tests/world/office/receivingdesk.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::OfficeWorld;
using world::samplePacket;

/// The text of what came in and went out, read by the real reader of PDFs; kept searches; the command line.
class TestSearch : public QObject {
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanup() { m_world.reset(); }

    void textIsReadAfterArrival();
    void filesOfOfficeProgramsAreFound();
    void aReaderThatIsMissingLeavesItOwed();
    void searchesAreKept();
    void theCommandLineSearches();
    void theAgentTellsADayOnce();

private:
    OfficeSession& receiver() { return m_world->clerk(OfficeWorld::finance); }
    qsizetype found(OfficeSession& desk, const QString& words) {
        const auto page = desk.queryDocuments().page({.words = words}, 100);
        return page ? page->rows.size() : -1;
    }

    std::unique_ptr<OfficeWorld> m_world;
    /// Of the body of the world's sample letter, and of nothing else of it.
    const QString m_wordsOfBody = u"nhu cau kinh phi"_s;
};

void TestSearch::textIsReadAfterArrival() {
    CONGVAN_VERIFY(m_world->sendOne());
    CONGVAN_VERIFY(m_world->sync(receiver()));
    QCOMPARE(found(receiver(), m_wordsOfBody), 0);
    const auto owed = receiver().readTexts().owed();
    CONGVAN_VERIFY(owed);
    QCOMPARE(*owed, 1);
    QCOMPARE(receiver().syncOffice().state().toRead, 1);
    const auto read = receiver().readTexts().readPending(10);
    CONGVAN_VERIFY(read);
    QCOMPARE(*read, 1);
    QCOMPARE(found(receiver(), m_wordsOfBody), 1);
    const auto page = receiver().queryDocuments().page({.words = m_wordsOfBody}, 1);
    CONGVAN_VERIFY(page);
    QVERIFY(!page->rows.first().excerpt.isEmpty());
    // Read once: neither another sync nor a verdict asks for it again.
    CONGVAN_VERIFY(receiver().judgeIncoming().judgePending());
    CONGVAN_VERIFY(m_world->sync(receiver()));
    QCOMPARE(*receiver().readTexts().owed(), 0);
    // What went out is found at the desk that sent it.
    CONGVAN_VERIFY(m_world->clerk().readTexts().readPending(10));
    QCOMPARE(found(m_world->clerk(), m_wordsOfBody), 1);
}

void TestSearch::filesOfOfficeProgramsAreFound() {
    QFile file(QStringLiteral(CONGVAN_TEST_DATA "/officetext/valid/chữ và bảng.docx"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray packet =
        samplePacket().replace("07.pdf", "07.docx").replace("JVBERi0xLjQK", file.readAll().toBase64());
    const auto sent = m_world->sendRaw(packet);
    QVERIFY2(sent.has_value(), sent ? "" : qPrintable(sent.error().code));
    CONGVAN_VERIFY(m_world->sync(receiver()));
    QCOMPARE(*receiver().readTexts().owed(), 1);
    CONGVAN_VERIFY(receiver().readTexts().readPending(10));
    QCOMPARE(*receiver().readTexts().owed(), 0);
    QCOMPARE(found(receiver(), u"mua sam may bom"_s), 1);
    QCOMPARE(found(receiver(), u"da xoa"_s), 0); // struck out in it
}

void TestSearch::aReaderThatIsMissingLeavesItOwed() {
    CONGVAN_VERIFY(m_world->sendOne());
    CONGVAN_VERIFY(m_world->sync(receiver()));
    const QString folder = receiver().profile().folder;
    m_world->close(OfficeWorld::finance, Role::Clerk);
    Programs broken = m_world->programs();
    broken.renderWorker = m_world->path(u"không có"_s);
    {
        const auto desk = OfficeSession::open(folder, broken);
        CONGVAN_VERIFY(desk);
        QCOMPARE((*desk)->readTexts().readPending(10).error().code, u"render-worker-missing"_s);
        QCOMPARE(*(*desk)->readTexts().owed(), 1);
    }
    QCOMPARE(*receiver().readTexts().readPending(10), 1);
}

void TestSearch::searchesAreKept() {
    SavedSearches& searches = receiver().savedSearches();
    const DocumentQuery query{.words = u"báo cáo"_s, .incoming = true, .unanswered = true};
    CONGVAN_VERIFY(searches.keep({.name = u"  Báo cáo chưa trả lời "_s, .query = query}));
    CONGVAN_VERIFY(searches.keep({.name = u"Khẩn"_s, .query = {.urgent = true}}));
    CONGVAN_VERIFY(searches.keep({.name = u"Khẩn"_s, .query = {.urgent = true, .trouble = true}}));
    QCOMPARE(searches.all()->size(), 2);
    QCOMPARE(*searches.find(u"Báo cáo chưa trả lời"_s), query);
    QVERIFY(searches.find(u"Khẩn"_s)->trouble);
    QCOMPARE(searches.keep({.name = u" \u200B "_s, .query = query}).error().code, u"search-name-missing"_s);
    QCOMPARE(searches.keep({.name = QString(81, u'x'), .query = query}).error().code, u"search-name-missing"_s);
    CONGVAN_VERIFY(searches.forget(u"Khẩn"_s));
    QCOMPARE(searches.forget(u"Khẩn"_s).error().code, u"search-unknown"_s);
    QCOMPARE(searches.find(u"Khẩn"_s).error().code, u"search-unknown"_s);
    for (int count = 0; count < SavedSearches::most - 1; ++count) {
        CONGVAN_VERIFY(searches.keep({.name = QString::number(count), .query = query}));
    }
    QCOMPARE(searches.keep({.name = u"một nữa"_s, .query = query}).error().code, u"search-too-many"_s);
}

void TestSearch::theCommandLineSearches() {
    CONGVAN_VERIFY(m_world->sendOne());
    CONGVAN_VERIFY(m_world->sync(receiver()));
    const QStringList where{u"--profile"_s, receiver().profile().folder, u"--json"_s};
    m_world->close(OfficeWorld::finance, Role::Clerk);
    const auto run = [&](const QStringList& words) { return congvanctl::run(words + where); };
    const auto read = run({u"index"_s});
    QCOMPARE(read.exitCode, 0);
    QCOMPARE(read.json()[u"read"_s].toInt(), 1);
    const auto hit = run({u"search"_s, m_wordsOfBody, u"--incoming"_s, u"--save"_s, u"Của tôi"_s});
    QCOMPARE(hit.exitCode, 0);
    QCOMPARE(hit.json()[u"count"_s].toInt(), 1);
    QVERIFY(!hit.json()[u"documents"_s][0][u"excerpt"_s].toString().isEmpty());
    QCOMPARE(run({u"search"_s, u"--saved"_s, u"Của tôi"_s}).json()[u"count"_s].toInt(), 1);
    QCOMPARE(run({u"search"_s, m_wordsOfBody, u"--outgoing"_s}).json()[u"count"_s].toInt(), 0);
    QCOMPARE(run({u"search"_s, u"--unanswered"_s, u"--in"_s, u"to-accept"_s}).json()[u"count"_s].toInt(), 1);
    QCOMPARE(run({u"search"_s, u"--to"_s, u"2020-01-01"_s}).json()[u"count"_s].toInt(), 0);
    QCOMPARE(run({u"searches"_s}).json()[u"searches"_s].toArray().size(), 1);
    QCOMPARE(run({u"searches"_s, u"forget"_s, u"Của tôi"_s}).exitCode, 0);
    QCOMPARE(run({u"search"_s, u"--saved"_s, u"Của tôi"_s}).json()[u"error"_s].toString(), u"search-unknown"_s);
    QCOMPARE(run({u"search"_s}).json()[u"error"_s].toString(), u"search-empty"_s);
    QCOMPARE(run({u"search"_s, u"--state"_s, u"lost"_s}).json()[u"error"_s].toString(), u"search-word-unknown"_s);
    QCOMPARE(run({u"search"_s, u"x"_s, u"--limit"_s, u"-1"_s}).json()[u"error"_s].toString(), u"search-word-unknown"_s);
}

void TestSearch::theAgentTellsADayOnce() {
    CONGVAN_VERIFY(m_world->sendOne());
    const QStringList where{u"--profile"_s, receiver().profile().folder, u"--json"_s};
    m_world->close(OfficeWorld::finance, Role::Clerk);
    const QStringList round = QStringList{u"agent"_s, u"--for"_s, u"0"_s} + where;
    const auto first = congvanctl::run(round);
    QCOMPARE(first.exitCode, 0);
    QStringList events;
    for (const QJsonObject& line : first.lines()) {
        events << line[u"event"_s].toString();
    }
    QCOMPARE(events, (QStringList{u"synced"_s, u"digest"_s}));
    QCOMPARE(first.lines().last()[u"toAccept"_s].toInt(), 1);
    for (const QJsonObject& line : congvanctl::run(round).lines()) {
        QCOMPARE(line[u"event"_s].toString(), u"synced"_s); // what it owes went out; the day was told
    }
    const auto asked = congvanctl::run(QStringList{u"digest"_s} + where);
    QCOMPARE(asked.json()[u"toAccept"_s].toInt(), 1);
    // The round judged what came and read its text.
    QCOMPARE(found(receiver(), m_wordsOfBody), 1);
    QCOMPARE(receiver().syncOffice().state().toJudge, 0);
    m_world->close(OfficeWorld::finance, Role::Clerk);
    const auto wrong = congvanctl::run(QStringList{u"agent"_s, u"--for"_s, u"soon"_s} + where);
    QCOMPARE(wrong.json()[u"error"_s].toString(), u"agent-time-unreadable"_s);
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestSearch test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_search.moc"
