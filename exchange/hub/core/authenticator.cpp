// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/authenticator.h"

#include "exchange/hub/core/names.h"
#include "exchange/hub/secrets/secretbox.h"

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int freeFailures = 20;
constexpr int longestPauseSeconds = 60;
constexpr qint64 latestStamp = 253'402'300'800; // the end of year 9999: a calendar can hold it

std::unexpected<Error> authFailed() {
    return fail("auth-failed");
}

bool isHex(const QByteArray& text, qsizetype digits) {
    return text.size() == digits &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace

Authenticator::Authenticator(Store& store, const SecretBox& secrets, std::function<QDateTime()> clock)
    : m_store(store)
    , m_secrets(secrets)
    , m_clock(std::move(clock)) {}

Result<Caller> Authenticator::authenticate(const exchange::SignedRequest& request, const QByteArray& signature,
                                           const QString& address) {
    Proof proof;
    proof.account = QString::fromLatin1(request.account);
    proof.signature = signature;
    proof.expected = [&request](const QByteArray& secret) { return exchange::signatureOf(request, secret); };
    proof.nonce = isHex(request.nonce, 32) ? request.nonce : QByteArray();
    bool numeric = false;
    const qint64 stamp = request.timeStamp.toLongLong(&numeric);
    if (numeric && std::abs(stamp) < latestStamp) {
        proof.stamp = QDateTime::fromSecsSinceEpoch(stamp, Qt::UTC);
    }
    return authenticate(proof, address);
}

Result<Caller> Authenticator::authenticate(const Proof& proof, const QString& address) {
    std::optional<AccountRecord> account;
    const Result<void> looked = m_store.read([&](StoreSession& session) -> Result<void> {
        account = session.account(proof.account);
        return {};
    });
    if (!looked) {
        return std::unexpected(looked.error());
    }
    if (const Result<void> free = checkAddress(address); !free) {
        return std::unexpected(free.error());
    }
    // An unknown account costs the same work as a wrong signature.
    const bool known = account && !account->revoked && !account->sealedSecret.isEmpty();
    const Result<QByteArray> secret =
        known ? m_secrets.open(account->sealedSecret, proof.account.toLatin1()) : QByteArray("none");
    if (!secret) {
        return std::unexpected(secret.error());
    }
    const bool same = exchange::equalInConstantTime(proof.expected(*secret), proof.signature);
    if (!known || !same || proof.nonce.isEmpty()) {
        noteFailure(address);
        return authFailed();
    }
    const QDateTime now = m_clock();
    if (!proof.stamp.isValid() || std::abs(proof.stamp.secsTo(now)) > exchange::allowedSkewSeconds) {
        return fail("clock-skew", u"the hub's clock says "_s + now.toString(Qt::ISODate));
    }
    bool fresh = false;
    const Result<void> taken = m_store.note([&](StoreSession& session) -> Result<void> {
        if (session.failures(address).count > 0) {
            session.clearFailures(address);
        }
        fresh = session.takeNonce(proof.account, proof.nonce, now, now.addSecs(2 * exchange::allowedSkewSeconds + 60));
        return {};
    });
    if (!taken) {
        return std::unexpected(taken.error());
    }
    if (!fresh) {
        return fail("nonce-replayed");
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
    if (!isHex(secret, 64)) {
        return malformedRequest(u"a secret is 64 hexadecimal digits"_s);
    }
    QString name;
    const Result<void> done = m_store.write([&](StoreSession& session) -> Result<void> {
        std::optional<AccountRecord> account = session.accountByCode(codeHash(code));
        if (!account || account->revoked || account->codeExpires < m_clock()) {
            return fail("enrolment-code-invalid");
        }
        name = account->caller.account;
        const Result<QByteArray> sealed = m_secrets.seal(secret, name.toLatin1());
        if (!sealed) {
            return std::unexpected(sealed.error());
        }
        account->sealedSecret = *sealed;
        account->codeHash.clear();
        session.putAccount(*account);
        return {};
    });
    if (!done) {
        noteFailure(address);
        return std::unexpected(done.error());
    }
    return name;
}

QByteArray Authenticator::codeHash(const QString& code) {
    QString plain = code.toUpper();
    plain.remove(u' ').remove(u'-');
    return exchange::sha256Hex("congvan-enrol-1:" + plain.toUtf8());
}

Result<void> Authenticator::checkAddress(const QString& address) {
    AddressFailures failures;
    const Result<void> looked = m_store.read([&](StoreSession& session) -> Result<void> {
        failures = session.failures(address);
        return {};
    });
    if (!looked) {
        return looked;
    }
    if (failures.count > freeFailures) {
        const int doublings = std::min(failures.count - freeFailures, 16);
        const int pause = std::min(1 << doublings, longestPauseSeconds);
        if (failures.last.secsTo(m_clock()) < pause) {
            return fail("too-many-failures", QString::number(pause));
        }
    }
    return {};
}

void Authenticator::noteFailure(const QString& address) {
    // A counter that cannot be written changes nothing for the caller: it is refused either way.
    [[maybe_unused]] const Result<void> noted = m_store.note([&](StoreSession& session) -> Result<void> {
        session.noteFailure(address, m_clock());
        return {};
    });
}

} // namespace hub
