// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/pkcs11.h"

#include "docsig/keys/certificate.h"
#include "docsig/keys/pkcs11module.h"
#include "docsig/keys/pkcs11session.h"
#include "docsig/keys/tokenkey.h"

#include <algorithm>
#include <iterator>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TokenCertificate {
    QByteArray id;
    QByteArray der;
    QString label;
    KeyKind kind = KeyKind::Rsa;
};

/// The readable certificates of a token whose keys are RSA or elliptic.
Result<QList<TokenCertificate>> certificatesOf(const Pkcs11Session& session) {
    const auto objects = session.find(CKO_CERTIFICATE);
    if (!objects) {
        return std::unexpected(objects.error());
    }
    QList<TokenCertificate> found;
    for (const CK_OBJECT_HANDLE object : *objects) {
        const QByteArray der = session.attribute(object, CKA_VALUE);
        const X509Certificate certificate = parseCertificate(der);
        const std::optional<KeyKind> kind = certificate ? kindOf(certificate.get()) : std::nullopt;
        if (kind) {
            found.append({session.attribute(object, CKA_ID), der,
                          QString::fromUtf8(session.attribute(object, CKA_LABEL)), *kind});
        }
    }
    return found;
}

/// Which private key is to sign, and its certificate.
struct Choice {
    CK_OBJECT_HANDLE key = 0;
    TokenCertificate certificate;
};

std::optional<Choice> choose(const Pkcs11Session& session, const QList<CK_OBJECT_HANDLE>& keys,
                             const QList<TokenCertificate>& certificates, const QByteArray& keyId) {
    for (const CK_OBJECT_HANDLE key : keys) {
        const QByteArray id = session.attribute(key, CKA_ID);
        const bool wanted = keyId.isEmpty() || id == keyId;
        if (!wanted || id.isEmpty() || !session.flag(key, CKA_SIGN, true)) {
            continue;
        }
        const auto type = session.number(key, CKA_KEY_TYPE);
        for (const TokenCertificate& certificate : certificates) {
            const CK_ULONG needed = certificate.kind == KeyKind::Rsa ? CKK_RSA : CKK_EC;
            if (certificate.id == id && type == needed) {
                return Choice{key, certificate};
            }
        }
    }
    return std::nullopt;
}

/// Whether a certificate lies openly on the token under that CKA_ID; nothing is asked of a person.
bool carries(const std::shared_ptr<Pkcs11Modules>& modules, const TokenSlot& token, const QByteArray& keyId) {
    const auto session = Pkcs11Session::open(modules, token);
    const auto certificates = session ? certificatesOf(**session) : QList<TokenCertificate>();
    return certificates && std::ranges::any_of(*certificates, [&](const auto& one) { return one.id == keyId; });
}

/// One token, even where two modules (the maker's and OpenSC's) show it.
bool isSame(const TokenInfo& one, const TokenInfo& other) {
    return !one.serial.isEmpty() && one.serial == other.serial && one.label == other.label &&
           one.module != other.module;
}

Result<TokenSlot> findToken(const std::shared_ptr<Pkcs11Modules>& modules, const QString& wanted,
                            const QByteArray& keyId) {
    QList<TokenSlot> fitting;
    for (const TokenSlot& token : tokensOf(*modules)) {
        const bool named = token.info.label == wanted || token.info.serial == wanted;
        const bool known = std::ranges::any_of(fitting, [&](const auto& one) { return isSame(one.info, token.info); });
        if (token.info.initialised && !known && (wanted.isEmpty() || named)) {
            fitting.append(token);
        }
    }
    if (fitting.size() > 1 && !keyId.isEmpty()) {
        QList<TokenSlot> carrying;
        std::ranges::copy_if(fitting, std::back_inserter(carrying),
                             [&](const TokenSlot& token) { return carries(modules, token, keyId); });
        fitting = carrying.isEmpty() ? fitting : carrying;
    }
    if (fitting.isEmpty()) {
        return fail("token-not-found", wanted);
    }
    if (fitting.size() > 1) {
        return fail("token-ambiguous", u"%1 tokens are called '%2'"_s.arg(fitting.size()).arg(wanted));
    }
    return fitting.constFirst();
}

Result<std::unique_ptr<Pkcs11Session>> openSession(const QString& modulePath, const QString& tokenLabelOrSerial,
                                                   const QByteArray& keyId = {}) {
    auto modules = Pkcs11Modules::load(modulePath);
    if (!modules) {
        return std::unexpected(modules.error());
    }
    auto token = findToken(*modules, tokenLabelOrSerial, keyId);
    if (!token) {
        return std::unexpected(token.error());
    }
    return Pkcs11Session::open(std::move(*modules), std::move(*token));
}

} // namespace

Result<QList<TokenInfo>> listTokens(const QString& modulePath) {
    const auto modules = Pkcs11Modules::load(modulePath);
    if (!modules) {
        return std::unexpected(modules.error());
    }
    QList<TokenInfo> list;
    for (const TokenSlot& token : tokensOf(**modules)) {
        list.append(token.info);
    }
    return list;
}

Result<QList<TokenKeyInfo>> listTokenKeys(const QString& modulePath, const QString& tokenLabelOrSerial) {
    const auto session = openSession(modulePath, tokenLabelOrSerial);
    if (!session) {
        return std::unexpected(session.error());
    }
    const auto certificates = certificatesOf(**session);
    if (!certificates) {
        return std::unexpected(certificates.error());
    }
    QList<TokenKeyInfo> list;
    for (const TokenCertificate& one : *certificates) {
        if (const auto facts = describe(one.der); facts && !one.id.isEmpty()) {
            list.append({one.label, one.id, one.kind, *facts});
        }
    }
    return list;
}

Result<std::unique_ptr<SigningKey>> openToken(const QString& modulePath, const QString& tokenLabelOrSerial,
                                              const Pin& pin, const QByteArray& keyId) {
    auto session = openSession(modulePath, tokenLabelOrSerial, keyId);
    if (!session) {
        return std::unexpected(session.error());
    }
    if (const auto open = (*session)->logIn(pin); !open) {
        return std::unexpected(open.error());
    }
    const auto keys = (*session)->find(CKO_PRIVATE_KEY);
    if (!keys) {
        return std::unexpected(keys.error());
    }
    const auto certificates = certificatesOf(**session);
    if (!certificates) {
        return std::unexpected(certificates.error());
    }
    const std::optional<Choice> choice = choose(**session, *keys, *certificates, keyId);
    if (!choice) {
        return fail("token-empty", u"%1 private keys, %2 certificates"_s.arg(keys->size()).arg(certificates->size()));
    }
    QList<QByteArray> others;
    for (const TokenCertificate& one : *certificates) {
        others.append(one.der);
    }
    const bool asksEachTime = (*session)->flag(choice->key, CKA_ALWAYS_AUTHENTICATE, false);
    return std::make_unique<TokenKey>(choice->certificate.kind, orderedChain(choice->certificate.der, others),
                                      std::move(*session), choice->key,
                                      asksEachTime ? std::optional(Pin::fromUtf8(pin.utf8())) : std::nullopt);
}

} // namespace docsig
