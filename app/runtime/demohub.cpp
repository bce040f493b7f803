// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/demohub.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr int commandMilliseconds = 60'000;
constexpr int startMilliseconds = 20'000;
constexpr int stopMilliseconds = 10'000;
constexpr int lookMilliseconds = 10;

/// Runs one command of the hub to its end and returns what it printed.
Result<QByteArray> runHub(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments, QIODevice::ReadOnly);
    const bool ended = process.waitForStarted(commandMilliseconds) && process.waitForFinished(commandMilliseconds);
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        const QString said = QString::fromUtf8(process.readAllStandardError().right(2000));
        return fail("demo-hub-not-prepared", arguments.value(0) + u": "_s + process.errorString() + u' ' + said);
    }
    return process.readAllStandardOutput();
}

quint16 readPort(const QString& readyFile) {
    QFile file(readyFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    return file.read(16).trimmed().toUShort();
}

} // namespace

DemoHub::DemoHub(std::unique_ptr<QProcess> process, quint16 port)
    : m_process(std::move(process))
    , m_port(port) {}

DemoHub::~DemoHub() {
    m_process->terminate();
    if (!m_process->waitForFinished(stopMilliseconds)) {
        m_process->kill();
        m_process->waitForFinished(stopMilliseconds);
    }
}

Result<QJsonObject> DemoHub::prepare(const QString& hubProgram, const QString& dataFolder, const QJsonObject& import) {
    if (auto made = runHub(hubProgram, {u"init"_s, u"--data"_s, dataFolder}); !made) {
        return std::unexpected(made.error());
    }
    const QTemporaryDir scratch;
    const QString path = scratch.filePath(u"import.json"_s);
    QFile file(path);
    const QByteArray text = QJsonDocument(import).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        return fail("demo-import-not-written", file.errorString());
    }
    file.close();
    const auto printed = runHub(hubProgram, {u"import"_s, u"--data"_s, dataFolder, path});
    if (!printed) {
        return std::unexpected(printed.error());
    }
    return QJsonDocument::fromJson(*printed).object();
}

Result<std::unique_ptr<DemoHub>> DemoHub::start(const QString& hubProgram, const QString& dataFolder, quint16 port) {
    const QTemporaryDir scratch;
    const QString readyFile = scratch.filePath(u"ready"_s);
    auto process = std::make_unique<QProcess>();
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(dataFolder + u".log"_s, QIODevice::Append);
    process->start(
        hubProgram,
        {u"serve"_s, u"--data"_s, dataFolder, u"--port"_s, QString::number(port), u"--ready-file"_s, readyFile},
        QIODevice::NotOpen);
    const QDeadlineTimer deadline(startMilliseconds);
    quint16 bound = 0;
    bool alive = process->waitForStarted(startMilliseconds);
    while (alive && bound == 0 && !deadline.hasExpired()) {
        // Waits for the end of the process: the hub that cannot start ends at once and says why.
        alive = !process->waitForFinished(lookMilliseconds);
        bound = readPort(readyFile);
    }
    if (!alive || bound == 0) {
        process->kill();
        process->waitForFinished(stopMilliseconds);
        return fail("demo-hub-not-started", process->errorString());
    }
    return std::unique_ptr<DemoHub>(new DemoHub(std::move(process), bound));
}

} // namespace app
