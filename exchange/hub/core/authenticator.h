// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/store.h"
#include "exchange/protocol/requestsigning.h"

#include <QDateTime>

#include <functional>

namespace hub {

class SecretBox;

/// What a request shows for who it is, whatever the scheme of its dialect.
struct Proof {
    QString account;
    QByteArray signature;
    std::function<QByteArray(const QByteArray& secret)> expected; ///< the signature as it must be
    QByteArray nonce; ///< never used twice by an account within the allowed skew; empty: the request has none
    QDateTime stamp;  ///< when the client made the request; invalid: it does not say
};

/// Finds out who makes a call, before its body is read. Requests that fail are limited by address (a growing pause
/// after many in a row); an account is never locked by them. Reentrant; blocks on the store.
class Authenticator {
public:
    /// References must outlive the object.
    Authenticator(Store& store, const SecretBox& secrets, std::function<QDateTime()> clock);

    /// "auth-failed" (account, secret or signature: it is not told which), "clock-skew", "nonce-replayed",
    /// "too-many-failures".
    [[nodiscard]] Result<Caller> authenticate(const exchange::SignedRequest& request, const QByteArray& signature,
                                              const QString& address);

    /// The same for a request of any dialect.
    [[nodiscard]] Result<Caller> authenticate(const Proof& proof, const QString& address);

    /// The caller as it is now, for a request that slept: "auth-failed" where the account was revoked meanwhile.
    [[nodiscard]] Result<Caller> stillAllowed(const Caller& caller);

    /// Redeems a one-time code: the account's name, its secret from now on. "enrolment-code-invalid".
    [[nodiscard]] Result<QString> enrol(const QString& code, const QByteArray& secret, const QString& address);

    /// The form in which a code is stored and looked for: case, spaces and hyphens do not matter.
    [[nodiscard]] static QByteArray codeHash(const QString& code);

private:
    [[nodiscard]] Result<void> checkAddress(const QString& address);
    void noteFailure(const QString& address);

    Store& m_store;
    const SecretBox& m_secrets;
    std::function<QDateTime()> m_clock;
};

} // namespace hub
