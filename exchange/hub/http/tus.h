// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/http/answer.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>

#include <functional>
#include <optional>

namespace hub {

using exchange::Result;

/// What the headers of a request for an upload say, by tus 1.0.0 (https://tus.io/protocols/resumable-upload).
struct TusHead {
    struct Checksum {
        QByteArray algorithm; ///< one of tusChecksumAlgorithms
        QByteArray digest;    ///< raw
    };
    bool versioned = false;                 ///< Tus-Resumable came and names our version
    std::optional<qint64> offset;           ///< Upload-Offset
    std::optional<qint64> length;           ///< Upload-Length
    std::optional<Checksum> checksum;       ///< Upload-Checksum, of this part
    QHash<QByteArray, QByteArray> metadata; ///< Upload-Metadata, values decoded
    bool partType = false;                  ///< Content-Type is that of parts
};

inline constexpr char tusVersion[] = "1.0.0";
inline constexpr char tusExtensions[] = "creation,expiration,checksum,termination";
inline constexpr char tusChecksumAlgorithms[] = "sha1,sha256";
inline constexpr char tusPartType[] = "application/offset+octet-stream";

/// The name in Upload-Metadata under which a client says the SHA-256 (hexadecimal) of what it will upload: contents are
/// kept by it, so an upload without is refused.
inline constexpr char tusHashName[] = "sha256";

/// Reads the headers; `header` gives the value of a name, empty where there is none. Pure. "tus-version-wrong" for
/// another version, "request-malformed" for whatever cannot be read, an unknown checksum algorithm and a length that is
/// told later (an extension that is not offered).
[[nodiscard]] Result<TusHead> parseTusHead(const std::function<QByteArray(const char* name)>& header);

/// "tus-version-wrong" where a request that must say its version does not.
[[nodiscard]] Result<void> needTusVersion(const TusHead& head);

/// The digest by one of tusChecksumAlgorithms, of a part that streams by.
class TusChecksum {
public:
    explicit TusChecksum(const TusHead::Checksum& wanted);
    ~TusChecksum();
    void addData(const QByteArray& bytes);
    /// "upload-checksum-wrong", HTTP status 460, where the bytes are not those that the client meant.
    [[nodiscard]] Result<void> check() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// A moment as HTTP writes it (RFC 9110 §5.6.7).
[[nodiscard]] QByteArray httpDate(const QDateTime& moment);

/// The answer to OPTIONS: what of tus is understood here.
[[nodiscard]] Answer tusOptions(qint64 longestUpload);

/// Adds what every answer to a request for uploads carries: the version, and for a wrong one those that are known.
[[nodiscard]] Answer withTusVersion(Answer answer);

} // namespace hub
