// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/vietnamtime.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::OfficeWorld;

/// The log of views: a chain of hashes in the store, its head of the days before at a real hub; and somebody who owns
/// the machine and writes into the database.
class TestAuditLog : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<OfficeWorld>();
        m_storeFile = clerk().profile().storeFile();
    }
    void cleanup() { m_world.reset(); }

    void everyViewIsALine();
    void whatIsChangedIsFound_data();
    void whatIsChangedIsFound();
    void noLineIsChangedByAccident();
    void theServerKnowsWhatWas();
    void theCommandLineTellsAndProves();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::finance); }
    /// Runs statements on the database file, as its owner may.
    void tamper(const QStringList& statements) {
        {
            QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other program"_s);
            file.setDatabaseName(m_storeFile);
            QVERIFY(file.open());
            QSqlQuery query(file);
            for (const QString& statement : statements) {
                QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
            }
        }
        QSqlDatabase::removeDatabase(u"other program"_s);
    }
    static QString insertion(AuditLine line) {
        line.hash = auditHash(line);
        return u"INSERT INTO audit VALUES (%1, '%2', '%3', '%4', '%5', '', '%6', '%7')"_s.arg(line.number)
            .arg(isoTime(line.at), line.by, line.deed, line.document, QString::fromLatin1(line.previous),
                 QString::fromLatin1(line.hash));
    }
    AuditCheck check() {
        const auto found = clerk().auditLog().verify();
        if (!found) {
            qFatal("%s %s", qPrintable(found.error().code), qPrintable(found.error().detail));
        }
        return *found;
    }

    std::unique_ptr<OfficeWorld> m_world;
    QString m_storeFile;
    const DocumentId m_document = DocumentId::create();
};

void TestAuditLog::everyViewIsALine() {
    QCOMPARE(check().head.number, 0);
    CONGVAN_VERIFY(clerk().auditLog().note(AuditDeed::Viewed, m_document));
    CONGVAN_VERIFY(clerk().auditLog().note(AuditDeed::Exported, m_document, u"/đâu đó/bản sao.pdf"_s));
    CONGVAN_VERIFY(clerk().auditLog().note(AuditDeed::Viewed, DocumentId::create()));
    const auto lines = clerk().auditLog().lines(1, 10, m_document.text());
    CONGVAN_VERIFY(lines);
    QCOMPARE(lines->size(), 2);
    QCOMPARE(lines->last().deed, u"exported"_s);
    QCOMPARE(lines->last().detail, u"/đâu đó/bản sao.pdf"_s);
    QCOMPARE(lines->last().previous, lines->first().hash);
    QVERIFY(lines->first().by.startsWith(u"H99.03/"_s));
    const AuditCheck found = check();
    QCOMPARE(found.head.number, 3);
    QCOMPARE(found.wrong, 0);
}

void TestAuditLog::whatIsChangedIsFound_data() {
    QTest::addColumn<QString>("statement");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason");
    QTest::newRow("who") << u"UPDATE audit SET by = 'H99.03/ai' WHERE number = 2"_s << 2 << u"audit-line-changed"_s;
    QTest::newRow("when") << u"UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE number = 3"_s << 3
                          << u"audit-line-changed"_s;
    QTest::newRow("what runs into its neighbour")
        << u"UPDATE audit SET deed = deed || substr(document_id, 1, 1), document_id = substr(document_id, 2) "
           "WHERE number = 1"_s
        << 1 << u"audit-line-changed"_s;
    QTest::newRow("one taken out") << u"DELETE FROM audit WHERE number = 2"_s << 2 << u"audit-line-missing"_s;
    QTest::newRow("one put in") << u"INSERT INTO audit SELECT 5, at, by, deed, document_id, detail, previous, hash "
                                   "FROM audit WHERE number = 4"_s
                                << 5 << u"audit-line-changed"_s;
}

void TestAuditLog::whatIsChangedIsFound() {
    QFETCH(QString, statement);
    QFETCH(int, line);
    QFETCH(QString, reason);
    for (int number = 0; number < 4; ++number) {
        CONGVAN_VERIFY(clerk().auditLog().note(AuditDeed::Viewed, m_document));
    }
    QCOMPARE(check().wrong, 0);
    tamper({u"DROP TRIGGER audit_is_not_changed"_s, u"DROP TRIGGER audit_is_not_shortened"_s, statement});
    const AuditCheck found = check();
    QCOMPARE(found.wrong, line);
    QCOMPARE(found.reason, reason);
}

void TestAuditLog::noLineIsChangedByAccident() {
    CONGVAN_VERIFY(clerk().auditLog().note(AuditDeed::Viewed, m_document));
    QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"careless"_s);
    file.setDatabaseName(m_storeFile);
    QVERIFY(file.open());
    QVERIFY(!QSqlQuery(file).exec(u"UPDATE audit SET by = 'x'"_s));
    QVERIFY(!QSqlQuery(file).exec(u"DELETE FROM audit"_s));
    file = {};
    QSqlDatabase::removeDatabase(u"careless"_s);
    QCOMPARE(check().head.number, 1);
}

void TestAuditLog::theServerKnowsWhatWas() {
    CONGVAN_VERIFY(m_world->sync(clerk()));
    // Three lines of yesterday; the first of today sends their head to the server.
    const QString own = m_world->demo().profile(OfficeWorld::finance, Role::Clerk).person.mailbox();
    const auto yesterdays = [&](const QString& by) {
        QStringList statements;
        AuditLine line;
        for (line.number = 1; line.number <= 3; ++line.number) {
            line.at = QDateTime::currentDateTimeUtc().addDays(-1);
            line.by = line.number == 2 ? by : own;
            line.deed = u"viewed"_s;
            line.document = m_document.text();
            statements.append(insertion(line));
            line.previous = auditHash(line);
        }
        return statements;
    };
    tamper(yesterdays(own));
    CONGVAN_VERIFY(clerk().auditLog().note(AuditDeed::Viewed, m_document));
    CONGVAN_VERIFY(clerk().auditLog().note(AuditDeed::Viewed, m_document)); // once a day
    const auto sent = m_world->sync(clerk());
    CONGVAN_VERIFY(sent);
    QVERIFY(sent->problems.isEmpty());
    AuditCheck found = check();
    QCOMPARE(found.wrong, 0);
    QCOMPARE(found.anchors, 1);
    QCOMPARE(found.head.number, 5);

    // Whoever owns the machine writes the past anew, every hash of it.
    const QStringList open{u"DROP TRIGGER IF EXISTS audit_is_not_changed"_s,
                           u"DROP TRIGGER IF EXISTS audit_is_not_shortened"_s, u"DELETE FROM audit"_s};
    tamper(open + yesterdays(u"H99.03/nguoikhac"_s));
    found = check();
    QCOMPARE(found.wrong, 3);
    QCOMPARE(found.reason, u"audit-anchor-differs"_s);
    // Or has none.
    tamper(open);
    found = check();
    QCOMPARE(found.wrong, 1);
    QCOMPARE(found.reason, u"audit-line-missing"_s);
}

void TestAuditLog::theCommandLineTellsAndProves() {
    const auto packet = m_world->sendOne();
    CONGVAN_VERIFY(packet);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    const QString document = documentOfPacket(*packet).text();
    const QStringList where{u"--profile"_s, m_world->demo().profile(OfficeWorld::finance, Role::Clerk).folder,
                            u"--json"_s};
    m_world->close(OfficeWorld::finance, Role::Clerk);
    QCOMPARE(congvanctl::run(QStringList{u"show"_s, document} + where).exitCode, 0);
    const auto told = congvanctl::run(QStringList{u"audit"_s, u"list"_s, u"--document"_s, document} + where);
    QCOMPARE(told.exitCode, 0);
    QCOMPARE(told.json()[u"lines"_s].toArray().size(), 1);
    QCOMPARE(told.json()[u"lines"_s].toArray().first()[u"deed"_s].toString(), u"viewed"_s);
    const auto good = congvanctl::run(QStringList{u"audit"_s, u"verify"_s} + where);
    QCOMPARE(good.exitCode, 0);
    QVERIFY(good.json()[u"good"_s].toBool());
    tamper({u"DROP TRIGGER audit_is_not_changed"_s, u"UPDATE audit SET deed = 'printed'"_s});
    const auto bad = congvanctl::run(QStringList{u"audit"_s, u"verify"_s} + where);
    QCOMPARE(bad.exitCode, 1);
    QCOMPARE(bad.json()[u"wrongLine"_s].toInt(), 1);
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestAuditLog test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_auditlog.moc"
