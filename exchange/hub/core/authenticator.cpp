// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/authenticator.h"

#include "exchange/hub/core/clientaddress.h"
#include "exchange/hub/core/names.h"
#include "exchange/hub/secrets/hubkey.h"

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int freeFailures = 20;
constexpr int mostFailures = freeFailures + 8;
constexpr int longestPauseSeconds = 60;
constexpr qsizetype secretDigits = 64;
constexpr char secretsApart = ' ';              // the secret in use, and behind it one that waits for its first use
constexpr qint64 latestStamp = 253'402'300'800; // the end of year 9999: a calendar can hold it

std::unexpected<Error> authFailed() {
    return fail("auth-failed");
}

std::unexpected<Error> secretMalformed() {
    return malformedRequest(u"a secret is 64 hexadecimal digits"_s);
}

/// Under what the failures of one account from one address are counted: no address holds a blank.
QString pairKey(const QString& address, const QString& account) {
    return address + u' ' + account;
}

bool isHex(const QByteArray& text, qsizetype digits) {
    return text.size() == digits &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace

Authenticator::Authenticator(Store& store, const SecretBox& secrets, std::function<QDateTime()> clock,
                             const AskingRates& rates)
    : m_store(store)
    , m_secrets(secrets)
    , m_clock(std::move(clock))
    , m_nobodysSecret(secrets.seal(exchange::randomHex(secretDigits / 2), {}).value_or(QByteArray()))
    , m_accountRate(rates.account)
    , m_addressRate(rates.address) {}

Result<Caller> Authenticator::authenticate(const exchange::SignedRequest& request, const QByteArray& signature,
                                           const QString& address, qint64 bytes) {
    Proof proof;
    proof.account = QString::fromLatin1(request.account);
    proof.signature = signature;
    proof.expected = [&request](const QByteArray& secret) { return exchange::signatureOf(request, secret); };
    proof.nonce = isHex(request.nonce, 32) ? request.nonce : QByteArray();
    proof.bytes = bytes;
    bool numeric = false;
    const qint64 stamp = request.timeStamp.toLongLong(&numeric);
    if (numeric && std::abs(stamp) < latestStamp) {
        proof.stamp = QDateTime::fromSecsSinceEpoch(stamp, Qt::UTC);
    }
    return authenticate(proof, address);
}

Result<Caller> Authenticator::authenticate(const Proof& proof, const QString& address) {
    const QString key = addressKey(address);
    if (const Result<void> slow = m_addressRate.take(key, 0); !slow) {
        return std::unexpected(slow.error());
    }
    std::optional<AccountRecord> account;
    AddressFailures failures;
    const Result<void> looked = m_store.look([&](StoreSession& session) -> Result<void> {
        session.expect({.account = proof.account, .address = key});
        account = session.account(proof.account);
        failures = session.failures(key);
        return {};
    });
    if (!looked) {
        return std::unexpected(looked.error());
    }
    if (const Result<void> free = checkFailures(failures); !free) {
        return std::unexpected(free.error());
    }
    // An unknown account costs the same work as a wrong signature, so that time does not tell which accounts there are.
    const bool known = account && !account->revoked && !account->sealedSecret.isEmpty();
    const Result<QByteArray> sealed = known ? m_secrets.open(account->sealedSecret, accountContext(proof.account))
                                            : m_secrets.open(m_nobodysSecret, {});
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    const QList<QByteArray> secrets = sealed->split(secretsApart);
    const auto fits = [&proof](const QByteArray& secret) {
        return exchange::equalInConstantTime(proof.expected(secret), proof.signature);
    };
    const auto fitting = std::ranges::find_if(secrets, fits);
    if (!known || fitting == secrets.end() || proof.nonce.isEmpty()) {
        noteFailure(key, account ? proof.account : QString());
        return authFailed();
    }
    const QDateTime now = m_clock();
    if (!proof.stamp.isValid() || std::abs(proof.stamp.secsTo(now)) > exchange::allowedSkewSeconds) {
        return fail("clock-skew", u"the hub's clock says "_s + now.toString(Qt::ISODate));
    }
    if (const Result<void> slow = m_accountRate.take(proof.account, proof.bytes); !slow) {
        return std::unexpected(slow.error());
    }
    const Result<bool> fresh =
        m_store.takeNonce(proof.account, proof.nonce, now, now.addSecs(2 * exchange::allowedSkewSeconds + 60));
    if (!fresh) {
        return std::unexpected(fresh.error());
    }
    if (!*fresh) {
        return fail("nonce-replayed");
    }
    if (failures.count > 0) {
        // A counter that stays as it is changes nothing for this caller.
        [[maybe_unused]] const Result<void> noted = m_store.note([&](StoreSession& session) -> Result<void> {
            forgive(session, key, proof.account);
            return {};
        });
    }
    if (fitting != secrets.begin()) {
        if (const Result<void> settled = settleSecret(*account, *fitting); !settled) {
            return std::unexpected(settled.error());
        }
    }
    return account->caller;
}

Result<Caller> Authenticator::stillAllowed(const Caller& caller) {
    std::optional<AccountRecord> account;
    const Result<void> looked = m_store.read([&](StoreSession& session) -> Result<void> {
        account = session.account(caller.account);
        return {};
    });
    if (!looked) {
        return std::unexpected(looked.error());
    }
    if (!account || account->revoked || account->sealedSecret.isEmpty()) {
        return authFailed();
    }
    return account->caller;
}

Result<QString> Authenticator::enrol(const QString& code, const QByteArray& secret, const QString& address) {
    if (const Result<void> free = checkAddress(address); !free) {
        return std::unexpected(free.error());
    }
    if (!isHex(secret, secretDigits)) {
        return secretMalformed();
    }
    QString name;
    const Result<void> done = m_store.write([&](StoreSession& session) -> Result<void> {
        std::optional<AccountRecord> account = session.accountByCode(codeHash(code));
        if (!account || account->revoked || account->codeExpires < m_clock()) {
            return fail("enrolment-code-invalid");
        }
        if (const Result<void> own = checkKey(session, m_secrets); !own) {
            return own;
        }
        name = account->caller.account;
        const Result<QByteArray> sealed = m_secrets.seal(secret, accountContext(name));
        if (!sealed) {
            return std::unexpected(sealed.error());
        }
        account->sealedSecret = *sealed;
        account->codeHash.clear();
        session.putAccount(*account);
        return {};
    });
    if (!done) {
        noteFailure(addressKey(address), {});
        return std::unexpected(done.error());
    }
    return name;
}

Result<void> Authenticator::offerSecret(const Caller& caller, const QByteArray& secret) {
    if (!isHex(secret, secretDigits)) {
        return secretMalformed();
    }
    return m_store.write([&](StoreSession& session) -> Result<void> {
        std::optional<AccountRecord> account = session.account(caller.account);
        if (!account || account->revoked || account->sealedSecret.isEmpty()) {
            return authFailed(); // revoked while the request was on its way
        }
        if (const Result<void> own = checkKey(session, m_secrets); !own) {
            return own;
        }
        const QByteArray name = accountContext(caller.account);
        const Result<QByteArray> kept = m_secrets.open(account->sealedSecret, name);
        const Result<QByteArray> sealed =
            kept ? m_secrets.seal(kept->split(secretsApart).first() + secretsApart + secret, name) : kept;
        if (!sealed) {
            return std::unexpected(sealed.error());
        }
        account->sealedSecret = *sealed;
        session.putAccount(*account);
        return {};
    });
}

/// The secret that waited was used: it is the only one from now on.
Result<void> Authenticator::settleSecret(const AccountRecord& account, const QByteArray& secret) {
    return m_store.write([&](StoreSession& session) -> Result<void> {
        std::optional<AccountRecord> now = session.account(account.caller.account);
        if (!now || now->sealedSecret != account.sealedSecret) {
            return {}; // settled, replaced or revoked meanwhile
        }
        if (const Result<void> own = checkKey(session, m_secrets); !own) {
            return own;
        }
        const Result<QByteArray> sealed = m_secrets.seal(secret, accountContext(account.caller.account));
        if (!sealed) {
            return std::unexpected(sealed.error());
        }
        now->sealedSecret = *sealed;
        session.putAccount(*now);
        return {};
    });
}

QByteArray Authenticator::codeHash(const QString& code) {
    QString plain = code.toUpper();
    plain.remove(u' ').remove(u'-');
    return exchange::sha256Hex("congvan-enrol-1:" + plain.toUtf8());
}

Result<void> Authenticator::checkFailures(const AddressFailures& failures) const {
    if (failures.count > freeFailures) {
        const int doublings = std::min(failures.count - freeFailures, 16);
        const int pause = std::min(1 << doublings, longestPauseSeconds);
        if (failures.last.secsTo(m_clock()) < pause) {
            return fail("too-many-failures", QString::number(pause));
        }
    }
    return {};
}

Result<void> Authenticator::checkAddress(const QString& address) {
    AddressFailures failures;
    const Result<void> looked = m_store.read([&](StoreSession& session) -> Result<void> {
        failures = session.failures(addressKey(address));
        return {};
    });
    return looked ? checkFailures(failures) : looked;
}

void Authenticator::noteFailure(const QString& address, const QString& account) {
    const QDateTime now = m_clock();
    // A counter that cannot be written changes nothing for the caller: it is refused either way.
    [[maybe_unused]] const Result<void> noted = m_store.note([&](StoreSession& session) -> Result<void> {
        session.noteFailure(address, now);
        session.noteFailure(pairKey(address, account), now); // of nobody, too: the same work
        return {};
    });
}

void Authenticator::forgive(StoreSession& session, const QString& address, const QString& account) const {
    const AddressFailures own = session.failures(pairKey(address, account));
    if (own.count == 0) {
        return;
    }
    const AddressFailures all = session.failures(address);
    session.clearFailures(pairKey(address, account));
    session.clearFailures(address);
    // More than these make no pause longer.
    for (int left = std::min(all.count - own.count, mostFailures); left > 0; --left) {
        session.noteFailure(address, all.last);
    }
}

} // namespace hub
