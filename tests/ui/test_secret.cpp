// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sampledesk.h"
#include "ui/pages/secretpage.h"
#include "ui/panels/secretentrypanel.h"
#include "ui/panels/secretpassphrasepanel.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using app::Role;
using tests::Desk;
using tests::Patience;

namespace {

void openSecret(Desk& desk, const QString& passphrase) {
    desk.open(Folder::Books);
    desk.window->openSecret();
    desk.settle();
    desk.window->secretPage()->findChild<QLineEdit*>()->setText(passphrase);
    desk.window->secretPage()->press();
    desk.settle();
}

QTableView* tableOf(Desk& desk) {
    return desk.window->secretPage()->findChild<QTableView*>();
}

bool isSaid(Desk& desk, const QString& words) {
    const auto labels = desk.window->secretPage()->findChildren<ui::TextLabel*>();
    return std::ranges::any_of(
        labels, [&](const ui::TextLabel* label) { return label->isVisible() && label->text().contains(words); });
}

} // namespace

/// The secret books in the window, and what a clerk does with the ordinary ones.
class TestSecret : public QObject {
    Q_OBJECT

private slots:
    void itIsLockedFirst();
    void itLocksWhenItIsLeft();
    void itLocksWhenTheWindowIsMinimised();
    void aLineIsEnteredFromTheKeyboard();
    void whoLooksIsWrittenDown();
    void aLineIsCorrectedAndMadeVoid();
    void theBooksAreChecked();
    void thePassphraseIsChanged();
    void othersHaveNoSecretBooks();
    void aNumberIsMadeVoid();
    void aBookIsClosed();
};

void TestSecret::itIsLockedFirst() {
    Desk desk(Role::Clerk);
    openSecret(desk, u"không phải mật khẩu"_s);
    QVERIFY(!desk.window->secretPage()->isOpen());
    QVERIFY(isSaid(desk, u"sealed-passphrase-wrong"_s));
    QVERIFY(desk.window->secretPage()->findChild<QLineEdit*>()->text().isEmpty());
    QCOMPARE(tableOf(desk)->model()->rowCount(), 0);
    openSecret(desk, desk.office.secretBooks.passphrase);
    QVERIFY(desk.window->secretPage()->isOpen());
    QCOMPARE(tableOf(desk)->model()->rowCount(), 12);
}

void TestSecret::itLocksWhenItIsLeft() {
    Desk desk(Role::Clerk);
    openSecret(desk, desk.office.secretBooks.passphrase);
    tableOf(desk)->selectRow(0);
    desk.settle();
    desk.window->openFolder(Folder::ToAccept);
    desk.settle();
    QVERIFY(!desk.window->secretPage()->isOpen());
    QVERIFY(!desk.office.secretBooks.isOpen());
    // Nothing of it is left in the widgets.
    QCOMPARE(tableOf(desk)->model()->rowCount(), 0);
    for (const ui::TextLabel* label : desk.window->secretPage()->findChildren<ui::TextLabel*>()) {
        QVERIFY(!label->text().contains(u"an ninh"_s));
    }
}

void TestSecret::itLocksWhenTheWindowIsMinimised() {
    Desk desk(Role::Clerk);
    openSecret(desk, desk.office.secretBooks.passphrase);
    desk.window->showMinimized();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.window->secretPage()->isOpen(), Patience);
    desk.settle();
    QVERIFY(!desk.office.secretBooks.isOpen());
}

void TestSecret::aLineIsEnteredFromTheKeyboard() {
    Desk desk(Role::Clerk);
    openSecret(desk, desk.office.secretBooks.passphrase);
    desk.window->secretPage()->askEntry();
    desk.settle();
    ui::ActionPanel* panel = desk.window->secretPage()->panel();
    QVERIFY(panel);
    panel->press();
    QVERIFY(isSaid(desk, ui::SecretEntryPanel::tr("Write the other office.")));
    const auto type = [&](const QString& name, const QString& words) {
        for (auto* line : panel->findChildren<QLineEdit*>()) {
            if (line->accessibleName() == name) {
                line->setFocus();
                QTest::keyClicks(line, words);
                return true;
            }
        }
        return false;
    };
    QVERIFY(type(u"Nơi gửi"_s, u"Ban Co yeu tinh Mau"_s));
    QVERIFY(type(u"Trích yếu"_s, u"Giao nhan khoa ma"_s));
    QTest::keyClick(panel->findChildren<QLineEdit*>().last(), Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    QVERIFY(!desk.window->secretPage()->panel());
    QCOMPARE(tableOf(desk)->model()->rowCount(), 13);
    QVERIFY(desk.office.secretBooks.deeds().last().startsWith(u"entered incoming/"_s));
}

void TestSecret::whoLooksIsWrittenDown() {
    Desk desk(Role::Clerk);
    openSecret(desk, desk.office.secretBooks.passphrase);
    const qsizetype before = desk.office.secretBooks.deeds().size();
    tableOf(desk)->selectRow(2);
    desk.settle();
    QCOMPARE(desk.office.secretBooks.deeds().size(), before + 1);
    QVERIFY(desk.office.secretBooks.deeds().last().startsWith(u"viewed incoming/"_s));
    QVERIFY(isSaid(desk, u"Giám đốc Trần Thị Mẫu"_s));
}

void TestSecret::aLineIsCorrectedAndMadeVoid() {
    Desk desk(Role::Clerk);
    openSecret(desk, desk.office.secretBooks.passphrase);
    tableOf(desk)->selectRow(2);
    desk.settle();
    desk.window->secretPage()->askVoid();
    desk.window->secretPage()->panel()->findChild<QPlainTextEdit*>()->setPlainText(u"Vào sổ nhầm"_s);
    desk.window->secretPage()->press();
    desk.settle();
    QVERIFY(desk.office.secretBooks.deeds().last().startsWith(u"voided incoming/"_s));
    QVERIFY(tableOf(desk)->model()->index(2, 5).data().toString().contains(u"Vào sổ nhầm"_s));
    tableOf(desk)->selectRow(3);
    desk.settle();
    desk.window->secretPage()->askCorrection();
    desk.window->secretPage()->press();
    QVERIFY(isSaid(desk, ui::SecretEntryPanel::tr("Write why it is corrected.")));
}

void TestSecret::theBooksAreChecked() {
    Desk desk(Role::Clerk);
    openSecret(desk, desk.office.secretBooks.passphrase);
    const QSignalSpy said(desk.window->secretPage(), &ui::SecretPage::done);
    desk.window->secretPage()->verify();
    desk.settle();
    QCOMPARE(said.size(), 1);
    QVERIFY(said.last().first().toString().contains(u"14"_s)); // created, twelve entered, one void
    desk.office.secretBooks.findings = {{u"secret-scan-missing"_s, u"incoming/2026/7"_s}};
    desk.window->secretPage()->verify();
    desk.settle();
    QCOMPARE(said.size(), 1);
    QVERIFY(isSaid(desk, u"incoming/2026/7"_s) && isSaid(desk, u"secret-scan-missing"_s));
}

void TestSecret::thePassphraseIsChanged() {
    Desk desk(Role::Clerk);
    openSecret(desk, desk.office.secretBooks.passphrase);
    const auto type = [&](const QStringList& words) {
        const auto lines = desk.window->secretPage()->panel()->findChildren<QLineEdit*>();
        QCOMPARE(lines.size(), 3);
        for (qsizetype place = 0; place < 3; ++place) {
            QVERIFY(!lines.at(place)->accessibleName().isEmpty());
            QCOMPARE(lines.at(place)->echoMode(), QLineEdit::Password);
            lines.at(place)->setText(words.at(place));
        }
        desk.window->secretPage()->press();
        desk.settle();
    };
    const QString before = desk.office.secretBooks.passphrase;
    const QString now = u"núi Tản Viên quanh năm mây phủ"_s;
    desk.window->secretPage()->askPassphrase();
    type({before, now, u"khác"_s});
    QVERIFY(isSaid(desk, ui::SecretPassphrasePanel::tr("The two are not the same.")));
    type({u"không phải mật khẩu"_s, now, now});
    QVERIFY(isSaid(desk, u"sealed-passphrase-wrong"_s));
    for (const QLineEdit* line : desk.window->secretPage()->panel()->findChildren<QLineEdit*>()) {
        QVERIFY(line->text().isEmpty()); // nothing of what was typed is left
    }
    type({before, now, now});
    QVERIFY(!desk.window->secretPage()->panel());
    QCOMPARE(desk.office.secretBooks.passphrase, now);
    QVERIFY(desk.window->secretPage()->isOpen());
}

void TestSecret::othersHaveNoSecretBooks() {
    Desk desk(Role::Officer);
    desk.open(Folder::ToHandle);
    const auto actions = desk.window->actions();
    QVERIFY(std::ranges::none_of(actions, [](const QAction* action) { return action->text().contains(u"Sổ mật"_s); }));
}

void TestSecret::aNumberIsMadeVoid() {
    Desk desk(Role::Clerk);
    desk.open(Folder::Books);
    auto* table = desk.window->bookPage().findChild<QTableView*>();
    table->selectRow(2);
    desk.window->bookPage().askVoid();
    QVERIFY(desk.window->bookPage().panel());
    desk.window->bookPage().panel()->findChild<QPlainTextEdit*>()->setPlainText(u"Cấp nhầm"_s);
    desk.window->bookPage().panel()->press();
    desk.settle();
    QCOMPARE(desk.office.acts().last(), u"void:book/H99.02/2026-incoming:1201:Cấp nhầm"_s);
    QVERIFY(!desk.window->bookPage().panel());
}

void TestSecret::aBookIsClosed() {
    Desk desk(Role::Clerk);
    desk.open(Folder::Books);
    auto* table = desk.window->bookPage().findChild<QTableView*>();
    table->selectRow(2);
    desk.settle();
    desk.window->bookPage().askClose();
    QVERIFY(desk.window->bookPage().panel());
    desk.office.refuseWith = u"book-last-number-differs"_s;
    desk.window->bookPage().panel()->findChild<QPlainTextEdit*>()->setPlainText(u"Hết năm"_s);
    desk.window->bookPage().panel()->press();
    desk.settle();
    QVERIFY(desk.window->bookPage().panel()); // the error is said in its place
    desk.office.refuseWith.clear();
    desk.window->bookPage().panel()->press();
    desk.settle();
    QCOMPARE(desk.office.acts().last(), u"close:book/H99.02/2026-incoming:1203:Hết năm"_s);
    const auto labels = desk.window->bookPage().findChildren<ui::TextLabel*>();
    QVERIFY(std::ranges::any_of(
        labels, [](const ui::TextLabel* label) { return label->isVisible() && label->text().contains(u"Hết năm"_s); }));
    // Without a line that counts there is nothing to close.
    table->selectRow(2);
    QVERIFY(!desk.button(u"Khóa sổ"_s) || !desk.button(u"Khóa sổ"_s)->isEnabled());
}

QTEST_MAIN(TestSecret)
#include "test_secret.moc"
