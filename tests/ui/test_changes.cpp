// SPDX-License-Identifier: GPL-3.0-or-later
// What happens in the window after a document was sent: the answer to what its sender asks, and taking back.
#include "tests/ui/sampledesk.h"

#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using tests::Desk;
using tests::Patience;

class TestChangeFlow : public QObject {
    Q_OBJECT

private slots:
    void what_a_sender_asks_is_answered();
    void a_sent_document_is_taken_back_with_a_reason();
};

void TestChangeFlow::what_a_sender_asks_is_answered() {
    Desk desk(app::Role::Clerk);
    desk.office.addChanges();
    desk.open(Folder::ToAccept);
    ui::DocumentPane& pane = desk.window->documentPane();
    QCOMPARE(int(pane.actions().first().command), int(ui::Command::AgreeChange));
    for (const ui::ActionText& action : pane.actions()) {
        QVERIFY(action.command != ui::Command::Accept);
    }
    emit pane.commandChosen(ui::Command::RefuseChange);
    QVERIFY(pane.panel());
    pane.panel()->press();
    desk.settle();
    QVERIFY(desk.office.acts().isEmpty()); // the sender must learn why
    pane.panel()->findChild<QPlainTextEdit*>()->setPlainText(u"Đã giải quyết xong"_s);
    pane.panel()->press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts(), QStringList{u"refuse-change:Đã giải quyết xong"_s}, Patience);
    desk.settle();
    emit pane.commandChosen(ui::Command::AgreeChange);
    QVERIFY(pane.panel());
    pane.panel()->press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts().last(), u"agree"_s, Patience);
    desk.settle();
}

void TestChangeFlow::a_sent_document_is_taken_back_with_a_reason() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Issued);
    emit desk.window->documentPane().commandChosen(ui::Command::Recall);
    ui::ActionPanel* panel = desk.window->documentPane().panel();
    QVERIFY(panel);
    panel->press();
    desk.settle();
    QVERIFY(desk.office.acts().isEmpty());
    panel->findChild<QPlainTextEdit*>()->setPlainText(u"Sai căn cứ"_s);
    panel->press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts(), QStringList{u"recall:Sai căn cứ"_s}, Patience);
    desk.settle();
}

QTEST_MAIN(TestChangeFlow)
#include "test_changes.moc"
