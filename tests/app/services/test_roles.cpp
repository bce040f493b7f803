// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/world/office/officeworld.h"

#include <QDir>
#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::OfficeWorld;

/// Who was what when they did something is what the server's directory said when it took the deed: every desk judges
/// alike, one that was there and one that is set up later. Who may open which stream is the server's to say.
class TestRoles : public QObject {
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanup() {
        m_second.reset();
        m_world.reset();
    }

    void whoIsPromotedLaterClosedNothing();
    void onlyAClerkOpensBooksAndTheLease();
    void whoOpensStandingShutsNobodyOut();
    void nobodyOpensAnothersLog();
    void whoIsAClerkNoMoreHoldsNoLease();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::finance); }
    OfficeSession& leader() { return m_world->leader(OfficeWorld::finance); }
    OfficeSession& officer() { return m_world->officer(OfficeWorld::finance); }
    OrganId organ() { return clerk().agency().id; }
    QString book() { return incomingBookStream(organ(), vietnamToday().year()); }

    /// As the people who run the server do it.
    void setRole(OfficeSession& desk, const QString& role) {
        m_world->hub().import({{u"people"_s, QJsonArray{QJsonObject{{u"agency"_s, organ().text()},
                                                                    {u"login"_s, desk.person().login},
                                                                    {u"name"_s, desk.person().name},
                                                                    {u"role"_s, role},
                                                                    {u"account"_s, false}}}}});
    }
    /// Past every check of ours; the code of the server's answer, empty where it took it.
    QString append(OfficeSession& desk, const QString& stream, const ActBody& body, const QStringList& joining = {}) {
        const auto appended = m_world->append(desk.person().mailbox(), stream, body, joining);
        return appended ? QString() : appended.error().code;
    }
    /// A desk of the clerk on a computer that never was there.
    OfficeSession& freshDesk() {
        m_second.reset();
        QDir(m_world->path(u"máy thứ hai %1 %2"_s.arg(OfficeWorld::finance).arg(roleKey(Role::Clerk))))
            .removeRecursively();
        m_second = m_world->secondDesk(OfficeWorld::finance, Role::Clerk);
        if (!m_world->sync(*m_second)) {
            qFatal("no fresh desk");
        }
        return *m_second;
    }
    std::optional<BookClosing> closing(OfficeSession& desk) {
        const auto books = desk.keepBooks().list(vietnamToday().year());
        for (const BookOverview& one : books.value_or(QList<BookOverview>())) {
            if (one.stream == book()) {
                return one.closing;
            }
        }
        return std::nullopt;
    }

    std::unique_ptr<OfficeWorld> m_world;
    std::unique_ptr<OfficeSession> m_second;
};

void TestRoles::whoIsAClerkNoMoreHoldsNoLease() {
    setRole(officer(), u"clerk"_s);
    QCOMPARE(
        append(officer(), leaseStream(organ()),
               acts::LeaseTaken{.desk = DocumentId::create().text(), .kind = LeaseKind::Agent, .seconds = longestLease},
               {organ().mailbox()}),
        QString());
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QVERIFY(!clerk().officeDuties().turn(LeaseKind::Window)->isOurs);
    setRole(officer(), u"officer"_s);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QVERIFY(clerk().officeDuties().turn(LeaseKind::Window)->isOurs);
}

void TestRoles::whoIsPromotedLaterClosedNothing() {
    const PaperForm form{
        .entry = {.sender = {.id = {}, .name = u"Công ty Cấp nước Mẫu"_s}, .number = u"1"_s, .subject = u"Lịch"_s}};
    CONGVAN_VERIFY(clerk().registerPaper().enter(form));
    // Somebody let the officer into the book, who closes it.
    QCOMPARE(append(clerk(), book(), acts::StandingShared{}, {officer().person().mailbox()}), QString());
    QCOMPARE(append(officer(), book(), acts::BookClosed{.lastNumber = 1, .reason = u"chưa đến lúc"_s}), QString());
    QCOMPARE(append(officer(), book(), acts::EntryVoided{.number = 1, .reason = u"giả"_s}), QString());
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QVERIFY(!closing(clerk()));
    QVERIFY(!closing(freshDesk()));
    setRole(officer(), u"clerk"_s);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QVERIFY(!closing(clerk()));
    QVERIFY(!closing(freshDesk())); // which knows them as a clerk alone
    QVERIFY(!freshDesk().queryDocuments().book(vietnamToday().year(), true)->first().voided);
    // What they do from now on counts, and goes on to when they are none any more.
    QCOMPARE(append(officer(), book(), acts::BookClosed{.lastNumber = 1, .reason = u"Hết năm"_s}), QString());
    setRole(officer(), u"officer"_s);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    for (OfficeSession* desk : {&clerk(), &freshDesk()}) {
        QVERIFY(closing(*desk));
        QCOMPARE(closing(*desk)->reason, u"Hết năm"_s);
    }
}

void TestRoles::onlyAClerkOpensBooksAndTheLease() {
    const QString lease = leaseStream(organ());
    const acts::LeaseTaken taken{.desk = u"máy lạ"_s, .kind = LeaseKind::Agent, .seconds = longestLease};
    for (OfficeSession* desk : {&officer(), &leader()}) {
        QCOMPARE(append(*desk, lease, taken), u"not-permitted"_s);
        QCOMPARE(append(*desk, incomingBookStream(organ(), vietnamToday().year() + 1),
                        acts::BookClosed{.lastNumber = 0, .reason = u"chặn"_s}),
                 u"not-permitted"_s);
    }
    CONGVAN_VERIFY(m_world->sync(clerk()));
    const auto held = clerk().officeDuties().turn(LeaseKind::Window);
    CONGVAN_VERIFY(held);
    QVERIFY(held->lease && held->isOurs);
    // The clerk who opens it alone does not keep it from the office's other clerks.
    const QString next = incomingBookStream(organ(), vietnamToday().year() + 1);
    QCOMPARE(
        append(clerk(), next, acts::BookClosed{.lastNumber = 0, .reason = u"chưa"_s}, {clerk().person().mailbox()}),
        QString());
    const auto read = m_world->hub().client(clerk().person().mailbox())->feed(organ().text(), 0, 1000);
    QVERIFY(read);
    QVERIFY(std::ranges::any_of(*read, [&](const exchange::FeedEntry& entry) { return entry.stream == next; }));
}

void TestRoles::whoOpensStandingShutsNobodyOut() {
    const QString standing = standingStream(organ());
    QCOMPARE(append(officer(), standing, acts::StandingShared{}, {officer().person().mailbox()}), QString());
    CONGVAN_VERIFY(m_world->sync(clerk())); // brings in who is missing
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(leader()));
    CONGVAN_VERIFY(leader().delegations().delegate(
        {.to = clerk().person().login, .from = {}, .until = vietnamToday().addDays(3), .words = {}}));
    CONGVAN_VERIFY(m_world->sync(leader()));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    const auto away = clerk().delegations().open();
    CONGVAN_VERIFY(away);
    QCOMPARE(away->size(), 1);
}

void TestRoles::nobodyOpensAnothersLog() {
    const acts::AuditAnchored anchor{.number = 1, .hash = QByteArray(64, 'a')};
    const QString clerks = auditStream(organ(), clerk().person().login);
    QCOMPARE(append(officer(), clerks, anchor), u"not-permitted"_s);
    QCOMPARE(append(clerk(), clerks, anchor), QString());
}

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestRoles test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_roles.moc"
