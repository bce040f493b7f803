// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings of the office, in the window.
#include "app/domain/vietnamtime.h"
#include "tests/ui/sampledesk.h"
#include "ui/panels/conclusionpanel.h"
#include "ui/panels/meetinganswerpanel.h"
#include "ui/panels/meetingnotepanel.h"
#include "ui/panels/meetingpanel.h"
#include "ui/presentation/meetingpresenter.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using app::Role;
using tests::Desk;
using tests::Patience;

namespace {

QString meetingWords(const char* words) {
    return QCoreApplication::translate("ui::MeetingPane", words).remove(u'&');
}

/// The page with the meeting of that row.
ui::MeetingPane& meetingRow(Desk& desk, int row) {
    desk.office.addMeetings();
    desk.open(Folder::Meetings);
    desk.window->meetingPage()->selectRow(row);
    desk.settle();
    return desk.window->meetingPage()->pane();
}

void press(Desk& desk, const char* words) {
    QAbstractButton* button = desk.button(meetingWords(words));
    QVERIFY2(button, words);
    button->click();
    desk.settle();
}

} // namespace

class TestMeetingsView : public QObject {
    Q_OBJECT

private slots:
    void what_waits_is_counted_and_answered();
    void whoever_is_absent_says_why();
    void a_meeting_is_called_from_the_keyboard();
    void what_is_changed_keeps_the_rest();
    void the_chair_concludes_with_tasks();
    void notes_are_kept_or_shared();
    void drafts_and_tasks_are_opened();
    void the_agenda_is_read_line_by_line();
};

void TestMeetingsView::what_waits_is_counted_and_answered() {
    Desk desk(Role::Clerk);
    ui::MeetingPane& pane = meetingRow(desk, 0);
    QVERIFY(pane.shown()->canAnswer() && !pane.shown()->holds());
    desk.window->meetingPage()->press();
    auto* panel = qobject_cast<ui::MeetingAnswerPanel*>(pane.panel());
    QVERIFY(panel);
    QTest::keyClick(panel->findChild<QRadioButton*>(), Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    QVERIFY(desk.office.acts().contains(u"answer-meeting:attends::"_s));
    QVERIFY(!pane.panel());
    QVERIFY(pane.shown()->ownAnswer());
}

void TestMeetingsView::whoever_is_absent_says_why() {
    Desk desk(Role::Clerk);
    ui::MeetingPane& pane = meetingRow(desk, 1);
    desk.window->meetingPage()->press();
    auto* panel = qobject_cast<ui::MeetingAnswerPanel*>(pane.panel());
    QVERIFY(panel);
    panel->findChildren<QRadioButton*>().at(1)->setChecked(true);
    panel->press();
    desk.settle();
    QVERIFY(pane.panel()); // it waits for a reason
    panel->findChild<QLineEdit*>()->setText(u"Nghỉ phép"_s);
    panel->press();
    desk.settle();
    QVERIFY(desk.office.acts().contains(u"answer-meeting:absent:Nghỉ phép:"_s));
}

void TestMeetingsView::a_meeting_is_called_from_the_keyboard() {
    Desk desk(Role::Officer);
    desk.open(Folder::Meetings);
    desk.window->meetingPage()->callNew();
    desk.settle();
    auto* panel = qobject_cast<ui::MeetingPanel*>(desk.window->meetingPage()->pane().panel());
    QVERIFY(panel);
    panel->press();
    desk.settle();
    QVERIFY(desk.window->meetingPage()->pane().panel()); // nothing is filled in
    const auto lines = panel->findChildren<QLineEdit*>();
    const QString day = app::vietnamToday().addDays(3).toString(u"dd/MM/yyyy"_s);
    lines.at(0)->setText(u"Giao ban"_s);
    lines.at(1)->setText(u"Phòng 2"_s);
    lines.at(2)->setText(day + u" 08:30"_s);
    auto* invited = panel->findChild<QListWidget*>();
    invited->setCurrentRow(0);
    QTest::keyClick(invited, Qt::Key_Space);
    auto* agenda = panel->findChildren<QPlainTextEdit*>().at(1);
    agenda->setPlainText(u"Báo cáo | Văn phòng | 15\nViệc khác"_s);
    panel->addFiles({u"/tmp/báo cáo.pdf"_s});
    QTest::keyClick(agenda, Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    const QString noted = desk.office.acts().last();
    QVERIFY2(noted.startsWith(u"call-meeting:Giao ban:%1 08:30:Phòng 2:"_s.arg(
                 app::vietnamToday().addDays(3).toString(Qt::ISODate))) &&
                 noted.endsWith(u"Báo cáo/Văn phòng/15/1;Việc khác//0/0"_s),
             qPrintable(noted));
}

void TestMeetingsView::what_is_changed_keeps_the_rest() {
    Desk desk(Role::Leader);
    ui::MeetingPane& pane = meetingRow(desk, 2);
    press(desk, "C&hange…");
    auto* panel = qobject_cast<ui::MeetingPanel*>(pane.panel());
    QVERIFY(panel);
    panel->findChildren<QLineEdit*>().at(1)->setText(u"Hội trường"_s);
    panel->press();
    desk.settle();
    QVERIFY2(desk.office.acts().last().startsWith(u"change-meeting:Hội trường:"_s) &&
                 desk.office.acts().last().endsWith(u":3:"_s),
             qPrintable(desk.office.acts().last()));
}

void TestMeetingsView::the_chair_concludes_with_tasks() {
    Desk desk(Role::Leader);
    ui::MeetingPane& pane = meetingRow(desk, 2);
    press(desk, "&Conclude…");
    auto* panel = qobject_cast<ui::ConclusionPanel*>(pane.panel());
    QVERIFY(panel);
    const auto lines = panel->findChildren<QLineEdit*>();
    lines.at(0)->setText(u"Trình kế hoạch"_s);
    panel->press();
    desk.settle();
    QVERIFY(pane.panel()); // a task has a day
    lines.at(1)->setText(app::vietnamToday().addDays(5).toString(u"dd/MM/yyyy"_s));
    panel->press();
    desk.settle();
    const QString noted = desk.office.acts().last();
    QVERIFY2(noted.startsWith(u"conclude-meeting:1:1=Các đơn vị thống nhất số liệu."_s) &&
                 noted.contains(u"Trình kế hoạch/"_s),
             qPrintable(noted));
}

void TestMeetingsView::notes_are_kept_or_shared() {
    Desk desk(Role::Leader);
    ui::MeetingPane& pane = meetingRow(desk, 2);
    press(desk, "&Notes…");
    auto* panel = qobject_cast<ui::MeetingNotePanel*>(pane.panel());
    QVERIFY(panel);
    panel->findChild<QComboBox*>()->setCurrentIndex(1);
    auto* text = panel->findChild<QPlainTextEdit*>();
    QCOMPARE(text->toPlainText(), u"Còn ý kiến khác nhau về chỉ tiêu."_s);
    text->setPlainText(u"Đã thống nhất."_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    QVERIFY(desk.office.acts().contains(u"note-meeting:2:Đã thống nhất.:0"_s));
}

void TestMeetingsView::drafts_and_tasks_are_opened() {
    Desk desk(Role::Clerk);
    ui::MeetingPane& pane = meetingRow(desk, 3);
    QVERIFY(pane.shown()->meeting.conclusion && !pane.shown()->canChange() && !pane.shown()->canAnswer());
    std::optional<app::DocumentId> wanted;
    connect(&pane, &ui::MeetingPane::documentWanted, this, [&](const app::DocumentId& id) { wanted = id; });
    QAbstractButton* open = desk.button(meetingWords("Open: %1").section(u'%', 0, 0));
    QVERIFY(open);
    open->click();
    QCOMPARE(wanted, std::optional(app::DocumentId::ofName("dự toán")));
    desk.open(Folder::Meetings);
    desk.settle();
    press(desk, "Draft the ann&ouncement");
    QVERIFY(desk.office.acts().contains(u"draft-meeting:announcement"_s));
}

void TestMeetingsView::the_agenda_is_read_line_by_line() {
    const QList<app::AgendaItem> before{
        {.key = 4, .title = u"Báo cáo"_s, .presenter = u"Văn phòng"_s, .minutes = 20, .files = {{.name = u"a"_s}}},
        {.key = 7, .title = u"Việc khác"_s}};
    QCOMPARE(ui::agendaText(before), u"Báo cáo | Văn phòng | 20\nViệc khác"_s);
    const auto read = ui::agendaFrom(u"Việc khác\n\n Mới | | 5 \nBáo cáo | Phòng 1"_s, before);
    QCOMPARE(read.size(), 3);
    QVERIFY(read.at(0).key == 7 && read.at(1).key == 0 && read.at(2).key == 4);
    QVERIFY(read.at(1).minutes == 5 && read.at(2).kept.size() == 1 && read.at(2).presenter == u"Phòng 1"_s);
    QVERIFY(ui::readMoment(u" 1/12/2026  8:30"_s) && !ui::readMoment(u"1/12/2026"_s) && !ui::readMoment(u"mai"_s));
}

QTEST_MAIN(TestMeetingsView)
#include "test_meetings.moc"
