// SPDX-License-Identifier: GPL-3.0-or-later
// The copy with the stamp ĐẾN in the window: opened, left for the original again, saved to a file.
#include "app/services/savecopy.h"
#include "tests/ui/sampledesk.h"

#include <QFile>
#include <QFileDialog>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using app::Language;
using tests::Desk;
using tests::Patience;

namespace {

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestArrivalCopy : public QObject {
    Q_OBJECT

private slots:
    void only_an_accepted_document_offers_it();
    void it_is_shown_and_the_original_again();
    void what_was_left_meanwhile_does_not_come_back();
    void what_is_shown_is_saved();
    void what_fails_is_said_and_the_original_stays();
    void a_name_is_safe_data();
    void a_name_is_safe();
    void a_copy_is_whole_or_not_there();
};

void TestArrivalCopy::only_an_accepted_document_offers_it() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.open(Folder::ToAccept);
    QVERIFY(!desk.button(u"Copy with arrival stamp"_s));
    desk.open(Folder::Issued);
    QVERIFY(!desk.button(u"Copy with arrival stamp"_s));
    desk.open(Folder::ToHandle);
    QVERIFY(desk.button(u"Copy with arrival stamp"_s));
    QVERIFY(desk.button(u"Original"_s)->isChecked());
}

void TestArrivalCopy::it_is_shown_and_the_original_again() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.open(Folder::ToHandle);
    ui::DocumentPane& pane = desk.window->documentPane();
    const QString original = pane.shownFile();
    const QImage before = pane.pages().viewport()->grab().toImage();
    desk.button(u"Copy with arrival stamp"_s)->click();
    QVERIFY(desk.says(u"The copy is being made"_s));
    desk.settle();
    QVERIFY(pane.showsArrivalCopy());
    QVERIFY(pane.shownFile() != original);
    QVERIFY(bytesOf(pane.shownFile()).startsWith(bytesOf(original))); // the copy adds, the original stays
    QVERIFY(desk.says(u"the original proves the signatures"_s));
    QVERIFY(pane.pages().viewport()->grab().toImage() != before);
    // Reading the document again keeps the copy.
    desk.window->startSync();
    desk.settle();
    QVERIFY(pane.showsArrivalCopy());
    desk.button(u"Original"_s)->click();
    QVERIFY(!pane.showsArrivalCopy());
    QCOMPARE(pane.shownFile(), original);
    QTRY_COMPARE_WITH_TIMEOUT(pane.pages().viewport()->grab().toImage(), before, Patience);
    QVERIFY(!desk.says(u"the original proves the signatures"_s));
}

void TestArrivalCopy::what_was_left_meanwhile_does_not_come_back() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.open(Folder::ToHandle);
    ui::DocumentPane& pane = desk.window->documentPane();
    desk.button(u"Copy with arrival stamp"_s)->click();
    desk.button(u"Original"_s)->click();
    desk.settle();
    QCOMPARE(desk.office.acts(), QStringList{u"arrival-copy"_s});
    QVERIFY(!pane.showsArrivalCopy());
    QVERIFY(desk.button(u"Original"_s)->isChecked());
}

void TestArrivalCopy::what_is_shown_is_saved() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.open(Folder::ToHandle);
    ui::DocumentPane& pane = desk.window->documentPane();
    desk.button(u"Copy with arrival stamp"_s)->click();
    desk.settle();
    desk.button(u"Save to a file"_s)->click();
    auto* chooser = desk.window->findChild<QFileDialog*>();
    QVERIFY(chooser);
    QCOMPARE(chooser->selectedFiles().value(0).section(u'/', -1), u"91-STC-NS-den.pdf"_s);
    const QString target = desk.folder.filePath(u"saved.pdf"_s);
    emit chooser->fileSelected(target);
    chooser->close();
    desk.settle();
    QCOMPARE(bytesOf(target), bytesOf(pane.shownFile()));
    QVERIFY(desk.says(u"The document was saved: "_s + target));
}

void TestArrivalCopy::what_fails_is_said_and_the_original_stays() {
    Desk desk(app::Role::Clerk, Language::English);
    desk.open(Folder::ToHandle);
    desk.office.refuseWith = u"content-missing"_s;
    desk.button(u"Copy with arrival stamp"_s)->click();
    desk.settle();
    QVERIFY(!desk.window->documentPane().showsArrivalCopy());
    QVERIFY(desk.button(u"Original"_s)->isChecked());
    QVERIFY(desk.says(u"content-missing"_s));
}

void TestArrivalCopy::a_name_is_safe_data() {
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("name");
    QTest::newRow("number") << u"412/UBND-NC"_s << u"412-UBND-NC-den.pdf"_s;
    QTest::newRow("letters") << u"07/QĐ-SNV"_s << u"07-QĐ-SNV-den.pdf"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"etc-passwd-den.pdf"_s;
    QTest::newRow("backslash") << u"C:\\x\ny"_s << u"C--x-y-den.pdf"_s;
    QTest::newRow("nothing") << QString() << u"van-ban-den.pdf"_s;
    QTest::newRow("long") << QString(500, u'7') << QString(80, u'7') + u"-den.pdf"_s;
}

void TestArrivalCopy::a_name_is_safe() {
    QFETCH(QString, number);
    QFETCH(QString, name);
    QCOMPARE(app::copyName(number, u"den"_s), name);
}

void TestArrivalCopy::a_copy_is_whole_or_not_there() {
    const QTemporaryDir folder;
    const QString source = folder.filePath(u"source.pdf"_s);
    QFile file(source);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(3 << 20, 'x'));
    file.close();
    const QString target = folder.filePath(u"target.pdf"_s);
    QVERIFY(app::saveCopy(source, target));
    QCOMPARE(bytesOf(target), bytesOf(source));
    const auto missing = app::saveCopy(folder.filePath(u"none.pdf"_s), target);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, u"copy-source-unreadable"_s);
    QCOMPARE(bytesOf(target).size(), 3 << 20); // what was there stays
    const auto nowhere = app::saveCopy(source, folder.filePath(u"none/target.pdf"_s));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, u"copy-not-written"_s);
}

QTEST_MAIN(TestArrivalCopy)
#include "test_arrivalcopy.moc"
