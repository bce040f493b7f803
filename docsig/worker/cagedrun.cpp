// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/worker/cagedrun.h"

#include "docsig/worker/workerlimits.h"
#include "docsig/worker/workerprocess.h"

#include <QElapsedTimer>
#include <QProcess>

#include <csignal>

namespace docsig::worker {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int patience = 20; ///< milliseconds between two looks at the clock and at the caller's wish to stop

/// How a worker that ended by itself did.
CagedRun endOf(QProcess& worker, CagedRun run) {
    const bool normal = worker.exitStatus() == QProcess::NormalExit;
    if (!normal && worker.exitCode() == SIGXCPU) {
        run.end = CagedRun::End::TimedOut;
        run.detail = u"processor time"_s;
    } else if (normal && worker.exitCode() == 0) {
        run.end = CagedRun::End::Answered;
    } else {
        const QString said = QString::fromUtf8(worker.readAllStandardError().right(500)).simplified();
        run.detail = u"exit code or signal %1; %2"_s.arg(worker.exitCode()).arg(said);
    }
    return run;
}

} // namespace

CagedRun runCaged(const QString& program, const QStringList& arguments, const WorkerLimits& limits, int document,
                  qsizetype largestAnswer, const std::stop_token& stop) {
    QProcess worker;
    CagedRun run;
    worker.setProcessEnvironment(smallEnvironment());
    worker.setWorkingDirectory(u"/"_s);
    worker.setStandardInputFile(QProcess::nullDevice());
    worker.setChildProcessModifier(
        [document, memory = limits.memoryBytes, seconds = limits.cpuSeconds] { enterCage(document, memory, seconds); });
    worker.start(program, arguments, QIODevice::ReadOnly);
    if (!worker.waitForStarted(limits.wallMilliseconds)) {
        run.end = CagedRun::End::NotStarted;
        run.detail = worker.errorString();
        return run;
    }
    const auto abandon = [&](CagedRun::End end, const QString& why = {}) {
        worker.kill();
        worker.waitForFinished(-1);
        run.end = end;
        run.detail = why;
        return run;
    };
    QElapsedTimer clock;
    clock.start();
    while (!worker.waitForFinished(patience)) {
        run.answer += worker.readAllStandardOutput();
        if (stop.stop_requested()) {
            return abandon(CagedRun::End::Cancelled);
        }
        if (clock.hasExpired(limits.wallMilliseconds)) {
            return abandon(CagedRun::End::TimedOut, u"wall clock"_s);
        }
        if (run.answer.size() > largestAnswer) {
            return abandon(CagedRun::End::TooTalkative);
        }
    }
    run.answer += worker.readAllStandardOutput();
    return endOf(worker, std::move(run));
}

} // namespace docsig::worker
