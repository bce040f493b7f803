// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/signingkey.h"
#include "docsig/report/error.h"

#include <QByteArray>
#include <QByteArrayView>

namespace docsig {

/// A detached CAdES SignedData (ETSI EN 319 122-1 B-B as PAdES, EN 319 142-1 §6.3, wants it: content type, message
/// digest, signing-certificate-v2, no signing time), DER. `contentDigest` is the digest of the ByteRange's bytes by
/// `digest`. All of the key's chain but a self-signed root goes in. One raw signature is asked of the key. Codes:
/// cms-digest-size, cms-certificate-unreadable, cms-build-failed, and those of the key.
[[nodiscard]] Result<QByteArray> buildDetachedCades(QByteArrayView contentDigest, SigningKey& key,
                                                    Digest digest = Digest::Sha256,
                                                    SignatureScheme scheme = SignatureScheme::Standard);

/// Bytes that buildDetachedCades() needs at most with this key: for the reserve in /Contents (twice that many hex
/// digits).
[[nodiscard]] qsizetype cadesSizeBound(const SigningKey& key);

/// The digest of the parts of a content one after the other.
[[nodiscard]] QByteArray digestOf(const QList<QByteArrayView>& parts, Digest digest);

} // namespace docsig
