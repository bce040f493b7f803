// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/renderprocess.h"

#include "docsig/worker/workerprocess.h"

#include <csignal>

namespace app::render {

namespace {

using namespace Qt::Literals::StringLiterals;

/// How long one wait lasts before cancellation is looked at again.
constexpr int slice = 30;

std::unexpected<Error> timedOut(const QString& what) {
    return fail("render-worker-timeout", what);
}

std::unexpected<Error> toError(const QByteArray& payload) {
    switch (Fault(payload.isEmpty() ? 0 : payload.front())) {
    case Fault::NotAPdf:
        return fail("render-not-a-pdf");
    case Fault::Locked:
        return fail("render-locked");
    case Fault::PageMissing:
        return fail("render-page-missing");
    case Fault::PageFailed:
        return fail("render-page-failed");
    case Fault::TooLarge:
        return fail("render-too-large");
    case Fault::NotAnOfficeFile:
        return fail("render-not-an-office-file");
    case Fault::Garbled:
        break;
    }
    return garbledAnswer(u"the worker did not understand the request"_s);
}

} // namespace

std::unexpected<Error> garbledAnswer(const QString& what) {
    return fail("render-worker-garbled", what);
}

std::unexpected<Error> cancelledCall() {
    return fail("render-cancelled");
}

RenderProcess::RenderProcess(QString program, const RenderLimits& limits, std::function<bool()> cancelled)
    : m_program(std::move(program))
    , m_limits(limits)
    , m_cancelled(std::move(cancelled)) {
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.setWorkingDirectory(u"/"_s);
    // Which fonts there are is the only thing that the person's surroundings tell it.
    m_process.setProcessEnvironment(docsig::worker::smallEnvironment(
        {u"HOME"_s, u"FONTCONFIG_FILE"_s, u"FONTCONFIG_PATH"_s, u"FONTCONFIG_SYSROOT"_s}));
    m_process.setChildProcessModifier(docsig::worker::closeOthersAtExec);
}

RenderProcess::~RenderProcess() {
    end();
}

Result<void> RenderProcess::start() {
    m_process.start(m_program, QStringList(), QIODevice::ReadWrite | QIODevice::Unbuffered);
    if (!m_process.waitForStarted()) {
        return fail("render-worker-missing", m_program + u": "_s + m_process.errorString());
    }
    return {};
}

bool RenderProcess::isRunning() const {
    return m_process.state() == QProcess::Running;
}

qint64 RenderProcess::processId() const {
    return m_process.processId();
}

void RenderProcess::end() {
    if (m_process.state() != QProcess::NotRunning) {
        m_process.closeWriteChannel();
        m_process.kill();
        m_process.waitForFinished();
    }
}

Result<QByteArray> RenderProcess::ask(Request request, const QByteArray& payload, Answer wanted,
                                      std::chrono::milliseconds time) {
    bool understood = false;
    Result<QByteArray> answer = exchange(request, payload, wanted, QDeadlineTimer(time), understood);
    if (!understood) {
        end();
    }
    return answer;
}

Result<QByteArray> RenderProcess::exchange(Request request, const QByteArray& payload, Answer wanted,
                                           QDeadlineTimer deadline, bool& understood) {
    m_process.write(frameHead(quint8(request), payload.size()));
    m_process.write(payload);
    if (const Result<void> head = awaitBytes(headBytes, deadline); !head) {
        return std::unexpected(head.error());
    }
    const QByteArray head = m_process.read(headBytes);
    const qsizetype limit = qsizetype(m_limits.pixels) * 4 + 64 * qsizetype(m_limits.words + m_limits.pages) + 1024;
    const std::optional<qsizetype> length = payloadLength(head, limit);
    const auto kind = Answer(head.at(4));
    if (!length || (kind != wanted && kind != Answer::Fault)) {
        return garbledAnswer(u"an answer of kind %1"_s.arg(int(kind)));
    }
    QByteArray answer(*length, Qt::Uninitialized);
    for (qsizetype have = 0; have < *length;) {
        if (const Result<void> some = awaitBytes(1, deadline); !some) {
            return std::unexpected(some.error());
        }
        have += m_process.read(answer.data() + have, *length - have);
    }
    understood = true;
    if (kind == Answer::Fault) {
        return toError(answer);
    }
    return answer;
}

Result<void> RenderProcess::awaitBytes(qsizetype count, QDeadlineTimer deadline) {
    while (m_process.bytesAvailable() < count) {
        if (m_cancelled()) {
            return cancelledCall();
        }
        if (deadline.hasExpired()) {
            return timedOut(u"no answer in time"_s);
        }
        if (m_process.bytesAvailable() < count && !m_process.waitForReadyRead(slice) &&
            m_process.state() != QProcess::Running) {
            return died();
        }
    }
    return {};
}

std::unexpected<Error> RenderProcess::died() {
    if (m_process.exitStatus() == QProcess::CrashExit && m_process.exitCode() == SIGXCPU) {
        return timedOut(u"the processor time was used up"_s);
    }
    return fail("render-worker-died", u"exit code %1, %2"_s.arg(m_process.exitCode()).arg(m_process.errorString()));
}

} // namespace app::render
