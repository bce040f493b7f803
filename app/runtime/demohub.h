// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QJsonObject>
#include <QString>

#include <memory>

class QProcess;

namespace app {

/// The demo world's exchange server: the program congvan-hub over a data folder, on loopback. Stopped when this object
/// is destroyed. Use it on one thread.
class DemoHub {
public:
    /// Makes the data folder and takes in agencies and people; returns what the hub prints: one-time enrolment codes.
    [[nodiscard]] static Result<QJsonObject> prepare(const QString& hubProgram, const QString& dataFolder,
                                                     const QJsonObject& import);

    /// Starts serving; port 0 takes a free one. Returns when the hub is ready. `demo-hub-not-started`.
    [[nodiscard]] static Result<std::unique_ptr<DemoHub>> start(const QString& hubProgram, const QString& dataFolder,
                                                                quint16 port);
    ~DemoHub();
    DemoHub(const DemoHub&) = delete;
    DemoHub& operator=(const DemoHub&) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

private:
    DemoHub(std::unique_ptr<QProcess> process, quint16 port);

    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
};

} // namespace app
