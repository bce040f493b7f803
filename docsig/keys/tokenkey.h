// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/checkedkey.h"
#include "docsig/keys/pkcs11session.h"

namespace docsig {

/// How a token is asked for one kind of value: the mechanism, and whether it hashes the message itself.
struct TokenForm {
    CK_MECHANISM_TYPE mechanism = 0;
    bool hashesItself = false;
};

/// A key on a token, used through an open session. Private to docsig/keys.
class TokenKey final : public CheckedKey {
public:
    /// `pinForEach` is given where the key wants the PIN again for each signature (CKA_ALWAYS_AUTHENTICATE); it is
    /// empty there where the token has a keypad of its own.
    TokenKey(KeyKind kind, QList<QByteArray> chain, std::unique_ptr<Pkcs11Session> session, CK_OBJECT_HANDLE key,
             std::optional<Pin> pinForEach);

private:
    Result<QByteArray> signRaw(QByteArrayView message, Digest digest, SignatureScheme scheme) override;
    [[nodiscard]] Result<TokenForm> formFor(Digest digest, SignatureScheme scheme) const;

    std::unique_ptr<Pkcs11Session> m_session;
    CK_OBJECT_HANDLE m_key;
    std::optional<Pin> m_pinForEach;
    std::optional<Error> m_refusal; ///< of the login for one signature: the PIN is not tried a second time
    QList<CK_MECHANISM_TYPE> m_mechanisms;
};

} // namespace docsig
