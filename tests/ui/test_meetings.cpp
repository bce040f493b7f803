// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings of the office, in the window.
#include "app/domain/vietnamtime.h"
#include "tests/ui/sampledesk.h"
#include "ui/pages/filepane.h"
#include "ui/panels/conclusionpanel.h"
#include "ui/panels/meetinganswerpanel.h"
#include "ui/panels/meetingnotepanel.h"
#include "ui/panels/meetingpanel.h"
#include "ui/presentation/meetingpresenter.h"
#include "ui/widgets/filerow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTest>
#include <QTextCursor>

#include <algorithm>

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
    void purpose_units_and_documents_of_the_desk_are_in_the_form();
    void a_file_that_comes_late_is_not_shown_over_another_meeting();
};

void TestMeetingsView::a_file_that_comes_late_is_not_shown_over_another_meeting() {
    Desk desk(Role::Clerk);
    ui::MeetingPane& pane = meetingRow(desk, 0);
    auto* row = pane.findChild<ui::FileRow*>();
    QVERIFY(row);
    emit row->viewWanted();
    pane.showNothing(u"Không có cuộc họp nào."_s); // before the file is there
    desk.settle();
    QVERIFY(!pane.shown());
    QVERIFY(!pane.findChild<ui::FilePane*>()->isVisible());
}

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
    auto* agenda = panel->agenda().findChild<QPlainTextEdit*>();
    agenda->setPlainText(u"Báo cáo | Văn phòng | 15\nViệc khác"_s);
    panel->agenda().addFiles({u"/tmp/báo cáo.pdf"_s});
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

void TestMeetingsView::purpose_units_and_documents_of_the_desk_are_in_the_form() {
    Desk desk(Role::Officer); // for its theme and words
    ui::TaskRunner runner;
    const app::OrganId organ = *app::OrganId::parse(u"H99.02"_s);
    const auto person = [&organ](const QString& login, const QString& unit) {
        return app::Person{.organ = organ, .login = login, .name = login, .unit = unit};
    };
    const app::Person self = person(u"an"_s, {});
    const auto document = app::DocumentId::ofName("dự toán");
    const auto find = [document](const QString& text) -> app::Result<QList<ui::FoundRow>> {
        if (text != u"du toan"_s) {
            return QList<ui::FoundRow>{};
        }
        return QList<ui::FoundRow>{{.words = u"12/CV · Dự toán"_s, .value = document.text()}};
    };
    ui::MeetingPanel panel(desk.theme, runner, find, self,
                           {self, person(u"binh"_s, u"pnv"_s), person(u"cuc"_s, u"pnv"_s), person(u"dung"_s, {})},
                           nullptr);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    const auto lines = panel.findChildren<QLineEdit*>();
    lines.at(0)->setText(u"Giao ban"_s);
    lines.at(1)->setText(u"Phòng 2"_s);
    lines.at(2)->setText(u"01/12/2026 08:30"_s);
    panel.findChildren<QPlainTextEdit*>().first()->setPlainText(u"Đánh giá tháng 11.\nChuẩn bị số liệu."_s);
    auto* invited = panel.findChild<QListWidget*>();
    QCOMPARE(invited->count(), 4); // the unit, and three besides oneself
    QVERIFY(invited->item(0)->text().contains(u"pnv"_s));
    invited->item(0)->setCheckState(Qt::Checked);
    QVERIFY(invited->item(1)->checkState() == Qt::Checked && invited->item(3)->checkState() == Qt::Unchecked);
    panel.agenda().findChild<QPlainTextEdit*>()->setPlainText(u"Báo cáo\nDự toán"_s);
    QTextCursor second = panel.agenda().findChild<QPlainTextEdit*>()->textCursor();
    second.movePosition(QTextCursor::End);
    panel.agenda().findChild<QPlainTextEdit*>()->setTextCursor(second);
    auto* field = panel.agenda().findChild<ui::FindField*>();
    field->input().setFocus();
    QTest::keyClicks(&field->input(), u"du toan"_s);
    const QString name = QCoreApplication::translate("ui::AgendaFields", "Documents found");
    const auto isFound = [&] {
        const auto lists = panel.findChildren<QListWidget*>();
        return std::ranges::any_of(lists, [&](const QListWidget* list) {
            return list->accessibleName() == name && list->isVisible() && list->count() == 1;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isFound(), Patience);
    QTest::keyClick(&field->input(), Qt::Key_Return);
    std::optional<app::MeetingForm> form;
    connect(&panel, &ui::MeetingPanel::accepted, this, [&](const app::MeetingForm& wanted) { form = wanted; });
    panel.press();
    QVERIFY(form);
    QCOMPARE(form->text, u"Đánh giá tháng 11.\nChuẩn bị số liệu."_s);
    QCOMPARE(form->invited, (QStringList{u"H99.02/binh"_s, u"H99.02/cuc"_s}));
    QCOMPARE(form->units, QStringList{u"H99.02/unit:pnv"_s});
    QCOMPARE(form->agenda.at(1).documents, QList<app::DocumentId>{document});
    QVERIFY(form->agenda.at(0).documents.isEmpty());

    invited->item(2)->setCheckState(Qt::Unchecked); // one of the unit does not come: the unit is not invited as a whole
    QVERIFY(invited->item(0)->checkState() == Qt::Unchecked && invited->item(1)->checkState() == Qt::Checked);
    panel.press();
    QCOMPARE(form->invited, QStringList{u"H99.02/binh"_s});
    QVERIFY(form->units.isEmpty());
}

QTEST_MAIN(TestMeetingsView)
#include "test_meetings.moc"
