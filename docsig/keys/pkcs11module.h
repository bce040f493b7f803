// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"

#include <QList>
#include <QString>

#include <p11-kit/pkcs11.h>

#include <memory>

namespace docsig {

/// PKCS#11 modules, loaded and initialised by p11-kit, released at the end. p11-kit counts: the same module may be open
/// several times in a process. Private to docsig/keys.
class Pkcs11Modules final {
public:
    ~Pkcs11Modules();
    Pkcs11Modules(const Pkcs11Modules&) = delete;
    Pkcs11Modules& operator=(const Pkcs11Modules&) = delete;

    /// The module of that file, or all that p11-kit's configuration names where the path is empty (without those that
    /// only carry trusted roots).
    [[nodiscard]] static Result<std::shared_ptr<Pkcs11Modules>> load(const QString& path);

    struct Module {
        QString path;
        CK_FUNCTION_LIST* functions = nullptr;
    };
    [[nodiscard]] const QList<Module>& modules() const { return m_modules; }

private:
    Pkcs11Modules() = default;

    QList<Module> m_modules;
    CK_FUNCTION_LIST** m_configured = nullptr; ///< p11-kit's own array, where all were loaded
};

/// The result of a failed call as an error with a code of its own.
[[nodiscard]] std::unexpected<Error> tokenFailure(const char* call, CK_RV result);

/// A wrong PIN; `flags` are the token's own after the attempt and tell how near the lock is.
[[nodiscard]] std::unexpected<Error> wrongTokenPin(CK_FLAGS flags);

} // namespace docsig
