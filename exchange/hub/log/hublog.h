// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/http/finishedrequest.h"
#include "exchange/hub/log/linefile.h"
#include "exchange/protocol/error.h"

#include <QJsonObject>

namespace hub {

/// One JSON object a line for every request that is over: time, id, account, call, status, code, bytes, milliseconds,
/// address. Never a query, a header or a body. Thread-safe.
class AccessLog {
public:
    /// See LineFile.
    explicit AccessLog(QString path)
        : m_file(std::move(path)) {}

    void note(const FinishedRequest& request) noexcept;
    void reopen() noexcept { m_file.reopen(); }
    [[nodiscard]] qint64 lost() const { return m_file.lost(); }

private:
    LineFile m_file;
};

/// What the hub itself did: started, ended, cleaned up, failed. One JSON object a line, with "time", "level" and
/// "event". Thread-safe.
class HubLog {
public:
    explicit HubLog(QString path)
        : m_file(std::move(path)) {}

    void info(const QString& event, const QJsonObject& fields = {}) noexcept;
    void failure(const QString& event, const exchange::Error& error, const QJsonObject& fields = {}) noexcept;
    void reopen() noexcept { m_file.reopen(); }
    [[nodiscard]] qint64 lost() const { return m_file.lost(); }

private:
    void write(const QString& level, const QString& event, QJsonObject fields) noexcept;

    LineFile m_file;
};

} // namespace hub
