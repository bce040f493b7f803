// SPDX-License-Identifier: GPL-3.0-or-later
// What people say to each other about a document, in the window.
#include "tests/ui/sampledesk.h"
#include "ui/panels/commentpanel.h"
#include "ui/presentation/commentpresenter.h"
#include "ui/presentation/rowpresenter.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using tests::Desk;
using tests::Patience;

namespace {

QAction* commandOf(Desk& desk, const char* words) {
    for (QAction* action : desk.window->actions()) {
        if (action->text() == ui::MainWindow::tr(words)) {
            return action;
        }
    }
    return nullptr;
}

} // namespace

class TestConversationView : public QObject {
    Q_OBJECT

private slots:
    void what_was_said_stands_newest_last();
    void words_are_no_markup();
    void something_is_said_from_the_keyboard();
    void somebody_is_named_by_choosing();
    void files_go_with_it();
    void a_comment_that_names_somebody_is_seen_in_the_list();
    void what_is_not_registered_takes_none();
    void pictures_data();
    void pictures();
};

void TestConversationView::what_was_said_stands_newest_last() {
    Desk desk(app::Role::Officer);
    desk.office.addComments();
    desk.open(Folder::ToHandle);
    ui::DocumentPane& pane = desk.window->documentPane();
    pane.showDetails(ui::DetailTab::Comments);
    desk.settle();
    const QList<ui::DetailBlock> blocks =
        ui::blocksOf(*pane.shown(), ui::DetailTab::Comments, ui::Formatter(app::Language::Vietnamese));
    QCOMPARE(blocks.size(), 4); // three comments, and what can be said
    QCOMPARE(blocks.at(0).side, u"24/11/2026 08:15"_s);
    QCOMPARE(blocks.at(2).side, u"25/11/2026 00:05"_s); // the day in Vietnam
    QVERIFY(blocks.at(3).offersComment);
    QVERIFY(desk.says(u"Phòng thống nhất."_s));
    QVERIFY(desk.says(u"Lê Minh C"_s)); // by name, not by mailbox
    QVERIFY(desk.says(QCoreApplication::translate("ui::Comments", "waits for the server")));
}

void TestConversationView::files_go_with_it() {
    Desk desk(app::Role::Officer, app::Language::English);
    desk.office.addComments();
    desk.open(Folder::ToHandle);
    emit desk.window->documentPane().commandChosen(ui::Command::Comment);
    desk.settle();
    auto* panel = qobject_cast<ui::CommentPanel*>(desk.window->documentPane().panel());
    QVERIFY(panel);
    QVERIFY(desk.button(u"Add files…"_s));
    panel->findChild<QPlainTextEdit*>()->setPlainText(u"Xin gửi kèm"_s);
    QStringList many;
    for (int number = 0; number < 11; ++number) {
        many << u"/tệp %1.pdf"_s.arg(number);
    }
    panel->addFiles(many);
    QVERIFY(desk.says(u"At most 10 files."_s));
    panel->press();
    QVERIFY(desk.office.acts().isEmpty() || !desk.office.acts().last().startsWith("comment:"_L1));
    desk.button(u"Without files"_s)->click();
    panel->addFiles({u"/thư mục/bảng kê.xlsx"_s});
    QVERIFY(desk.says(u"bảng kê.xlsx"_s));
    panel->press();
    desk.settle();
    QCOMPARE(desk.office.acts().last(), u"comment:Xin gửi kèm + /thư mục/bảng kê.xlsx"_s);
    // Those that came with a comment are told below its words.
    desk.window->documentPane().showDetails(ui::DetailTab::Comments);
    QVERIFY(desk.button(u"Save: Biểu số liệu đối chiếu.xlsx"_s));
}

void TestConversationView::words_are_no_markup() {
    Desk desk(app::Role::Officer);
    desk.office.addComments();
    desk.open(Folder::ToHandle);
    desk.window->documentPane().showDetails(ui::DetailTab::Comments);
    desk.settle();
    for (const QLabel* label : desk.window->findChildren<QLabel*>()) {
        if (label->text().contains(u"<b>"_s)) {
            QCOMPARE(int(label->textFormat()), int(Qt::PlainText));
        }
    }
    QVERIFY(desk.says(u"<b>Chưa có</b> ý kiến"_s));
}

void TestConversationView::something_is_said_from_the_keyboard() {
    Desk desk(app::Role::Officer);
    desk.office.addComments();
    desk.open(Folder::ToHandle);
    QAction* say = commandOf(desk, "Comment on the document");
    QVERIFY(say && !say->shortcut().isEmpty());
    say->trigger();
    desk.settle();
    ui::DocumentPane& pane = desk.window->documentPane();
    auto* panel = qobject_cast<ui::CommentPanel*>(pane.panel());
    QVERIFY(panel);
    auto* text = panel->findChild<QPlainTextEdit*>();
    text->setPlainText(u" \u200B\n "_s); // nothing that can be seen
    panel->press();
    text->setPlainText(QString(4001, u'x'));
    panel->press();
    desk.settle();
    QVERIFY(desk.office.acts().isEmpty());
    text->setPlainText(u"Đồng ý\nvới dự thảo"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts(), QStringList{u"comment:Đồng ý\nvới dự thảo"_s}, Patience);
    desk.settle();
    QVERIFY(!pane.panel());
}

void TestConversationView::somebody_is_named_by_choosing() {
    Desk desk(app::Role::Officer);
    desk.office.addComments();
    desk.open(Folder::ToHandle);
    ui::DocumentPane& pane = desk.window->documentPane();
    emit pane.commandChosen(ui::Command::Comment);
    desk.settle();
    QVERIFY(pane.panel());
    auto* text = pane.panel()->findChild<QPlainTextEdit*>();
    auto* people = pane.panel()->findChild<QComboBox*>();
    QVERIFY(people && people->count() > 1);
    for (int index = 0; index < people->count(); ++index) {
        QVERIFY(people->itemData(index).toString() != desk.office.profile().person.login);
    }
    text->setPlainText(u"Nhờ"_s);
    text->moveCursor(QTextCursor::End);
    const QString login = people->itemData(1).toString();
    people->setCurrentIndex(1);
    emit people->activated(1);
    QCOMPARE(text->toPlainText(), u"Nhờ @%1 "_s.arg(login));
    desk.office.refuseWith = u"mention-unknown"_s;
    pane.panel()->press();
    desk.settle();
    QVERIFY(pane.panel()); // what went wrong is said where it is mended
    desk.office.refuseWith.clear();
    pane.panel()->press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts(), QStringList{u"comment:Nhờ @%1"_s.arg(login)}, Patience);
    desk.settle();
}

void TestConversationView::a_comment_that_names_somebody_is_seen_in_the_list() {
    app::DocumentSummary summary{.id = app::DocumentId::create(), .incoming = true};
    const ui::Formatter formatter(app::Language::English);
    const QDate today(2026, 11, 24);
    const ui::RowText calm = ui::rowOf(summary, formatter, today);
    QVERIFY(calm.tag.isEmpty() && !calm.unread);
    summary.mentioned = true;
    const ui::RowText named = ui::rowOf(summary, formatter, today);
    QVERIFY(named.unread && !named.tag.isEmpty() && named.spoken.contains(named.tag));
    summary.urgency = app::Urgency::Express;
    QVERIFY(ui::rowOf(summary, formatter, today).tag.contains(named.tag));

    Desk desk(app::Role::Officer);
    desk.office.addComments();
    desk.open(Folder::Drafts);
    auto* waiting = desk.button(ui::StatusLine::tr("%n document(s) with comments that name you", nullptr, 1));
    QVERIFY(waiting);
    waiting->click();
    desk.settle();
    QVERIFY(desk.window->documentPane().shown());
    QVERIFY(!desk.window->documentPane().shown()->detail.comments.isEmpty());
}

void TestConversationView::what_is_not_registered_takes_none() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    QAction* say = commandOf(desk, "Comment on the document");
    QVERIFY(say);
    say->trigger();
    desk.settle();
    QVERIFY(!desk.window->documentPane().panel());
}

void TestConversationView::pictures_data() {
    QTest::addColumn<bool>("english");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("open");
    for (const char* name : {"comments", "comment", "mention"}) {
        for (const bool english : {false, true}) {
            for (const bool dark : {false, true}) {
                QTest::addRow("%s-%s-%s", name, english ? "en" : "vi", dark ? "dark" : "light")
                    << english << dark << QString::fromLatin1(name);
            }
        }
    }
}

void TestConversationView::pictures() {
    QFETCH(bool, english);
    QFETCH(bool, dark);
    QFETCH(QString, open);
    const QString keep = qEnvironmentVariable("CONGVAN_PICTURES");
    if (keep.isEmpty() && dark == english) {
        return; // two of the four tell enough where nobody looks at the pictures
    }
    Desk desk(app::Role::Officer, english ? app::Language::English : app::Language::Vietnamese,
              dark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
    desk.office.addComments();
    desk.window->resize(1280, 800);
    desk.open(Folder::ToHandle);
    ui::DocumentPane& pane = desk.window->documentPane();
    if (open == "comments"_L1) {
        pane.showDetails(ui::DetailTab::Comments);
    } else if (open == "comment"_L1) {
        emit pane.commandChosen(ui::Command::Comment);
        desk.settle();
        pane.panel()->findChild<QPlainTextEdit*>()->setPlainText(u"Nhờ @truongphong cho ý kiến về mức chi."_s);
    }
    desk.settle();
    QCoreApplication::processEvents();
    const QImage picture = desk.window->grab().toImage();
    QVERIFY(!picture.isNull());
    if (!keep.isEmpty()) {
        QVERIFY(QDir().mkpath(keep));
        QVERIFY(picture.save(QDir(keep).filePath(QString::fromLatin1(QTest::currentDataTag()) + u".png"_s)));
    }
}

QTEST_MAIN(TestConversationView)
#include "test_conversation.moc"
