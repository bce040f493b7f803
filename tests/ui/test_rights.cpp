// SPDX-License-Identifier: GPL-3.0-or-later
// Changed rights are told over the desk until somebody confirms them.
#include "tests/ui/sampledesk.h"
#include "ui/presentation/rightspresenter.h"
#include "ui/widgets/rightsbar.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using tests::Desk;
using tests::Patience;

class TestRightsView : public QObject {
    Q_OBJECT

private slots:
    void each_change_is_told_until_it_is_confirmed();
    void what_is_about_oneself_another_confirms();
    void a_change_is_one_sentence();
};

void TestRightsView::each_change_is_told_until_it_is_confirmed() {
    Desk desk(app::Role::Clerk);
    desk.office.rights = {{.mailbox = u"H99.02/mai"_s, .name = u"Đỗ Thị Mai"_s, .now = {.role = u"clerk"_s}},
                          {.mailbox = u"H99.02/nam"_s, .name = u"Vũ Văn Nam"_s, .now = {.role = u"left"_s}}};
    desk.open(Folder::ToAccept);
    auto* bar = desk.window->findChild<ui::RightsBar*>();
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), Patience);
    QVERIFY(desk.says(u"Đỗ Thị Mai"_s));
    const QString confirm = ui::RightsBar::tr("That is ri&ght: confirm").remove(u'&');
    QVERIFY(desk.button(confirm));
    desk.button(confirm)->click();
    desk.settle();
    QVERIFY(desk.says(u"Vũ Văn Nam"_s) && !desk.says(u"Đỗ Thị Mai"_s));
    desk.button(confirm)->click();
    desk.settle();
    QVERIFY(!bar->isVisible());
    QCOMPARE(desk.office.acts(), QStringList({u"confirm:H99.02/mai"_s, u"confirm:H99.02/nam"_s}));
}

void TestRightsView::what_is_about_oneself_another_confirms() {
    Desk desk(app::Role::Clerk);
    const QString self = desk.office.profile().person.mailbox();
    desk.office.rights = {
        {.mailbox = self, .name = u"Tôi"_s, .before = {.role = u"clerk"_s}, .now = {.role = u"officer"_s}}};
    desk.open(Folder::ToAccept);
    QTRY_VERIFY_WITH_TIMEOUT(desk.window->findChild<ui::RightsBar*>()->isVisible(), Patience);
    QVERIFY(!desk.button(ui::RightsBar::tr("That is ri&ght: confirm").remove(u'&')));
}

void TestRightsView::a_change_is_one_sentence() {
    Desk desk(app::Role::Clerk); // the words of the language
    const app::RightsChange clerk{
        .mailbox = u"H99.02/mai"_s, .name = u"Mai"_s, .before = {.role = u"officer"_s}, .now = {.role = u"clerk"_s}};
    QCOMPARE(ui::rightsWords(clerk), u"Mai nay là văn thư (trước: chuyên viên) · được ghi sổ và dùng con dấu"_s);
    const app::RightsChange left{
        .mailbox = u"H99.02/mai"_s, .name = {}, .before = {.role = u"clerk"_s}, .now = {.role = u"left"_s}};
    QCOMPARE(ui::rightsWords(left), u"H99.02/mai không còn trong cơ quan (trước: văn thư) · không còn ghi sổ"_s);
}

QTEST_MAIN(TestRightsView)
#include "test_rights.moc"
