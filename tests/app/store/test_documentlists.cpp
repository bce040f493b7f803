// SPDX-License-Identifier: GPL-3.0-or-later
#include "officeplay.h"

#include "app/domain/documentquery.h"
#include "app/domain/vietnamtime.h"
#include "exchange/protocol/packetnotice.h"

#include <QSet>

#include <memory>

namespace {

const QDate today(2026, 11, 26);
const QDateTime morning(QDate(2026, 11, 26), QTime(2, 0), Qt::UTC);

QStringList subjects(const DocumentPage& page) {
    QStringList all;
    for (const DocumentSummary& row : page.rows) {
        all.append(row.subject);
    }
    return all;
}

} // namespace

/// Lists in parts, in each order, narrowed and counted; searches over columns and text. Through the store's own doors.
class TestDocumentLists : public QObject {
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<OfficePlay>(); }
    void cleanup() { m_world.reset(); }

    void everyOrderGoesThroughAllOnce_data() {
        QTest::addColumn<int>("order");
        for (int order = 0; order <= int(ListOrder::Urgency); ++order) {
            QTest::newRow(qPrintable(listOrderKey(ListOrder(order)))) << order;
        }
    }
    void everyOrderGoesThroughAllOnce() {
        QFETCH(int, order);
        for (int ordinal = 0; ordinal < 57; ++ordinal) {
            PacketFacts facts = letter(u"Việc số %1"_s.arg(ordinal));
            facts.from.name = u"Sở %1"_s.arg(QChar(u'A' + ordinal % 5));
            facts.urgency = Urgency(ordinal % 4);
            facts.dueDate = ordinal % 3 == 0 ? QDate() : today.addDays(ordinal % 7);
            facts.number = QString::number(ordinal % 10);
            arrive(facts, morning.addSecs(ordinal / 3)); // three at the same moment
        }
        const DocumentQuery query{.folder = Folder::ToAccept, .order = ListOrder(order)};
        const QList<DocumentSummary> whole = must(lists().page(query, today, 0)).rows;
        QCOMPARE(whole.size(), 57);
        QList<DocumentSummary> parts;
        std::optional<ListPlace> place;
        do {
            const DocumentPage page = must(lists().page(query, today, 10, place));
            QVERIFY(page.rows.size() <= 10);
            parts += page.rows;
            place = page.next;
        } while (place);
        QCOMPARE(parts, whole);
        for (qsizetype row = 1; row < whole.size(); ++row) {
            QVERIFY2(isInOrder(whole.at(row - 1), whole.at(row), ListOrder(order)), qPrintable(whole.at(row).subject));
        }
    }

    void aListGoesOnWhereItWas() {
        for (int ordinal = 0; ordinal < 30; ++ordinal) {
            arrive(letter(u"Việc %1"_s.arg(ordinal)), morning.addSecs(ordinal));
        }
        const DocumentQuery query{.folder = Folder::ToAccept};
        const DocumentPage first = must(lists().page(query, today, 10));
        arrive(letter(u"Mới đến"_s), morning.addSecs(100));
        const DocumentPage second = must(lists().page(query, today, 10, first.next));
        QCOMPARE(second.rows.first().subject, u"Việc 19"_s);
        QCOMPARE(must(lists().page(query, today, 10)).rows.first().subject, u"Mới đến"_s);
    }

    void chipsNarrowAndCount() {
        for (int ordinal = 0; ordinal < 9; ++ordinal) {
            PacketFacts facts = letter(u"Việc %1"_s.arg(ordinal));
            facts.urgency = ordinal % 3 == 0 ? Urgency::Express : Urgency::Normal;
            judge(arrive(facts, morning.addSecs(ordinal)),
                  ordinal == 4 ? docsig::Verdict::Invalid : docsig::Verdict::Valid);
        }
        QCOMPARE(must(lists().count({.folder = Folder::ToAccept}, today)), (QueryCounts{9, 3, 1}));
        QCOMPARE(must(lists().page({.folder = Folder::ToAccept, .urgent = true}, today, 0)).rows.size(), 3);
        const auto troubled = must(lists().page({.folder = Folder::ToAccept, .trouble = true}, today, 0)).rows;
        QCOMPARE(troubled.size(), 1);
        QCOMPARE(troubled.first().subject, u"Việc 4"_s);
        // The mark is of the verdict and not of the moment: derived anew it is there again.
        must(store().rebuild());
        QCOMPARE(must(lists().count({.folder = Folder::ToAccept}, today)), (QueryCounts{9, 3, 1}));
        QCOMPARE(must(lists().count({.words = u"viec"_s}, today)), (QueryCounts{9, 3, 1}));
    }

    void textIsFoundAndShown() {
        const DocumentId id = arrive(letter(u"Về việc báo cáo"_s), morning);
        arrive(letter(u"Về việc khác"_s), morning.addSecs(5));
        QCOMPARE(found(u"dan so"_s), 0);
        must(store().textJobs().keep(id, u"x"_s,
                                     u"Căn cứ Luật … đề nghị các đơn vị thống kê\nDÂN SỐ trên địa bàn trước ngày"_s));
        QCOMPARE(found(u"dan so"_s), 1);
        QCOMPARE(found(u"bao cao dân số"_s), 1); // a word of the subject and one of the text
        QCOMPARE(found(u"dan so khac"_s), 0);
        const auto row = must(lists().page({.words = u"dia ban"_s}, today, 0)).rows.first();
        QVERIFY2(row.excerpt.contains(u"DÂN SỐ trên địa bàn"_s), qPrintable(row.excerpt));
        QVERIFY(must(lists().page({.words = u"bao cao"_s}, today, 0)).rows.first().excerpt.isEmpty());
        // Another text takes the place of the first, in the index as well.
        must(store().textJobs().keep(id, u"y"_s, u"Kính gửi Sở Y tế"_s));
        QCOMPARE(found(u"dan so"_s), 0);
        QCOMPARE(found(u"kinh gui"_s), 1);
        must(store().rebuild());
        QCOMPARE(found(u"kinh gui"_s), 1);
        QCOMPARE(found(u"bao cao"_s), 1);
    }

    void aLongListIsSearchedNewestFirst() {
        constexpr int many = 2'100; // longer than a list that is gone through row by row
        must(store().together([&]() -> Result<void> {
            for (int ordinal = 0; ordinal < many; ++ordinal) {
                arrive(letter(u"Việc chung số %1"_s.arg(ordinal)), morning.addMSecs(ordinal * 7));
            }
            return {};
        }));
        const DocumentQuery query{.words = u"viec chung"_s, .folder = Folder::ToAccept};
        QSet<QString> seen;
        std::optional<ListPlace> place;
        do {
            const DocumentPage page = must(lists().page(query, today, 500, place));
            for (const DocumentSummary& row : page.rows) {
                seen.insert(row.id.text());
            }
            place = page.next;
        } while (place);
        QCOMPARE(seen.size(), many); // more than there are places in their seconds, and none twice
        QCOMPARE(must(lists().count(query, today)).all, many);
        const auto sorted = must(lists().page({.words = u"chung"_s, .order = ListOrder::Counterpart}, today, 20)).rows;
        QCOMPARE(sorted.size(), 20);
        QCOMPARE(must(lists().page({.words = u"chung 1999"_s}, today, 0)).rows.size(), 1);
    }

    void filtersOfASearch() {
        const DocumentId old = arrive(letter(u"Việc cũ"_s), morning.addDays(-400));
        const DocumentId fresh = arrive(letter(u"Việc mới"_s), morning);
        const auto ids = [&](const DocumentQuery& query) {
            QList<DocumentId> all;
            for (const DocumentSummary& row : must(lists().page(query, today, 0)).rows) {
                all << row.id;
            }
            return all;
        };
        QCOMPARE(ids({.words = u"viec"_s}), (QList{fresh, old}));
        QCOMPARE(ids({.words = u"viec"_s, .from = today, .to = today}), QList{fresh});
        // The day is Vietnam's: 23:30 there is 16:30 UTC.
        const DocumentId late = arrive(letter(u"Việc muộn"_s), QDateTime(today, QTime(16, 59, 59), Qt::UTC));
        const DocumentId next = arrive(letter(u"Việc hôm sau"_s), QDateTime(today, QTime(17, 0, 0), Qt::UTC));
        QCOMPARE(ids({.from = today, .to = today}), (QList{late, fresh}));
        QCOMPARE(ids({.words = u"viec"_s, .from = today.addDays(1)}), QList{next});
        QCOMPARE(ids({.from = today.addDays(-500), .to = today.addDays(-300), .sender = finance}), QList{old});
        QVERIFY(ids({.incoming = false}).isEmpty());
        QVERIFY(ids({.person = u"H99.02/dung"_s}).isEmpty());
        must(store().record(
            m_world->deed(fresh, acts::Refused{.document = fresh,
                                               .packetSha256 = must(store().documents().detail(fresh)).packetSha256,
                                               .reason = u"Gửi nhầm"_s})));
        const QList<HistoryLine> history = must(store().documents().detail(fresh)).history;
        QCOMPARE(history.size(), 1);
        QCOMPARE(history.first().by, u"H99.02/dung"_s);
        QCOMPARE(ids({.person = u"H99.02/dung"_s}), QList{fresh});
        QCOMPARE(ids({.state = DocumentState::Refused}), QList{fresh});
        QCOMPARE(ids({.words = u"viec"_s, .unanswered = true}), (QList{next, late, old}));
        QCOMPARE(ids({.kind = DocumentKind::QuyetDinh}), QList<DocumentId>());
    }

    void hiddenCharactersDoNotImitate() {
        PacketFacts facts = letter(u"Khẩn\u202E gửi\u200B ngay"_s);
        facts.from.name = u"Ủy ban\u200B nhân dân\u2066\u3164"_s; // a filler is a letter that is drawn as nothing
        const DocumentId id = arrive(facts, morning);
        const DocumentDetail detail = must(store().documents().detail(id));
        QCOMPARE(detail.summary.counterpart, u"Ủy ban nhân dân"_s);
        QCOMPARE(detail.summary.subject, u"Khẩn gửi ngay"_s);
        QCOMPARE(detail.packetFindings, QStringList{u"packet-hidden-characters"_s});
        QCOMPARE(found(u"uy ban nhan dan"_s), 1);
        facts = letter(QString(5000, u'a') + u" cuối"_s);
        facts.sha256.clear();
        QVERIFY(must(store().documents().detail(arrive(facts, morning))).packetFindings.isEmpty());
        QCOMPARE(found(u"cuoi"_s), 1);
    }

    void signsAloneAreTheWordsOfNothing() {
        arrive(letter(u"Việc"_s), morning);
        for (const QString& words : {u"-"_s, u"…"_s, u"\"(')"_s, u"*"_s}) {
            QCOMPARE(found(words), 0);
        }
        QCOMPARE(found({}), 1);
        // Letters to Qt and none to the index of words; marks without end; half of a sign.
        for (const QString& words : {u"a\u19B0b"_s, u"a"_s + QString(50'000, QChar(0x0301)), QString(QChar(0xD835)),
                                     u"vi\u1CF2"_s, u"\" OR document_text:x"_s}) {
            must(lists().page({.words = words}, today, 0));
        }
        const DocumentId id = arrive(letter(u"Việc khác"_s), morning);
        must(store().textJobs().keep(id, u"x"_s, QString(200'000, QChar(0x0316)) + u" cuối"_s));
        QCOMPARE(found(u"cuoi"_s), 1);
    }

    void draftsHaveTheirOrder() {
        for (const auto& [subject, due] : {std::pair(u"Muộn"_s, today.addDays(9)), std::pair(u"Sớm"_s, today)}) {
            Draft draft{.id = DocumentId::create()};
            draft.subject = subject;
            draft.dueDate = due;
            must(store().drafts().save(draft));
        }
        const auto rows = must(lists().page({.folder = Folder::Drafts, .order = ListOrder::DueDate}, today, 0)).rows;
        QCOMPARE(rows.first().subject, u"Sớm"_s);
    }

    void whatIsDueIsFoundByItsDay() {
        for (int ordinal = 0; ordinal < 6; ++ordinal) {
            PacketFacts facts = letter(u"Việc %1"_s.arg(ordinal));
            facts.dueDate = today.addDays(ordinal - 2);
            const DocumentId id = arrive(facts, morning.addSecs(ordinal));
            if (ordinal != 5) {
                acts::Registered act{.document = id};
                act.packetSha256 = must(store().documents().detail(id)).packetSha256;
                act.number = ordinal + 1;
                act.date = today;
                must(store().record({.stream = incomingBookStream(interior, 2026),
                                     .body = act,
                                     .participants = m_world->everybody(),
                                     .cites = {}}));
            }
        }
        const auto rows = must(lists().page({.dueBy = today, .order = ListOrder::DueDate}, today, 0)).rows;
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.first().subject, u"Việc 0"_s);
        QCOMPARE(must(lists().page({.folder = Folder::Overdue}, today, 0)).rows.size(), 2);
        QCOMPARE(must(lists().counts(today)).overdue, 2);
        // Page by page, what is chosen within the index is what the whole list has, in its order.
        for (const auto order :
             {ListOrder::Time, ListOrder::DueDate, ListOrder::Counterpart, ListOrder::Number, ListOrder::Urgency}) {
            const DocumentQuery query{.dueBy = today, .order = order};
            const QStringList whole = subjects(must(lists().page(query, today, 0)));
            QStringList parts;
            std::optional<ListPlace> place;
            do {
                const DocumentPage page = must(lists().page(query, today, 1, place));
                parts += subjects(page);
                place = page.next;
            } while (place);
            QCOMPARE(parts, whole);
            QCOMPARE(whole.size(), 3);
        }
        const DocumentQuery urgent{.folder = Folder::Overdue, .urgent = true, .order = ListOrder::Number};
        QVERIFY(must(lists().page(urgent, today, 5)).rows.isEmpty());
    }

    void countsEndSomewhere() {
        must(store().together([&]() -> Result<void> {
            for (int ordinal = 0; ordinal < 50; ++ordinal) {
                arrive(letter(u"Việc"_s), morning);
            }
            return {};
        }));
        QCOMPARE(must(lists().counts(today)).toAccept, 50);
        QCOMPARE(must(lists().counts(today)).unread, 50);
        QCOMPARE(must(lists().count({.words = u"viec"_s}, today)).all, 50);
    }

    void queriesAreKeptAsText() {
        const DocumentQuery query{.words = u"báo cáo"_s,
                                  .folder = Folder::Done,
                                  .incoming = true,
                                  .from = QDate(2026, 1, 1),
                                  .to = QDate(2026, 12, 31),
                                  .sender = finance,
                                  .kind = DocumentKind::CongVan,
                                  .state = DocumentState::Answered,
                                  .person = u"H99.02/an"_s,
                                  .unanswered = true,
                                  .urgent = true,
                                  .trouble = true,
                                  .order = ListOrder::DueDate};
        QCOMPARE(queryFromText(queryText(query)), query);
        QCOMPARE(queryFromText(queryText({})), DocumentQuery());
        for (const QString& text : {u""_s, u"[]"_s, u"{\"folder\":\"nowhere\"}"_s, u"{\"from\":\"31/12\"}"_s,
                                    u"{\"kind\":\"thu-tinh\"}"_s, u"{\"sender\":\"../x\"}"_s}) {
            QVERIFY2(!queryFromText(text), qPrintable(text));
        }
    }

private:
    OfficeStore& store() { return m_world->clerk.store(); }
    DocumentRepository& lists() { return store().documents(); }

    qsizetype found(const QString& words) { return must(lists().page({.words = words}, today, 0)).rows.size(); }

    static PacketFacts letter(const QString& subject) {
        PacketFacts facts;
        facts.kind = PacketFacts::Kind::Document;
        facts.from = {.id = finance, .name = u"Sở Tài chính"_s};
        facts.receivers = {{interior, u"Sở Nội vụ"_s}};
        facts.number = u"12"_s;
        facts.notation = u"STC-NS"_s;
        facts.kindName = u"Công văn"_s;
        facts.subject = subject;
        return facts;
    }

    /// The packet comes at that moment.
    DocumentId arrive(PacketFacts facts, const QDateTime& time) {
        facts.sha256 = exchange::sha256Hex("packet " + QByteArray::number(++m_packets));
        const exchange::PacketNotice notice{facts.sha256, 1, u"edoc"_s, finance.text(), {interior.text()}};
        exchange::Message message;
        message.payload = exchange::packetNoticeXml(notice);
        message.cites = {facts.sha256};
        message.participants = {finance.text(), interior.text()};
        message.header.stream = u"packet/"_s + QString::fromLatin1(facts.sha256);
        message.header.sequence = 1;
        message.header.kind = u"edoc"_s;
        message.header.messageId = DocumentId::create().text();
        message.header.author = u"H99.03/vanthu"_s;
        message.header.authorAgency = finance.text();
        message.header.time = time;
        message.header.payloadSha256 = exchange::sha256Hex(message.payload);
        message.header.attachedSha256 = exchange::attachedHash(message.cites, message.participants);
        must(store().accept(message, facts));
        return documentOfPacket(facts.sha256);
    }

    void judge(const DocumentId& id, docsig::Verdict verdict) {
        StoredVerdict stored{.document = id, .facts = {.verdict = verdict, .signatures = 1, .judgedAt = morning}};
        must(store().verdicts().store(stored));
    }

    static bool isInOrder(const DocumentSummary& one, const DocumentSummary& other, ListOrder order) {
        switch (order) {
        case ListOrder::Time:
            return one.time >= other.time;
        case ListOrder::DueDate:
            return !other.dueDate.isValid() || (one.dueDate.isValid() && one.dueDate <= other.dueDate);
        case ListOrder::Counterpart:
            return one.counterpart <= other.counterpart;
        case ListOrder::Number:
            return one.number.section(u'/', 0, 0).toInt() >= other.number.section(u'/', 0, 0).toInt();
        case ListOrder::Urgency:
            return one.urgency >= other.urgency;
        }
        return false;
    }

    std::unique_ptr<OfficePlay> m_world;
    int m_packets = 0;
};

QTEST_GUILESS_MAIN(TestDocumentLists)
#include "test_documentlists.moc"
