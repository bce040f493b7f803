// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/actions.h"
#include "app/domain/bookentry.h"
#include "app/domain/comment.h"
#include "app/domain/delegation.h"
#include "app/domain/documentid.h"
#include "app/domain/documentkind.h"
#include "app/domain/draftjson.h"
#include "app/domain/folder.h"
#include "app/domain/folding.h"
#include "app/domain/packetfacts.h"
#include "app/domain/senderjson.h"
#include "app/domain/sentences.h"
#include "app/domain/streams.h"
#include "app/domain/trail.h"
#include "app/domain/vietnamtime.h"
#include "app/domain/work.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace app;

class TestDomain : public QObject {
    Q_OBJECT

private slots:
    void identifiersCannotBeEmpty() {
        QVERIFY(!DocumentId::parse(u""));
        QVERIFY(!DocumentId::parse(u"00000000-0000-0000-0000-000000000000"));
        QVERIFY(!DocumentId::parse(u"../../../../etc/passwd-aaaaaaaaaaaaaa"));
        const DocumentId fresh = DocumentId::create();
        QCOMPARE(DocumentId::parse(fresh.text().toUpper())->text(), fresh.text());
        QVERIFY(fresh != DocumentId::create());
        QCOMPARE(documentOfPacket("ab"), documentOfPacket("ab"));
        QVERIFY(documentOfPacket("ab") != documentOfPacket("ac"));
    }

    void oneLeadsTheWork() {
        const QDateTime at = QDateTime::fromString(u"2026-11-24T02:05:09Z"_s, Qt::ISODate);
        const auto to = [](const QString& name, WorkRole role) { return WorkShare{.to = name, .role = role}; };
        const auto stateOf = [](const WorkFold& fold, const QString& name, WorkRole role) {
            for (const WorkLine& line : fold.lines()) {
                if (line.to == name && line.role == role) {
                    return workStateKey(line.state);
                }
            }
            return QString();
        };
        WorkFold fold;
        // The clerk has no share and presents; the leader directs, which ends what was presented.
        QVERIFY(fold.direct({.shares = {to(u"X/leader"_s, WorkRole::Direct)}}, u"X/clerk"_s, at));
        QVERIFY(fold.direct({.shares = {to(u"X/an"_s, WorkRole::Lead), to(u"X/binh"_s, WorkRole::Support)}},
                            u"X/leader"_s, at));
        QCOMPARE(stateOf(fold, u"X/leader"_s, WorkRole::Direct), u"done"_s);
        // Who supports, or was only told, gives nothing to others.
        QVERIFY(!fold.direct({.shares = {to(u"X/chi"_s, WorkRole::Lead)}}, u"X/binh"_s, at));
        QCOMPARE(int(fold.finish(u"X/binh"_s, {}, at)), int(WorkFold::End::Share));
        QCOMPARE(int(fold.finish(u"X/binh"_s, {}, at)), int(WorkFold::End::Nothing));
        QVERIFY(!fold.progress(u"X/binh"_s, u"nữa"_s, at));
        // Who leads hands over: the lead moves, and is with one.
        QVERIFY(fold.direct({.shares = {to(u"X/chi"_s, WorkRole::Lead)}}, u"X/an"_s, at));
        QCOMPARE(stateOf(fold, u"X/an"_s, WorkRole::Lead), u"passed-on"_s);
        QCOMPARE(stateOf(fold, u"X/chi"_s, WorkRole::Lead), u"open"_s);
        QVERIFY(fold.progress(u"X/chi"_s, u"đang làm"_s, at));
        QCOMPARE(stateOf(fold, u"X/chi"_s, WorkRole::Lead), u"working"_s);
        // Given back: whoever gave it says anew.
        QVERIFY(fold.giveBack(u"X/chi"_s, u"không đúng việc"_s, at));
        QCOMPARE(stateOf(fold, u"X/an"_s, WorkRole::Direct), u"open"_s);
        QVERIFY(!fold.giveBack(u"X/chi"_s, u"lần nữa"_s, at));
        QVERIFY(fold.direct({.shares = {to(u"X/binh"_s, WorkRole::Lead)}}, u"X/an"_s, at));
        QCOMPARE(int(fold.finish(u"X/binh"_s, u"xong"_s, at)), int(WorkFold::End::All));
        QVERIFY(!hasOpenShare(fold.lines()));
    }

    void aLaterDayIsAskedOfTheGiver() {
        const QDateTime at = QDateTime::fromString(u"2026-11-24T02:05:09Z"_s, Qt::ISODate);
        const QDate due(2026, 11, 30);
        const QDate later(2026, 12, 9);
        WorkFold fold;
        QVERIFY(fold.direct(
            {.dueDate = due,
             .shares = {{.to = u"X/an"_s, .role = WorkRole::Lead}, {.to = u"X/chi"_s, .role = WorkRole::Inform}}},
            u"X/leader"_s, at));
        QVERIFY(
            !fold.answerTime({.to = u"X/an"_s, .granted = true, .until = later}, u"X/leader"_s, at)); // nobody asked
        QVERIFY(!fold.askTime(u"X/chi"_s, later, u"x"_s, at));                                        // is only told
        QVERIFY(fold.askTime(u"X/an"_s, later, u"Chờ ý kiến"_s, at));
        QCOMPARE(fold.lines().first().askedUntil, later);
        QCOMPARE(fold.lines().first().dueDate, due); // it holds until it is answered
        QVERIFY(!fold.answerTime({.to = u"X/an"_s, .granted = true, .until = later}, u"X/an"_s, at));
        QVERIFY(!fold.answerTime({.to = u"X/an"_s, .granted = true, .until = later}, u"X/chi"_s, at));
        QVERIFY(fold.answerTime({.to = u"X/an"_s, .words = u"Không được"_s}, u"X/leader"_s, at));
        QCOMPARE(fold.lines().first().dueDate, due);
        QCOMPARE(fold.lines().first().note, u"Không được"_s);
        QVERIFY(fold.askTime(u"X/an"_s, later, u"Lần nữa"_s, at));
        QVERIFY(fold.answerTime({.to = u"X/an"_s, .granted = true, .until = later}, u"X/leader"_s, at));
        QCOMPARE(fold.lines().first().dueDate, later);
        QVERIFY(!fold.lines().first().askedUntil.isValid());
    }

    void whoIsMentionedIsToldAlone() {
        const QDateTime at = QDateTime::fromString(u"2026-11-24T02:05:09Z"_s, Qt::ISODate);
        const Directive toAn{.shares = {{.to = u"X/an"_s, .role = WorkRole::Lead}}};
        WorkFold fold;
        // Before anybody directs: the one is told, the desk still has to say who deals with it.
        fold.heard(u"X/clerk"_s);
        fold.tell(u"X/chi"_s, u"X/clerk"_s, at);
        QCOMPARE(fold.lines().size(), 1);
        QCOMPARE(int(fold.lines().first().role), int(WorkRole::Inform));
        QVERIFY(!isDirected(fold.lines()) && !hasOpenShare(fold.lines()));
        QVERIFY(!fold.direct(toAn, u"X/chi"_s, at)); // who is told does not speak for the desk
        QCOMPARE(int(fold.finish(u"X/chi"_s, {}, at)), int(WorkFold::End::Share));
        // Who spoke for the desk goes on doing so, whoever names them.
        fold.tell(u"X/clerk"_s, u"X/chi"_s, at);
        QVERIFY(fold.direct(toAn, u"X/clerk"_s, at));
        // To name somebody gives no say over the work of others.
        fold.tell(u"X/dung"_s, u"X/chi"_s, at);
        QVERIFY(!fold.direct({.shares = {{.to = u"X/chi"_s, .role = WorkRole::Lead}}}, u"X/chi"_s, at));
        QVERIFY(!gaveShare(fold.lines(), u"X/chi"_s, true));
        // A share that somebody has stays as it is.
        const QList<WorkLine> before = fold.lines();
        fold.tell(u"X/an"_s, u"X/chi"_s, at);
        fold.join(u"X/an"_s, u"X/chi"_s, at);
        QCOMPARE(fold.lines(), before);
        // A directive that names who was told gives them work.
        QVERIFY(fold.direct({.shares = {{.to = u"X/dung"_s, .role = WorkRole::Lead}}}, u"X/clerk"_s, at));
        QVERIFY(hasOpenShare(fold.lines()));
        QVERIFY(fold.progress(u"X/dung"_s, u"đang làm"_s, at));
        QCOMPARE(int(fold.lines().last().state), int(WorkState::Working));
    }

    void whoJoinsHasNoSay() {
        const QDateTime at = QDateTime::fromString(u"2026-11-24T02:05:09Z"_s, Qt::ISODate);
        const Directive toAn{.shares = {{.to = u"X/an"_s, .role = WorkRole::Lead}}};
        WorkFold fold;
        QVERIFY(fold.direct(toAn, u"X/clerk"_s, at));
        fold.join(u"X/binh"_s, u"X/an"_s, at);
        QVERIFY(!fold.direct({.shares = {{.to = u"X/binh"_s, .role = WorkRole::Lead}}}, u"X/binh"_s, at));
        QVERIFY(!fold.progress(u"X/binh"_s, u"x"_s, at));
        QCOMPARE(int(fold.finish(u"X/binh"_s, {}, at)), int(WorkFold::End::Nothing));
        QCOMPARE(int(fold.lines().last().state), int(WorkState::Done));
        QVERIFY(fold.direct(toAn, u"X/clerk"_s, at));
    }

    void aCommentIsWhatCanBeSeen() {
        QCOMPARE(commentText(u"  Đã xem\r\n\tđồng ý \n"_s), u"Đã xem\n đồng ý"_s);
        QCOMPARE(commentText(u"a\u202Eb\u2066c\u200Bd\uFEFFe\u061Cf\u00ADg"_s), u"abcdefg"_s);
        QCOMPARE(commentText(u"\u200B\u2060\u3164\u115F\uFE0F"_s), QString());
        QCOMPARE(commentText(u"a"_s + QChar(0xD800) + u"b\x1b[31mc\x07"_s), u"ab[31mc"_s);
        QCOMPARE(commentText(u"<b>&amp;</b>"_s), u"<b>&amp;</b>"_s); // words, never markup
        QCOMPARE(commentText(u"e\u0302\u0301"_s), u"ế"_s);
    }

    void loginsStandInTheText_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("logins");
        QTest::newRow("none") << u"Không nhắc ai"_s << u""_s;
        QTest::newRow("one") << u"@chuyenvien xem giúp"_s << u"chuyenvien"_s;
        QTest::newRow("stop") << u"Nhờ @chuyenvien."_s << u"chuyenvien"_s;
        QTest::newRow("several") << u"(@an, @binh-2; @an)"_s << u"an binh-2"_s;
        QTest::newRow("lines") << u"x\n@an\n@chi"_s << u"an chi"_s;
        QTest::newRow("address") << u"an@tinhmau.vn"_s << u""_s;
        QTest::newRow("letters") << u"@mọi người"_s << u""_s;
        QTest::newRow("capital") << u"@An"_s << u""_s;
        QTest::newRow("alone") << u"giá @ 5"_s << u""_s;
    }

    void loginsStandInTheText() {
        QFETCH(const QString, text);
        QFETCH(const QString, logins);
        QCOMPARE(mentionedLogins(text).join(u' '), logins);
    }

    void whoIsAwayHasOneStandIn() {
        const OrganId office = *OrganId::parse(u"H99"_s);
        const auto moment = [](const char* text) {
            return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
        };
        const QDateTime written = moment("2026-11-24T02:05:09Z");
        const Delegation good{.id = u"1"_s,
                              .by = u"H99/an"_s,
                              .to = u"H99/binh"_s,
                              .from = QDate(2026, 11, 25),
                              .until = QDate(2026, 11, 27),
                              .words = u"Đi công\u202E tác"_s,
                              .written = written,
                              .ended = {}};
        StandingFold fold(office);
        QVERIFY(fold.delegate(good));
        QCOMPARE(fold.lines().first().words, u"Đi công tác"_s);
        const Delegation& kept = fold.lines().first();
        // Days of Vietnam, both included, and not before it was written.
        QVERIFY(!kept.holdsAt(moment("2026-11-24T16:59:59Z")));
        QVERIFY(kept.holdsAt(moment("2026-11-24T17:00:00Z")));
        QVERIFY(kept.holdsAt(moment("2026-11-27T16:59:59Z")));
        QVERIFY(!kept.holdsAt(moment("2026-11-27T17:00:00Z")));

        const auto refused = [&](const std::function<void(Delegation&)>& change) {
            Delegation bad = good;
            bad.id = u"2"_s;
            bad.by = u"H99/chi"_s;
            change(bad);
            return !fold.delegate(bad);
        };
        QVERIFY(refused([](Delegation& bad) { bad.to = u"H99/chi"_s; }));       // oneself
        QVERIFY(refused([](Delegation& bad) { bad.to = u"H98/an"_s; }));        // of another office
        QVERIFY(refused([](Delegation& bad) { bad.to = u"H99/unit:tchc"_s; })); // nobody in person
        QVERIFY(refused([](Delegation& bad) { bad.until = QDate(2026, 11, 24); }));
        QVERIFY(refused([](Delegation& bad) { bad.until = QDate(2027, 11, 26); })); // 367 days
        QVERIFY(refused([](Delegation& bad) { bad.from = QDate(); }));
        QVERIFY(refused([](Delegation& bad) { bad.words = QString(501, u'x'); }));
        QVERIFY(refused([&](Delegation& bad) { bad.written = moment("2026-11-27T17:00:00Z"); })); // over
        QVERIFY(refused([](Delegation& bad) {
            bad.by = u"H99/an"_s;
            bad.to = u"H99/chi"_s;
            bad.from = bad.until = QDate(2026, 11, 27); // a day that is given already
        }));
        QCOMPARE(fold.lines().size(), 1);

        QVERIFY(!fold.end(u"1"_s, u"H99/binh"_s, moment("2026-11-25T01:00:00Z"))); // only whoever is away
        QVERIFY(fold.end(u"1"_s, u"H99/an"_s, moment("2026-11-25T02:00:00Z")));
        QVERIFY(!fold.end(u"1"_s, u"H99/an"_s, moment("2026-11-25T03:00:00Z")));
        QVERIFY(fold.lines().first().holdsAt(moment("2026-11-25T01:59:59Z"))); // what was done in between stays
        QVERIFY(!fold.lines().first().holdsAt(moment("2026-11-25T02:00:00Z")));
        Delegation again = good;
        again.id = u"3"_s;
        again.to.clear(); // away, and nobody stands in
        again.written = moment("2026-11-25T02:30:00Z");
        QVERIFY(fold.delegate(again));
        const auto absence = absenceOf(fold.lines(), u"H99/an"_s, QDate(2026, 11, 26));
        QVERIFY(absence && absence->id == u"3"_s);
        QCOMPARE(absenceCode(*absence), u"assignee-absent-alone"_s);
        QVERIFY(!absenceOf(fold.lines(), u"H99/binh"_s, QDate(2026, 11, 26)));
    }

    void whoStandsInHasWhatIsToDirectOrToLead() {
        Person standIn{.organ = *OrganId::parse(u"H99"_s), .login = u"binh"_s};
        const QList<WorkLine> lines{
            {.to = u"H99/an"_s, .role = WorkRole::Support, .by = u"H99/chi"_s},
            {.to = u"H99/dung"_s, .role = WorkRole::Lead, .by = u"H99/an"_s, .askedUntil = QDate(2026, 12, 9)}};
        QVERIFY(!openShare(lines, standIn));
        QVERIFY(!askedOf(lines, standIn));
        standIn.standsFor = {u"H99/an"_s};
        QVERIFY(!openShare(lines, standIn)); // to help is theirs in person
        QVERIFY(askedOf(lines, standIn));
        const QList<WorkLine> led = lines + QList<WorkLine>{{.to = u"H99/an"_s, .role = WorkRole::Direct}};
        QCOMPARE(actingFor(led, standIn), u"H99/an"_s);
        QCOMPARE(directingFor(led, standIn), u"H99/an"_s);
        // Their own comes first where it is as much.
        const QList<WorkLine> both = led + QList<WorkLine>{{.to = u"H99/binh"_s, .role = WorkRole::Direct}};
        QCOMPARE(actingFor(both, standIn), QString());
        standIn.standsFor = {u"H99/dung"_s};
        QCOMPARE(actingFor(led, standIn), u"H99/dung"_s);
    }

    void aUnitsShareIsItsMembers() {
        Person member{.organ = OrganId::parse(u"H99"_s).value_or(OrganId()), .login = u"an"_s, .unit = u"tchc"_s};
        QVERIFY(isShareOf(u"H99/unit:tchc"_s, member));
        QVERIFY(isShareOf(u"H99/an"_s, member));
        QVERIFY(!isShareOf(u"H99/unit:khac"_s, member));
        const QList<WorkLine> lines{{.to = u"H99/unit:tchc"_s, .role = WorkRole::Lead}};
        QCOMPARE(actingFor(lines, member), u"H99/unit:tchc"_s);
        member.unit.clear();
        QVERIFY(!openShare(lines, member));
        QVERIFY(actingFor(lines, member).isEmpty());
    }

    void organCodes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("new") << u"H49.64.33"_s << true;
        QTest::newRow("old") << u"000.00.14.H20"_s << true;
        QTest::newRow("short") << u"14.00.W00"_s << true;
        QTest::newRow("one") << u"G12"_s << true;
        QTest::newRow("empty") << u""_s << false;
        QTest::newRow("lower") << u"h49"_s << false;
        QTest::newRow("line") << u"H49\n"_s << false;
        QTest::newRow("slash") << u"H49/x"_s << false;
        QTest::newRow("long") << u"H123456"_s << false;
        QTest::newRow("dots") << u"H1..2"_s << false;
        QTest::newRow("deep") << u"1.2.3.4.5.6.7.8"_s << false;
    }

    void organCodes() {
        QFETCH(const QString, text);
        QFETCH(const bool, good);
        QCOMPARE(OrganId::parse(text).has_value(), good);
    }

    void kindsOfTheDecree() {
        QCOMPARE(documentKinds().size(), 30);
        QCOMPARE(factsOf(DocumentKind::CongVan).name, u"Công văn"_s);
        QCOMPARE(factsOf(DocumentKind::CongVan).exchangeType, 18);
        QCOMPARE(factsOf(DocumentKind::QuyetDinh).abbreviation, u"QĐ"_s);
        QCOMPARE(factsOf(DocumentKind::ThuCong).archiveCode, u"29"_s);
        for (const KindFacts& facts : documentKinds()) {
            QCOMPARE(kindFromKey(facts.key), facts.kind);
            QCOMPARE(kindFromName(facts.name), facts.kind);
        }
        QCOMPARE(kindFromName(u"  QUYẾT ĐỊNH "_s.normalized(QString::NormalizationForm_D)), DocumentKind::QuyetDinh);
        QVERIFY(!kindFromName(u"Nghị định"_s));
        QCOMPARE(notationOf(DocumentKind::QuyetDinh, u"SNV"_s, u"VP"_s), u"QĐ-SNV"_s);
        QCOMPARE(notationOf(DocumentKind::CongVan, u"SNV"_s, u"VP"_s), u"SNV-VP"_s);
    }

    void numbersFollowFromThePrefix() {
        QList<BookEntry> entries;
        for (const int number : {1, 2, 500, 3, 3, 4}) {
            BookEntry entry;
            entry.number = number;
            entries.append(entry);
        }
        flagEntries(entries);
        QList<int> flagged;
        for (const BookEntry& entry : std::as_const(entries)) {
            if (entry.flagged) {
                flagged.append(entry.number);
            }
        }
        QCOMPARE(flagged, (QList<int>{500, 3}));
    }

    void numbersBelowTenHaveAZero() {
        QCOMPARE(numberDisplay(7, u"SM-VP"_s), u"07/SM-VP"_s);
        QCOMPARE(numberDisplay(10, u"SM-VP"_s), u"10/SM-VP"_s);
        QCOMPARE(numberDisplay(1204), u"1204"_s);
        QCOMPARE(numberDisplay(0, u"SM-VP"_s), QString());
    }

    void theYearTurnsInVietnam() {
        const QDateTime before = parseIsoTime(u"2026-12-31T16:59:59.999Z");
        QCOMPARE(vietnamDate(before), QDate(2026, 12, 31));
        QCOMPARE(vietnamDate(before.addMSecs(1)), QDate(2027, 1, 1));
        QCOMPARE(timeDisplay(before), u"31/12/2026 23:59"_s);
        QCOMPARE(isoTime(parseIsoTime(u"2026-01-01T06:30:00+07:00")), u"2025-12-31T23:30:00.000Z"_s);
        QCOMPARE(parseIsoTime(u"2026-01-01T06:30:00").timeSpec(), Qt::UTC);
        QCOMPARE(isoTime(QDateTime()), QString());
        QVERIFY(!parseIsoTime(u"yesterday").isValid());
    }

    void streamNames() {
        const OrganId organ = *OrganId::parse(u"H99.02");
        const QString outgoing = outgoingBookStream(organ, 2026, seriesKey(DocumentKind::QuyetDinh));
        QCOMPARE(parseBookStream(outgoing),
                 (BookName{.organ = organ, .year = 2026, .incoming = false, .series = u"vb"_s}));
        QCOMPARE(parseBookStream(incomingBookStream(organ, 2027)),
                 (BookName{.organ = organ, .year = 2027, .incoming = true, .series = {}}));
        QVERIFY(!parseBookStream(caseStream(organ, DocumentId::create())));
        QVERIFY(!parseBookStream(u"book/../2026-incoming"));
        QVERIFY(!parseBookStream(u"book/H99.02/2026-outgoing-A b"));
    }

    void matchKeysNameTheSamePaper() {
        const OrganId organ = *OrganId::parse(u"H99.02");
        const QString key = matchKey(organ, u"07"_s, u"QĐ-SNV"_s, QDate(2026, 11, 23));
        QCOMPARE(matchKey(organ, u"7"_s, u" qđ-snv "_s.normalized(QString::NormalizationForm_D), QDate(2026, 11, 23)),
                 key);
        QVERIFY(matchKey(organ, u"7"_s, u"QD-SNV"_s, QDate(2026, 11, 23)) != key);
        QVERIFY(matchKey(organ, u"7"_s, u"QĐ-SNV"_s, QDate(2026, 11, 24)) != key);
        QCOMPARE(matchKey(organ, QString(), u"QĐ-SNV"_s, QDate()), QString());
        QCOMPARE(matchKey(OrganId(), u"7"_s, u"QĐ-SNV"_s, QDate()), QString());
    }

    void statusesGoUpOnly_data() {
        QTest::addColumn<QStringList>("codes");
        QTest::addColumn<QString>("last");
        QTest::addColumn<int>("late");
        QTest::newRow("usual") << QStringList{u"01"_s, u"03"_s, u"04"_s, u"05"_s, u"06"_s} << u"06"_s << 0;
        QTest::newRow("late arrival") << QStringList{u"03"_s, u"01"_s} << u"03"_s << 1;
        QTest::newRow("repeated") << QStringList{u"01"_s, u"01"_s, u"01"_s} << u"01"_s << 2;
        QTest::newRow("refusal after acceptance") << QStringList{u"03"_s, u"02"_s} << u"03"_s << 1;
        QTest::newRow("acceptance after refusal") << QStringList{u"02"_s, u"03"_s} << u"02"_s << 1;
        QTest::newRow("recall") << QStringList{u"03"_s, u"13"_s, u"15"_s} << u"15"_s << 0;
        QTest::newRow("unknown") << QStringList{u"03"_s, u"99"_s} << u"03"_s << 1;
    }

    void statusesGoUpOnly() {
        QFETCH(const QStringList, codes);
        QFETCH(const QString, last);
        QFETCH(const int, late);
        TrailLine line;
        applyEvent(line, {.code = u"queued"_s});
        applyEvent(line, {.code = u"sent"_s});
        for (const QString& code : codes) {
            applyEvent(line, {.code = code, .reason = code});
        }
        QCOMPARE(line.lastCode, last);
        QCOMPARE(line.reason, last);
        QCOMPARE(line.words, trailWords(last));
        QCOMPARE(line.history.size(), codes.size() + 2);
        QCOMPARE(std::ranges::count(line.history, true, &TrailEvent::late), late);
    }

    void actionsFollowStateAndRole() {
        const OrganId organ = *OrganId::parse(u"H99.02");
        const Person officer{.organ = organ, .login = u"an"_s, .role = Role::Officer};
        const Person leader{.organ = organ, .login = u"binh"_s, .role = Role::Leader};
        const Person otherLeader{.organ = organ, .login = u"chi"_s, .role = Role::Leader};
        const Person clerk{.organ = organ, .login = u"dung"_s, .role = Role::Clerk};
        DocumentDetail document{.summary = {.id = DocumentId::create()}};
        document.author = officer.mailbox();
        document.signer.mailbox = leader.mailbox();
        QVERIFY(actionsFor(document, officer).canSubmit);
        QVERIFY(!actionsFor(document, leader).canSubmit);
        document.summary.secrecy = Secrecy::Secret;
        QVERIFY(!actionsFor(document, officer).canSubmit);
        document.summary.secrecy = Secrecy::None;
        document.summary.state = DocumentState::WaitingForSignature;
        QVERIFY(actionsFor(document, leader).canSign);
        QVERIFY(actionsFor(document, leader).canReturn);
        QVERIFY(!actionsFor(document, otherLeader).canSign);
        QVERIFY(!actionsFor(document, clerk).canSign);
        document.summary.state = DocumentState::Signed;
        QVERIFY(actionsFor(document, clerk).canNumber);
        QVERIFY(!actionsFor(document, clerk).canSeal);
        document.summary.state = DocumentState::Sealed;
        QVERIFY(actionsFor(document, clerk).canSend);
        QVERIFY(!actionsFor(document, officer).canSend);
        document.summary.incoming = true;
        document.summary.state = DocumentState::Arrived;
        QVERIFY(actionsFor(document, clerk).canAccept);
        QVERIFY(actionsFor(document, clerk).canRefuse);
        QVERIFY(!actionsFor(document, leader).canAccept);
        QVERIFY(!actionsFor(document, clerk).canSend);
        document.summary.state = DocumentState::Problem;
        QVERIFY(!actionsFor(document, clerk).canAccept);
    }

    void draftsComeBackAsTheyWere() {
        Draft draft;
        draft.kind = DocumentKind::QuyetDinh;
        draft.superiorName = u"ỦY BAN NHÂN DÂN TỈNH MẪU"_s;
        draft.organName = u"SỞ NỘI VỤ"_s;
        draft.notation = u"QĐ-SNV"_s;
        draft.placeName = u"Tỉnh Mẫu"_s;
        draft.subject = u"Về việc \"ba\" & bốn"_s;
        draft.issuingAuthority = u"GIÁM ĐỐC SỞ NỘI VỤ"_s;
        draft.addressees = {u"Các sở, ban, ngành"_s};
        draft.legalGrounds = {u"Nghị định số 30/2020/NĐ-CP"_s};
        draft.body = {u"Một"_s, u"Hai\nba"_s};
        draft.articles = {{.title = u"Phạm vi"_s, .paragraphs = {u"x"_s, u"y"_s}},
                          {.title = {}, .paragraphs = {u"z"_s}}};
        draft.recipients = {u"Như trên"_s};
        draft.signer = {.competence = u"KT."_s, .position = u"PHÓ"_s, .fullName = u"Đỗ"_s, .mailbox = u"H99.02/do"_s};
        draft.urgency = Urgency::Express;
        draft.secrecy = Secrecy::Confidential;
        draft.receivers = {{.id = *OrganId::parse(u"H99.03"), .name = u"Sở Tài chính"_s}};
        draft.dueDate = QDate(2026, 12, 1);
        draft.replyTo = DocumentReference{.organ = *OrganId::parse(u"H99.03"),
                                          .packetDocumentId = u"a,b"_s,
                                          .number = u"34E31"_s,
                                          .notation = u"STC"_s,
                                          .date = QDate(2026, 1, 2),
                                          .local = DocumentId::create()};
        draft.importedPdfSha256 = QByteArray(64, 'b');
        draft.importedName = u"tờ trình.pdf"_s;
        draft.places.seal = {.page = 3, .rect = QRectF(1.5, 2, 3, 4)};
        draft.author = u"H99.02/an"_s;
        draft.savedAt = parseIsoTime(u"2026-11-23T02:05:09.123Z");
        draft.returnReason = u"Sửa"_s;
        QCOMPARE(draftFromJson(toJson(draft)), std::optional(draft));
        QCOMPARE(draftFromJson(toJson(Draft(draft))), std::optional(draft));

        QJsonObject broken = toJson(draft);
        broken[u"kind"_s] = u"poem"_s;
        QVERIFY(!draftFromJson(broken));
        QJsonObject strange = toJson(draft);
        strange[u"secrecy"_s] = u"ultra"_s;
        QCOMPARE(draftFromJson(strange)->secrecy, Secrecy::TopSecret);
    }

    void packetFactsComeBackAsTheyWere() {
        PacketFacts facts;
        facts.sha256 = QByteArray(64, 'c');
        facts.kind = PacketFacts::Kind::Document;
        facts.findings = {u"date-odd"_s};
        facts.from = {.id = *OrganId::parse(u"H99.03"), .name = u"Sở Tài chính"_s};
        facts.receivers = {{.id = *OrganId::parse(u"H99.02"), .name = u"Sở Nội vụ"_s}};
        facts.number = u"34E31"_s;
        facts.notation = u"STC-NS"_s;
        facts.dateText = u"2014/02/30"_s;
        facts.subject = u"Về việc"_s;
        facts.signer.fullName = u"Đỗ Thị Mẫu"_s;
        facts.urgency = Urgency::Urgent;
        facts.businessType = 3;
        facts.responseFor = {{.organ = *OrganId::parse(u"H99.02"), .number = u"7"_s, .notation = u"SNV-VP"_s}};
        facts.contents = {{.sha256 = QByteArray(64, 'd'),
                           .name = u"../x.pdf"_s,
                           .mediaType = u"application/pdf"_s,
                           .size = 17,
                           .role = ContentRef::Role::Main}};
        facts.statusCode = u"03"_s;
        facts.statusTime = parseIsoTime(u"2026-11-23T02:05:09.123Z");
        facts.about.packetDocumentId = u"id"_s;
        QCOMPARE(packetFactsFromJson(toJson(facts)), std::optional(facts));
        QVERIFY(!packetFactsFromJson(QJsonObject()));
    }

    void senderJudgementsComeBackAsTheyWere() {
        const SenderJudgement judgement{.judgement = docsig::Judgement::Invalid,
                                        .binding = SealBinding::Pinned,
                                        .sealCertificateSha256 = QByteArray(64, 'e'),
                                        .sealName = u"SỞ"_s,
                                        .findings = {{.code = u"c"_s, .expected = u"7"_s, .found = u"8"_s}}};
        QCOMPARE(senderJudgementFromJson(toJson(judgement)), judgement);
        QCOMPARE(senderJudgementFromJson(QJsonObject()).judgement, docsig::Judgement::CannotTell);
    }

    void searchesFoldDiacritics() {
        QCOMPARE(folded(u"Quyết ĐỊNH đặc biệt"_s), u"quyet dinh dac biet"_s);
        QCOMPARE(folded(u"Ủy ban"_s.normalized(QString::NormalizationForm_D)), u"uy ban"_s);
        QVERIFY(holdsWords(u"07/QĐ-SNV Về việc"_s, searchWords(u"qd viec 07"_s)));
        QVERIFY(!holdsWords(u"07/QĐ-SNV"_s, searchWords(u"nv"_s)));
        QVERIFY(holdsWords(u"x"_s, searchWords(u"  "_s)));
        // The case of an I must not follow the reader's language.
        QCOMPARE(folded(u"LIÊN"_s), u"lien"_s);
    }

    void everyFolderHasAWord() {
        QSet<QString> words;
        for (const Folder folder : allFolders()) {
            words.insert(folderKey(folder));
            QCOMPARE(folderFromKey(folderKey(folder)), folder);
        }
        QCOMPARE(words.size(), 15);
        QVERIFY(!folderFromKey(u"attic"));
    }

    void everyCodeHasItsSentences() {
        QVERIFY(isKnownCode(u"disk-full"_s));
        QSet<QString> seen;
        for (const CodeFacts& facts : allCodes()) {
            QVERIFY2(!seen.contains(facts.code), qPrintable(facts.code));
            seen.insert(facts.code);
            for (const QString& text : {facts.english, facts.vietnamese}) {
                QVERIFY2(text.size() > 10 && text.endsWith(u'.') && !text.contains(u'!'), qPrintable(facts.code));
            }
            QVERIFY2(facts.exitCode >= 64 && facts.exitCode <= 78, qPrintable(facts.code));
        }
        QCOMPARE(exitCodeOf(u"disk-full"_s), 74);
        QVERIFY(sentence(u"disk-full"_s, Language::Vietnamese).contains(u"đầy"_s));
        QVERIFY(!sentence(u"no-such-code"_s, Language::English).isEmpty());
        QCOMPARE(exitCodeOf(u"no-such-code"_s), 70);
    }

    /// A code that is raised and stands in no table would reach a person as the general sentence.
    void everyRaisedCodeIsKnown() {
        static const QRegularExpression raising(u"\\bfail\\(\\s*\"([a-z0-9-]+)\""_s);
        QStringList unknown;
        int raised = 0;
        for (const QString& room : {u"/app/domain"_s, u"/app/store"_s}) {
            QDirIterator files(QString::fromUtf8(CONGVAN_SOURCE_DIR) + room, {u"*.cpp"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                for (const QRegularExpressionMatch& match : raising.globalMatch(text)) {
                    ++raised;
                    if (!isKnownCode(match.captured(1))) {
                        unknown.append(match.captured(1));
                    }
                }
            }
        }
        QVERIFY(raised > 15);
        QCOMPARE(unknown, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestDomain)
#include "test_domain.moc"
