// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/worker/verifyclient.h"

#include "docsig/report/reportjson.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryFile>

namespace docsig {

namespace {

constexpr int waitSlice = 50; // milliseconds between two looks at the stop token
constexpr qint64 largestAnswer = 32 << 20;

SignatureReport unreadable(Finding why) {
    SignatureReport report;
    report.verdict = Verdict::Unreadable;
    report.findings << std::move(why);
    return report;
}

QStringList argumentsFor(const QString& trustDirectory, const WorkerLimits& limits, const VerifyOptions& options) {
    QStringList arguments{QStringLiteral("--memory"), QString::number(limits.memoryBytes), QStringLiteral("--cpu"),
                          QString::number(limits.cpuSeconds)};
    if (!trustDirectory.isEmpty()) {
        arguments << QStringLiteral("--trust") << trustDirectory;
    }
    if (options.at.isValid()) {
        arguments << QStringLiteral("--at") << options.at.toUTC().toString(Qt::ISODateWithMs);
    }
    if (options.integrityOnly) {
        arguments << QStringLiteral("--integrity-only");
    }
    return arguments;
}

/// Waits for the end, the limit or the stop, whichever comes first; false where the worker had to be ended.
bool waitFor(QProcess& worker, int milliseconds, const std::stop_token& stop) {
    QElapsedTimer timer;
    timer.start();
    while (worker.state() != QProcess::NotRunning && !worker.waitForFinished(waitSlice)) {
        if (stop.stop_requested() || timer.elapsed() > milliseconds || worker.bytesAvailable() > largestAnswer) {
            worker.kill();
            worker.waitForFinished();
            return false;
        }
    }
    return true;
}

} // namespace

VerifyClient::VerifyClient(QString workerProgram, QString trustDirectory, WorkerLimits limits)
    : m_workerProgram(std::move(workerProgram))
    , m_trustDirectory(std::move(trustDirectory))
    , m_limits(limits) {}

SignatureReport VerifyClient::verifyFile(const QString& path, const VerifyOptions& options,
                                         std::stop_token stop) const {
    if (!QFileInfo(path).isFile() || !QFileInfo(path).isReadable()) {
        return unreadable(finding("file-not-readable", Part::Document, Weight::Fault));
    }
    QProcess worker;
    worker.setStandardInputFile(path);
    worker.setStandardErrorFile(QProcess::nullDevice());
    worker.start(m_workerProgram, argumentsFor(m_trustDirectory, m_limits, options), QIODevice::ReadOnly);
    if (!worker.waitForStarted()) {
        return unreadable(finding("worker-missing", Part::Document, Weight::Doubt, m_workerProgram));
    }
    if (!waitFor(worker, m_limits.wallMilliseconds, stop)) {
        return unreadable(stop.stop_requested() ? finding("worker-cancelled", Part::Document, Weight::Doubt)
                                                : finding("worker-timeout", Part::Document, Weight::Doubt));
    }
    const QByteArray answer = worker.readAllStandardOutput();
    const auto report = fromJson(QJsonDocument::fromJson(answer).object());
    if (worker.exitStatus() != QProcess::NormalExit || worker.exitCode() != 0 || !report) {
        return unreadable(finding("worker-died", Part::Document, Weight::Doubt));
    }
    return *report;
}

SignatureReport VerifyClient::verifyBytes(const QByteArray& pdf, const VerifyOptions& options,
                                          std::stop_token stop) const {
    QTemporaryFile file;
    if (!file.open() || file.write(pdf) != pdf.size() || !file.flush()) {
        return unreadable(finding("worker-input-not-written", Part::Document, Weight::Doubt));
    }
    return verifyFile(file.fileName(), options, std::move(stop));
}

} // namespace docsig
