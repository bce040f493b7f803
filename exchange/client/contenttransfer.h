// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/client/http.h"

namespace exchange {

/// Moves contents between a hub and files: resumable both ways, hashed at the end, never half a file in place.
class ContentTransfer {
public:
    /// References must outlive the object.
    ContentTransfer(Http& http, const HubAccount& account, const ClientLimits& limits);

    [[nodiscard]] Result<void> upload(const QString& path, const QByteArray& sha256, const CallOptions& options);
    [[nodiscard]] Result<void> download(const QByteArray& sha256, const QString& targetPath,
                                        const QString& citingStream, const CallOptions& options);

private:
    struct Place;
    [[nodiscard]] Result<Place> beginUpload(const QByteArray& sha256, qint64 size, const CallOptions& options);
    [[nodiscard]] Result<void> checkAndPlace(const QString& partPath, const QByteArray& sha256,
                                             const QString& targetPath);

    Http& m_http;
    const HubAccount& m_account;
    const ClientLimits& m_limits;
};

} // namespace exchange
