// SPDX-License-Identifier: GPL-3.0-or-later
// The page of figures and the registers that leave the page of books: what is asked for, what is shown, what is
// written; and pictures of both (kept where CONGVAN_PICTURES names a folder).
#include "app/domain/vietnamtime.h"
#include "tests/ui/sampledesk.h"
#include "ui/panels/registerpanel.h"
#include "ui/widgets/workchart.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QFile>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using app::Folder;
using tests::Desk;
using tests::Patience;

namespace {

QAbstractItemModel* figures(Desk& desk) {
    return desk.window->statisticsPage()->findChild<QTableView*>()->model();
}

QString cell(Desk& desk, int row, int column) {
    QAbstractItemModel* model = figures(desk);
    return model->index(row, column).data().toString();
}

/// The box that says what is counted has one row for each subject, the one of the rows more.
QComboBox* boxOf(Desk& desk, bool ofSubjects) {
    for (auto* box : desk.window->statisticsPage()->findChildren<QComboBox*>()) {
        if ((box->count() == 2) == ofSubjects) {
            return box;
        }
    }
    return nullptr;
}
QComboBox* rowsOf(Desk& desk) {
    return boxOf(desk, false);
}

void countTasks(Desk& desk) {
    QComboBox* subjects = boxOf(desk, true);
    subjects->setFocus(Qt::TabFocusReason);
    QTest::keyClick(subjects, Qt::Key_End);
    emit subjects->activated(subjects->currentIndex());
    desk.settle();
}

QString lastReport(Desk& desk) {
    const QStringList asked = desk.office.acts().filter(u"report:"_s);
    return asked.isEmpty() ? QString() : asked.last();
}

QString asked(const app::Period& period, const QString& by) {
    return u"report:%1:%2:%3"_s.arg(period.from.toString(Qt::ISODate), period.to.toString(Qt::ISODate), by);
}

} // namespace

class TestStatistics : public QObject {
    Q_OBJECT

private slots:
    void theQuarterIsShownFirst();
    void periodsAreChosenFromTheKeyboard();
    void ownDaysAreAsked();
    void daysTheWrongWayRoundAreToldInPlace();
    void theRowsAreChosen();
    void tasksAreCountedApart();
    void theChartIsToldInWords();
    void clerksSeeWhoReminds();
    void closingTheWindowGivesTheDutiesUp();
    void nothingSaysWhatToDo();
    void theReportIsWritten_data();
    void theReportIsWritten();
    void aFileThatCannotBeWrittenIsTold();
    void aRegisterIsAskedForAndWritten();
    void aRegisterThatFailsIsToldInItsPanel();
    void pictures_data();
    void pictures();
};

void TestStatistics::theQuarterIsShownFirst() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Statistics);
    QCOMPARE(lastReport(desk), asked(app::quarterOf(app::vietnamToday()), u"unit"_s));
    // Six rows and their sum; most received first, what nobody has last.
    QCOMPARE(figures(desk)->rowCount(), 7);
    QCOMPARE(cell(desk, 0, 0), u"Phòng Tổ chức - Cán bộ"_s);
    QCOMPARE(cell(desk, 4, 0), u"Trần Thị B"_s);
    QCOMPARE(cell(desk, 5, 0), u"Chưa phân công"_s);
    QCOMPARE(cell(desk, 6, 1), u"1.278"_s);
    QCOMPARE(cell(desk, 6, 2), u"1.015"_s);
    QCOMPARE(cell(desk, 6, 5), u"27"_s);
    QVERIFY(desk.says(u"1.278"_s));
    QVERIFY(desk.says(u"93% số đã giải quyết"_s)); // 1015 of 1086
}

void TestStatistics::clerksSeeWhoReminds() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Statistics);
    const QString words =
        QCoreApplication::translate("ui::Duties", "The desk of %1 has done the office's reminding since "
                                                  "%2.");
    QVERIFY(desk.says(words.section(u'%', 0, 0)));
    QVERIFY(desk.says(app::vietnamToday().toString(u"dd/MM/yyyy"_s) + u" 08:12"_s));
    QVERIFY(desk.says(u"0, 1, 3"_s));
    Desk other(app::Role::Leader);
    other.open(Folder::Statistics);
    QVERIFY(!other.says(words.section(u'%', 0, 0)));
}

void TestStatistics::closingTheWindowGivesTheDutiesUp() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Statistics);
    QVERIFY(!desk.office.acts().contains(u"leave-duties"_s));
    desk.window->close();
    QTRY_VERIFY_WITH_TIMEOUT(desk.office.acts().contains(u"leave-duties"_s), tests::Patience);
}

void TestStatistics::periodsAreChosenFromTheKeyboard() {
    Desk desk(app::Role::Leader);
    desk.open(Folder::Statistics);
    const QDate today = app::vietnamToday();
    // The chips are one stop of the Tab key; the arrows choose among them.
    QAbstractButton* chip = desk.button(u"Quý này"_s);
    QVERIFY(chip && chip->focusPolicy() & Qt::TabFocus);
    desk.window->activateWindow();
    chip->setFocus(Qt::TabFocusReason);
    for (const auto& [key, period] :
         {std::pair(Qt::Key_Right, app::quarterBefore(today)), std::pair(Qt::Key_Right, app::yearOf(today.year())),
          std::pair(Qt::Key_Left, app::quarterBefore(today)), std::pair(Qt::Key_Left, app::quarterOf(today))}) {
        QTest::keyClick(QApplication::focusWidget(), key);
        desk.settle();
        QCOMPARE(lastReport(desk), asked(period, u"unit"_s));
    }
    // A leader's desk has what was given to it, and says so.
    QVERIFY(desk.says(u"văn bản được giao cho bạn"_s));
}

void TestStatistics::ownDaysAreAsked() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Statistics);
    const QList<QDateEdit*> days = desk.window->statisticsPage()->findChildren<QDateEdit*>();
    QCOMPARE(days.size(), 2);
    QVERIFY(!days.first()->isVisible());
    desk.button(u"Khoảng ngày khác"_s)->click();
    QVERIFY(days.first()->isVisible());
    days.first()->setDate({2026, 3, 2});
    days.last()->setDate({2026, 4, 30});
    desk.settle();
    QCOMPARE(lastReport(desk), asked({{2026, 3, 2}, {2026, 4, 30}}, u"unit"_s));
    QVERIFY(desk.says(u"02/03/2026"_s));
}

void TestStatistics::daysTheWrongWayRoundAreToldInPlace() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Statistics);
    desk.button(u"Khoảng ngày khác"_s)->click();
    const QList<QDateEdit*> days = desk.window->statisticsPage()->findChildren<QDateEdit*>();
    days.first()->setDate({2026, 4, 2});
    days.last()->setDate({2026, 4, 1});
    desk.settle();
    QVERIFY(desk.says(app::sentence(u"period-wrong"_s, app::Language::Vietnamese)));
    QVERIFY(!desk.button(u"Xuất báo cáo"_s)->isEnabled());
    days.last()->setDate({2026, 4, 2});
    desk.settle();
    QVERIFY(desk.button(u"Xuất báo cáo"_s)->isEnabled());
    QCOMPARE(figures(desk)->rowCount(), 7);
}

void TestStatistics::theRowsAreChosen() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Statistics);
    auto* rows = rowsOf(desk);
    auto* table = desk.window->statisticsPage()->findChild<QTableView*>();
    QVERIFY(!table->isColumnHidden(ui::StatisticsModel::supportColumn));
    rows->setFocus(Qt::TabFocusReason);
    QTest::keyClick(rows, Qt::Key_End);
    emit rows->activated(rows->currentIndex());
    desk.settle();
    QVERIFY(lastReport(desk).endsWith(u":month"_s));
    QVERIFY(table->isColumnHidden(ui::StatisticsModel::supportColumn));
    QCOMPARE(cell(desk, 0, 0), u"Tháng 07/2026"_s); // in their order, not by size
    QCOMPARE(cell(desk, 2, 0), u"Tháng 09/2026"_s);
}

void TestStatistics::tasksAreCountedApart() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Statistics);
    QVERIFY(!boxOf(desk, true)->accessibleName().isEmpty());
    rowsOf(desk)->setCurrentIndex(int(app::Breakdown::Sender));
    countTasks(desk);
    QVERIFY(desk.office.acts().last().startsWith(u"report-tasks:"_s));
    QVERIFY(desk.office.acts().last().endsWith(u":sender"_s)); // the rows stay
    QCOMPARE(rowsOf(desk)->currentText(), u"Theo cuộc họp"_s);
    QCOMPARE(rowsOf(desk)->findData(int(app::Breakdown::Kind)), -1);
    QCOMPARE(cell(desk, 0, 0), u"Giao ban tuần 47"_s);
    QCOMPARE(figures(desk)->headerData(1, Qt::Horizontal).toString(), u"Đã giao"_s);
    QVERIFY(desk.says(u"Giao từ"_s));
    desk.office.nothingCame = true;
    desk.window->statisticsPage()->reload();
    desk.settle();
    QVERIFY(desk.says(u"Không có nhiệm vụ nào được giao"_s));
}

void TestStatistics::theChartIsToldInWords() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Statistics);
    auto* chart = desk.window->findChild<ui::WorkChart*>();
    QVERIFY(!chart->accessibleName().isEmpty());
    const QString words = chart->accessibleDescription();
    QVERIFY2(words.contains(u"Phòng Tổ chức - Cán bộ"_s) && words.contains(u"412"_s) && words.contains(u"31"_s),
             qPrintable(words));
    auto* rows = rowsOf(desk);
    rows->setCurrentIndex(int(app::Breakdown::Sender));
    emit rows->activated(rows->currentIndex());
    desk.settle();
    // Twelve senders: seven by name, the rest as one.
    QCOMPARE(chart->accessibleDescription().count(u';'), 7);
    QVERIFY(chart->accessibleDescription().contains(u"5 mục khác"_s));
}

void TestStatistics::nothingSaysWhatToDo() {
    Desk desk(app::Role::Clerk);
    desk.office.nothingCame = true;
    desk.open(Folder::Statistics);
    QVERIFY(desk.says(u"Không có văn bản nào được đăng ký trong kỳ này"_s));
    const auto labels = desk.window->statisticsPage()->findChildren<ui::TextLabel*>();
    const auto sentence = std::ranges::find_if(
        labels, [](const ui::TextLabel* label) { return label->text().startsWith(u"Không có văn bản"_s); });
    QVERIFY((*sentence)->height() >= (*sentence)->heightForWidth((*sentence)->width())); // all of it is seen
    QAbstractButton* year = desk.button(u"Xem cả năm"_s);
    QVERIFY(year);
    year->click();
    desk.settle();
    QCOMPARE(lastReport(desk), asked(app::yearOf(app::vietnamToday().year()), u"unit"_s));
    QVERIFY(!desk.button(u"Xem cả năm"_s));
}

void TestStatistics::theReportIsWritten_data() {
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("PDF") << u"pdf"_s << QByteArray("%PDF-1.6");
    QTest::newRow("ODS") << u"ods"_s << QByteArray("PK\x03\x04");
    QTest::newRow("CSV") << u"csv"_s << QByteArray("\xEF\xBB\xBF\"");
}

void TestStatistics::theReportIsWritten() {
    QFETCH(QString, ending);
    QFETCH(QByteArray, begins);
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Statistics);
    const QString path = desk.folder.filePath(u"báo cáo."_s + ending);
    desk.window->statisticsPage()->saveTo(path);
    desk.settle();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(begins));
    QVERIFY(desk.says(u"Đã lưu báo cáo"_s));
}

void TestStatistics::aFileThatCannotBeWrittenIsTold() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Statistics);
    desk.window->statisticsPage()->saveTo(desk.folder.filePath(u"không có/báo cáo.csv"_s));
    desk.settle();
    QVERIFY(desk.says(u"sheet-not-written"_s));
}

void TestStatistics::aRegisterIsAskedForAndWritten() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Books);
    QVERIFY(!desk.window->bookPage().panel());
    desk.button(u"Xuất sổ"_s)->click();
    auto* panel = qobject_cast<ui::RegisterPanel*>(desk.window->bookPage().panel());
    QVERIFY(panel && panel->isVisible());
    QCOMPARE(QApplication::focusWidget(), panel->findChild<QComboBox*>());
    const QList<QDateEdit*> days = panel->findChildren<QDateEdit*>();
    const int year = app::vietnamToday().year();
    QCOMPARE(days.first()->date(), QDate(year, 1, 1));
    panel->findChild<QSpinBox*>()->setValue(3);
    QTest::keyClick(panel->findChild<QComboBox*>(), Qt::Key_End); // the register of the handling

    // The last day before the first: said in place, nothing is asked.
    int wanted = 0;
    app::RegisterRequest request;
    connect(panel, &ui::RegisterPanel::accepted, this, [&](const app::RegisterRequest& one) {
        ++wanted;
        request = one;
    });
    days.first()->setDate(QDate(year, 2, 2));
    days.last()->setDate(QDate(year, 2, 1));
    panel->press();
    QCOMPARE(wanted, 0);
    QVERIFY(!days.last()->accessibleDescription().isEmpty());
    days.last()->setDate(QDate(year, 2, 28));
    panel->press();
    QCOMPARE(wanted, 1);
    QCOMPARE(request, (app::RegisterRequest{app::RegisterKind::Handling, year, {year, 2, 2}, {year, 2, 28}, 3}));

    desk.window->bookPage().saveTo(request, u"/sổ.pdf"_s);
    desk.settle();
    QCOMPARE(desk.office.acts().filter(u"register:"_s),
             QStringList{u"register:handling:%1:%1-02-02:%1-02-28:3:/sổ.pdf"_s.arg(year)});
    QVERIFY(desk.says(u"Đã lưu sổ"_s));
    QVERIFY(!desk.window->bookPage().panel());
}

void TestStatistics::aRegisterThatFailsIsToldInItsPanel() {
    Desk desk(app::Role::Clerk);
    desk.open(Folder::Books);
    desk.button(u"Xuất sổ"_s)->click();
    desk.office.refuseWith = u"sheet-not-written"_s;
    desk.window->bookPage().saveTo({app::RegisterKind::Incoming, 2026, {}, {}, 1}, u"/sổ.pdf"_s);
    desk.settle();
    QVERIFY(desk.window->bookPage().panel());
    QVERIFY(!desk.window->bookPage().panel()->isBusy());
    QVERIFY(desk.says(app::sentence(u"sheet-not-written"_s, app::Language::Vietnamese)));
}

void TestStatistics::pictures_data() {
    QTest::addColumn<bool>("english");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("open");
    QTest::addColumn<QSize>("size");
    for (const bool english : {false, true}) {
        for (const bool dark : {false, true}) {
            const QByteArray look = QByteArray(english ? "en" : "vi") + (dark ? "-dark" : "-light");
            for (const char* open : {"units", "senders", "months", "days", "tasks", "nothing", "register"}) {
                QTest::addRow("%s-%s", open, look.constData())
                    << english << dark << QString::fromLatin1(open) << QSize(1280, 800);
            }
            QTest::addRow("small-%s", look.constData()) << english << dark << u"units"_s << QSize(1024, 640);
        }
    }
}

void TestStatistics::pictures() {
    QFETCH(bool, english);
    QFETCH(bool, dark);
    QFETCH(QString, open);
    QFETCH(QSize, size);
    const QString keep = qEnvironmentVariable("CONGVAN_PICTURES");
    if (keep.isEmpty() && dark == english) {
        return; // two of the four tell enough where nobody looks at the pictures
    }
    Desk desk(app::Role::Clerk, english ? app::Language::English : app::Language::Vietnamese,
              dark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
    desk.window->resize(size);
    desk.office.nothingCame = open == "nothing"_L1;
    desk.open(open == "register"_L1 ? Folder::Books : Folder::Statistics);
    if (open == "register"_L1) {
        desk.window->bookPage().askRegister();
    } else if (open == "senders"_L1 || open == "months"_L1) {
        auto* rows = rowsOf(desk);
        rows->setCurrentIndex(int(open == "months"_L1 ? app::Breakdown::Month : app::Breakdown::Sender));
        emit rows->activated(rows->currentIndex());
    } else if (open == "tasks"_L1) {
        countTasks(desk);
    } else if (open == "days"_L1) {
        desk.button(english ? u"Other days"_s : u"Khoảng ngày khác"_s)->click();
    }
    desk.settle();
    for (const QAbstractButton* button : desk.window->findChildren<QAbstractButton*>()) {
        QVERIFY2(!button->isVisible() || button->text().isEmpty() || button->width() >= button->sizeHint().width() ||
                     button->property("kind") == u"quiet"_s,
                 qPrintable(button->text()));
    }
    const QImage picture = desk.window->grab().toImage();
    QCOMPARE(QColor(picture.pixel(2, 2)), ui::tokensOf(dark ? ui::Scheme::Dark : ui::Scheme::Light).surface);
    if (!keep.isEmpty()) {
        QVERIFY(QDir().mkpath(keep));
        QVERIFY(picture.save(QDir(keep).filePath(QString::fromLatin1(QTest::currentDataTag()) + u".png"_s)));
    }
}

QTEST_MAIN(TestStatistics)
#include "test_statistics.moc"
