// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/vietnamtime.h"
#include "app/services/auditlog.h"
#include "app/services/documentfiles.h"
#include "app/services/judgeincoming.h"
#include "app/services/querydocuments.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/world/office/officeworld.h"
#include "tests/world/office/receivingdesk.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;
using world::ReceivingDesk;
using world::samplePacket;

namespace {

/// The sample with so many attachments instead of one.
QByteArray withAttachments(int count) {
    QByteArray references;
    QByteArray attachments;
    for (int number = 1; number <= count; ++number) {
        const QByteArray id = QByteArray::number(number);
        references += "<edXML:Reference><edXML:ContentId>cid:" + id +
                      "</edXML:ContentId><edXML:ContentType>application/pdf</edXML:ContentType>"
                      "<edXML:AttachmentName>" +
                      id + ".pdf</edXML:AttachmentName></edXML:Reference>";
        attachments += "<edXML:Attachment><edXML:ContentId>cid:" + id + "</edXML:ContentId><edXML:AttachmentName>" +
                       id +
                       ".pdf</edXML:AttachmentName><edXML:ContentType>application/pdf</edXML:ContentType>"
                       "<edXML:ContentTransferEncoded>" +
                       ("%PDF-1.4\n" + id).toBase64() + "</edXML:ContentTransferEncoded></edXML:Attachment>";
    }
    QByteArray packet = samplePacket();
    const auto put = [&packet](const QByteArray& first, const QByteArray& last, const QByteArray& inner) {
        const qsizetype from = packet.indexOf(first);
        const qsizetype to = packet.lastIndexOf(last) + last.size();
        packet.replace(from, to - from, inner);
    };
    put("<edXML:Reference>", "</edXML:Reference>", references);
    put("<edXML:Attachment>", "</edXML:Attachment>", attachments);
    return packet;
}

QByteArray withoutAttachments() {
    QByteArray packet = withAttachments(0);
    return packet;
}

QByteArray withSubject(const QString& subject) {
    return samplePacket("V/v thử", subject.toUtf8());
}

} // namespace

/// What is wrong with what comes in, with the clock, with the people: one sentence each, and nothing is lost.
class TestBadInputs : public QObject {
    Q_OBJECT

private slots:
    void aPacketIsOddButNotLost_data();
    void aPacketIsOddButNotLost();
    void aDocumentWithoutAPdfIsKept();
    void twoHundredAttachmentsAreAllThere();
    void aLongSubjectIsKeptWhole();
    void aSenderIsNotImitatedByWhatNobodySees();
    void aClockThatIsAYearOffDrawsNoNumber();
    void twoClerksAcceptTheSameDocument();
    void whoLeftKeepsNoWorkUnseen();
    void theYearTurnsAtMidnightInVietnam();
};

void TestBadInputs::aPacketIsOddButNotLost_data() {
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<QString>("finding");
    const QByteArray date = "2026/11/20</edXML:Prom";
    QTest::newRow("no such day") << samplePacket(date, "2026/02/30</edXML:Prom") << u"packet-date-wrong"_s;
    QTest::newRow("day first") << samplePacket(date, "20/11/2026</edXML:Prom") << u"packet-date-form"_s;
    QTest::newRow("words for a day") << samplePacket(date, "hôm qua</edXML:Prom") << u"packet-date-wrong"_s;
    QTest::newRow("a day to come") << samplePacket(date, "2126/11/20</edXML:Prom") << u"packet-date-future"_s;
    QTest::newRow("no number") << samplePacket("<edXML:CodeNumber>07</edXML:CodeNumber>", "<edXML:CodeNumber/>")
                               << u"packet-element-missing"_s;
    QTest::newRow("no notation") << samplePacket("<edXML:CodeNotation>SNV-VP</edXML:CodeNotation>", "")
                                 << u"packet-element-missing"_s;
    QTest::newRow("no number at all")
        << samplePacket("<edXML:Code><edXML:CodeNumber>07</edXML:CodeNumber><edXML:CodeNotation>SNV-VP"
                        "</edXML:CodeNotation></edXML:Code>",
                        "")
        << u"packet-element-missing"_s;
}

void TestBadInputs::aPacketIsOddButNotLost() {
    QFETCH(QByteArray, packet);
    QFETCH(QString, finding);
    QVERIFY(packet != samplePacket());
    ReceivingDesk at;
    QVERIFY(at.deliver(packet));
    const auto document = at.received(packet);
    CONGVAN_VERIFY(document);
    QCOMPARE(stateKey(document->summary.state), u"arrived"_s);
    QVERIFY2(document->packetFindings.contains(finding), qPrintable(document->packetFindings.join(u' ')));
    for (const Language language : {Language::English, Language::Vietnamese}) {
        QVERIFY(sentence(finding, language) != finding);
    }
    QVERIFY(document->actions.canAccept && document->actions.canRefuse); // a person decides
    QCOMPARE(QueryDocuments(at.desk()).list(Folder::ToAccept)->size(), 1);
    QCOMPARE(*at.store().blobs().bytes(exchange::sha256Hex(packet)), packet);
    QVERIFY(document->summary.application.isEmpty()); // it is a document with a fault, and no other kind
}

void TestBadInputs::aDocumentWithoutAPdfIsKept() {
    ReceivingDesk at;
    const QByteArray packet = withoutAttachments();
    QVERIFY(at.deliver(packet));
    const auto document = at.received(packet);
    CONGVAN_VERIFY(document);
    QCOMPARE(stateKey(document->summary.state), u"arrived"_s);
    QVERIFY(document->contents.isEmpty());
    const auto verdict = JudgeIncoming(at.desk()).judge(document->summary.id);
    CONGVAN_VERIFY(verdict);
    QCOMPARE(int(verdict->verdict), int(docsig::Verdict::Unreadable));
    QCOMPARE(verdict->report.findings.first().code, u"main-document-missing"_s);
    QVERIFY(at.received(packet)->actions.canRefuse);
    QCOMPARE(codeOf(QueryDocuments(at.desk()).mainPdf(document->summary.id)).isEmpty(), false);
}

void TestBadInputs::twoHundredAttachmentsAreAllThere() {
    ReceivingDesk at;
    const QByteArray packet = withAttachments(200);
    QVERIFY(at.deliver(packet));
    const auto document = at.received(packet);
    CONGVAN_VERIFY(document);
    QCOMPARE(stateKey(document->summary.state), u"arrived"_s);
    QCOMPARE(document->contents.size(), 200);
    QCOMPARE(document->contents.first().name, u"1.pdf"_s);
    QCOMPARE(document->contents.last().name, u"200.pdf"_s);
    for (const ContentRef& content : document->contents) {
        QVERIFY(content.here);
    }
    // Each of them is had, and every time it is written down who had it.
    DocumentFiles files(at.desk());
    const ContentRef last = *files.at(document->summary.id, 200);
    QCOMPARE(last, document->contents.last());
    QCOMPARE(codeOf(files.at(document->summary.id, 201)), u"document-file-unknown"_s);
    QCOMPARE(codeOf(files.at(document->summary.id, 0)), u"document-file-unknown"_s);
    QCOMPARE(codeOf(files.open(document->summary.id, "ab")), u"document-file-unknown"_s);
    CONGVAN_VERIFY(files.open(document->summary.id, last.sha256));
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"phụ lục.pdf"_s);
    CONGVAN_VERIFY(files.save(document->summary.id, last.sha256, target));
    QFile copy(target);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), QByteArray("%PDF-1.4\n200"));
    const auto lines = AuditLog(at.desk()).lines(1, 10, document->summary.id.text());
    CONGVAN_VERIFY(lines);
    QCOMPARE(lines->size(), 2);
    QCOMPARE(lines->first().deed, u"viewed"_s);
    QCOMPARE(lines->last().deed, u"exported"_s);
    QVERIFY(lines->last().detail.contains(target) && lines->last().detail.contains(u"200.pdf"_s));
    // A name with this hash in another document's list opens nothing.
    const QByteArray other = samplePacket();
    QVERIFY(at.deliver(other));
    QCOMPARE(codeOf(files.open(documentOfPacket(exchange::sha256Hex(other)), last.sha256)), u"document-file-unknown"_s);
}

void TestBadInputs::aLongSubjectIsKeptWhole() {
    ReceivingDesk at;
    const QString subject = u"Về việc "_s + QString(4992, u'x');
    const QByteArray packet = withSubject(subject);
    QVERIFY(at.deliver(packet));
    const auto document = at.received(packet);
    CONGVAN_VERIFY(document);
    QCOMPARE(document->summary.subject, subject);
    QVERIFY(document->packetFindings.contains(u"packet-text-over-limit"_s));
}

void TestBadInputs::aSenderIsNotImitatedByWhatNobodySees() {
    ReceivingDesk at;
    const QByteArray packet = samplePacket("Sở Nội vụ", u"Sở Nội\u200B vụ\u202E hnít"_s.toUtf8());
    QVERIFY(packet != samplePacket());
    QVERIFY(at.deliver(packet));
    const auto document = at.received(packet);
    CONGVAN_VERIFY(document);
    QCOMPARE(document->summary.counterpart, u"Sở Nội vụ hnít"_s); // as it was written, in the order of writing
    QVERIFY(document->packetFindings.contains(u"packet-hidden-characters"_s));
    QCOMPARE(document->issuer.id.text(), u"H99.02"_s); // whom the hub vouches for, whatever the name says
}

void TestBadInputs::aClockThatIsAYearOffDrawsNoNumber() {
    OfficeWorld world;
    SessionOptions later;
    later.clock = [] { return QDateTime::currentDateTimeUtc().addYears(1); };
    const auto packet = world.sendOne();
    CONGVAN_VERIFY(packet);
    world.setOptions(later);
    OfficeSession& clerk = world.clerk(OfficeWorld::finance);
    CONGVAN_VERIFY(world.sync(clerk));
    const DocumentId id = documentOfPacket(*packet);
    const ArrivalForm form{.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true};
    QCOMPARE(codeOf(clerk.acceptIncoming().accept(id, form)), u"book-clock-wrong"_s);
    QCOMPARE(stateKey(clerk.queryDocuments().detail(id)->summary.state), u"arrived"_s);
    QVERIFY(clerk.queryDocuments().book(clerk.delegations().today().year(), true)->isEmpty());
    // The clock is set right, and the same document gets its number.
    world.close(OfficeWorld::finance, Role::Clerk);
    world.setOptions({});
    OfficeSession& mended = world.clerk(OfficeWorld::finance);
    CONGVAN_VERIFY(world.sync(mended));
    CONGVAN_VERIFY(mended.acceptIncoming().accept(id, form));
    QCOMPARE(mended.queryDocuments().detail(id)->arrivalDate, vietnamToday());
}

void TestBadInputs::twoClerksAcceptTheSameDocument() {
    OfficeWorld world;
    const auto packet = world.sendOne();
    CONGVAN_VERIFY(packet);
    const DocumentId id = documentOfPacket(*packet);
    OfficeSession& clerk = world.clerk(OfficeWorld::finance);
    const ArrivalForm form{.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true};
    CONGVAN_VERIFY(world.sync(clerk));
    const auto number = clerk.acceptIncoming().accept(id, form);
    CONGVAN_VERIFY(number);
    // Again, at the same desk or another one of the office: the number stays, and is drawn once.
    QCOMPARE(codeOf(clerk.acceptIncoming().accept(id, form)), u"already-settled"_s);
    QCOMPARE(codeOf(clerk.refuseIncoming().refuse(id, u"Nhầm"_s)), u"action-not-allowed"_s);
    CONGVAN_VERIFY(world.sync(clerk));
    QCOMPARE(clerk.queryDocuments().book(clerk.delegations().today().year(), true)->size(), 1);
    QCOMPARE(clerk.queryDocuments().detail(id)->summary.arrivalNumber, number->number);
}

void TestBadInputs::whoLeftKeepsNoWorkUnseen() {
    OfficeWorld world;
    const auto packet = world.sendOne();
    CONGVAN_VERIFY(packet);
    const DocumentId id = documentOfPacket(*packet);
    OfficeSession& clerk = world.clerk(OfficeWorld::finance);
    const Person officer = world.officer(OfficeWorld::finance).person();
    CONGVAN_VERIFY(world.sync(clerk));
    CONGVAN_VERIFY(clerk.acceptIncoming().accept(id, {.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true}));
    CONGVAN_VERIFY(clerk.directDocument().direct(id, {.words = u"Giao"_s, .shares = {{.to = officer.mailbox()}}}));
    CONGVAN_VERIFY(world.sync(clerk));
    world.hub().import({{u"people"_s, QJsonArray{QJsonObject{{u"agency"_s, officer.organ.text()},
                                                             {u"login"_s, officer.login},
                                                             {u"name"_s, officer.name},
                                                             {u"role"_s, u"left"_s}}}}});
    CONGVAN_VERIFY(world.sync(clerk));
    const auto changes = clerk.watchRights().open();
    CONGVAN_VERIFY(changes);
    QCOMPARE(changes->size(), 1);
    QCOMPARE(changes->first().openWork, 1);
    // The account lets nobody in any more; the work stands at the clerk's desk and goes to another.
    const auto late = world.sync(world.officer(OfficeWorld::finance));
    QVERIFY(!late);
    const Person leader = world.demo().profile(OfficeWorld::finance, Role::Leader).person;
    CONGVAN_VERIFY(clerk.directDocument().direct(id, {.words = u"Giao lại"_s, .shares = {{.to = leader.mailbox()}}}));
    QCOMPARE(clerk.watchRights().open()->first().openWork, 0);
}

void TestBadInputs::theYearTurnsAtMidnightInVietnam() {
    OfficeWorld world;
    const auto first = world.sendOne();
    const auto second = world.sendOne();
    CONGVAN_VERIFY(first);
    CONGVAN_VERIFY(second);
    // The desk's day and the server's must agree for a number: the turn is played with the days that a clerk enters.
    QCOMPARE(vietnamDate(QDateTime({2026, 12, 31}, {16, 59, 59}, Qt::UTC)), QDate(2026, 12, 31));
    QCOMPARE(vietnamDate(QDateTime({2026, 12, 31}, {17, 0, 0}, Qt::UTC)), QDate(2027, 1, 1));
    OfficeSession& clerk = world.clerk(OfficeWorld::finance);
    CONGVAN_VERIFY(world.sync(clerk));
    const QDate today = clerk.delegations().today();
    const QDate lastYear(today.year() - 1, 12, 31);
    const auto old = clerk.acceptIncoming().accept(
        documentOfPacket(*first), {.date = lastYear, .dueDate = {}, .note = {}, .withoutVerdict = true});
    const auto now = clerk.acceptIncoming().accept(documentOfPacket(*second),
                                                   {.date = today, .dueDate = {}, .note = {}, .withoutVerdict = true});
    CONGVAN_VERIFY(old);
    CONGVAN_VERIFY(now);
    QCOMPARE(old->number, 1); // each book begins with 1
    QCOMPARE(now->number, 1);
    QCOMPARE(clerk.queryDocuments().book(today.year() - 1, true)->size(), 1);
    QCOMPARE(clerk.queryDocuments().book(today.year(), true)->size(), 1);
    QCOMPARE(codeOf(clerk.acceptIncoming().accept(documentOfPacket(*second),
                                                  {.date = today.addDays(1), .dueDate = {}, .note = {}})),
             u"already-settled"_s);
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestBadInputs test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_badinputs.moc"
