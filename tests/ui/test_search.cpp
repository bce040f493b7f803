// SPDX-License-Identifier: GPL-3.0-or-later
// Long lists, their order, and the one search: words, filter, what is kept.
#include "tests/ui/sampledesk.h"
#include "ui/presentation/noticewords.h"
#include "ui/presentation/searchchoices.h"
#include "ui/widgets/searchfilter.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using tests::Desk;

class TestSearchWindow : public QObject {
    Q_OBJECT

private slots:
    void a_long_list_is_read_as_it_is_scrolled();
    void the_order_of_a_list_is_chosen();
    void words_and_filter_find_together();
    void a_search_is_kept_and_taken_out();
    void a_kept_search_has_its_order_and_its_chip();
    void sender_and_book_are_chosen_by_typing();
    void the_filter_folds_to_a_line();
    void the_filter_is_reached_from_the_keyboard();
    void a_search_ends_where_it_began();
    void a_document_beyond_what_was_read_is_opened();
    void signs_alone_find_nothing();
    void what_arrives_and_what_is_due_is_told();
    void periods_are_those_of_the_calendar();
};

namespace {

QListView* listOf(Desk& desk) {
    return desk.window->listPane().findChild<QListView*>();
}

void typeSearch(Desk& desk, const QString& words) {
    auto* box = desk.window->findChild<ui::TopBar*>()->findChild<QLineEdit*>();
    box->setText(words);
    QTest::keyClick(box, Qt::Key_Return);
    desk.settle();
}

/// Chooses an item as a person does, so that it is told.
void choose(QComboBox& box, const QString& words) {
    const int index = box.findText(words);
    QVERIFY2(index >= 0, qPrintable(words));
    box.setCurrentIndex(index);
    emit box.activated(index);
}

QComboBox* comboOf(ui::SearchFilter& filter, const QString& name) {
    for (QComboBox* box : filter.findChildren<QComboBox*>()) {
        if (box->accessibleName() == name) {
            return box;
        }
    }
    return nullptr;
}

QString wordsOf(const char* source) {
    return ui::SearchFilter::tr(source);
}

} // namespace

void TestSearchWindow::a_long_list_is_read_as_it_is_scrolled() {
    Desk desk(app::Role::Clerk);
    desk.office.addReports(250);
    desk.open(Folder::ToAccept);
    QListView* list = listOf(desk);
    QCOMPARE(list->model()->rowCount(), 100);
    for (int part = 0; part < 3; ++part) {
        list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum());
        desk.settle();
    }
    QCOMPARE(list->model()->rowCount(), 257);
    // What was read stays when the list is read anew, and so does what the reader looks at.
    const int where = list->verticalScrollBar()->value();
    QVERIFY(where > 0);
    desk.window->startSync();
    desk.settle();
    QCOMPARE(list->model()->rowCount(), 257);
    QCOMPARE(list->verticalScrollBar()->value(), where);
}

void TestSearchWindow::the_order_of_a_list_is_chosen() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    const auto first = desk.window->listPane().narrowed({}).order;
    QCOMPARE(first, app::ListOrder::Time);
    QMenu* menu = nullptr;
    for (QPushButton* button : desk.window->listPane().findChildren<QPushButton*>()) {
        menu = button->menu() ? button->menu() : menu;
    }
    QVERIFY(menu);
    for (QAction* action : menu->actions()) {
        if (action->text() == ui::orderWords(app::ListOrder::Counterpart)) {
            action->trigger();
        }
    }
    desk.settle();
    QCOMPARE(desk.window->listPane().narrowed({}).order, app::ListOrder::Counterpart);
    const QString top = listOf(desk)->model()->index(0, 0).data(Qt::DisplayRole).toString();
    QCOMPARE(top, u"Bộ Nội vụ"_s);
}

void TestSearchWindow::words_and_filter_find_together() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    typeSearch(desk, u"quyet dinh"_s);
    ui::SearchFilter& filter = desk.window->listPane().filter();
    QVERIFY(filter.isVisible());
    const int all = listOf(desk)->model()->rowCount();
    QVERIFY(all >= 3);
    choose(*comboOf(filter, wordsOf("State")), ui::stateWords(app::DocumentState::Sealed));
    desk.settle();
    QCOMPARE(listOf(desk)->model()->rowCount(), 1);
    choose(*comboOf(filter, wordsOf("Incoming or outgoing")), wordsOf("Incoming only"));
    desk.settle();
    QCOMPARE(listOf(desk)->model()->rowCount(), 0);
    // Other words, the same filter.
    typeSearch(desk, u"khen"_s);
    QCOMPARE(filter.query().state, std::optional(app::DocumentState::Sealed));
    QCOMPARE(listOf(desk)->model()->rowCount(), 0);
    choose(*comboOf(filter, wordsOf("Incoming or outgoing")), wordsOf("Any direction"));
    desk.settle();
    QCOMPARE(listOf(desk)->model()->rowCount(), 1);
}

void TestSearchWindow::a_search_is_kept_and_taken_out() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    typeSearch(desk, u"so y te"_s);
    ui::SearchFilter& filter = desk.window->listPane().filter();
    filter.findChild<QCheckBox*>()->setChecked(true);
    desk.settle();
    auto* name = filter.findChildren<QLineEdit*>().last();
    name->setText(u"Y tế chưa trả lời"_s);
    QTest::keyClick(name, Qt::Key_Return);
    desk.settle();
    QCOMPARE(desk.office.savedSearches()->size(), 1);
    QCOMPARE(desk.office.savedSearches()->first().query.words, u"so y te"_s);
    desk.window->openFolder(Folder::ToAccept);
    desk.settle();
    QVERIFY(!filter.isVisible());
    for (QAction* action : desk.window->actions()) {
        if (action->shortcut() == QKeySequence(u"Ctrl+Shift+F"_s)) {
            action->trigger();
        }
    }
    desk.settle();
    choose(*comboOf(filter, wordsOf("Kept searches")), u"Y tế chưa trả lời"_s);
    desk.settle();
    QCOMPARE(desk.window->findChild<ui::TopBar*>()->searchText(), u"so y te"_s);
    QVERIFY(filter.findChild<QCheckBox*>()->isChecked());
    for (QPushButton* button : filter.findChildren<QPushButton*>()) {
        if (button->text() == wordsOf("Take out")) {
            QVERIFY(button->isVisible());
            button->click();
        }
    }
    desk.settle();
    QVERIFY(desk.office.savedSearches()->isEmpty());
}

void TestSearchWindow::a_kept_search_has_its_order_and_its_chip() {
    Desk desk(app::Role::Clerk);
    const app::DocumentQuery asked{
        .words = u"so"_s, .incoming = true, .urgent = true, .order = app::ListOrder::Counterpart};
    QVERIFY(desk.office.keepSearch({.name = u"Khẩn"_s, .query = asked}));
    desk.open(Folder::ToAccept);
    typeSearch(desk, u"so"_s);
    ui::ListPane& list = desk.window->listPane();
    const app::DocumentQuery plain = list.narrowed({});
    QVERIFY(!plain.urgent && plain.order == app::ListOrder::Time);
    choose(*comboOf(list.filter(), wordsOf("Kept searches")), u"Khẩn"_s);
    desk.settle();
    QVERIFY(list.narrowed({}).urgent);
    QCOMPARE(list.narrowed({}).order, app::ListOrder::Counterpart);
    QCOMPARE(comboOf(list.filter(), wordsOf("Kept searches"))->currentText(), u"Khẩn"_s);
    const auto rows = desk.office.page(asked, 0, {})->rows;
    QVERIFY(!rows.isEmpty());
    QCOMPARE(listOf(desk)->model()->rowCount(), int(rows.size()));
    // Kept again under another name it is the same search.
    auto* name = list.filter().findChildren<QLineEdit*>().last();
    name->setText(u"Lần nữa"_s);
    QTest::keyClick(name, Qt::Key_Return);
    desk.settle();
    QCOMPARE(desk.office.savedSearches()->last().query, asked);
}

void TestSearchWindow::sender_and_book_are_chosen_by_typing() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    QTest::keySequence(desk.window.get(), QKeySequence(u"Ctrl+Shift+F"_s));
    desk.settle();
    ui::SearchFilter& filter = desk.window->listPane().filter();
    QComboBox* senders = comboOf(filter, wordsOf("Sender"));
    QVERIFY(senders->isEditable() && senders->count() > 2);
    const QString office = senders->itemText(2);
    senders->lineEdit()->setFocus();
    senders->lineEdit()->setText(office);
    QTest::keyClick(senders->lineEdit(), Qt::Key_Tab);
    desk.settle();
    QCOMPARE(filter.query().sender.text(), senders->itemData(2).toString());
    for (int row = 0; row < listOf(desk)->model()->rowCount(); ++row) {
        QCOMPARE(listOf(desk)->model()->index(row, 0).data(Qt::DisplayRole).toString(), office);
    }
    // What names no office chooses none, and does not stay there as if it did.
    senders->lineEdit()->setText(u"Không có sở này"_s);
    senders->lineEdit()->setFocus();
    QTest::keyClick(senders->lineEdit(), Qt::Key_Tab);
    desk.settle();
    QCOMPARE(senders->currentText(), office);
    choose(*senders, wordsOf("Any office"));
    QComboBox* books = comboOf(filter, wordsOf("Book"));
    QCOMPARE(books->count(), 4);
    books->setCurrentIndex(1);
    emit books->activated(1);
    desk.settle();
    QCOMPARE(filter.query().book, u"2026-incoming"_s);
    QCOMPARE(filter.query().sender, app::OrganId());
}

void TestSearchWindow::the_filter_folds_to_a_line() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    typeSearch(desk, u"quyet dinh"_s);
    ui::SearchFilter& filter = desk.window->listPane().filter();
    QVERIFY(!comboOf(filter, wordsOf("State"))->isVisible());
    QVERIFY(comboOf(filter, wordsOf("Kept searches"))->isVisible());
    QPushButton* fold = nullptr;
    for (QPushButton* button : filter.findChildren<QPushButton*>()) {
        fold = button->isCheckable() ? button : fold;
    }
    QVERIFY(fold);
    fold->click();
    QVERIFY(comboOf(filter, wordsOf("State"))->isVisible());
    choose(*comboOf(filter, wordsOf("State")), ui::stateWords(app::DocumentState::Sealed));
    desk.settle();
    fold->click();
    QVERIFY(!comboOf(filter, wordsOf("State"))->isVisible());
    QVERIFY2(fold->accessibleName().contains(u'1'), qPrintable(fold->accessibleName())); // it narrows still
    QCOMPARE(listOf(desk)->model()->rowCount(), 1);
}

void TestSearchWindow::the_filter_is_reached_from_the_keyboard() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    QTest::keySequence(desk.window.get(), QKeySequence(u"Ctrl+Shift+F"_s));
    desk.settle();
    ui::SearchFilter& filter = desk.window->listPane().filter();
    QVERIFY(filter.isVisible());
    QVERIFY(comboOf(filter, wordsOf("Incoming or outgoing"))->hasFocus());
    QCOMPARE(listOf(desk)->model()->rowCount(), 0); // nothing is asked for yet
    QWidget* at = QApplication::focusWidget();
    QSet<QWidget*> reached;
    for (int step = 0; step < 40 && at; ++step) {
        reached << at;
        QTest::keyClick(at, Qt::Key_Tab);
        at = QApplication::focusWidget();
    }
    for (const char* control : {"Time", "Kind", "State", "Book", "Person"}) {
        QVERIFY2(reached.contains(comboOf(filter, wordsOf(control))), control);
    }
    QVERIFY(reached.contains(filter.findChild<QCheckBox*>()));
}

void TestSearchWindow::a_search_ends_where_it_began() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToHandle);
    typeSearch(desk, u"khong co tu nay"_s);
    QCOMPARE(listOf(desk)->model()->rowCount(), 0);
    typeSearch(desk, {});
    QCOMPARE(listOf(desk)->model()->rowCount(), 1);
    QVERIFY(!desk.window->listPane().filter().isVisible());
}

void TestSearchWindow::a_document_beyond_what_was_read_is_opened() {
    Desk desk(app::Role::Clerk);
    desk.office.addReports(250);
    desk.open(Folder::ToHandle);
    const app::DocumentId last = desk.office.page({.folder = Folder::ToAccept}, 0, {})->rows.last().id;
    desk.window->openDocument(last);
    desk.settle();
    QCOMPARE(desk.window->documentPane().shownId(), std::optional(last));
    QCOMPARE(listOf(desk)->model()->rowCount(), 100);
}

void TestSearchWindow::signs_alone_find_nothing() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    QTest::keySequence(desk.window.get(), QKeySequence(u"Ctrl+Shift+F"_s));
    desk.settle();
    desk.window->startSync(); // reads the lists anew: a search for nothing stays empty
    desk.settle();
    QCOMPARE(listOf(desk)->model()->rowCount(), 0);
}

void TestSearchWindow::what_arrives_and_what_is_due_is_told() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    QSignalSpy arrived(desk.window.get(), &ui::MainWindow::arrived);
    QSignalSpy began(desk.window.get(), &ui::MainWindow::dayBegan);
    app::Digest digest{.day = QDate(2026, 11, 26), .mentions = 1};
    digest.overdue = desk.office.page({.folder = Folder::ToHandle}, 0, {})->rows;
    desk.office.digest = digest;
    desk.window->startSync();
    desk.settle();
    QCOMPARE(arrived.size(), 0);
    QCOMPARE(began.size(), 1);
    QCOMPARE(began.first().first().toString(), ui::digestWords(digest, ui::Formatter(app::Language::Vietnamese)));
    QVERIFY(began.first().first().toString().contains(u'1'));
    desk.office.addUnread();
    desk.window->startSync();
    desk.settle();
    QCOMPARE(arrived.size(), 1);
    QCOMPARE(arrived.first().first().toInt(), 1);
    QCOMPARE(began.size(), 1); // once a day
    QVERIFY(ui::digestWords({}, ui::Formatter(app::Language::Vietnamese)).isEmpty());
}

void TestSearchWindow::periods_are_those_of_the_calendar() {
    const QDate today(2026, 11, 26); // a Thursday
    using ui::TimeSpan;
    QCOMPARE(ui::daysOf(TimeSpan::ThisWeek, today), (app::Period{QDate(2026, 11, 23), QDate(2026, 11, 29)}));
    QCOMPARE(ui::daysOf(TimeSpan::ThisMonth, today), (app::Period{QDate(2026, 11, 1), QDate(2026, 11, 30)}));
    QCOMPARE(ui::daysOf(TimeSpan::ThisQuarter, today), (app::Period{QDate(2026, 10, 1), QDate(2026, 12, 31)}));
    QCOMPARE(ui::daysOf(TimeSpan::ThisMonth, QDate(2028, 2, 3)), (app::Period{QDate(2028, 2, 1), QDate(2028, 2, 29)}));
    QCOMPARE(ui::daysOf(TimeSpan::LastYear, today), (app::Period{QDate(2025, 1, 1), QDate(2025, 12, 31)}));
    QCOMPARE(ui::timeSpanOf({QDate(2026, 1, 1), QDate(2026, 12, 31)}, today), TimeSpan::ThisYear);
    QCOMPARE(ui::timeSpanOf({QDate(2026, 1, 1), {}}, today), TimeSpan::Own);
    QCOMPARE(ui::timeSpanOf({}, today), TimeSpan::Any);
}

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    TestSearchWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_search.moc"
