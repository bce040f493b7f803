// SPDX-License-Identifier: GPL-3.0-or-later
// The work of the window away from its thread.
#include "ui/presentation/taskrunner.h"

#include <QTest>

#include <utility>

namespace {

constexpr int Patience = 30000; // milliseconds, on a loaded machine under sanitizers

class TestTaskRunner : public QObject {
    Q_OBJECT

private slots:
    void a_result_never_comes_before_run_has_returned();
    void a_result_for_what_is_gone_is_dropped();
    void its_end_asks_all_work_to_stop();
};

void TestTaskRunner::a_result_never_comes_before_run_has_returned() {
    ui::TaskRunner runner;
    bool inside = false;
    int early = 0;
    int came = 0;
    constexpr int rounds = 20000;
    for (int round = 0; round < rounds; ++round) {
        inside = true;
        runner.run(
            this, [round](std::stop_token) { return round; },
            [&](int) {
                early += inside ? 1 : 0;
                ++came;
            });
        inside = false;
    }
    QTRY_VERIFY_WITH_TIMEOUT(runner.isIdle(), Patience);
    QCOMPARE(came, rounds);
    QCOMPARE(early, 0);
}

void TestTaskRunner::a_result_for_what_is_gone_is_dropped() {
    ui::TaskRunner runner;
    int came = 0;
    {
        QObject shortLived;
        runner.run(&shortLived, [](std::stop_token) { return 1; }, [&](int) { ++came; });
    }
    QTRY_VERIFY_WITH_TIMEOUT(runner.isIdle(), Patience);
    QCOMPARE(came, 0);
}

void TestTaskRunner::its_end_asks_all_work_to_stop() {
    int came = 0;
    bool asked = false;
    {
        ui::TaskRunner runner;
        runner.run(
            this,
            [&asked](std::stop_token stop) {
                while (!stop.stop_requested()) {
                    QThread::yieldCurrentThread();
                }
                asked = true;
                return 0;
            },
            [&](int) { ++came; });
    }
    QVERIFY(asked);
    QCoreApplication::processEvents();
    QCOMPARE(came, 0);
}

} // namespace

QTEST_GUILESS_MAIN(TestTaskRunner)
#include "test_taskrunner.moc"
