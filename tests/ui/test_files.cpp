// SPDX-License-Identifier: GPL-3.0-or-later
// Files that came with a document: found in the window, looked at in its place, saved under a safe name.
#include "app/services/savecopy.h"
#include "tests/ui/sampledesk.h"

#include <QFileDialog>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using app::Language;
using tests::Desk;
using tests::Patience;

class TestFiles : public QObject {
    Q_OBJECT

private slots:
    void a_document_tells_its_files();
    void a_file_is_looked_at_and_left_again();
    void a_file_is_saved_where_it_is_wanted();
    void what_fails_is_said();
    void another_document_takes_its_place();
    void a_name_is_plain_data();
    void a_name_is_plain();
};

void TestFiles::a_document_tells_its_files() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.open(Folder::ToAccept);
    QVERIFY(!desk.button(u"Files (3)"_s));
    desk.office.attachFiles();
    desk.open(Folder::ToAccept);
    desk.button(u"Files (3)"_s)->click();
    QVERIFY(desk.says(u"Phụ lục I - Danh mục tài liệu.pdf"_s));
    QVERIFY(desk.button(u"View: Phụ lục I - Danh mục tài liệu.pdf"_s));
    // What has no pages is saved alone, and what is not here can't be had yet.
    QVERIFY(!desk.button(u"View: Biểu tổng hợp số liệu sáu tháng cuối năm.xlsx"_s));
    QVERIFY(desk.button(u"Save: Biểu tổng hợp số liệu sáu tháng cuối năm.xlsx"_s));
    QVERIFY(!desk.button(u"Save: Bản đồ quy hoạch.pdf"_s));
    QVERIFY(desk.says(u"not here yet"_s));
}

void TestFiles::a_file_is_looked_at_and_left_again() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.office.attachFiles();
    desk.open(Folder::ToAccept);
    ui::DocumentPane& pane = desk.window->documentPane();
    desk.button(u"Files (3)"_s)->click();
    desk.button(u"View: Phụ lục I - Danh mục tài liệu.pdf"_s)->click();
    desk.settle();
    QVERIFY(pane.filePane() && pane.filePane()->isVisible());
    QVERIFY(pane.filePane()->pages().isOpen());
    QVERIFY(!pane.pages().isVisible());
    QVERIFY2(desk.office.acts().last().startsWith("view "_L1), qPrintable(desk.office.acts().last()));
    // Reading the document again leaves it open.
    desk.window->startSync();
    desk.settle();
    QVERIFY(pane.filePane()->isVisible());
    QTest::keyClick(pane.filePane(), Qt::Key_Escape);
    QVERIFY(!pane.filePane()->isVisible());
    QVERIFY(pane.pages().isVisible());
}

void TestFiles::a_file_is_saved_where_it_is_wanted() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.office.attachFiles();
    desk.open(Folder::ToAccept);
    desk.button(u"Files (3)"_s)->click();
    desk.button(u"Save: Biểu tổng hợp số liệu sáu tháng cuối năm.xlsx"_s)->click();
    auto* chooser = desk.window->findChild<QFileDialog*>();
    QVERIFY(chooser);
    const QString target = desk.folder.filePath(u"bản sao.xlsx"_s);
    emit chooser->fileSelected(target);
    chooser->close();
    desk.settle();
    QVERIFY2(desk.office.acts().last().endsWith(u" 3 "_s + target), qPrintable(desk.office.acts().last()));
    QVERIFY(desk.says(u"The file was saved: "_s + target));
}

void TestFiles::what_fails_is_said() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.office.attachFiles();
    desk.open(Folder::ToAccept);
    desk.button(u"Files (3)"_s)->click();
    desk.office.refuseWith = u"content-missing"_s;
    desk.button(u"View: Phụ lục I - Danh mục tài liệu.pdf"_s)->click();
    desk.settle();
    QVERIFY(!desk.window->documentPane().filePane());
    QVERIFY(desk.says(app::sentence(u"content-missing"_s, Language::English)));
}

void TestFiles::another_document_takes_its_place() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.office.attachFiles();
    desk.open(Folder::ToAccept);
    ui::DocumentPane& pane = desk.window->documentPane();
    desk.button(u"Files (3)"_s)->click();
    desk.button(u"View: Phụ lục I - Danh mục tài liệu.pdf"_s)->click();
    desk.settle();
    desk.window->listPane().selectRow(1);
    desk.settle();
    QVERIFY(!pane.filePane()->isVisible());
    QVERIFY(!desk.button(u"Files (3)"_s));
}

void TestFiles::a_name_is_plain_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("plain");
    QTest::newRow("usual") << u"Biểu số 1.xlsx"_s << u"Biểu-số-1.xlsx"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"etc-passwd"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc"_s;
    QTest::newRow("windows") << u"C:\\a\\b.docx"_s << u"C--a-b.docx"_s;
    QTest::newRow("ending that is none") << u"a.b c"_s << u"a.b-c"_s;
    QTest::newRow("line") << u"a\nb.pdf"_s << u"a-b.pdf"_s;
    QTest::newRow("turned") << u"a\u202Efdp.exe"_s << u"a-fdp.exe"_s;
    QTest::newRow("nothing") << QString() << u"van-ban"_s;
}

void TestFiles::a_name_is_plain() {
    QFETCH(QString, given);
    QFETCH(QString, plain);
    QCOMPARE(app::plainFileName(given), plain);
}

QTEST_MAIN(TestFiles)
#include "test_files.moc"
