// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's thread is busy in one go while a person scrolls through a list of a large office, and while a
// document is accepted. A watchdog measures every event that the thread handles.
//   benchwindow FOLDER [WHEELS]     over a profile that benchoffice made
#include "app/runtime/cryptography.h"
#include "app/runtime/officesession.h"
#include "ui/mainwindow.h"
#include "ui/presentation/sessionoffice.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QScrollBar>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double asked = 16; // ms

/// Measures each event from outside, with whatever it calls.
class WatchedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        if (m_depth > 0) {
            return QApplication::notify(receiver, event);
        }
        ++m_depth;
        QElapsedTimer timer;
        timer.start();
        const int type = event->type();
        const char* const name = receiver->metaObject()->className();
        const bool handled = QApplication::notify(receiver, event);
        --m_depth;
        if (m_watches) {
            const double taken = double(timer.nsecsElapsed()) / 1e6;
            if (m_taken.empty() || taken > m_worst) {
                m_worst = taken;
                m_worstOf = u"%1, event %2"_s.arg(QString::fromLatin1(name)).arg(type);
            }
            m_taken.push_back(taken);
        }
        return handled;
    }

    void watch() { m_watches = true; }
    void tell(const char* figure, int done) {
        m_watches = false;
        std::ranges::sort(m_taken);
        const auto over = std::ranges::count_if(m_taken, [](double taken) { return taken > asked; });
        std::printf(
            "{\"figure\": \"%s\", \"steps\": %d, \"events\": %zu, \"p99\": %.2f, \"worst\": %.2f, \"over\": %td,"
            " \"worstIn\": \"%s\", \"unit\": \"ms\", \"asked\": %.0f}\n",
            figure, done, m_taken.size(), m_taken.at(m_taken.size() * 99 / 100), m_taken.back(), over,
            qPrintable(m_worstOf), asked);
        m_taken.clear();
    }

private:
    std::vector<double> m_taken;
    QString m_worstOf;
    double m_worst = 0;
    int m_depth = 0;
    bool m_watches = false;
};

/// Turns the wheel over the list, faster than a screen is drawn anew.
class Scrolling : public QObject {
public:
    Scrolling(WatchedApplication& application, ui::MainWindow& window, int wheels)
        : m_application(application)
        , m_window(window)
        , m_view(window.listPane().findChild<QListView*>())
        , m_wheels(wheels) {
        connect(&m_timer, &QTimer::timeout, this, &Scrolling::step);
    }
    void begin() {
        m_application.watch();
        m_timer.start(8);
    }

private:
    void step() {
        if (m_done == m_wheels) {
            m_timer.stop();
            m_application.tell("window-scroll", m_window.listPane().rows());
            QApplication::quit();
            return;
        }
        ++m_done;
        QWidget* const ground = m_view->viewport();
        const QPointF middle = ground->rect().center();
        // Mostly ahead by a turn, now and then by a fling, and back again.
        const int turn = m_done % 50 == 0 ? 1200 : m_done % 97 == 0 ? 2400 : -120 * (m_done % 20 == 0 ? 20 : 3);
        auto* const wheel = new QWheelEvent(middle, ground->mapToGlobal(middle), {}, {0, turn}, Qt::NoButton,
                                            Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::postEvent(ground, wheel);
    }

    WatchedApplication& m_application;
    ui::MainWindow& m_window;
    QListView* m_view;
    QTimer m_timer;
    int m_wheels;
    int m_done = 0;
};

} // namespace

int main(int argc, char* argv[]) {
    WatchedApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const app::Cryptography cryptography;
    auto session = app::OfficeSession::open(arguments.value(1), app::Programs::besideThisProgram());
    if (!session) {
        std::fprintf(stderr, "benchwindow: %s\n", qPrintable(session.error().code));
        return 1;
    }
    ui::Theme theme(nullptr);
    theme.applyTo(application);
    const ui::Formatter formatter(app::Language::Vietnamese);
    ui::SessionOffice office(**session);
    ui::MainWindow window(theme, formatter, office);
    window.resize(1280, 720);
    window.show();
    window.openFolder(app::Folder::Done, 0);
    Scrolling scrolling(application, window, arguments.value(2, u"1500"_s).toInt());
    QTimer settled;
    QObject::connect(&settled, &QTimer::timeout, &scrolling, [&] {
        if (window.isSettled() && window.listPane().rows() > 0) {
            settled.stop();
            scrolling.begin();
        }
    });
    settled.start(50);
    return QApplication::exec();
}
