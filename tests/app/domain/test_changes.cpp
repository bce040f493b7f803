// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/changes.h"
#include "app/domain/statusmap.h"
#include "app/domain/trail.h"

#include <QHash>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace app;

namespace {

/// Calls `work` with every sequence of at most `longest` of these.
void forEverySequence(const QStringList& alphabet, int longest, const std::function<void(const QStringList&)>& work) {
    QList<QStringList> open{{}};
    while (!open.isEmpty()) {
        const QStringList sequence = open.takeLast();
        work(sequence);
        if (sequence.size() < longest) {
            for (const QString& next : alphabet) {
                open.append(sequence + QStringList{next});
            }
        }
    }
}

/// The rules of spec §2.7 as a table: an event counts unless one of these counted before it, and only where one of
/// those did. "open" stands for a recall or update without an answer, "recall" for an open recall, "back" for a recall
/// that was agreed to.
struct Rule {
    QStringList notAfter;
    QStringList onlyAfter;
};

const QHash<QString, Rule>& rules() {
    static const QHash<QString, Rule> table{
        {u"sent"_s, {{u"sent"_s, u"01"_s, u"02"_s, u"03"_s, u"04"_s, u"05"_s, u"06"_s, u"back"_s}, {}}},
        {u"01"_s, {{u"01"_s, u"02"_s, u"03"_s, u"04"_s, u"05"_s, u"06"_s, u"back"_s}, {}}},
        {u"02"_s, {{u"02"_s, u"03"_s, u"04"_s, u"05"_s, u"06"_s, u"back"_s}, {}}},
        {u"03"_s, {{u"02"_s, u"03"_s, u"04"_s, u"05"_s, u"06"_s, u"back"_s}, {}}},
        {u"04"_s, {{u"02"_s, u"04"_s, u"05"_s, u"06"_s, u"back"_s}, {}}},
        {u"05"_s, {{u"02"_s, u"05"_s, u"06"_s, u"back"_s}, {}}},
        {u"06"_s, {{u"02"_s, u"06"_s, u"back"_s}, {}}},
        {u"13"_s, {{u"recall"_s, u"back"_s}, {}}},
        {u"update"_s, {{u"open"_s, u"back"_s}, {}}},
        {u"15"_s, {{u"back"_s}, {u"open"_s}}},
        {u"16"_s, {{u"back"_s}, {u"open"_s}}},
        {u"99"_s, {{}, {u"never"_s}}},
    };
    return table;
}

/// What the table makes of a sequence: which events count, and what the line shows in the end.
struct Expected {
    QList<bool> counts;
    QString shown;
    bool isBack = false;
};

Expected byTheRules(const QStringList& sequence) {
    Expected expected;
    QSet<QString> before;
    for (const QString& event : sequence) {
        const Rule& rule = rules()[event];
        const auto isThere = [&](const QString& word) { return before.contains(word); };
        const bool counts = std::ranges::none_of(rule.notAfter, isThere) &&
                            (rule.onlyAfter.isEmpty() || std::ranges::any_of(rule.onlyAfter, isThere));
        expected.counts.append(counts);
        if (!counts) {
            continue;
        }
        const bool asks = event == u"13"_s || event == u"update"_s;
        const bool answers = event == u"15"_s || event == u"16"_s;
        if (asks || answers || !before.contains(u"recall"_s)) {
            expected.shown = event;
        }
        if (event == u"15"_s && before.contains(u"recall"_s)) {
            before.insert(u"back"_s);
        }
        if (asks) {
            before.insert(u"open"_s);
            if (event == u"13"_s) {
                before.insert(u"recall"_s);
            }
        } else if (answers) {
            before.remove(u"open"_s);
            before.remove(u"recall"_s);
        } else {
            before.insert(event);
        }
    }
    expected.isBack = before.contains(u"back"_s);
    return expected;
}

const OrganId issuer = *OrganId::parse(u"H99.02");
const OrganId stranger = *OrganId::parse(u"H99.77");

QDateTime moment(qsizetype number) {
    return QDateTime(QDate(2026, 11, 26), QTime(1, 0), Qt::UTC).addSecs(number);
}

/// One play of the receiver's side: notes and answers at the hub's times, and what the rules make of it, said apart
/// from how the program says it.
struct Play {
    QList<ChangeNote> notes{};
    QList<ChangeAnswer> answers{};
    int strangers = 0;
    bool isWithdrawn = false;
    bool isReplaced = false;
    bool isRevised = false;
    bool recallIsOpen = false;
    QList<QByteArray> openUpdates{};
    QByteArray lastWithdrawal{"none"};
    QByteArray lastUpdate{"none"};

    void happen(const QString& event, qsizetype number) {
        const QByteArray packet = event.toLatin1() + QByteArray::number(number);
        const bool isOver = isWithdrawn || isRevised;
        if (event == u"type1"_s || event == u"status13"_s) {
            notes.append({.packetSha256 = packet, .from = issuer, .received = moment(number)});
            lastWithdrawal = packet;
            recallIsOpen = recallIsOpen || !isOver;
        } else if (event == u"type2"_s) {
            notes.append({.packetSha256 = packet,
                          .kind = ChangeKind::Update,
                          .from = issuer,
                          .received = moment(number),
                          .document = DocumentId::ofName(packet)});
            lastUpdate = packet;
            if (!isOver) {
                openUpdates.append(packet);
            }
        } else if (event == u"type3"_s) {
            notes.append({.packetSha256 = packet,
                          .kind = ChangeKind::Replace,
                          .from = issuer,
                          .received = moment(number),
                          .asks = false});
            isReplaced = isReplaced || !isOver;
        } else if (event == u"foreign"_s) {
            notes.append({.packetSha256 = packet, .from = stranger, .received = moment(number)});
            ++strangers;
        } else {
            answer(event, number);
        }
    }

    void answer(const QString& event, qsizetype number) {
        const bool agreed = event.startsWith(u"15"_s);
        const bool aboutUpdate = event.endsWith(u"update"_s);
        answers.append({.packetSha256 = aboutUpdate ? lastUpdate : lastWithdrawal,
                        .agreed = agreed,
                        .reason = event,
                        .at = moment(number)});
        if (!aboutUpdate) {
            isWithdrawn = isWithdrawn || (recallIsOpen && agreed);
            recallIsOpen = false;
        } else if (openUpdates.removeOne(lastUpdate) && agreed) {
            isReplaced = true;
            isRevised = true;
        }
    }
};

} // namespace

/// For the program that runs it: see store/test_changestore.cpp.
std::unique_ptr<QObject> changeRules();

/// The rules of what happens to a document after it was sent, over every short story.
class TestChanges : public QObject {
    Q_OBJECT

private slots:
    void everyTrailFollowsTheTable() {
        const QStringList alphabet = rules().keys();
        int sequences = 0;
        forEverySequence(alphabet, 4, [&](const QStringList& sequence) {
            ++sequences;
            const Expected expected = byTheRules(sequence);
            TrailLine line;
            for (const QString& code : sequence) {
                applyEvent(line, {.code = code, .reason = u"vì "_s + code});
            }
            const auto name = qPrintable(sequence.join(u' '));
            QVERIFY2(line.history.size() == sequence.size(), name); // nothing is lost
            for (qsizetype index = 0; index < sequence.size(); ++index) {
                QVERIFY2(line.history.at(index).late != expected.counts.at(index), name);
            }
            QVERIFY2(line.lastCode == expected.shown, name);
            QVERIFY2(expected.shown.isEmpty() || line.reason == u"vì "_s + expected.shown, name);
            QVERIFY2(isTakenBack(line) == expected.isBack, name);
        });
        QCOMPARE(sequences, 1 + 12 + 144 + 1728 + 20736);
    }

    void whatIsTakenBackBeforeItGoesOutMayGoAgain() {
        TrailLine line;
        applyEvent(line, {.code = u"queued"_s});
        QVERIFY(isRecallable(line));
        applyEvent(line, {.code = u"cancelled"_s});
        QCOMPARE(line.lastCode, u"cancelled"_s);
        QVERIFY(!isRecallable(line));
        applyEvent(line, {.code = u"03"_s});
        QCOMPARE(line.lastCode, u"cancelled"_s);
        applyEvent(line, {.code = u"queued"_s});
        applyEvent(line, {.code = u"sent"_s});
        QCOMPARE(line.lastCode, u"sent"_s);
        applyEvent(line, {.code = u"cancelled"_s});
        QCOMPARE(line.lastCode, u"sent"_s); // it is out
    }

    void everyChangeFollowsTheRules() {
        const QStringList alphabet{u"type1"_s, u"status13"_s, u"type2"_s,     u"type3"_s,    u"foreign"_s,
                                   u"15"_s,    u"16"_s,       u"15 update"_s, u"16 update"_s};
        int sequences = 0;
        forEverySequence(alphabet, 4, [&](const QStringList& sequence) {
            ++sequences;
            Play play;
            for (qsizetype index = 0; index < sequence.size(); ++index) {
                play.happen(sequence.at(index), index);
            }
            const ChangeFold fold = foldChanges(issuer, play.notes, play.answers);
            const auto name = qPrintable(sequence.join(u", "_s));
            QVERIFY2(fold.strangers.size() == play.strangers, name);
            QVERIFY2(fold.isWithdrawn == play.isWithdrawn, name);
            QVERIFY2(fold.isReplaced == play.isReplaced, name);
            const ChangeOffer* open = fold.open();
            const bool isOpen = !play.isWithdrawn && (play.recallIsOpen || !play.openUpdates.isEmpty());
            QVERIFY2((open != nullptr) == isOpen, name);
            if (open) {
                QVERIFY2((open->kind == ChangeKind::Withdraw) == play.recallIsOpen, name);
            }
            // The order of arrival, and what comes twice, leave no mark.
            QList<ChangeNote> notes = play.notes + play.notes;
            std::ranges::reverse(notes);
            QList<ChangeAnswer> answers = play.answers;
            std::ranges::reverse(answers);
            const ChangeFold again = foldChanges(issuer, notes, answers);
            QVERIFY2(again.offers == fold.offers && again.isWithdrawn == fold.isWithdrawn, name);
        });
        QCOMPARE(sequences, 1 + 9 + 81 + 729 + 6561);
    }

    void nobodyChangesADocumentOfAnUnknownSender() {
        const ChangeNote note{.packetSha256 = "a", .from = {}, .received = moment(0)};
        QCOMPARE(foldChanges({}, {note}, {}).strangers.size(), 1);
    }

    void deedsAreReportedByTheTable() {
        QCOMPARE(reportedStatus(u"arrived"_s), u"01"_s);
        QCOMPARE(reportedStatus(u"assigned"_s), u"04"_s);
        QCOMPARE(reportedStatus(u"progressed"_s), u"05"_s);
        QCOMPARE(reportedStatus(u"finished"_s), u"06"_s);
        QCOMPARE(reportedStatus(u"answered"_s), u"06"_s);
        QCOMPARE(reportedStatus(u"signed"_s), QString());
    }

    void wordsComeBack() {
        for (const ChangeKind kind : {ChangeKind::Withdraw, ChangeKind::Update, ChangeKind::Replace}) {
            QCOMPARE(changeFromKey(changeKey(kind)), kind);
        }
        QVERIFY(!changeFromKey(u"new"));
        for (const auto state : {ChangeOffer::State::Open, ChangeOffer::State::Agreed, ChangeOffer::State::Refused,
                                 ChangeOffer::State::Told}) {
            QCOMPARE(offerFromKey(offerKey(state)), state);
        }
    }
};

std::unique_ptr<QObject> changeRules() {
    return std::make_unique<TestChanges>();
}

#include "test_changes.moc"
