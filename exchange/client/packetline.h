// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/client/http.h"

#include <QJsonObject>

namespace exchange {

/// What the clients of servers between agencies share: the line, the server's clock, files up and down. Blocking, one
/// thread at a time.
class PacketLine {
public:
    /// `clock` is UTC; empty: the system's. Paths of requests are below the path of `baseUrl`.
    PacketLine(QUrl baseUrl, QString caFile, ClientLimits limits, std::function<QDateTime()> clock);

    [[nodiscard]] QDateTime now() const;
    /// The server's clock minus this machine's, by the Date header of the last answer (RFC 9110 §6.6.1).
    [[nodiscard]] std::optional<qint64> clockOffsetSeconds() const { return m_offset; }
    /// Retry-After of the last answer, in seconds; 0 where there was none.
    [[nodiscard]] qint64 retryAfterSeconds() const { return m_http.retryAfterSeconds(); }
    /// Now, or a moment of this machine's clock, as the server's clock says it.
    [[nodiscard]] QDateTime atServer(const QDateTime& time) const;

    /// An answer of any status.
    [[nodiscard]] Result<HttpAnswer> perform(HttpRequest request, const CallOptions& options);

    /// Sends a file as the part `partName` of a form, behind small fields. Content-Type is added unless the head's
    /// headers have one already. "packet-not-opened".
    [[nodiscard]] Result<HttpAnswer> sendFile(HttpRequest head, const QString& path, const QByteArray& partName,
                                              const QList<std::pair<QByteArray, QByteArray>>& fields,
                                              const CallOptions& options);

    /// Downloads into `targetPath`, whole or not at all. An answer that is no file (a status other than 200, or JSON)
    /// is given back to be read; a file gives an answer without body. "packet-file-unwritable".
    [[nodiscard]] Result<HttpAnswer> download(HttpRequest request, const QString& targetPath,
                                              const CallOptions& options);

private:
    void noteClock(const HttpAnswer& answer);

    QByteArray m_basePath;
    ClientLimits m_limits;
    std::function<QDateTime()> m_clock;
    std::optional<qint64> m_offset;
    Http m_http;
};

/// The JSON object that an answer is. Where it is none: what its HTTP status says.
[[nodiscard]] Result<QJsonObject> jsonAnswer(const HttpAnswer& answer);

/// Copies a file, flushed, whole or not at all. "packet-not-opened", "packet-file-unwritable".
[[nodiscard]] Result<void> copyWhole(const QString& path, const QString& targetPath);

/// Raises "packet-file-unwritable".
[[nodiscard]] std::unexpected<Error> unwritableFile(const QString& words);

/// Writes bytes to a file, whole or not at all. "packet-file-unwritable".
[[nodiscard]] Result<void> placeFile(const QByteArray& bytes, const QString& targetPath);

} // namespace exchange
