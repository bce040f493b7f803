// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace docsig {

/// What QCA needs for the whole life of a process. Each program's main() makes one, after its QCoreApplication and
/// before any key is opened, and keeps it to the end; keys, software or token, must be gone before it is. Only one at a
/// time.
class CryptoRuntime final {
public:
    CryptoRuntime();
    ~CryptoRuntime();
    CryptoRuntime(const CryptoRuntime&) = delete;
    CryptoRuntime& operator=(const CryptoRuntime&) = delete;

    /// False where QCA found no provider for RSA and PKCS#12 (its OpenSSL plugin is missing).
    [[nodiscard]] bool isUsable() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace docsig
