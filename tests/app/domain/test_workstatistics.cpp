// SPDX-License-Identifier: GPL-3.0-or-later
// What is counted of documents that came in: the edges of days in Vietnam, shares that went from hand to hand, and how
// counts add up to a report. No store, no clock.
#include "app/domain/documentregister.h"
#include "app/domain/workstatistics.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;

namespace {

DocumentDetail document(DocumentState state, const QDate& due = {}) {
    DocumentDetail detail{.summary = {.id = DocumentId::ofName("document")}};
    detail.summary.incoming = true;
    detail.summary.state = state;
    detail.summary.arrivalNumber = 7;
    detail.summary.dueDate = due;
    detail.arrivalDate = QDate(2026, 11, 24);
    return detail;
}

QDateTime utc(const QString& text) {
    return QDateTime::fromString(text, Qt::ISODate);
}

QString courseOf(DocumentState state, const QDate& due, const QString& ended) {
    const auto work = registeredWork(document(state, due), utc(ended));
    return work ? courseKey(work->course) : u"none"_s;
}

WorkLine line(const QString& to, WorkRole role, WorkState state) {
    return {.to = to, .role = role, .by = u"H99.02/giamdoc"_s, .state = state};
}

WorkCount count(const QString& key, WorkCourse course, const QDate& due, qint64 number) {
    return {.key = key, .name = key.toUpper(), .course = course, .due = due, .count = number};
}

QStringList keysOf(const WorkReport& report) {
    QStringList keys;
    for (const StatisticsRow& row : report.rows) {
        keys << row.key;
    }
    return keys;
}

const QDate today(2026, 11, 26);
const Period wholeYear = yearOf(2026);

} // namespace

class TestWorkStatistics : public QObject {
    Q_OBJECT

private slots:
    void theDayInVietnamDecides_data();
    void theDayInVietnamDecides();
    void onlyWhatIsInTheBookCounts_data();
    void onlyWhatIsInTheBookCounts();
    void tasksCountApart();
    void aWithdrawalHasItsDay();
    void aPastPeriodIsJudgedByItsLastDay();
    void whoeverHasItNowAnswers_data();
    void whoeverHasItNowAnswers();
    void openOnesAreJudgedByTheDay();
    void countsAddUp();
    void theOrderOfRowsIsTold();
    void quartersAreRead_data();
    void quartersAreRead();
    void wrongQuartersAreRefused_data();
    void wrongQuartersAreRefused();
    void quartersTurnWithTheYear();
    void aRegisterStaysInItsYear_data();
    void aRegisterStaysInItsYear();
};

void TestWorkStatistics::theDayInVietnamDecides_data() {
    QTest::addColumn<QDate>("due");
    QTest::addColumn<QString>("ended");
    QTest::addColumn<QString>("course");
    const QDate due(2026, 11, 30);
    QTest::newRow("a day before") << due << u"2026-11-29T02:00:00Z"_s << u"done-in-time"_s;
    QTest::newRow("on the day") << due << u"2026-11-30T02:00:00Z"_s << u"done-in-time"_s;
    QTest::newRow("its last second in Vietnam") << due << u"2026-11-30T16:59:59Z"_s << u"done-in-time"_s;
    QTest::newRow("the next day in Vietnam, the same in London") << due << u"2026-11-30T17:00:00Z"_s << u"done-late"_s;
    QTest::newRow("the first hours of the day, the day before in London")
        << due << u"2026-11-29T18:00:00Z"_s << u"done-in-time"_s;
    QTest::newRow("the last second of the year")
        << QDate(2025, 12, 31) << u"2025-12-31T16:59:59Z"_s << u"done-in-time"_s;
    QTest::newRow("the year has turned in Vietnam")
        << QDate(2025, 12, 31) << u"2025-12-31T17:00:00Z"_s << u"done-late"_s;
    QTest::newRow("no day was given") << QDate() << u"2030-01-01T00:00:00Z"_s << u"done-in-time"_s;
}

void TestWorkStatistics::theDayInVietnamDecides() {
    QFETCH(QDate, due);
    QFETCH(QString, ended);
    QFETCH(QString, course);
    QCOMPARE(courseOf(DocumentState::Answered, due, ended), course);
    QCOMPARE(courseOf(DocumentState::Registered, due, ended), u"open"_s); // open, whatever its day
}

void TestWorkStatistics::onlyWhatIsInTheBookCounts_data() {
    QTest::addColumn<DocumentState>("state");
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("incoming");
    QTest::addColumn<QString>("course");
    QTest::newRow("registered") << DocumentState::Registered << 7 << true << u"open"_s;
    QTest::newRow("withdrawn after it was registered") << DocumentState::Withdrawn << 7 << true << u"dropped"_s;
    QTest::newRow("replaced after it was registered") << DocumentState::Replaced << 7 << true << u"dropped"_s;
    QTest::newRow("its number is void") << DocumentState::Voided << 7 << true << u"dropped"_s;
    QTest::newRow("withdrawn before") << DocumentState::Withdrawn << 0 << true << u"none"_s;
    QTest::newRow("refused") << DocumentState::Refused << 0 << true << u"none"_s;
    QTest::newRow("refused, whatever number it claims") << DocumentState::Refused << 7 << true << u"none"_s;
    QTest::newRow("arrived") << DocumentState::Arrived << 0 << true << u"none"_s;
    QTest::newRow("not readable") << DocumentState::Problem << 0 << true << u"none"_s;
    QTest::newRow("ours, withdrawn") << DocumentState::Withdrawn << 7 << false << u"none"_s;
    QTest::newRow("ours, sent") << DocumentState::Sent << 7 << false << u"none"_s;
}

void TestWorkStatistics::onlyWhatIsInTheBookCounts() {
    QFETCH(DocumentState, state);
    QFETCH(int, number);
    QFETCH(bool, incoming);
    QFETCH(QString, course);
    DocumentDetail detail = document(state);
    detail.summary.arrivalNumber = number;
    detail.summary.incoming = incoming;
    const auto work = registeredWork(detail, {});
    QCOMPARE(work ? courseKey(work->course) : u"none"_s, course);
    QVERIFY(!work || !work->ended.isValid());
}

void TestWorkStatistics::tasksCountApart() {
    DocumentDetail detail = document(DocumentState::Registered);
    detail.summary.application = taskApplication.toString();
    detail.summary.arrivalNumber = 0;
    QVERIFY(!registeredWork(detail, {})); // of another kind, and in no book
    detail.task = TaskEntry{.meeting = MeetingId::create()};
    const auto work = registeredWork(detail, {});
    QVERIFY(work.has_value());
    QCOMPARE(work->subject, WorkSubject::Tasks);
    QCOMPARE(registeredWork(document(DocumentState::Registered), {})->subject, WorkSubject::Documents);
}

void TestWorkStatistics::aWithdrawalHasItsDay() {
    const DocumentDetail detail = document(DocumentState::Withdrawn);
    const QDateTime answered = QDateTime::fromString(u"2026-03-31T16:59:00Z"_s, Qt::ISODate);
    const QDateTime withdrawn = QDateTime::fromString(u"2026-03-31T17:00:00Z"_s, Qt::ISODate);
    const auto work = registeredWork(detail, answered, withdrawn);
    QVERIFY(work.has_value());
    QCOMPARE(work->course, WorkCourse::Dropped);
    QCOMPARE(work->ended, QDate(2026, 3, 31));
    QCOMPARE(work->dropped, QDate(2026, 4, 1));
}

void TestWorkStatistics::aPastPeriodIsJudgedByItsLastDay() {
    const Period quarter{{2026, 1, 1}, {2026, 3, 31}};
    QCOMPARE(judgedAsOf(quarter, {2026, 11, 27}), QDate(2026, 3, 31));
    QCOMPARE(judgedAsOf(quarter, {2026, 3, 31}), QDate(2026, 3, 31));
    QCOMPARE(judgedAsOf(quarter, {2026, 2, 14}), QDate(2026, 2, 14));
}

void TestWorkStatistics::whoeverHasItNowAnswers_data() {
    QTest::addColumn<QList<WorkLine>>("lines");
    QTest::addColumn<QString>("who");
    const WorkLine directed = line(u"giamdoc"_s, WorkRole::Direct, WorkState::Done);
    const WorkLine support = line(u"lan"_s, WorkRole::Support, WorkState::Working);
    QTest::newRow("nobody") << QList<WorkLine>{} << QString();
    QTest::newRow("with the leader") << QList<WorkLine>{line(u"giamdoc"_s, WorkRole::Direct, WorkState::Open)}
                                     << u"giamdoc"_s;
    QTest::newRow("directed") << QList<WorkLine>{directed, line(u"an"_s, WorkRole::Lead, WorkState::Open), support}
                              << u"an"_s;
    QTest::newRow("passed on") << QList<WorkLine>{directed, line(u"an"_s, WorkRole::Lead, WorkState::PassedOn),
                                                  line(u"binh"_s, WorkRole::Lead, WorkState::Working)}
                               << u"binh"_s;
    QTest::newRow("given back") << QList<WorkLine>{directed, line(u"an"_s, WorkRole::Lead, WorkState::GivenBack),
                                                   line(u"giamdoc"_s, WorkRole::Direct, WorkState::Open)}
                                << u"giamdoc"_s;
    QTest::newRow("given back, then to another")
        << QList<WorkLine>{directed, line(u"an"_s, WorkRole::Lead, WorkState::GivenBack), directed,
                           line(u"cuc"_s, WorkRole::Lead, WorkState::Open)}
        << u"cuc"_s;
    QTest::newRow("done") << QList<WorkLine>{directed, line(u"an"_s, WorkRole::Lead, WorkState::Done), support}
                          << u"an"_s;
    QTest::newRow("only supporters and those who are told")
        << QList<WorkLine>{support, line(u"mai"_s, WorkRole::Inform, WorkState::Open)} << QString();
}

void TestWorkStatistics::whoeverHasItNowAnswers() {
    QFETCH(QList<WorkLine>, lines);
    QFETCH(QString, who);
    QCOMPARE(answersFor(lines), who);
}

void TestWorkStatistics::openOnesAreJudgedByTheDay() {
    QCOMPARE(figuresOf(count({}, WorkCourse::Open, today, 3), today).openInTime, 3); // due today: there is time still
    QCOMPARE(figuresOf(count({}, WorkCourse::Open, today.addDays(-1), 3), today).openOverdue, 3);
    QCOMPARE(figuresOf(count({}, WorkCourse::Open, {}, 3), today).openInTime, 3);
    // The day of one that is done is of no matter any more.
    QCOMPARE(figuresOf(count({}, WorkCourse::DoneInTime, today.addDays(-9), 3), today).doneInTime, 3);
}

void TestWorkStatistics::countsAddUp() {
    const WorkReport report =
        workReport({.period = wholeYear, .asOf = today, .by = Breakdown::Unit},
                   {count(u"a"_s, WorkCourse::DoneInTime, {}, 5), count(u"a"_s, WorkCourse::DoneLate, {}, 2),
                    count(u"b"_s, WorkCourse::Open, today, 1), count(u"b"_s, WorkCourse::Open, today.addDays(-2), 4),
                    count(u"b"_s, WorkCourse::Open, today.addDays(-3), 1), count(u"b"_s, WorkCourse::Dropped, {}, 3)},
                   {{u"a"_s, 6}, {u"c"_s, 2}});
    QCOMPARE(
        report.total,
        (WorkFigures{.received = 16, .doneInTime = 5, .doneLate = 2, .openInTime = 1, .openOverdue = 5, .dropped = 3}));
    QCOMPARE(keysOf(report), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
    QCOMPARE(report.rows.first().figures.openOverdue, 5);
    QCOMPARE(report.rows.first().name, u"B"_s);
    QCOMPARE(report.rows.at(1).supporting, 6);
    // Who only supports has a row of their own, and nothing in the sum.
    QCOMPARE(report.rows.last().supporting, 2);
    QCOMPARE(report.rows.last().figures, WorkFigures());
    for (const StatisticsRow& row : report.rows) {
        const WorkFigures& of = row.figures;
        QCOMPARE(of.received, of.doneInTime + of.doneLate + of.openInTime + of.openOverdue + of.dropped);
    }
}

void TestWorkStatistics::theOrderOfRowsIsTold() {
    const QList<WorkCount> months{count(u"2026-11"_s, WorkCourse::Open, {}, 9),
                                  count(u"2026-02"_s, WorkCourse::Open, {}, 1),
                                  count(u"2025-12"_s, WorkCourse::Open, {}, 4)};
    QCOMPARE(keysOf(workReport({.period = wholeYear, .asOf = today, .by = Breakdown::Month}, months)),
             (QStringList{u"2025-12"_s, u"2026-02"_s, u"2026-11"_s}));
    const QList<WorkCount> senders{count({}, WorkCourse::Open, {}, 90), count(u"x"_s, WorkCourse::Open, {}, 1),
                                   count(u"y"_s, WorkCourse::Open, {}, 4), count(u"w"_s, WorkCourse::Open, {}, 1)};
    QCOMPARE(keysOf(workReport({.period = wholeYear, .asOf = today, .by = Breakdown::Sender}, senders)),
             (QStringList{u"y"_s, u"w"_s, u"x"_s, QString()}));
}

void TestWorkStatistics::quartersAreRead_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::newRow("first") << u"2026Q1"_s << QDate(2026, 1, 1) << QDate(2026, 3, 31);
    QTest::newRow("second") << u"2026q2"_s << QDate(2026, 4, 1) << QDate(2026, 6, 30);
    QTest::newRow("third") << u"2026Q3"_s << QDate(2026, 7, 1) << QDate(2026, 9, 30);
    QTest::newRow("fourth") << u"2024Q4"_s << QDate(2024, 10, 1) << QDate(2024, 12, 31);
}

void TestWorkStatistics::quartersAreRead() {
    QFETCH(QString, key);
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    const auto period = quarterFromKey(key);
    QVERIFY(period);
    QCOMPARE(*period, (Period{from, to}));
}

void TestWorkStatistics::wrongQuartersAreRefused_data() {
    QTest::addColumn<QString>("key");
    for (const QString& key : {u""_s, u"2026"_s, u"2026Q0"_s, u"2026Q5"_s, u"2026-Q3"_s, u"26Q3"_s, u"Q32026"_s,
                               u"2026Q3 "_s, u"0026Q3"_s, u"٢٠٢٦Q3"_s}) {
        QTest::addRow("“%s”", qPrintable(key)) << key;
    }
}

void TestWorkStatistics::wrongQuartersAreRefused() {
    QFETCH(QString, key);
    const auto period = quarterFromKey(key);
    QVERIFY(!period);
    QCOMPARE(period.error().code, u"quarter-unreadable"_s);
}

void TestWorkStatistics::quartersTurnWithTheYear() {
    QCOMPARE(quarterBefore({2026, 2, 3}), (Period{{2025, 10, 1}, {2025, 12, 31}}));
    QCOMPARE(quarterOf({2026, 12, 31}), (Period{{2026, 10, 1}, {2026, 12, 31}}));
    QVERIFY(quarterOf({2026, 12, 31}).contains({2026, 12, 31}));
    QVERIFY(!quarterOf({2026, 12, 31}).contains({2027, 1, 1}));
    QCOMPARE(periodOf({2026, 5, 2}, {2026, 5, 1}).error().code, u"period-wrong"_s);
    QCOMPARE(periodOf({}, {2026, 5, 1}).error().code, u"period-wrong"_s);
    QVERIFY(periodOf({2026, 5, 1}, {2026, 5, 1}));
}

void TestWorkStatistics::aRegisterStaysInItsYear_data() {
    QTest::addColumn<RegisterRequest>("request");
    QTest::addColumn<QString>("outcome");
    const auto of = [](int year, const QDate& from, const QDate& to) {
        return RegisterRequest{.kind = RegisterKind::Incoming, .year = year, .from = from, .to = to};
    };
    QTest::newRow("the year") << of(2026, {}, {}) << u"2026-01-01 2026-12-31"_s;
    QTest::newRow("from a day on") << of(2026, {2026, 3, 1}, {}) << u"2026-03-01 2026-12-31"_s;
    QTest::newRow("to a day") << of(2026, {}, {2026, 3, 1}) << u"2026-01-01 2026-03-01"_s;
    QTest::newRow("before the year") << of(2026, {2025, 12, 31}, {}) << u"register-days-outside"_s;
    QTest::newRow("behind the year") << of(2026, {}, {2027, 1, 1}) << u"register-days-outside"_s;
    QTest::newRow("the wrong way round") << of(2026, {2026, 4, 1}, {2026, 3, 1}) << u"register-days-outside"_s;
    QTest::newRow("no year") << of(0, {}, {}) << u"register-year-unreadable"_s;
}

void TestWorkStatistics::aRegisterStaysInItsYear() {
    QFETCH(RegisterRequest, request);
    QFETCH(QString, outcome);
    const auto days = daysOf(request);
    QCOMPARE(days ? days->from.toString(Qt::ISODate) + u' ' + days->to.toString(Qt::ISODate) : days.error().code,
             outcome);
}

QTEST_GUILESS_MAIN(TestWorkStatistics)
#include "test_workstatistics.moc"
