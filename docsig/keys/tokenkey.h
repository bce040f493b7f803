// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/checkedkey.h"
#include "docsig/keys/pkcs11session.h"

namespace docsig {

/// A key on a token, used through an open session. Private to docsig/keys.
class TokenKey final : public CheckedKey {
public:
    /// `pinForEach` is given where the key wants the PIN again for each signature (CKA_ALWAYS_AUTHENTICATE), else
    /// empty.
    TokenKey(KeyKind kind, QList<QByteArray> chain, std::unique_ptr<Pkcs11Session> session, CK_OBJECT_HANDLE key,
             Pin pinForEach);

private:
    Result<QByteArray> signRaw(QByteArrayView message, Digest digest) override;

    std::unique_ptr<Pkcs11Session> m_session;
    CK_OBJECT_HANDLE m_key;
    Pin m_pinForEach;
};

} // namespace docsig
