// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/pkcs11module.h"

#include <QFile>
#include <QFileInfo>

#include <p11-kit/p11-kit.h>

#include <cstdlib>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Releasing {
    void operator()(char* text) const noexcept { std::free(text); }
};
using KitText = std::unique_ptr<char, Releasing>;

QString pathOf(CK_FUNCTION_LIST* functions) {
    const KitText name(p11_kit_module_get_filename(functions));
    return QFile::decodeName(name.get());
}

/// Modules that serve trusted roots and no person's keys.
bool carriesTrustAlone(CK_FUNCTION_LIST* functions) {
    const KitText policy(p11_kit_config_option(functions, "trust-policy"));
    return QByteArrayView(policy.get()) == "yes";
}

} // namespace

Pkcs11Modules::~Pkcs11Modules() {
    if (m_configured != nullptr) {
        p11_kit_modules_finalize_and_release(m_configured);
        return;
    }
    for (const Module& module : m_modules) {
        p11_kit_module_finalize(module.functions);
        p11_kit_module_release(module.functions);
    }
}

Result<std::shared_ptr<Pkcs11Modules>> Pkcs11Modules::load(const QString& path) {
    const std::shared_ptr<Pkcs11Modules> loaded(new Pkcs11Modules);
    if (path.isEmpty()) {
        loaded->m_configured = p11_kit_modules_load_and_initialize(0);
        for (CK_FUNCTION_LIST** each = loaded->m_configured; each != nullptr && *each != nullptr; ++each) {
            if (!carriesTrustAlone(*each)) {
                loaded->m_modules.append({pathOf(*each), *each});
            }
        }
        return loaded;
    }
    if (!QFileInfo(path).isFile()) {
        return fail("token-module-missing", path);
    }
    CK_FUNCTION_LIST* functions =
        p11_kit_module_load(QFile::encodeName(QFileInfo(path).absoluteFilePath()).constData(), 0);
    CK_RV result = CKR_GENERAL_ERROR;
    if (functions != nullptr) {
        result = p11_kit_module_initialize(functions);
        if (result != CKR_OK) {
            p11_kit_module_release(functions);
        }
    }
    if (result != CKR_OK) {
        return fail("token-module-broken", u"%1: %2"_s.arg(path, QString::fromUtf8(p11_kit_strerror(result))));
    }
    loaded->m_modules.append({path, functions});
    return loaded;
}

std::unexpected<Error> tokenFailure(const char* call, CK_RV result) {
    const QString detail = u"%1: 0x%2 %3"_s.arg(QLatin1StringView(call), QString::number(result, 16),
                                                QString::fromUtf8(p11_kit_strerror(result)));
    switch (result) {
    case CKR_PIN_LOCKED:
        return fail("token-locked", detail);
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_DEVICE_REMOVED:
    case CKR_SESSION_CLOSED:
    case CKR_SESSION_HANDLE_INVALID:
        return fail("token-removed", detail);
    case CKR_FUNCTION_CANCELED:
    case CKR_FUNCTION_REJECTED: // the person said no on the token's own keypad
    case CKR_CANCEL:
        return fail("token-cancelled", detail);
    case CKR_PIN_EXPIRED:
        return fail("token-pin-expired", detail);
    default:
        return fail("token-failed", detail);
    }
}

std::unexpected<Error> wrongTokenPin(CK_FLAGS flags) {
    if ((flags & CKF_USER_PIN_LOCKED) != 0) {
        return tokenFailure("C_Login", CKR_PIN_LOCKED);
    }
    if ((flags & CKF_USER_PIN_FINAL_TRY) != 0) {
        return fail("token-last-try");
    }
    return fail("token-wrong-pin");
}

} // namespace docsig
