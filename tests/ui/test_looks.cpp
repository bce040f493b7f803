// SPDX-License-Identifier: GPL-3.0-or-later
// How every scene of the window looks: nothing is squeezed below what it needs, nothing reaches out of what holds it,
// no words are cut, in both languages at 1280×720. Where CONGVAN_PICTURES names a folder, all scenes are drawn into it
// in both languages and both schemes, at 100, 125 and 200 %, on screens of 1280×720 and 1920×1080; CONGVAN_SCENES then
// limits them to the names that hold these letters.
#include "docsig/keys/cryptoruntime.h"
#include "tests/ui/scenes.h"

#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTabBar>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;
using app::Language;
using tests::Desk;
using tests::Scene;

namespace {

constexpr QSize smallScreen(1280, 720);

QString nameOf(const QWidget& widget) {
    const QString words = widget.accessibleName().isEmpty() ? widget.objectName() : widget.accessibleName();
    return QString::fromLatin1(widget.metaObject()->className()) +
           (words.isEmpty() ? QString() : u" “%1”"_s.arg(words));
}

/// Inside a scroll area things may be as long as they want; what is checked there is the width alone.
bool isScrolled(const QWidget& widget) {
    const auto* port = widget.parentWidget();
    return port && qobject_cast<const QAbstractScrollArea*>(port->parentWidget());
}

/// What the widget needs at its width. What a layout wants for a width is more than what it needs.
int leastHeight(const QWidget& widget, int plain) {
    if (!widget.hasHeightForWidth() || qobject_cast<const QStackedLayout*>(widget.layout())) {
        return plain;
    }
    return widget.layout() ? widget.layout()->totalMinimumHeightForWidth(widget.width())
                           : widget.heightForWidth(widget.width());
}

/// Less than it needs, or over the edge of what holds it.
QStringList squeezed(const QWidget& window) {
    QStringList faults;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || tests::isInner(*widget) || widget->isWindow() || isScrolled(*widget)) {
            continue;
        }
        QSize needed = widget->minimumSizeHint().expandedTo(widget->minimumSize()).boundedTo(widget->maximumSize());
        needed.setHeight(qMin(leastHeight(*widget, needed.height()), widget->maximumHeight()));
        const bool yields = widget->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
        if ((widget->width() < needed.width() && !yields) || widget->height() < needed.height()) {
            faults << u"%1 has %2×%3 of %4×%5"_s.arg(nameOf(*widget))
                          .arg(widget->width())
                          .arg(widget->height())
                          .arg(needed.width())
                          .arg(needed.height());
        }
        if (!widget->parentWidget()->rect().contains(widget->geometry())) {
            faults << u"%1 reaches out of %2"_s.arg(nameOf(*widget), nameOf(*widget->parentWidget()));
        }
    }
    return faults;
}

bool isCut(const QLabel& label) {
    if (label.text().isEmpty()) {
        return false;
    }
    const QFontMetrics metrics = label.fontMetrics();
    const int room = label.contentsRect().width();
    if (label.wordWrap()) {
        const QStringList words = label.text().split(QRegularExpression(u"\\s"_s));
        return label.heightForWidth(label.width()) > label.height() ||
               std::ranges::any_of(words, [&](const QString& word) { return metrics.horizontalAdvance(word) > room; });
    }
    return metrics.horizontalAdvance(label.text()) > room && label.toolTip() != label.text();
}

bool isCut(const QTabBar& tabs) {
    int wanted = 0;
    for (int tab = 0; tab < tabs.count(); ++tab) {
        wanted += tabs.fontMetrics().horizontalAdvance(QString(tabs.tabText(tab)).remove(u'&')) + 8;
    }
    return wanted > tabs.width() || tabs.tabRect(tabs.count() - 1).right() >= tabs.width();
}

bool isCut(const QTableView& table) {
    const QHeaderView* head = table.horizontalHeader();
    for (int column = 0; column < head->count(); ++column) {
        const QString words = table.model()->headerData(column, Qt::Horizontal).toString();
        if (!head->isSectionHidden(column) &&
            head->fontMetrics().horizontalAdvance(words) + 24 > head->sectionSize(column)) {
            return true;
        }
    }
    return false;
}

/// The words of this widget that do not fit; empty where all do.
QString cutWords(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        return isCut(*label) ? label->text() : QString();
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        return button->width() < button->sizeHint().width() ? button->text() : QString();
    }
    if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
        const QString words = box->currentIndex() < 0 ? box->placeholderText() : box->currentText();
        const bool fits = box->fontMetrics().horizontalAdvance(words) <= box->width() - 40;
        return fits || box->toolTip() == words ? QString() : words;
    }
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) {
        const QMargins beside = line->textMargins();
        const int room = line->width() - 20 - beside.left() - beside.right() - (line->actions().isEmpty() ? 0 : 24);
        const QString words = line->text().isEmpty() ? line->placeholderText() : QString();
        return line->fontMetrics().horizontalAdvance(words) > room ? words : QString();
    }
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        return isCut(*tabs) ? u"tabs"_s : QString();
    }
    if (const auto* table = qobject_cast<const QTableView*>(&widget)) {
        return isCut(*table) ? u"head of a table"_s : QString();
    }
    return {};
}

QStringList allCutWords(const QWidget& window) {
    QStringList faults;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->isVisible() && !tests::isInner(*widget)) {
            if (const QString words = cutWords(*widget); !words.isEmpty()) {
                faults << u"“%1” (%2)"_s.arg(words).arg(widget->width());
            }
        }
    }
    return faults;
}

} // namespace

class TestLooks : public QObject {
    Q_OBJECT

private slots:
    void nothing_is_cut_data();
    void nothing_is_cut();
    void the_smallest_window_shows_the_button_data();
    void the_smallest_window_shows_the_button();
    void pictures_data();
    void pictures();
};

void TestLooks::nothing_is_cut_data() {
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<bool>("english");
    for (const Scene& scene : tests::allScenes()) {
        QTest::addRow("%s-vi", scene.name.constData()) << scene << false;
        QTest::addRow("%s-en", scene.name.constData()) << scene << true;
    }
}

void TestLooks::nothing_is_cut() {
    QFETCH(Scene, scene);
    QFETCH(bool, english);
    Desk desk(scene.role, english ? Language::English : Language::Vietnamese,
              english ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
    desk.window->resize(smallScreen);
    tests::enter(desk, scene);
    // The ground of the scheme is what most of the top bar shows.
    const QImage corner = desk.window->grab(QRect(0, 0, 4, 4)).toImage();
    const ui::Tokens& tokens = ui::tokensOf(english ? ui::Scheme::Dark : ui::Scheme::Light);
    QCOMPARE(QColor(corner.pixel(2, 2)), tokens.surface);
    const QStringList narrow = squeezed(*desk.window);
    QVERIFY2(narrow.isEmpty(), qPrintable(narrow.join(u"; "_s)));
    const QStringList cut = allCutWords(*desk.window);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u"; "_s)));
}

void TestLooks::the_smallest_window_shows_the_button_data() {
    QTest::addColumn<Scene>("scene");
    for (const Scene& scene : tests::allScenes()) {
        if (QByteArrayList{"accept-invalid", "direct-missing", "sign", "update"}.contains(scene.name)) {
            QTest::addRow("%s", scene.name.constData()) << scene;
        }
    }
}

/// 200 % on a screen of 1280×720: the fields scroll, the act and what has the focus stay in sight.
void TestLooks::the_smallest_window_shows_the_button() {
    QFETCH(Scene, scene);
    Desk desk(scene.role);
    desk.window->resize(640, 360);
    desk.window->activateWindow();
    tests::enter(desk, scene);
    QCOMPARE(desk.window->size(), QSize(640, 360));
    const ui::ActionPanel* panel = desk.window->documentPane().panel();
    QVERIFY(panel && panel->isVisible());
    QList<const QWidget*> wanted{QApplication::focusWidget()};
    for (const QPushButton* button : panel->findChildren<QPushButton*>(Qt::FindDirectChildrenOnly)) {
        wanted << button;
    }
    QCOMPARE(wanted.size(), 3);
    for (const QWidget* one : wanted) {
        QVERIFY(one && one->isVisible());
        QVERIFY2(one->visibleRegion().boundingRect() == one->rect(), qPrintable(nameOf(*one)));
    }
}

void TestLooks::pictures_data() {
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<bool>("english");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("screen");
    const QString wanted = qEnvironmentVariable("CONGVAN_SCENES");
    for (const Scene& scene : tests::allScenes()) {
        if (!QString::fromLatin1(scene.name).contains(wanted)) {
            continue;
        }
        for (const bool english : {false, true}) {
            for (const bool dark : {false, true}) {
                for (const QSize screen : {smallScreen, QSize(1920, 1080)}) {
                    QTest::addRow("%s-%s-%s-%d", scene.name.constData(), english ? "en" : "vi", dark ? "dark" : "light",
                                  screen.width())
                        << scene << english << dark << screen;
                }
            }
        }
    }
}

void TestLooks::pictures() {
    const QString keep = qEnvironmentVariable("CONGVAN_PICTURES");
    if (keep.isEmpty()) {
        QSKIP("CONGVAN_PICTURES names no folder");
    }
    QFETCH(Scene, scene);
    QFETCH(bool, english);
    QFETCH(bool, dark);
    QFETCH(QSize, screen);
    Desk desk(scene.role, english ? Language::English : Language::Vietnamese,
              dark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
    const double scale = desk.window->devicePixelRatioF();
    desk.window->resize(QSizeF(QSizeF(screen) / scale).toSize());
    tests::enter(desk, scene);
    const QImage picture = desk.window->grab().toImage();
    QVERIFY(QDir().mkpath(keep));
    const QString name = u"%1-%2.png"_s.arg(QString::fromLatin1(QTest::currentDataTag())).arg(qRound(scale * 100));
    QVERIFY(picture.save(QDir(keep).filePath(name)));
}

/// A scale belongs to a process: where pictures are wanted, one is started for each that is not this one's.
int main(int argc, char* argv[]) {
    const bool pictures = qEnvironmentVariableIsSet("CONGVAN_PICTURES");
    if (pictures && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR")) {
        const QCoreApplication application(argc, argv);
        int faults = 0;
        for (const QString& scale : {u"1"_s, u"1.25"_s, u"2"_s}) {
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"QT_SCALE_FACTOR"_s, scale);
            process.setProcessEnvironment(environment);
            process.setProcessChannelMode(QProcess::ForwardedChannels);
            process.start(QCoreApplication::applicationFilePath(), {u"pictures"_s});
            faults += process.waitForFinished(-1) && process.exitCode() == 0 ? 0 : 1;
        }
        return faults;
    }
    QApplication application(argc, argv);
    const docsig::CryptoRuntime cryptography;
    TestLooks test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_looks.moc"
