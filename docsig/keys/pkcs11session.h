// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/pin.h"
#include "docsig/keys/pkcs11.h"
#include "docsig/keys/pkcs11module.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>

namespace docsig {

/// A slot with a token in it.
struct TokenSlot {
    CK_FUNCTION_LIST* functions = nullptr;
    CK_SLOT_ID slot = 0;
    CK_FLAGS flags = 0;
    TokenInfo info;
};

/// The tokens of all the modules.
[[nodiscard]] QList<TokenSlot> tokensOf(const Pkcs11Modules& modules);

/// The flags of a token as they stand now; nothing where it is gone.
[[nodiscard]] CK_FLAGS flagsNow(const TokenSlot& token);

/// One read-only session with one token, closed (and logged out) at its end. Private to docsig/keys.
class Pkcs11Session final {
public:
    ~Pkcs11Session();
    Pkcs11Session(const Pkcs11Session&) = delete;
    Pkcs11Session& operator=(const Pkcs11Session&) = delete;

    [[nodiscard]] static Result<std::unique_ptr<Pkcs11Session>> open(std::shared_ptr<Pkcs11Modules> modules,
                                                                     TokenSlot token);

    /// One C_Login. Not asked of the token at all where it says that it is locked, or where the PIN is empty and the
    /// token has no keypad of its own.
    [[nodiscard]] Result<void> logIn(const Pin& pin);
    /// The further login that some keys ask for each signature, after C_SignInit.
    [[nodiscard]] Result<void> logInForOperation(const Pin& pin);

    /// Objects of a class, at most 256.
    [[nodiscard]] Result<QList<CK_OBJECT_HANDLE>> find(CK_OBJECT_CLASS kind) const;
    /// An attribute's bytes, at most 64 KiB; empty where there is none.
    [[nodiscard]] QByteArray attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;
    [[nodiscard]] std::optional<CK_ULONG> number(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;
    [[nodiscard]] bool flag(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type, bool otherwise) const;

    /// What the token can do; empty where it does not say.
    [[nodiscard]] QList<CK_MECHANISM_TYPE> mechanisms() const;
    [[nodiscard]] Result<void> beginSigning(CK_OBJECT_HANDLE key, CK_MECHANISM mechanism);
    [[nodiscard]] Result<QByteArray> endSigning(const QByteArray& input);

private:
    Pkcs11Session(std::shared_ptr<Pkcs11Modules> modules, TokenSlot token, CK_SESSION_HANDLE session);
    [[nodiscard]] Result<void> logInAs(CK_USER_TYPE user, const Pin& pin);
    /// tokenFailure(), and token-removed where the slot turns out to be empty: not every module says so itself.
    [[nodiscard]] std::unexpected<Error> failure(const char* call, CK_RV result) const;

    std::shared_ptr<Pkcs11Modules> m_modules; ///< keeps the module loaded
    TokenSlot m_token;
    CK_SESSION_HANDLE m_session;
    bool m_loggedIn = false;
};

} // namespace docsig
