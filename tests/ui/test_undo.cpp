// SPDX-License-Identifier: GPL-3.0-or-later
// What was just done is undone in the window.
#include "tests/ui/sampledesk.h"
#include "ui/presentation/commentpresenter.h"
#include "ui/widgets/undobar.h"

#include <QAction>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using tests::Desk;
using tests::Patience;

namespace {

QAction* commandWith(Desk& desk, const QString& keys) {
    for (QAction* action : desk.window->actions()) {
        if (action->shortcut() == QKeySequence(keys)) {
            return action;
        }
    }
    return nullptr;
}

ui::UndoBar& barOf(Desk& desk) {
    return *desk.window->findChild<ui::UndoBar*>();
}

void finishFirst(Desk& desk) {
    emit desk.window->documentPane().commandChosen(ui::Command::Finish);
    desk.settle();
    desk.window->documentPane().panel()->press();
    desk.settle();
}

} // namespace

class TestUndoView : public QObject {
    Q_OBJECT

private slots:
    void what_was_done_is_undone_by_its_key();
    void what_stays_says_what_to_do_instead();
    void an_older_deed_is_offered_before_it_is_undone();
    void a_document_is_marked_as_unread();
    void a_withdrawn_comment_shows_no_words();
};

void TestUndoView::what_was_done_is_undone_by_its_key() {
    Desk desk(app::Role::Officer);
    desk.office.giveWork();
    desk.open(Folder::ToHandle);
    QVERIFY(!barOf(desk).isVisible());
    desk.office.undoable = {{.act = u"a1"_s, .kind = u"finished"_s, .way = app::UndoOffer::Way::Outbox}};
    finishFirst(desk);
    QTRY_VERIFY_WITH_TIMEOUT(barOf(desk).isVisible(), Patience);
    QCOMPARE(barOf(desk).words(), ui::ActionFlow::tr("Finished."));
    commandWith(desk, u"Ctrl+Z"_s)->trigger();
    desk.settle();
    QCOMPARE(desk.office.acts().last(), u"undo:a1"_s);
    QVERIFY(!barOf(desk).isVisible());
}

void TestUndoView::what_stays_says_what_to_do_instead() {
    Desk desk(app::Role::Officer);
    desk.office.giveWork();
    desk.open(Folder::ToHandle);
    desk.office.undoable = {{.act = u"a1"_s, .kind = u"finished"_s, .instead = u"undo-sender-knows"_s}};
    finishFirst(desk);
    QVERIFY(!barOf(desk).isVisible()); // nothing is offered that can't be kept
    const QStringList before = desk.office.acts();
    commandWith(desk, u"Ctrl+Z"_s)->trigger();
    desk.settle();
    QCOMPARE(desk.office.acts(), before);
    QVERIFY(desk.says(app::sentence(u"undo-sender-knows"_s, app::Language::Vietnamese)));
}

void TestUndoView::an_older_deed_is_offered_before_it_is_undone() {
    Desk desk(app::Role::Officer);
    desk.office.giveWork();
    desk.open(Folder::ToHandle);
    desk.office.undoable = {{.act = u"a2"_s,
                             .kind = u"commented"_s,
                             .at = QDateTime({2026, 11, 24}, {1, 15}, Qt::UTC),
                             .way = app::UndoOffer::Way::Counter}};
    commandWith(desk, u"Ctrl+Z"_s)->trigger();
    desk.settle();
    QVERIFY(barOf(desk).isVisible() && barOf(desk).words().contains(u"24/11/2026"_s));
    QVERIFY(desk.office.acts().isEmpty());
    commandWith(desk, u"Ctrl+Z"_s)->trigger();
    desk.settle();
    QCOMPARE(desk.office.acts(), QStringList{u"undo:a2"_s});
    // The bar is closed without undoing.
    commandWith(desk, u"Ctrl+Z"_s)->trigger();
    desk.settle();
    QVERIFY(barOf(desk).isVisible());
    emit barOf(desk).closed();
    QVERIFY(!barOf(desk).isVisible());
    QCOMPARE(desk.office.acts().size(), 1);
}

void TestUndoView::a_document_is_marked_as_unread() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    QVERIFY(desk.window->documentPane().shownId());
    commandWith(desk, u"Ctrl+U"_s)->trigger();
    desk.settle();
    QCOMPARE(desk.office.acts(), QStringList{u"unread"_s});
    QVERIFY(!desk.window->documentPane().shownId()); // or it would be read again
    QVERIFY(barOf(desk).isVisible());
    commandWith(desk, u"Ctrl+Z"_s)->trigger();
    desk.settle();
    QVERIFY(!barOf(desk).isVisible());
}

void TestUndoView::a_withdrawn_comment_shows_no_words() {
    Desk desk(app::Role::Officer);
    desk.office.addComments();
    desk.open(Folder::ToHandle);
    ui::DocumentCase known = *desk.window->documentPane().shown();
    known.detail.comments.first().withdrawn = QDateTime({2026, 11, 24}, {3, 0}, Qt::UTC);
    known.detail.comments.first().text.clear();
    const auto block = ui::conversation(known, ui::Formatter(app::Language::Vietnamese)).first();
    QVERIFY(block.lines.first().words.contains(u"24/11/2026 10:00"_s));
}

QTEST_MAIN(TestUndoView)
#include "test_undo.moc"
