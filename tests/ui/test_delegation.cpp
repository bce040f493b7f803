// SPDX-License-Identifier: GPL-3.0-or-later
// Who is away and who stands in, in the window.
#include "app/domain/vietnamtime.h"
#include "tests/ui/sampledesk.h"
#include "ui/panels/delegationpanel.h"
#include "ui/panels/directpanel.h"
#include "ui/panels/unitspanel.h"
#include "ui/presentation/detailspresenter.h"
#include "ui/presentation/workpresenter.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using tests::Desk;
using tests::Patience;

namespace {

QAction* actionOf(const QList<QAction*>& actions, const QString& words) {
    for (QAction* action : actions) {
        if (action->text() == words) {
            return action;
        }
    }
    return nullptr;
}

QString dayText(int days) {
    return app::vietnamToday().addDays(days).toString(u"dd/MM/yyyy"_s);
}

QString isoText(int days) {
    return app::vietnamToday().addDays(days).toString(Qt::ISODate);
}

} // namespace

class TestDelegationView : public QObject {
    Q_OBJECT

private slots:
    void it_is_written_from_the_keyboard();
    void wrong_days_are_said_where_they_stand();
    void the_own_absence_is_ended();
    void what_holds_is_shown_at_the_desk();
    void whoever_directs_sees_who_is_away();
    void the_history_says_in_whose_place();
    void units_are_named_by_clerks_and_leaders();
    void whoever_directs_sees_units_by_name();
    void pictures_data();
    void pictures();
};

void TestDelegationView::it_is_written_from_the_keyboard() {
    Desk desk(app::Role::Leader);
    desk.open(Folder::ToDirect);
    QAction* command = actionOf(desk.window->actions(), ui::MainWindow::tr("Absence and delegation"));
    QMenu* menu = desk.window->findChild<ui::TopBar*>()->profileMenu();
    QVERIFY(command && actionOf(menu->actions(), ui::MainWindow::tr("Absence and delegation…"))); // both ways
    command->trigger();
    desk.settle();
    QVERIFY(desk.window->standingPage());
    ui::DelegationPanel& panel = desk.window->standingPage()->panel();
    auto* people = panel.findChild<QComboBox*>();
    QVERIFY(people->count() > 1 && people->currentData().toString().isEmpty()); // nobody, unless somebody is chosen
    QCOMPARE(people->findData(desk.office.profile().person.mailbox()), -1);
    people->setCurrentIndex(people->findData(desk.office.profile().agency.id.text() + u"/truongphong"_s));
    const QList<QLineEdit*> fields = panel.findChildren<QLineEdit*>();
    QCOMPARE(fields.size(), 3);
    QCOMPARE(fields.at(0)->text(), dayText(0));
    fields.at(1)->setText(dayText(4));
    fields.at(2)->setText(u"Đi công tác"_s);
    QTest::keyClick(fields.at(2), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts().value(0),
                              u"delegate:truongphong:%1:%2:Đi công tác"_s.arg(isoText(0), isoText(4)), Patience);
    desk.settle();
    QVERIFY(fields.at(1)->text().isEmpty());
}

void TestDelegationView::wrong_days_are_said_where_they_stand() {
    Desk desk(app::Role::Officer);
    desk.open(Folder::ToHandle);
    desk.window->openStanding();
    desk.settle();
    ui::DelegationPanel& panel = desk.window->standingPage()->panel();
    const QList<QLineEdit*> fields = panel.findChildren<QLineEdit*>();
    for (const auto& [from, until] : {std::pair{dayText(0), u""_s}, std::pair{dayText(0), u"mai"_s},
                                      std::pair{dayText(-1), dayText(2)}, std::pair{dayText(3), dayText(2)}}) {
        fields.at(0)->setText(from);
        fields.at(1)->setText(until);
        panel.press();
        desk.settle();
        QVERIFY(desk.office.acts().isEmpty());
    }
    // What the office refuses is said in the panel, and what was written stays.
    fields.at(0)->setText(dayText(0));
    fields.at(1)->setText(dayText(2));
    desk.office.refuseWith = u"delegation-overlaps"_s;
    panel.press();
    desk.settle();
    QVERIFY(desk.says(ui::Formatter(app::Language::Vietnamese).sentence(u"delegation-overlaps"_s)));
    QCOMPARE(fields.at(1)->text(), dayText(2));
}

void TestDelegationView::the_own_absence_is_ended() {
    Desk desk(app::Role::Leader);
    const QString self = desk.office.profile().person.login;
    desk.office.beAway(self, u"truongphong"_s, 3);
    desk.office.beAway(u"chuyenvien"_s, {}, 1);
    desk.open(Folder::ToDirect);
    desk.window->openStanding();
    desk.settle();
    QVERIFY(desk.says(u"Lê Minh C"_s) && desk.says(u"Phạm Thu D"_s));
    int enders = 0;
    for (auto* button : desk.window->standingPage()->findChildren<QAbstractButton*>()) {
        enders += button->text() == QCoreApplication::translate("ui::StandingPage", "End it now") ? 1 : 0;
    }
    QCOMPARE(enders, 1); // nobody ends what is another's
    auto* end = desk.button(QCoreApplication::translate("ui::StandingPage", "End it now"));
    QVERIFY(end);
    end->click();
    QTRY_COMPARE_WITH_TIMEOUT(desk.office.acts().value(0), u"end-delegation:mau-0"_s, Patience);
    desk.settle();
}

void TestDelegationView::what_holds_is_shown_at_the_desk() {
    Desk desk(app::Role::Leader);
    desk.open(Folder::ToDirect);
    QVERIFY(!desk.button(QCoreApplication::translate("ui::Standing", "You are away until %1").arg(dayText(3))));
    desk.office.beAway(desk.office.profile().person.login, u"truongphong"_s, 3);
    desk.office.beAway(u"chuyenvien"_s, desk.office.profile().person.login, 2);
    desk.open(Folder::Following);
    const QString away = QCoreApplication::translate("ui::Standing", "You are away until %1; %2 stands in")
                             .arg(dayText(3), u"Phạm Thu D"_s);
    const QString instead =
        QCoreApplication::translate("ui::Standing", "You stand in for %1 until %2").arg(u"Lê Minh C"_s, dayText(2));
    auto* shown = desk.button(away);
    QVERIFY(shown && shown->text().contains(instead));
    shown->click();
    desk.settle();
    QVERIFY(desk.window->standingPage() && desk.window->standingPage()->isVisible());
}

void TestDelegationView::whoever_directs_sees_who_is_away() {
    Desk desk(app::Role::Leader);
    desk.office.addWork(false);
    desk.office.beAway(u"chuyenvien"_s, u"truongphong"_s, 2);
    desk.open(Folder::ToDirect);
    emit desk.window->documentPane().commandChosen(ui::Command::Direct);
    desk.settle();
    QVERIFY(qobject_cast<ui::DirectPanel*>(desk.window->documentPane().panel()));
    QVERIFY(desk.says(
        QCoreApplication::translate("ui::Standing", "away until %1, %2 stands in").arg(dayText(2), u"Phạm Thu D"_s)));
}

void TestDelegationView::the_history_says_in_whose_place() {
    const app::OrganId organ = *app::OrganId::parse(u"H99.02"_s);
    ui::DocumentCase known{.detail = {.summary = {.id = app::DocumentId::create()}}};
    known.people = {{.organ = organ, .login = u"an"_s, .name = u"Lê Minh C"_s},
                    {.organ = organ, .login = u"binh"_s, .name = u"Phạm Thu D"_s}};
    known.detail.history = {{.kind = u"directed"_s, .by = u"H99.02/binh"_s, .as = u"H99.02/an"_s},
                            {.kind = u"progressed"_s, .by = u"H99.02/binh"_s, .as = u"H99.02/unit:tchc"_s},
                            {.kind = u"finished"_s, .by = u"H99.02/binh"_s}};
    const QList<ui::DetailBlock> blocks =
        ui::blocksOf(known, ui::DetailTab::History, ui::Formatter(app::Language::English));
    QCOMPARE(blocks.at(0).lines.first().words, u"Phạm Thu D"_s); // newest first
    QVERIFY(blocks.at(1).lines.first().words.contains(u"tchc"_s));
    const QString instead = blocks.at(2).lines.first().words;
    QVERIFY(instead.indexOf(u"Phạm Thu D"_s) < instead.indexOf(u"Lê Minh C"_s) && instead.contains(u"Lê Minh C"_s));
}

void TestDelegationView::units_are_named_by_clerks_and_leaders() {
    Desk officer(app::Role::Officer);
    officer.open(Folder::ToHandle);
    officer.window->openStanding();
    officer.settle();
    QVERIFY(!officer.button(u"Tên đơn vị"_s));

    Desk desk(app::Role::Clerk);
    desk.office.unitNames.clear();
    desk.open(Folder::ToAccept);
    desk.window->openStanding();
    desk.settle();
    QAbstractButton* open = desk.button(u"Tên đơn vị"_s);
    QVERIFY(open && open->focusPolicy() & Qt::TabFocus);
    open->click();
    desk.settle();
    ui::UnitsPanel& panel = desk.window->standingPage()->unitsPanel();
    QVERIFY(panel.isVisible() && !desk.window->standingPage()->panel().isVisible());
    auto* name = panel.findChild<QLineEdit*>();
    QVERIFY(name && name->accessibleName().startsWith(u"tchc"_s));
    QCOMPARE(QApplication::focusWidget(), name);
    name->setText(u" Phòng Tổ chức - Hành chính "_s);
    desk.office.refuseWith = u"unit-name-taken"_s;
    QTest::keyClick(name, Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    QVERIFY(panel.isVisible() && desk.says(u"unit-name-taken"_s)); // what was typed is not lost
    desk.office.refuseWith.clear();
    QTest::keyClick(name, Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    QVERIFY(desk.office.acts().contains(u"unit:tchc:Phòng Tổ chức - Hành chính"_s));
    QVERIFY(!panel.isVisible() && desk.window->standingPage()->panel().isVisible());
    // Nothing was changed: nothing is written.
    const qsizetype before = desk.office.acts().filter(u"unit:"_s).size();
    open->click();
    desk.settle();
    QCOMPARE(panel.findChild<QLineEdit*>()->text(), u"Phòng Tổ chức - Hành chính"_s);
    desk.window->standingPage()->press();
    desk.settle();
    QCOMPARE(desk.office.acts().filter(u"unit:"_s).size(), before);
}

void TestDelegationView::whoever_directs_sees_units_by_name() {
    Desk desk(app::Role::Leader);
    const auto people = desk.office.people();
    QVERIFY(people);
    QCOMPARE(ui::nameOf(*people, u"H99.02/unit:tchc"_s), u"Phòng Tổ chức - Hành chính"_s);
    QCOMPARE(ui::nameOf(*people, u"H99.02/unit:thanh-tra"_s), u"thanh-tra"_s);
    desk.office.addWork(false);
    desk.open(Folder::ToDirect);
    emit desk.window->documentPane().commandChosen(ui::Command::Direct);
    desk.settle();
    auto* panel = qobject_cast<ui::DirectPanel*>(desk.window->documentPane().panel());
    QVERIFY(panel);
    const auto boxes = panel->findChildren<QComboBox*>();
    QVERIFY(std::ranges::any_of(
        boxes, [](const QComboBox* box) { return box->accessibleName().contains(u"Phòng Tổ chức - Hành chính"_s); }));
}

void TestDelegationView::pictures_data() {
    QTest::addColumn<bool>("english");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("open");
    for (const char* name : {"standing", "direct-absent", "stand-in"}) {
        for (const bool english : {false, true}) {
            for (const bool dark : {false, true}) {
                QTest::addRow("%s-%s-%s", name, english ? "en" : "vi", dark ? "dark" : "light")
                    << english << dark << QString::fromLatin1(name);
            }
        }
    }
}

void TestDelegationView::pictures() {
    QFETCH(bool, english);
    QFETCH(bool, dark);
    QFETCH(QString, open);
    const QString keep = qEnvironmentVariable("CONGVAN_PICTURES");
    if (keep.isEmpty() && dark == english) {
        return; // two of the four tell enough where nobody looks at the pictures
    }
    Desk desk(app::Role::Leader, english ? app::Language::English : app::Language::Vietnamese,
              dark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
    desk.window->resize(1280, 800);
    if (open == "standing"_L1) {
        desk.office.beAway(desk.office.profile().person.login, u"truongphong"_s, 3);
        desk.office.beAway(u"chuyenvien"_s, {}, 1);
        desk.open(Folder::ToDirect);
        desk.window->openStanding();
    } else if (open == "direct-absent"_L1) {
        desk.office.addWork(false);
        desk.office.beAway(u"chuyenvien"_s, u"truongphong"_s, 2);
        desk.open(Folder::ToDirect);
        emit desk.window->documentPane().commandChosen(ui::Command::Direct);
    } else {
        desk.office.addWork(true);
        desk.office.beAway(u"chuyenvien"_s, desk.office.profile().person.login, 2);
        desk.open(Folder::Following);
        desk.window->documentPane().showDetails(ui::DetailTab::History);
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

QTEST_MAIN(TestDelegationView)
#include "test_delegation.moc"
