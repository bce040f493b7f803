// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader and the keyboard find in every scene of the window: each control has a name of its own in the
// language of the window and a role that says what it is, Tab leads to all of them, and what an act came to is spoken.
#include "docsig/keys/cryptoruntime.h"
#include "tests/ui/scenes.h"
#include "ui/noticewindow.h"
#include "ui/panels/pinpanel.h"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QAction>
#include <QButtonGroup>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSet>
#include <QSplitter>

using namespace Qt::Literals::StringLiterals;
using app::Language;
using tests::Desk;
using tests::Scene;
using Role = QAccessible::Role;

namespace {

/// What a person works with; each of these must have a name.
bool isControl(Role role) {
    static const QSet<Role> controls{
        QAccessible::Button,      QAccessible::ButtonMenu,  QAccessible::ButtonDropDown, QAccessible::CheckBox,
        QAccessible::RadioButton, QAccessible::ComboBox,    QAccessible::EditableText,   QAccessible::List,
        QAccessible::Tree,        QAccessible::Table,       QAccessible::Slider,         QAccessible::SpinBox,
        QAccessible::PageTab,     QAccessible::PageTabList, QAccessible::MenuItem,       QAccessible::PopupMenu,
        QAccessible::ListItem,    QAccessible::Document,    QAccessible::ProgressBar};
    return controls.contains(role);
}

/// A control as a screen reader meets it.
struct Met {
    Role role = QAccessible::NoRole;
    QString name;
    QString place; ///< names of what it stands in, outermost first
    bool focusable = false;
    const QWidget* widget = nullptr;
};

QString told(const Met& met) {
    return u"%1 “%2” in %3"_s.arg(QString::fromLatin1(qAccessibleRoleString(met.role)), met.name, met.place);
}

/// What a screen reader calls it. On Linux the name that Qt gives a box is what is chosen in it: there the label tells.
QString nameOf(QAccessibleInterface& face) {
    if (face.role() != QAccessible::ComboBox) {
        return face.text(QAccessible::Name).trimmed();
    }
    QString name;
    for (const auto& [label, relation] : face.relations(QAccessible::Label)) {
        name += label->text(QAccessible::Name).trimmed();
    }
    return name;
}

/// Walks what can be seen below `from`, not into controls whose parts Qt speaks for.
void meet(QAccessibleInterface* from, const QString& place, QList<Met>& all) {
    for (int index = 0; index < from->childCount(); ++index) {
        QAccessibleInterface* child = from->child(index);
        if (!child || child->state().invisible) {
            continue;
        }
        const auto* widget = qobject_cast<const QWidget*>(child->object());
        if (widget && (tests::isInner(*widget) || !widget->isVisible())) {
            continue;
        }
        const Met met{.role = child->role(),
                      .name = nameOf(*child),
                      .place = place,
                      .focusable = bool(child->state().focusable),
                      .widget = widget};
        if (isControl(met.role) || met.focusable) {
            all << met;
        }
        const bool whole =
            met.role == QAccessible::ComboBox || met.role == QAccessible::SpinBox || met.role == QAccessible::Table;
        if (!whole) {
            const QString own = widget && !widget->accessibleName().isEmpty() ? widget->accessibleName() : QString();
            meet(child, own.isEmpty() ? place : place + u" / "_s + own, all);
        }
    }
}

QList<Met> controlsOf(QWidget& window) {
    QList<Met> all;
    if (QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&window)) {
        meet(face, {}, all);
    }
    return all;
}

QStringList unnamed(const QList<Met>& all) {
    QStringList faults;
    for (const Met& met : all) {
        if (met.name.isEmpty()) {
            faults << told(met) + (met.widget ? QString::fromLatin1(met.widget->metaObject()->className()) : QString());
        }
    }
    return faults;
}

QStringList withoutRole(const QList<Met>& all) {
    QStringList faults;
    for (const Met& met : all) {
        if (met.focusable && (met.role == QAccessible::Client || met.role == QAccessible::NoRole)) {
            faults << told(met);
        }
    }
    return faults;
}

QStringList twice(const QList<Met>& all) {
    QStringList faults;
    QSet<QString> seen;
    for (const Met& met : all) {
        const QString key = told(met);
        // Rows are told apart by what stands in them; two documents may be called the same.
        if (isControl(met.role) && met.role != QAccessible::ListItem && met.widget && seen.contains(key)) {
            faults << key;
        }
        seen.insert(key);
    }
    return faults;
}

/// Words of more than two letters none of which is Vietnamese: a window in Vietnamese hardly has such a name.
QStringList untranslated(const QList<Met>& all) {
    static const QRegularExpression foreign(u"[A-Za-z]{3,}"_s);
    static const QRegularExpression beyondAscii(u"[^\\x00-\\x7f]"_s);
    static const QSet<QString> same{u"English"_s, u"Trang"_s};
    QStringList faults;
    for (const Met& met : all) {
        if (isControl(met.role) && met.name.contains(foreign) && !met.name.contains(beyondAscii) &&
            !same.contains(met.name)) {
            faults << told(met);
        }
    }
    return faults;
}

/// Where Tab leads, until it comes back.
QList<const QWidget*> reachedByTab(QWidget& window) {
    window.activateWindow();
    QList<const QWidget*> reached;
    const QWidget* last = nullptr;
    int turns = 0;
    for (int step = 0; step < 300; ++step) {
        QWidget* now = QApplication::focusWidget();
        if (!now) {
            QTest::keyClick(&window, Qt::Key_Tab);
            now = QApplication::focusWidget();
        }
        turns = now == last ? turns + 1 : 0; // a day has three parts
        if (!now || turns > 3 || (now != last && reached.contains(now))) {
            break;
        }
        last = now;
        reached << now;
        QTest::keyClick(now, Qt::Key_Tab);
    }
    return reached;
}

/// The arrows lead on within a group of which one is chosen.
bool isReachedInGroup(const QAbstractButton& button, const QList<const QWidget*>& reached) {
    const QButtonGroup* group = button.group();
    return group &&
           std::ranges::any_of(group->buttons(), [&](const QAbstractButton* one) { return reached.contains(one); });
}

QStringList unreachable(QWidget& window, const QList<Met>& all) {
    const QList<const QWidget*> reached = reachedByTab(window);
    QStringList faults;
    for (const Met& met : all) {
        // Text that the mouse can mark is read as it is; a list that a field over it moves through needs no stop.
        const bool passive = met.role == QAccessible::ListItem || met.role == QAccessible::ProgressBar ||
                             met.role == QAccessible::PageTab || met.role == QAccessible::StaticText ||
                             (met.role == QAccessible::List && !met.focusable);
        if (!met.widget || passive || !met.widget->isEnabled() || reached.contains(met.widget)) {
            continue;
        }
        const auto* button = qobject_cast<const QAbstractButton*>(met.widget);
        const bool within = std::ranges::any_of(reached, [&](const QWidget* one) {
            return one == met.widget->focusProxy() || met.widget->isAncestorOf(one);
        });
        if (!within && !(button && isReachedInGroup(*button, reached))) {
            faults << told(met);
        }
    }
    return faults;
}

/// What a screen reader was told at once, in order.
QStringList spoken;

} // namespace

/// Stands in the place of Qt's own, which drops what it is told while no screen reader runs.
void QAccessible::updateAccessibility(QAccessibleEvent* event) {
    QAccessibleInterface* face = event->type() == QAccessible::Alert ? event->accessibleInterface() : nullptr;
    if (face) {
        spoken << face->text(QAccessible::Name) + u": "_s + face->text(QAccessible::Description);
    }
}

class TestAccess : public QObject {
    Q_OBJECT

private slots:
    void every_control_is_told_data();
    void every_control_is_told();
    void tab_follows_the_eye_data();
    void tab_follows_the_eye();
    void menus_are_told();
    void a_notice_is_told();
    void what_was_done_is_spoken();
    void what_failed_is_spoken();
};

void TestAccess::every_control_is_told_data() {
    QTest::addColumn<Scene>("scene");
    for (const Scene& scene : tests::allScenes()) {
        QTest::addRow("%s", scene.name.constData()) << scene;
    }
}

void TestAccess::every_control_is_told() {
    QFETCH(Scene, scene);
    Desk desk(scene.role);
    tests::enter(desk, scene);
    QList<Met> all = controlsOf(*desk.window);
    QVERIFY(all.size() > 5);
    QStringList faults;
    const auto gather = [&faults](const QString& what, const QStringList& found) {
        if (!found.isEmpty()) {
            faults << what + u": "_s + found.join(u"; "_s);
        }
    };
    gather(u"without a name"_s, unnamed(all));
    gather(u"without a role"_s, withoutRole(all));
    gather(u"twice"_s, twice(all));
    gather(u"not translated"_s, untranslated(all));
    gather(u"not reached by Tab"_s, unreachable(*desk.window, all));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestAccess::tab_follows_the_eye_data() {
    QTest::addColumn<Scene>("scene");
    for (const Scene& scene : tests::allScenes()) {
        if (QByteArrayList{"accept-invalid", "sign", "direct", "send", "draft-letter"}.contains(scene.name)) {
            QTest::addRow("%s", scene.name.constData()) << scene;
        }
    }
}

void TestAccess::tab_follows_the_eye() {
    QFETCH(Scene, scene);
    Desk desk(scene.role);
    tests::enter(desk, scene);
    const QWidget* page = desk.window->documentPane().panel();
    if (!page) {
        page = desk.window->findChild<ui::DraftPage*>()->findChild<QSplitter*>()->widget(0);
    }
    QList<const QWidget*> stops;
    for (const QWidget* one : reachedByTab(*desk.window)) {
        if (page->isAncestorOf(one)) {
            stops << one;
        }
    }
    QVERIFY(stops.size() > 3);
    // Tab comes round: it begins wherever the focus was.
    const auto height = [page](const QWidget* one) { return one->mapTo(page, QPoint(0, one->height())).y(); };
    const auto place = [&](const QWidget* one) { return std::pair(height(one), one->mapTo(page, QPoint()).x()); };
    std::ranges::rotate(stops, std::ranges::min_element(stops, {}, place));
    for (qsizetype index = 1; index < stops.size(); ++index) {
        QVERIFY2(height(stops.at(index)) >= height(stops.at(index - 1)) - 2,
                 qPrintable(stops.at(index)->accessibleName()));
    }
}

void TestAccess::a_notice_is_told() {
    ui::Theme theme(nullptr);
    theme.applyTo(*qApp);
    ui::NoticeWindow notice(theme, u"Chưa có bàn làm việc"_s, u"Hãy hỏi người quản trị."_s, u"profile-missing"_s);
    notice.show();
    QVERIFY(QTest::qWaitForWindowExposed(&notice));
    const QList<Met> all = controlsOf(notice);
    QVERIFY(!all.isEmpty());
    const QStringList faults = unnamed(all) + withoutRole(all) + unreachable(notice, all);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestAccess::menus_are_told() {
    Desk desk(app::Role::Clerk);
    desk.open(app::Folder::Issued);
    QStringList faults;
    for (QMenu* menu : desk.window->findChildren<QMenu*>()) {
        if (menu->isEmpty()) {
            continue;
        }
        menu->popup(desk.window->mapToGlobal(QPoint(8, 8)));
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(menu);
        QVERIFY(face);
        QList<Met> all{{.role = face->role(), .name = face->text(QAccessible::Name).trimmed(), .place = u"menu"_s}};
        QSet<QString> names;
        for (int entry = 0; entry < face->childCount(); ++entry) {
            QAccessibleInterface* child = face->child(entry);
            if (child->role() != QAccessible::MenuItem || child->state().invisible) {
                continue;
            }
            all << Met{
                .role = child->role(), .name = child->text(QAccessible::Name).trimmed(), .place = all.first().name};
            faults += names.contains(all.last().name) ? QStringList{u"twice: "_s + told(all.last())} : QStringList();
            names << all.last().name;
        }
        menu->hide();
        faults += unnamed(all) + untranslated(all);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestAccess::what_was_done_is_spoken() {
    Desk desk(app::Role::Clerk);
    desk.open(app::Folder::ToIssue);
    spoken.clear();
    emit desk.window->documentPane().commandChosen(ui::Command::Number);
    desk.window->documentPane().panel()->press();
    desk.settle();
    const bool said = std::ranges::any_of(spoken, [](const QString& one) { return one.contains(u"07/QĐ-SNV"_s); });
    QVERIFY2(said, qPrintable(spoken.join(u'\n')));
}

void TestAccess::what_failed_is_spoken() {
    Desk desk(app::Role::Leader);
    desk.open(app::Folder::ToSign);
    spoken.clear();
    ui::DocumentPane& pane = desk.window->documentPane();
    emit pane.commandChosen(ui::Command::Sign);
    QTest::keyClicks(pane.panel()->findChild<QLineEdit*>(), u"000000"_s);
    pane.panel()->press(); // a wrong PIN: told under its field
    desk.settle();
    QVERIFY2(spoken.join(u'\n').contains(u"pkcs12-wrong-pin"_s), qPrintable(spoken.join(u'\n')));
    spoken.clear();
    pane.panel()->press(); // none: told there, too
    QVERIFY2(!spoken.isEmpty(), "a field that is wrong is not told");
    spoken.clear();
    desk.office.refuseWith = u"number-needs-server"_s;
    QTest::keyClicks(pane.panel()->findChild<QLineEdit*>(), u"123456"_s);
    pane.panel()->press(); // whatever else: told over the buttons
    desk.settle();
    QVERIFY2(spoken.join(u'\n').contains(u"number-needs-server"_s), qPrintable(spoken.join(u'\n')));
}

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    const docsig::CryptoRuntime cryptography;
    TestAccess test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_access.moc"
