// SPDX-License-Identifier: GPL-3.0-or-later
// Entering a document that came on paper, in the window.
#include "app/domain/vietnamtime.h"
#include "tests/ui/sampledesk.h"
#include "ui/presentation/rowpresenter.h"
#include "ui/presentation/verdictpresenter.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using tests::Desk;
using tests::Patience;

namespace {

QAction* paperAction(const Desk& desk) {
    for (QAction* action : desk.window->actions()) {
        if (action->shortcut() == QKeySequence(u"Ctrl+Shift+O"_s)) {
            return action;
        }
    }
    return nullptr;
}

void drop(Desk& desk, const QStringList& files, const QPoint& at) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : files) {
        urls << QUrl::fromLocalFile(file);
    }
    data.setUrls(urls);
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(desk.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(desk.window.get(), &event);
    desk.settle();
}

QPoint onList(const Desk& desk) {
    ui::ListPane& list = desk.window->listPane();
    return list.mapTo(desk.window.get(), list.rect().center());
}

} // namespace

class TestPaperView : public QObject {
    Q_OBJECT

private slots:
    void it_is_entered_from_the_keyboard();
    void a_scan_is_dropped_on_the_list();
    void what_was_begun_stays();
    void a_twin_is_said_before();
    void what_is_wrong_is_said_where_it_stands();
    void an_entry_is_corrected_with_a_reason();
    void an_envelope_names_somebody();
    void only_the_clerk_is_offered_it();
    void it_is_never_called_valid();
};

void TestPaperView::it_is_entered_from_the_keyboard() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    QAction* action = paperAction(desk);
    QVERIFY(action);
    action->trigger();
    desk.settle();
    ui::PaperPage& page = *desk.window->paperPage();
    QVERIFY(page.isVisible() && desk.says(ui::Formatter(app::Language::Vietnamese).bookNumber(1204))); // is expected
    desk.window->activateWindow();
    // The name of a sender that the directory does not have is typed, and left with Tab.
    auto* sender = page.findChild<ui::OfficePicker*>()->findChild<QLineEdit*>();
    QTRY_VERIFY_WITH_TIMEOUT(sender->hasFocus(), Patience);
    QTest::keyClicks(sender, u"Ong Nguyen Van Mau"_s);
    desk.settle();
    page.fields().lineOf(ui::PaperField::Number)->setFocus();
    QTest::keyClicks(page.fields().lineOf(ui::PaperField::Number), u"17"_s);
    auto* subject = page.findChild<QPlainTextEdit*>();
    subject->setFocus();
    QTest::keyClicks(subject, u"Don de nghi"_s);
    QTest::keyClick(subject, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts().value(0), u"paper:Ong Nguyen Van Mau:17:Don de nghi:none"_s, Patience);
    desk.settle();
    QVERIFY(!page.isVisible()); // the document itself is shown
    QTRY_VERIFY_WITH_TIMEOUT(desk.says(u"Don de nghi"_s), Patience);
}

void TestPaperView::a_scan_is_dropped_on_the_list() {
    Desk desk(app::Role::Clerk);
    desk.window->resize(1280, 800);
    desk.open(Folder::ToAccept);
    drop(desk, {u"/scan/b.jpg"_s, u"/scan/a.tif"_s}, onList(desk));
    QVERIFY(desk.window->paperPage() && desk.window->paperPage()->isVisible());
    QCOMPARE(desk.office.acts().value(0), u"scan:b.jpg+a.tif"_s); // in their order
    QVERIFY(desk.says(u"b.pdf"_s));
    // Another one takes its place.
    drop(desk, {u"/scan/c.pdf"_s}, QPoint(600, 400));
    QCOMPARE(desk.office.acts().value(1), u"scan:c.pdf"_s);
    QVERIFY(desk.says(u"c.pdf"_s) && !desk.says(u"b.pdf"_s));
    // A PDF that is dropped on another list is a document of ours.
    Desk other(app::Role::Clerk);
    other.window->resize(1280, 800);
    other.open(Folder::Drafts);
    drop(other, {u"/scan/d.pdf"_s}, onList(other));
    QVERIFY(!other.window->paperPage());
}

void TestPaperView::what_was_begun_stays() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    desk.window->openPaper();
    desk.settle();
    ui::PaperPage& page = *desk.window->paperPage();
    page.fields().lineOf(ui::PaperField::Number)->setText(u"5"_s);
    QTest::keyClick(&page, Qt::Key_Escape);
    desk.settle();
    QVERIFY(!page.isVisible());
    desk.window->openPaper();
    desk.settle();
    QCOMPARE(page.fields().lineOf(ui::PaperField::Number)->text(), u"5"_s);
}

void TestPaperView::a_twin_is_said_before() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    desk.window->openPaper();
    desk.settle();
    ui::PaperPage& page = *desk.window->paperPage();
    auto* despite = page.findChildren<QCheckBox*>().first();
    QVERIFY(!despite->isVisible());
    page.findChild<ui::OfficePicker*>()->setChosen({{{}, u"Sở Tài chính"_s}});
    page.findChild<QPlainTextEdit*>()->setPlainText(u"Thông báo"_s);
    page.fields().lineOf(ui::PaperField::Number)->setText(u"88"_s);
    QTRY_VERIFY_WITH_TIMEOUT(despite->isVisible(), Patience);
    QVERIFY(despite->text().contains(u"88/TB-STC"_s) && !despite->isChecked());
    despite->click();
    page.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts().value(0), u"paper:Sở Tài chính:88:Thông báo:none:twin"_s, Patience);
    desk.settle();
}

void TestPaperView::what_is_wrong_is_said_where_it_stands() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    desk.window->openPaper();
    desk.settle();
    ui::PaperPage& page = *desk.window->paperPage();
    page.fields().lineOf(ui::PaperField::Date)->setText(u"hôm qua"_s);
    page.press();
    desk.settle();
    QVERIFY(desk.office.acts().isEmpty());
    page.fields().lineOf(ui::PaperField::Date)->setText(u"20/11/2026"_s);
    desk.office.refuseWith = u"paper-subject-missing"_s;
    page.press();
    desk.settle();
    QVERIFY(desk.says(ui::Formatter(app::Language::Vietnamese).sentence(u"paper-subject-missing"_s)));
    QVERIFY(!page.isBusy());
    // A scan that can't be taken says so beside it.
    desk.office.refuseWith = u"paper-scan-unreadable"_s;
    page.takeScan({u"/scan/x.png"_s});
    desk.settle();
    QVERIFY(desk.says(ui::Formatter(app::Language::Vietnamese).sentence(u"paper-scan-unreadable"_s)));
    QVERIFY(!page.isBusy());
}

void TestPaperView::an_entry_is_corrected_with_a_reason() {
    Desk desk(app::Role::Clerk);
    desk.office.addPaper(true);
    desk.open(Folder::ToHandle);
    desk.window->listPane().selectRow(1);
    desk.settle();
    emit desk.window->documentPane().commandChosen(ui::Command::CorrectPaper);
    desk.settle();
    ui::PaperPage& page = *desk.window->paperPage();
    QVERIFY(page.isVisible());
    QCOMPARE(page.fields().lineOf(ui::PaperField::Number)->text(), u"17"_s);
    page.findChild<QPlainTextEdit*>()->setPlainText(u"Trích yếu đúng"_s);
    page.fields().lineOf(ui::PaperField::Reason)->setText(u"Gõ nhầm"_s);
    page.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts().value(0), u"correct:Trích yếu đúng:Gõ nhầm"_s, Patience);
    desk.settle();
    QTRY_VERIFY_WITH_TIMEOUT(desk.says(u"Trích yếu đúng"_s), Patience);
    // A new one begins empty.
    desk.window->openPaper();
    desk.settle();
    QVERIFY(page.fields().lineOf(ui::PaperField::Number)->text().isEmpty());
    QVERIFY(!page.fields().lineOf(ui::PaperField::Reason)->isVisible());
}

void TestPaperView::an_envelope_names_somebody() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    desk.window->openPaper();
    desk.settle();
    ui::PaperPage& page = *desk.window->paperPage();
    page.findChild<ui::OfficePicker*>()->setChosen({{{}, u"Tòa án Mẫu"_s}});
    page.findChildren<QCheckBox*>().last()->setChecked(true);
    const auto boxes = page.findChildren<QComboBox*>();
    const auto isOfPeople = [](const QComboBox* box) { return box->itemData(0).toString().contains(u'/'); };
    QComboBox* named = *std::ranges::find_if(boxes, isOfPeople);
    QVERIFY(named->isVisible() && named->count() > 1);
    named->setCurrentIndex(1);
    page.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts().value(0),
                              u"paper:Tòa án Mẫu:::none:for "_s + named->itemData(1).toString(), Patience);
    desk.settle();
    // Whom it names is offered the two ways that there are, and no others.
    Desk officer(app::Role::Officer);
    officer.office.addEnvelope();
    officer.open(Folder::ToHandle);
    officer.window->listPane().selectRow(1);
    officer.settle();
    QList<ui::Command> offered;
    for (const ui::ActionText& action : officer.window->documentPane().actions()) {
        offered << action.command;
    }
    QCOMPARE(offered, (QList<ui::Command>{ui::Command::Finish, ui::Command::GiveBackWork}));
}

void TestPaperView::only_the_clerk_is_offered_it() {
    for (const app::Role role : {app::Role::Officer, app::Role::Leader}) {
        Desk desk(role);
        desk.open(Folder::ToHandle);
        QVERIFY(!paperAction(desk));
        QVERIFY(!desk.button(ui::ListPane::tr("Enter a paper document")));
        desk.window->openPaper();
        QVERIFY(!desk.window->paperPage());
    }
    Desk clerk(app::Role::Clerk);
    clerk.open(Folder::ToAccept);
    auto* button = clerk.button(ui::ListPane::tr("Enter a paper document"));
    QVERIFY(button);
    button->click();
    clerk.settle();
    QVERIFY(clerk.window->paperPage()->isVisible());
    clerk.open(Folder::Issued);
    QVERIFY(!clerk.button(ui::ListPane::tr("Enter a paper document")));
}

void TestPaperView::it_is_never_called_valid() {
    const ui::Formatter formatter(app::Language::English);
    ui::DocumentCase known{.detail = {.summary = {.id = app::DocumentId::create()}}};
    app::DocumentSummary& summary = known.detail.summary;
    summary.incoming = true;
    summary.paper = true;
    summary.state = app::DocumentState::Registered;
    known.detail.paper = app::PaperEntry{.key = QByteArray(32, 'a')};
    for (const bool complete : {false, true}) {
        known.complete = complete;
        const ui::VerdictText verdict = ui::verdictOf(known, formatter);
        QCOMPARE(verdict.tone, ui::Tone::Neutral);
        QVERIFY(!verdict.canCheck && !verdict.canAsk);
    }
    QCOMPARE(ui::rowOf(summary, formatter, app::vietnamToday()).verdictTone, ui::Tone::Neutral);
}

QTEST_MAIN(TestPaperView)
#include "test_paper.moc"
