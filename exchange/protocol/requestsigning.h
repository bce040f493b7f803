// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace exchange {

/// The parts of an office call that its HMAC covers.
struct SignedRequest {
    QByteArray method;       ///< upper case
    QByteArray pathAndQuery; ///< as on the request line, percent-encoded
    QByteArray account;
    QByteArray timeStamp;  ///< seconds since 1970 UTC, decimal
    QByteArray nonce;      ///< 32 lower-case hexadecimal digits, never used twice by an account
    QByteArray bodySha256; ///< of the request's body, also when it is empty
};

/// Names of the HTTP headers that carry the parts.
inline constexpr char accountHeader[] = "Congvan-Account";
inline constexpr char timeHeader[] = "Congvan-Time";
inline constexpr char nonceHeader[] = "Congvan-Nonce";
inline constexpr char bodyHashHeader[] = "Congvan-Content-Sha256";
inline constexpr char signatureHeader[] = "Congvan-Signature";

/// How far a request's time stamp may lie from the hub's clock.
inline constexpr qint64 allowedSkewSeconds = 300;

/// The text under the HMAC: "congvan-hmac-1" and the parts, each on a line of its own, ended by a line feed.
[[nodiscard]] QByteArray textToSign(const SignedRequest& request);

/// Lower-case hexadecimal HMAC-SHA256 of textToSign() under the account's secret.
[[nodiscard]] QByteArray signatureOf(const SignedRequest& request, const QByteArray& secret);

/// Compares in a time that depends on the lengths alone.
[[nodiscard]] bool equalInConstantTime(const QByteArray& one, const QByteArray& other);

/// Random lower-case hexadecimal digits (2 per byte) from the system's generator.
[[nodiscard]] QByteArray randomHex(int bytes);

} // namespace exchange
