// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/worker/verifyclient.h"

#include "docsig/report/reportjson.h"
#include "docsig/worker/workerlimits.h"
#include "docsig/worker/workerprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

#include <csignal>

namespace docsig {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype largestAnswer = 64 << 20;
constexpr int patience = 20; ///< milliseconds between two looks at the clock and at the caller's wish to stop

SignatureReport unreadable(Finding finding) {
    SignatureReport report;
    report.verdict = Verdict::Unreadable;
    report.findings << std::move(finding);
    return report;
}

QStringList argumentsFor(const QStringList& trustDirectories, const VerifyOptions& options) {
    QStringList arguments;
    for (const QString& directory : trustDirectories) {
        arguments << u"--trust"_s << directory;
    }
    if (options.at.isValid()) {
        arguments << u"--at"_s << options.at.toUTC().toString(Qt::ISODateWithMs);
    }
    if (options.integrityOnly) {
        arguments << u"--integrity-only"_s;
    }
    return arguments;
}

SignatureReport timedOut(const QString& which) {
    return unreadable(finding("worker-timeout", Part::Document, Weight::Doubt, which));
}

/// What the worker left behind, once it has ended.
SignatureReport answerOf(QProcess& worker, const QByteArray& answer) {
    if (worker.exitStatus() != QProcess::NormalExit && worker.exitCode() == SIGXCPU) {
        return timedOut(u"processor time"_s);
    }
    const auto report = fromJson(QJsonDocument::fromJson(answer).object());
    if (worker.exitStatus() != QProcess::NormalExit || worker.exitCode() != 0 || !report) {
        const QString said = QString::fromUtf8(worker.readAllStandardError().right(500)).simplified();
        return unreadable(finding("worker-died", Part::Document, Weight::Doubt,
                                  u"exit code or signal %1; %2"_s.arg(worker.exitCode()).arg(said)));
    }
    return *report;
}

SignatureReport runWorker(const QString& program, const QStringList& arguments, const WorkerLimits& limits,
                          int document, const std::stop_token& stop) {
    QProcess worker;
    worker.setProcessEnvironment(docsig::worker::smallEnvironment());
    worker.setWorkingDirectory(u"/"_s);
    worker.setStandardInputFile(QProcess::nullDevice());
    worker.setChildProcessModifier([document, memory = limits.memoryBytes, seconds = limits.cpuSeconds] {
        docsig::worker::enterCage(document, memory, seconds);
    });
    worker.start(program, arguments, QIODevice::ReadOnly);
    if (!worker.waitForStarted(limits.wallMilliseconds)) {
        return unreadable(finding("worker-not-started", Part::Document, Weight::Doubt, worker.errorString()));
    }
    const auto abandon = [&worker](SignatureReport report) {
        worker.kill();
        worker.waitForFinished(-1);
        return report;
    };
    QElapsedTimer clock;
    clock.start();
    QByteArray answer;
    while (!worker.waitForFinished(patience)) {
        answer += worker.readAllStandardOutput();
        if (stop.stop_requested()) {
            return abandon(unreadable(finding("worker-cancelled", Part::Document, Weight::Doubt)));
        }
        if (clock.hasExpired(limits.wallMilliseconds)) {
            return abandon(timedOut(u"wall clock"_s));
        }
        if (answer.size() > largestAnswer) {
            return abandon(unreadable(finding("worker-too-talkative", Part::Document, Weight::Doubt)));
        }
    }
    answer += worker.readAllStandardOutput();
    return answerOf(worker, answer);
}

} // namespace

VerifyClient::VerifyClient(QString workerProgram, QString trustDirectory, WorkerLimits limits)
    : m_workerProgram(std::move(workerProgram))
    , m_limits(limits) {
    if (!trustDirectory.isEmpty()) {
        m_trustDirectories << std::move(trustDirectory);
    }
}

SignatureReport VerifyClient::verifyFile(const QString& path, const VerifyOptions& options,
                                         std::stop_token stop) const {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return unreadable(finding("worker-file-unreadable", Part::Document, Weight::Doubt, file.errorString()));
    }
    return runWorker(m_workerProgram, argumentsFor(m_trustDirectories, options), m_limits, file.handle(), stop);
}

SignatureReport VerifyClient::verifyBytes(const QByteArray& pdf, const VerifyOptions& options,
                                          std::stop_token stop) const {
    const int document = worker::memoryFile(pdf.constData(), pdf.size());
    if (document < 0) {
        return unreadable(finding("worker-no-memory-file", Part::Document, Weight::Doubt));
    }
    const SignatureReport report =
        runWorker(m_workerProgram, argumentsFor(m_trustDirectories, options), m_limits, document, stop);
    worker::closeFile(document);
    return report;
}

} // namespace docsig
