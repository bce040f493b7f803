// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to members of the office, in the window.
#include "app/domain/vietnamtime.h"
#include "tests/ui/sampledesk.h"
#include "ui/panels/opinionanswerpanel.h"
#include "ui/panels/pinpanel.h"
#include "ui/presentation/noticewords.h"
#include "ui/presentation/opinionpresenter.h"

#include <QAction>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using app::Role;
using tests::Desk;
using tests::Patience;

namespace {

QString paneWords(const char* words) {
    return QCoreApplication::translate("ui::OpinionPane", words).remove(u'&');
}

QString dayAfter(int days) {
    return app::vietnamToday().addDays(days).toString(u"dd/MM/yyyy"_s);
}

/// The page with the question of that row.
ui::OpinionPane& openRow(Desk& desk, int row) {
    desk.office.addOpinions();
    desk.open(Folder::Opinions);
    desk.window->opinionPage()->selectRow(row);
    desk.settle();
    return desk.window->opinionPage()->pane();
}

} // namespace

class TestOpinionsView : public QObject {
    Q_OBJECT

private slots:
    void what_waits_comes_first_and_is_counted();
    void it_is_answered_from_the_keyboard();
    void wrong_answers_are_said_where_they_stand();
    void whoever_asks_sees_who_said_what();
    void an_answer_that_is_wanted_signed_asks_for_the_pin();
    void what_is_not_signed_stands_apart();
    void what_another_office_says_is_entered_with_its_document();
    void whoever_asks_closes_it();
    void a_question_is_asked();
    void a_question_about_the_document_shown();
    void its_files_are_looked_at();
    void saved_names_are_plain();
    void the_day_tells_of_it();
    void what_is_read_stays_in_its_place();
};

void TestOpinionsView::what_waits_comes_first_and_is_counted() {
    Desk desk(Role::Clerk);
    desk.open(Folder::Opinions);
    QVERIFY(desk.says(QCoreApplication::translate(
        "ui::OpinionPage", "Nobody asks for your opinion. What you ask others for stands here, too.")));
    desk.office.addOpinions();
    desk.open(Folder::Opinions);
    const ui::OpinionView& shown = *desk.window->opinionPage()->pane().shown();
    QCOMPARE(shown.opinion.subject, u"Phương án phân bổ biên chế công chức năm 2027"_s);
    QCOMPARE(desk.office.counts()->opinions, 2);
    QVERIFY(desk.says(QCoreApplication::translate(
        "ui::Opinions", "The last day is over; an answer still arrives, and is marked as late.")));
}

void TestOpinionsView::it_is_answered_from_the_keyboard() {
    Desk desk(Role::Clerk);
    ui::OpinionPane& pane = openRow(desk, 1);
    pane.press(); // Ctrl+Enter leads there
    desk.settle();
    auto* panel = qobject_cast<ui::OpinionAnswerPanel*>(pane.panel());
    QVERIFY(panel);
    const QList<QRadioButton*> stances = panel->findChildren<QRadioButton*>();
    QCOMPARE(stances.size(), 3);
    QVERIFY(std::ranges::none_of(stances, &QRadioButton::isChecked)); // nobody agrees by mistake
    QTest::keyClick(stances.at(1), Qt::Key_Space);
    auto* words = panel->findChild<QPlainTextEdit*>();
    words->setPlainText(u"Điều 5 chưa rõ"_s);
    QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts().value(0), u"answer-opinion:disagree:Điều 5 chưa rõ"_s, Patience);
    desk.settle();
    QVERIFY(!pane.panel());
    QVERIFY(desk.says(u"Điều 5 chưa rõ"_s));
    // It can be changed, and begins with what was said.
    pane.press();
    panel = qobject_cast<ui::OpinionAnswerPanel*>(pane.panel());
    QVERIFY(panel && panel->findChildren<QRadioButton*>().at(1)->isChecked());
    QCOMPARE(panel->findChild<QPlainTextEdit*>()->toPlainText(), u"Điều 5 chưa rõ"_s);
    QTest::keyClick(panel->findChild<QPlainTextEdit*>(), Qt::Key_Escape);
    QVERIFY(!pane.panel());
}

void TestOpinionsView::wrong_answers_are_said_where_they_stand() {
    Desk desk(Role::Officer);
    ui::OpinionPane& pane = openRow(desk, 1);
    pane.press();
    auto* panel = qobject_cast<ui::OpinionAnswerPanel*>(pane.panel());
    QVERIFY(panel);
    panel->press();
    QVERIFY(desk.says(QCoreApplication::translate("ui::OpinionAnswerPanel", "Choose one of the three.")));
    panel->findChildren<QRadioButton*>().at(2)->setChecked(true);
    panel->press();
    QVERIFY(desk.says(QCoreApplication::translate("ui::OpinionAnswerPanel", "Say why, or what else you think.")));
    panel->findChild<QPlainTextEdit*>()->setPlainText(QString(app::longestOpinionAnswer + 1, u'a'));
    panel->press();
    QVERIFY(desk.office.acts().isEmpty());
    // What the office refuses is said in the panel, and what was written stays.
    panel->findChild<QPlainTextEdit*>()->setPlainText(u"Bổ sung"_s);
    desk.office.refuseWith = u"opinion-over"_s;
    panel->press();
    desk.settle();
    QVERIFY(desk.says(ui::Formatter(app::Language::Vietnamese).sentence(u"opinion-over"_s)));
    QCOMPARE(panel->findChild<QPlainTextEdit*>()->toPlainText(), u"Bổ sung"_s);
}

void TestOpinionsView::whoever_asks_sees_who_said_what() {
    Desk desk(Role::Leader);
    ui::OpinionPane& pane = openRow(desk, 2);
    QVERIFY(pane.shown()->isAsker());
    QVERIFY(desk.says(u"Đề nghị bổ sung kinh phí"_s) && desk.says(u"Tiến độ năm 2027 không khả thi."_s));
    QVERIFY(desk.says(u"Phạm Thu D"_s) && desk.says(u"phogiamdoc"_s)); // who did not answer, too
    const auto texts = ui::memberTexts(*pane.shown(), ui::Formatter(app::Language::Vietnamese));
    QCOMPARE(texts.answered.first().before.size(), 1);
    QCOMPARE(texts.missing.size(), 2); // a member, and another office
    pane.press();
    QVERIFY(!pane.panel()); // nobody answers the own question
    pane.saveTally(u"/tmp/tổng hợp.pdf"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts().value(0), u"tally:/tmp/tổng hợp.pdf"_s, Patience);
}

void TestOpinionsView::an_answer_that_is_wanted_signed_asks_for_the_pin() {
    Desk desk(Role::Officer);
    desk.office.addOpinions();
    desk.office.wantSignatures();
    desk.window->openFolder(app::Folder::Opinions);
    desk.settle();
    desk.window->opinionPage()->selectRow(1);
    desk.settle();
    ui::OpinionPane& pane = desk.window->opinionPage()->pane();
    pane.press();
    auto* panel = qobject_cast<ui::OpinionAnswerPanel*>(pane.panel());
    QVERIFY(panel);
    panel->findChildren<QRadioButton*>().first()->setChecked(true);
    panel->press();
    auto* pin = qobject_cast<ui::PinPanel*>(pane.panel());
    QVERIFY(pin);
    QVERIFY(desk.office.acts().isEmpty());
    pin->findChild<QLineEdit*>()->setText(u"12345678"_s);
    pin->press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts().value(0), u"sign-opinion"_s, Patience);
}

void TestOpinionsView::what_is_not_signed_stands_apart() {
    Desk desk(Role::Leader);
    desk.office.addOpinions();
    desk.office.wantSignatures();
    desk.open(Folder::Opinions);
    desk.window->opinionPage()->selectRow(2);
    desk.settle();
    QVERIFY(desk.says(paneWords("Not signed, not counted")));
    QVERIFY(desk.says(QCoreApplication::translate("ui::Opinions", "not signed, not counted %1").arg(2)));
    const auto tally = app::tallyOf(desk.window->opinionPage()->pane().shown()->opinion);
    QCOMPARE(tally.answered(), 1); // the one with a valid signature
    QCOMPARE(tally.notSigned, 2);
}

void TestOpinionsView::what_another_office_says_is_entered_with_its_document() {
    Desk desk(Role::Leader);
    ui::OpinionPane& pane = openRow(desk, 2);
    QVERIFY(desk.says(u"Sở Tài chính"_s));
    auto* draft = desk.button(paneWords("Ask other &offices…"));
    QVERIFY(draft);
    draft->click();
    QVERIFY(pane.panel());
    pane.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts().value(0), u"draft-opinion"_s, Patience);
    desk.settle();
    desk.button(paneWords("&Enter a reply…"))->click();
    desk.settle();
    auto* panel = qobject_cast<ui::OpinionAnswerPanel*>(pane.panel());
    QVERIFY(panel && panel->document());
    panel->findChildren<QRadioButton*>().first()->setChecked(true);
    panel->press();
    QTRY_VERIFY_WITH_TIMEOUT(desk.office.acts().value(1).startsWith(u"record-opinion:"_s), Patience);
}

void TestOpinionsView::whoever_asks_closes_it() {
    Desk desk(Role::Leader);
    ui::OpinionPane& pane = openRow(desk, 2);
    auto* close = desk.button(paneWords("C&lose question…"));
    QVERIFY(close);
    close->click();
    desk.settle();
    QVERIFY(pane.panel());
    pane.press();
    QVERIFY(desk.office.acts().isEmpty()); // before its last day a reason is asked for
    pane.panel()->findChild<QPlainTextEdit*>()->setPlainText(u"Đã đủ ý kiến"_s);
    pane.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts().value(0), u"close-opinion:Đã đủ ý kiến"_s, Patience);
    desk.settle(); // the list is read anew by it
    // Members neither close nor sum up.
    desk.window->opinionPage()->selectRow(1);
    desk.settle();
    QVERIFY(!desk.button(paneWords("C&lose question…")) && !desk.button(paneWords("&Summary…")));
}

void TestOpinionsView::a_question_is_asked() {
    Desk desk(Role::Officer);
    desk.open(Folder::Opinions);
    desk.window->opinionPage()->askNew();
    desk.settle();
    auto* panel = qobject_cast<ui::AskOpinionPanel*>(desk.window->opinionPage()->pane().panel());
    QVERIFY(panel);
    panel->press();
    QVERIFY(desk.says(QCoreApplication::translate("ui::AskOpinionPanel", "Say what it is about.")));
    const QList<QLineEdit*> lines = panel->findChildren<QLineEdit*>();
    lines.at(0)->setText(u"Dự thảo\u202E kế hoạch"_s);
    panel->press();
    QVERIFY(desk.says(QCoreApplication::translate("ui::AskOpinionPanel", "Write the day as dd/mm/yyyy.")));
    lines.at(1)->setText(dayAfter(-1));
    panel->press();
    QVERIFY(desk.says(QCoreApplication::translate("ui::AskOpinionPanel", "This day has passed.")));
    lines.at(1)->setText(dayAfter(3));
    panel->press();
    QVERIFY(desk.says(QCoreApplication::translate("ui::AskOpinionPanel", "Choose somebody.")));
    QVERIFY(desk.office.acts().isEmpty());
    auto* members = panel->findChildren<QListWidget*>().first();
    for (int row = 0; row < members->count(); ++row) {
        if (members->item(row)->text().startsWith(u"Phạm Thu D"_s)) {
            members->setCurrentRow(row);
            QTest::keyClick(members, Qt::Key_Space);
        }
    }
    panel->addFiles({u"/tmp/tờ trình.pdf"_s});
    auto* leaders = panel->findChild<QComboBox*>(); // an officer asks in a leader's name
    QVERIFY(leaders && leaders->count() > 0);
    QTest::keyClick(lines.at(0), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(
        desk.office.acts().value(0),
        u"ask-opinion:%1:Dự thảo kế hoạch:%2:H99.02/truongphong:/tmp/tờ trình.pdf"_s.arg(
            leaders->currentData().toString(), app::vietnamToday().addDays(3).toString(Qt::ISODate)),
        Patience);
    desk.settle();
    QVERIFY(!desk.window->opinionPage()->pane().panel());
}

void TestOpinionsView::a_question_about_the_document_shown() {
    Desk desk(Role::Leader);
    desk.open(Folder::ToSign);
    const app::DocumentId id = *desk.window->documentPane().shownId();
    for (QAction* action : desk.window->actions()) {
        if (action->text() == ui::MainWindow::tr("Ask for opinions about the document")) {
            action->trigger();
        }
    }
    desk.settle();
    auto* panel = qobject_cast<ui::AskOpinionPanel*>(desk.window->opinionPage()->pane().panel());
    QVERIFY(panel && !panel->findChild<QComboBox*>()); // a leader asks in the own name
    QCOMPARE(panel->findChildren<QListWidget*>().last()->count(), 1);
    auto* all = desk.button(QCoreApplication::translate("ui::AskOpinionPanel", "C&hoose all").remove(u'&'));
    QVERIFY(all);
    all->click();
    panel->findChildren<QLineEdit*>().at(0)->setText(u"Hỏi"_s);
    panel->findChildren<QLineEdit*>().at(1)->setText(dayAfter(0));
    panel->press();
    QTRY_VERIFY_WITH_TIMEOUT(desk.office.acts().value(0).endsWith(id.text()), Patience);
    desk.settle();
    // An archivist asks nothing.
    Desk other(Role::Archivist);
    other.open(Folder::Opinions);
    QVERIFY(!other.button(QCoreApplication::translate("ui::OpinionPage", "Ask for &opinions…").remove(u'&')));
}

void TestOpinionsView::its_files_are_looked_at() {
    Desk desk(Role::Clerk);
    ui::OpinionPane& pane = openRow(desk, 1);
    const QString view = QCoreApplication::translate("ui::FileRow", "View: %1").section(u'%', 0, 0);
    auto* button = desk.button(view);
    QVERIFY(button);
    button->click();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts().value(0), u"open-opinion-file:0"_s, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(pane.isDrawn() && pane.findChild<ui::PageView*>()->isOpen(), Patience);
    auto* back = desk.button(paneWords("Back to the &question"));
    QVERIFY(back);
    back->click();
    desk.settle();
    QVERIFY(desk.button(view));
}

void TestOpinionsView::saved_names_are_plain() {
    QCOMPARE(ui::savedName({.name = u"../../Tờ trình số 12/TTr.pdf"_s}), u"Tờ-trình-số-12-TTr.pdf"_s);
    QCOMPARE(ui::savedName({.name = u"12/QĐ Về việc"_s, .document = app::DocumentId::create()}),
             u"12-QĐ-Về-việc.pdf"_s);
    QCOMPARE(ui::savedName({.name = u"bảng.ods"_s}), u"bảng.ods"_s);
    QCOMPARE(ui::savedName({.name = u".đuôi rất dài lạ lùng"_s}).contains(u'/'), false);
    QVERIFY(!ui::savedName({.name = u"..."_s}).startsWith(u'.'));
}

void TestOpinionsView::the_day_tells_of_it() {
    app::Digest digest{.day = app::vietnamToday()};
    QVERIFY(ui::digestWords(digest, ui::Formatter()).isEmpty());
    digest.opinions = {{.id = app::OpinionId::create()}};
    QVERIFY(ui::digestWords(digest, ui::Formatter()).contains(u'1'));
}

void TestOpinionsView::what_is_read_stays_in_its_place() {
    Desk desk(Role::Leader);
    desk.office.addOpinions(app::mostOpinionMembers - 3);
    desk.open(Folder::Opinions);
    QElapsedTimer timer;
    timer.start();
    desk.window->opinionPage()->selectRow(2);
    desk.settle();
    qInfo("500 answers are shown after %lld ms", timer.elapsed());
    QVERIFY(desk.says(u"Ý kiến số 1"_s) && !desk.says(u"Ý kiến số 496"_s));
    for (int part = 0; part < 9; ++part) {
        auto* more = desk.button(QCoreApplication::translate("ui::OpinionPane", "Show more (%n left)", nullptr,
                                                             app::mostOpinionMembers - 1 - 50 * (part + 1)));
        QVERIFY(more);
        more->click();
    }
    QTRY_VERIFY_WITH_TIMEOUT(desk.says(u"Ý kiến số 496"_s), Patience);
    QScrollBar* place = nullptr;
    for (auto* area : desk.window->opinionPage()->pane().findChildren<QScrollArea*>()) {
        if (area->verticalScrollBar()->maximum() > 1000) {
            place = area->verticalScrollBar();
        }
    }
    QVERIFY(place);
    place->setValue(700);
    desk.window->opinionPage()->reload(); // as after each sync
    desk.settle();
    QCOMPARE(place->value(), 700);
    QCOMPARE(desk.window->opinionPage()->pane().shown()->opinion.members.size(), app::mostOpinionMembers);
}

QTEST_MAIN(TestOpinionsView)
#include "test_opinions.moc"
