// SPDX-License-Identifier: GPL-3.0-or-later
// Registers and figures of an office over a real hub: what is written to files, that it is written down first, and the
// same from the command line.
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;

namespace {

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestRegisters : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanupTestCase() { m_world.reset(); }

    void aDocumentIsFollowedToItsEnd();
    void theRegisterIsWrittenAndWrittenDown();
    void whatCannotBeWrittenDownIsNotWritten();
    void wrongRequestsAreRefused();
    void theSendersOwnRegister();
    void aSearchNamesBookAndSender();
    void theCommandLineDoesItAll();
    void theCoverSaysWhoClosedTheBook();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::finance); }
    QString mailbox(Role role) { return m_world->demo().profile(OfficeWorld::finance, role).person.mailbox(); }
    RegisterRequest thisYear(RegisterKind kind) { return {.kind = kind, .year = vietnamToday().year()}; }
    DocumentRegister registerOf(OfficeSession& desk, RegisterKind kind) {
        auto whole = desk.registers().read(thisYear(kind));
        if (!whole) {
            qFatal("%s %s", qPrintable(whole.error().code), qPrintable(whole.error().detail));
        }
        return std::move(*whole);
    }
    WorkReport report(Breakdown by) {
        const auto counted = clerk().reportWork().report(yearOf(vietnamToday().year()), by);
        if (!counted) {
            qFatal("%s %s", qPrintable(counted.error().code), qPrintable(counted.error().detail));
        }
        return *counted;
    }

    std::unique_ptr<OfficeWorld> m_world;
};

void TestRegisters::aDocumentIsFollowedToItsEnd() {
    const auto packet = m_world->sendOne();
    CONGVAN_VERIFY(packet);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    const DocumentId id = documentOfPacket(*packet);
    QCOMPARE(report(Breakdown::Sender).total, WorkFigures()); // it came and waits

    const QDate due = vietnamToday();
    CONGVAN_VERIFY(
        clerk().acceptIncoming().accept(id, {.date = {}, .dueDate = due, .note = {}, .withoutVerdict = true}));
    QCOMPARE(report(Breakdown::Sender).total, (WorkFigures{.received = 1, .openInTime = 1})); // due today
    CONGVAN_VERIFY(
        clerk().directDocument().direct(id, {.shares = {{.to = mailbox(Role::Officer), .role = WorkRole::Lead}}}));
    const WorkReport people = report(Breakdown::Person);
    QCOMPARE(people.rows.size(), 1);
    QCOMPARE(people.rows.first().key, mailbox(Role::Officer));
    const QString name = m_world->demo().profile(OfficeWorld::finance, Role::Officer).person.name;
    QCOMPARE(people.rows.first().name, name);

    const RegisterLine given = registerOf(clerk(), RegisterKind::Handling).lines.first();
    QCOMPARE(given.holders, QStringList{name});
    QCOMPARE(given.due, due);
    QVERIFY(!given.ended.isValid());
    CONGVAN_VERIFY(clerk().handleIncoming().finish(id, u"đã làm"_s));
    QCOMPARE(report(Breakdown::Sender).total, (WorkFigures{.received = 1, .doneInTime = 1}));
    QCOMPARE(registerOf(clerk(), RegisterKind::Handling).lines.first().ended, vietnamToday());
}

void TestRegisters::theRegisterIsWrittenAndWrittenDown() {
    const DocumentRegister whole = registerOf(clerk(), RegisterKind::Incoming);
    QCOMPARE(whole.lines.size(), 1);
    QCOMPARE(whole.officeName, clerk().agency().name);
    QVERIFY(!whole.lines.first().counterpart.isEmpty());
    QVERIFY(!whole.lines.first().documentNumber.isEmpty());
    QCOMPARE(whole.lines.first().date, vietnamToday());
    for (const QString& name : {u"sổ.pdf"_s, u"sổ.csv"_s, u"sổ.ods"_s}) {
        const QString path = m_world->path(name);
        const auto before = clerk().auditLog().lines(1, 1000);
        CONGVAN_VERIFY(before);
        const auto lines = clerk().registers().save(thisYear(RegisterKind::Incoming), path, Language::Vietnamese);
        CONGVAN_VERIFY(lines);
        QCOMPARE(*lines, 1);
        QVERIFY(bytesOf(path).size() > 100);
        const auto noted = clerk().auditLog().lines(1, 1000);
        CONGVAN_VERIFY(noted);
        QCOMPARE(noted->size(), before->size() + 1);
        QCOMPARE(noted->last().deed, u"exported"_s);
        QVERIFY(noted->last().document.isEmpty()); // of no one document
        QVERIFY(noted->last().detail.contains(u"incoming"_s) && noted->last().detail.contains(path));
    }
    const auto report = clerk().reportWork().report(yearOf(vietnamToday().year()), Breakdown::Unit);
    CONGVAN_VERIFY(report);
    const QString path = m_world->path(u"số liệu.csv"_s);
    CONGVAN_VERIFY(clerk().reportWork().save(*report, path, Language::Vietnamese));
    QVERIFY(bytesOf(path).size() > 100);
    const auto noted = clerk().auditLog().lines(1, 1000);
    CONGVAN_VERIFY(noted);
    QCOMPARE(noted->last().deed, u"exported"_s);
    QVERIFY(noted->last().detail.startsWith(u"report documents "_s) && noted->last().detail.contains(path));
    // What can't be written as asked is not noted either.
    QCOMPARE(codeOf(clerk().reportWork().save(*report, path + u".doc"_s, Language::Vietnamese)),
             u"sheet-format-unknown"_s);
    QCOMPARE(clerk().auditLog().lines(1, 1000)->size(), noted->size());
    const auto check = clerk().auditLog().verify();
    CONGVAN_VERIFY(check);
    QCOMPARE(check->wrong, 0);
    QVERIFY(bytesOf(m_world->path(u"sổ.csv"_s)).contains(whole.lines.first().documentNumber.toUtf8()));
}

void TestRegisters::aSearchNamesBookAndSender() {
    const QString year = QString::number(vietnamToday().year());
    const auto found = [](OfficeSession& desk, const DocumentQuery& query) {
        const auto page = desk.queryDocuments().page(query, 0);
        return page ? page->rows.size() : -1;
    };
    const auto here = clerk().queryDocuments().searchChoices();
    CONGVAN_VERIFY(here);
    QCOMPARE(here->books.size(), 1);
    QCOMPARE(bookKey(here->books.first()), year + u"-incoming"_s);
    QCOMPARE(here->senders.size(), 1);
    const Agency sender = m_world->clerk().agency();
    QCOMPARE(here->senders.first(), (SearchChoices::Sender{sender.id, sender.name}));
    QCOMPARE(found(clerk(), {.book = year + u"-incoming"_s}), 1);
    QCOMPARE(found(clerk(), {.sender = sender.id, .book = year + u"-incoming"_s}), 1);
    QCOMPARE(found(clerk(), {.sender = clerk().agency().id}), 0);
    QCOMPARE(found(clerk(), {.book = u"2001-incoming"_s}), 0);
    QCOMPARE(found(m_world->clerk(), {.book = year + u"-outgoing-cv"_s}), 1);
    const auto there = m_world->clerk().queryDocuments().searchChoices();
    CONGVAN_VERIFY(there);
    QVERIFY(there->senders.isEmpty()); // what one's own office issued has no sender

    // Kept and found again; what names no book is no search.
    const SavedSearch kept{.name = u"Sổ đến"_s, .query = {.book = year + u"-incoming"_s, .order = ListOrder::Number}};
    CONGVAN_VERIFY(clerk().savedSearches().keep(kept));
    QCOMPARE(*clerk().savedSearches().all(), QList<SavedSearch>{kept});
    QVERIFY(!queryFromText(uR"({"book": "../x"})"_s));
}

void TestRegisters::whatCannotBeWrittenDownIsNotWritten() {
    const QString path = m_world->path(u"không.csv"_s);
    const auto inDatabase = [file = clerk().profile().storeFile()](const QString& statement) {
        bool isDone = false;
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other program"_s);
            other.setDatabaseName(file);
            isDone = other.open() && QSqlQuery(other).exec(statement);
        }
        QSqlDatabase::removeDatabase(u"other program"_s);
        return isDone;
    };
    QVERIFY(inDatabase(u"CREATE TRIGGER no_more BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END"_s));
    const auto saved = clerk().registers().save(thisYear(RegisterKind::Incoming), path, Language::Vietnamese);
    QVERIFY(inDatabase(u"DROP TRIGGER no_more"_s));
    QVERIFY(!saved);
    QVERIFY(!QFile::exists(path));
    CONGVAN_VERIFY(clerk().registers().save(thisYear(RegisterKind::Incoming), path, Language::Vietnamese));
    QVERIFY(QFile::exists(path));
}

void TestRegisters::wrongRequestsAreRefused() {
    const QString path = m_world->path(u"sai.csv"_s);
    RegisterRequest request = thisYear(RegisterKind::Incoming);
    request.volume = 0;
    QCOMPARE(codeOf(clerk().registers().save(request, path, Language::English)), u"register-volume-wrong"_s);
    request.volume = 1;
    request.from = QDate(request.year - 1, 12, 31);
    QCOMPARE(codeOf(clerk().registers().save(request, path, Language::English)), u"register-days-outside"_s);
    request.from = {};
    QCOMPARE(codeOf(clerk().registers().save(request, path + u".doc"_s, Language::English)), u"sheet-format-unknown"_s);
    QVERIFY(!QFile::exists(path));
}

void TestRegisters::theSendersOwnRegister() {
    OfficeSession& sender = m_world->clerk();
    const DocumentRegister sent = registerOf(sender, RegisterKind::Outgoing);
    QCOMPARE(sent.lines.size(), 1);
    const RegisterLine& line = sent.lines.first();
    QVERIFY(line.numberDisplay.startsWith(u"01/"_s));
    QVERIFY(!line.signer.isEmpty());
    QCOMPARE(line.copies, 2); // to both other offices
    QCOMPARE(line.passedOn, vietnamToday());
    QVERIFY(registerOf(sender, RegisterKind::Incoming).lines.isEmpty());
}

void TestRegisters::theCommandLineDoesItAll() {
    const QString folder = m_world->demo().profile(OfficeWorld::finance, Role::Clerk).folder;
    m_world->close(OfficeWorld::finance, Role::Clerk);
    const auto run = [&](const QStringList& words) {
        return congvanctl::run(words + QStringList{u"--profile"_s, folder, u"--language"_s, u"vi"_s});
    };
    for (const char* kind : {"incoming", "outgoing", "handling"}) {
        for (const QString& ending : {u"pdf"_s, u"csv"_s, u"ods"_s}) {
            const QString path = m_world->path(u"cli-%1.%2"_s.arg(QLatin1StringView(kind), ending));
            const auto written = run({u"register"_s, QString::fromLatin1(kind), u"--output"_s, path, u"--json"_s});
            QVERIFY2(written.exitCode == 0, qPrintable(written.err));
            QCOMPARE(written.json()[u"lines"_s].toInt(), QLatin1StringView(kind) == "outgoing"_L1 ? 0 : 1);
            QVERIFY(QFile::exists(path));
        }
    }
    const QString year = QString::number(vietnamToday().year());
    const QString path = m_world->path(u"cli.csv"_s);
    const auto within =
        run({u"register"_s, u"incoming"_s, u"--year"_s, year, u"--from"_s, vietnamToday().toString(Qt::ISODate),
             u"--to"_s, vietnamToday().toString(Qt::ISODate), u"--volume"_s, u"3"_s, u"--output"_s, path});
    QVERIFY2(within.exitCode == 0, qPrintable(within.err));
    QVERIFY(within.out.contains(u"Đã ghi 1 dòng"_s));
    const auto failsWith = [&](const QStringList& words, const QString& code) {
        const auto outcome = run(words);
        return outcome.exitCode != 0 && outcome.err.contains(code);
    };
    QVERIFY(failsWith({u"register"_s, u"incoming"_s}, u"register-output-missing"_s));
    QVERIFY(failsWith({u"register"_s, u"letters"_s, u"--output"_s, path}, u"register-unknown"_s));
    QVERIFY(failsWith({u"register"_s, u"incoming"_s, u"--from"_s, u"1/2"_s, u"--output"_s, path}, u"day-unreadable"_s));
    QVERIFY(failsWith({u"register"_s, u"incoming"_s, u"--year"_s, u"x"_s, u"--output"_s, path},
                      u"register-year-unreadable"_s));

    const auto report = run({u"report"_s, u"--from"_s, year + u"-01-01"_s, u"--by"_s, u"sender"_s, u"--json"_s,
                             u"--output"_s, m_world->path(u"báo cáo.pdf"_s)});
    QVERIFY2(report.exitCode == 0, qPrintable(report.err));
    const QJsonObject total = report.json()[u"total"_s].toObject();
    QCOMPARE(total[u"received"_s].toInt(), 1);
    QCOMPARE(total[u"doneInTime"_s].toInt(), 1);
    QCOMPARE(report.json()[u"rows"_s].toArray().size(), 1);
    QVERIFY(bytesOf(m_world->path(u"báo cáo.pdf"_s)).startsWith("%PDF"));
    const int quarter = (vietnamToday().month() + 2) / 3;
    const auto lines = run({u"report"_s, u"--quarter"_s, u"%1Q%2"_s.arg(year).arg(quarter)});
    QVERIFY2(lines.exitCode == 0, qPrintable(lines.err));
    QVERIFY(lines.out.contains(u"đúng hạn"_s));
    QVERIFY(failsWith({u"report"_s, u"--quarter"_s, u"2026Q5"_s}, u"quarter-unreadable"_s));
    QVERIFY(
        failsWith({u"report"_s, u"--quarter"_s, u"2026Q1"_s, u"--to"_s, u"2026-02-01"_s}, u"report-period-twofold"_s));
    QVERIFY(failsWith({u"report"_s, u"--to"_s, u"2026-02-01"_s}, u"period-wrong"_s));
    QVERIFY(failsWith({u"report"_s, u"--by"_s, u"colour"_s}, u"breakdown-unknown"_s));
    QVERIFY(failsWith({u"report"_s, u"--of"_s, u"meetings"_s}, u"report-subject-unknown"_s));
    const auto tasks = run({u"report"_s, u"--of"_s, u"tasks"_s, u"--json"_s});
    QVERIFY2(tasks.exitCode == 0, qPrintable(tasks.err));
    QCOMPARE(tasks.json()[u"of"_s].toString(), u"tasks"_s);
    QCOMPARE(tasks.json()[u"total"_s].toObject()[u"received"_s].toInt(), 0);
}

void TestRegisters::theCoverSaysWhoClosedTheBook() {
    QVERIFY(registerOf(clerk(), RegisterKind::Incoming).closings.isEmpty());
    const int year = vietnamToday().year();
    const OrganId organ = clerk().agency().id;
    const auto end = clerk().keepBooks().list(year);
    CONGVAN_VERIFY(end);
    int last = 0;
    for (const BookOverview& one : *end) {
        last = one.stream == incomingBookStream(organ, year) ? one.lastNumber : last;
    }
    CONGVAN_VERIFY(clerk().keepBooks().close(incomingBookStream(organ, year), last, u"Hết năm"_s));
    const QString name = m_world->demo().profile(OfficeWorld::finance, Role::Clerk).person.name;
    const QList<RegisterClosing> closings = registerOf(clerk(), RegisterKind::Incoming).closings;
    QCOMPARE(closings, (QList<RegisterClosing>{{.lastNumber = last, .closedBy = name, .date = vietnamToday()}}));
    QVERIFY(registerOf(clerk(), RegisterKind::Outgoing).closings.isEmpty());
    QVERIFY(registerOf(clerk(), RegisterKind::Handling).closings.isEmpty());
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestRegisters test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_registers.moc"
