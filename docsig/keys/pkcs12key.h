// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/pin.h"
#include "docsig/keys/signingkey.h"

#include <QString>

#include <memory>

namespace docsig {

/// Opens a PKCS#12 file (.p12, .pfx). Codes: pkcs12-unreadable (no file, no right, over 1 MiB), pkcs12-malformed (not a
/// PKCS#12), pkcs12-wrong-pin, pkcs12-no-key (certificates only, or a key without its certificate), pkcs12-unusable (a
/// kind of key or file that this machine's cryptography does not take). The file is read once and closed. Blocking; any
/// thread but the GUI's.
[[nodiscard]] Result<std::unique_ptr<SigningKey>> openPkcs12(const QString& path, const Pin& pin);

} // namespace docsig
