// SPDX-License-Identifier: GPL-3.0-or-later
// What counts of a question to members of the office, and the sheet of it.
#include "app/domain/opinion.h"
#include "app/domain/streams.h"
#include "app/sheets/csv.h"
#include "app/sheets/opinionsheet.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;

namespace {

const OrganId office = *OrganId::parse(u"H99.02");
const QString clerk = u"H99.02/dung"_s;
const QString leader = u"H99.02/binh"_s;
const QString an = u"H99.02/an"_s;
const QString cuc = u"H99.02/cuc"_s;

/// In Vietnam, of the last day or days around it.
QDateTime at(int hour, int days = 0) {
    return QDateTime::fromString(u"2026-11-30T00:00:00Z"_s, Qt::ISODate).addDays(days).addSecs((hour - 7) * 3600);
}

Opinion question(const QStringList& members = {an, cuc}) {
    Opinion asked{.id = OpinionId::ofName("hỏi"),
                  .by = clerk,
                  .leader = leader,
                  .subject = u"Dự thảo Quy chế"_s,
                  .text = u"Đề nghị cho ý kiến."_s,
                  .due = QDate(2026, 11, 30),
                  .files = {{.name = u"quy chế.pdf"_s, .sha256 = QByteArray(64, 'a'), .size = 12}},
                  .asked = at(8, -5)};
    for (const QString& one : members) {
        asked.members.append({.mailbox = one});
    }
    return asked;
}

OpinionAnswer said(Stance stance, const QString& text = {}, const QDateTime& when = at(9, -1)) {
    return {.stance = stance, .text = text, .at = when};
}

OpinionFold asked() {
    OpinionFold fold(office);
    if (!fold.ask(question(), {clerk, leader, an, cuc})) {
        qFatal("the question does not count");
    }
    return fold;
}

const OpinionMember& memberOf(const OpinionFold& fold, const QString& mailbox) {
    return *fold.opinion()->member(mailbox);
}

} // namespace

class TestOpinionFold : public QObject {
    Q_OBJECT

private slots:
    void theLastAnswerCountsAndAllAreKept() {
        OpinionFold fold = asked();
        QVERIFY(!memberOf(fold, an).answer());
        QVERIFY(fold.answer(an, said(Stance::Agree)));
        QVERIFY(fold.answer(an, said(Stance::Disagree, u"Thiếu căn cứ"_s, at(23))));
        QCOMPARE(memberOf(fold, an).answers.size(), 2);
        QCOMPARE(memberOf(fold, an).answer()->text, u"Thiếu căn cứ"_s);
        QVERIFY(!memberOf(fold, an).answer()->isLate); // until midnight in Vietnam
        QCOMPARE(tallyOf(*fold.opinion()), (OpinionTally{.members = 2, .disagree = 1}));
        QCOMPARE(tallyOf(*fold.opinion()).missing(), 1);
    }

    void afterTheLastDayNothingChangesAndWhatIsMissingIsLate() {
        OpinionFold fold = asked();
        QVERIFY(fold.answer(an, said(Stance::Agree)));
        QVERIFY(fold.answer(an, said(Stance::Disagree, u"Đổi ý"_s, at(0, 1))));
        QCOMPARE(memberOf(fold, an).answer()->stance, Stance::Agree);
        QCOMPARE(memberOf(fold, an).answers.size(), 2); // kept, and does not count
        QVERIFY(memberOf(fold, an).answers.last().isLate && !memberOf(fold, an).answers.last().counts);
        QVERIFY(fold.answer(cuc, said(Stance::Other, u"Bổ sung phụ lục"_s, at(9, 2))));
        QVERIFY(memberOf(fold, cuc).answer()->isLate);
        QVERIFY(fold.answer(cuc, said(Stance::Agree, {}, at(10, 2))));
        QCOMPARE(memberOf(fold, cuc).answer()->stance, Stance::Other);
    }

    void whatIsWantedSignedAndIsNotDoesNotCount() {
        Opinion wanted = question();
        wanted.isSigned = true;
        OpinionFold fold(office);
        QVERIFY(fold.ask(wanted, {clerk, leader, an, cuc}));
        QVERIFY(fold.answer(an, said(Stance::Agree)));
        QVERIFY(!memberOf(fold, an).answer());
        QVERIFY(memberOf(fold, an).answers.first().isUnsigned);
        QCOMPARE(tallyOf(*fold.opinion()), (OpinionTally{.members = 2, .notSigned = 1}));
        QCOMPARE(tallyOf(*fold.opinion()).missing(), 1);
        OpinionAnswer proven = said(Stance::Disagree, u"Thiếu căn cứ"_s, at(9, 2));
        proven.proof = QByteArray(64, 'b');
        QVERIFY(fold.answer(an, proven)); // late, and the first that counts
        Opinion shown = *fold.opinion();
        QVERIFY(shown.member(an)->answer() && !countedAnswer(shown, *shown.member(an))); // nobody looked at it yet
        QCOMPARE(tallyOf(shown).notSigned, 1);
        shown.members.first().answers.last().signature = AnswerSignature::Valid;
        weighSignatures(shown);
        QCOMPARE(tallyOf(shown), (OpinionTally{.members = 2, .disagree = 1, .withSignature = 1}));
        shown.members.first().answers.last().signature = AnswerSignature::Wrong;
        weighSignatures(shown);
        QVERIFY(!shown.member(an)->answer()); // stays asked
        QCOMPARE(tallyOf(shown).notSigned, 1);
        QCOMPARE(answersFor(shown, an, {}), std::optional(an));
    }

    void whoIsNotAskedSaysNothing() {
        OpinionFold fold = asked();
        QVERIFY(!fold.answer(u"H99.02/em"_s, said(Stance::Agree)));
        QVERIFY(!fold.answer(u"H99.03/an"_s, said(Stance::Agree)));
        QVERIFY(!fold.answer(leader, said(Stance::Agree)));
        QVERIFY(!fold.answer(clerk, said(Stance::Agree)));
        QVERIFY(!OpinionFold(office).answer(an, said(Stance::Agree))); // nobody asked
        QCOMPARE(tallyOf(*fold.opinion()).answered(), 0);
    }

    void onlyWhoAsksClosesAndNothingCountsAfter() {
        OpinionFold fold = asked();
        QVERIFY(!fold.close(an, u"xong"_s, at(9, -1), false));
        QVERIFY(!fold.close(u"H99.03/binh"_s, u"xong"_s, at(9, -1), false));
        QVERIFY(fold.answer(an, said(Stance::Agree)));
        QVERIFY(fold.close(leader, u"Đã đủ ý kiến\u202E"_s, at(10, -1), false));
        QCOMPARE(fold.opinion()->closedBy, leader);
        QCOMPARE(fold.opinion()->closeReason, u"Đã đủ ý kiến"_s);
        QVERIFY(!fold.answer(cuc, said(Stance::Agree, {}, at(11, -1))));
        QVERIFY(!fold.answer(an, said(Stance::Other, u"đổi"_s, at(11, -1))));
        QVERIFY(!fold.close(clerk, u"lại"_s, at(12, -1), false));
        QCOMPARE(fold.opinion()->closed, at(10, -1));
        QCOMPARE(memberOf(fold, an).answers.size(), 1);
    }

    void whoMayNotAskAsksNothing_data() {
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("inName");
        QTest::addColumn<QStringList>("joining");
        QTest::newRow("another office") << u"H99.03/an"_s << leader << QStringList{leader};
        QTest::newRow("in another office's name") << clerk << u"H99.03/binh"_s << QStringList{u"H99.03/binh"_s};
        QTest::newRow("the leader is not told") << clerk << leader << QStringList{clerk, an, cuc};
        QTest::newRow("a unit") << u"H99.02/unit:kt"_s << leader << QStringList{leader};
        QTest::newRow("nobody's name") << clerk << QString() << QStringList{clerk};
    }

    void whoMayNotAskAsksNothing() {
        QFETCH(QString, by);
        QFETCH(QString, inName);
        QFETCH(QStringList, joining);
        Opinion wanted = question();
        wanted.by = by;
        wanted.leader = inName;
        OpinionFold fold(office);
        QVERIFY(!fold.ask(wanted, joining));
        QVERIFY(!fold.opinion());
    }

    void aQuestionIsAskedOnce() {
        OpinionFold fold = asked();
        Opinion other = question({cuc});
        other.by = leader;
        other.subject = u"Câu hỏi khác"_s;
        QVERIFY(!fold.ask(other, {leader, cuc}));
        QCOMPARE(fold.opinion()->subject, u"Dự thảo Quy chế"_s);
    }

    void limitsHoldAndWhatNobodySeesIsTakenOut() {
        const auto counts = [](const auto& change) {
            Opinion wanted = question();
            change(wanted);
            return OpinionFold(office).ask(wanted, {clerk, leader});
        };
        QVERIFY(counts([](Opinion& one) { one.subject = QString(longestOpinionSubject, u'a'); }));
        QVERIFY(!counts([](Opinion& one) { one.subject = QString(longestOpinionSubject + 1, u'a'); }));
        QVERIFY(!counts([](Opinion& one) { one.subject = u"\u200B\u202E"_s; }));
        QVERIFY(!counts([](Opinion& one) { one.text = QString(longestOpinionText + 1, u'a'); }));
        QVERIFY(!counts([](Opinion& one) { one.due = {}; }));
        QVERIFY(!counts([](Opinion& one) { one.files.resize(mostOpinionFiles + 1); }));
        QVERIFY(!counts([](Opinion& one) { one.members.clear(); }));
        QVERIFY(!counts([](Opinion& one) { one.members = {{.mailbox = clerk}, {.mailbox = u"H99.03/x"_s}}; }));
        QVERIFY(!counts([](Opinion& one) {
            for (int more = 0; more < mostOpinionMembers; ++more) {
                one.members.append({.mailbox = u"H99.02/p%1"_s.arg(more)});
            }
        }));

        Opinion odd = question({an, an, leader, u"H99.03/la"_s, u"H99.02/unit:kt"_s});
        odd.subject = u"Dự\u200B thảo\n Quy chế\u202E"_s;
        odd.files.first().name = u"a\u202Efdp.exe"_s;
        OpinionFold fold(office);
        QVERIFY(fold.ask(odd, {leader}));
        QCOMPARE(fold.opinion()->subject, u"Dự thảo Quy chế"_s);
        QCOMPARE(fold.opinion()->files.first().name, u"afdp.exe"_s);
        QCOMPARE(fold.opinion()->members.size(), 1);
        QVERIFY(fold.answer(an, said(Stance::Other, u"Sửa\u200D lại"_s)));
        QCOMPARE(memberOf(fold, an).answer()->text, u"Sửa lại"_s);
        QVERIFY(!fold.answer(an, said(Stance::Other, u"\u200B"_s))); // says nothing
        QVERIFY(!fold.answer(an, said(Stance::Disagree)));
        QVERIFY(!fold.answer(an, said(Stance::Agree, QString(longestOpinionAnswer + 1, u'a'))));
        for (int again = 1; again < mostOpinionAnswers; ++again) {
            QVERIFY(fold.answer(an, said(Stance::Agree)));
        }
        QVERIFY(!fold.answer(an, said(Stance::Agree)));
    }

    void theSheetHasEveryAnswerAndWhoIsMissing() {
        OpinionFold fold = asked();
        QVERIFY(fold.answer(an, said(Stance::Agree)));
        const QString words = u"Cần sửa Điều 3. "_s.repeated(100).trimmed(); // longer than a cell of a page
        QVERIFY(fold.answer(an, said(Stance::Other, words, at(10, -1))));
        OpinionSheetParts parts{.opinion = *fold.opinion(),
                                .people = {{.organ = office, .login = u"an"_s, .name = u"Nguyễn Văn An"_s}},
                                .officeName = u"SỞ MẪU"_s,
                                .made = at(12)};
        const Sheet sheet = opinionSheet(parts, Language::Vietnamese);
        QString whole;
        QStringList facts = sheet.facts;
        bool saysChanged = false;
        bool saysMissing = false;
        for (const QList<SheetCell>& row : sheet.rows) {
            QVERIFY(row.at(3).text.size() <= 400); // or a page would cut it
            whole += row.at(3).text.startsWith(u"Cần"_s) || !whole.isEmpty() ? row.at(3).text + u' ' : QString();
            saysChanged = saysChanged || row.at(5).text == u"đã thay đổi"_s;
            saysMissing = saysMissing || (row.at(1).text == cuc && row.at(2).text == u"Chưa trả lời"_s);
        }
        QCOMPARE(whole.trimmed(), words);
        QVERIFY(saysChanged && saysMissing);
        QVERIFY(facts.first() == u"Dự thảo Quy chế"_s && facts.last().contains(u"30/11/2026"_s));
        QCOMPARE(sheet.totals.at(3).text, u"Đồng ý: 0; không đồng ý: 0; ý kiến khác: 1; chưa trả lời: 1"_s);
        parts.isOnPages = false;
        const QByteArray csv = csvBytes(opinionSheet(parts, Language::Vietnamese));
        QVERIFY(csv.contains(words.toUtf8()) && csv.contains("Nguyễn Văn An"));
    }

    void nobodyGuessesWhereAMemberAnswers() {
        const QString one = freshAnswerStream(office);
        QVERIFY(one != freshAnswerStream(office));
        QVERIFY(isAnswerStream(one, office) && !isAnswerStream(one, *OrganId::parse(u"H99.03")));
        QVERIFY(!isAnswerStream(opinionStream(office, OpinionId::create()), office));
    }
};

QTEST_GUILESS_MAIN(TestOpinionFold)
#include "test_opinion.moc"
