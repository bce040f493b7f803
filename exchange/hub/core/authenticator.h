// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/ratelimit.h"
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
    qint64 bytes = 0; ///< of the body that is announced, counted against the account's rate
};

/// How much may be asked before a client is told to wait. Nothing set: as much as it likes.
struct AskingRates {
    Rate account;
    Rate address; ///< requests alone: bytes come only after an account is known
};

/// Finds out who makes a call, before its body is read. Requests that fail are limited by address, or by network where
/// it is IPv6 (a growing pause after many in a row); an account is never locked by them. A request that succeeds takes
/// back the failures of its own account alone, so that nobody with one account may guess at others for ever. Requests
/// that are good are limited by account and address. Reentrant; blocks on the store.
class Authenticator {
public:
    /// References must outlive the object.
    Authenticator(Store& store, const SecretBox& secrets, std::function<QDateTime()> clock,
                  const AskingRates& rates = {});

    /// "auth-failed" (account, secret or signature: it is not told which), "clock-skew", "nonce-replayed",
    /// "too-many-failures", "too-fast"; both name the seconds to wait. `bytes`: of the body that is announced.
    [[nodiscard]] Result<Caller> authenticate(const exchange::SignedRequest& request, const QByteArray& signature,
                                              const QString& address, qint64 bytes = 0);

    /// The same for a request of any dialect.
    [[nodiscard]] Result<Caller> authenticate(const Proof& proof, const QString& address);

    /// The caller as it is now, for a request that slept: "auth-failed" where the account was revoked meanwhile.
    [[nodiscard]] Result<Caller> stillAllowed(const Caller& caller);

    /// Redeems a one-time code: the account's name, its secret from now on. "enrolment-code-invalid".
    [[nodiscard]] Result<QString> enrol(const QString& code, const QByteArray& secret, const QString& address);

    /// Gives the caller's account another secret. The one in use stays good until the new one was used once, so that a
    /// client which never heard the answer is not locked out; a second call replaces the secret that waits.
    [[nodiscard]] Result<void> offerSecret(const Caller& caller, const QByteArray& secret);

    /// The form in which a code is stored and looked for: case, spaces and hyphens do not matter.
    [[nodiscard]] static QByteArray codeHash(const QString& code);

private:
    [[nodiscard]] Result<void> checkFailures(const AddressFailures& failures) const;
    [[nodiscard]] Result<void> checkAddress(const QString& address);
    void noteFailure(const QString& address, const QString& account);
    /// Takes the account's failures back from those of the address.
    void forgive(StoreSession& session, const QString& address, const QString& account) const;
    [[nodiscard]] Result<void> settleSecret(const AccountRecord& account, const QByteArray& secret);

    Store& m_store;
    const SecretBox& m_secrets;
    std::function<QDateTime()> m_clock;
    QByteArray m_nobodysSecret; ///< sealed like an account's, and nobody's
    RateLimit m_accountRate;
    RateLimit m_addressRate;
};

} // namespace hub
