// SPDX-License-Identifier: GPL-3.0-or-later
// What the store counts of the work on documents that came in, and the lines of its registers: as acts come in, and the
// same when everything is derived anew.
#include "app/store/transaction.h"
#include "officeplay.h"

#include <QTest>

namespace {

const Period november{{2026, 11, 1}, {2026, 11, 30}};
const QDate asOf(2026, 12, 2); // the documents of the play are due on 30 November

} // namespace

class TestWork : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<OfficePlay>();
        m_number = 0;
        exchange::Directory directory;
        directory.version = 1;
        directory.people << entry(u"an"_s, u"Nguyễn Văn An"_s, u"ke-toan"_s) << entry(u"binh"_s, u"Trần Văn Bình"_s, {})
                         << entry(u"cuc"_s, u"Lê Thị Cúc"_s, u"ke-toan"_s);
        exchange::PersonEntry clerk = entry(u"dung"_s, u"Phạm Văn Dũng"_s, {});
        clerk.role = u"clerk"_s; // who gives the numbers
        directory.people << clerk;
        QVERIFY(store().directory().merge(directory, interior));
    }
    void cleanup() { m_world.reset(); }

    void onlyRegisteredOnesAreCounted();
    void whoHasItNowIsCounted();
    void unitsArePeopleAndTheirOwnMailboxes();
    void supportersAreCountedApart();
    void aShareThatIsGivenBackCountsNoMore();
    void theEndIsADay();
    void whatWasDoneLaterWasOpenThen();
    void whatWasWithdrawnLaterWasOpenThen();
    void anAnswerThatIsTakenBackOpensItAgain();
    void thePeriodIsThatOfTheBook();
    void sendersKindsAndMonths();
    void theRegisterOfWhatCameIn();
    void theRegisterOfWhatWentOut();
    void derivedAnewItIsTheSame();

private:
    static exchange::PersonEntry entry(const QString& login, const QString& name, const QString& unit) {
        return {.mailbox = u"H99.02/"_s + login,
                .login = login,
                .name = name,
                .role = u"officer"_s,
                .title = {},
                .unit = unit};
    }
    OfficeStore& store() { return m_world->clerk.store(); }

    WorkReport report(Breakdown by, const Period& period = november, const QDate& day = asOf) {
        const WorkScope scope{.period = period, .asOf = day, .by = by};
        return workReport(scope, must(store().work().counts(interior, scope)),
                          must(store().work().supporting(interior, scope)));
    }
    static StatisticsRow rowOf(const WorkReport& report, const QString& key) {
        for (const StatisticsRow& row : report.rows) {
            if (row.key == key) {
                return row;
            }
        }
        return {.key = u"none"_s};
    }

    DocumentId registered(const QByteArray& name) {
        const DocumentId id = m_world->receive(name);
        m_world->registerIncoming(id, ++m_number);
        return id;
    }
    void record(const DocumentId& id, ActBody body) {
        (void)must(store().record(m_world->deed(id, std::move(body))));
        QVERIFY(m_world->clerk.sync()); // the hub's clock counts
    }
    void direct(const DocumentId& id, const QList<WorkShare>& shares, const QDate& due = {}) {
        record(id, acts::Directed{.document = id,
                                  .packetSha256 = QByteArray(64, 'a'),
                                  .from = finance,
                                  .received = QDateTime::currentDateTimeUtc(),
                                  .arrivalNumber = m_number,
                                  .arrivalDate = QDate(2026, 11, 24),
                                  .directive = {.dueDate = due, .shares = shares}});
    }

    std::unique_ptr<OfficePlay> m_world;
    int m_number = 0;
};

void TestWork::onlyRegisteredOnesAreCounted() {
    m_world->receive("đến, chưa tiếp nhận");
    const DocumentId refused = m_world->receive("trả lại");
    record(refused, acts::Refused{.document = refused, .packetSha256 = QByteArray(64, 'a'), .reason = u"Gửi nhầm"_s});
    m_world->issue();
    QCOMPARE(report(Breakdown::Kind).total, WorkFigures());
    registered("một");
    QCOMPARE(report(Breakdown::Kind).total, (WorkFigures{.received = 1, .openOverdue = 1}));
}

void TestWork::whoHasItNowIsCounted() {
    const DocumentId id = registered("một");
    QCOMPARE(report(Breakdown::Person).rows.first().key, QString());
    direct(id, {{u"H99.02/an"_s, WorkRole::Lead}});
    QCOMPARE(rowOf(report(Breakdown::Person), u"H99.02/an"_s).name, u"Nguyễn Văn An"_s);
    direct(id, {{u"H99.02/cuc"_s, WorkRole::Lead}}, {2026, 12, 31});
    const WorkReport passed = report(Breakdown::Person);
    QCOMPARE(passed.rows.size(), 1); // not with who passed it on
    QCOMPARE(passed.rows.first().key, u"H99.02/cuc"_s);
    QCOMPARE(passed.rows.first().figures, (WorkFigures{.received = 1, .openInTime = 1})); // by the later day
}

void TestWork::unitsArePeopleAndTheirOwnMailboxes() {
    direct(registered("một"), {{u"H99.02/an"_s, WorkRole::Lead}});
    direct(registered("hai"), {{u"H99.02/cuc"_s, WorkRole::Lead}});
    direct(registered("ba"), {{u"H99.02/unit:ke-toan"_s, WorkRole::Lead}});
    direct(registered("bốn"), {{u"H99.02/binh"_s, WorkRole::Lead}});
    direct(registered("năm"), {{u"Tổ công tác 12"_s, WorkRole::Lead}});
    registered("sáu");
    const WorkReport units = report(Breakdown::Unit);
    QCOMPARE(units.rows.size(), 4);
    QCOMPARE(rowOf(units, u"ke-toan"_s).figures.received, 3);
    // Who has no unit stands for themselves, by name; a unit without a mailbox by its own words.
    QCOMPARE(rowOf(units, u"H99.02/binh"_s).name, u"Trần Văn Bình"_s);
    QCOMPARE(rowOf(units, u"Tổ công tác 12"_s).figures.received, 1);
    QCOMPARE(rowOf(units, QString()).figures.received, 1);
    QCOMPARE(units.total.received, 6);
}

void TestWork::supportersAreCountedApart() {
    const DocumentId id = registered("một");
    direct(id, {{u"H99.02/binh"_s, WorkRole::Lead},
                {u"H99.02/an"_s, WorkRole::Support},
                {u"H99.02/cuc"_s, WorkRole::Support},
                {u"Tổ công tác 12"_s, WorkRole::Inform}});
    const WorkReport people = report(Breakdown::Person);
    QCOMPARE(people.total.received, 1);
    QCOMPARE(rowOf(people, u"H99.02/an"_s).supporting, 1);
    QCOMPARE(rowOf(people, u"H99.02/an"_s).figures, WorkFigures());
    QCOMPARE(rowOf(people, u"Tổ công tác 12"_s).key, u"none"_s);
    // Two of one unit support in one document.
    QCOMPARE(rowOf(report(Breakdown::Unit), u"ke-toan"_s).supporting, 1);
    QCOMPARE(rowOf(report(Breakdown::Month), u"2026-11"_s).supporting, 0);
}

void TestWork::aShareThatIsGivenBackCountsNoMore() {
    const DocumentId id = registered("một");
    direct(id, {{u"H99.02/dung"_s, WorkRole::Lead}, {u"H99.02/an"_s, WorkRole::Support}});
    record(id, acts::WorkGivenBack{.document = id, .reason = u"Không đúng việc"_s});
    QCOMPARE(rowOf(report(Breakdown::Person), u"H99.02/dung"_s).key, u"H99.02/dung"_s); // it is theirs to direct anew
    direct(id, {{u"H99.02/binh"_s, WorkRole::Lead}, {u"H99.02/an"_s, WorkRole::Support}});
    const WorkReport people = report(Breakdown::Person);
    QCOMPARE(rowOf(people, u"H99.02/dung"_s).key, u"none"_s);
    QCOMPARE(rowOf(people, u"H99.02/binh"_s).figures.received, 1);
    QCOMPARE(rowOf(people, u"H99.02/an"_s).supporting, 1); // twice a share, one document
}

void TestWork::theEndIsADay() {
    const DocumentId inTime = registered("một");
    const DocumentId late = registered("hai");
    direct(late, {{u"H99.02/dung"_s, WorkRole::Lead}}, {2026, 11, 22}); // the hub's clock says 23 November
    const DocumentId onTheDay = registered("ba");
    direct(onTheDay, {{u"H99.02/dung"_s, WorkRole::Lead}}, {2026, 11, 23});
    for (const DocumentId& id : {inTime, late, onTheDay}) {
        record(id, acts::Finished{.document = id, .note = {}});
    }
    QCOMPARE(report(Breakdown::Kind).total, (WorkFigures{.received = 3, .doneInTime = 2, .doneLate = 1}));
    QCOMPARE(rowOf(report(Breakdown::Person), u"H99.02/dung"_s).figures,
             (WorkFigures{.received = 2, .doneInTime = 1, .doneLate = 1}));
}

void TestWork::whatWasDoneLaterWasOpenThen() {
    const DocumentId inTime = registered("một"); // due on 30 November
    const DocumentId late = registered("hai");
    direct(late, {{u"H99.02/dung"_s, WorkRole::Lead}}, {2026, 11, 20});
    for (const DocumentId& id : {inTime, late}) {
        record(id, acts::Finished{.document = id, .note = {}}); // the hub's clock says 23 November
    }
    const auto asOfDay = [&](int day) { return report(Breakdown::Kind, november, {2026, 11, day}).total; };
    QCOMPARE(asOfDay(23), (WorkFigures{.received = 2, .doneInTime = 1, .doneLate = 1}));
    QCOMPARE(asOfDay(22), (WorkFigures{.received = 2, .openInTime = 1, .openOverdue = 1}));
    QCOMPARE(asOfDay(20), (WorkFigures{.received = 2, .openInTime = 2})); // its last day is not over yet
    QCOMPARE(rowOf(report(Breakdown::Person, november, {2026, 11, 22}), u"H99.02/dung"_s).figures,
             (WorkFigures{.received = 1, .openOverdue = 1}));
}

void TestWork::whatWasWithdrawnLaterWasOpenThen() {
    const DocumentId open = registered("một");
    const DocumentId done = registered("hai");
    record(done, acts::Finished{.document = done, .note = {}}); // on 23 November
    const auto withdraw = [&](const DocumentId& id, const QString& day) {
        return must(store().database().write([&](Transaction& transaction) -> Result<int> {
            return int(transaction.change(
                u"UPDATE registered_work SET course = 'dropped', dropped = ? WHERE document_id = ?"_s,
                {day, id.text()}));
        }));
    };
    QCOMPARE(withdraw(open, u"2026-11-26"_s) + withdraw(done, u"2026-11-26"_s), 2);
    const auto asOfDay = [&](int day) { return report(Breakdown::Kind, november, {2026, 11, day}).total; };
    QCOMPARE(asOfDay(26), (WorkFigures{.received = 2, .dropped = 2}));
    QCOMPARE(asOfDay(25), (WorkFigures{.received = 2, .doneInTime = 1, .openInTime = 1}));
    QCOMPARE(asOfDay(22), (WorkFigures{.received = 2, .openInTime = 2}));
    QCOMPARE(withdraw(open, QString()), 1); // the day is not known: it never was open
    QCOMPARE(asOfDay(22), (WorkFigures{.received = 2, .openInTime = 1, .dropped = 1}));
}

void TestWork::anAnswerThatIsTakenBackOpensItAgain() {
    const DocumentId id = registered("một");
    const DocumentId answer = DocumentId::create();
    m_world->submit(answer);
    m_world->sign(answer);
    m_world->number(answer);
    m_world->seal(answer);
    m_world->send(answer, id);
    QCOMPARE(report(Breakdown::Kind).total.openOverdue, 0);
    QCOMPARE(report(Breakdown::Kind).total.doneInTime + report(Breakdown::Kind).total.doneLate, 1);
    (void)must(store().record(m_world->deed(answer, acts::RecallAsked{.document = answer,
                                                                      .receivers = {{.id = finance, .name = {}}},
                                                                      .reason = u"Nhầm"_s,
                                                                      .answers = id})));
    QCOMPARE(report(Breakdown::Kind).total, (WorkFigures{.received = 1, .openOverdue = 1}));
}

void TestWork::thePeriodIsThatOfTheBook() {
    registered("một"); // registered on 24 November
    QCOMPARE(report(Breakdown::Kind, {{2026, 11, 24}, {2026, 11, 24}}).total.received, 1);
    QCOMPARE(report(Breakdown::Kind, {{2026, 11, 1}, {2026, 11, 23}}).total.received, 0);
    QCOMPARE(report(Breakdown::Kind, {{2026, 11, 25}, {2026, 12, 31}}).total.received, 0);
}

void TestWork::sendersKindsAndMonths() {
    registered("một");
    registered("hai");
    QCOMPARE(rowOf(report(Breakdown::Sender), u"H99.03"_s).name, u"Sở Tài chính tỉnh Mẫu"_s);
    QCOMPARE(rowOf(report(Breakdown::Sender), u"H99.03"_s).figures.received, 2);
    QCOMPARE(rowOf(report(Breakdown::Kind), u"Công văn"_s).figures.received, 2);
    QCOMPARE(rowOf(report(Breakdown::Month), u"2026-11"_s).figures.received, 2);
}

void TestWork::theRegisterOfWhatCameIn() {
    const DocumentId first = registered("một");
    registered("hai");
    direct(first, {{u"H99.02/an"_s, WorkRole::Support}, {u"H99.02/dung"_s, WorkRole::Lead}});
    record(first, acts::Progressed{.document = first, .note = u"Đang lấy ý kiến"_s});
    const DocumentId answer = DocumentId::create();
    m_world->submit(answer);
    m_world->sign(answer);
    m_world->number(answer);
    (void)must(store().record(m_world->deed(answer, acts::Linked{.document = first, .answer = answer})));
    (void)must(store().record({.stream = incomingBookStream(interior, 2026),
                               .body = acts::EntryVoided{.number = 2, .reason = u"ghi trùng"_s},
                               .participants = {u"H99.02"_s},
                               .cites = {}}));

    registered("ba"); // and not at the hub yet

    const QList<RegisterLine> lines = must(store().work().incoming(interior, 2026, yearOf(2026)));
    QCOMPARE(lines.size(), 3);
    const RegisterLine& line = lines.first();
    QCOMPARE(line.number, 1);
    QCOMPARE(line.date, QDate(2026, 11, 24));
    QCOMPARE(line.documentNumber, u"34E31/STC-NS"_s);
    QCOMPARE(line.documentDate, QDate(2026, 11, 20));
    QCOMPARE(line.kindName, u"Công văn"_s);
    QCOMPARE(line.holders, (QStringList{u"H99.02/dung"_s, u"H99.02/an"_s})); // who leads stands first
    QVERIFY(line.passedOn.isValid());
    QCOMPARE(line.due, QDate(2026, 11, 30));
    QVERIFY(line.begun);
    QCOMPARE(line.progress, u"Đang lấy ý kiến"_s);
    QCOMPARE(line.answeredBy, QStringList{u"01/QĐ-SNV"_s});
    QVERIFY(!line.voided && !line.queued);
    QVERIFY(lines.at(1).voided);
    QCOMPARE(lines.at(1).voidReason, u"ghi trùng"_s);
    QVERIFY(lines.last().queued && !lines.last().voided);

    QVERIFY(must(store().work().incoming(interior, 2025, yearOf(2025))).isEmpty());
    QVERIFY(must(store().work().incoming(interior, 2026, {{2026, 11, 25}, {2026, 12, 31}})).isEmpty());
    QVERIFY(must(store().work().incoming(finance, 2026, yearOf(2026))).isEmpty());
}

void TestWork::theRegisterOfWhatWentOut() {
    m_world->issue();
    m_world->issue();
    const QList<RegisterLine> lines = must(store().work().outgoing(interior, 2026, yearOf(2026)));
    QCOMPARE(lines.size(), 2);
    const RegisterLine& line = lines.first();
    QCOMPARE(line.numberDisplay, u"01/QĐ-SNV"_s);
    QCOMPARE(line.series, u"vb"_s);
    QCOMPARE(line.date, QDate(2026, 11, 23));
    QCOMPARE(line.kindName, u"Quyết định"_s);
    QCOMPARE(line.subject, u"Về việc thành lập Tổ công tác"_s);
    QCOMPARE(line.signer, u"Trần Văn Bình"_s);
    QCOMPARE(line.counterpart, u"Sở Tài chính"_s);
    QCOMPARE(line.copies, 1);
    QCOMPARE(line.passedOn, QDate(2026, 11, 23));
    QVERIFY(!line.queued);
}

void TestWork::derivedAnewItIsTheSame() {
    const DocumentId id = registered("một");
    direct(id, {{u"H99.02/binh"_s, WorkRole::Direct}});
    direct(id, {{u"H99.02/an"_s, WorkRole::Lead}, {u"H99.02/cuc"_s, WorkRole::Support}}, {2026, 11, 20});
    record(registered("hai"), acts::Finished{.document = DocumentId::create(), .note = {}});
    const WorkReport before = report(Breakdown::Person);
    const QStringList rows = world::derivedRows(store());
    QVERIFY(store().rebuild());
    QCOMPARE(world::derivedRows(store()), rows);
    QCOMPARE(report(Breakdown::Person), before);
}

QTEST_GUILESS_MAIN(TestWork)
#include "test_work.moc"
