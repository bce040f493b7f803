// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/render/renderprotocol.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QProcess>
#include <QString>

#include <chrono>
#include <functional>

namespace app::render {

/// A running congvan-render and the exchange of frames with it. Lives and is used on one thread.
class RenderProcess {
public:
    /// `cancelled` is asked while an answer is awaited.
    RenderProcess(QString program, const RenderLimits& limits, std::function<bool()> cancelled);
    ~RenderProcess();

    RenderProcess(const RenderProcess&) = delete;
    RenderProcess& operator=(const RenderProcess&) = delete;

    [[nodiscard]] Result<void> start();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] qint64 processId() const;

    /// Sends one request and waits for the answer of the kind; every failure but a fault that the worker itself reports
    /// ends the process.
    [[nodiscard]] Result<QByteArray> ask(Request request, const QByteArray& payload, Answer wanted,
                                         std::chrono::milliseconds time);
    void end();

private:
    [[nodiscard]] Result<QByteArray> exchange(Request request, const QByteArray& payload, Answer wanted,
                                              QDeadlineTimer deadline, bool& understood);
    [[nodiscard]] Result<void> awaitBytes(qsizetype count, QDeadlineTimer deadline);
    [[nodiscard]] std::unexpected<Error> died();

    QString m_program;
    RenderLimits m_limits;
    std::function<bool()> m_cancelled;
    QProcess m_process;
};

/// The places that make these two codes.
[[nodiscard]] std::unexpected<Error> garbledAnswer(const QString& what);
[[nodiscard]] std::unexpected<Error> cancelledCall();

} // namespace app::render
