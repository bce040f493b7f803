// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <functional>

namespace hub {

/// What may be told of one request when it is over: who, which call, how it ended. Never a word of what it carried, of
/// its query or of a header.
struct FinishedRequest {
    QDateTime time;       ///< UTC, of the request line
    QByteArray requestId; ///< random; the client gets it as "X-Request-Id"
    QByteArray call;      ///< "feed"; "unknown" where the request line named no call
    QString account;      ///< only once its signature was found good
    QString address;
    QString code;        ///< of the error that was answered; empty: none
    int status = 0;      ///< 0: the line ended before an answer was ready
    qint64 received = 0; ///< bytes of the body
    qint64 sent = 0;     ///< bytes of the answer's body
    double seconds = 0;  ///< from the request line to the end of the answer
    bool slept = false;  ///< it waited for news
    bool cut = false;    ///< the line was cut before the answer was out
};

/// Told of every request that is over, on any thread of the server. Must not block for long.
using RequestObserver = std::function<void(const FinishedRequest&)>;

} // namespace hub
