// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <functional>
#include <optional>
#include <utility>

/// How the national axis' client signs a call (spec §4.1): its parameters travel as HTTP headers, and once more as one
/// JSON object under an HMAC. Shared by client and hub.
namespace exchange::axis {

/// Logical parameters, without the prefix that their headers bear, in the order in which they are signed.
using Fields = QList<std::pair<QByteArray, QByteArray>>;

inline constexpr char headerPrefix[] = "XroadVnpt-";
inline constexpr char signedKeysHeader[] = "XroadVnpt-sign-header-key";
inline constexpr char signedJsonHeader[] = "XroadVnpt-sign-header";
inline constexpr char hashHeader[] = "XroadVnpt-hash-header";

/// Vietnamese time, which the stamps mean where a profile says nothing else: they carry no zone.
inline constexpr int vietnamMinutes = 7 * 60;

/// The JSON object under the HMAC, compact, in the order of the fields.
[[nodiscard]] QByteArray signedJson(const Fields& fields);

/// Lower-case hexadecimal HMAC-SHA256 of the JSON under the account's secret.
[[nodiscard]] QByteArray hashOf(const QByteArray& json, const QByteArray& secret);

/// The headers of a call as "Name: value". "axis-value-refused" where a value is not printable ASCII (what other
/// letters become depends on the JSON writer) or a name is no header's.
[[nodiscard]] Result<QList<QByteArray>> headersOf(const Fields& fields, const QByteArray& secret);

/// "ddMMyyyy'T'HHmmss+SSSS": a literal plus and the milliseconds, no zone.
[[nodiscard]] QByteArray timestamp(const QDateTime& time, int zoneMinutes = vietnamMinutes);
[[nodiscard]] std::optional<QDateTime> readTimestamp(const QByteArray& text, int zoneMinutes = vietnamMinutes);

/// "dd/MM/yyyy HH:mm:ss", the form of fromDate and toDate.
[[nodiscard]] QByteArray listTime(const QDateTime& time, int zoneMinutes = vietnamMinutes);
/// That form, or "yyyy-MM-dd HH:mm:ss" with or without a fraction, as servers answer it; UTC.
[[nodiscard]] std::optional<QDateTime> readListTime(const QString& text, int zoneMinutes = vietnamMinutes);

/// The value of hash-file for a SHA-256 of 64 hexadecimal digits. `sdkForm`: as the Java library writes it, each byte
/// without its leading zero, so that it can be shorter.
[[nodiscard]] QByteArray fileHash(const QByteArray& sha256Hex, bool sdkForm);

/// A call as its headers tell it; nothing of it is proven before the hash is compared under the account's secret.
struct SignedCall {
    Fields fields; ///< what was signed, without the prefix; each equals its header
    QByteArray json;
    QByteArray hash; ///< as the caller claims it

    /// A field by its name in any case, as header names go; empty where it was not signed.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
};

/// Reads the headers of a call, strictly: the JSON is one flat object of texts without doubled names, the list of keys
/// names the same, each of them came exactly once as a header with the same value. What was not signed is not there.
/// "axis-headers-wrong"; `header` gives a header's value, `count` how often it came.
[[nodiscard]] Result<SignedCall> readHeaders(const std::function<QByteArray(const char*)>& header,
                                             const std::function<int(const char*)>& count);

} // namespace exchange::axis
