// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QString>

namespace hub {

/// Encrypts the secrets of accounts and relays at rest: AES-256-GCM under a key file of mode 0600. Reentrant.
class SecretBox {
public:
    /// Makes a key file; an existing one is left as it is. "hub-key-file-failed".
    [[nodiscard]] static exchange::Result<void> createKeyFile(const QString& path);
    /// Reads it. "hub-key-file-failed" where it is missing, of a wrong size, or readable by others.
    [[nodiscard]] static exchange::Result<SecretBox> load(const QString& path);

    /// A value that only this key gives, and that tells nothing of it (hexadecimal).
    [[nodiscard]] QByteArray checkValue() const;
    /// `context` (the account's name) is bound to the value: a sealed secret moved to another account does not open.
    [[nodiscard]] exchange::Result<QByteArray> seal(const QByteArray& plain, const QByteArray& context) const;
    /// "hub-secret-unreadable".
    [[nodiscard]] exchange::Result<QByteArray> open(const QByteArray& sealed, const QByteArray& context) const;

private:
    explicit SecretBox(QByteArray key)
        : m_key(std::move(key)) {}

    QByteArray m_key;
};

/// What the sealed secret of an account, or of a relay, is bound to.
[[nodiscard]] QByteArray accountContext(const QString& account);
[[nodiscard]] QByteArray relayContext(const QString& relay);

} // namespace hub
