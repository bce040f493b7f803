// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/office/officeact.h"
#include "app/domain/sentences.h"
#include "app/domain/undo.h"

#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace app;

namespace {

/// An act of a type, with just what it can't be without.
template <typename Act>
ActBody bare() {
    const DocumentId document = DocumentId::ofName("document");
    const DossierId dossier = DossierId::ofName("dossier");
    const OpinionId opinion = OpinionId::ofName("opinion");
    const MeetingId meeting = MeetingId::ofName("meeting");
    if constexpr (requires { Act{}; }) {
        return Act{};
    } else if constexpr (requires { Act{.document = document}; }) {
        return Act{.document = document};
    } else if constexpr (requires { Act{.document = document, .answer = document}; }) {
        return Act{.document = document, .answer = document};
    } else if constexpr (requires { Act{.document = document, .by = document}; }) {
        return Act{.document = document, .by = document};
    } else if constexpr (requires { Act{.dossier = dossier}; }) {
        return Act{.dossier = dossier};
    } else if constexpr (requires { Act{.opinion = opinion}; }) {
        return Act{.opinion = opinion};
    } else if constexpr (requires { Act{.meeting = meeting}; }) {
        return Act{.meeting = meeting};
    } else if constexpr (requires { Act{.meeting = meeting, .paper = document}; }) {
        return Act{.meeting = meeting, .paper = document};
    } else {
        return Act{.dossier = dossier, .document = document};
    }
}

template <size_t... Index>
QList<ActBody> bareActs(std::index_sequence<Index...>) {
    return {bare<std::variant_alternative_t<Index, ActBody>>()...};
}

QStringList everyKind() {
    QStringList kinds;
    for (ActBody body : bareActs(std::make_index_sequence<std::variant_size_v<ActBody>>())) {
        if (!std::holds_alternative<acts::Unknown>(body)) {
            kinds << actKind(body);
        }
        if (auto* answer = std::get_if<acts::ChangeAnswered>(&body)) {
            answer->agreed = true;
            kinds << actKind(body);
        } else if (auto* conclusion = std::get_if<acts::MeetingConcluded>(&body)) {
            conclusion->isFinal = true;
            kinds << actKind(body);
        } else if (auto* time = std::get_if<acts::TimeAnswered>(&body)) {
            time->answer.granted = true;
            kinds << actKind(body);
        }
    }
    kinds.sort();
    return kinds;
}

} // namespace

/// The table that says for each act whether and how it is undone.
class TestUndoRules : public QObject {
    Q_OBJECT

private slots:
    void eachKindOfActHasOneRow();
    void eachRowSaysWhatCanBeDoneInstead();
    void whatIsNotKnownIsNeverUndone();
};

void TestUndoRules::eachKindOfActHasOneRow() {
    QStringList rows;
    for (const UndoRule& rule : undoRules()) {
        rows << QString(rule.kind);
    }
    rows.sort();
    QCOMPARE(rows, everyKind());
}

void TestUndoRules::eachRowSaysWhatCanBeDoneInstead() {
    for (const UndoRule& rule : undoRules()) {
        for (const Language language : {Language::English, Language::Vietnamese}) {
            const QString words = sentence(rule.instead, language);
            QVERIFY2(!words.isEmpty() && words != rule.instead, rule.kind.data());
        }
    }
}

void TestUndoRules::whatIsNotKnownIsNeverUndone() {
    const UndoRule& rule = undoRuleOf(u"of-a-later-version"_s);
    QVERIFY(!rule.fromOutbox);
    QCOMPARE(int(rule.counter), int(CounterAct::None));
    // What leaves the office, draws a number or is a signature is not taken out of anything.
    for (const char* kind : {"sent", "signed", "sealed", "number-drawn", "registered", "updated"}) {
        QVERIFY2(!undoRuleOf(QString::fromLatin1(kind)).fromOutbox, kind);
        QCOMPARE(int(undoRuleOf(QString::fromLatin1(kind)).counter), int(CounterAct::None));
    }
}

QTEST_APPLESS_MAIN(TestUndoRules)
#include "test_undorules.moc"
