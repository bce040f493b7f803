// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace docsig {

/// The day from which on a digest proves nothing any more; invalid: none is known. Unknown names end at once, on
/// 1 January 1970: what nobody vouches for is stamped again.
[[nodiscard]] QDateTime endOfDigest(const QString& name);

/// The same of a signature algorithm with a key of that many bits; names as in CmsReading::signatureAlgorithm.
[[nodiscard]] QDateTime endOfSignature(const QString& name, int keyBits);

} // namespace docsig
