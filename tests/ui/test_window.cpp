// SPDX-License-Identifier: GPL-3.0-or-later
// The window over an office in memory: every control has a name, the desk can be worked from the keyboard.
#include "tests/ui/sampledesk.h"
#include "ui/panels/pinpanel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using tests::Desk;
using tests::Patience;

namespace {

bool isControl(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QPlainTextEdit*>(widget) ||
           qobject_cast<const QAbstractItemView*>(widget) || qobject_cast<const QTabBar*>(widget) ||
           qobject_cast<const QAbstractSpinBox*>(widget);
}

/// Parts that Qt makes inside a control of ours and names itself.
bool isInner(const QWidget* widget) {
    for (const QWidget* above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (qobject_cast<const QComboBox*>(above) || qobject_cast<const QAbstractSpinBox*>(above) ||
            qobject_cast<const QTabBar*>(above) || above->inherits("QCalendarWidget")) {
            return true;
        }
        if (qobject_cast<const QLineEdit*>(above) || above->inherits("QHeaderView") ||
            qobject_cast<const QAbstractItemView*>(above)) {
            return true;
        }
    }
    return widget->inherits("QHeaderView");
}

QStringList unnamed(const QWidget& window) {
    QStringList faults;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (isControl(widget) && !isInner(widget) && widget->accessibleName().trimmed().isEmpty() &&
            widget->isVisibleTo(&window)) {
            faults << QString::fromLatin1(widget->metaObject()->className()) + u" in "_s +
                          QString::fromLatin1(widget->parentWidget()->metaObject()->className());
        }
    }
    return faults;
}

/// Letters of a button or a label on one line that do not fit its width.
QStringList clipped(const QWidget& window) {
    QStringList faults;
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        const int wanted = button->sizeHint().width();
        if (button->isVisibleTo(&window) && !button->text().isEmpty() && button->width() < wanted &&
            button->property("kind") != u"quiet"_s) {
            faults << u"%1 (%2 < %3)"_s.arg(button->text()).arg(button->width()).arg(wanted);
        }
    }
    return faults;
}

bool hasWords(const QWidget& widget, const QString& words) {
    bool has = false;
    for (const ui::TextLabel* label : widget.findChildren<ui::TextLabel*>()) {
        has = has || (label->isVisible() && label->text().contains(words));
    }
    return has;
}

} // namespace

class TestWindow : public QObject {
    Q_OBJECT

private slots:
    void every_control_has_a_name_data();
    void every_control_has_a_name();
    void a_thousand_documents_are_listed();
    void the_leader_signs_the_queue_from_the_keyboard();
    void a_wrong_pin_is_said_in_place_and_never_tried_again();
    void several_documents_are_signed_with_one_pin();
    void a_wrong_pin_signs_none_of_several();
    void cancelling_finishes_the_document_under_way();
    void one_of_several_is_chosen_again();
    void the_officer_initials_from_the_keyboard();
    void accepting_a_bad_document_needs_a_word();
    void refusing_needs_a_reason();
    void the_clerk_numbers_seals_and_sends();
    void an_error_is_a_sentence_with_its_code();
    void a_draft_says_what_is_missing();
    void the_list_folds();
    void the_palette_finds_without_diacritics();
};

void TestWindow::every_control_has_a_name_data() {
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("folder");
    for (const app::Role role : {app::Role::Officer, app::Role::Leader, app::Role::Clerk}) {
        for (const Folder folder : app::allFolders()) {
            QTest::addRow("%s %s", qPrintable(app::roleKey(role)), qPrintable(app::folderKey(folder)))
                << int(role) << int(folder);
        }
    }
}

void TestWindow::every_control_has_a_name() {
    QFETCH(int, role);
    QFETCH(int, folder);
    Desk desk{app::Role(role)};
    desk.open(Folder(folder));
    QVERIFY2(unnamed(*desk.window).isEmpty(), qPrintable(unnamed(*desk.window).join(u", "_s)));
    QVERIFY2(clipped(*desk.window).isEmpty(), qPrintable(clipped(*desk.window).join(u", "_s)));
    // And the panel of what can be done there.
    ui::DocumentPane& pane = desk.window->documentPane();
    if (!pane.actions().isEmpty()) {
        emit pane.commandChosen(pane.actions().first().command);
        desk.settle();
        QVERIFY2(unnamed(*desk.window).isEmpty(), qPrintable(unnamed(*desk.window).join(u", "_s)));
    }
}

void TestWindow::a_thousand_documents_are_listed() {
    Desk desk(app::Role::Clerk);
    desk.office.addMany(1000);
    desk.open(Folder::ToAccept);
    // Read in parts, as the keyboard goes down to the last one.
    QCOMPARE(desk.window->listPane().rows(), 100);
    QVERIFY(desk.says(u"1.007 văn bản"_s));
    auto* list = desk.window->listPane().findChild<QListView*>();
    for (int part = 0; part < 12 && desk.window->listPane().rows() < 1007; ++part) {
        QTest::keyClick(list, Qt::Key_End);
        desk.settle();
    }
    QCOMPARE(desk.window->listPane().rows(), 1007);
    desk.window->listPane().selectRow(1006);
    desk.settle();
    QVERIFY(desk.window->documentPane().shown());
    QVERIFY(desk.window->documentPane().shown()->detail.summary.subject.contains(u"999"_s));
}

void TestWindow::the_leader_signs_the_queue_from_the_keyboard() {
    Desk desk(app::Role::Leader);
    desk.open(Folder::ToSign);
    desk.window->activateWindow();
    desk.window->listPane().focusList();
    for (int documents = 3; documents > 0; --documents) {
        QCOMPARE(desk.window->listPane().rows(), documents);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        auto* pin = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(pin);
        QCOMPARE(pin->echoMode(), QLineEdit::Password);
        QTest::keyClicks(pin, u"123456"_s);
        QTest::keyClick(pin, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window->listPane().rows(), documents - 1, Patience);
        desk.settle();
    }
    QCOMPARE(desk.office.acts().count(u"sign"_s), 3);
}

void TestWindow::a_wrong_pin_is_said_in_place_and_never_tried_again() {
    Desk desk(app::Role::Leader);
    desk.open(Folder::ToSign);
    emit desk.window->documentPane().commandChosen(ui::Command::Sign);
    auto* panel = qobject_cast<ui::PinPanel*>(desk.window->documentPane().panel());
    QVERIFY(panel);
    auto* pin = panel->findChild<QLineEdit*>();
    QVERIFY(pin);
    QTest::keyClicks(pin, u"000000"_s);
    panel->press();
    desk.settle();
    QCOMPARE(desk.office.acts(), QStringList{u"wrong-pin"_s});
    QCOMPARE(desk.window->documentPane().panel(), panel);
    QVERIFY(pin->text().isEmpty());
    QVERIFY(pin->accessibleDescription().contains(u"pkcs12-wrong-pin"_s));
    // Pressing again without a PIN asks for one and touches no key.
    panel->press();
    desk.settle();
    QCOMPARE(desk.office.acts(), QStringList{u"wrong-pin"_s});
}

void TestWindow::several_documents_are_signed_with_one_pin() {
    Desk desk(app::Role::Leader);
    desk.open(Folder::ToSign);
    desk.window->activateWindow();
    desk.window->listPane().focusList();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
    desk.settle();
    ui::PilePane& pile = desk.window->pilePane();
    QVERIFY(pile.isVisible() && !desk.window->documentPane().isVisible());
    QVERIFY(hasWords(pile, u"content-script"_s)); // what is to be weighed is read before the PIN
    QVERIFY(desk.office.acts().isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    auto* pin = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(pin && pile.panel() && pile.panel()->isAncestorOf(pin));
    QVERIFY2(unnamed(*desk.window).isEmpty(), qPrintable(unnamed(*desk.window).join(u", "_s)));
    QVERIFY2(clipped(*desk.window).isEmpty(), qPrintable(clipped(*desk.window).join(u", "_s)));
    QTest::keyClicks(pin, u"123456"_s);
    QTest::keyClick(pin, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(pile.showsResults(), Patience);
    desk.settle();
    QCOMPARE(desk.office.acts().count(u"sign"_s), 3);
    QCOMPARE(desk.window->listPane().rows(), 0);
    QVERIFY(pile.isVisible()); // what became of each stays to be read
    QVERIFY(hasWords(pile, u"3/3"_s));
}

void TestWindow::a_wrong_pin_signs_none_of_several() {
    Desk desk(app::Role::Leader);
    desk.open(Folder::ToSign);
    desk.window->activateWindow();
    desk.window->listPane().focusList();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down, Qt::ShiftModifier);
    desk.settle();
    ui::PilePane& pile = desk.window->pilePane();
    pile.press();
    QVERIFY(pile.isVisible() && pile.panel());
    auto* pin = pile.panel()->findChild<QLineEdit*>();
    QTest::keyClicks(pin, u"000000"_s);
    pile.press();
    desk.settle();
    QCOMPARE(desk.office.acts(), QStringList{u"wrong-pin"_s});
    QVERIFY(pile.panel() && pin->text().isEmpty() && !pile.showsResults());
    QVERIFY(pin->accessibleDescription().contains(u"pkcs12-wrong-pin"_s));
    pile.press(); // without a PIN no key is touched
    desk.settle();
    QCOMPARE(desk.office.acts().size(), 1);
    QTest::keyClicks(pin, u"123456"_s);
    pile.press();
    QTRY_VERIFY_WITH_TIMEOUT(pile.showsResults(), Patience);
    desk.settle();
    QCOMPARE(desk.window->listPane().rows(), 1);
    QVERIFY(pile.isVisible() && desk.window->listPane().chosen().isEmpty());
    auto* view = desk.window->listPane().findChild<QAbstractItemView*>();
    QVERIFY(view->visualRect(view->model()->index(0, 0)).height() > 40); // what is left is seen
}

void TestWindow::cancelling_finishes_the_document_under_way() {
    Desk desk(app::Role::Leader);
    QSemaphore reached;
    QSemaphore goesOn;
    desk.office.whileSigning = [&](qsizetype index) {
        if (index == 1) {
            reached.release();
            goesOn.acquire();
        }
    };
    desk.open(Folder::ToSign);
    desk.window->activateWindow();
    desk.window->listPane().focusList();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
    desk.settle();
    ui::PilePane& pile = desk.window->pilePane();
    pile.press();
    QVERIFY(pile.panel());
    QTest::keyClicks(pile.panel()->findChild<QLineEdit*>(), u"123456"_s);
    pile.press();
    QVERIFY(reached.tryAcquire(1, Patience));
    QAbstractButton* cancel = nullptr;
    for (ui::WorkCard* card : desk.window->findChildren<ui::WorkCard*>()) {
        for (QAbstractButton* button : card->findChildren<QAbstractButton*>()) {
            cancel = button->isVisible() ? button : cancel;
        }
    }
    if (!cancel) {
        goesOn.release(8);
    }
    QVERIFY(cancel);
    cancel->click();
    goesOn.release(8);
    QTRY_VERIFY_WITH_TIMEOUT(pile.showsResults(), Patience);
    desk.settle();
    QCOMPARE(desk.office.acts().count(u"sign"_s), 2);
    QCOMPARE(desk.window->listPane().rows(), 1);
    QVERIFY(hasWords(pile, u"2/3"_s));
}

void TestWindow::one_of_several_is_chosen_again() {
    Desk desk(app::Role::Leader);
    desk.open(Folder::ToSign);
    desk.window->activateWindow();
    desk.window->listPane().focusList();
    QWidget* list = QApplication::focusWidget();
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    desk.settle();
    QCOMPARE(desk.window->listPane().chosen().size(), 2);
    QTest::keyClick(list, Qt::Key_Down);
    desk.settle();
    QVERIFY(desk.window->documentPane().isVisible() && !desk.window->pilePane().isVisible());
    QCOMPARE(desk.window->documentPane().shownId(), std::optional(desk.window->listPane().chosen().first().id));
    // Who may not sign chooses one at a time.
    desk.window->openFolder(Folder::ToHandle);
    desk.settle();
    QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
    desk.settle();
    QVERIFY(!desk.window->pilePane().isVisible());
}

void TestWindow::the_officer_initials_from_the_keyboard() {
    Desk desk(app::Role::Officer);
    desk.office.addToInitial();
    desk.open(Folder::ToSign);
    desk.window->listPane().selectRow(desk.window->listPane().rows() - 1);
    desk.settle();
    QCOMPARE(int(desk.window->documentPane().actions().first().command), int(ui::Command::Initial));
    desk.window->activateWindow();
    desk.window->listPane().focusList();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    auto* pin = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(pin && pin->echoMode() == QLineEdit::Password);
    QTest::keyClicks(pin, u"123456"_s);
    QTest::keyClick(pin, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts(), QStringList{u"initial"_s}, Patience);
    desk.settle();
    // The leader has it now; nothing is left to do here.
    for (const ui::ActionText& action : desk.window->documentPane().actions()) {
        QVERIFY(action.command != ui::Command::Initial && action.command != ui::Command::Sign);
    }
}

void TestWindow::accepting_a_bad_document_needs_a_word() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    desk.window->listPane().selectRow(3);
    desk.settle();
    emit desk.window->documentPane().commandChosen(ui::Command::Accept);
    auto* box = desk.window->documentPane().panel()->findChild<QAbstractButton*>({}, Qt::FindChildrenRecursively);
    for (auto* candidate : desk.window->documentPane().panel()->findChildren<QAbstractButton*>()) {
        if (candidate->isCheckable()) {
            box = candidate;
        }
    }
    QVERIFY(box && box->isCheckable());
    QVERIFY(!box->isChecked());
    box->click();
    desk.window->documentPane().panel()->press();
    desk.settle();
    QCOMPARE(desk.office.acts(), QStringList{u"accept:anyway"_s});
}

void TestWindow::refusing_needs_a_reason() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    emit desk.window->documentPane().commandChosen(ui::Command::Refuse);
    ui::ActionPanel* panel = desk.window->documentPane().panel();
    QVERIFY(panel);
    panel->press();
    desk.settle();
    QVERIFY(desk.office.acts().isEmpty());
    panel->findChild<QPlainTextEdit*>()->setPlainText(u"Gửi nhầm nơi nhận"_s);
    panel->press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts(), QStringList{u"refuse:Gửi nhầm nơi nhận"_s}, Patience);
    desk.settle();
}

void TestWindow::the_clerk_numbers_seals_and_sends() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToIssue);
    const auto act = [&](int row, ui::Command command) {
        desk.window->listPane().selectRow(row);
        desk.settle();
        QVERIFY(!desk.window->documentPane().actions().isEmpty());
        QCOMPARE(int(desk.window->documentPane().actions().first().command), int(command));
        emit desk.window->documentPane().commandChosen(command);
        desk.settle();
        QVERIFY(desk.window->documentPane().panel());
        if (auto* pin = qobject_cast<ui::PinPanel*>(desk.window->documentPane().panel())) {
            pin->findChild<QLineEdit*>()->setText(u"123456"_s);
        }
        desk.window->documentPane().panel()->press();
        desk.settle();
    };
    act(0, ui::Command::Number);
    act(1, ui::Command::Seal);
    act(2, ui::Command::Send);
    QCOMPARE(desk.office.acts(), (QStringList{u"number"_s, u"seal"_s, u"send:2"_s}));
}

void TestWindow::an_error_is_a_sentence_with_its_code() {
    Desk desk(app::Role::Clerk);
    desk.office.refuseWith = u"number-needs-server"_s;
    desk.open(Folder::ToIssue);
    emit desk.window->documentPane().commandChosen(ui::Command::Number);
    desk.window->documentPane().panel()->press();
    desk.settle();
    ui::ActionPanel* panel = desk.window->documentPane().panel();
    QVERIFY(panel); // stays, to be tried again by the person
    const QString sentence = app::sentence(u"number-needs-server"_s, app::Language::Vietnamese);
    bool said = false;
    for (const ui::TextLabel* label : panel->findChildren<ui::TextLabel*>()) {
        said = said || (label->text().contains(sentence) && label->text().contains(u"number-needs-server"_s));
    }
    QVERIFY(said);
}

void TestWindow::a_draft_says_what_is_missing() {
    Desk desk(app::Role::Officer);
    desk.open(Folder::Drafts);
    desk.window->newDraft(app::DocumentKind::CongVan);
    desk.settle();
    auto* page = desk.window->findChild<ui::DraftPage*>();
    QVERIFY(page);
    page->submit();
    desk.settle();
    QVERIFY(desk.office.acts().isEmpty());
    int errors = 0;
    for (const ui::LabelledField* field : page->findChildren<ui::LabelledField*>()) {
        errors += field->hasError() ? 1 : 0;
    }
    QCOMPARE(errors, 3); // subject, addressees, text
    QVERIFY2(unnamed(*desk.window).isEmpty(), qPrintable(unnamed(*desk.window).join(u", "_s)));
}

void TestWindow::the_list_folds() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    QVERIFY(desk.window->listPane().isVisible() && desk.window->documentPane().isVisible());
    desk.window->resize(1000, 700);
    QVERIFY(desk.window->listPane().isVisible());
    QVERIFY(!desk.window->documentPane().isVisible());
    emit desk.window->listPane().opened();
    QVERIFY(!desk.window->listPane().isVisible());
    QVERIFY(desk.window->documentPane().isVisible());
    // One pane: from the document back to the list, from there to the folders.
    desk.window->resize(700, 600);
    auto* top = desk.window->findChild<ui::TopBar*>();
    auto* sidebar = desk.window->findChild<ui::Sidebar*>();
    QVERIFY(desk.window->documentPane().isVisible() && !sidebar->isVisible());
    emit top->back();
    QVERIFY(desk.window->listPane().isVisible() && !sidebar->isVisible());
    emit top->back();
    QVERIFY(sidebar->isVisible() && !desk.window->listPane().isVisible());
    desk.window->openFolder(Folder::ToIssue);
    desk.settle();
    QVERIFY(desk.window->listPane().isVisible() && !sidebar->isVisible());
    desk.window->resize(1280, 800);
    QVERIFY(desk.window->listPane().isVisible() && desk.window->documentPane().isVisible() && sidebar->isVisible());
}

void TestWindow::the_palette_finds_without_diacritics() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::ToAccept);
    desk.window->activateWindow();
    desk.window->listPane().focusList();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
    auto* input = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(input);
    QTest::keyClicks(input, u"den: cho phat hanh"_s);
    QTest::keyClick(input, Qt::Key_Return);
    desk.settle();
    QCOMPARE(desk.window->listPane().rows(), 3);
}

QTEST_MAIN(TestWindow)
#include "test_window.moc"
