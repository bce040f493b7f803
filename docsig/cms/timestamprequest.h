// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/signingkey.h"
#include "docsig/report/error.h"

#include <QByteArray>
#include <QByteArrayView>

namespace docsig {

/// A TimeStampReq (RFC 3161 §2.4.1) and what its answer has to repeat.
struct TimeStampRequest {
    QByteArray der;
    QByteArray imprint; ///< the digest that is to be stamped
    Digest digest = Digest::Sha256;
    QByteArray nonce; ///< big-endian, no leading zero
};

/// Asks for a stamp over `imprint` (a digest by `digest`), with a fresh nonce and the authority's certificate wanted.
[[nodiscard]] Result<TimeStampRequest> makeTimeStampRequest(QByteArrayView imprint, Digest digest = Digest::Sha256);

/// The time-stamp token (DER ContentInfo) of a TimeStampResp, once status, imprint, digest, nonce and the token's own
/// signature were found right. Whether its authority is trusted is judged elsewhere. Codes: time-stamp-refused (with
/// the authority's words in the detail), time-stamp-answer-unreadable, time-stamp-answer-foreign (imprint or nonce of
/// something else), time-stamp-answer-wrong (its own arithmetic does not hold). Never throws; at most 1 MiB.
[[nodiscard]] Result<QByteArray> tokenFromAnswer(QByteArrayView answer, const TimeStampRequest& request);

/// The SignedData `cms` with the token as its signer's unsigned attribute signature-time-stamp (RFC 3161 appendix A,
/// ETSI EN 319 122-1 §5.3); every other byte of the signer info stays. DER in, DER out; BER is kept as it came where
/// the attribute can be added without touching what is signed. Code: cms-attribute-not-added.
[[nodiscard]] Result<QByteArray> withSignatureTimeStamp(QByteArrayView cms, QByteArrayView token);

} // namespace docsig
