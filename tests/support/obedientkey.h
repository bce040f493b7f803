// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <p11-kit/pkcs11.h>

#include <string>
#include <string_view>

namespace support {

/// Empty where the file cannot be read.
[[nodiscard]] std::string fileBytes(const char* path);

/// Of the key in that file (PKCS#8 DER).
[[nodiscard]] bool isRsaKey(const char* path);

/// What a token answers for that mechanism; RSA mechanisms alone (PKCS#1 v1.5 and PSS, plain or with the hash made by
/// the token). Empty on failure.
[[nodiscard]] std::string signAs(CK_MECHANISM_TYPE mechanism, const char* keyPath, std::string_view data);

} // namespace support
