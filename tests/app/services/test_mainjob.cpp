// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/office/actcodec.h"
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/runtime/demojob.h"
#include "app/runtime/demotexts.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/wordprocessorpdf.h"
#include "tests/world/office/officeworld.h"

#include <QFile>
#include <QGuiApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;

namespace {

DocumentState stateAt(OfficeSession& desk, const DocumentId& id) {
    const auto detail = desk.queryDocuments().detail(id);
    return detail ? detail->summary.state : DocumentState::Problem;
}

bool listsIt(OfficeSession& desk, Folder folder, const DocumentId& id) {
    const auto rows = desk.queryDocuments().list(folder);
    return rows && std::ranges::any_of(*rows, [&](const DocumentSummary& row) { return row.id == id; });
}

QString lastCode(OfficeSession& desk, const DocumentId& id, const QString& organ) {
    const auto trail = desk.documentTrail().trail(id);
    for (const TrailLine& line : trail ? *trail : QList<TrailLine>()) {
        if (line.receiver.id.text() == organ) {
            return line.lastCode;
        }
    }
    return {};
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestMainJob : public QObject {
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanup() { m_world.reset(); }

    void wholeJobPlays();
    void everyStateIsSeen();
    void refusalCarriesItsReason();
    void leaderReturnsADraft();
    void twoClerksDrawDifferentNumbers();
    void offlineWorkIsQueuedThenSynced();
    void lostAnswerIsNotSentTwice();
    void doubleDeliveryMakesOneDocument();
    void reopenedDeskKnowsEverything();
    void importedPdfGoesTheWholeWay();

private:
    std::unique_ptr<OfficeWorld> m_world;
};

void TestMainJob::wholeJobPlays() {
    QStringList names;
    const auto result = playDemoJob(m_world->demo(), m_world->programs(), m_world->path(u"xuất 1"_s),
                                    [&](const DemoStep& step) { names.append(step.name); });
    CONGVAN_VERIFY(result);
    QCOMPARE(names.size(), result->steps.size());
    QVERIFY(names.contains(u"sign-decision"_s));
    QCOMPARE(names.last(), u"dossier-check"_s);
    for (const DemoStep& step : result->steps) {
        QVERIFY2(QFile::exists(step.file), qPrintable(step.name + u": "_s + step.file));
    }
    // A second job in the same world goes on with the numbers.
    const auto again = playDemoJob(m_world->demo(), m_world->programs(), m_world->path(u"xuất 2"_s));
    CONGVAN_VERIFY(again);
    const auto book = m_world->clerk().queryDocuments().book(vietnamToday().year(), false);
    CONGVAN_VERIFY(book);
    QCOMPARE(book->size(), 4);
    QVERIFY(std::ranges::none_of(*book, &BookEntry::flagged));
}

void TestMainJob::everyStateIsSeen() {
    const auto id = m_world->draft();
    CONGVAN_VERIFY(id);
    QVERIFY(listsIt(m_world->officer(), Folder::Drafts, *id));
    CONGVAN_VERIFY(m_world->submit(*id));
    QCOMPARE(stateAt(m_world->officer(), *id), DocumentState::WaitingForSignature);
    CONGVAN_VERIFY(m_world->sync(m_world->leader()));
    QVERIFY(listsIt(m_world->leader(), Folder::ToSign, *id));
    const auto signing = m_world->sign(*id);
    CONGVAN_VERIFY(signing);
    QCOMPARE(int(signing->report.verdict), int(docsig::Verdict::Valid));
    QCOMPARE(signing->report.signatures.size(), 1);
    QCOMPARE(signing->report.signatures.first().docMdpPermission, 2);
    CONGVAN_VERIFY(m_world->sync(m_world->clerk()));
    QVERIFY(listsIt(m_world->clerk(), Folder::ToIssue, *id));
    const auto expected = m_world->clerk().numberDocument().expected(*id);
    CONGVAN_VERIFY(expected);
    const auto number = m_world->number(*id);
    CONGVAN_VERIFY(number);
    QCOMPARE(*number, *expected);
    QCOMPARE(number->display, u"01/SNV-VP"_s);
    QCOMPARE(stateAt(m_world->clerk(), *id), DocumentState::Numbered);
    const auto sealing = m_world->seal(*id);
    CONGVAN_VERIFY(sealing);
    QCOMPARE(int(sealing->report.verdict), int(docsig::Verdict::Valid));
    QCOMPARE(sealing->report.signatures.size(), 2);
    QVERIFY(!sealing->report.signatures.last().lockedFields.isEmpty());
    QCOMPARE(stateAt(m_world->clerk(), *id), DocumentState::Sealed);
    const auto sent = m_world->clerk().sendDocument().send(*id);
    CONGVAN_VERIFY(sent);
    QCOMPARE(lastCode(m_world->clerk(), *id, u"H99"_s), u"queued"_s);
    CONGVAN_VERIFY(m_world->sync(m_world->clerk()));
    QCOMPARE(lastCode(m_world->clerk(), *id, u"H99"_s), u"sent"_s);
    QVERIFY(listsIt(m_world->clerk(), Folder::Issued, *id));

    OfficeSession& receiver = m_world->clerk(OfficeWorld::finance);
    CONGVAN_VERIFY(m_world->sync(receiver));
    const DocumentId incoming = documentOfPacket(sent->packetSha256);
    QVERIFY(listsIt(receiver, Folder::ToAccept, incoming));
    QCOMPARE(codeOf(receiver.acceptIncoming().accept(incoming, {})), u"verdict-missing"_s);
    const auto pending = receiver.judgeIncoming().pending();
    CONGVAN_VERIFY(pending);
    QCOMPARE(*pending, QList<DocumentId>{incoming});
    const auto verdict = receiver.judgeIncoming().judge(incoming);
    CONGVAN_VERIFY(verdict);
    QCOMPARE(int(verdict->verdict), int(docsig::Verdict::Valid));
    QCOMPARE(int(verdict->sender.binding), int(SealBinding::Directory));
    const auto arrival = receiver.acceptIncoming().accept(incoming, {});
    CONGVAN_VERIFY(arrival);
    QCOMPARE(arrival->number, 1);
    QCOMPARE(stateAt(receiver, incoming), DocumentState::Registered);
    QCOMPARE(codeOf(receiver.acceptIncoming().accept(incoming, {})), u"already-settled"_s);
    CONGVAN_VERIFY(m_world->sync(receiver));
    CONGVAN_VERIFY(m_world->sync(m_world->clerk()));
    QCOMPARE(lastCode(m_world->clerk(), *id, u"H99.03"_s), u"03"_s);
    QCOMPARE(lastCode(m_world->clerk(), *id, u"H99"_s), u"sent"_s);
}

void TestMainJob::refusalCarriesItsReason() {
    DocumentId id = DocumentId::create();
    const auto packet = m_world->sendOne(&id);
    CONGVAN_VERIFY(packet);
    OfficeSession& receiver = m_world->clerk(OfficeWorld::province);
    CONGVAN_VERIFY(m_world->sync(receiver));
    const DocumentId incoming = documentOfPacket(*packet);
    QCOMPARE(codeOf(receiver.refuseIncoming().refuse(incoming, u"  "_s)), u"reason-missing"_s);
    QCOMPARE(codeOf(receiver.refuseIncoming().refuse(incoming, QString(501, u'x'))), u"reason-too-long"_s);
    CONGVAN_VERIFY(receiver.refuseIncoming().refuse(incoming, u"Thiếu phụ lục"_s));
    QCOMPARE(stateAt(receiver, incoming), DocumentState::Refused);
    QCOMPARE(codeOf(receiver.acceptIncoming().accept(incoming,
                                                     {.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true})),
             u"already-settled"_s);
    CONGVAN_VERIFY(m_world->sync(receiver));
    CONGVAN_VERIFY(m_world->sync(m_world->clerk()));
    const auto trail = m_world->clerk().documentTrail().trail(id);
    CONGVAN_VERIFY(trail);
    QCOMPARE(trail->size(), 2);
    for (const TrailLine& line : *trail) {
        const bool refused = line.receiver.id.text() == u"H99"_s;
        QCOMPARE(line.lastCode, refused ? u"02"_s : u"sent"_s);
        QCOMPARE(line.reason, refused ? u"Thiếu phụ lục"_s : QString());
    }
}

void TestMainJob::leaderReturnsADraft() {
    const auto id = m_world->draft(DocumentKind::QuyetDinh);
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_world->submit(*id));
    const auto edited = m_world->officer().draftDocument().load(*id);
    CONGVAN_VERIFY(edited);
    QCOMPARE(codeOf(m_world->officer().draftDocument().save(*edited)), u"draft-already-submitted"_s);
    CONGVAN_VERIFY(m_world->sync(m_world->leader()));
    CONGVAN_VERIFY(m_world->leader().returnDraft().returnToDrafter(*id, u"Sửa Điều 2"_s));
    CONGVAN_VERIFY(m_world->sync(m_world->leader()));
    CONGVAN_VERIFY(m_world->sync(m_world->officer()));
    const auto back = m_world->officer().draftDocument().load(*id);
    CONGVAN_VERIFY(back);
    QCOMPARE(back->returnReason, u"Sửa Điều 2"_s);
    QVERIFY(listsIt(m_world->officer(), Folder::Drafts, *id));
    CONGVAN_VERIFY(m_world->officer().draftDocument().save(*back));
    CONGVAN_VERIFY(m_world->submit(*id));
    CONGVAN_VERIFY(m_world->sign(*id));
    QCOMPARE(codeOf(m_world->leader().returnDraft().returnToDrafter(*id, u"late"_s)), u"action-not-allowed"_s);
}

void TestMainJob::twoClerksDrawDifferentNumbers() {
    // The book moved on at the server while this clerk looked away: what the desk expects is out of date, what it draws
    // is not.
    QList<DocumentId> ids;
    for (int count = 0; count < 2; ++count) {
        const auto id = m_world->draft();
        CONGVAN_VERIFY(id);
        CONGVAN_VERIFY(m_world->submit(*id));
        CONGVAN_VERIFY(m_world->sign(*id));
        ids.append(*id);
    }
    CONGVAN_VERIFY(m_world->sync(m_world->clerk()));
    const OrganId organ = m_world->clerk().agency().id;
    const DocumentId foreign = DocumentId::create();
    const auto other = m_world->hub().client(m_world->clerk().person().mailbox());
    const OfficeAct act =
        makeAct(m_world->clerk().person().mailbox(), acts::NumberDrawn{.document = foreign,
                                                                       .number = 1,
                                                                       .notation = u"SNV-VP"_s,
                                                                       .date = vietnamToday(),
                                                                       .subject = u"của văn thư khác"_s});
    exchange::Append append;
    append.stream = outgoingBookStream(organ, vietnamToday().year(), seriesKey(DocumentKind::CongVan));
    append.expectedSequence = 1;
    append.kind = u"office"_s;
    append.messageId = act.id;
    append.payload = writeAct(act);
    append.participants = {organ.mailbox()};
    const auto appended = other->append(append);
    QVERIFY2(appended.has_value(), appended ? "" : qPrintable(appended.error().code));
    const auto stale = m_world->clerk().numberDocument().expected(ids.first());
    CONGVAN_VERIFY(stale);
    QCOMPARE(stale->number, 1);
    const auto first = m_world->clerk().numberDocument().number(ids.first(), vietnamToday());
    CONGVAN_VERIFY(first);
    QCOMPARE(first->number, 2);
    QCOMPARE(codeOf(m_world->clerk().numberDocument().number(ids.last(), vietnamToday().addDays(1))),
             u"number-date-not-allowed"_s);
    QCOMPARE(codeOf(m_world->clerk().numberDocument().number(ids.last(), vietnamToday().addDays(-1))),
             u"number-date-not-allowed"_s);
    const auto second = m_world->clerk().numberDocument().number(ids.last(), vietnamToday());
    CONGVAN_VERIFY(second);
    QCOMPARE(second->number, 3);
}

void TestMainJob::offlineWorkIsQueuedThenSynced() {
    const auto id = m_world->draft();
    CONGVAN_VERIFY(id);
    m_world->hub().setFault({.kind = world::Fault::Kind::Down});
    CONGVAN_VERIFY(m_world->officer().submitForSignature().submit(
        *id, m_world->demo().profile(OfficeWorld::sender, Role::Leader).person.mailbox()));
    QCOMPARE(stateAt(m_world->officer(), *id), DocumentState::WaitingForSignature);
    QVERIFY(!m_world->sync(m_world->officer()));
    QCOMPARE(int(m_world->officer().syncOffice().state().reach), int(SyncState::Reach::Offline));
    QVERIFY(m_world->officer().syncOffice().state().queued > 0);
    m_world->hub().setFault({});
    CONGVAN_VERIFY(m_world->sync(m_world->officer()));
    QCOMPARE(m_world->officer().syncOffice().state().queued, 0);
    CONGVAN_VERIFY(m_world->sign(*id));
    CONGVAN_VERIFY(m_world->sync(m_world->clerk()));
    m_world->hub().setFault({.kind = world::Fault::Kind::Down});
    QCOMPARE(codeOf(m_world->clerk().numberDocument().number(*id, vietnamToday())), u"number-needs-server"_s);
    QCOMPARE(stateAt(m_world->clerk(), *id), DocumentState::Signed);
    m_world->hub().setFault({});
    CONGVAN_VERIFY(m_world->number(*id));
    m_world->hub().setFault({.kind = world::Fault::Kind::Down});
    CONGVAN_VERIFY(m_world->seal(*id));
    const auto sent = m_world->clerk().sendDocument().send(*id);
    CONGVAN_VERIFY(sent);
    QVERIFY(!m_world->sync(m_world->clerk()));
    QCOMPARE(lastCode(m_world->clerk(), *id, u"H99"_s), u"queued"_s);
    m_world->hub().setFault({});
    CONGVAN_VERIFY(m_world->sync(m_world->clerk()));
    QCOMPARE(lastCode(m_world->clerk(), *id, u"H99"_s), u"sent"_s);
}

void TestMainJob::lostAnswerIsNotSentTwice() {
    const auto id = m_world->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_world->submit(*id));
    CONGVAN_VERIFY(m_world->sign(*id));
    // The draw reaches the hub, its answer is lost: the next try finds the line and takes no second number.
    CONGVAN_VERIFY(m_world->sync(m_world->clerk()));
    m_world->hub().setFault({.kind = world::Fault::Kind::LoseAnswer});
    QCOMPARE(codeOf(m_world->clerk().numberDocument().number(*id, vietnamToday())), u"number-needs-server"_s);
    m_world->hub().setFault({});
    const auto number = m_world->clerk().numberDocument().number(*id, vietnamToday());
    CONGVAN_VERIFY(number);
    QCOMPARE(number->number, 1);
    CONGVAN_VERIFY(m_world->seal(*id));
    const auto sent = m_world->clerk().sendDocument().send(*id);
    CONGVAN_VERIFY(sent);
    for (int times = 1; times <= 6; ++times) {
        m_world->hub().setFault({.kind = world::Fault::Kind::LoseAnswer, .times = times});
        std::ignore = m_world->sync(m_world->clerk());
    }
    m_world->hub().setFault({});
    // What waits for its next try is due later than now: a person presses "send again".
    const auto waiting = m_world->clerk().syncOffice().waiting();
    CONGVAN_VERIFY(waiting);
    for (const WaitingItem& item : *waiting) {
        CONGVAN_VERIFY(m_world->clerk().syncOffice().retry(item.id));
    }
    CONGVAN_VERIFY(m_world->sync(m_world->clerk()));
    QCOMPARE(m_world->clerk().syncOffice().state().queued, 0);
    OfficeSession& receiver = m_world->clerk(OfficeWorld::finance);
    CONGVAN_VERIFY(m_world->sync(receiver));
    const auto rows = receiver.queryDocuments().list(Folder::ToAccept);
    CONGVAN_VERIFY(rows);
    QCOMPARE(rows->size(), 1);
}

void TestMainJob::doubleDeliveryMakesOneDocument() {
    DocumentId id = DocumentId::create();
    const auto packet = m_world->sendOne(&id);
    CONGVAN_VERIFY(packet);
    const auto path = m_world->clerk().queryDocuments().content(*packet);
    CONGVAN_VERIFY(path);
    // The same bytes once more, straight to the hub.
    const auto again = m_world->sendRaw(bytesOf(*path));
    QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().code));
    OfficeSession& receiver = m_world->clerk(OfficeWorld::finance);
    for (int times = 0; times < 2; ++times) {
        CONGVAN_VERIFY(m_world->sync(receiver));
        const auto rows = receiver.queryDocuments().list(Folder::ToAccept);
        CONGVAN_VERIFY(rows);
        QCOMPARE(rows->size(), 1);
    }
}

void TestMainJob::reopenedDeskKnowsEverything() {
    DocumentId id = DocumentId::create();
    CONGVAN_VERIFY(m_world->sendOne(&id));
    const auto before = m_world->clerk().queryDocuments().detail(id);
    CONGVAN_VERIFY(before);
    m_world->close(OfficeWorld::sender, Role::Clerk);
    const auto after = m_world->clerk().queryDocuments().detail(id);
    CONGVAN_VERIFY(after);
    QVERIFY(*after == *before);
    // Another computer replays the feed and has the same document.
    const QString folder = m_world->clerk().profile().folder;
    m_world->close(OfficeWorld::sender, Role::Clerk);
    for (const QString& suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
        QFile::remove(folder + u"/store.sqlite"_s + suffix);
    }
    CONGVAN_VERIFY(m_world->sync(m_world->clerk()));
    const auto replayed = m_world->clerk().queryDocuments().detail(id);
    CONGVAN_VERIFY(replayed);
    QCOMPARE(replayed->summary.state, DocumentState::Sent);
    QCOMPARE(replayed->summary.number, before->summary.number);
    QCOMPARE(replayed->pdfSha256, before->pdfSha256);
}

void TestMainJob::importedPdfGoesTheWholeWay() {
    // LibreOffice makes the PDF where it is installed, else the project's own generator stands for it.
    CONGVAN_VERIFY(m_world->sync(m_world->officer()));
    auto text = m_world->officer().draftDocument().start(DocumentKind::CongVan);
    CONGVAN_VERIFY(text);
    fillDemoLetter(*text);
    for (int paragraph = 0; paragraph < 40; ++paragraph) {
        text->body.append(text->body.first());
    }
    const auto pages = m_world->officer().draftDocument().preview(*text);
    CONGVAN_VERIFY(pages);
    QVERIFY(pages->pages > 1);
    const QTemporaryDir wordProcessor;
    QByteArray foreign = support::wordProcessorPdf(wordProcessor.path(), 120);
    qInfo("the imported PDF is made by %s", foreign.isEmpty() ? "the project's own generator" : "LibreOffice");
    if (foreign.isEmpty()) {
        foreign = pages->pdf;
    }
    const QString path = m_world->path(u"báo cáo.pdf"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(foreign);
    file.close();

    Draft metadata = *text;
    metadata.kind = DocumentKind::BaoCao;
    metadata.notation = u"BC-SNV"_s;
    const DemoProfile& receiver = m_world->demo().profile(OfficeWorld::finance, Role::Clerk);
    metadata.receivers = {{.id = receiver.person.organ, .name = receiver.organName}};
    const auto id = m_world->officer().importPdf().import(path, metadata);
    CONGVAN_VERIFY(id);
    QCOMPARE(bytesOf(path), foreign);
    const auto packet = m_world->issue(*id);
    CONGVAN_VERIFY(packet);
    OfficeSession& clerk = m_world->clerk(OfficeWorld::finance);
    CONGVAN_VERIFY(m_world->sync(clerk));
    const auto verdict = clerk.judgeIncoming().judge(documentOfPacket(*packet));
    CONGVAN_VERIFY(verdict);
    QCOMPARE(int(verdict->verdict), int(docsig::Verdict::Valid));
    const auto received = clerk.queryDocuments().mainPdf(documentOfPacket(*packet));
    CONGVAN_VERIFY(received);
    QVERIFY(bytesOf(*received).startsWith(foreign));
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime crypto;
    TestMainJob test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_mainjob.moc"
