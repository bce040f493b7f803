// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says and does about the evidence of signatures, over an office in memory.
#include "tests/ui/sampledesk.h"
#include "ui/panels/pinpanel.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using app::Language;
using tests::Desk;

class TestEvidence : public QObject {
    Q_OBJECT

private slots:
    void what_waits_is_told_and_tried_when_asked();
    void what_stays_away_is_said_in_words();
    void cancelling_ends_it();
    void the_queue_runs_after_each_exchange();
    void signing_says_what_was_not_reached();
    void the_pin_panel_tells_level_and_concerns();
    void without_an_authority_the_panel_warns();
    void evidence_is_asked_for_where_it_may_help();
    void what_could_not_be_had_is_told();
    void asking_can_be_cancelled();
    void a_file_of_ours_is_judged_again();
};

void TestEvidence::what_waits_is_told_and_tried_when_asked() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.open(Folder::Issued);
    QVERIFY(!desk.button(u"Try now"_s));
    desk.letWait();
    QVERIFY(desk.says(u"Waiting for a time stamp"_s));
    QVERIFY(desk.says(u"PAdES B-LTA"_s));
    QVERIFY(desk.says(app::sentence(u"evidence-offline"_s, Language::English)));
    QVERIFY(desk.says(u"evidence-offline"_s));
    QAbstractButton* now = desk.button(u"Try now"_s);
    QVERIFY(now);
    QCOMPARE(now->accessibleName(), u"Try now: Waiting for a time stamp"_s);
    now->click();
    desk.settle();
    QCOMPARE(desk.office.acts(), QStringList{u"complete"_s});
    QVERIFY(desk.says(u"The signatures have reached PAdES B-LTA."_s));
    // It waits no more.
    QVERIFY(!desk.button(u"Try now"_s));
    QVERIFY(!desk.says(u"Waiting for a time stamp"_s));
}

void TestEvidence::what_stays_away_is_said_in_words() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.open(Folder::Issued);
    desk.letWait();
    desk.office.evidenceReaches = docsig::Level::BT;
    desk.button(u"Try now"_s)->click();
    desk.settle();
    QVERIFY(desk.says(u"The signatures stay at PAdES B-T; PAdES B-LTA is wanted."_s));
    QVERIFY(desk.says(u"Waiting for revocation data"_s));
    QVERIFY(desk.button(u"Try now"_s));
}

void TestEvidence::cancelling_ends_it() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.open(Folder::Issued);
    desk.letWait();
    desk.office.authoritySilent = true;
    desk.button(u"Try now"_s)->click();
    QAbstractButton* cancel = desk.button(u"Cancel"_s);
    QVERIFY(cancel);
    QVERIFY(desk.says(u"Completing signatures"_s));
    QVERIFY(!desk.window->isSettled());
    cancel->click();
    desk.settle(); // would wait without end
    QCOMPARE(desk.office.acts(), QStringList{u"complete:stopped"_s});
    QVERIFY(!desk.button(u"Cancel"_s));
    QVERIFY(desk.says(u"Stopped. The signatures stay at PAdES B-B"_s));
    QVERIFY(desk.button(u"Try now"_s));
}

void TestEvidence::the_queue_runs_after_each_exchange() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.open(Folder::Issued);
    desk.office.waitForEvidence({.document = *desk.window->documentPane().shownId(), .wanted = docsig::Level::BLta});
    desk.window->startSync();
    desk.settle();
    QCOMPARE(desk.office.acts(), QStringList{u"complete"_s});
    QVERIFY(desk.says(u"The signatures have reached PAdES B-LTA."_s));
    desk.window->startSync();
    desk.settle();
    QCOMPARE(desk.office.acts(), QStringList{u"complete"_s}); // nothing is due any more
}

void TestEvidence::signing_says_what_was_not_reached() {
    Desk desk(app::Role::Leader, Language::English);
    desk.open(Folder::ToSign);
    emit desk.window->documentPane().commandChosen(ui::Command::Sign);
    auto* panel = qobject_cast<ui::PinPanel*>(desk.window->documentPane().panel());
    QVERIFY(panel);
    panel->findChild<QLineEdit*>()->setText(desk.office.rightPin);
    // The sentence stands until something else is told, here the exchange.
    auto* status = desk.window->findChild<ui::StatusLine*>();
    QVERIFY(status);
    QStringList said;
    QObject::connect(desk.window->findChild<ui::ActionFlow*>(), &ui::ActionFlow::done, status,
                     [&said](const QString& sentence) { said << sentence; });
    panel->press();
    desk.settle();
    QCOMPARE(said,
             QStringList{u"Signed by Trần Thị B. Now at PAdES B-B; PAdES B-T follows when its evidence is here."_s});
}

void TestEvidence::the_pin_panel_tells_level_and_concerns() {
    Desk desk(app::Role::Leader, Language::English);
    desk.office.certificateConcerns = {tests::sampleConcern()};
    desk.open(Folder::ToSign);
    emit desk.window->documentPane().commandChosen(ui::Command::Sign);
    auto* panel = qobject_cast<ui::PinPanel*>(desk.window->documentPane().panel());
    QVERIFY(panel);
    const QString concern = app::sentence(u"revocation-unknown"_s, Language::English);
    QVERIFY(desk.says(u"PAdES B-T with the time stamp of tsa.ca.gov.vn."_s));
    QVERIFY(desk.says(concern));
    QVERIFY(desk.says(u"from Cơ quan chứng thực thử nghiệm"_s));
    // Another key is not this certificate.
    auto* source = panel->findChild<QComboBox*>();
    const auto choose = [source](int index) {
        source->setCurrentIndex(index);
        emit source->activated(index);
    };
    choose(source->count() - 1);
    QVERIFY(!desk.says(concern));
    QVERIFY(!desk.says(u"from Cơ quan chứng thực thử nghiệm"_s));
    choose(0);
    QVERIFY(desk.says(concern));
    QVERIFY(desk.says(u"from Cơ quan chứng thực thử nghiệm"_s));
}

void TestEvidence::without_an_authority_the_panel_warns() {
    Desk desk(app::Role::Leader, Language::English);
    app::Profile profile = desk.office.profile();
    profile.evidence = {.timeStampAddress = {}, .level = docsig::Level::BLt, .hosts = {}};
    QVERIFY(desk.office.saveProfile(profile));
    desk.open(Folder::ToSign);
    emit desk.window->documentPane().commandChosen(ui::Command::Sign);
    QVERIFY(desk.window->documentPane().panel());
    QVERIFY(desk.says(u"PAdES B-LT is wanted, but no time-stamping authority is set"_s));
}

void TestEvidence::evidence_is_asked_for_where_it_may_help() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.open(Folder::ToAccept);
    QVERIFY(!desk.button(u"Ask for evidence"_s)); // a valid one
    desk.window->listPane().selectRow(3);
    desk.settle();
    QVERIFY(!desk.button(u"Ask for evidence"_s)); // an invalid one: nothing would help
    desk.window->listPane().selectRow(2);
    desk.settle();
    QVERIFY(desk.office.acts().isEmpty()); // opening asks nobody
    QAbstractButton* ask = desk.button(u"Ask for evidence"_s);
    QVERIFY(ask);
    ask->click();
    desk.settle();
    QCOMPARE(desk.office.acts(), QStringList{u"ask"_s});
    QVERIFY(!desk.button(u"Ask for evidence"_s));
    QVERIFY(desk.says(u"2 valid signatures"_s));
    QVERIFY(desk.says(u"The evidence is here"_s));
    QCOMPARE(int(desk.window->documentPane().shown()->verdict->verdict), int(docsig::Verdict::Valid));
}

void TestEvidence::what_could_not_be_had_is_told() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.open(Folder::ToAccept);
    desk.window->listPane().selectRow(2);
    desk.settle();
    desk.office.authorityKnows = false;
    desk.button(u"Ask for evidence"_s)->click();
    desk.settle();
    QVERIFY(desk.says(u"Nguyễn Văn A: "_s + app::sentence(u"evidence-revocation-missing"_s, Language::English)));
    QVERIFY(desk.button(u"Ask for evidence"_s)); // may be tried again
    QVERIFY(desk.button(u"Close"_s));
}

void TestEvidence::asking_can_be_cancelled() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.open(Folder::ToAccept);
    desk.window->listPane().selectRow(2);
    desk.settle();
    desk.office.authoritySilent = true;
    QAbstractButton* ask = desk.button(u"Ask for evidence"_s);
    ask->click();
    ask->click(); // is asked for already
    QVERIFY(desk.says(u"Evidence about the signatures"_s));
    desk.button(u"Cancel"_s)->click();
    desk.settle(); // would wait without end
    QCOMPARE(desk.office.acts(), QStringList{u"ask:stopped"_s});
    QVERIFY(desk.says(u"Stopped. The verdict stays as it was."_s));
    QVERIFY(desk.button(u"Ask for evidence"_s));
}

void TestEvidence::a_file_of_ours_is_judged_again() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.office.ownCannotTell = true;
    desk.open(Folder::Issued);
    QAbstractButton* ask = desk.button(u"Ask for evidence"_s);
    QVERIFY(ask);
    ask->click();
    desk.settle();
    QVERIFY(desk.says(u"2 valid signatures"_s));
    QVERIFY(!desk.button(u"Ask for evidence"_s));
}

QTEST_MAIN(TestEvidence)
#include "test_evidence.moc"
