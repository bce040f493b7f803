// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"

#include <QDir>
#include <QDirIterator>
#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::Fault;
using world::OfficeWorld;

/// Books are closed for good and numbers made void, with a reason and for everybody. Over a real hub.
class TestBooks : public QObject {
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanup() {
        m_second.reset();
        m_world.reset();
    }

    void aVoidNumberIsNeverDrawnAgain();
    void aDocumentWithAVoidNumberGoesNowhere();
    void aDocumentWhoseNumberIsVoidWaitsForAnother();
    void whatWasSealedUnderAVoidNumberIsClosed();
    void aLineOfWhatCameThatIsVoidClosesIt();
    void nobodyElseMakesANumberVoidInTheCase();
    void onlyAClerkGivesANumber();
    void whatWentOutKeepsItsNumber();
    void whatWentOutBeforeItsDeskHeardIsSent();
    void aVoidNumberThatTheCaseMissedIsToldThereLater();
    void aClosedBookTakesNoDocument();
    void aBookClosedInMidActLosesNothing();
    void onlyTheClerkAndOnlyWhatIsThere();
    void withoutTheServerNothingIsClosed();
    void theCommandLineDoesItAll();

private:
    OfficeSession& clerk() { return m_world->clerk(); }
    /// The same clerk at another computer.
    OfficeSession& second() {
        if (!m_second) {
            const QString from = clerk().profile().folder;
            const QString to = m_world->path(u"máy thứ hai"_s);
            m_world->close(OfficeWorld::sender, Role::Clerk);
            QDirIterator walk(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                const QString source = walk.next();
                const QString target = to + source.mid(from.size());
                QDir().mkpath(QFileInfo(target).path());
                QFile::copy(source, target);
            }
            auto opened = OfficeSession::open(to, m_world->programs());
            if (!opened) {
                qFatal("%s %s", qPrintable(opened.error().code), qPrintable(opened.error().detail));
            }
            m_second = std::move(*opened);
        }
        return *m_second;
    }
    DocumentId signedDocument() {
        const auto id = m_world->draft();
        if (!id || !m_world->submit(*id) || !m_world->sign(*id) || !m_world->sync(clerk())) {
            qFatal("no signed document");
        }
        return *id;
    }
    QString outgoing() { return outgoingBookStream(clerk().agency().id, vietnamToday().year(), u"cv"_s); }
    QString incoming() { return incomingBookStream(clerk().agency().id, vietnamToday().year()); }
    DocumentDetail shown(OfficeSession& desk, const DocumentId& id) {
        const auto detail = desk.queryDocuments().detail(id);
        if (!detail) {
            qFatal("%s at %s", qPrintable(detail.error().code), qPrintable(desk.person().mailbox()));
        }
        return *detail;
    }
    QList<BookEntry> lines(OfficeSession& desk, bool isIncoming = false) {
        return *desk.queryDocuments().book(vietnamToday().year(), isIncoming);
    }
    /// Past every check of ours, into a stream of the office.
    void append(const QString& mailbox, const QString& stream, const ActBody& body) {
        CONGVAN_VERIFY(m_world->append(mailbox, stream, body));
    }
    PaperForm paper(const QString& number) {
        return {.entry = {.sender = {.id = {}, .name = u"Công ty Cấp nước Mẫu"_s},
                          .number = number,
                          .subject = u"Lịch bảo trì "_s + number}};
    }

    std::unique_ptr<OfficeWorld> m_world;
    std::unique_ptr<OfficeSession> m_second;
};

void TestBooks::aVoidNumberIsNeverDrawnAgain() {
    const DocumentId id = signedDocument();
    const auto number = m_world->number(id);
    CONGVAN_VERIFY(number);
    QCOMPARE(codeOf(clerk().keepBooks().voidNumber(outgoing(), number->number, u" "_s)), u"reason-missing"_s);
    QCOMPARE(codeOf(clerk().keepBooks().voidNumber(outgoing(), number->number + 1, u"nhầm"_s)),
             u"book-number-unknown"_s);
    CONGVAN_VERIFY(clerk().keepBooks().voidNumber(outgoing(), number->number, u"Cấp số nhầm văn bản"_s));
    QCOMPARE(codeOf(clerk().keepBooks().voidNumber(outgoing(), number->number, u"nhầm"_s)), u"book-number-void"_s);
    const BookEntry line = lines(clerk()).first();
    QVERIFY(line.voided && !line.flagged);
    QCOMPARE(line.voidReason, u"Cấp số nhầm văn bản"_s);
    const auto other = m_world->number(signedDocument());
    CONGVAN_VERIFY(other);
    QCOMPARE(other->number, number->number + 1);
    // The printed register says so, and another computer sees the same.
    const auto whole = clerk().registers().read({.kind = RegisterKind::Outgoing, .year = vietnamToday().year()});
    CONGVAN_VERIFY(whole);
    QVERIFY(whole->lines.first().voided);
    const QList<BookEntry> seen = lines(clerk());
    CONGVAN_VERIFY(m_world->sync(second()));
    QCOMPARE(lines(second()), seen);
}

void TestBooks::aDocumentWithAVoidNumberGoesNowhere() {
    const DocumentId id = signedDocument();
    const auto number = m_world->number(id);
    CONGVAN_VERIFY(number);
    CONGVAN_VERIFY(clerk().keepBooks().voidNumber(outgoing(), number->number, u"Cấp số nhầm văn bản"_s));
    QCOMPARE(codeOf(m_world->seal(id)), u"seal-before-number"_s);
    // The document keeps its trace: its history, and the reason.
    const DocumentDetail detail = shown(clerk(), id);
    const auto event = std::ranges::find(detail.history, u"entry-voided"_s, &HistoryLine::kind);
    QVERIFY(event != detail.history.end());
    QVERIFY(event->detail.contains(u"Cấp số nhầm văn bản"_s));
    QCOMPARE(event->by, clerk().person().mailbox());
}

void TestBooks::aDocumentWhoseNumberIsVoidWaitsForAnother() {
    std::ignore = second().person(); // set up first: the other one is closed meanwhile
    const DocumentId id = signedDocument();
    const QByteArray unnumbered = shown(clerk(), id).pdfSha256;
    const auto number = m_world->number(id);
    CONGVAN_VERIFY(number);
    CONGVAN_VERIFY(clerk().keepBooks().voidNumber(outgoing(), number->number, u"Cấp số nhầm văn bản"_s));
    const auto waits = [&](OfficeSession& desk) {
        const DocumentDetail detail = shown(desk, id);
        QCOMPARE(stateKey(detail.summary.state), u"signed"_s);
        QCOMPARE(detail.number, 0);
        QVERIFY(detail.summary.number.isEmpty());
        QCOMPARE(detail.pdfSha256, unnumbered);
        const auto list = desk.queryDocuments().list(Folder::ToIssue);
        CONGVAN_VERIFY(list);
        QVERIFY(std::ranges::any_of(*list, [&](const DocumentSummary& one) { return one.id == id; }));
        const auto isVoid = [](const HistoryLine& line) { return line.kind == u"entry-voided"_s; };
        QCOMPARE(std::ranges::count_if(detail.history, isVoid), 1);
    };
    waits(clerk());
    QVERIFY(shown(clerk(), id).actions.canNumber);
    QVERIFY(lines(clerk()).first().voided);
    // Whoever drafted it and whoever signed it have no book, and see the same.
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(m_world->officer()));
    CONGVAN_VERIFY(m_world->sync(m_world->leader()));
    waits(m_world->officer());
    waits(m_world->leader());
    const auto other = m_world->number(id);
    CONGVAN_VERIFY(other);
    QCOMPARE(other->number, number->number + 1);
    CONGVAN_VERIFY(m_world->seal(id));
    CONGVAN_VERIFY(clerk().sendDocument().send(id));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    for (OfficeSession* desk : {&clerk(), &m_world->officer(), &second()}) {
        CONGVAN_VERIFY(m_world->sync(*desk));
        QCOMPARE(stateKey(shown(*desk, id).summary.state), u"sent"_s);
        QCOMPARE(shown(*desk, id).number, other->number);
    }
}

void TestBooks::whatWasSealedUnderAVoidNumberIsClosed() {
    std::ignore = second().person(); // set up first: the other one is closed meanwhile
    const DocumentId id = signedDocument();
    const auto number = m_world->number(id);
    CONGVAN_VERIFY(number);
    CONGVAN_VERIFY(m_world->seal(id));
    CONGVAN_VERIFY(clerk().keepBooks().voidNumber(outgoing(), number->number, u"Sai thẩm quyền ký"_s));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    for (OfficeSession* desk : {&clerk(), &m_world->officer(), &second()}) {
        CONGVAN_VERIFY(m_world->sync(*desk));
        const DocumentDetail detail = shown(*desk, id);
        QCOMPARE(stateKey(detail.summary.state), u"voided"_s);
        QCOMPARE(folderKey(detail.summary.folder), folderKey(Folder::Done));
        QCOMPARE(detail.reason, u"Sai thẩm quyền ký"_s);
        QVERIFY(!detail.actions.canSend && !detail.actions.canNumber && !detail.actions.canSeal);
    }
    QCOMPARE(codeOf(clerk().sendDocument().send(id)), u"number-void"_s);
}

void TestBooks::aLineOfWhatCameThatIsVoidClosesIt() {
    std::ignore = second().person(); // set up first: the other one is closed meanwhile
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(m_world->officer()));
    const auto entered = clerk().registerPaper().enter(paper(u"9"_s));
    CONGVAN_VERIFY(entered);
    const DocumentId id = entered->document;
    CONGVAN_VERIFY(clerk().directDocument().direct(
        id, {.shares = {{.to = m_world->officer().person().mailbox(), .role = WorkRole::Lead}}}));
    const auto sent = m_world->sync(clerk());
    CONGVAN_VERIFY(sent);
    QVERIFY2(sent->problems.isEmpty(), qPrintable(sent->problems.isEmpty() ? u""_s : sent->problems.first().code));
    CONGVAN_VERIFY(m_world->sync(m_world->officer()));
    QCOMPARE(stateKey(shown(m_world->officer(), id).summary.state), u"registered"_s);
    CONGVAN_VERIFY(clerk().keepBooks().voidNumber(incoming(), 1, u"Vào sổ hai lần"_s));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    for (OfficeSession* desk : {&clerk(), &m_world->officer(), &second()}) {
        CONGVAN_VERIFY(m_world->sync(*desk));
        const DocumentDetail detail = shown(*desk, id);
        QCOMPARE(stateKey(detail.summary.state), u"voided"_s);
        QCOMPARE(folderKey(detail.summary.folder), folderKey(Folder::Done));
        QCOMPARE(detail.reason, u"Vào sổ hai lần"_s);
        QVERIFY(!detail.actions.canHandle && !detail.actions.canDirect);
    }
}

/// Anybody who takes part may write into a case: only a clerk makes a number void there.
void TestBooks::nobodyElseMakesANumberVoidInTheCase() {
    std::ignore = second().person(); // set up first: the other one is closed meanwhile
    const DocumentId id = signedDocument();
    const auto number = m_world->number(id);
    CONGVAN_VERIFY(number);
    OfficeSession& officer = m_world->officer();
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(officer));
    const QString stream = caseStream(officer.agency().id, id);
    append(officer.person().mailbox(), stream,
           acts::EntryVoided{.number = number->number, .reason = u"giả"_s, .document = id});
    // Nor does anybody else bring another number, and another PDF with it.
    append(officer.person().mailbox(), stream,
           acts::NumberAssigned{.document = id,
                                .number = number->number + 7,
                                .notation = number->notation,
                                .date = number->date,
                                .pdfSha256 = shown(officer, id).pdfSha256});
    CONGVAN_VERIFY(m_world->sync(officer));
    for (OfficeSession* desk : {&officer, &m_world->leader(), &clerk(), &second()}) {
        CONGVAN_VERIFY(m_world->sync(*desk));
        QCOMPARE(stateKey(shown(*desk, id).summary.state), u"numbered"_s);
        QCOMPARE(shown(*desk, id).number, number->number);
    }
}

void TestBooks::onlyAClerkGivesANumber() {
    const DocumentId id = signedDocument();
    OfficeSession& officer = m_world->officer();
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(officer));
    append(officer.person().mailbox(), caseStream(officer.agency().id, id),
           acts::NumberAssigned{.document = id,
                                .number = 1,
                                .notation = u"CV"_s,
                                .date = vietnamToday(),
                                .pdfSha256 = shown(officer, id).pdfSha256});
    for (OfficeSession* desk : {&officer, &m_world->leader(), &clerk()}) {
        CONGVAN_VERIFY(m_world->sync(*desk));
        QCOMPARE(stateKey(shown(*desk, id).summary.state), u"signed"_s);
    }
    CONGVAN_VERIFY(m_world->number(id));
}

void TestBooks::whatWentOutKeepsItsNumber() {
    std::ignore = second().person(); // set up first: the other one is closed meanwhile
    const DocumentId id = signedDocument();
    const auto number = m_world->number(id);
    CONGVAN_VERIFY(number);
    CONGVAN_VERIFY(m_world->seal(id));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(second()));
    CONGVAN_VERIFY(clerk().sendDocument().send(id));
    QCOMPARE(codeOf(clerk().keepBooks().voidNumber(outgoing(), number->number, u"nhầm"_s)), u"book-number-sent"_s);
    QVERIFY(!lines(clerk()).first().voided);
    // Another desk of the office, which has not heard of it yet.
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(codeOf(second().keepBooks().voidNumber(outgoing(), number->number, u"nhầm"_s)), u"book-number-sent"_s);
    QVERIFY(!lines(second()).first().voided);
}

/// Sealed and sent at a desk that had not heard that the number is void: it went out, is followed and can be recalled.
void TestBooks::whatWentOutBeforeItsDeskHeardIsSent() {
    const DocumentId id = signedDocument();
    const auto number = m_world->number(id);
    CONGVAN_VERIFY(number);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(second()));
    CONGVAN_VERIFY(m_world->seal(id));
    CONGVAN_VERIFY(clerk().sendDocument().send(id)); // waits in the outbox
    CONGVAN_VERIFY(second().keepBooks().voidNumber(outgoing(), number->number, u"Cấp nhầm"_s));
    CONGVAN_VERIFY(m_world->sync(second()));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    for (OfficeSession* desk : {&clerk(), &m_world->officer(), &second()}) {
        CONGVAN_VERIFY(m_world->sync(*desk));
        const DocumentDetail detail = shown(*desk, id);
        QCOMPARE(stateKey(detail.summary.state), u"sent"_s);
        QVERIFY(!detail.trail.isEmpty());
        QVERIFY(!detail.packetSha256.isEmpty());
    }
    QVERIFY(lines(second()).first().voided); // the book keeps what it says
}

/// Killed after the book had it and before the case did.
void TestBooks::aVoidNumberThatTheCaseMissedIsToldThereLater() {
    const DocumentId id = signedDocument();
    const auto number = m_world->number(id);
    CONGVAN_VERIFY(number);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    append(clerk().person().mailbox(), outgoing(),
           acts::EntryVoided{.number = number->number, .reason = u"Cấp nhầm"_s, .document = id});
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(m_world->officer()));
    QCOMPARE(stateKey(shown(m_world->officer(), id).summary.state), u"numbered"_s);
    QCOMPARE(codeOf(clerk().keepBooks().voidNumber(outgoing(), number->number, u"Cấp nhầm"_s)), u"book-number-void"_s);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(m_world->officer()));
    QCOMPARE(stateKey(shown(m_world->officer(), id).summary.state), u"signed"_s);
}

void TestBooks::aClosedBookTakesNoDocument() {
    const DocumentId id = signedDocument();
    const auto first = m_world->number(id);
    CONGVAN_VERIFY(first);
    CONGVAN_VERIFY(clerk().registerPaper().enter(paper(u"1"_s)));
    CONGVAN_VERIFY(clerk().keepBooks().close(outgoing(), first->number, u"Hết năm"_s));
    CONGVAN_VERIFY(clerk().keepBooks().close(outgoing(), first->number, u"Hết năm"_s)); // the same once more
    QCOMPARE(codeOf(clerk().keepBooks().close(outgoing(), first->number, u"Lần nữa"_s)), u"book-closed"_s);
    QCOMPARE(codeOf(clerk().keepBooks().voidNumber(outgoing(), first->number, u"muộn"_s)), u"book-closed"_s);
    const DocumentId late = signedDocument();
    QCOMPARE(codeOf(m_world->number(late)), u"book-closed"_s);
    QCOMPARE(stateKey(shown(clerk(), late).summary.state), u"signed"_s); // nothing is lost
    QVERIFY(shown(clerk(), late).actions.canNumber);
    // What has its number goes its way.
    CONGVAN_VERIFY(m_world->seal(id));
    // The other books of the year are open.
    CONGVAN_VERIFY(clerk().registerPaper().enter(paper(u"2"_s)));
    QCOMPARE(codeOf(clerk().keepBooks().close(incoming(), 1, u"Hết năm"_s)), u"book-last-number-differs"_s);
    CONGVAN_VERIFY(clerk().keepBooks().close(incoming(), 2, u"Hết năm"_s));
    QCOMPARE(codeOf(clerk().registerPaper().enter(paper(u"3"_s))), u"book-closed"_s);
    const auto books = clerk().keepBooks().list(vietnamToday().year());
    CONGVAN_VERIFY(books);
    QCOMPARE(books->size(), 2);
    QVERIFY(std::ranges::all_of(*books, [](const BookOverview& book) { return book.closing.has_value(); }));
}

void TestBooks::aBookClosedInMidActLosesNothing() {
    const DocumentId id = signedDocument();
    CONGVAN_VERIFY(m_world->sync(second()));
    const QList<BookEntry> before = lines(second());
    // The other computer prepares what it knows; here the books are closed meanwhile.
    CONGVAN_VERIFY(clerk().keepBooks().close(outgoing(), 0, u"Cơ quan sáp nhập"_s));
    CONGVAN_VERIFY(clerk().keepBooks().close(incoming(), 0, u"Cơ quan sáp nhập"_s));
    QCOMPARE(codeOf(second().numberDocument().number(id, vietnamToday())), u"book-closed"_s);
    QCOMPARE(codeOf(second().registerPaper().enter(paper(u"1"_s))), u"book-closed"_s);
    const DocumentDetail detail = shown(second(), id);
    QCOMPARE(stateKey(detail.summary.state), u"signed"_s);
    QVERIFY(detail.actions.canNumber);
    QCOMPARE(lines(second()), before);
    QVERIFY(lines(second(), true).isEmpty());
    const auto synced = m_world->sync(second());
    CONGVAN_VERIFY(synced);
    QVERIFY(synced->problems.isEmpty());
    QVERIFY(second().syncOffice().waiting()->isEmpty());
    QVERIFY(second().keepBooks().list(vietnamToday().year())->first().closing);
    // Somebody was faster the other way round: the closing says another number, and nothing is closed.
    const QString vb = outgoingBookStream(clerk().agency().id, vietnamToday().year(), u"vb"_s);
    const auto decision = m_world->draft(DocumentKind::QuyetDinh);
    CONGVAN_VERIFY(decision);
    CONGVAN_VERIFY(m_world->submit(*decision));
    CONGVAN_VERIFY(m_world->sign(*decision));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->number(*decision));
    QCOMPARE(codeOf(second().keepBooks().close(vb, 0, u"Hết năm"_s)), u"book-last-number-differs"_s);
    CONGVAN_VERIFY(second().keepBooks().close(vb, 1, u"Hết năm"_s));
}

void TestBooks::onlyTheClerkAndOnlyWhatIsThere() {
    const QString stream = outgoing();
    for (OfficeSession* desk : {&m_world->leader(), &m_world->officer()}) {
        QCOMPARE(codeOf(desk->keepBooks().close(stream, 0, u"Hết năm"_s)), u"book-not-clerk"_s);
        QCOMPARE(codeOf(desk->keepBooks().voidNumber(stream, 1, u"nhầm"_s)), u"book-not-clerk"_s);
    }
    const QString organ = clerk().agency().id.text();
    const int year = vietnamToday().year();
    for (const QString& wrong :
         {u"book/%1/%2-outgoing-xx"_s.arg(organ).arg(year), u"book/H99.03/%1-incoming"_s.arg(year),
          u"book/%1/%2-incoming-xx"_s.arg(organ).arg(year), u"case/%1/x"_s.arg(organ), QString()}) {
        QCOMPARE(codeOf(clerk().keepBooks().close(wrong, 0, u"Hết năm"_s)), u"book-unknown"_s);
    }
    QCOMPARE(codeOf(clerk().keepBooks().close(incomingBookStream(clerk().agency().id, year + 1), 0, u"Hết năm"_s)),
             u"book-year-not-begun"_s);
    // A year that is over can be closed, empty too.
    CONGVAN_VERIFY(clerk().keepBooks().close(incomingBookStream(clerk().agency().id, year - 1), 0, u"Hết năm"_s));
    QCOMPARE(clerk().keepBooks().list(year - 1)->size(), 1);
}

void TestBooks::withoutTheServerNothingIsClosed() {
    const QString stream = outgoing();
    m_world->hub().setFault({.kind = Fault::Kind::Down});
    QCOMPARE(codeOf(clerk().keepBooks().close(stream, 0, u"Hết năm"_s)), u"number-needs-server"_s);
    QVERIFY(clerk().keepBooks().list(vietnamToday().year())->isEmpty());
    m_world->hub().setFault({});
    // Its answer is lost: the next try finds it done.
    m_world->hub().setFault({.kind = Fault::Kind::LoseAnswer, .times = 1});
    QCOMPARE(codeOf(clerk().keepBooks().close(stream, 0, u"Hết năm"_s)), u"number-needs-server"_s);
    m_world->hub().setFault({});
    CONGVAN_VERIFY(clerk().keepBooks().close(stream, 0, u"Hết năm"_s));
}

void TestBooks::theCommandLineDoesItAll() {
    const int year = vietnamToday().year();
    CONGVAN_VERIFY(clerk().registerPaper().enter(paper(u"1"_s)));
    const QStringList where{u"--profile"_s, clerk().profile().folder, u"--json"_s};
    m_world->close(OfficeWorld::sender, Role::Clerk);
    const QString book = u"%1-incoming"_s.arg(year);
    const auto ran = [&](const QStringList& words) { return congvanctl::run(QStringList{u"book"_s} + words + where); };
    const auto empty = ran({u"void"_s, book, u"1"_s});
    QVERIFY(empty.err.contains(u"reason-missing"_s));
    QCOMPARE(ran({u"void"_s, book, u"1"_s, u"--reason"_s, u"Vào sổ hai lần"_s}).exitCode, 0);
    const auto done = congvanctl::run(QStringList{u"list"_s, u"done"_s} + where).json();
    const QJsonObject closed = done[u"documents"_s].toArray().first().toObject();
    QCOMPARE(closed[u"state"_s].toString(), u"voided"_s);
    QCOMPARE(ran({u"close"_s, book, u"--reason"_s, u"Hết năm"_s}).exitCode, 64);
    QCOMPARE(ran({u"close"_s, book, u"--last"_s, u"7"_s, u"--reason"_s, u"Hết năm"_s}).exitCode, 65);
    QCOMPARE(ran({u"close"_s, book, u"--last"_s, u"1"_s, u"--reason"_s, u"Hết năm"_s}).exitCode, 0);
    const QJsonObject listed = ran({u"list"_s}).json()[u"books"_s].toArray().first().toObject();
    QCOMPARE(listed[u"book"_s].toString(), book);
    QCOMPARE(listed[u"lastNumber"_s].toInt(), 1);
    QCOMPARE(listed[u"voided"_s].toInt(), 1);
    QVERIFY(listed[u"closed"_s].toBool());
    QCOMPARE(listed[u"reason"_s].toString(), u"Hết năm"_s);
    QCOMPARE(ran({u"close"_s, u"%1-sổ-lạ"_s.arg(year), u"--last"_s, u"0"_s, u"--reason"_s, u"?"_s}).exitCode, 66);
}

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestBooks test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_books.moc"
