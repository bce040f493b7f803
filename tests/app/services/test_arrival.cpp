// SPDX-License-Identifier: GPL-3.0-or-later
// The two steps of arrival: a page is stored whole and at once; attachments come afterwards and are never forgotten.
#include "app/services/judgeincoming.h"
#include "app/services/querydirectory.h"
#include "app/services/querydocuments.h"
#include "app/store/storejournal.h"
#include "tests/world/office/codes.h"
#include "tests/world/office/receivingdesk.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::ReceivingDesk;
using world::samplePacket;

class TestArrival : public QObject {
    Q_OBJECT

private slots:
    void init() { m_at = std::make_unique<ReceivingDesk>(); }
    void cleanup() { m_at.reset(); }

    void aPageIsStoredWithItsCursors();
    void aPageThatFailsLeavesNothing();
    void anEmptyFileAfterAPowerCutIsWrittenAnew();
    void whatIsOwedIsFoundAgain();
    void aPacketThatCannotBeTakenApartShowsItsProblem();
    void aLargePacketWaitsOnADearNetwork();
    void agenciesAreFoundByBeginnings();
    void testUnitsAreHiddenUnlessTheProfileShowsThem();

private:
    static QByteArray packet(int number) { return samplePacket(">07<", '>' + QByteArray::number(number) + '<'); }
    static exchange::AgencyEntry agency(const QString& organId, const QString& name) {
        exchange::AgencyEntry entry;
        entry.organId = organId;
        entry.name = name;
        return entry;
    }
    [[nodiscard]] QList<exchange::FeedCursor> cursors() { return *StoreJournal(m_at->store()).feeds(); }

    std::unique_ptr<ReceivingDesk> m_at;
};

void TestArrival::aPageIsStoredWithItsCursors() {
    const QList<exchange::Arrival> page{ReceivingDesk::arrival(packet(1)), ReceivingDesk::arrival(packet(2))};
    const QList<exchange::FeedCursor> moved{{u"H99.03"_s, 4}, {u"H99.03"_s, 7}, {u"H99.03/vanthu"_s, 9}};
    QCOMPARE(m_at->sink().acceptPage(page, moved), exchange::Result<int>(2));
    QCOMPARE(cursors(), QList<exchange::FeedCursor>({{u"H99.03"_s, 7}, {u"H99.03/vanthu"_s, 9}}));
    // Shown at once, by what the envelope says.
    const auto document = m_at->received(packet(1));
    CONGVAN_VERIFY(document);
    QCOMPARE(document->summary.state, DocumentState::Arrived);
    QCOMPARE(document->summary.number, u"1/SNV-VP"_s);
    QVERIFY(document->contents.isEmpty());
    // Nothing is judged before its attachments are here.
    QCOMPARE(m_at->store().verdicts().pending()->size(), 0);
    QCOMPARE(codeOf(JudgeIncoming(m_at->desk()).judge(document->summary.id)), u"packet-not-unpacked"_s);
    QCOMPARE(m_at->incoming().unpackOwed(), Result<int>(2));
    QCOMPARE(m_at->received(packet(1))->contents.size(), 1);
    QCOMPARE(m_at->store().verdicts().pending()->size(), 2);
    // The same page again changes nothing, and a cursor never goes back.
    QCOMPARE(m_at->sink().acceptPage(page, {{u"H99.03"_s, 2}}), exchange::Result<int>(0));
    QCOMPARE(cursors().first().cursor, 7);
    QCOMPARE(m_at->incoming().unpackOwed(), Result<int>(0));
}

void TestArrival::aPageThatFailsLeavesNothing() {
    QList<exchange::Arrival> page{ReceivingDesk::arrival(packet(1)), ReceivingDesk::arrival(packet(2))};
    page[1].contents.clear(); // announced, and neither here nor waiting
    QVERIFY(!m_at->sink().acceptPage(page, {{u"H99.03"_s, 7}}));
    QVERIFY(cursors().isEmpty());
    QCOMPARE(*m_at->store().messages().count(), 0);
    QCOMPARE(m_at->store().arrivalJobs().count(), Result<int>(0));
}

void TestArrival::anEmptyFileAfterAPowerCutIsWrittenAnew() {
    const QByteArray bytes = packet(1);
    const QByteArray sha256 = exchange::sha256Hex(bytes);
    QVERIFY(m_at->sink().acceptPage({ReceivingDesk::arrival(bytes)}, {}));
    const QString place = *m_at->store().blobs().path(sha256);
    QFile cut(place);
    QVERIFY(cut.open(QIODevice::WriteOnly | QIODevice::Truncate));
    cut.close();
    QVERIFY(m_at->sink().acceptPage({ReceivingDesk::arrival(bytes)}, {}));
    QCOMPARE(m_at->store().blobs().bytes(sha256), Result<QByteArray>(bytes));
}

void TestArrival::whatIsOwedIsFoundAgain() {
    QVERIFY(m_at->sink().acceptPage({ReceivingDesk::arrival(packet(1)), ReceivingDesk::arrival(packet(2))}, {}));
    // A run that is stopped takes nothing away, and neither does one that fails.
    std::stop_source stopped;
    stopped.request_stop();
    QCOMPARE(m_at->incoming().unpackOwed({}, stopped.get_token()), Result<int>(0));
    const QString place = *m_at->store().blobs().path(exchange::sha256Hex(packet(1)));
    QVERIFY(QFile::rename(place, m_at->path(u"away"_s)));
    QCOMPARE(codeOf(m_at->incoming().unpackOwed()), u"content-missing"_s);
    // The one that fails does not hold up the others.
    QCOMPARE(codeOf(m_at->incoming().unpackOwed()), u"content-missing"_s);
    QCOMPARE(m_at->received(packet(2))->contents.size(), 1);
    QCOMPARE(m_at->store().arrivalJobs().count(), Result<int>(1));
    QVERIFY(QFile::rename(m_at->path(u"away"_s), place));
    QCOMPARE(m_at->incoming().unpackOwed(), Result<int>(1));
    QCOMPARE(m_at->received(packet(1))->contents.size(), 1);
}

void TestArrival::aPacketThatCannotBeTakenApartShowsItsProblem() {
    // The envelope is good, what follows is not.
    QByteArray broken = samplePacket();
    broken.truncate(broken.lastIndexOf("</"));
    QVERIFY(m_at->sink().acceptPage({ReceivingDesk::arrival(broken)}, {}));
    QCOMPARE(m_at->received(broken)->summary.state, DocumentState::Arrived);
    QCOMPARE(m_at->incoming().unpackOwed(), Result<int>(1));
    QCOMPARE(m_at->received(broken)->summary.state, DocumentState::Problem);
    QVERIFY(!m_at->received(broken)->summary.problem.code.isEmpty());
    QCOMPARE(m_at->store().verdicts().pending()->size(), 0);
}

void TestArrival::aLargePacketWaitsOnADearNetwork() {
    exchange::Arrival large = ReceivingDesk::arrival(packet(1));
    const QByteArray sha256 = large.contents.takeFirst().sha256;
    large.waiting = {sha256};
    QCOMPARE(m_at->sink().acceptPage({large}, {{u"H99.03"_s, 3}}), exchange::Result<int>(1));
    QCOMPARE(m_at->received(packet(1))->summary.state, DocumentState::Problem);
    QCOMPARE(m_at->received(packet(1))->summary.problem.code, u"packet-waits"_s);
    StoreJournal journal(m_at->store());
    QCOMPARE(*journal.waitingContents(),
             QList<exchange::WaitingContent>({{sha256, u"packet/"_s + QString::fromLatin1(sha256)}}));
    QCOMPARE(m_at->store().outbox().state()->waiting, 1);

    QFile file(m_at->path(u"tải về"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(packet(1));
    file.close();
    QVERIFY(m_at->sink().acceptContent(sha256, file.fileName()));
    QVERIFY(journal.waitingContents()->isEmpty());
    QCOMPARE(m_at->incoming().unpackOwed(), Result<int>(1));
    QCOMPARE(m_at->received(packet(1))->summary.state, DocumentState::Arrived);
    QCOMPARE(m_at->received(packet(1))->contents.size(), 1);
}

void TestArrival::agenciesAreFoundByBeginnings() {
    DirectoryRepository& directory = m_at->store().directory();
    exchange::Directory changes;
    changes.version = 1;
    for (int number = 0; number < 40; ++number) {
        changes.agencies.append(
            agency(u"K%1.H99"_s.arg(number, 2, 10, QChar(u'0')), u"Ủy ban nhân dân xã Đông %1"_s.arg(number)));
    }
    changes.agencies.append(agency(u"H99.07"_s, u"Sở Nội vụ"_s));
    changes.agencies.last().validTo = QDate(2025, 1, 1);
    changes.agencies.append(agency(u"H99.08"_s, u"Sở Nội vụ tỉnh Mẫu"_s));
    CONGVAN_VERIFY(directory.merge(changes, m_at->desk().organ()));
    QCOMPARE(directory.agencies(u"uy ban nhan dan xa dong"_s)->size(), 40);
    QCOMPARE(directory.agencies(u"UỶ BAN đông 17"_s)->size(), 1);
    QCOMPARE(directory.agencies(u"k17"_s)->size(), 1);
    QCOMPARE(directory.agencies(u"K17.H99"_s)->size(), 1);
    QCOMPARE(directory.agencies(u"dong uy"_s, 5)->size(), 5);
    QCOMPARE(directory.agencies(u"\"*: OR"_s)->size(), 0);
    // Open ones come before closed ones.
    QCOMPARE(directory.agencies(u"noi vu"_s)->first().id.text(), u"H99.08"_s);
    // A change of name is found by the new one alone.
    exchange::Directory renamed;
    renamed.version = 2;
    renamed.agencies.append(agency(u"K17.H99"_s, u"Phường Tây"_s));
    CONGVAN_VERIFY(directory.merge(renamed, m_at->desk().organ()));
    QCOMPARE(directory.agencies(u"tay"_s)->size(), 1);
    QCOMPARE(directory.agencies(u"dong"_s)->size(), 39);
    QCOMPARE(directory.agencies({})->size(), 42);
}

void TestArrival::testUnitsAreHiddenUnlessTheProfileShowsThem() {
    OfficeDesk& desk = m_at->desk();
    exchange::Directory changes;
    changes.version = 1;
    changes.agencies = {agency(u"14.00.W00"_s, u"Đơn vị kiểm thử trục"_s),
                        agency(u"01.W00.G22"_s, u"Đơn vị kiểm thử Bộ"_s),
                        agency(u"W001.H99"_s, u"Đơn vị kiểm thử có thật"_s)};
    CONGVAN_VERIFY(desk.store().directory().merge(changes, desk.organ()));
    const QueryDirectory query(desk);
    const auto idsOf = [&query](const QString& text) {
        QStringList ids;
        const auto found = query.agencies(text);
        for (const Agency& one : found.value_or(QList<Agency>())) {
            ids.append(one.id.text());
        }
        ids.sort();
        return ids;
    };
    const QStringList real{u"W001.H99"_s};
    for (const QString& text : {QString(), u"don vi kiem thu"_s, u"w00"_s}) {
        QCOMPARE(idsOf(text), real);
    }
    QVERIFY(query.agency(*OrganId::parse(u"14.00.W00"))->has_value()); // whoever names its code still gets it
    Profile profile = desk.profile();
    profile.showTestUnits = true;
    desk.setProfile(profile);
    for (const QString& text : {QString(), u"don vi kiem thu"_s, u"w00"_s}) {
        QCOMPARE(idsOf(text), (QStringList{u"01.W00.G22"_s, u"14.00.W00"_s, u"W001.H99"_s}));
    }
}

QTEST_GUILESS_MAIN(TestArrival)
#include "test_arrival.moc"
