// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace hub {

/// What one path of the operations listener answers.
struct OperationsPage {
    int status = 200;
    QByteArray type = "application/json";
    QByteArray body;
};

/// A listener of its own for those who watch the hub: it answers GET on a few paths and nothing else, only on loopback.
/// Apart from the office calls, so that a hub whose connections are all taken still tells how it is.
class OperationsListener {
public:
    using Pages = std::function<std::optional<OperationsPage>(const QByteArray& path)>;

    /// `pages` is called on the listener's thread: std::nullopt is 404.
    explicit OperationsListener(Pages pages);
    /// Stops.
    ~OperationsListener();
    OperationsListener(const OperationsListener&) = delete;
    OperationsListener& operator=(const OperationsListener&) = delete;

    /// "127.0.0.1:9400", "[::1]:9400"; port 0 takes a free one. "hub-operations-address" where it is not loopback or
    /// cannot be taken.
    [[nodiscard]] exchange::Result<void> start(const QString& address);
    [[nodiscard]] quint16 port() const;
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hub
