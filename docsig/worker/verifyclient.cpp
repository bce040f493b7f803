// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/worker/verifyclient.h"

#include "docsig/report/reportjson.h"
#include "docsig/worker/cagedrun.h"
#include "docsig/worker/workerlimits.h"

#include <QFile>
#include <QJsonDocument>

namespace docsig {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype largestVerdict = 64 << 20;

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

/// What the worker left behind.
SignatureReport reportOf(const worker::CagedRun& run) {
    using End = worker::CagedRun::End;
    const auto report =
        run.end == End::Answered ? fromJson(QJsonDocument::fromJson(run.answer).object()) : std::nullopt;
    switch (run.end) {
    case End::NotStarted:
        return unreadable(finding("worker-not-started", Part::Document, Weight::Doubt, run.detail));
    case End::TimedOut:
        return unreadable(finding("worker-timeout", Part::Document, Weight::Doubt, run.detail));
    case End::Cancelled:
        return unreadable(finding("worker-cancelled", Part::Document, Weight::Doubt));
    case End::TooTalkative:
        return unreadable(finding("worker-too-talkative", Part::Document, Weight::Doubt));
    case End::Answered:
    case End::Died:
        break;
    }
    return report ? *report : unreadable(finding("worker-died", Part::Document, Weight::Doubt, run.detail));
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
    return reportOf(worker::runCaged(m_workerProgram, argumentsFor(m_trustDirectories, options), m_limits,
                                     file.handle(), largestVerdict, stop));
}

SignatureReport VerifyClient::verifyBytes(const QByteArray& pdf, const VerifyOptions& options,
                                          std::stop_token stop) const {
    const int document = worker::memoryFile(pdf.constData(), pdf.size());
    if (document < 0) {
        return unreadable(finding("worker-no-memory-file", Part::Document, Weight::Doubt));
    }
    const worker::CagedRun run = worker::runCaged(m_workerProgram, argumentsFor(m_trustDirectories, options), m_limits,
                                                  document, largestVerdict, stop);
    worker::closeFile(document);
    return reportOf(run);
}

} // namespace docsig
