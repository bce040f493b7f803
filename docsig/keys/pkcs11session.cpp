// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/pkcs11session.h"

#include <array>
#include <vector>

namespace docsig {

namespace {

constexpr CK_ULONG mostSlots = 256;
constexpr CK_ULONG mostTokenObjects = 256;
constexpr std::size_t mostMechanisms = 1024;
constexpr CK_ULONG largestAttribute = 64 * 1024;

/// PKCS#11 pads its fixed fields with blanks.
template <typename Field>
QString textOf(const Field& field) {
    return QString::fromUtf8(reinterpret_cast<const char*>(field), sizeof(field)).trimmed();
}

TokenInfo describeToken(const QString& module, const CK_TOKEN_INFO& raw) {
    TokenInfo info;
    info.module = module;
    info.label = textOf(raw.label);
    info.serial = textOf(raw.serialNumber);
    info.model = textOf(raw.model);
    info.initialised = (raw.flags & CKF_TOKEN_INITIALIZED) != 0;
    info.loginRequired = (raw.flags & CKF_LOGIN_REQUIRED) != 0;
    info.countLow = (raw.flags & CKF_USER_PIN_COUNT_LOW) != 0;
    info.finalTry = (raw.flags & CKF_USER_PIN_FINAL_TRY) != 0;
    info.locked = (raw.flags & CKF_USER_PIN_LOCKED) != 0;
    return info;
}

} // namespace

QList<TokenSlot> tokensOf(const Pkcs11Modules& modules) {
    QList<TokenSlot> tokens;
    for (const Pkcs11Modules::Module& module : modules.modules()) {
        std::array<CK_SLOT_ID, mostSlots> places{};
        CK_ULONG count = mostSlots;
        if (module.functions->C_GetSlotList(CK_TRUE, places.data(), &count) != CKR_OK) {
            continue;
        }
        for (CK_ULONG i = 0; i < count && i < mostSlots; ++i) {
            CK_TOKEN_INFO raw{};
            if (module.functions->C_GetTokenInfo(places.at(i), &raw) == CKR_OK) {
                tokens.append({module.functions, places.at(i), raw.flags, describeToken(module.path, raw)});
            }
        }
    }
    return tokens;
}

CK_FLAGS flagsNow(const TokenSlot& token) {
    CK_TOKEN_INFO raw{};
    return token.functions->C_GetTokenInfo(token.slot, &raw) == CKR_OK ? raw.flags : 0;
}

Pkcs11Session::Pkcs11Session(std::shared_ptr<Pkcs11Modules> modules, TokenSlot token, CK_SESSION_HANDLE session)
    : m_modules(std::move(modules))
    , m_token(std::move(token))
    , m_session(session) {}

Pkcs11Session::~Pkcs11Session() {
    // Nothing can be mended here: a token that is gone has no session left to close.
    if (m_loggedIn) {
        (void)m_token.functions->C_Logout(m_session);
    }
    (void)m_token.functions->C_CloseSession(m_session);
}

Result<std::unique_ptr<Pkcs11Session>> Pkcs11Session::open(std::shared_ptr<Pkcs11Modules> modules, TokenSlot token) {
    CK_SESSION_HANDLE session = 0;
    const CK_RV result = token.functions->C_OpenSession(token.slot, CKF_SERIAL_SESSION, nullptr, nullptr, &session);
    if (result != CKR_OK) {
        return tokenFailure("C_OpenSession", result);
    }
    return std::unique_ptr<Pkcs11Session>(new Pkcs11Session(std::move(modules), std::move(token), session));
}

Result<void> Pkcs11Session::logIn(const Pin& pin) {
    if ((m_token.flags & CKF_LOGIN_REQUIRED) == 0) {
        return {};
    }
    if ((m_token.flags & CKF_USER_PIN_LOCKED) != 0) {
        return wrongTokenPin(m_token.flags);
    }
    Result<void> done = logInAs(CKU_USER, pin);
    m_loggedIn = done.has_value();
    return done;
}

Result<void> Pkcs11Session::logInForOperation(const Pin& pin) {
    return logInAs(CKU_CONTEXT_SPECIFIC, pin);
}

Result<void> Pkcs11Session::logInAs(CK_USER_TYPE user, const Pin& pin) {
    const bool hasKeypad = (m_token.flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0;
    if (pin.isEmpty() && !hasKeypad) {
        return wrongTokenPin(0);
    }
    // PKCS#11 takes the PIN as not const, and does not write to it.
    auto* word = reinterpret_cast<CK_UTF8CHAR*>(const_cast<char*>(pin.utf8().data()));
    const CK_RV result = m_token.functions->C_Login(m_session, user, pin.isEmpty() ? nullptr : word,
                                                    static_cast<CK_ULONG>(pin.utf8().size()));
    switch (result) {
    case CKR_OK:
    case CKR_USER_ALREADY_LOGGED_IN:
        return {};
    case CKR_PIN_INCORRECT:
    case CKR_PIN_INVALID:
    case CKR_PIN_LEN_RANGE:
        return wrongTokenPin(flagsNow(m_token));
    default:
        return failure("C_Login", result);
    }
}

std::unexpected<Error> Pkcs11Session::failure(const char* call, CK_RV result) const {
    CK_SLOT_INFO slot{};
    const bool vague = result == CKR_DEVICE_ERROR || result == CKR_GENERAL_ERROR || result == CKR_FUNCTION_FAILED;
    const bool gone = vague && m_token.functions->C_GetSlotInfo(m_token.slot, &slot) == CKR_OK &&
                      (slot.flags & CKF_REMOVABLE_DEVICE) != 0 && (slot.flags & CKF_TOKEN_PRESENT) == 0;
    return tokenFailure(call, gone ? CKR_DEVICE_REMOVED : result);
}

Result<QList<CK_OBJECT_HANDLE>> Pkcs11Session::find(CK_OBJECT_CLASS kind) const {
    CK_ATTRIBUTE wanted{CKA_CLASS, &kind, sizeof(kind)};
    if (const CK_RV result = m_token.functions->C_FindObjectsInit(m_session, &wanted, 1); result != CKR_OK) {
        return failure("C_FindObjectsInit", result);
    }
    QList<CK_OBJECT_HANDLE> found;
    std::array<CK_OBJECT_HANDLE, 32> some{};
    CK_ULONG count = 0;
    CK_RV result = CKR_OK;
    do {
        count = 0;
        result = m_token.functions->C_FindObjects(m_session, some.data(), some.size(), &count);
        for (CK_ULONG i = 0; result == CKR_OK && i < count && i < some.size(); ++i) {
            found.append(some.at(i));
        }
    } while (result == CKR_OK && count > 0 && found.size() < static_cast<qsizetype>(mostTokenObjects));
    (void)m_token.functions->C_FindObjectsFinal(m_session);
    if (result != CKR_OK) {
        return failure("C_FindObjects", result);
    }
    return found;
}

QByteArray Pkcs11Session::attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const {
    CK_ATTRIBUTE asked{type, nullptr, 0};
    if (m_token.functions->C_GetAttributeValue(m_session, object, &asked, 1) != CKR_OK || asked.ulValueLen == 0 ||
        asked.ulValueLen > largestAttribute) {
        return {};
    }
    QByteArray value(static_cast<qsizetype>(asked.ulValueLen), '\0');
    asked.pValue = value.data();
    if (m_token.functions->C_GetAttributeValue(m_session, object, &asked, 1) != CKR_OK ||
        asked.ulValueLen > static_cast<CK_ULONG>(value.size())) {
        return {};
    }
    value.truncate(static_cast<qsizetype>(asked.ulValueLen));
    return value;
}

std::optional<CK_ULONG> Pkcs11Session::number(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const {
    CK_ULONG value = 0;
    CK_ATTRIBUTE asked{type, &value, sizeof(value)};
    if (m_token.functions->C_GetAttributeValue(m_session, object, &asked, 1) != CKR_OK ||
        asked.ulValueLen != sizeof(value)) {
        return std::nullopt;
    }
    return value;
}

bool Pkcs11Session::flag(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type, bool otherwise) const {
    CK_BBOOL value = CK_FALSE;
    CK_ATTRIBUTE asked{type, &value, sizeof(value)};
    if (m_token.functions->C_GetAttributeValue(m_session, object, &asked, 1) != CKR_OK ||
        asked.ulValueLen != sizeof(value)) {
        return otherwise;
    }
    return value != CK_FALSE;
}

QList<CK_MECHANISM_TYPE> Pkcs11Session::mechanisms() const {
    std::array<CK_MECHANISM_TYPE, mostMechanisms> known{};
    CK_ULONG count = known.size();
    if (m_token.functions->C_GetMechanismList(m_token.slot, known.data(), &count) != CKR_OK || count > known.size()) {
        return {};
    }
    return {known.begin(), known.begin() + static_cast<std::ptrdiff_t>(count)};
}

Result<void> Pkcs11Session::beginSigning(CK_OBJECT_HANDLE key, CK_MECHANISM mechanism) {
    if (const CK_RV result = m_token.functions->C_SignInit(m_session, &mechanism, key); result != CKR_OK) {
        return failure("C_SignInit", result);
    }
    return {};
}

Result<QByteArray> Pkcs11Session::endSigning(const QByteArray& input) {
    QByteArray data = input; // PKCS#11 takes it as not const
    QByteArray value(2048, '\0');
    CK_ULONG size = static_cast<CK_ULONG>(value.size());
    const CK_RV result =
        m_token.functions->C_Sign(m_session, reinterpret_cast<CK_BYTE*>(data.data()),
                                  static_cast<CK_ULONG>(data.size()), reinterpret_cast<CK_BYTE*>(value.data()), &size);
    if (result != CKR_OK || size > static_cast<CK_ULONG>(value.size())) {
        return failure("C_Sign", result);
    }
    value.truncate(static_cast<qsizetype>(size));
    return value;
}

} // namespace docsig
